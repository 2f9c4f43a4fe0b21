"""What can be taken away: the whole release, what its columns mean, and the form for targets."""

import pandas as pd
import streamlit as st

from indicators.release import Release
from indicators.release_versions import KeptVersion
from reports.sheets import WORKBOOK
from ui.data_programs import show_addresses
from ui.downloads import Sheet, about, csv_with_mark, workbook
from ui.grounds import Grounds
from ui.release_files import ALL_AS_CSV, ALL_AS_PARQUET, MEDIA_TYPES, file_content, version_shown, versions_kept
from ui.tables import Column, show_table
from ui.view import View
from wording.language import Language
from wording.numbers import day, whole
from wording.terms import term_help

_TARGETS = "targets"
_TARGET_ROWS = 20  # empty rows to fill in


def show_files(release: Release, view: View) -> None:
    """Draw the section."""
    text, language = view.language.text, view.language
    st.subheader(
        text(
            "Release of {date}: {figures} figures",
            date=day(release.made_at, language),
            figures=whole(len(release.observations), language),
        ),
        anchor=False,
    )
    st.caption(text("Version {version}", version=release.version))
    _show_buttons(release, view)
    st.subheader(text("Addresses for other programs"), anchor=False)
    shown = version_shown()
    if shown is None:
        st.info(text("This version has just been replaced. Reload the page."))
        return
    show_addresses(view, shown)
    st.subheader(text("Releases kept"), anchor=False, help=term_help("release", language))
    st.table(_history(release, language))
    st.subheader(text("What the columns mean"), anchor=False)
    _show_dictionary(release, view)
    with st.expander(text("Hashes of the release's own files (SHA-256)"), icon=":material/fingerprint:"):
        _show_hashes(view, shown)


def _show_buttons(release: Release, view: View) -> None:
    text = view.language.text
    with st.container(horizontal=True):
        for label, name in (
            (text("Whole release, CSV"), ALL_AS_CSV),
            (text("Whole release, Parquet"), ALL_AS_PARQUET),
        ):
            st.download_button(
                label,
                data=lambda name=name: _content(name),
                file_name=f"{release.version[:8]}-{name}",
                mime=MEDIA_TYPES[".zip"],
                on_click="ignore",
                icon=":material/download:",
            )
        st.download_button(
            text("Data dictionary, Excel"),
            data=lambda: _dictionary_workbook(release, view),
            file_name="tu-dien-du-lieu.xlsx",
            mime=WORKBOOK,
            on_click="ignore",
        )
        st.download_button(
            text("Form for targets, Excel"),
            data=lambda: targets_form(release, view),
            file_name="muc-tieu.xlsx",
            mime=WORKBOOK,
            on_click="ignore",
        )
        st.download_button(
            text("Form for targets, CSV"),
            data=lambda: csv_with_mark(pd.DataFrame(columns=_target_columns(release))),
            file_name="muc-tieu.csv",
            mime="text/csv",
            on_click="ignore",
        )


def _content(name: str) -> bytes:
    """Return the bytes of a file of the version shown, which is looked for again: it may be another one by now."""
    version = version_shown()
    return b"" if version is None else file_content(version, name) or b""


def _show_dictionary(release: Release, view: View) -> None:
    text = view.language.text
    table = _dictionary(release, view.language).assign(unit="")
    if table.empty:
        st.info(text("This release is older than its dictionary; publish it anew."))
        return
    columns = [Column(str(name), str(name)) for name in table.columns if name != "unit"]
    columns[-1] = Column(columns[-1].name, columns[-1].heading, config={"width": "large"})
    show_table(table, columns, alternative=text("{count} columns", count=len(table)), rows_shown=12)


def _dictionary(release: Release, language: Language) -> pd.DataFrame:
    kinds = {
        "text": language.text("text"),
        "whole number": language.text("whole number"),
        "number": language.text("number"),
    }
    table = release.data_dictionary
    return pd.DataFrame(
        {
            language.text("Table"): table["table"],
            language.text("Column"): table["column"],
            language.text("Values"): [kinds.get(str(kind), str(kind)) for kind in table["type"]],
            language.text("Meaning"): table[f"meaning_{language.code}"],
        }
    )


def _dictionary_workbook(release: Release, view: View) -> bytes:
    text = view.language.text
    return workbook(
        Sheet(text("Columns"), _dictionary(release, view.language)),
        about(release, view, text("Data dictionary"), Grounds((), ())),
        Sheet(text("Indices"), _index_names(release, view.language)),
    )


def _index_names(release: Release, language: Language) -> pd.DataFrame:
    rows = [
        {
            language.text("Id"): index.id,
            language.text("Short name"): index.short_name,
            language.text("Name"): index.name().in_language(language.code),
            language.text("Publisher"): index.publisher().in_language(language.code),
        }
        for index in release.catalogue.indices
    ]
    return pd.DataFrame(rows)


def targets_form(release: Release, view: View) -> bytes:
    """Make the empty workbook in which a province writes its targets, in the columns of data/targets.csv."""
    text = view.language.text
    columns = _target_columns(release)
    empty = pd.DataFrame([dict.fromkeys(columns, "")] * _TARGET_ROWS, columns=columns)
    meanings = release.data_dictionary
    meanings = meanings[meanings["table"].isin((_TARGETS, "corrections"))].drop_duplicates("column", keep="last")
    said = meanings.set_index("column")[f"meaning_{view.language.code}"].to_dict()
    lines = tuple(f"{column}: {said[column]}" for column in columns if column in said)
    return workbook(
        Sheet(_TARGETS, empty, to_fill_in=tuple(columns)),
        about(release, view, text("Targets of a province"), Grounds(lines, ())),
        Sheet(text("Indices"), _index_names(release, view.language)),
    )


def _target_columns(release: Release) -> list[str]:
    """Return the columns of data/targets.csv: those of the release, where a province is one key, with its two parts."""
    return ["unit_system", "province_code", *(str(name) for name in release.targets.columns if name != "unit")]


def _history(release: Release, language: Language) -> pd.DataFrame:
    rows = [
        {
            language.text("Version"): language.text("{version} (shown here)", version=kept.version)
            if kept.version == release.version
            else kept.version,
            language.text("Made on"): day(kept.made_at, language),
            language.text("Figures"): whole(kept.figures, language),
        }
        for kept in versions_kept()
    ]
    return pd.DataFrame(rows).set_index(language.text("Version"))


def _show_hashes(view: View, shown: KeptVersion) -> None:
    text = view.language.text
    table = pd.DataFrame({"unit": "", "file": list(shown.files), "sha256": list(shown.files.values())})
    columns = [Column("file", text("File")), Column("sha256", "SHA-256", config={"width": "large"})]
    show_table(table, columns, alternative=text("{count} files", count=len(table)), rows_shown=len(table))
