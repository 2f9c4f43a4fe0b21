"""The figures behind the lines of the trends page, a row a year and province."""

import pandas as pd

from indicators.catalogue import Index
from indicators.release import Release
from ui.asked_tables import closed_table
from ui.downloads import show_downloads
from ui.figure_columns import figure_columns, province_columns
from ui.grounds import Grounds
from ui.marked_columns import place_column, score_column
from ui.tables import Column, show_table
from ui.view import View
from wording.findings import places_name
from wording.gaps import short_reason
from wording.names import component_name


def show_trend_table(
    release: Release,
    view: View,
    index: Index,
    component: str,
    history: pd.DataFrame,
    chosen: tuple[str, ...],
    grounds: Grounds,
) -> None:
    """Draw the figures of the provinces, closed until asked for, and downloads that hold their `grounds` too."""
    box, asked = closed_table(view)
    if not asked:
        return
    text, language = view.language.text, view.language
    rows = history.sort_values(["year", "unit"], ascending=[False, True], kind="stable").reset_index(drop=True)
    rows = rows.assign(
        name=[release.provinces.name(unit, language.code) for unit in rows["unit"]],
        note=[short_reason(reason, language) if reason else "" for reason in rows["reason"]],
    )
    newest = int(rows["year"].max())
    columns = [
        Column("year", text("Year"), str, config={"pinned": True, "width": "small"}),
        Column("name", text("Province"), config={"width": "medium"}),
        score_column(rows, text("Score"), index, component, newest, language),
        place_column(rows, places_name(rows["place_kind"], language), language),
        Column("note", text("Note")),
    ]
    title = f"{index.short_name} – {component_name(index, component, None, language)}"
    with box:
        show_table(rows, columns, alternative=title, chosen=chosen[:1])
        show_downloads(
            release,
            view,
            f"{index.id.lower()}-{component.replace('.', '-')}-{int(rows['year'].min())}-{int(rows['year'].max())}",
            title,
            lambda: trend_download(release, view, index, rows),
            grounds,
        )


def trend_download(release: Release, view: View, index: Index, rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows of `indicators.history.history` with the headings of the reader's language for a file."""
    return pd.DataFrame(
        {
            view.language.text("Year"): rows["year"].to_list(),
            **province_columns(release, rows["unit"], view.language),
            **figure_columns(release, index, rows, view.language),
        }
    )
