"""Answers of `indicators` that many slides and many stories rest on, worked out once a release for all of them."""

from charts.map_questions import SCORE, MapQuestion, map_of_edition
from charts.subject import Subject as ChartSubject
from indicators import change, decomposition, history, movement, period_review, places_among, strengths
from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.peers import Peers, nearest_peers
from indicators.release import Release
from indicators.remembering import once_a_release
from indicators.results import edition_table
from indicators.units import UnitSystem
from wording.language import Language

change_between = once_a_release(change.change_between)
decompose_change = once_a_release(decomposition.decompose_change)
history_of_all = once_a_release(history.history)
movement_between = once_a_release(movement.movement_between)
places_in_regions = once_a_release(places_among.places_in_regions)
strengths_of_all = once_a_release(strengths.strengths)
review_period = once_a_release(period_review.review_period)


@once_a_release
def peers_of_all(release: Release, system: UnitSystem, year: int) -> Peers | CannotBeSaid:
    """Give every unit its nearest peers around a year."""
    return nearest_peers(release, system, year)


@once_a_release
def peer_medians_of_all(release: Release, key: EditionKey, year: int):  # noqa: ANN201 - as places_among.peer_medians
    """Compare every unit's score in an edition with the median of its nearest peers around a year."""
    peers = peers_of_all(release, key.system, year)
    return peers if isinstance(peers, CannotBeSaid) else places_among.peer_medians(release, key, peers.table)


@once_a_release
def chart_subject(release: Release, index: str, system: UnitSystem, language: Language) -> ChartSubject:
    """Say to a chart what it is about: the total of an index and the names of the provinces of a unit system."""
    names = {unit: release.provinces.name(unit, language.code) for unit in release.provinces.units(system)}
    return ChartSubject(release.catalogue.index(index), OVERALL, language, names)


@once_a_release
def score_map(release: Release, key: EditionKey, language: Language) -> MapQuestion:
    """Work out the map of the scores of an edition."""
    subject = chart_subject(release, key.index, key.system, language)
    return map_of_edition(release, key, subject, edition_table(release, key), SCORE)
