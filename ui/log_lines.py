"""The server's log as one JSON object a line (`DASHBOARD_LOG_FORMAT=json`), for programs that gather logs.

No line says anything of a visitor. What the dashboard itself logs names pages, codes and the release. Of what other
programs say the words are kept without what was filled in, which may be an address, a host or the name of a file. Of
an error its kind and places are kept, and its text only where it is about the release: others may quote what was read.
"""

import json
import logging
import os
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from indicators.release_store import ReleaseError

SETTING = "DASHBOARD_LOG_FORMAT"
OWN_LOGGER = "dashboard"

_HERE = Path(__file__).parent.parent
_LIBRARIES = "site-packages"


class UnknownLogFormatError(ValueError):
    """The setting names a format that there is not; the message says which there are."""


def set_up_log(environment: Mapping[str, str] = os.environ) -> None:
    """Have every logger of the process write JSON lines to stderr where the setting says so, else leave all as it is.

    Raises UnknownLogFormatError for another value than `json`, `text` or none.
    """
    named = environment.get(SETTING, "").strip().casefold()
    if named in {"", "text"}:
        return
    if named != "json":
        message = f"{SETTING} is '{named}'; it can be json, text or left out."
        raise UnknownLogFormatError(message)
    logging.setLoggerClass(_JsonLogger)
    own = logging.getLogger(OWN_LOGGER)
    own.setLevel(logging.INFO)
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(logging.StreamHandler())
    for logger in [root, *logging.root.manager.loggerDict.values()]:
        for handler in logger.handlers if isinstance(logger, logging.Logger) else ():
            handler.setFormatter(JsonLines())
    logging.captureWarnings(capture=True)


class JsonLines(logging.Formatter):
    """Writes a record as one JSON object: time (UTC), level, logger, message and, of an error, its kind and places."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, without its end."""
        is_own = record.name == OWN_LOGGER
        told: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage() if is_own else str(record.msg),
        }
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            told["error"] = _error(error)
        return json.dumps(told, ensure_ascii=False)


class _JsonLogger(logging.Logger):
    """A logger of a library that is loaded later, which would bring a format of its own."""

    def addHandler(self, hdlr: logging.Handler) -> None:  # noqa: N802
        hdlr.setFormatter(JsonLines())
        super().addHandler(hdlr)


def _error(error: BaseException) -> dict[str, object]:
    told: dict[str, object] = {"kind": type(error).__name__, "places": _places(error)}
    if isinstance(error, ReleaseError):
        told["message"] = str(error)
    cause = error.__cause__ or error.__context__
    if cause is not None:
        told["after"] = type(cause).__name__
    return told


def _places(error: BaseException) -> list[str]:
    """Where an error came from, the outermost call first: "ui/frame.py:64 main"; of a library below its own folder."""
    return [
        f"{_shown(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)
    ]


def _shown(file: str) -> str:
    path = Path(file)
    if _LIBRARIES in path.parts:
        return "/".join(path.parts[path.parts.index(_LIBRARIES) + 1 :])
    return path.relative_to(_HERE).as_posix() if path.is_relative_to(_HERE) else path.name
