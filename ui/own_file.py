"""A province's own results: taken from a file, kept in the memory of the visit, never written, logged or sent.

The file is one that the visitor brought, or one that the office keeps (`ui.own_shelf`); that one is let go as soon as a
run finds no leave to see it.
"""

import time
from collections.abc import Callable, Iterable
from typing import TypeVar

import streamlit as st

from indicators.release import Release
from indicators.targets import Target
from own.folder import FileVersion
from own.template import published_example, template_workbook
from ui.address import OWN_FILE
from ui.downloads import WORKBOOK
from ui.markdown_text import plain_markdown
from ui.own_read import OwnFile, read_file
from ui.own_shelf import file_on_shelf, version_on_shelf
from ui.sign_in import verdict
from ui.sign_in_claims import MaySee
from ui.sign_in_settings import own_results_folder
from ui.view import View, take_clicks_without_empty
from wording.numbers import whole
from wording.own_results import problem_words

PROBLEMS_SHOWN = 20

_KEPT = "own results: file"
_UPLOAD = "own results: place for a file"
_UPLOADS = "own results: how many files were put away"
_UNREADABLE = "own results: the file of the office cannot be read"

Made = TypeVar("Made")


class LeaveEndedError(Exception):
    """The sign-in by which a file of the office was seen has ended."""


def own_release(language_code: str | None = None) -> Release | None:
    """Return the release of the file that this visitor brought or chose; None for none.

    Without a language it is the one already made: keys and figures are the same in both.
    """
    kept = _kept_file()
    if kept is None:
        return None
    return kept.release(language_code or next(iter(kept.releases), "vi"))


def own_targets() -> tuple[Target, ...]:
    """Return the targets entered for units of the file; they go with it, since another file numbers units anew."""
    kept = _kept_file()
    return () if kept is None else tuple(kept.targets)


def keep_own_targets(targets: Iterable[Target]) -> None:
    """Keep these targets with the file, in place of those before."""
    kept = _kept_file()
    if kept is not None:
        kept.targets[:] = targets


def while_it_may_be_seen(make: Callable[[], Made]) -> Callable[[], Made]:
    """Let a file for download, made of the file in use when somebody asks for it, be made only while leave lasts.

    What it answers with raises LeaveEndedError afterwards. A file that the visitor brought is always theirs.
    """
    kept, found = _kept_file(), verdict()
    if kept is None or kept.version is None:
        return make
    until = found.until if isinstance(found, MaySee) else 0.0

    def make_with_leave() -> Made:
        if time.time() >= until:
            raise LeaveEndedError
        return make()

    return make_with_leave


def name_on_shelf() -> str | None:
    """Return the name of the file of the office that is in use; None where it is the visitor's own, or none."""
    kept = _kept_file()
    return None if kept is None or kept.version is None else kept.version.name


def take_from_shelf(name: str | None) -> None:
    """Use a file of the office in place of the one before, None for none; call it in a callback only.

    It is read by the run that this begins, if that run has leave to see it.
    """
    _put_away()
    if name is not None:
        use_from_shelf(name)


def use_from_shelf(name: str) -> None:
    """Use a file of the office in this run, where an address names it and not a click."""
    st.session_state[_KEPT] = OwnFile(None, version=FileVersion(name, 0, 0))


def could_not_be_read() -> bool:
    """Tell, once, whether the file of the office that was chosen last could not be read."""
    return bool(st.session_state.pop(_UNREADABLE, False))


def show_own_file(view: View) -> None:
    """Draw the place for a file, the files to start from, and what was read of the file."""
    text, code = view.language.text, view.language.code
    kept = _kept_file()
    with st.expander(text("File of own results"), icon=":material/upload_file:", expanded=not own_release(code)):
        st.markdown(
            text(
                "Rank the province's own departments, districts and communes with the same tables and charts: fill in "
                "the template, or bring a table with the columns year, kind of unit, unit, total and components."
            )
        )
        with st.container(horizontal=True):
            st.download_button(
                text("Download the template (Excel)"),
                data=lambda: template_workbook(code),
                file_name="ket-qua-noi-tinh-mau.xlsx",
                mime=WORKBOOK,
                on_click="ignore",
                icon=":material/download:",
            )
            st.download_button(
                text("Download a published example (Quảng Nam 2018)"),
                data=lambda: published_example(code),
                file_name="ket-qua-noi-tinh-quang-nam-2018.xlsx",
                mime=WORKBOOK,
                on_click="ignore",
            )
            st.button(text("See the page with the invented example"), on_click=_take_example, args=(code,))
        st.file_uploader(
            text("File of results (XLSX or CSV, up to 5 MB)"),
            type=["xlsx", "csv"],
            key=_upload_key(),
            on_change=_take_file,
        )
        st.caption(text("The uploaded file is used for this visit only; it is not stored or sent."))
    if kept is not None:
        _show_outcome(view, kept)
        st.button(text("Put the file away"), on_click=_put_away)


def _kept_file() -> OwnFile | None:
    """Return the file in use. One of the office: as it lies there now, and only with leave to see it in this run."""
    kept = st.session_state.get(_KEPT)
    if not isinstance(kept, OwnFile) or kept.version is None:
        return kept if isinstance(kept, OwnFile) else None
    leave, folder = verdict(), own_results_folder()
    found: OwnFile | None = None
    if isinstance(leave, MaySee) and folder is not None:
        if version_on_shelf(folder, kept.version.name, leave) == kept.version:
            return kept
        try:
            found = file_on_shelf(folder, kept.version.name, leave)
        except OSError:
            st.session_state[_UNREADABLE] = True
    if found is None:
        del st.session_state[_KEPT]
    else:
        st.session_state[_KEPT] = found
    return found


def _upload_key() -> str:
    """Return the key of the place for a file: a new one empties it."""
    return f"{_UPLOAD} {st.session_state.get(_UPLOADS, 0)}"


def _take_file() -> None:
    """Read the file just uploaded before the run that it starts, so that the filters know its years and units."""
    take_clicks_without_empty(OWN_FILE)
    file = st.session_state.get(_upload_key())
    if file is None:
        st.session_state.pop(_KEPT, None)
    else:
        st.session_state[_KEPT] = read_file(file.name, file.getvalue())


def _take_example(language_code: str) -> None:
    _put_away()
    st.session_state[_KEPT] = read_file("example.xlsx", template_workbook(language_code))


def _put_away() -> None:
    take_clicks_without_empty(OWN_FILE)
    st.session_state.pop(_KEPT, None)
    st.session_state[_UPLOADS] = st.session_state.get(_UPLOADS, 0) + 1


def _show_outcome(view: View, kept: OwnFile) -> None:
    text = view.language.text
    if kept.results is None:
        if kept.refused is not None:
            st.error(plain_markdown(problem_words(kept.refused, view.language)))
        return
    count = len(kept.results.figures)
    used = (
        text("One score of the file is used.")
        if count == 1
        else text("{count} scores of the file are used.", count=whole(count, view.language))
    )
    problems = kept.results.problems
    if not problems:
        st.success(used)
        return
    told = [f"- {plain_markdown(problem_words(problem, view.language))}" for problem in problems[:PROBLEMS_SHOWN]]
    if len(problems) > PROBLEMS_SHOWN:
        told.append(f"- {text('Further faults: {count}.', count=len(problems) - PROBLEMS_SHOWN)}")
    st.warning("\n".join([used, "", *told]))
