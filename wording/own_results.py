"""The sentences about a province's own results: what is wrong in a file, and who stands first."""

import pandas as pd

from indicators.catalogue import EditionKey
from indicators.change import Change
from indicators.measurement import completeness
from indicators.release import Release
from own.problems import Problem
from wording.findings import place_change_words, score_text
from wording.language import Language
from wording.marks import ORDER, Origin, mark_sentences
from wording.names import component_name, joined
from wording.numbers import NO_FIGURE

_NAMED_AT_MOST = 3


def problem_words(problem: Problem, language: Language) -> str:
    """Say one thing wrong in a file, with its sheet, row and column before it."""
    sentence = language.text(_PROBLEMS[problem.fault], value=_short(problem.value), detail=problem.detail)
    place = _place(problem, language)
    return f"{place}: {sentence}" if place else sentence


def own_edition_title(release: Release, key: EditionKey, component: str, language: Language) -> str:
    """Name what is shown: "Sở, ngành 2024", or "Sở, ngành 2024 – Thể chế" for a component."""
    index = release.catalogue.index(key.index)
    title = f"{index.short_name} {key.year}"
    return title if component == "overall" else f"{title} – {component_name(index, component, key.year, language)}"


def own_headline(release: Release, key: EditionKey, component: str, table: pd.DataFrame, language: Language) -> str:
    """Say who stands first in an edition, or how many have results; `table` as from `results.edition_table`."""
    title = own_edition_title(release, key, component, language)
    first = table[table["place"] == 1]
    if first.empty or len(first) > _NAMED_AT_MOST:
        held = int((table["score"].notna() | table["rank"].notna()).sum())
        return language.counted(
            "{title}: results of {count} unit", "{title}: results of {count} units", held, title=title
        )
    names = joined([release.provinces.name(str(unit), language.code) for unit in first["unit"]], language)
    row = first.iloc[0]
    index = release.catalogue.index(key.index)
    score = score_text(row["score"], Origin("published", ""), index, component, key.year, language)
    if score == NO_FIGURE:
        return language.text("{title}: {provinces} ranks first", title=title, provinces=names)
    sentence = (
        "{title}: {provinces} ranks first ({score})"
        if row["place_kind"] == "rank"
        else "{title}: {provinces} has the highest score ({score})"
    )
    return language.text(sentence, title=title, provinces=names, score=score)


def own_change_headline(release: Release, earlier: int, later: EditionKey, change: Change, language: Language) -> str:
    """Say how many units rose and fell between two years, and who rose most; or that the years are not compared."""
    title = f"{release.catalogue.index(later.index).short_name} {earlier} → {later.year}"
    if not change.comparison.comparable:
        return language.text("{title}: not compared", title=title)
    table = change.table
    counts = {name: int((table["direction"] == name).sum()) for name in ("up", "down", "same")}
    if not any(counts.values()):
        return language.text("{title}: no place is held in both years", title=title)
    sentence = language.text("{title}: units that rose {up}, fell {down}, unchanged {same}", title=title, **counts)
    largest = int(table["place_change"].max())
    most = table.loc[(table["place_change"] == largest).fillna(value=False), ["unit", "place_kind"]]
    kinds = set(most["place_kind"])
    if not counts["up"] or len(most) > _NAMED_AT_MOST or len(kinds) > 1:
        return sentence
    names = joined([release.provinces.name(str(unit), language.code) for unit in most["unit"]], language)
    words = place_change_words(largest, str(kinds.pop()), language)
    return sentence + language.text("; most: {changes}", changes=f"{names}, {words}")


def own_grounds(
    release: Release, key: EditionKey, component: str, table: pd.DataFrame, language: Language
) -> list[str]:
    """Say what a table of own results stands on: the file, its units, why it has no places, what its marks mean."""
    units = completeness(release, key, component)
    lines = [
        language.text(
            "Source: the uploaded file. {edition}: {held} of {due} units with a score.",
            edition=own_edition_title(release, key, component, language),
            held=units.held,
            due=units.due,
        )
    ]
    if not units.whole:
        lines.append(
            language.counted(
                "Order by score cannot be said: {count} score is missing.",
                "Order by score cannot be said: {count} scores are missing.",
                units.due - units.held,
            )
        )
    return [*lines, *mark_sentences(ORDER if (table["place_kind"] == "order").any() else "", language)]


def _place(problem: Problem, language: Language) -> str:
    parts = [
        language.text("sheet {sheet}", sheet=f'"{problem.sheet}"') if problem.sheet else "",
        language.text("row {row}", row=problem.row) if problem.row else "",
        language.text("column {column}", column=problem.column) if problem.column else "",
    ]
    place = ", ".join(part for part in parts if part)
    return f"{place[:1].upper()}{place[1:]}"


def _short(value: str) -> str:
    return value if len(value) <= 60 else f"{value[:59]}…"


_PROBLEMS = {
    "empty_file": "The file is empty.",
    "too_large": "The file is too large: at most {detail} MB are read. Part it by year.",
    "not_a_table": "The file cannot be opened. Save the table as XLSX or as CSV UTF-8.",
    "not_text": "The file is no text in UTF-8. Save the table as XLSX or as CSV UTF-8.",
    "password": "The file has a password. Save it without one.",
    "old_workbook": "The file is of an old kind (XLS, DOC). Save the table as XLSX.",
    "too_many_sheets": "The file has too many sheets: at most {detail} are read.",
    "too_many_rows": "The file has too many rows: at most {detail} are read. Part it by year.",
    "too_many_columns": "The table has too many columns: at most {detail} are read.",
    "takes_too_long": "Reading the file takes too long. Part it by year.",
    "no_heading": "No table was found. Its heading must name at least the year and the unit, as the template does.",
    "column_missing": "Columns are missing: {detail}.",
    "column_twice": 'The column "{value}" is there twice. Keep one of them.',
    "no_rows": "There is no row under the heading.",
    "year_not_valid": '"{value}" is no year. Write four digits, in every row (merged cells hold it in the first only).',
    "year_is_date": "The year is a date ({value}). Write four digits.",
    "kind_not_known": '"{value}" is no kind of unit. Write department, district or commune.',
    "kind_ended": "There are no districts after 30 June 2025: the results of {detail} are of other units.",
    "name_missing": "The name of the unit is missing.",
    "name_too_long": "The name is too long.",
    "name_is_formula": 'A name may not begin like a formula ("{value}").',
    "name_has_markup": 'A name may not hold signs of a web page: <, >, & or a backslash ("{value}").',
    "unit_twice": "{value} is there several times in one year (rows {detail}). None of them is used: keep one.",
    "formula_without_result": "The cell holds a formula without a result. Open the file in Excel and save it again.",
    "not_a_number": '"{value}" is no score. Write a number of 0 or more.',
    "percent_and_points": "Percent and points are mixed: {value}, but the maximum is {detail}. Write both in one way.",
    "over_maximum": "{value} is more than the maximum of {detail}.",
    "component_not_listed": 'The row "Maximum" gives no maximum of "{value}" for these units in {detail}. '
    "The column is not read.",
    "maximum_twice": "The maximum is there twice: {value} and {detail}. The first is used.",
    "rank_not_valid": '"{value}" is no rank. Write a whole number of 1 or more.',
    "alike_names": '"{value}" and "{detail}" differ only by tone marks, case or signs. They are taken for two units; '
    "if they are one, write its name in one way.",
    "invisible_marks": '"{value}" holds marks that nobody sees. They are left out.',
    "more_decimals": "{value} has more than six decimals. The first six are used, rounded.",
}
