"""The story of one province: where it stands, what changed and why, its strengths, its peers, its targets."""

from collections.abc import Iterable

from indicators.catalogue import EditionKey
from indicators.targets import Target
from reports.blocks_change import change_of_one, change_of_several
from reports.blocks_closing import cover, not_compared, sources_of
from reports.blocks_components import change_of_components
from reports.blocks_history import history_of
from reports.blocks_map import map_of_edition
from reports.blocks_peers import against_peers, next_places
from reports.blocks_standing import standing
from reports.blocks_strengths import strengths_of_index
from reports.blocks_targets import targets_reached
from reports.change_with_history import with_history, with_map
from reports.slides import Slide
from reports.story_parts import Part, Question


def province_parts(question: Question, unit: str, targets: Iterable[Target]) -> list[Part]:
    """Lay the parts of a province's story in their order, without its first and last slides.

    A merged province is shown by its predecessors beside each other wherever it has no figure of its own; it has no
    peers, no next place and no place of the whole there.
    """
    provinces = question.release.provinces
    indices = [index.id for index in question.release.catalogue.indices]
    parts = [standing(question, unit)]
    alone: dict[EditionKey, str] = {}
    for index in indices:
        key = question.newest(index, unit)
        if key is None:
            continue
        holders = provinces.units_for(unit, key.system)
        if len(holders) == 1:
            alone[key] = holders[0]
            changes = [change_of_one(question, key, holders[0]), change_of_components(question, key, holders[0])]
        else:
            changes = [change_of_several(question, key, unit)]
        changes, behind = with_history(changes, history_of(question, index, unit))
        changes, drawn = with_map(changes, map_of_edition(question, key, holders, question.name(unit)))
        parts += [*changes, *drawn, *behind]
    parts += [part for index in indices for part in _strengths(question, index, unit)]
    if not provinces[unit].is_merged:
        # A unit of the 34 that was not merged is one unit of the 63: each is compared inside its own system.
        parts += [
            answer(question, holder, [key for key in alone if alone[key] == holder])
            for answer in (against_peers, next_places)
            for holder in list(dict.fromkeys(alone.values()))[:1]
        ]
    return [*parts, targets_reached(question, unit, targets)]


def _strengths(question: Question, index: str, unit: str) -> list[Part]:
    """Judge a unit by its own components, and where it has none the units of the 63 that it was."""
    own = strengths_of_index(question, index, unit)
    former = question.release.provinces.units_for(unit, "63")
    if own.slides or former == [unit]:
        return [own]
    if len(former) == 1:
        return [strengths_of_index(question, index, former[0])]
    return [strengths_of_index(question, index, holder, f"-{holder}") for holder in former]


def told(question: Question, name: str, units: list[str], parts: list[Part], *, review: bool) -> tuple[Slide, ...]:
    """Put the cover before the parts of a story, and what is not compared and the sources behind them."""
    left_out = [sentence for found in parts for sentence in found.left_out]
    closing = not_compared(question, units, left_out)
    sources = sources_of(question, parts)
    slides = [slide for found in (*parts, closing, sources) for slide in found.slides]
    return (cover(question, name, review=review), *slides)
