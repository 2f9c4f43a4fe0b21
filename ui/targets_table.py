"""The table of targets: what was set out for, what came of it, and the verdict with its reason."""

from collections.abc import Sequence
from typing import Any, cast

import pandas as pd
import streamlit as st

from indicators.catalogue import EditionKey, UnknownEditionError
from indicators.comparability import Crossing, compare
from indicators.release import Release
from indicators.targets import Target, TargetResult, laid_over, review_targets, targets_of
from indicators.units import Unit
from ui import cached_answers
from ui.downloads import show_downloads
from ui.figure_columns import province_columns
from ui.grounds import Grounds, show_grounds, span_grounds
from ui.period_grounds import joined_grounds
from ui.source_groups import crossing_sources
from ui.tables import Column, show_table
from ui.targets_address import targets_in_address
from ui.targets_upload import targets_of_file
from ui.view import View
from wording.findings import place_text, score_text
from wording.language import Language
from wording.marks import origin_of
from wording.names import component_name, province_name
from wording.numbers import NO_FIGURE
from wording.targets import margin_words, target_note, target_words, verdict_words
from wording.terms import term_help


def targets_shown(release: Release, view: View, years: range | None = None) -> list[Target]:
    """Return the targets that concern the chosen province (all, for the whole country), those entered over those of
    the file over those of the release; of some years only, where these are given.
    """
    layers = (targets_of(release.targets), targets_of_file(), targets_in_address(release, view.values))
    province = view.province
    asked = {province, *cached_answers.chosen_units(release, province, "63")} if province in release.provinces else None
    return [
        target
        for target in laid_over(*layers)
        if (asked is None or target.unit in asked) and (years is None or target.year in years)
    ]


def show_targets_table(release: Release, view: View, targets: Sequence[Target]) -> None:
    """Draw the verdicts on some targets, a download, and what they rest on."""
    text, language = view.language.text, view.language
    results = review_targets(release, targets)
    rows = target_rows(release, view, results)
    columns = [
        Column("target", text("Target"), config={"help": term_help("target", language), "width": 330}),
        Column("verdict", text("Verdict")),
        Column("result", text("Result")),
        Column("margin", text("Margin")),
        Column("origin", text("Set in")),
    ]
    if rows["unit"].nunique() > 1:
        columns.insert(0, Column("name", text("Province"), config={"width": "medium"}))
    counts = {name: sum(result.verdict == name for result in results) for name in ("reached", "missed")}
    title = text(
        "Targets: {reached} reached, {missed} missed, {unsaid} cannot be said",
        unsaid=len(results) - sum(counts.values()),
        **counts,
    )
    st.subheader(title, anchor=False)
    show_table(rows, columns, alternative=_alternative(title, rows))
    notes = [f"- {row['name']}, {row['target']}: {row['note']}" for _, row in rows.iterrows() if row["note"]]
    if notes:
        st.markdown("\n".join(notes))
    grounds = _grounds(release, view, results)
    show_grounds(view, grounds)
    show_downloads(
        release, view, "muc-tieu-ket-qua", title, lambda: targets_download(release, language, results, rows), grounds
    )


def target_rows(release: Release, view: View, results: Sequence[TargetResult]) -> pd.DataFrame:
    """Return one row a target as it is read: unit, name, target, verdict, result, margin, note, origin."""
    text, language = view.language.text, view.language
    entered = set(targets_in_address(release, view.values))
    of_file = set(targets_of_file())

    def origin(target: Target) -> str:
        if target in entered:
            return text("this page")
        return text("the file") if target in of_file else text("the release")

    return pd.DataFrame(
        [
            {
                "unit": result.target.unit,
                "name": province_name(release.provinces, result.target.unit, language),
                "target": target_words(release, result.target, language),
                "verdict": verdict_words(result.verdict, language),
                "result": _result_cell(release, result, language),
                "margin": margin_words(release, result, language),
                "note": target_note(release, result, language),
                "origin": origin(result.target),
            }
            for result in results
        ]
    )


def _result_cell(release: Release, result: TargetResult, language: Language) -> str:
    """Write the score and the place that a verdict rests on, with their marks."""
    row = _figure(release, result.target, result.target.year)
    if row is None:
        return NO_FIGURE
    target = result.target
    index = release.catalogue.index(target.index)
    score = score_text(row["score"], origin_of(row), index, target.component, target.year, language)
    place = place_text(row["place"], row["place_of"], str(row["place_kind"]), str(row["note_codes"]))
    return " · ".join(part for part in (place, score) if part != NO_FIGURE) or NO_FIGURE


def _figure(release: Release, target: Target, year: int) -> dict[str, Any] | None:
    key = EditionKey(target.index, year, Unit.parse(target.unit).system)
    try:
        table = cached_answers.edition_table(release, key, target.component)
    except UnknownEditionError:
        return None
    return cast("dict[str, Any]", table[table["unit"] == target.unit].iloc[0].to_dict())


def _grounds(release: Release, view: View, results: Sequence[TargetResult]) -> Grounds:
    found: list[tuple[str, Grounds]] = []
    for index in release.catalogue.indices:
        own = [result.target for result in results if result.target.index == index.id]
        pairs = [(target, year) for target in own for year in (target.since_year, target.year) if year is not None]
        figures = [figure | {"year": year} for target, year in pairs if (figure := _figure(release, target, year))]
        if figures:
            groups = [crossing_sources(release, view, index.id, _deciding(release, target)) for target in own]
            grounds = span_grounds(release, view, index.id, pd.DataFrame(figures).assign(group_kind=""), (), groups)
            found.append((index.short_name, grounds))
    return joined_grounds(found)


def _deciding(release: Release, target: Target) -> tuple[Crossing, ...]:
    if target.since_year is None:
        return ()
    system = Unit.parse(target.unit).system
    earlier, later = (EditionKey(target.index, year, system) for year in (target.since_year, target.year))
    return compare(release, earlier, later, target.component, target.unit).deciding


def targets_download(
    release: Release, language: Language, results: Sequence[TargetResult], rows: pd.DataFrame
) -> pd.DataFrame:
    """Return the verdicts with their figures for a file; `rows` as from `target_rows`."""
    text = language.text
    places = {"rank": text("published rank"), "order": text("order by score"), "": ""}
    targets = [result.target for result in results]
    indices = [release.catalogue.index(target.index) for target in targets]
    return pd.DataFrame(
        {
            **province_columns(release, rows["unit"], language),
            text("Index"): [index.short_name for index in indices],
            text("Component"): [
                component_name(index, target.component, target.year, language)
                for index, target in zip(indices, targets, strict=True)
            ],
            text("Year"): [target.year for target in targets],
            text("Target"): rows["target"].to_list(),
            text("Score"): [result.score for result in results],
            text("Rank or order"): [result.place for result in results],
            text("Of how many"): [result.place_of for result in results],
            text("Kind of place"): [places[result.place_kind] for result in results],
            text("Verdict"): rows["verdict"].to_list(),
            text("Margin"): rows["margin"].to_list(),
            text("Note"): rows["note"].to_list(),
            text("Set in"): rows["origin"].to_list(),
        }
    )


def _alternative(title: str, rows: pd.DataFrame) -> str:
    said = [f"{row['name']}, {row['target']}: {row['result']}, {row['verdict']}" for _, row in rows.iterrows()]
    return f"{title}. {'; '.join(said)}"
