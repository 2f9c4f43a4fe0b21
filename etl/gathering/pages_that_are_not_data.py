"""Tells a publisher's file from what servers send instead: login pages, error pages, other formats, half a file."""

import html
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from etl.gathering.faults import GatherError, Reason
from etl.page_words import ERROR_WORDS, ROBOT_WORDS

BYTES_LOOKED_AT = 512 * 1024
SHORT_PAGE = 300
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
WORKBOOK_TYPES = frozenset(
    {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.ms-excel",
        "application/vnd.ms-excel.sheet.macroenabled.12",
        "application/excel",
        "application/x-excel",
        "application/msexcel",
        "application/x-msexcel",
        "application/x-ole-storage",
        "application/zip",
        "application/x-zip-compressed",
    }
)
TEXT_TABLE_TYPES = frozenset(
    {"text/csv", "application/csv", "text/x-csv", "text/comma-separated-values", "text/tab-separated-values"}
)
# What servers say of files that they do not know; it speaks neither for nor against a format.
UNKNOWN_TYPES = frozenset(
    {
        "",
        "text/plain",
        "application/octet-stream",
        "binary/octet-stream",
        "application/download",
        "application/x-download",
        "application/force-download",
        "application/x-force-download",
    }
)
LOGIN_ADDRESS = re.compile(
    r"(?:^|[/._?&=-])(?:log-?in|sign-?in|dang-?nhap|sso|cas|adfs|oauth2?)(?:[/._?&=-]|$)", re.IGNORECASE
)
PASSWORD_FIELD = re.compile(r"<input\b[^>]*\btype\s*=\s*[\"']?password", re.IGNORECASE)
TABLE = re.compile(r"<table\b", re.IGNORECASE)
HTML_BEGINS = re.compile(
    rb"^\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|title|meta|script|table)\b", re.I | re.S
)


@dataclass(frozen=True)
class Format:
    """A declared format: how it is called, the content types it comes under, and what is wrong with a file of it."""

    name: str
    types: frozenset[str]
    fault: Callable[[Path, bytes], tuple[Reason, str] | None]


@dataclass(frozen=True)
class Received:
    """A whole file as it came: where it lies, what the server called it, what was asked and what answered."""

    path: Path
    content_type: str
    asked_address: str
    final_address: str


def refuse_what_is_not_data(received: Received, declared: str) -> None:
    """Raise GatherError where the file is not what its declared format (a key of FORMATS) promises."""
    form = FORMATS[declared]
    with received.path.open("rb") as file:
        start = file.read(BYTES_LOOKED_AT)
    if not start.strip():
        raise GatherError(Reason.EMPTY, "sent nothing (an empty file); look at the address in a browser.")
    if HTML_BEGINS.match(_single_bytes(start[:4096])):
        _refuse_page(_page_text(start), received, declared)
    media_type = received.content_type.partition(";")[0].strip().lower()
    if media_type not in form.types | UNKNOWN_TYPES:
        sentence = f"is sent as {media_type}, where {form.name} is declared; look at the address in a browser."
        raise GatherError(Reason.WRONG_CONTENT_TYPE, sentence)
    found = form.fault(received.path, start)
    if found is not None:
        raise GatherError(*found)


def _refuse_page(text: str, received: Received, declared: str) -> None:
    """Raise GatherError for a web page that asks to log in, tells of an error, or stands where a file should be."""
    heading = _heading(text)
    shown = f" ('{heading}')" if heading else ""
    was_led = received.final_address != received.asked_address
    led_to_login = was_led and _is_login(received.final_address) and not _is_login(received.asked_address)
    if led_to_login or (PASSWORD_FIELD.search(text) and (declared != "html" or not TABLE.search(text))):
        sentence = f"is a login page{shown}; the publisher gives the file to known visitors only: download it by hand."
        raise GatherError(Reason.LOGIN_PAGE, sentence)
    words = _visible_words(text)
    said = [heading, words if len(words) <= SHORT_PAGE else ""]
    if any(signs.search(part) for signs in (ROBOT_WORDS, ERROR_WORDS) for part in said):
        sentence = f"answers 200 with an error page{shown}; look for the file's new address."
        raise GatherError(Reason.ERROR_PAGE, sentence)
    if was_led and _is_front_page(received.final_address) and not _is_front_page(received.asked_address):
        sentence = f"leads to the front page {received.final_address}{shown}; look for the file's new address there."
        raise GatherError(Reason.GONE, sentence)
    if declared != "html":
        sentence = (
            f"answers 200 with a web page{shown}, where {FORMATS[declared].name} is declared; look for the file there."
        )
        raise GatherError(Reason.ERROR_PAGE, sentence)
    if not words:
        raise GatherError(Reason.EMPTY, "is a page without a word; its content may be put there by a script.")


def _is_login(address: str) -> bool:
    parts = urlsplit(address)
    return LOGIN_ADDRESS.search(f"{parts.hostname or ''}{parts.path}") is not None


def _is_front_page(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path in {"", "/"} and not parts.query


def _single_bytes(start: bytes) -> bytes:
    """Text as one byte a letter, as far as it is ASCII: byte order marks and the zeros of UTF-16 are left out."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return start[2:].replace(b"\0", b"")
    return start.removeprefix(b"\xef\xbb\xbf")


def _page_text(start: bytes) -> str:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return start.decode("utf-16", errors="replace")
    return start.decode("utf-8", errors="replace")


def _heading(text: str) -> str:
    """What a page calls itself: its title, else its first heading, in one short line."""
    for tag in ("title", "h1"):
        match = re.search(rf"<{tag}\b[^>]*>(.*?)</{tag}>", text, re.IGNORECASE | re.DOTALL)
        words = _visible_words(match[1]) if match else ""
        if words:
            return words[:80]
    return ""


def _visible_words(text: str) -> str:
    text = re.sub(r"<!--.*?-->|<(script|style|head)\b.*?(?:</\1\s*>|$)", " ", text, flags=re.IGNORECASE | re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())


def _name_of(start: bytes) -> str:
    """What the first bytes say a file is."""
    begins = {ZIP: "a ZIP file or XLSX workbook", OLE: "an old XLS workbook or Word file", b"%PDF-": "a PDF"}
    pictures = {b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture"}
    return next((name for magic, name in (begins | pictures).items() if start.startswith(magic)), "something else")


def _wrong(start: bytes, name: str) -> tuple[Reason, str]:
    return Reason.WRONG_FORMAT, f"is {_name_of(start)}, where {name} is declared; look at it and mend its declaration."


def _xlsx_fault(path: Path, start: bytes) -> tuple[Reason, str] | None:
    if start.startswith(OLE) and "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
        return Reason.WRONG_FORMAT, "is a workbook with a password; ask the publisher for one without."
    if not start.startswith(ZIP):
        return _wrong(start, FORMATS["xlsx"].name)
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return Reason.CUT_SHORT, "is a workbook that breaks off before its end; gather it again."
    return (
        None if any(name.lower().startswith("xl/workbook.") for name in names) else _wrong(start, FORMATS["xlsx"].name)
    )


def _xls_fault(_: Path, start: bytes) -> tuple[Reason, str] | None:
    return None if start.startswith(OLE) else _wrong(start, FORMATS["xls"].name)


def _pdf_fault(path: Path, start: bytes) -> tuple[Reason, str] | None:
    if b"%PDF-" not in start[:1024]:
        return _wrong(start, FORMATS["pdf"].name)
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 4096))
        if b"%%EOF" not in file.read():
            return Reason.CUT_SHORT, "is a PDF that breaks off before its end; gather it again."
    return None


def _text_fault(_: Path, start: bytes) -> tuple[Reason, str] | None:
    is_text = start.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" not in start
    return None if is_text and not start.startswith((b"%PDF-", ZIP)) else _wrong(start, "a text table")


def _html_fault(_: Path, start: bytes) -> tuple[Reason, str] | None:
    is_page = re.search(rb"<(?:html|body|table|div|p)\b", _single_bytes(start), re.IGNORECASE)
    return None if is_page else _wrong(start, FORMATS["html"].name)


FORMATS = {
    "xlsx": Format("an XLSX workbook", WORKBOOK_TYPES, _xlsx_fault),
    "xls": Format("an XLS workbook", WORKBOOK_TYPES, _xls_fault),
    "pdf": Format("a PDF", frozenset({"application/pdf", "application/x-pdf"}), _pdf_fault),
    "csv": Format("a CSV table", TEXT_TABLE_TYPES | {"application/vnd.ms-excel"}, _text_fault),
    "tsv": Format("a TSV table", TEXT_TABLE_TYPES | {"application/vnd.ms-excel"}, _text_fault),
    "html": Format("a web page", frozenset({"text/html", "application/xhtml+xml"}), _html_fault),
}
