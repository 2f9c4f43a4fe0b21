"""The columns of scores, places and groups of a table: numbers to a header sort, with the marks of every row."""

import pandas as pd

from indicators.catalogue import Index
from ui.tables import Column
from wording.findings import place_change_cell, place_text, score_number
from wording.language import Language
from wording.marks import COMPUTED, ORDER, figure_marks
from wording.terms import places_help, term_help, terms_help


def score_column(
    rows: pd.DataFrame, heading: str, index: Index, component: str, year: int, language: Language, end: str = ""
) -> Column:
    """Describe the column of scores; `rows`: score, kind, note_codes, all with `end` ("_from", "_to") behind."""
    pairs = zip(rows[f"kind{end}"], rows[f"note_codes{end}"], strict=True)
    marks = pd.Series([figure_marks(str(kind), str(notes)) for kind, notes in pairs], rows.index)
    return Column(
        f"score{end}", heading, lambda score: score_number(score, index, component, year, language), marks=marks
    )


def place_column(rows: pd.DataFrame, heading: str, language: Language, end: str = "") -> Column:
    """Describe the column of places, "39/63 ‡"; `rows`: place, place_of, note_codes with `end` behind, place_kind."""
    columns = (rows[name] for name in (f"place{end}", f"place_of{end}", "place_kind", f"note_codes{end}"))
    behind = [
        "" if pd.isna(place) else place_text(place, of, str(kind), str(notes)).removeprefix(str(place)).strip()
        for place, of, kind, notes in zip(*columns, strict=True)
    ]
    help_text = places_help(rows["place_kind"], language)
    return Column(f"place{end}", heading, str, pd.Series(behind, rows.index), {"help": help_text})


def place_change_column(heading: str, kinds: pd.Series, language: Language) -> Column:
    """Describe the column `place_change`; `kinds`: the kind of the places of each row, on the index of the rows."""
    marks = (kinds == "order").map({True: ORDER, False: ""})
    help_text = term_help("change of place", language)
    return Column("place_change", heading, lambda change: place_change_cell(change, ""), marks, {"help": help_text})


def group_column(rows: pd.DataFrame, heading: str, language: Language) -> Column:
    """Describe the column of groups; `rows`: group_name, "" for none, and group_kind."""
    computed = (rows["group_kind"] == "computed") & (rows["group_name"] != "")
    marks = computed.map({True: COMPUTED, False: ""})
    help_text = terms_help(["group", "deduced group"] if computed.any() else ["group"], language)
    return Column("group_name", heading, marks=marks, config={"help": help_text})
