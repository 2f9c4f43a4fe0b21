"""The tables of own results: an edition, a change and the years of some units, on the page and as files."""

from collections.abc import Sequence

import pandas as pd

from indicators.catalogue import OVERALL, EditionKey
from indicators.change import Change
from indicators.release import Release
from indicators.results import edition_table
from ui import own_answers
from ui.marked_columns import place_change_column, place_column, score_column
from ui.tables import Column
from ui.view import View
from wording.findings import places_name, score_change_text
from wording.gaps import reason_sentence
from wording.names import component_name, unit_system_name

MOST_ROWS = 200  # every kind of unit of today's provinces fits; what is over takes the page longer than it tells


def edition_rows(release: Release, view: View, key: EditionKey, component: str, change: Change | None) -> pd.DataFrame:
    """Return the units of an edition, the best place first, those that were not measured left out.

    Columns: those of `results.edition_table`, name, note, score_change and place_change against the earlier edition,
    and of the total the score of each component by its id.
    """
    table = edition_table(release, key, component)
    rows = table[table["reason"] != "not_measured"].sort_values("place", na_position="last", kind="stable")
    rows = rows.assign(
        name=[release.provinces.name(unit, view.language.code) for unit in rows["unit"]],
        note=[reason_sentence(reason, view.language) if reason else "" for reason in rows["reason"]],
    )
    for part in parts_shown(release, key, component):
        # Every table of an edition lists the same units in the same order, so that rows find each other by the index.
        rows[part] = edition_table(release, key, part)["score"]
    if change is None:
        return rows.assign(score_change=float("nan"), place_change=float("nan"), change_kind="").reset_index(drop=True)
    changes = change.table[["unit", "score_change", "place_change", "place_kind"]]
    return rows.merge(changes.rename(columns={"place_kind": "change_kind"}), on="unit", how="left", validate="1:1")


def rows_on_page(rows: pd.DataFrame, chosen: Sequence[str]) -> pd.DataFrame:
    """Return the rows of `edition_rows` that the page shows: of very many units the first ones and the chosen ones."""
    return rows[(rows.index < MOST_ROWS) | rows["unit"].isin(list(chosen))]


def parts_shown(release: Release, key: EditionKey, component: str) -> list[str]:
    """List the components whose scores stand beside the total; none beside a component."""
    return release.catalogue.index(key.index).parts(OVERALL, key.year) if component == OVERALL else []


def edition_columns(
    release: Release, view: View, key: EditionKey, component: str, rows: pd.DataFrame, earlier_year: int | None
) -> list[Column]:
    """Describe the columns that a reader sees; those that would be empty all the way down are left out."""
    index, text, language = release.catalogue.index(key.index), view.language.text, view.language
    columns = [
        Column("name", text("Unit"), config={"pinned": True, "width": "medium"}),
        place_column(rows, places_name(rows["place_kind"], language), language),
        score_column(rows, text("Score"), index, component, key.year, language),
    ]
    if rows["score_change"].notna().any():
        heading = text("Score change since {year}", year=earlier_year)
        columns.append(Column("score_change", heading, lambda change: score_change_text(change, index, language)))
    if rows["place_change"].notna().any():
        only_order = not (rows["change_kind"] == "rank").any()
        heading = text("Position change since {year}" if only_order else "Rank change since {year}", year=earlier_year)
        columns.append(place_change_column(heading, rows["change_kind"], language))
    for part in parts_shown(release, key, component):
        # A frame of the part's own scores: a score column takes them, with their kind, by these names.
        own = rows.assign(score=rows[part])
        column = score_column(own, component_name(index, part, key.year, language), index, part, key.year, language)
        columns.append(Column(part, column.heading, column.written))
    if (rows["note"] != "").any():
        columns.append(Column("note", text("Note"), config={"width": "medium"}))
    return columns


def edition_file(release: Release, view: View, key: EditionKey, component: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of `edition_rows` with the headings of the reader's language for a file."""
    text, language = view.language.text, view.language
    index = release.catalogue.index(key.index)
    places = {"rank": text("published rank"), "order": text("order by score"), "": ""}
    columns = {
        text("Year"): key.year,
        text("Kind of unit"): unit_system_name(key.system, language),
        text("Unit"): rows["name"].to_list(),
        text("Rank or order"): rows["place"].to_list(),
        text("Of how many"): rows["place_of"].to_list(),
        text("Kind of place"): [places[kind] for kind in rows["place_kind"]],
        text("Score"): rows["score"].to_list(),
        text("Score change"): rows["score_change"].to_list(),
        text("Place change"): rows["place_change"].to_list(),
    }
    for part in parts_shown(release, key, component):
        columns[component_name(index, part, key.year, language)] = rows[part].to_list()
    return pd.DataFrame({**columns, text("Note"): rows["note"].to_list()})


def trend_rows(release: Release, view: View, key: EditionKey, component: str, chosen: Sequence[str]) -> pd.DataFrame:
    """Return the figures of the chosen units in every year, the newest first."""
    history = own_answers.history_of_all(release, key.index, component, key.system)
    rows = history[history["unit"].isin(list(chosen))].sort_values(["year", "unit"], ascending=[False, True])
    return rows.assign(
        name=[release.provinces.name(unit, view.language.code) for unit in rows["unit"]],
        note=[reason_sentence(reason, view.language) if reason else "" for reason in rows["reason"]],
    ).reset_index(drop=True)


def trend_columns(release: Release, view: View, key: EditionKey, component: str, rows: pd.DataFrame) -> list[Column]:
    """Describe the columns of the table behind the lines."""
    index, text, language = release.catalogue.index(key.index), view.language.text, view.language
    return [
        Column("year", text("Year"), str, config={"pinned": True, "width": "small"}),
        Column("name", text("Unit"), config={"width": "medium"}),
        score_column(rows, text("Score"), index, component, key.year, language),
        place_column(rows, places_name(rows["place_kind"], language), language),
        Column("note", text("Note")),
    ]
