"""What a leader reads first: how many strengths and weaknesses, which ones, and the picture of all components."""

from collections.abc import Mapping

import streamlit as st

from indicators.release import Release
from indicators.strengths import Strengths
from ui import address, cached_answers
from ui.strengths_parameters import ALL_AGENCIES, agency_names, day_of, division_of_work
from ui.strengths_standings import Shown, standings_chart
from ui.view import View
from wording.language import Language
from wording.names import edition_name, province_name
from wording.responsibility import as_of_words
from wording.strengths import strengths_words

NAMED = 3  # strengths and weaknesses of each index


def headline(release: Release, shown: list[Shown], unit: str, agency: str, language: Language) -> str:
    """Say how many components of a province are strengths and weaknesses, of an agency alone where one is named."""
    counts = counted(shown)
    fields = {
        "province": province_name(release.provinces, unit, language),
        "strengths": counts["strength"],
        "weaknesses": counts["weakness"],
        "count": sum(counts.values()),
        "agency": agency,
    }
    if not sum(counts.values()):
        if agency:
            return language.text("{province}: no component that can be judged is led by {agency}", **fields)
        return language.text("{province}: no component can be judged", **fields)
    if agency:
        return language.text(
            "{province}, {agency}: {strengths} strengths and {weaknesses} weaknesses among {count} components", **fields
        )
    return language.text(
        "{province}: {strengths} strengths and {weaknesses} weaknesses among {count} components", **fields
    )


def counted(shown: list[Shown]) -> dict[str, int]:
    """Count the components shown that can be judged, by what they are: strength, weakness, "" for neither."""
    judged = [item.rows[item.rows["percentile"].notna()] for item in shown]
    return {kind: sum(int((rows["kind"] == kind).sum()) for rows in judged) for kind in ("strength", "weakness", "")}


def show_former_headlines(release: Release, view: View, by_unit: Mapping[str, list[Shown]]) -> None:
    """Draw the headlines of former provinces below each other: of a merged one there is no figure of the whole."""
    agency = chosen_agency(release, view)
    lines = [headline(release, shown, unit, agency, view.language) for unit, shown in by_unit.items()]
    st.markdown("\n".join(f"- {line}" for line in lines))


def show_sentences(release: Release, view: View, shown: list[Shown]) -> None:
    """Draw for each index which components stand out most; with an agency chosen the picture alone says it."""
    if view.values.one(address.AGENCY) != ALL_AGENCIES:
        return
    lines: list[str] = []
    for item in shown:
        if isinstance(item.standing.answer, Strengths):
            key = item.standing.key
            few = cached_answers.strengths_of(release, key, NAMED, every_level=item.every_level)
            if isinstance(few, Strengths):
                words = strengths_words(release, few, item.standing.unit, view.language)
                lines.append(f"- **{edition_name(release, key, view.language)}**: {words}.")
    missing = [item.index.short_name for item in shown if not isinstance(item.standing.answer, Strengths)]
    if missing:
        words = view.language.text("not enough scores by component to judge any province; what is missing stands below")
        lines.append(f"- **{', '.join(missing)}**: {words}.")
    st.markdown("\n".join(lines))


def show_picture(release: Release, view: View, shown: list[Shown]) -> None:
    """Draw the picture of all components shown that can be judged."""
    last_year = view.values.number(address.LAST_YEAR)
    spec, description = standings_chart(release, shown, last_year, view.language.code)
    if spec is not None:
        st.vega_lite_chart(spec, theme=None, width="stretch", alt=description)


def chosen_agency(release: Release, view: View) -> str:
    """Return the name of the chosen agency; "" for all."""
    names = agency_names(division_of_work(release, view.values.one(address.DIVISION_OF_WORK)))
    return names.get(view.values.one(address.AGENCY), "")


def division_words(view: View) -> str:
    """Say which division of work the agencies are of, and that it is the usual one."""
    as_of = as_of_words(day_of(view.values.one(address.DIVISION_OF_WORK)), view.language)
    usual = view.language.text("they usually lead the work; a province may assign it otherwise")
    return f"{as_of}: {usual}."
