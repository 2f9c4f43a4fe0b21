"""The places of a province over the years of the story, and how far it came as far as editions can be compared."""

from collections.abc import Sequence
from itertools import pairwise

import pandas as pd

from charts.rank_lines import rank_lines, rank_lines_description
from indicators.catalogue import OVERALL, EditionKey
from indicators.comparability import compare, crossings_between
from indicators.units import SYSTEM_63, Unit, UnitSystem
from reports.remembered import change_between, chart_subject, history_of_all
from reports.slides import Chart, Series
from reports.story_parts import Part, Question, grounds, left_out, part, records
from wording.findings import crossing_words, place_text, places_name
from wording.numbers import NO_FIGURE
from wording.slide_titles import history_title, places_title
from wording.sources import span_source_line

POINTS_OF_A_LINE = 2


def history_of(question: Question, index: str, unit: str) -> Part:
    """Draw the places of a unit in its own system, and where it has no line there those of the 63 that it was."""
    name = question.name(unit)
    found = Part()
    for system in dict.fromkeys((Unit.parse(unit).system, SYSTEM_63)):
        holders = question.release.provinces.units_for(unit, system)
        if len(holders) > 1:
            name = question.language.text("the former provinces of {province}", province=question.name(unit))
        found = places_over_years(question, index, system, holders, name)
        if found.slides:
            break
    return found


def places_over_years(question: Question, index: str, system: UnitSystem, units: Sequence[str], name: str) -> Part:
    """Draw the places of one province, or of several beside each other, in the years of the story.

    A line is cut where the method changed, where other provinces were measured, and where ranks and orders meet.
    """
    release, language = question.release, question.language
    whole = history_of_all(release, index, OVERALL, system)
    shown = whole[whole["year"].between(question.first_year, question.last_year)]
    # Nothing joins the first year shown to the one before, which is not.
    shown = shown.assign(other_field=shown["other_field"].astype("bool") & (shown["year"] > shown["year"].min()))
    own = shown[shown["unit"].isin(list(units))]
    placed = own[own["place"].notna()]
    short_name = release.catalogue.index(index).short_name
    if placed.groupby("unit").size().max() < POINTS_OF_A_LINE or placed.empty:
        return left_out(
            language.text(
                "{index}: fewer than two places of {name} are held in {first}–{last}, so that no line is drawn.",
                index=short_name,
                name=name,
                first=question.first_year,
                last=question.last_year,
            )
        )
    years = sorted({int(year) for year in shown["year"]})
    crossings = crossings_between(release, index, OVERALL, years[0], years[-1], units)
    subject = chart_subject(release, index, system, language)
    kinds = set(placed["place_kind"])
    chart = Chart(
        "line",
        places_name(kinds, language),
        tuple(str(year) for year in years),
        tuple(_series(question, own, unit, years, first=unit == units[0]) for unit in units),
        "",
        0,
        rank_lines_description(shown, chosen=units, subject=subject),
        rank_lines(shown, crossings, chosen=units, subject=subject),
        _breaks(own, years),
        best_is_low=True,
    )
    if len(units) == 1:
        title = _title(question, index, system, units[0], placed)
    else:
        title = places_title(short_name, years[0], years[-1], name, language)
    cautions = crossing_words(release, index, OVERALL, years[0], years[-1], language, units)
    line = span_source_line(release, index, (int(year) for year in placed["year"]), language)
    on = grounds(question, index, placed, line, cautions, [crossing.source_id for crossing in crossings])
    return part(f"history-{index}", "history", title, [chart], on)


def _series(question: Question, own: pd.DataFrame, unit: str, years: list[int], *, first: bool) -> Series:
    rows = {int(row["year"]): row for row in records(own[own["unit"] == unit])}
    values: list[float | None] = []
    labels: list[str] = []
    for row in (rows[year] for year in years):
        values.append(float(row["place"]) if row["place_kind"] else None)
        words = place_text(row["place"], row["place_of"], str(row["place_kind"]), str(row["note_codes"]))
        labels.append("" if words == NO_FIGURE else words)
    return Series(question.name(unit), tuple(values), tuple(labels), "chosen" if first else "compared")


def _breaks(own: pd.DataFrame, years: list[int]) -> tuple[int, ...]:
    """Give the positions of the years that no line may reach from the year before, for any of the units."""
    cuts: set[int] = set()
    for _, rows in own.groupby("unit"):
        by_year = rows.set_index("year")["place_segment"]
        for position, (before, after) in enumerate(pairwise(years), start=1):
            ends = by_year.loc[before], by_year.loc[after]
            if pd.notna(ends[0]) and pd.notna(ends[1]) and int(ends[0]) != int(ends[1]):
                cuts.add(position)
    return tuple(sorted(cuts))


def _title(question: Question, index: str, system: UnitSystem, unit: str, placed: pd.DataFrame) -> str:
    """Say how far a unit came from the first of its editions that can be compared with the newest one."""
    release, language = question.release, question.language
    keys = [EditionKey(index, int(year), system) for year in sorted(placed["year"])]
    last = keys[-1]
    comparable = [key for key in keys[:-1] if compare(release, key, last, OVERALL, unit).comparable]
    asked = (keys[0].year, last.year)
    if not comparable:
        short_name = release.catalogue.index(index).short_name
        return places_title(short_name, *asked, question.name(unit), language, cut=True)
    first = comparable[0]
    change = change_between(release, first, last)
    return history_title(release, unit, first, last, change, None if first == keys[0] else asked, language)
