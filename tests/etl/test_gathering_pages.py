"""What servers send in place of a file is told apart from data, each with a sentence that says what it is."""

from pathlib import Path

import pytest
from gathering_tools import ETAG, QUICK, WORKBOOK, files_in, gather_one, wanted
from http_server import Behaviour, Handler, Publisher

from etl.gathering.gather import gather, would_gather

LOGIN = (
    b"<html><head><title>\xc4\x90\xc4\x83ng nh\xe1\xba\xadp</title></head><body><form><input type='password'></form>"
)
NOT_FOUND = "<!DOCTYPE html><title>Không tìm thấy trang</title><body><h1>404</h1>".encode()
TABLE = "<html><title>Xếp hạng năm 2022</title><body><table><tr><td>Hà Nội<td>0,7</table>".encode()
TABLE_WITH_LOGIN_BOX = TABLE.replace(b"<table>", b"<input type=password><table>")
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.parametrize(
    ("form", "body", "content_type", "reason", "words"),
    [
        ("xlsx", b"", XLSX_TYPE, "empty", "sent nothing"),
        ("html", b" \n ", "text/html", "empty", "sent nothing"),
        ("html", b"<html><script>run()</script><body></body>", "text/html", "empty", "without a word"),
        ("xlsx", LOGIN, "text/html", "login_page", "is a login page ('Đăng nhập')"),
        ("html", LOGIN, "text/html", "login_page", "known visitors only"),
        ("xlsx", NOT_FOUND, "text/html", "error_page", "200 with an error page ('Không tìm thấy trang')"),
        ("html", NOT_FOUND, "text/html", "error_page", "200 with an error page"),
        ("pdf", NOT_FOUND, "application/pdf", "error_page", "200 with an error page"),
        ("pdf", TABLE, "text/html", "error_page", "a web page ('Xếp hạng năm 2022'), where a PDF is declared"),
        ("html", b"<html><title>Just a moment...</title><body>Checking", "text/html", "error_page", "error page"),
        ("html", b"\xef\xbb\xbf<html><body>Error: try again</body>", "text/html", "error_page", "error page"),
        ("csv", b'{"error": 1}', "application/json", "wrong_content_type", "is sent as application/json"),
        ("xlsx", b"\x89PNG....", "image/png", "wrong_content_type", "is sent as image/png"),
        ("xlsx", WORKBOOK, "text/html", "wrong_content_type", "is sent as text/html"),
        ("xlsx", PDF, "application/octet-stream", "wrong_format", "is a PDF, where an XLSX workbook is declared"),
        ("xlsx", OLD_WORKBOOK, XLSX_TYPE, "wrong_format", "an old XLS workbook"),
        ("xls", WORKBOOK, XLSX_TYPE, "wrong_format", "XLSX workbook, where an XLS workbook is declared"),
        ("csv", b"PK\x03\x04\0\0", "text/csv", "wrong_format", "where a text table is declared"),
        ("xlsx", WORKBOOK[:-300], XLSX_TYPE, "cut_short", "breaks off before its end"),
        ("xlsx", WORKBOOK[:100], XLSX_TYPE, "cut_short", "breaks off before its end"),
        ("pdf", PDF[:30], "application/pdf", "cut_short", "breaks off before its end"),
        ("xlsx", OLD_WORKBOOK + "EncryptedPackage".encode("utf-16-le"), "", "wrong_format", "with a password"),
    ],
)
def test_what_is_not_data(
    publisher: Publisher, raw: Path, form: str, body: bytes, content_type: str, reason: str, words: str
) -> None:
    outcome = gather_one(publisher.file("/file", body, content_type, ETag=ETAG), raw, form=form)
    assert (outcome.state, outcome.reason) == ("failed", reason)
    assert words in outcome.message
    assert files_in(raw) == set()
    assert len(publisher.asked) == 1


@pytest.mark.parametrize(
    ("form", "body", "content_type"),
    [
        ("xlsx", WORKBOOK, "application/octet-stream"),
        ("xlsx", WORKBOOK, f"{XLSX_TYPE}; charset=binary"),
        ("xls", OLD_WORKBOOK, "application/vnd.ms-excel"),
        ("pdf", PDF, "application/pdf"),
        ("csv", "Tỉnh;Điểm\nHà Nội;1,5\n".encode("utf-16"), "text/plain"),
        ("html", TABLE, "text/html; charset=utf-8"),
        ("html", TABLE_WITH_LOGIN_BOX, "text/html"),
        ("html", "<?xml version='1.0'?><!-- x --><html><body><p>Quyết định 404/QĐ".encode(), "application/xhtml+xml"),
    ],
)
def test_what_is_data(publisher: Publisher, raw: Path, form: str, body: bytes, content_type: str) -> None:
    address = publisher.file("/file", body, content_type)
    assert gather_one(address, raw, form=form).state == "new"
    assert wanted(address, form).place(raw).read_bytes() == body


@pytest.mark.parametrize(
    ("status", "reason", "words"),
    [
        (404, "gone", "is gone (404 Not Found)"),
        (410, "gone", "is gone (410 Gone)"),
        (401, "login_page", "wants a login"),
        (403, "refused", "download it by hand"),
        (418, "refused", "is refused by the server (418"),
        (500, "server_error", "a trouble of its own (500"),
    ],
)
def test_statuses(publisher: Publisher, raw: Path, status: int, reason: str, words: str) -> None:
    outcome = gather_one(publisher.on("/a.xlsx", lambda handler: handler.reply(status)), raw)
    assert outcome.reason == reason
    assert words in outcome.message
    assert len(publisher.asked) == (3 if status == 500 else 1)


def _redirect(status: int, target: str) -> Behaviour:
    return lambda handler: handler.reply(status, Location=target)


def test_a_file_that_moved_for_good_is_taken_and_the_new_address_is_told(publisher: Publisher, raw: Path) -> None:
    new = publisher.file("/new.xlsx", WORKBOOK)
    publisher.on("/between", _redirect(308, "/new.xlsx"))
    outcome = gather_one(publisher.on("/old.xlsx", _redirect(301, "/between")), raw)
    assert outcome.state == "new"
    assert outcome.message == f"moved for good to {new}; declare that address in its place."


def test_a_file_that_lies_elsewhere_for_now_is_taken_without_a_word(publisher: Publisher, raw: Path) -> None:
    publisher.file("/new.xlsx", WORKBOOK)
    outcome = gather_one(publisher.on("/old.xlsx", _redirect(302, "/new.xlsx")), raw)
    assert (outcome.state, outcome.message) == ("new", "")


@pytest.mark.parametrize(
    ("target", "body", "reason", "words"),
    [
        ("/loop", b"", "redirect_loop", "without end"),
        ("/dang-nhap?from=a", TABLE, "login_page", "is a login page"),
        ("/", TABLE, "gone", "leads to the front page"),
        ("ftp://127.0.0.1/a.xlsx", b"", "no_web_address", "is no web address"),
    ],
)
def test_redirects_that_lead_to_no_data(
    publisher: Publisher, raw: Path, target: str, body: bytes, reason: str, words: str
) -> None:
    publisher.file(target, body, "text/html")
    if target == "/loop":
        publisher.on("/loop", _redirect(302, "/page"))
    outcome = gather_one(publisher.on("/page", _redirect(302, target)), raw, form="html")
    assert outcome.reason == reason
    assert words in outcome.message
    assert files_in(raw) == set()


@pytest.mark.parametrize("address", ["", "file:///etc/hosts", "github:owner/name data.xlsx", "https://", "http://[x"])
def test_what_is_no_web_address(raw: Path, address: str) -> None:
    assert gather_one(address, raw).reason == "no_web_address"


def test_an_error_page_leaves_what_was_held(publisher: Publisher, raw: Path) -> None:
    address = publisher.file("/a.xlsx", WORKBOOK)
    gather_one(address, raw)
    publisher.file("/a.xlsx", NOT_FOUND, "text/html")
    assert gather_one(address, raw).state == "failed"
    assert would_gather([wanted(address)], raw)[0].state == "held"
    assert wanted(address).place(raw).read_bytes() == WORKBOOK


def test_places_keep_addresses_apart_and_stay_below_the_folder(tmp_path: Path) -> None:
    same_end = [wanted(f"https://{host}.example.org/tai lieu/Chỉ số Đô thị.XLSX") for host in ("a", "b")]
    names = [file.place(tmp_path).name for file in same_end]
    assert names[0] != names[1]
    assert all(name.startswith("Chi-so-Do-thi-") and name.endswith(".xlsx") for name in names)
    sly = wanted("https://example.org/..%2f..%2fetc%2fpasswd?x=1", "html").place(tmp_path)
    assert sly.parent == tmp_path / "abc" / "2023"


def test_nothing_is_asked_in_a_dry_run(publisher: Publisher, raw: Path) -> None:
    address = publisher.file("/a.xlsx", WORKBOOK)
    assert [outcome.state for outcome in would_gather([wanted(address), wanted(address)], raw)] == ["missing"]
    assert publisher.asked == []
    assert not raw.exists()


def test_progress_is_told_up_to_the_last_byte(publisher: Publisher, raw: Path) -> None:
    told: list[tuple[int, int | None]] = []
    address = publisher.file("/a.xlsx", WORKBOOK)
    gather([wanted(address)], raw, QUICK, lambda _: lambda size, whole: told.append((size, whole)))
    assert told[0] == (0, len(WORKBOOK))
    assert told[-1] == (len(WORKBOOK), len(WORKBOOK))


def test_a_reset_before_the_answer(publisher: Publisher, raw: Path) -> None:
    outcome = gather_one(publisher.on("/a.xlsx", Handler.reset), raw)
    assert outcome.reason == "interrupted"
    assert len(publisher.asked) == 3
