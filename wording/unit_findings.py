"""What is said of one unit in one edition: what changed since an earlier one, how far it is, how firm its place.

Every function answers with sentences, some without a full stop, and says in one of them why a question has no answer.
"""

from dataclasses import dataclass

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.change import Change
from indicators.component_gaps import ComponentGaps
from indicators.decomposition import Decomposition
from indicators.headroom import Headroom, NextPlace
from indicators.movement import Movement
from indicators.release import Release
from indicators.results import edition_table
from indicators.robustness import Robustness
from wording.answers import cannot_words
from wording.decomposition import largest_words, remainder_words, reweighted_words
from wording.headlines import next_place_words, since_words
from wording.headroom import best_words, largest_gaps_words, median_words
from wording.language import Language
from wording.movement import field_words, movement_words, rank_beside_words
from wording.robustness import rounding_words, separation_words, tied_words


@dataclass(frozen=True)
class Distances:
    """How far a unit is from the next place, and all units of an edition from the median, the best and each other."""

    to_next: NextPlace | CannotBeSaid
    of_all: Headroom | CannotBeSaid
    gaps: ComponentGaps | CannotBeSaid
    firm: Robustness | CannotBeSaid


def change_sentences(
    release: Release,
    key: EditionKey,
    unit: str,
    earlier_year: int,
    change: Change,
    movement: Movement | CannotBeSaid,
    language: Language,
) -> list[str]:
    """Say what changed in place and score of the total since an earlier year, and by whose scores the place did."""
    index = release.catalogue.index(key.index)
    said = [first_upper(since_words(index, key, OVERALL, unit, change, earlier_year, language))]
    if isinstance(movement, CannotBeSaid):
        return [*said, cannot_words(release, key, movement, language)]
    own = movement.table[movement.table["unit"] == unit].iloc[0]
    said.append(first_upper(movement_words(movement, unit, language)))
    said.append(rank_beside_words(movement, unit, language) or field_words(movement, language))
    if own["reason"] == "no_figure":
        said.append(
            language.text("Own and field movement cannot be said: there is no score of one of the two editions")
        )
    return said


def contribution_sentences(
    release: Release, later: EditionKey, answer: Decomposition | CannotBeSaid, unit: str, language: Language
) -> list[str]:
    """Say which component contributed most to a change and what remains of it, or why that cannot be said."""
    if isinstance(answer, CannotBeSaid):
        return [cannot_words(release, later, answer, language)]
    row = answer.units[answer.units["unit"] == unit].iloc[0]
    if row["reason"] == "no_figure":
        return [language.text("Contributions cannot be said: there is no score of one of the two editions")]
    if row["reason"]:
        missing = tuple(name for name in str(row["missing"]).split(";") if name)
        reason = CannotBeSaid(row["reason"], missing=missing if row["reason"] == "parts_not_held" else ())
        return [cannot_words(release, later, reason, language)]
    return [
        largest_words(release, later, answer, unit, language),
        remainder_words(release, later, answer, unit, language),
        reweighted_words(release, later, answer, language),
    ]


def distance_sentences(
    release: Release, key: EditionKey, unit: str, distances: Distances, language: Language
) -> list[str]:
    """Say how far the next place, the median and the best are, where most of it lies, and how firm the place is."""
    to_next, of_all, gaps, firm = distances.to_next, distances.of_all, distances.gaps, distances.firm
    if isinstance(to_next, NextPlace):
        said = [next_place_words(release, key, to_next, edition_table(release, key), language)]
    else:
        said = [cannot_words(release, key, to_next, language)]
    if not isinstance(of_all, CannotBeSaid):
        said.append(median_words(release, key, of_all, unit, language))
        said.append(best_words(release, key, of_all, unit, language))
    if isinstance(gaps, CannotBeSaid):
        said.append(cannot_words(release, key, gaps, language))
    else:
        said.append(largest_gaps_words(release, key, gaps, unit, language))
    if not isinstance(firm, CannotBeSaid):
        said.append(first_upper(separation_words(release, key, firm, unit, language)))
        said.append(first_upper(tied_words(firm, unit, language)))
        said.append(rounding_words(release, key, firm, unit, language))
    return said


def first_upper(words: str) -> str:
    """Begin a sentence with a capital."""
    return words[:1].upper() + words[1:]
