"""What a profile stands on: the edition, the years behind it, the other provinces, and what peers are chosen by."""

import pandas as pd

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.comparability import crossings_between
from indicators.release import Release
from ui import cached_answers
from ui.grounds import Grounds
from ui.source_groups import (
    SourceGroup,
    absence_sources,
    crossing_sources,
    edition_sources,
    figure_sources,
    former_sources,
    merged_mean_sources,
    other_sources,
    peer_sources,
    without_empty,
)
from ui.view import View
from wording.data_warnings import held_back_sentences, warning_sentences
from wording.findings import crossing_words
from wording.gaps import partial_words
from wording.marks import SECONDARY_SOURCE, mark_sentences
from wording.sources import note_sentences, source_line


def profile_grounds(
    release: Release,
    view: View,
    key: EditionKey,
    components: pd.DataFrame,
    history: pd.DataFrame,
    written: str,
) -> Grounds:
    """Return the source lines, the notes and the sources of the detail of a profile.

    `components` and `history` hold the figures shown, with note_codes and source_id; `written` is all that is written,
    whose marks are explained.
    """
    language = view.language
    table = cached_answers.edition_table(release, key, OVERALL)
    units = list(dict.fromkeys(history["unit"].astype("str")))
    first, last = int(history["year"].min()), int(history["year"].max())
    held = int((table["score"].notna() | table["rank"].notna()).sum())
    own = pd.concat([components[["note_codes", "source_id"]], history[["note_codes", "source_id"]]])
    notes = note_sentences(release, own["note_codes"], language)
    notes.pop(SECONDARY_SOURCE, None)  # its mark has a sentence already
    lines = [
        source_line(release, key, held, language),
        partial_words(release, key, OVERALL, language),
        *warning_sentences(release, key, OVERALL, language),
        *held_back_sentences(release, key.index, language),
        *crossing_words(release, key.index, OVERALL, first, last, language, units),
        *mark_sentences(written, language),
        *notes.values(),
    ]
    everyone = [table["source_id"], *_part_sources(release, key)]
    groups = [
        figure_sources(release, view, key.index, own["source_id"]),
        crossing_sources(release, view, key.index, crossings_between(release, key.index, OVERALL, first, last, units)),
        *_mean_sources(release, view, key),
        absence_sources(release, view, key, OVERALL),
        former_sources(release, view, key, OVERALL),
        edition_sources(release, view, key),
        *_peer_sources(release, view, key),
        other_sources(release, view, key.index, pd.concat(everyone), own["source_id"]),
    ]
    return Grounds(tuple(line for line in lines if line), without_empty(groups))


def _part_sources(release: Release, key: EditionKey) -> list[pd.Series]:
    parts = release.catalogue.index(key.index).parts(OVERALL, key.year)
    return [cached_answers.edition_table(release, key, part)["source_id"] for part in parts]


def _mean_sources(release: Release, view: View, key: EditionKey) -> list[SourceGroup]:
    if key.system != "63" or len(cached_answers.chosen_units(release, view.province, "63")) < 2:
        return []
    seen = cached_answers.predecessor_view(release, view.province, key, OVERALL)
    return [merged_mean_sources(release, view, key.index, seen)]


def _peer_sources(release: Release, view: View, key: EditionKey) -> list[SourceGroup]:
    nearest = cached_answers.nearest_peers(release, key.system, key.year)
    return [] if isinstance(nearest, CannotBeSaid) else [peer_sources(release, view, key.index, nearest)]
