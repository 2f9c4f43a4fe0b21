"""One index of the page of strengths and weaknesses: a sentence, its components in a table, what it stands on."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from charts.percentile_dots import DECIMALS
from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, Index
from indicators.release import Release
from ui.grounds import show_grounds
from ui.marked_columns import place_column, score_column
from ui.strengths_grounds import index_grounds, percentiles_before
from ui.strengths_missing import show_missing
from ui.strengths_parameters import DivisionOfWork
from ui.strengths_standings import Shown
from ui.tables import Column, show_table
from ui.view import View
from wording.answers import short_cannot
from wording.findings import places_name, score_number
from wording.language import Language
from wording.marks import COMPUTED
from wording.names import component_name, edition_name, province_name
from wording.numbers import number
from wording.responsibility import basis_words, lead_words
from wording.strengths import lasting_words, short_lasting
from wording.terms import term_help, terms_help

TALL_ROW = 62  # pixels: from four rem up Streamlit lets the names of components and agencies go on over lines


def draw_index(release: Release, view: View, shown: Shown, divided: DivisionOfWork) -> None:
    """Draw one index: its components in a table, or what is missing for judging them."""
    text, language = view.language.text, view.language
    standing = shown.standing
    title = text(
        "{edition}: {province}",
        edition=edition_name(release, standing.key, language),
        province=province_name(release.provinces, standing.unit, language),
    )
    st.subheader(title, anchor=False)
    if isinstance(standing.answer, CannotBeSaid):
        show_missing(release, view, shown)
    if shown.rows.empty:
        return
    rows = table_rows(release, shown, divided, language)
    show_table(rows, _columns(shown, rows, language), alternative=title, rows_shown=40, row_height=TALL_ROW)
    show_grounds(view, index_grounds(release, view, shown))


def table_rows(release: Release, shown: Shown, divided: DivisionOfWork, language: Language) -> pd.DataFrame:
    """Return the components shown with all that is said of them in the language.

    Beside the columns of the standing's table: name, line (percentiles up to the edition), lasts, lasts_short, lead,
    agencies, support, basis, why (no percentile); `standing` is "strength", "weakness" or "", `kind` that of the score.
    """
    index, key = shown.index, shown.standing.key
    rows = shown.rows.reset_index(drop=True)
    answers = [divided.get((index.id, str(name))) for name in rows["component"]]
    return rows.assign(
        name=[_name(index, str(name), key.year, language) for name in rows["component"]],
        line=_objects(list(trend.values()) if len(trend) > 1 else [] for trend in percentiles_before(release, shown)),
        lasts=[lasting_words(row, language) for _, row in rows.iterrows()],
        lasts_short=[short_lasting(row, language) for _, row in rows.iterrows()],
        lead=[lead_words(answer, language) if answer else "" for answer in answers],
        agencies=_objects(answer.lead if answer else () for answer in answers),
        support=["; ".join(answer.support) if answer else "" for answer in answers],
        basis=[basis_words(answer, index, language) if answer else "" for answer in answers],
        why=[short_cannot(str(reason), language) for reason in rows["reason"]],
        standing=rows["kind"],
        kind=rows["score_kind"],
    )


def standing_names(language: Language) -> dict[str, str]:
    """Name the two kinds of components that stand out, and the one between them."""
    return {"strength": language.text("● Strength"), "weakness": language.text("◆ Weakness"), "": ""}


def _columns(shown: Shown, rows: pd.DataFrame, language: Language) -> list[Column]:
    """Describe the columns; what would be empty all the way down is left out."""
    text, index, year = language.text, shown.index, shown.standing.key.year
    first = str(rows["component"].iloc[0])
    names = standing_names(language)
    columns = [Column("name", text("Component"), config={"width": 200})]
    scores = [score_column(rows, text("Score"), index, first, year, language)]
    if rows["maximum"].notna().any():
        scores.append(
            Column("maximum", text("Maximum"), lambda value: score_number(value, index, first, year, language))
        )
    if rows["percentile"].notna().any():
        kind_help = terms_help(["strength", "weakness"], language)
        columns += [
            Column(
                "standing",
                text("Strength, weakness"),
                lambda kind: names[kind],
                config={"help": kind_help, "width": 148},
            ),
            place_column(rows, places_name(rows["place_kind"], language), language),
            Column(
                "percentile",
                f"{text('Percentile')} {COMPUTED}",
                lambda value: number(value, DECIMALS, language),
                config={"help": term_help("percentile", language)},
            ),
        ]
    columns += scores
    if rows["line"].map(bool).any():
        trend_help = text("Percentiles up to this edition, as far back as the method allows to compare; from 0 to 100.")
        line = {"kind": "line", "y_min": 0, "y_max": 100, "help": trend_help, "width": 80}
        columns.append(Column("line", text("Trend"), config=line))
    if (rows["lasts_short"] != "").any():
        columns.append(Column("lasts_short", text("How long"), config={"width": 100}))
    columns.append(
        Column("lead", text("Lead agency"), config={"help": term_help("lead agency", language), "width": 205})
    )
    if (rows["why"] != "").any():
        columns.append(Column("why", text("Note"), config={"width": 120}))
    columns.append(Column("basis", text("Evidence for the agency"), config={"width": 225}))
    return columns


def _objects(values: Iterable[object]) -> pd.Series:
    return pd.Series(list(values), dtype="object")


def _name(index: Index, component: str, year: int, language: Language) -> str:
    """Name a component; a part of one that is shown too stands a little in."""
    period = index.period(component, year)
    is_part = period is not None and period.parent not in (None, OVERALL)
    name = component_name(index, component, year, language)
    return f"– {name}" if is_part else name
