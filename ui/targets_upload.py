"""Targets that a reader brings in a file: read for the visit, kept nowhere else; and the targets shown as a file."""

import re
from dataclasses import dataclass

import streamlit as st

from indicators.own_targets import OwnTargets, read_own_targets
from indicators.release import Release
from indicators.targets import Target
from reports.sheets import WORKBOOK
from ui.targets_file import UnreadableFileError, rows_of_file, targets_csv, targets_workbook
from ui.view import View
from wording.targets import target_fault_words

FAULTS_SHOWN = 10

_KEPT = "targets: of the file"
_UPLOAD = "targets: file"
_UPLOADS = "targets: how many files were put away"


@dataclass(frozen=True)
class OwnFile:
    """What was read of a file; `read` is None for one that is no table at all."""

    read: OwnTargets | None


def targets_of_file() -> tuple[Target, ...]:
    """Return the targets that this visitor brought in a file."""
    kept = st.session_state.get(_KEPT)
    return kept.read.targets if isinstance(kept, OwnFile) and kept.read else ()


def show_target_file(release: Release, view: View, shown: list[Target]) -> None:
    """Draw the place for a file, what was read of it, and the targets shown as a file to keep or to fill in."""
    text = view.language.text
    kept = st.session_state.get(_KEPT)
    with st.expander(text("Targets as a file"), icon=":material/upload_file:", expanded=kept is not None):
        st.markdown(
            text(
                "Columns: unit_system, province_code, index, component, year, kind, value, since_year, source. Kinds: "
                "rank_at_most and score_at_least with a value, rank_kept and score_kept with since_year."
            ).replace("_", "\\_")
        )
        with st.container(horizontal=True):
            st.download_button(
                text("Download targets (Excel)"),
                data=lambda: targets_workbook(shown),
                file_name="muc-tieu.xlsx",
                mime=WORKBOOK,
                on_click="ignore",
                icon=":material/download:",
            )
            st.download_button(
                text("Download targets (CSV)"),
                data=lambda: targets_csv(shown),
                file_name="muc-tieu.csv",
                mime="text/csv",
                on_click="ignore",
            )
        st.file_uploader(
            text("File of targets (CSV or XLSX)"),
            type=["csv", "xlsx"],
            key=_upload_key(),
            on_change=_take_file,
            args=(release,),
        )
        st.caption(text("The uploaded file is used for this visit only; it is not stored or sent."))
        if isinstance(kept, OwnFile):
            _show_outcome(view, kept)
            st.button(text("Put the file away"), on_click=_put_away)


def _upload_key() -> str:
    """Return the key of the place for a file: a new one empties it."""
    return f"{_UPLOAD} {st.session_state.get(_UPLOADS, 0)}"


def _take_file(release: Release) -> None:
    file = st.session_state.get(_upload_key())
    if file is None:
        st.session_state.pop(_KEPT, None)
        return
    try:
        read = read_own_targets(release, rows_of_file(file.name, file.getvalue()))
    except UnreadableFileError:
        read = None
    st.session_state[_KEPT] = OwnFile(read)


def _put_away() -> None:
    st.session_state.pop(_KEPT, None)
    st.session_state[_UPLOADS] = st.session_state.get(_UPLOADS, 0) + 1


def _show_outcome(view: View, own: OwnFile) -> None:
    text = view.language.text
    if own.read is None:
        st.error(text("The file cannot be opened. Save the table as CSV UTF-8 or as XLSX."))
        return
    used = text("{count} targets of the file are used.", count=len(own.read.targets))
    if not own.read.faults:
        st.success(used)
        return
    told = [f"- {target_fault_words(fault, view.language)}" for fault in own.read.faults[:FAULTS_SHOWN]]
    further = len(own.read.faults) - len(told)
    if further:
        told.append(f"- {text('Further faults: {count}.', count=further)}")
    lines = "\n".join(re.sub(r"([*_`\[\]<>$])", r"\\\1", line) for line in told)
    st.warning(f"{used}\n\n{lines}")
