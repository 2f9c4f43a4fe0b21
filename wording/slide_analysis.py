"""Titles of the slides on strengths, peers, the next place and targets: sentences that state the finding."""

from collections.abc import Sequence
from typing import Any, cast

import pandas as pd

from indicators.catalogue import OVERALL, EditionKey
from indicators.headroom import NextPlace
from indicators.release import Release
from indicators.strengths import Strengths
from wording.findings import place_words
from wording.language import Language
from wording.names import component_name, edition_name
from wording.numbers import number
from wording.slides import fitted


def strengths_title(release: Release, answer: Strengths, unit: str, language: Language, name: str = "") -> str:
    """Name the greatest strength and weakness of a province in an edition with its place, or count them.

    `name` of the province stands first where it is given.
    """
    edition = edition_name(release, answer.key, language)
    edition = f"{name}, {edition}" if name else edition
    found = {kind: answer.of(unit, kind) for kind in ("strength", "weakness")}
    named = {
        "strengths": _component(release, answer, found["strength"], language),
        "weaknesses": _component(release, answer, found["weakness"], language),
    }
    counts: dict[str, object] = {"strong": len(found["strength"]), "weak": len(found["weakness"])}
    if named["strengths"] and named["weaknesses"]:
        return fitted(
            language.text(
                "{edition}: greatest strength {strengths}; greatest weakness {weaknesses}", edition=edition, **named
            ),
            language.text(
                "{edition}: strengths in {strong} components, weaknesses in {weak}", edition=edition, **counts
            ),
        )
    if named["strengths"]:
        words = language.text("{edition}: greatest strength {strengths}", edition=edition, **named)
        return fitted(f"{words}; {language.text('no component is among the lowest quarter')}", words)
    if named["weaknesses"]:
        words = language.text("{edition}: greatest weakness {weaknesses}", edition=edition, **named)
        return fitted(f"{words}; {language.text('no component is among the best quarter')}", words)
    return language.text("{edition}: no component is among the best or the lowest quarter", edition=edition)


def _component(release: Release, answer: Strengths, rows: pd.DataFrame, language: Language) -> str:
    if rows.empty:
        return ""
    row = cast("dict[str, Any]", rows.iloc[0].to_dict())
    index = release.catalogue.index(answer.key.index)
    name = component_name(index, str(row["component"]), answer.key.year, language, short=True)
    of = None if pd.isna(row["place_of"]) else int(row["place_of"])
    place = place_words(int(row["place"]), of, str(row["place_kind"]), str(row["note_codes"]), language)
    return f"{name} ({place})"


def peers_title(name: str, differences: Sequence[float], language: Language) -> str:
    """Count the indices in which a province scores above, below and level with the median of its peers.

    What is true of none of them is not counted.
    """
    counts = (
        ("above in {count}", sum(difference > 0 for difference in differences)),
        ("below in {count}", sum(difference < 0 for difference in differences)),
        ("level in {count}", sum(difference == 0 for difference in differences)),
    )
    return language.text(
        "{name} against the median of its peers in {all} indices: {counts}",
        name=name,
        all=len(differences),
        counts=", ".join(language.text(sentence, count=count) for sentence, count in counts if count),
    )


def next_places_title(
    release: Release, name: str, answers: Sequence[tuple[EditionKey, NextPlace]], language: Language
) -> str:
    """Say what a province lacks to draw level with who stands just ahead, index by index; never a forecast."""
    said: list[str] = []
    for key, answer in answers:
        index = release.catalogue.index(key.index)
        amount = number(answer.points, index.display_decimals, language)
        percent = index.unit_of(OVERALL, key.year) == "percent"
        words = language.text(
            "{amount} percentage points" if percent else "{score} points", amount=amount, score=amount
        )
        said.append(f"{edition_name(release, key, language)} {words}")
    return fitted(
        language.text(
            "{name}, short of the next place ahead: {points}; not a forecast", name=name, points="; ".join(said)
        ),
        language.text(
            "{name}: points to the next place ahead in {count} indices; not a forecast", name=name, count=len(said)
        ),
    )


def targets_title(name: str, verdicts: Sequence[str], language: Language) -> str:
    """Count the targets reached, missed and open, each only where there are any."""
    counts = (
        ("{count} reached", sum(verdict == "reached" for verdict in verdicts)),
        ("{count} missed", sum(verdict == "missed" for verdict in verdicts)),
        ("{count} cannot be said", sum(verdict == "cannot_be_said" for verdict in verdicts)),
    )
    said = ", ".join(language.text(sentence, count=count) for sentence, count in counts if count)
    return language.text("Targets of {name}: {counts}", name=name, counts=said)
