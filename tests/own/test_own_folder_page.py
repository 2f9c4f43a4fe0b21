"""The page of own results with a folder of the office: whoever has no leave in this very run sees nothing of it."""

import time
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from own.folder import FileVersion
from ui import own_file, own_shelf, sign_in
from ui.own_file import OwnFile
from ui.sign_in_claims import MaySee, Refused
from ui.sign_in_settings import mark_of

NAME = "Huyện Zzyxqua"
RESULTS = f"Năm;Loại đơn vị;Đơn vị;Tổng điểm\n;;Điểm tối đa;100\n2024;Huyện;{NAME};80\n2024;Huyện;Huyện B;79\n"
SECRETS = {
    "auth": {
        "redirect_uri": "https://chiso.tinh.example/oauth2callback",
        "cookie_secret": "0123456789abcdef0123456789abcdef",
        "client_id": "dashboard",
        "client_secret": "secret",
        "server_metadata_url": "https://id.tinh.example/.well-known/openid-configuration",
    },
    "own_results": {"role": "xem-noi-bo"},
}
CLAIMS = {
    "is_logged_in": True,
    "iss": "https://id.tinh.example",
    "aud": "dashboard",
    "name": "An *",
    "roles": "xem-noi-bo",
}


def _draw() -> None:
    """Draw the page alone, without the frame around it; it asks nothing of the release of the provinces."""
    from typing import Any

    from pages.own_results import parameters, show
    from ui.address import language_parameter
    from ui.view import open_view

    release: Any = None
    show(release, open_view((language_parameter(), *parameters(release))))


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the office with one file, named by the setting."""
    (tmp_path / "[Sở] *nội bộ*.csv").write_text(RESULTS, encoding="utf-8")
    monkeypatch.setenv("DASHBOARD_OWN_RESULTS", str(tmp_path))
    return tmp_path


def _visit(language: str = "vi", secrets: dict[str, Any] | None = None, /, **claims: object) -> AppTest:
    page = AppTest.from_function(_draw, default_timeout=60)
    page.secrets = SECRETS if secrets is None else secrets
    page.user = {**CLAIMS, "exp": time.time() + 600, **claims}
    page.query_params["ngon_ngu"] = language
    return _run(page)


def _run(page: AppTest) -> AppTest:
    page.run()
    assert not page.exception
    return page


def _chosen(page: AppTest) -> AppTest:
    (choice,) = (box for box in page.selectbox if box.label in {"Tệp kết quả", "File of results"})
    choice.set_value(choice.options[0])
    return _run(page)


def _said(page: AppTest) -> str:
    blocks = [*page.caption, *page.warning, *page.info, *page.error, *page.markdown, *page.subheader, *page.success]
    return "\n".join(block.value.replace("\\", "") for block in blocks)


def _sees_nothing(page: AppTest) -> bool:
    """Tell whether neither names of files nor anything in them is on the page or held for it."""
    drawn = str(page.main) + _said(page)
    kept = str(page.session_state)
    return not any(secret in text for secret in ("Zzyxqua", "nội bộ*") for text in (drawn, kept))


def test_with_the_role_the_file_is_ranked_and_told_to_be_the_offices(office: Path) -> None:
    page = _visit()
    (choice,) = page.selectbox
    assert choice.options == ["[Sở] *nội bộ*.csv"]
    assert "Đã đăng nhập: An *" in _said(page)
    assert [button.label for button in page.button if button.key == "sign-out"] == ["Đăng xuất"]
    _chosen(page)
    assert f"Cấp huyện 2024: {NAME} có điểm cao nhất (80)" in _said(page)
    assert "Tệp này lưu trên máy chủ của cơ quan" in _said(page)
    assert NAME not in str(dict(page.query_params))
    # A new version of the file is taken by the next run.
    (office / "[Sở] *nội bộ*.csv").write_text(RESULTS.replace("79", "81,55"), encoding="utf-8")
    assert "Cấp huyện 2024: Huyện B có điểm cao nhất (81,55)" in _said(_run(page))
    next(button for button in page.button if button.label == "Bỏ tệp").click()
    assert NAME not in _said(_run(page))


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("claims", "vietnamese", "english"),
    [
        ({"roles": ["khac"]}, "không được phân quyền", "does not have the role"),
        ({"roles": None}, "không được phân quyền", "does not have the role"),
        ({"exp": 1_800_000_000 - 10**8}, "đã hết hạn", "Your sign-in has ended"),
        ({"aud": "khac"}, "không có giá trị đối với trang này", "does not count for this page"),
        ({"iss": "https://khac.example"}, "không có giá trị đối với trang này", "does not count for this page"),
        ({"is_logged_in": False}, "được phân quyền đăng nhập để xem", "for people who sign in"),
    ],
)
@pytest.mark.usefixtures("office")
def test_whoever_has_no_leave_sees_a_sentence_and_nothing_else(
    language: str, claims: dict[str, object], vietnamese: str, english: str
) -> None:
    page = _visit(language, None, **claims)
    assert (vietnamese if language == "vi" else english) in _said(page)
    assert _sees_nothing(page)
    assert [box.label for box in page.selectbox] == []


@pytest.mark.usefixtures("office")
def test_leave_that_ends_takes_the_file_away_on_the_next_run(monkeypatch: pytest.MonkeyPatch) -> None:
    ends = int(time.time()) + 600
    page = _chosen(_visit(exp=ends))
    assert NAME in _said(page)
    assert not _sees_nothing(page)
    monkeypatch.setattr(sign_in.time, "time", lambda: ends + 31)
    _run(page)
    assert "Phiên đăng nhập đã hết hạn." in _said(page)
    assert _sees_nothing(page)
    # Not even where the clock is set back: the file has to be chosen again.
    monkeypatch.undo()
    assert NAME not in _said(_run(page))


@pytest.mark.usefixtures("office")
def test_a_role_taken_away_and_a_setting_changed_count_on_the_next_run() -> None:
    page = _chosen(_visit())
    page.user = {**page.user, "roles": []}
    assert _sees_nothing(_run(page))
    page = _chosen(_visit())
    page.secrets = {**SECRETS, "own_results": {"role": "khac"}}
    assert _sees_nothing(_run(page))


def test_another_visit_without_the_role_never_sees_what_one_with_it_opened(office: Path) -> None:
    with_role = _chosen(_visit())
    assert NAME in _said(with_role)
    assert (office, "[Sở] *nội bộ*.csv") in own_shelf._read
    other = _visit(roles="khac")
    assert _sees_nothing(other)
    # Neither by naming the file in the session nor by the address of the other.
    for name, value in with_role.query_params.items():
        other.query_params[name] = value
    other.session_state["own results: chosen file of the office"] = "[Sở] *nội bộ*.csv"
    _run(other)
    assert "Zzyxqua" not in str(other.main) + _said(other)
    other.session_state["own results: file"] = with_role.session_state["own results: file"]
    assert "Zzyxqua" not in _said(_run(other))
    assert NAME in _said(_run(with_role))


@pytest.mark.parametrize(
    "secrets", [{"other": "1"}, {"auth": SECRETS["auth"]}, {"own_results": SECRETS["own_results"]}]
)
@pytest.mark.usefixtures("office")
def test_without_sign_in_set_up_nobody_sees_the_folder(secrets: dict[str, Any]) -> None:
    page = _visit("vi", secrets)
    assert "Các tệp lưu tại cơ quan không được hiển thị vì máy chủ này chưa thiết lập đăng nhập." in _said(page)
    assert _sees_nothing(page)
    assert [button.key for button in page.button if str(button.key).startswith("sign")] == []


def test_without_the_setting_the_page_says_nothing_of_sign_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DASHBOARD_OWN_RESULTS", raising=False)
    page = _visit()
    assert "cơ quan" not in _said(page)
    assert [button.key for button in page.button if str(button.key).startswith("sign")] == []


def test_a_folder_that_cannot_be_read_is_told_to_those_who_may_see_it(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_OWN_RESULTS", str(office / "no such folder"))
    assert "Không đọc được thư mục tệp của cơ quan." in _said(_visit())
    assert "Không đọc được" not in _said(_visit(roles="khac"))
    (office / "empty").mkdir()
    monkeypatch.setenv("DASHBOARD_OWN_RESULTS", str(office / "empty"))
    assert "Trong thư mục chưa có tệp kết quả nào" in _said(_visit())


def test_a_chosen_file_that_cannot_be_read_is_told_once(monkeypatch: pytest.MonkeyPatch, office: Path) -> None:
    def refuse(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(own_shelf, "content_of", refuse)
    (office / "khac.csv").write_text(RESULTS, encoding="utf-8")
    page = _chosen(_visit())
    assert "Không đọc được tệp đã chọn trong thư mục." in _said(page)
    assert "Không đọc được" not in _said(_run(page))


def test_a_faulty_file_is_told_by_row_and_column_as_an_upload_is(office: Path) -> None:
    (office / "[Sở] *nội bộ*.csv").write_text(RESULTS + "2024;Tổ;Tổ 1;70\n", encoding="utf-8")
    page = _chosen(_visit())
    assert 'Dòng 5, cột B: "Tổ" không phải là loại đơn vị.' in _said(page)
    (office / "[Sở] *nội bộ*.csv").write_bytes(b"")
    assert [error.value for error in _run(page).error] == ["Tệp không có nội dung\\."]


@pytest.mark.usefixtures("office")
def test_a_download_is_made_only_while_leave_lasts(monkeypatch: pytest.MonkeyPatch) -> None:
    ends = time.time() + 600
    monkeypatch.setattr(own_file, "_kept_file", lambda: OwnFile(None, version=FileVersion("a.csv", 1, 1)))
    monkeypatch.setattr(own_file, "verdict", lambda: MaySee(ends))
    make = own_file.while_it_may_be_seen(lambda: b"slides")
    assert make() == b"slides"
    monkeypatch.setattr(own_file.time, "time", lambda: ends)
    with pytest.raises(own_file.LeaveEndedError):
        make()
    monkeypatch.setattr(own_file, "verdict", lambda: Refused("expired"))
    with pytest.raises(own_file.LeaveEndedError):
        own_file.while_it_may_be_seen(lambda: b"slides")()
    # What the visitor brought is theirs whatever the sign-in.
    monkeypatch.setattr(own_file, "_kept_file", lambda: OwnFile(None))
    assert own_file.while_it_may_be_seen(lambda: b"slides")() == b"slides"


def _mark(page: AppTest) -> str:
    held = page.query_params["tep_noi_tinh"]
    return held if isinstance(held, str) else held[-1]


def _opened(language: str, mark: str, **claims: object) -> AppTest:
    page = AppTest.from_function(_draw, default_timeout=60)
    page.secrets, page.user = SECRETS, {**CLAIMS, "exp": time.time() + 600, **claims}
    page.query_params["ngon_ngu"], page.query_params["tep_noi_tinh"] = language, mark
    return _run(page)


def test_a_link_opens_the_same_file_for_those_who_may_see_it_alone(office: Path) -> None:
    (office / "khac.csv").write_text(RESULTS.replace("80", "81"), encoding="utf-8")
    first = _chosen(_visit())
    mark = _mark(first)
    assert len(mark) == 16
    assert f"{NAME} có điểm cao nhất (80)" in _said(_opened("vi", mark))
    # Without leave it stays in the address, for after signing in, and leads to nothing.
    for claims in ({"roles": "khac"}, {"is_logged_in": False}, {"exp": 1}):
        page = _opened("vi", mark, **claims)
        assert _mark(page) == mark
        assert _sees_nothing(page)
    assert "Tệp mà liên kết nêu không có trong thư mục." in _said(_opened("vi", "0123456789abcdef"))
    assert "The file that the link names is not in the folder." in _said(_opened("en", "../../etc/passwd"))


def test_another_file_has_another_mark_and_one_put_away_has_none(office: Path) -> None:
    (office / "khac.csv").write_text(RESULTS.replace("80", "81"), encoding="utf-8")
    page = _chosen(_visit())
    mark = _mark(page)
    (choice,) = (box for box in page.selectbox if box.label == "Tệp kết quả")
    choice.set_value("khac.csv")
    _run(page)
    other = _mark(page)
    assert other != mark
    assert "có điểm cao nhất (81)" in _said(page)
    # The browser's "back" brings the address of before, and the file with it.
    page.query_params["tep_noi_tinh"] = mark
    assert "có điểm cao nhất (80)" in _said(_run(page))
    assert _mark(page) == mark
    next(button for button in page.button if button.label == "Bỏ tệp").click()
    _run(page)
    assert _mark(page) == ""
    assert NAME not in _said(_run(page))
    page.query_params["tep_noi_tinh"] = mark
    assert "có điểm cao nhất (80)" in _said(_run(page))


def test_without_a_folder_the_address_is_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DASHBOARD_OWN_RESULTS", raising=False)
    assert "tep_noi_tinh" not in _visit().query_params


def test_the_mark_tells_nothing_of_the_name_without_the_secret_of_the_office(monkeypatch: pytest.MonkeyPatch) -> None:
    marks: set[str] = set()
    for secret in ("one secret of thirty-two letters.", "another secret of so many letters"):
        monkeypatch.setattr(st, "secrets", {"auth": {"cookie_secret": secret}})
        marks |= {mark_of("a.csv"), mark_of("b.csv")}
    assert len(marks) == 4
