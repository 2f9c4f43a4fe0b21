"""What a log line in JSON tells, and what it keeps to itself: nothing of a visitor may be in it."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from indicators.release_store import ReleaseError
from ui.log_lines import JsonLines, UnknownLogFormatError, set_up_log


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What the loggers `dashboard` and `library` write."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonLines())
    loggers = [logging.getLogger(name) for name in ("dashboard", "library")]
    for logger in loggers:
        logger.addHandler(handler)
    yield written
    for logger in loggers:
        logger.removeHandler(handler)


def told(lines: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines.getvalue().splitlines()]


def failing(error: Exception) -> None:
    raise error


def test_a_line_names_page_and_code_and_the_place_of_the_error(lines: io.StringIO) -> None:
    try:
        failing(ValueError("could not convert string to float: 'Nguyễn Văn A'"))
    except ValueError:
        logging.getLogger("dashboard").exception("Page %s failed, code %s", "so-sanh", "A1B2C3")
    (line,) = told(lines)
    assert (line["level"], line["logger"]) == ("ERROR", "dashboard")
    assert line["message"] == "Page so-sanh failed, code A1B2C3"
    assert line["time"].endswith("+00:00")
    assert line["error"]["kind"] == "ValueError"
    assert line["error"]["places"][-1].startswith("tests/ui/test_log_lines.py:")
    assert line["error"]["places"][-1].endswith(" failing")
    assert "Nguyễn" not in lines.getvalue(), "an error may quote what a visitor brought"


def test_an_error_of_the_release_says_what_is_wrong(lines: io.StringIO) -> None:
    try:
        failing(ReleaseError("breaks.parquet is missing"))
    except ReleaseError:
        logging.getLogger("dashboard").exception("There is no release to show")
    assert told(lines)[0]["error"]["message"] == "breaks.parquet is missing"


def test_what_a_library_fills_into_its_message_is_left_out(lines: io.StringIO) -> None:
    logger = logging.getLogger("library")
    logger.warning('%s - "WebSocket %s" [accepted]', "203.0.113.7:51234", "/_stcore/stream?don_vi=63-67")
    logger.warning("Upload %s of {session} is too large", "ket-qua-so-noi-vu.xlsx")
    assert [line["message"] for line in told(lines)] == [
        '%s - "WebSocket %s" [accepted]',
        "Upload %s of {session} is too large",
    ]


def test_a_message_of_several_lines_is_one_line(lines: io.StringIO) -> None:
    logging.getLogger("dashboard").error("publish failed:\n%s", "first\nsecond “ấ”")
    assert len(lines.getvalue().splitlines()) == 1
    assert told(lines)[0]["message"] == "publish failed:\nfirst\nsecond “ấ”"


@pytest.mark.parametrize("named", ["", "text", " TEXT "])
def test_without_the_setting_nothing_changes(named: str) -> None:
    before = logging.getLoggerClass()
    set_up_log({"DASHBOARD_LOG_FORMAT": named})
    assert logging.getLoggerClass() is before


def test_a_format_that_there_is_not_is_told() -> None:
    with pytest.raises(UnknownLogFormatError, match="DASHBOARD_LOG_FORMAT is 'xml'; it can be json, text"):
        set_up_log({"DASHBOARD_LOG_FORMAT": "xml"})
