"""A made-up province walks through the page of own results: each kind of unit, in both languages, and its targets."""

import pytest
from made_up_province import rows
from own_files import workbook_of
from streamlit.testing.v1 import AppTest

from ui.own_file import OwnFile, read_file

FILE = "own results: file"


def _draw() -> None:
    """Draw the page alone, without the frame around it; it asks nothing of the release of the provinces."""
    from typing import Any

    from pages.own_results import parameters, show
    from ui.address import language_parameter
    from ui.view import open_view

    release: Any = None
    show(release, open_view((language_parameter(), *parameters(release))))


@pytest.fixture(scope="module")
def province() -> bytes:
    return workbook_of(rows())


def _file(content: bytes) -> OwnFile:
    return read_file("ket-qua.xlsx", content)


def _unit(file: OwnFile, name: str, system: str) -> str:
    release = file.release("vi")
    assert release is not None
    return next(u for u in release.provinces.units(system) if release.provinces.name(u, "vi") == name)  # pyright: ignore[reportArgumentType]


def _open(file: OwnFile, unit: str, **address: str) -> AppTest:
    """Open the page on a file with one unit in colour."""
    page = AppTest.from_function(_draw, default_timeout=60)
    page.session_state[FILE] = file
    for name, value in {**address, "don_vi_noi_tinh": unit}.items():
        page.query_params[name] = value
    return _run(page)


def _run(page: AppTest) -> AppTest:
    page.run()
    assert not page.exception
    return page


def _said(page: AppTest) -> list[str]:
    """List the sentences of the page, as a reader sees them."""
    blocks = [*page.subheader, *page.expander, *page.info, *page.markdown, *page.caption]
    texts = [getattr(block, "value", "") or getattr(block, "label", "") for block in blocks]
    lines = [line for text in texts for line in str(text).replace("\\", "").splitlines()]
    return [line.removeprefix("- ").strip("* ") for line in lines]


def test_a_department_says_what_moved_where_it_is_strong_and_how_far_it_is(province: bytes) -> None:
    file = _file(province)
    page = _open(file, _unit(file, "Sở số 10", "department"), ngon_ngu="vi", loai_don_vi="so-nganh", nam="2025")
    said = _said(page)
    for sentence in (
        (
            "Sở, ngành 2025: Sở số 10 đạt 73,85 điểm, thứ tự theo điểm 10/20; tăng 2 vị trí, tăng 0,35 điểm so với "
            "năm 2024."
        ),
        "Thay đổi 2024 → 2025",
        (
            "Thứ tự theo điểm trong 20 đơn vị: tăng 2 vị trí; do điểm của chính đơn vị: tăng 2 vị trí; "
            "do điểm của các đơn vị khác: giữ nguyên vị trí."
        ),
        "Đóng góp nhiều nhất vào mức tăng: Thể chế (+0,35 điểm).",
        "Không có thành phần nào thuộc một phần tư cao nhất hoặc thấp nhất.",
        "Còn thiếu 0,10 điểm để bằng Sở số 07 (thứ tự theo điểm 9/20); không phải dự báo.",
        "Cao hơn trung vị của các đơn vị 0,10 điểm (73,75 †).",
        "Còn thiếu 1,50 điểm để bằng điểm cao nhất (75,35).",
        (
            "Dư địa lớn nhất về điểm tổng hợp, nếu từng thành phần đạt mức cao nhất của thành phần đó: "
            "Thể chế 1,00 điểm (41%); Chuyển đổi số 1,00 điểm (41%); Thủ tục 0,45 điểm (18%)."
        ),
        "Còn thiếu 0,70 điểm để lên 5 vị trí; cao hơn 0,80 điểm so với đơn vị xếp dưới 5 vị trí.",
    ):
        assert sentence in said
    parts = page.dataframe[1].value
    assert parts["name"].tolist() == ["Thể chế", "Thủ tục", "Chuyển đổi số"]
    assert parts["contribution"].tolist() == [0.35, 0, 0]
    assert parts["gap"].tolist() == [1.0, 0.45, 1.0]


def test_a_district_and_communes_before_and_after_july_2025(province: bytes) -> None:
    file = _file(province)
    unit = _unit(file, "Huyện số 4", "district")
    said = _said(_open(file, unit, ngon_ngu="en", loai_don_vi="cap-huyen", nam="2024"))
    for sentence in (
        (
            "Districts 2024: Huyện số 4 scores 74.40 points, order by score 6 of 8; down 2 positions, down 0.35 points "
            "on 2023."
        ),
        "Contributed most to the fall: Thể chế (−0.35 points).",
        "▼ Thể chế: 24.60 · 7/8 (*). New: not so in the edition before.",
        "0.25 points below the median of all units (74.65 †).",
    ):
        assert sentence in said
    unit = _unit(file, "Xã số 35", "commune_before")
    said = _said(_open(file, unit, ngon_ngu="vi", loai_don_vi="cap-xa", nam="2024"))
    assert (
        "Cấp xã 2024: Xã số 35 đạt 70,10 điểm, thứ tự theo điểm 35/71; tăng 2 vị trí, tăng 0,35 điểm so với năm 2023."
        in said
    )
    unit = _unit(file, "Xã số 00", "commune")
    said = _said(_open(file, unit, ngon_ngu="vi", loai_don_vi="cap-xa", nam="2025"))
    assert "Cấp xã 2025: không có đơn vị nào xếp trên." in said
    assert (
        "Không so sánh được do sắp xếp đơn vị hành chính. Từ ngày 01/7/2025 các xã, phường, đặc khu mới thay cho các "
        "xã, phường, thị trấn trước đó; kết quả của hai hệ đơn vị hành chính được tách riêng, không nối với nhau."
        in said
    )


def test_targets_are_judged_for_the_visit_and_stand_in_no_address(province: bytes) -> None:
    file = _file(province)
    page = _open(
        file, _unit(file, "Sở số 10", "department"), ngon_ngu="vi", loai_don_vi="so-nganh", nam="2025", tu_nam="2024"
    )
    for year, kind, value in (
        ("2025", "rank_at_most", "10"),
        ("2025", "score_at_least", "74,5"),
        ("2026", "rank_at_most", "5"),
        ("2025", "rank_at_most", "mười"),
    ):
        page.selectbox(key="own target: year vi").set_value(year)
        page.selectbox(key="own target: kind vi").set_value(kind)
        page.text_input(key="own target: value vi").set_value(value)
        next(button for button in page.button if button.label == "Thêm mục tiêu").click()
        _run(page)
    said = _said(page)
    assert "Mục tiêu: 1 đạt, 1 không đạt, 1 chưa đủ cơ sở đánh giá" in said
    assert "Sở số 10, Sở, ngành 2026: hạng 5 trở lên: Chưa có kỳ đánh giá Sở, ngành 2026 để làm căn cứ." in said
    assert [error.value.replace("\\", "") for error in page.error] == [
        '"mười" không phải là hạng; hãy nhập số nguyên, ví dụ 20.'
    ]
    assert page.dataframe[2].value["margin"].tolist() == ["vượt 0 vị trí", "thiếu 0,65 điểm", "–"]
    assert [target.value for target in file.targets] == [10, 74.5, 5]
    assert "rank_at_most" not in str(dict(page.query_params))
