"""Which components a change comes from, in sentences. Causes are named only where the decomposition is exact."""

from typing import Any

from indicators.catalogue import EditionKey, Index
from indicators.decomposition import Decomposition
from indicators.release import Release
from wording.language import Language
from wording.names import component_name
from wording.numbers import signed, signed_or_below


def largest_words(
    release: Release, key: EditionKey, decomposition: Decomposition, unit: str, language: Language
) -> str:
    """Name the component that contributed most to the change of a unit; `key`: the later edition.

    "" unless the decomposition of that unit is exact, and where the total did not change.
    """
    row = _row(decomposition, unit)
    if not row["exact"] or not row["largest_component"]:
        return ""
    index = release.catalogue.index(key.index)
    fields = {
        "components": _names(index, str(row["largest_component"]).split(";"), key.year, language),
        "points": signed(float(row["largest_contribution"]), index.display_decimals, language),
    }
    if row["whole"] > 0:
        return language.text("Contributed most to the rise: {components} ({points} points)", **fields)
    return language.text("Contributed most to the fall: {components} ({points} points)", **fields)


def remainder_words(
    release: Release, key: EditionKey, decomposition: Decomposition, unit: str, language: Language
) -> str:
    """Say what remains of the change of a unit, and from what; "" for a unit not answered."""
    row = _row(decomposition, unit)
    if row["reason"]:
        return ""
    index = release.catalogue.index(key.index)
    remainder = float(row["remainder"])
    fields: dict[str, object] = {"points": remainder_text(remainder, index, language)}
    if decomposition.not_compared:
        named = _names(index, list(decomposition.not_compared), key.year, language)
        return language.text(
            "Remainder: {points} points, with the part of what was measured otherwise: {components}.",
            components=named,
            **fields,
        )
    if row["exact"]:
        return language.text("Remainder: {points} points, from rounding.", **fields)
    rounding = float(row["rounding"])
    return language.text(
        "Remainder: {points} points, more than rounding explains ({rounding} points).",
        rounding=signed_or_below(rounding, index.display_decimals, language).lstrip("+"),
        **fields,
    )


def remainder_text(remainder: float, index: Index, language: Language) -> str:
    """Write a remainder with its sign and as many decimals as scores have; of a smaller one, that it is under that."""
    # Six decimals are all that publishers print: what a sum of floats leaves behind them is none of theirs.
    return signed_or_below(round(remainder, 6), index.display_decimals, language)


def reweighted_words(release: Release, key: EditionKey, decomposition: Decomposition, language: Language) -> str:
    """Say of which components the weight changed between the two editions; "" where of none."""
    if not decomposition.reweighted:
        return ""
    index = release.catalogue.index(key.index)
    return language.text(
        "The weight changed, and contributions hold that change too, of: {components}.",
        components=_names(index, list(decomposition.reweighted), key.year, language),
    )


def _row(decomposition: Decomposition, unit: str) -> dict[str, Any]:
    row = decomposition.units[decomposition.units["unit"] == unit].iloc[0].to_dict()
    return {str(name): value for name, value in row.items()}


def _names(index: Index, components: list[str], year: int, language: Language) -> str:
    # Names of components hold commas ("Công khai, minh bạch").
    return "; ".join(component_name(index, part, year, language, short=True) for part in components)
