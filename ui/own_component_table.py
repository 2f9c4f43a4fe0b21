"""The components of one own unit in one edition: where it stands, for how long, what moved and how much is left."""

import pandas as pd

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey, Index
from indicators.release import Release
from indicators.results import edition_table
from ui import own_answers
from ui.marked_columns import place_column, score_column
from ui.strengths_table import standing_names
from ui.tables import Column, show_table
from ui.view import View
from wording.findings import places_name, score_change_text, score_number
from wording.gaps import reason_sentence
from wording.marks import COMPUTED
from wording.names import component_name
from wording.numbers import number
from wording.strengths import short_lasting
from wording.terms import term_help, terms_help

PERCENTILE_DECIMALS = 1


def show_component_table(own: Release, view: View, key: EditionKey, earlier: EditionKey | None, unit: str) -> None:
    """Draw the components of a unit; nothing where the year has none."""
    rows = component_rows(own, view, key, earlier, unit)
    if rows.empty:
        return
    index, name = own.catalogue.index(key.index), own.provinces.name(unit, view.language.code)
    title = view.language.text("Components of {name}, {year}", name=name, year=key.year)
    scores = [
        f"{row['name']} {score_number(row['score'], index, str(row['component']), key.year, view.language)}"
        for _, row in rows.iterrows()
    ]
    show_table(rows, component_columns(index, view, key, earlier, rows), alternative=f"{title}: {'; '.join(scores)}")


def component_rows(own: Release, view: View, key: EditionKey, earlier: EditionKey | None, unit: str) -> pd.DataFrame:
    """Return a row a component that adds to the total, in the order of the file; empty where the year has none.

    Columns: those of `results.edition_table`, component, name, maximum, percentile, standing ("strength", "weakness",
    ""), lasts (for how long), contribution (to the change since `earlier`, points of the total), gap (points of the
    total up to the best score of the component), note (why there is no score).
    """
    index, language = own.catalogue.index(key.index), view.language
    parts = index.parts(OVERALL, key.year)
    if not parts:
        return pd.DataFrame()
    # One row of each table before they are put together: of thousands of units all but one would be copied for nothing.
    tables = [edition_table(own, key, part) for part in parts]
    own_rows = [table[table["unit"] == unit].assign(component=part) for table, part in zip(tables, parts, strict=True)]
    rows = pd.concat(own_rows, ignore_index=True)
    periods = [index.period(part, key.year) for part in parts]
    answer = own_answers.strengths_of(own, key)
    judged = None if isinstance(answer, CannotBeSaid) else answer.table[answer.table["unit"] == unit]
    by_part = None if judged is None else judged.set_index("component").reindex(parts)
    return rows.assign(
        name=[component_name(index, part, key.year, language) for part in parts],
        maximum=pd.Series([None if period is None else period.maximum for period in periods], dtype="float64"),
        percentile=float("nan") if by_part is None else by_part["percentile"].to_numpy(),
        standing="" if by_part is None else by_part["kind"].to_numpy(),
        lasts="" if by_part is None else [short_lasting(row, language) for _, row in by_part.iterrows()],
        contribution=_contributions(own, key, earlier, unit).reindex(parts).to_numpy(),
        gap=_gaps(own, key, unit).reindex(parts).to_numpy(),
        note=[reason_sentence(str(reason), language) if reason else "" for reason in rows["reason"]],
    )


def component_columns(
    index: Index, view: View, key: EditionKey, earlier: EditionKey | None, rows: pd.DataFrame
) -> list[Column]:
    """Describe the columns that a reader sees; those that would be empty all the way down are left out."""
    text, language = view.language.text, view.language
    first, names = str(rows["component"].iloc[0]), standing_names(view.language)
    columns = [
        Column("name", text("Component"), config={"pinned": True, "width": "medium"}),
        score_column(rows, text("Score"), index, first, key.year, language),
        Column("maximum", text("Maximum"), lambda value: score_number(value, index, first, key.year, language)),
        place_column(rows, places_name(rows["place_kind"], language), language),
        Column(
            "percentile",
            f"{text('Percentile')} {COMPUTED}",
            lambda value: number(value, PERCENTILE_DECIMALS, language),
            config={"help": term_help("percentile", language)},
        ),
        Column(
            "standing",
            text("Strength, weakness"),
            lambda kind: names[kind],
            config={"help": terms_help(["strength", "weakness"], language)},
        ),
        Column("lasts", text("How long")),
        Column(
            "contribution",
            text("Contribution to the change since {year}", year=earlier.year if earlier else ""),
            lambda value: score_change_text(value, index, language),
            config={"help": term_help("contribution", language)},
        ),
        Column(
            "gap",
            text("Headroom, points of the total"),
            lambda value: number(value, index.display_decimals, language),
            config={"help": term_help("headroom", language)},
        ),
        Column("note", text("Note"), config={"width": "medium"}),
    ]
    kept = {"name", "score", "place"}
    return [column for column in columns if column.name in kept or _holds(rows[column.name])]


def _holds(values: pd.Series) -> bool:
    return bool((values.notna() & (values.astype("object") != "")).any())


def _contributions(own: Release, key: EditionKey, earlier: EditionKey | None, unit: str) -> pd.Series:
    """Return what each component contributed to a change of a unit, by component; empty where that cannot be said."""
    answer = None if earlier is None else own_answers.decompose_change(own, earlier, key)
    if answer is None or isinstance(answer, CannotBeSaid):
        return pd.Series(dtype="float64")
    return _by_component(answer.parts, unit, "contribution")


def _gaps(own: Release, key: EditionKey, unit: str) -> pd.Series:
    answer = own_answers.gaps_of_all(own, key)
    return (
        pd.Series(dtype="float64")
        if isinstance(answer, CannotBeSaid)
        else _by_component(answer.table, unit, "weighted_gap")
    )


def _by_component(table: pd.DataFrame, unit: str, column: str) -> pd.Series:
    return table[table["unit"] == unit].set_index("component")[column]
