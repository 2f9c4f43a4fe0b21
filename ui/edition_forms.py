"""The form in which figures that are not held are filled in, one click away: a workbook of one edition.

The form is made by the keeper's tools, which no page imports: `app.py` hands over what makes it, and only where the
data lie beside the dashboard are forms offered.
"""

import logging
import os
import re
import threading
from collections.abc import Callable
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from indicators.catalogue import EditionKey
from ui.release_files import ADDRESS
from ui.view import View

LOG = logging.getLogger("dashboard")

FORMS_ADDRESS = f"{ADDRESS}/bieu-mau"
DATA = Path(__file__).parent.parent / "data"

MakeForm = Callable[[str, int], bytes]
"""Makes the form of an index and a year; raises ValueError with a sentence where there is no such edition."""

_NAME = re.compile(r"([A-Za-z0-9_]{2,20})-(\d{4})\.xlsx")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A form takes some seconds of a processor: one at a time, so that visits do not feel it.
_TURN = threading.Lock()
_LONGEST_WAIT = 30.0  # seconds


def offers_forms() -> bool:
    """Tell whether the data of which forms are made lie beside the dashboard."""
    return Path(os.environ.get("DASHBOARD_DATA") or DATA).is_dir()


def form_route(make_form: MakeForm) -> Route:
    """Return what answers `/du-lieu/bieu-mau/<index>-<year>.xlsx` with the form of that edition."""

    def answer(request: Request) -> Response:
        return _answer(str(request.path_params["name"]), make_form)

    return Route(f"/{FORMS_ADDRESS}/{{name}}", answer, methods=["GET"])


def _answer(name: str, make_form: MakeForm) -> Response:
    asked = _NAME.fullmatch(name)
    if asked is None or not offers_forms():
        return _refusal(404, "Không có biểu mẫu này. There is no such form.")
    if not _TURN.acquire(timeout=_LONGEST_WAIT):
        return _refusal(503, "Máy chủ đang bận, vui lòng thử lại sau. The server is busy; please try again later.")
    try:
        content = make_form(asked[1], int(asked[2]))
    except ValueError as error:
        return _refusal(404, f"Không có biểu mẫu này. There is no such form: {error}")
    except OSError:
        LOG.exception("The form %s cannot be made", name)
        return _refusal(503, "Tạm thời không tạo được biểu mẫu. The form cannot be made for now.")
    finally:
        _TURN.release()
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-cache"}
    return Response(content, media_type=_XLSX, headers=headers)


def _refusal(status: int, sentence: str) -> Response:
    return PlainTextResponse(sentence, status_code=status, headers={"Cache-Control": "no-store"})


def form_address(key: EditionKey) -> str:
    """Return the address of the form of an edition.

    It is relative, as all pages stand side by side: what is drawn once for everyone names nobody's site.
    """
    return f"{FORMS_ADDRESS}/{key.index}-{key.year}.xlsx"


def show_form_link(view: View, key: EditionKey) -> None:
    """Draw the link to the form of an edition, where forms are offered."""
    if not offers_forms():
        return
    words = view.language.text("Download the template of {index} {year} (Excel)", index=key.index, year=key.year)
    st.markdown(f"[{words}]({form_address(key)})")
