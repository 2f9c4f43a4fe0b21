"""What a place, a score or a change is in words and in the cell of a table.

Whoever writes a score or a place says where it comes from, so that its mark cannot be left out.
"Places" (bậc) are those of published ranks, "positions" (vị trí) those of the order by score; the two never meet in
one sentence.
"""

from collections.abc import Collection, Iterable

import pandas as pd

from indicators.catalogue import EditionKey, Index
from indicators.comparability import Comparison, change_of_units, crossings_between, own_comparisons
from indicators.release import Release
from wording.language import Language
from wording.marks import COMPUTED, ORDER, Origin, figure_marks, marked, rank_marks
from wording.names import group_name, joined, province_name
from wording.numbers import NO_FIGURE, number, percent, signed

UP, DOWN, SAME = "▲", "▼", "="


def score_number(score: float | None, index: Index, component: str, year: int, language: Language) -> str:
    """Write a number on the scale of a score, such as the limit of a class, as its publisher prints scores."""
    if index.unit_of(component, year) == "percent":
        return percent(score, index.display_decimals, language)
    return number(score, index.display_decimals, language)


def score_text(score: float | None, origin: Origin, index: Index, component: str, year: int, language: Language) -> str:
    """Write a score as its publisher prints it, with its marks: 81,21% · 43,21 † · 0,7419 ‡."""
    written = score_number(score, index, component, year, language)
    return marked(written, figure_marks(origin.kind, origin.note_codes))


def score_words(score: float, origin: Origin, index: Index, component: str, year: int, language: Language) -> str:
    """Say a score in a sentence, with its marks: "84,66%", or "40,54 điểm †" where it is in points."""
    words = score_number(score, index, component, year, language)
    if index.unit_of(component, year) == "points":
        words = language.text("{score} points", score=words)
    return marked(words, figure_marks(origin.kind, origin.note_codes))


def group_text(index: Index, group: str, group_kind: str, language: Language) -> str:
    """Name a group with the mark of one that is deduced; "" for no group."""
    return marked(group_name(index, group, language), COMPUTED if group and group_kind == "computed" else "")


def place_text(place: int | None, of: int | None, kind: str, note_codes: str) -> str:
    """Write a place with its "of how many" and its mark: 12/63, 39/63 ‡, or 42/61 (*) for the order by score."""
    if place is None or pd.isna(place):
        return NO_FIGURE
    written = f"{place}/{of}" if of is not None and pd.notna(of) else f"{place}"
    return marked(written, ORDER if kind == "order" else rank_marks(kind, note_codes))


def places_name(kinds: Iterable[str], language: Language) -> str:
    """Name what the places of a chart or column are, by all their kinds: ranks, orders by score, or both."""
    found = set(kinds) - {""}
    if found == {"order"}:
        return language.text("Order by score (*)")
    return language.text("Rank, order (*)") if "order" in found else language.text("Rank")


def place_changes_name(kinds: Iterable[str], language: Language) -> str:
    """Name what changes of place are, by all their kinds: of ranks, of orders by score, or of both."""
    found = set(kinds) - {""}
    if found == {"order"}:
        return language.text("Change of position (*)")
    return language.text("Change of rank, order (*)") if "order" in found else language.text("Change of place")


def place_words(place: int, of: int | None, kind: str, note_codes: str, language: Language) -> str:
    """Say a place in a sentence: "hạng 12/63", "hạng 39/63 ‡", or "thứ tự theo điểm 42/61"."""
    if kind == "order":
        return language.text("order by score {place} of {of}", place=place, of=of)
    if of is None or pd.isna(of):
        words = language.text("rank {place}", place=place)
    else:
        words = language.text("rank {place} of {of}", place=place, of=of)
    return marked(words, rank_marks(kind, note_codes))


def place_change_cell(change: int | None, kind: str) -> str:
    """Write a change of place in a cell: ▲ 8, ▼ 3 (*) of the order by score, =, or an en dash for none."""
    if change is None or pd.isna(change):
        return NO_FIGURE
    written = SAME if change == 0 else f"{UP if change > 0 else DOWN} {abs(change)}"
    return marked(written, ORDER if kind == "order" else "")


def place_change_words(change: int, kind: str, language: Language) -> str:
    """Say a change of place: "tăng 8 bậc" of published ranks, "tăng 8 vị trí" of the order by score."""
    count = abs(change)
    if kind == "order":
        if change == 0:
            return language.text("position unchanged")
        if change > 0:
            return language.counted("up {count} position", "up {count} positions", count)
        return language.counted("down {count} position", "down {count} positions", count)
    if change == 0:
        return language.text("rank unchanged")
    if change > 0:
        return language.counted("up {count} place", "up {count} places", count)
    return language.counted("down {count} place", "down {count} places", count)


def score_change_text(change: float | None, index: Index, language: Language) -> str:
    """Write a change of score with its sign: +1,46 · −0,28 · 0,00."""
    return signed(change, index.display_decimals, language)


def score_change_words(change: float, index: Index, component: str, year: int, language: Language) -> str:
    """Say a change of score: "tăng 1,46 điểm", of a percentage "tăng 4,30 điểm %"."""
    written = signed(change, index.display_decimals, language)
    if written[0] not in "+−":
        return language.text("score unchanged")
    amount = written[1:]
    if index.unit_of(component, year) == "percent":
        up, down = "up {amount} percentage points", "down {amount} percentage points"
    else:
        up, down = "up {amount} points", "down {amount} points"
    return language.text(up if written[0] == "+" else down, amount=amount)


def crossing_words(
    release: Release, index: str, component: str, first: int, last: int, language: Language, units: Collection[str] = ()
) -> list[str]:
    """Say what lies between the years of a chart, one sentence for each pair of years and reason, oldest first.

    What concerns single provinces only is said where one of `units` is meant.
    """
    sentences = {
        "unit_system": "{years}: the administrative units changed, the figures on both sides are not joined. {reason}",
        "break": "{years}: the method changed, the figures on both sides are not joined. {reason}",
        "revision": "{years}: compare with caution. {reason}",
        "publication": "{years}: {reason}",
    }
    changed = change_of_units(release, index)
    # The row that ends a unit system breaks every series, but it is no change of method.
    ends_units = changed.reason if changed else None
    return [
        language.text(
            sentences["unit_system" if crossing.reason == ends_units else crossing.degree],
            years=f"{crossing.between_year} → {crossing.and_year}",
            reason=crossing.reason.in_language(language.code),
        )
        for crossing in crossings_between(release, index, component, first, last, units)
    ]


def own_comparison_words(
    release: Release, earlier: EditionKey, later: EditionKey, component: str, language: Language
) -> dict[str, str]:
    """Say by unit key why two editions cannot be compared, or only with caution, for a single province alone."""
    verdicts = own_comparisons(release, earlier, later, component)
    return {unit: comparison_words(verdict, language) for unit, verdict in verdicts.items()}


def own_comparison_sentences(
    release: Release, earlier: EditionKey, later: EditionKey, component: str, language: Language
) -> list[str]:
    """Say the same with the names, one sentence for all provinces that share a reason: "Hà Nội: So sánh cần …"."""
    units: dict[str, list[str]] = {}
    for unit, words in own_comparison_words(release, earlier, later, component, language).items():
        units.setdefault(words, []).append(province_name(release.provinces, unit, language))
    return [f"{joined(names, language)}: {words}" for words, names in units.items()]


def comparison_words(comparison: Comparison, language: Language) -> str:
    """Say why two editions cannot be compared or only with caution, with the reasons; "" where nothing lies between."""
    if comparison.degree == "same":
        return ""
    reasons = list(dict.fromkeys(crossing.reason.in_language(language.code) for crossing in comparison.deciding))
    reason = " ".join(reasons)
    if comparison.degree == "unit_system":
        return language.text("Not comparable: the administrative units changed. {reason}", reason=reason)
    if comparison.degree == "break":
        return language.text("Not comparable: the method changed. {reason}", reason=reason)
    if comparison.degree == "revision":
        return language.text("Compare with caution: {reason}", reason=reason)
    return reason
