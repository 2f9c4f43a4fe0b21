"""What a map is asked: the class and the words of every province, by score, place, group or change."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts.subject import Subject
from indicators.catalogue import OVERALL, EditionKey
from indicators.change import Change
from indicators.map_classes import Classes, change_classes, fixed_classes, rank_classes, score_classes
from indicators.release import Release
from indicators.succession import TodaysView
from wording.findings import (
    comparison_words,
    group_text,
    place_change_cell,
    place_changes_name,
    place_text,
    places_name,
    score_change_text,
)
from wording.gaps import short_reason
from wording.map_legend import MapLegend, change_legend, group_legend, place_legend, score_legend
from wording.marks import origin_of
from wording.names import component_name
from wording.todays_provinces import absent_words, range_text

SCORE, PLACE, GROUP, CHANGE = "diem", "hang", "nhom", "thay-doi"


@dataclass(frozen=True)
class MapQuestion:
    """The rows of a map (unit, name, class_number, value, place, note), its legend and its words.

    `legend` is None where there is nothing to draw; `refusal` then says why.
    """

    rows: pd.DataFrame
    legend: MapLegend | None
    title: tuple[str, ...]
    value_title: str
    place_title: str
    refusal: str = ""


def map_of_edition(
    release: Release, key: EditionKey, subject: Subject, table: pd.DataFrame, shown: str, *, fixed: bool = False
) -> MapQuestion:
    """Work out the map of one edition by score, place or group (`shown`).

    `table` as from `indicators.results.edition_table`. `fixed` gives scores the classes of the method series, as in
    pictures that stand beside each other.
    """
    if shown == PLACE:
        return _by_place(table, key, subject)
    if shown == GROUP:
        return _by_group(table, key, subject)
    return _by_score(table, key, subject, _score_classes(release, key, subject, fixed=fixed))


def map_of_todays(
    release: Release, key: EditionKey, subject: Subject, seen: TodaysView, *, fixed: bool = False
) -> MapQuestion:
    """Work out the map of an edition of the 63 by today's provinces: scores only, in the classes of that edition.

    `seen` as from `indicators.succession.todays_view`; `subject` names the 34.
    """
    language = subject.language
    classes = _score_classes(release, key, subject, fixed=fixed)
    if classes is None or seen.table["score"].isna().all():
        return _nothing(seen.table, key, subject)
    numbers = classes.number(seen.table["score"])
    legend = score_legend(classes, numbers, subject.index, subject.component, key.year, language)
    records = seen.table.to_dict("records")
    rows = pd.DataFrame(
        {
            "unit": seen.table["unit"],
            "name": [subject.names[str(unit)] for unit in seen.table["unit"]],
            "class_number": numbers,
            "value": [subject.score(row["score"], origin_of(row), key.year) for row in records],
            "place": [range_text(row, subject.index, subject.component, key.year, language) for row in records],
            "note": [absent_words(release, str(absent), language) for absent in seen.table["absent"]],
        }
    )
    title = _title(key, subject, language.text("{score}, by today's provinces", score=subject.score_title(key.year)))
    return MapQuestion(rows, legend, title, language.text("Score"), language.text("Former provinces"))


def _score_classes(release: Release, key: EditionKey, subject: Subject, *, fixed: bool) -> Classes | None:
    return (fixed_classes if fixed else score_classes)(release, key, subject.component)


def _by_score(table: pd.DataFrame, key: EditionKey, subject: Subject, classes: Classes | None) -> MapQuestion:
    language = subject.language
    if classes is None:
        return _nothing(table, key, subject)
    numbers = classes.number(table["score"].astype("float64"))
    legend = score_legend(classes, numbers, subject.index, subject.component, key.year, language)
    title = _title(key, subject, subject.score_title(key.year))
    places = places_name(table["place_kind"], language)
    return MapQuestion(_rows(table, numbers, key, subject), legend, title, language.text("Score"), places)


def _by_place(table: pd.DataFrame, key: EditionKey, subject: Subject) -> MapQuestion:
    language = subject.language
    if table["place"].isna().all():
        return _nothing(table, key, subject)
    # A rank that a province stated itself can lie outside the published list: the bands reach as far as any place.
    count = int(pd.concat([table["place"], table["place_of"]]).max())
    classes = rank_classes(count)
    numbers = classes.number(table["place"].astype("float64"))
    legend = place_legend(classes, numbers, table["place_kind"], language)
    words = places_name(table["place_kind"], language)
    rows = _rows(table, numbers, key, subject)
    return MapQuestion(rows, legend, _title(key, subject, words), language.text("Score"), words)


def _by_group(table: pd.DataFrame, key: EditionKey, subject: Subject) -> MapQuestion:
    language = subject.language
    position = {group.id: number for number, group in enumerate(subject.index.groups)}
    numbers = table["group"].map(position).astype("Int64")
    if numbers.isna().all():
        return _nothing(table, key, subject)
    rows = _rows(table, numbers, key, subject)
    groups = zip(table["group"], table["group_kind"], strict=True)
    rows["place"] = [group_text(subject.index, str(group), str(kind), language) for group, kind in groups]
    legend = group_legend(numbers, subject.index, language)
    deduced = int((table["group_kind"] == "computed").sum())
    group = language.text("Group")
    said = language.text("Group († deduced: {count})", count=deduced) if deduced else group
    return MapQuestion(rows, legend, _title(key, subject, said), language.text("Score"), group)


def map_of_change(
    change: Change, earlier: EditionKey, later: EditionKey, subject: Subject, own_reasons: Mapping[str, str]
) -> MapQuestion:
    """Work out the map of the change of score from one edition to a later one.

    `own_reasons`: by unit key why the two are not comparable, or only with caution, for a single province alone.
    """
    language, index, table = subject.language, subject.index, change.table
    heading = f"{index.short_name} {earlier.year} → {later.year}"
    title = _title(later, subject, language.text("Change of score"), heading)
    value_title, place_title = language.text("Change of score"), place_changes_name(table["place_kind"], language)
    moved = table["score_change"].astype("float64")
    if moved.isna().all():
        reason = comparison_words(change.comparison, language) or language.text(
            "No province has a score in both years."
        )
        return MapQuestion(table, None, title, value_title, place_title, reason)
    classes = change_classes(_maximum(table, subject, later.year))
    numbers = classes.number(moved)
    neither = language.text("no score in both years")
    moves = zip(table["place_change"], table["place_kind"], strict=True)
    rows = pd.DataFrame(
        {
            "unit": table["unit"],
            "name": [subject.names[str(unit)] for unit in table["unit"]],
            "class_number": numbers,
            "value": [score_change_text(value, index, language) for value in moved],
            "place": [place_change_cell(places, str(kind)) if kind else "" for places, kind in moves],
            "note": [
                own_reasons.get(str(unit), neither if pd.isna(value) else "")
                for unit, value in zip(table["unit"], moved, strict=True)
            ],
        }
    )
    return MapQuestion(rows, change_legend(classes, numbers, index, language), title, value_title, place_title)


def _rows(table: pd.DataFrame, numbers: pd.Series, key: EditionKey, subject: Subject) -> pd.DataFrame:
    language = subject.language
    whole_missing = language.text("not every score of that year is held")
    notes = [
        short_reason(str(reason), language) if reason else whole_missing if pd.isna(number) else ""
        for reason, number in zip(table["reason"], numbers, strict=True)
    ]
    records = table.to_dict("records")
    return pd.DataFrame(
        {
            "unit": table["unit"],
            "name": [subject.names[str(unit)] for unit in table["unit"]],
            "class_number": numbers,
            "value": [subject.score(row["score"], origin_of(row), key.year) for row in records],
            "place": [_place(row) for row in records],
            "note": notes,
        }
    )


def _title(key: EditionKey, subject: Subject, what: str, heading: str = "") -> tuple[str, ...]:
    """Write the lines above a legend: the edition, the component where it is not the total, what is shown."""
    name = component_name(subject.index, subject.component, key.year, subject.language, short=True)
    lines = [heading or f"{subject.index.short_name} {key.year}", "" if subject.component == OVERALL else name, what]
    return tuple(line for line in lines if line)


def _place(row: Mapping[Hashable, Any]) -> str:
    kind = str(row["place_kind"])
    return place_text(row["place"], row["place_of"], kind, str(row["note_codes"])) if kind else ""


def _nothing(table: pd.DataFrame, key: EditionKey, subject: Subject) -> MapQuestion:
    return MapQuestion(table, None, _title(key, subject, ""), "", "", subject.language.text("No figures."))


def _maximum(table: pd.DataFrame, subject: Subject, year: int) -> float:
    """Return the end of the scale that steps of change are shares of, or the highest score where it is not stated."""
    period = subject.index.period(subject.component, year)
    if period is not None and period.maximum is not None:
        return period.maximum
    ends = {"percent": 100.0, "index_0_1": 1.0}
    return ends.get(subject.index.unit_of(subject.component, year), float(table["score_to"].max()))
