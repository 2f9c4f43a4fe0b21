"""On the page of own results: the files of all units are made on a click, and go with the file; targets to be kept."""

import io
from zipfile import ZipFile

from own_files import table, workbook_of
from streamlit.testing.v1 import AppTest

from reports.own_archive import Archive, ArchiveOrder
from ui import own_archive
from ui.own_file import OwnFile, read_file

FILE = "own results: file"
DEPARTMENTS = table(
    [2023, "Sở", "Sở Tài chính", 80, 30, 50],
    [2023, "Sở", "Sở Y tế", 75, 30, 45],
    [2024, "Sở", "Sở Tài chính", 82, 32, 50],
    [2024, "Sở", "Sở Y tế", 70, 30, 40],
)


def _draw() -> None:
    from typing import Any

    from pages.own_results import parameters, show
    from ui.address import language_parameter
    from ui.view import open_view

    release: Any = None
    show(release, open_view((language_parameter(), *parameters(release))))


def _file() -> OwnFile:
    return read_file("ket-qua.xlsx", workbook_of(DEPARTMENTS))


def _open(file: OwnFile) -> AppTest:
    page = AppTest.from_function(_draw, default_timeout=60)
    page.session_state[FILE] = file
    for name, value in {"ngon_ngu": "vi", "loai_don_vi": "so-nganh", "nam": "2024", "tu_nam": "2023"}.items():
        page.query_params[name] = value
    page.run()
    assert not page.exception
    return page


def _kept(file: OwnFile) -> tuple[ArchiveOrder, Archive] | None:
    release = file.release("vi")
    assert release is not None
    return own_archive._kept.get(release)


def test_the_files_of_all_units_are_made_on_a_click_and_kept_with_the_file() -> None:
    file, other = _file(), _file()
    page = _open(file)
    assert _kept(file) is None
    page.selectbox(key="own archive: kind vi").set_value("workbook")
    page.button(key="own-archive-make").click()
    page.run()
    assert not page.exception
    kept = _kept(file)
    assert kept is not None
    with ZipFile(io.BytesIO(kept[1].content)) as files:
        assert files.namelist() == ["001-so-tai-chinh-2024.xlsx", "002-so-y-te-2024.xlsx"]
    assert "Đã lập 2 tệp, mỗi đơn vị một tệp." in [caption.value for caption in page.caption]
    assert "own-archive-make" not in [button.key for button in page.button]
    # Another visit with the same file has none.
    assert _kept(other) is None
    # Files of another kind have to be asked for.
    page.selectbox(key="own archive: kind vi").set_value("brief")
    page.run()
    assert "own-archive-make" in [button.key for button in page.button]


def test_only_one_archive_at_a_time_is_made() -> None:
    file = _file()
    page = _open(file)
    with own_archive._turn:
        page.button(key="own-archive-make").click()
        page.run()
    assert [warning.value for warning in page.warning] == [
        "Hệ thống đang lập tệp cho người dùng khác. Vui lòng thử lại sau một phút."
    ]
    assert _kept(file) is None


def test_a_target_may_be_to_keep_the_rank_or_the_score_of_a_year() -> None:
    file = _file()
    page = _open(file)
    for kind, year in (("rank_kept", "2023"), ("score_kept", "2023"), ("rank_kept", "2024"), ("rank_kept", "2023,5")):
        page.selectbox(key="own target: kind vi").set_value(kind)
        page.text_input(key="own target: value vi").set_value(year)
        next(button for button in page.button if button.label == "Thêm mục tiêu").click()
        page.run()
        assert not page.exception
    assert [(target.kind, target.value, target.since_year) for target in file.targets] == [
        ("rank_kept", None, 2023),
        ("score_kept", None, 2023),
    ]
    assert [error.value.replace("\\", "") for error in page.error] == [
        '"2023,5" không phải là năm trước năm của mục tiêu; hãy nhập đủ bốn chữ số, ví dụ 2024.'
    ]
    assert "Mục tiêu: 2 đạt, 0 không đạt, 0 chưa đủ cơ sở đánh giá" in [header.value for header in page.subheader]
