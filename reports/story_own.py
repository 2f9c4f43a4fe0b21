"""The stories of own results: one department, district or commune, and all units of a kind in a year.

The release is one that `own.release.release_of` made of a file: nothing of it is kept beyond that release.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from indicators.catalogue import EditionKey
from indicators.release import Release
from indicators.results import edition_table
from indicators.targets import Target
from reports.blocks_change import change_of_one
from reports.blocks_closing import cover, not_compared
from reports.blocks_components import change_of_components
from reports.blocks_history import places_over_years
from reports.blocks_improvers import improvers, risen
from reports.blocks_overview import first_places
from reports.blocks_own import (
    components_of_all,
    own_sources,
    places_of_all,
    standing_by_component,
    without_names_of_index,
)
from reports.blocks_peers import next_places
from reports.blocks_strengths import strengths_of_index
from reports.blocks_targets import targets_of_kind, targets_reached
from reports.change_with_history import with_history
from reports.slides import Story
from reports.story_parts import Part, Question, left_out
from wording.language import LanguageCode
from wording.own_meeting import MeetingLanguage, absent_words, no_order_words


def own_unit_story(
    release: Release, key: EditionKey, unit: str, language: LanguageCode, targets: Iterable[Target] = ()
) -> Story:
    """Build the story of one own unit up to an edition of its kind, with those of `targets` that are its own.

    Where it has no result in that edition the newest one before is told. Maps, regions, peers and agencies are left
    out, since a file of own results holds none; the slide on what is not compared says so.
    """
    years = [edition.key.year for edition in release.catalogue.editions_of(key.index) if edition.key.year <= key.year]
    question = Question(release, min(years), key.year, MeetingLanguage(language), key.index)
    newest = question.newest(key.index, unit)
    parts = [_only_of_provinces(question)]
    if newest is not None:
        changes, behind = with_history(
            [change_of_one(question, newest, unit), change_of_components(question, newest, unit)],
            places_over_years(question, key.index, newest.system, [unit], question.name(unit)),
        )
        parts += [
            standing_by_component(question, newest, unit),
            *changes,
            *behind,
            strengths_of_index(question, key.index, unit),
            next_places(question, unit, [newest]),
        ]
    parts.append(targets_reached(question, unit, [target for target in targets if target.index == key.index]))
    system = newest.system if newest else key.system
    told = [edition.key for edition in release.catalogue.editions_of(key.index, system)]
    return _story(question, question, question.name(unit), [unit], parts, [k for k in told if k.year <= key.year])


def own_kind_story(
    release: Release,
    key: EditionKey,
    language: LanguageCode,
    *,
    whole: bool = False,
    targets: Iterable[Target] = (),
) -> Story:
    """Build the story of all units of a kind in a year: who is first, who rose most since the edition before and over
    all years of the file, the table, the targets, what cannot be said.

    `whole`: with the table of all units and their components, however many there are, as a workbook has it.
    """
    question = Question(release, key.year, key.year, MeetingLanguage(language), key.index)
    words = question.language
    name = release.catalogue.index(key.index).short_name
    table = edition_table(release, key)
    told = release.catalogue.editions_of(key.index, key.system)
    since = replace(question, first_year=min(edition.key.year for edition in told))
    of_all = places_of_all(question, key, whole=whole)
    parts = [
        _only_of_provinces(question),
        left_out(no_order_words(release, key, words), *absent_words(release, key, table, words)),
        # The table of all begins with the first places.
        of_all if of_all.slides else first_places(question, key),
        risen(question, key, words.text("all units")),
        improvers(since, key.index, system=key.system),
        Part() if of_all.slides else of_all,
        targets_of_kind(question, key.index, targets),
    ]
    if whole:
        parts.append(components_of_all(question, key))
    editions = [edition.key for edition in release.catalogue.editions_of(key.index) if edition.key.year < key.year]
    before = replace(question, first_year=editions[-1].year) if editions else question
    return _story(question, before, name, [], parts, [key])


def _only_of_provinces(question: Question) -> Part:
    sentence = "There are no maps, regions, peers and lead agencies of these units."
    return left_out(question.language.text(sentence))


def _story(
    question: Question, compared: Question, name: str, units: Sequence[str], parts: list[Part], keys: list[EditionKey]
) -> Story:
    """Put the cover before the parts; behind them what is not compared in the years of `compared`, and the source."""
    closing = not_compared(compared, units, [sentence for part in parts for sentence in part.left_out])
    slides = [slide for part in (*parts, closing, own_sources(question, keys)) for slide in part.slides]
    named = [replace(slide, id=without_names_of_index(slide, question.index)) for slide in slides]
    first = cover(question, name, review=False)
    return Story(first.title, first.source, question.language.code, (first, *named))
