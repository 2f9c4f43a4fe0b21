"""A province's own table of who leads what: taken from a file, kept for the visit, never written or sent anywhere."""

import csv
import io
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from indicators.catalogue import Catalogue
from indicators.own_responsibilities import OwnTableError, TableFault, read_own_table
from indicators.release import Release
from ui.downloads import csv_with_mark
from ui.markdown_text import plain_markdown
from ui.targets_file import UnreadableFileError, rows_of_file
from ui.view import View
from wording.responsibility import table_fault_words

FAULTS_SHOWN = 10

_KEPT = "strengths: a province's own table"
_UPLOAD = "strengths: file of a province's own table"
_UPLOADS = "strengths: how many files were put away"
_XLSX = b"PK"
_FIRST_ROW = 2  # under the heading


@dataclass(frozen=True)
class OwnTable:
    """What was read of a file: `rows` that are laid over the general table, None for none; `faults` of the others.

    `readable` is false for a file that is no such workbook or text at all.
    """

    name: str
    rows: pd.DataFrame | None
    faults: tuple[TableFault, ...]
    readable: bool = True


def own_table() -> OwnTable | None:
    """Return the table that this visitor brought; None for none."""
    found = st.session_state.get(_KEPT)
    return found if isinstance(found, OwnTable) else None


def read_own_file(name: str, content: bytes, catalogue: Catalogue) -> OwnTable:
    """Read a CSV, or the first sheet of an XLSX, and keep the rows that have no fault.

    A fault of the heading leaves no row.
    """
    try:
        text = _csv_of_workbook(content) if content.startswith(_XLSX) else content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""  # where it is no text is said by the reader of the table
    except UnreadableFileError:
        return OwnTable(name, None, (), readable=False)
    faults: list[TableFault] = []
    while True:
        try:
            rows = read_own_table(text.encode("utf-8") if text else content, catalogue)
        except OwnTableError as error:
            found = error.faults
        else:
            return OwnTable(name, rows, tuple(sorted(faults, key=lambda fault: fault.row)))
        if not text or found[0].row < _FIRST_ROW or found[0].fault == "no_rows":
            return OwnTable(name, None, tuple(faults) or found)
        # A row is told to be there twice only once the first of the two is known to be good.
        told = [fault for fault in found if fault.fault != "component_twice"] or list(found)
        faults += told
        text = _without(text, {fault.row for fault in told})


def show_own_table(release: Release, view: View) -> None:
    """Draw the place for a file, what was read of it, and the general table to start from."""
    text = view.language.text
    with st.expander(text("Use the province's own division of work"), icon=":material/upload_file:"):
        st.markdown(
            text(
                "The general table says who usually leads a component. A province's own table (CSV or XLSX, the same "
                "columns) takes its place for the components that it names."
            )
        )
        st.caption(text("The uploaded file is used for this visit only; it is not stored or sent."))
        st.download_button(
            text("Download the general table (CSV)"),
            data=lambda: csv_with_mark(release.responsibility.astype("str")),
            file_name="phan-cong.csv",
            mime="text/csv",
            on_click="ignore",
            icon=":material/download:",
        )
        st.file_uploader(
            text("The province's own table"),
            type=["csv", "xlsx"],
            key=_upload_key(),
            on_change=_take_file,
            args=(release.catalogue,),
        )
        own = own_table()
        if own is not None:
            _show_outcome(view, own)


def _upload_key() -> str:
    """Return the key of the place for a file: a new one empties it."""
    return f"{_UPLOAD} {st.session_state.get(_UPLOADS, 0)}"


def _take_file(catalogue: Catalogue) -> None:
    """Read the file just uploaded before the run that it starts, so that the filters know its agencies."""
    file = st.session_state.get(_upload_key())
    if file is None:
        st.session_state.pop(_KEPT, None)
    else:
        st.session_state[_KEPT] = read_own_file(file.name, file.getvalue(), catalogue)


def _put_away() -> None:
    st.session_state.pop(_KEPT, None)
    st.session_state[_UPLOADS] = st.session_state.get(_UPLOADS, 0) + 1


def _show_outcome(view: View, own: OwnTable) -> None:
    text = view.language.text
    used = 0 if own.rows is None else len(own.rows)
    if not own.readable:
        st.error(text("The file cannot be opened. Save the table as CSV UTF-8 or as XLSX."))
    elif own.faults:
        told = [table_fault_words(fault, view.language) for fault in own.faults[:FAULTS_SHOWN]]
        further = len(own.faults) - len(told)
        if further:
            told.append(text("Further faults: {count}.", count=further))
        lines = "\n".join(f"- {plain_markdown(line)}" for line in told)
        rows_at_fault = len({fault.row for fault in own.faults})
        sentence = "{used} rows are used; {left_out} rows are not, for these reasons:"
        outcome = text(sentence, used=used, left_out=rows_at_fault)
        st.warning(f"{outcome}\n\n{lines}")
    else:
        st.success(text("{used} rows are used.", used=used))
    if used:
        st.button(text("Back to the general table"), on_click=_put_away)


def _csv_of_workbook(content: bytes) -> str:
    """Write the first sheet of a workbook as CSV, each row under the number that it has there."""
    rows = rows_of_file(".xlsx", content)
    width = max((position for position, name in enumerate(rows[0], start=1) if name.strip()), default=0) if rows else 0
    target = io.StringIO()
    csv.writer(target).writerows(row[:width] for row in rows)
    return target.getvalue()


def _without(text: str, numbers: set[int]) -> str:
    """Empty the rows of some numbers, so that the others keep theirs."""
    heading = text.split("\n", 1)[0]
    delimiter = ";" if heading.count(";") > heading.count(",") else ","
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    target = io.StringIO()
    kept = ([] if number in numbers else row for number, row in enumerate(rows, start=1))
    csv.writer(target, delimiter=delimiter).writerows(kept)
    return target.getvalue()
