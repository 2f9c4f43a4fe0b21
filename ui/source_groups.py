"""The sources behind what is shown, in groups: the figures themselves, and what else is drawn or said beside them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from indicators.catalogue import EditionKey
from indicators.comparability import Crossing, compare, own_comparisons
from indicators.measurement import former_figures, left_out
from indicators.peers import Peers
from indicators.release import Release
from indicators.succession import PredecessorView, TodaysView
from ui.view import View
from wording.sources import SourceEntry, source_entries


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """The sources of one thing that is shown: `heading` says of what, "" for the figures themselves.

    `counted` tells whether the number of figures that rest on an entry means anything.
    """

    heading: str
    entries: tuple[SourceEntry, ...]
    counted: bool


def figure_sources(release: Release, view: View, index: str, source_ids: pd.Series) -> SourceGroup:
    """Group the sources of the figures shown; `source_ids` holds one text a figure."""
    return SourceGroup("", tuple(source_entries(release, index, source_ids, view.language)), counted=True)


def other_sources(release: Release, view: View, index: str, all_ids: pd.Series, shown_ids: pd.Series) -> SourceGroup:
    """Group what figures of further provinces rest on beside the sources of those shown: grey lines, medians."""
    shown = {(entry.title, entry.address) for entry in source_entries(release, index, shown_ids, view.language)}
    entries = source_entries(release, index, all_ids, view.language)
    others = tuple(entry for entry in entries if (entry.title, entry.address) not in shown)
    return SourceGroup(view.language.text("Other provinces, for lines in grey and medians"), others, counted=True)


def mean_sources(release: Release, view: View, index: str, source_ids: Iterable[str]) -> SourceGroup:
    """Group the sources of published means."""
    return _group(release, view, index, view.language.text("Published means"), source_ids, counted=True)


def crossing_sources(release: Release, view: View, index: str, crossings: Iterable[Crossing]) -> SourceGroup:
    """Group the sources of what is said to lie between editions."""
    heading = view.language.text("Changes of the method or of what is published")
    return _group(release, view, index, heading, (crossing.source_id for crossing in crossings))


def change_sources(release: Release, view: View, earlier: EditionKey, later: EditionKey, component: str) -> SourceGroup:
    """Group the sources of what is said of two editions that are compared, of single provinces too."""
    own = own_comparisons(release, earlier, later, component).values()
    deciding = compare(release, earlier, later, component).deciding
    crossings = [*deciding, *(crossing for verdict in own for crossing in verdict.deciding)]
    return crossing_sources(release, view, later.index, crossings)


def absence_sources(release: Release, view: View, key: EditionKey, component: str) -> SourceGroup:
    """Group the sources that say which provinces an edition did not measure."""
    heading = view.language.text("Provinces without a result")
    absent = left_out(release, key, component).values()
    return _group(release, view, key.index, heading, (absence.source_id for absence in absent))


def merged_mean_sources(release: Release, view: View, index: str, seen: PredecessorView | TodaysView) -> SourceGroup:
    """Group what the mean of a merged province's predecessors rests on: the publisher's rule, or populations."""
    heading = view.language.text("How the mean of the former provinces is made")
    return _group(release, view, index, heading, [seen.rule_source_id, seen.weight_source_id])


def peer_sources(release: Release, view: View, index: str, peers: Peers) -> SourceGroup:
    """Group what peers are chosen by: population, area, GRDP per head."""
    heading = view.language.text("What peer provinces are chosen by")
    return _group(release, view, index, heading, [measure.source_id for measure in peers.used])


def edition_sources(release: Release, view: View, key: EditionKey) -> SourceGroup:
    """Group the sources that say when an edition came out, and how many it measured and ranked."""
    heading = view.language.text("The edition: date, provinces measured and ranked")
    return _group(release, view, key.index, heading, release.catalogue.edition(key).source_ids)


def former_sources(release: Release, view: View, key: EditionKey, component: str) -> SourceGroup:
    """Group the sources of the figures of units that have ended, which count in places and medians."""
    heading = view.language.text("Provinces of that time that no longer exist")
    return _group(release, view, key.index, heading, former_figures(release, key, component)["source_id"])


def without_empty(groups: Iterable[SourceGroup]) -> tuple[SourceGroup, ...]:
    """Leave out groups that hold no source."""
    return tuple(group for group in groups if group.entries)


def source_table(view: View, groups: Sequence[SourceGroup]) -> pd.DataFrame:
    """Return one row a source for a file, with the headings of the reader's language."""
    text = view.language.text
    rows = [
        {
            text("Source of"): group.heading or text("Figures"),
            text("Source"): entry.title,
            text("Address"): entry.address,
            text("Published by"): entry.publisher_of_figures,
            text("Obtained from"): entry.obtained,
            text("Holder of the copy"): entry.publisher,
            text("Date"): entry.published_on,
            text("SHA-256 of the file"): entry.sha256,
        }
        for group in groups
        for entry in group.entries
    ]
    return pd.DataFrame(rows)


def _group(
    release: Release, view: View, index: str, heading: str, source_ids: Iterable[str], *, counted: bool = False
) -> SourceGroup:
    entries = source_entries(release, index, pd.Series(list(source_ids), dtype="object"), view.language)
    return SourceGroup(heading, tuple(entries), counted)
