"""The table of a change: both editions' figures of every province and what lies between them."""

import pandas as pd
import streamlit as st

from indicators.catalogue import EditionKey
from indicators.change import Change
from indicators.release import Release
from ui import cached_answers
from ui.downloads import show_downloads
from ui.figure_columns import figure_columns, province_columns
from ui.grounds import Grounds
from ui.tables import Column, show_table
from ui.view import View
from wording.findings import place_change_cell, score_change_text, score_text
from wording.headlines import change_title
from wording.marks import ORDER


def show_change_table(
    release: Release,
    view: View,
    earlier: EditionKey,
    later: EditionKey,
    component: str,
    change: Change,
    chosen: tuple[str, ...],
    grounds: Grounds,
) -> None:
    """Draw the table of a change, closed until asked for, and downloads that hold its `grounds` too."""
    text, language = view.language.text, view.language
    index = release.catalogue.index(later.index)
    names = [release.provinces.name(unit, language.code) for unit in change.table["unit"]]
    rows = change.table.assign(name=names).sort_values("place_change", ascending=False, na_position="last")
    rows = rows.reset_index(drop=True)
    order = (rows["place_kind"] == "order").map({True: ORDER, False: ""})
    years = {"from": earlier.year, "to": later.year}
    columns = [Column("name", text("Province"), config={"pinned": True, "width": "medium"})]
    for side, year in years.items():
        columns.append(
            Column(
                f"score_{side}",
                text("Score {year}", year=year),
                lambda score, year=year: score_text(score, index, component, year, language),
            )
        )
    columns += [
        Column("score_change", text("Score change"), lambda value: score_change_text(value, index, language)),
        *(Column(f"place_{side}", text("Place {year}", year=year), str, marks=order) for side, year in years.items()),
        Column("place_change", text("Place change"), place_change_cell, marks=order),
    ]
    columns = [column for column in columns if rows[column.name].notna().any()]
    title = change_title(release, earlier, later, component, language)
    with st.expander(text("Show table"), icon=":material/table:"):
        show_table(rows, columns, alternative=title, chosen=chosen)
        show_downloads(
            release,
            view,
            f"{later.index.lower()}-{component.replace('.', '-')}-{earlier.year}-{later.year}-{later.system}",
            title,
            lambda: change_download(release, view, earlier, later, component, rows),
            grounds,
        )


def change_download(
    release: Release, view: View, earlier: EditionKey, later: EditionKey, component: str, rows: pd.DataFrame
) -> pd.DataFrame:
    """Return both editions' figures of the units of some rows of `Change.table`, and the change, for a file.

    The place of each year is the one that is compared: among the provinces of both years where these differ.
    """
    text = view.language.text
    columns = province_columns(release, rows["unit"], view.language)
    for side, key in (("from", earlier), ("to", later)):
        table = cached_answers.edition_table(release, key, component).set_index("unit").loc[rows["unit"]]
        compared = {name: rows[f"{name}_{side}"].to_list() for name in ("place", "place_of")}
        figures = table.assign(**compared, place_kind=rows["place_kind"].to_list())
        columns |= figure_columns(release, release.catalogue.index(key.index), figures, view.language, key.year)
    changes = {
        text("Score change"): rows["score_change"].to_list(),
        text("Place change"): rows["place_change"].to_list(),
    }
    return pd.DataFrame({**columns, **changes})
