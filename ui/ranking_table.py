"""The table of one edition: what its rows hold, how they read on the page, and what the downloaded file holds."""

import pandas as pd

from indicators.catalogue import EditionKey
from indicators.change import Change
from indicators.release import Release
from ui import cached_answers
from ui.figure_columns import figure_columns, province_columns
from ui.marked_columns import group_column, place_change_column, place_column, score_column
from ui.tables import Column
from ui.view import View
from wording.findings import places_name, score_change_text
from wording.gaps import reason_sentence
from wording.names import group_name
from wording.sources import sentences_of_notes


def ranking_rows(
    release: Release, view: View, key: EditionKey, component: str, change: Change | None, units: list[str]
) -> pd.DataFrame:
    """Return the rows of some units, the best place first, those without one last in Vietnamese order.

    Columns: those of `results.edition_table`, with name, group_name, line (scores of the method series up to the year),
    note, and score_change, place_change, change_kind against the earlier edition.
    """
    table = cached_answers.edition_table(release, key, component)
    lines = cached_answers.current_series_of_all(release, key, component)
    rows = table[table["unit"].isin(units)].sort_values("place", na_position="last", kind="stable")
    index = release.catalogue.index(key.index)
    shared = _shared_notes(table)
    rows["name"] = [release.provinces.name(unit, view.language.code) for unit in rows["unit"]]
    rows["group_name"] = [group_name(index, group, view.language) for group in rows["group"]]
    own = [lines.get(unit, []) for unit in rows["unit"]]
    rows["line"] = pd.Series([line if len(line) > 1 else [] for line in own], rows.index, dtype="object")
    reasons = zip(rows["reason"], rows["note_codes"], strict=True)
    rows["note"] = [_note(release, view, reason, notes, shared) for reason, notes in reasons]
    if change is None:
        return rows.assign(score_change=float("nan"), place_change=float("nan"), change_kind="")
    changes = change.table[["unit", "score_change", "place_change", "place_kind"]]
    return rows.merge(changes.rename(columns={"place_kind": "change_kind"}), on="unit", how="left", validate="1:1")


def ranking_columns(
    release: Release, view: View, key: EditionKey, component: str, rows: pd.DataFrame, earlier_year: int | None
) -> list[Column]:
    """Describe the columns that a reader sees; those that would be empty all the way down are left out."""
    index = release.catalogue.index(key.index)
    text, language = view.language.text, view.language
    columns = [
        Column("name", text("Province"), config={"pinned": True, "width": "medium"}),
        place_column(rows, places_name(rows["place_kind"], language), language),
        score_column(rows, text("Score"), index, component, key.year, language),
    ]
    if (rows["group"] != "").any():
        columns.append(group_column(rows, text("Group"), language))
    if rows["score_change"].notna().any():
        heading = text("Score change since {year}", year=earlier_year)
        columns.append(Column("score_change", heading, lambda change: score_change_text(change, index, language)))
    if rows["place_change"].notna().any():
        only_order = not (rows["change_kind"] == "rank").any()
        heading = text("Position change since {year}" if only_order else "Rank change since {year}", year=earlier_year)
        columns.append(place_change_column(heading, rows["change_kind"], language))
    if any(rows["line"]):
        columns.append(Column("line", text("Years before"), config={"kind": "line"}))
    if (rows["note"] != "").any():
        columns.append(Column("note", text("Note"), config={"width": "large"}))
    return columns


def ranking_download(release: Release, view: View, key: EditionKey, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of `ranking_rows` with the headings of the reader's language, numbers as numbers, for a file."""
    text = view.language.text
    places = {"rank": text("published rank"), "order": text("order by score"), "": ""}
    return pd.DataFrame(
        {
            text("Year"): key.year,
            **province_columns(release, rows["unit"], view.language),
            **figure_columns(release, release.catalogue.index(key.index), rows, view.language),
            text("Score change"): rows["score_change"].to_list(),
            text("Place change"): rows["place_change"].to_list(),
            text("Kind of place change"): [places.get(kind, "") for kind in rows["change_kind"]],
        }
    )


def _note(release: Release, view: View, reason: str, note_codes: str, shared: frozenset[str]) -> str:
    """Say why a figure is missing and what concerns this row alone; what all rows share stands under the table."""
    own = ";".join(code for code in note_codes.split(";") if code not in shared)
    sentences = list(sentences_of_notes(release, own, view.language).values())
    return " ".join([*([reason_sentence(reason, view.language)] if reason else []), *sentences])


def _shared_notes(table: pd.DataFrame) -> frozenset[str]:
    held = table.loc[table["score"].notna() | table["rank"].notna(), "note_codes"]
    codes = [frozenset(str(notes).split(";")) for notes in held]
    return frozenset.intersection(*codes) if codes else frozenset()
