"""The table of a change: both editions' figures of every province and what lies between them."""

import pandas as pd
import streamlit as st

from indicators.catalogue import EditionKey
from indicators.change import Change
from indicators.release import Release
from ui.downloads import show_downloads
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
) -> None:
    """Draw the table of a change, closed until asked for, and its downloads."""
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
            view,
            f"{later.index.lower()}-{component.replace('.', '-')}-{earlier.year}-{later.year}-{later.system}",
            lambda: _download(view, rows, years),
            {text("Content"): title, text("Release"): release.version},
        )


def _download(view: View, rows: pd.DataFrame, years: dict[str, int]) -> pd.DataFrame:
    text = view.language.text
    kinds = {"rank": text("published rank"), "order": text("order by score"), "": ""}
    return pd.DataFrame(
        {
            text("Code"): [unit.split("-")[1] for unit in rows["unit"]],
            text("Province"): rows["name"].to_list(),
            **{text("Score {year}", year=year): rows[f"score_{side}"].to_list() for side, year in years.items()},
            text("Score change"): rows["score_change"].to_list(),
            **{text("Rank {year}", year=year): rows[f"rank_{side}"].to_list() for side, year in years.items()},
            **{text("Place {year}", year=year): rows[f"place_{side}"].to_list() for side, year in years.items()},
            **{
                text("Of how many {year}", year=year): rows[f"place_of_{side}"].to_list()
                for side, year in years.items()
            },
            text("Place change"): rows["place_change"].to_list(),
            text("Kind of place"): [kinds[kind] for kind in rows["place_kind"]],
        }
    )
