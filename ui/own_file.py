"""A province's own results: taken from a file, kept in the memory of the visit, never written, logged or sent."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

import streamlit as st

from indicators.release import Release
from indicators.targets import Target
from own.problems import Problem, UnreadableFileError
from own.reading import read_own_results
from own.release import release_of
from own.results import OwnResults
from own.template import published_example, template_workbook
from ui.downloads import WORKBOOK
from ui.view import View, take_clicks_without_empty
from wording.numbers import whole
from wording.own_results import problem_words

PROBLEMS_SHOWN = 20

_KEPT = "own results: file"
_UPLOAD = "own results: place for a file"
_UPLOADS = "own results: how many files were put away"


@dataclass(frozen=True)
class OwnFile:
    """What was read of a file; `results` is None for one of which nothing can be used, `refused` says why then.

    `releases`: made of the results, by language. `targets`: what was entered for its units on the page.
    """

    results: OwnResults | None
    refused: Problem | None = None
    releases: dict[str, Release] = field(default_factory=dict[str, Release])
    targets: list[Target] = field(default_factory=list[Target])

    def release(self, language_code: str) -> Release | None:
        """Return the release of the results in a language; None where no unit of the file can be used."""
        if self.results is None or not self.results.measured:
            return None
        if language_code not in self.releases:
            self.releases[language_code] = release_of(self.results, language_code)
        return self.releases[language_code]


def own_release(language_code: str | None = None) -> Release | None:
    """Return the release of the file that this visitor brought; None for none.

    Without a language it is the one already made: keys and figures are the same in both.
    """
    kept = st.session_state.get(_KEPT)
    if not isinstance(kept, OwnFile):
        return None
    return kept.release(language_code or next(iter(kept.releases), "vi"))


def own_targets() -> tuple[Target, ...]:
    """Return the targets entered for units of the file; they go with it, since another file numbers units anew."""
    kept = st.session_state.get(_KEPT)
    return tuple(kept.targets) if isinstance(kept, OwnFile) else ()


def keep_own_targets(targets: Iterable[Target]) -> None:
    """Keep these targets with the file, in place of those before."""
    kept = st.session_state.get(_KEPT)
    if isinstance(kept, OwnFile):
        kept.targets[:] = targets


def read_file(name: str, content: bytes) -> OwnFile:
    """Read a file; nothing of it is kept but what the answer holds."""
    try:
        return OwnFile(read_own_results(name, content))
    except UnreadableFileError as error:
        return OwnFile(None, error.problem)


def show_own_file(view: View) -> None:
    """Draw the place for a file, the files to start from, and what was read of the file."""
    text, code = view.language.text, view.language.code
    kept = st.session_state.get(_KEPT)
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
    if isinstance(kept, OwnFile):
        _show_outcome(view, kept)
        st.button(text("Put the file away"), on_click=_put_away)


def plain_markdown(text: str) -> str:
    """Return a text so that nothing of a file in it is read as Markdown."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def _upload_key() -> str:
    """Return the key of the place for a file: a new one empties it."""
    return f"{_UPLOAD} {st.session_state.get(_UPLOADS, 0)}"


def _take_file() -> None:
    """Read the file just uploaded before the run that it starts, so that the filters know its years and units."""
    take_clicks_without_empty()
    file = st.session_state.get(_upload_key())
    if file is None:
        st.session_state.pop(_KEPT, None)
    else:
        st.session_state[_KEPT] = read_file(file.name, file.getvalue())


def _take_example(language_code: str) -> None:
    _put_away()
    st.session_state[_KEPT] = read_file("example.xlsx", template_workbook(language_code))


def _put_away() -> None:
    take_clicks_without_empty()
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
