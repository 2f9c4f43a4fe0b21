"""What a table of several indices stands on: one line an edition with all that is to be said of it, and the sources."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from indicators.catalogue import OVERALL, EditionKey, Index
from indicators.change import Change
from indicators.common_edition import CommonEdition
from indicators.release import Release
from indicators.results import newer_editions_not_held
from ui import cached_answers
from ui.grounds import Grounds
from ui.source_groups import SourceGroup, change_sources, edition_sources, figure_sources, without_empty
from ui.view import View
from wording.compare import common_edition_words
from wording.data_warnings import warning_sentences
from wording.findings import comparison_words, own_comparison_words
from wording.gaps import newer_edition_words, partial_words
from wording.marks import SECONDARY_SOURCE, mark_sentences
from wording.names import edition_name, province_name
from wording.sources import note_sentences, source_line


@dataclass(frozen=True)
class IndexCompared:
    """One index by one edition: `rows` of `results.edition_table` of the units, in their order.

    `change` since the edition `before`, both None where there is none.
    """

    index: Index
    common: CommonEdition
    rows: pd.DataFrame
    before: EditionKey | None
    change: Change | None

    @property
    def key(self) -> EditionKey:
        """The edition that is shown."""
        return self.common.shown.key


def indices_grounds(release: Release, view: View, compared: Sequence[IndexCompared], written: str) -> Grounds:
    """Return the lines and sources of some indices compared; `written` is the text of the cells, whose marks count."""
    lines = [_line(release, view, one) for one in compared]
    groups = [group for one in compared for group in _sources(release, view, one)]
    return Grounds((*lines, *mark_sentences(written, view.language)), without_empty(groups))


def _line(release: Release, view: View, one: IndexCompared) -> str:
    language, key = view.language, one.key
    table = cached_answers.edition_table(release, key, OVERALL)
    held = int((table["score"].notna() | table["rank"].notna()).sum())
    notes = note_sentences(release, one.rows["note_codes"], language)
    notes.pop(SECONDARY_SOURCE, None)  # its mark has a sentence already
    said = [
        source_line(release, key, held, language),
        common_edition_words(release, one.common, len(one.rows), language),
        partial_words(release, key, OVERALL, language),
        *warning_sentences(release, key, OVERALL, language),
        *notes.values(),
        *_about_change(release, view, one),
        *(newer_edition_words(release, edition, language) for edition in newer_editions_not_held(release, key)),
    ]
    return " ".join(sentence for sentence in said if sentence)


def _about_change(release: Release, view: View, one: IndexCompared) -> list[str]:
    """Say what lies between the edition and the one before, for all and for single provinces of the table."""
    if one.before is None or one.change is None:
        return []
    language = view.language
    verdict = comparison_words(one.change.comparison, language)
    said = [verdict] if verdict else []
    own = own_comparison_words(release, one.before, one.key, OVERALL, language)
    shown = set(one.rows["unit"])
    said += [f"{province_name(release.provinces, unit, language)}: {own[unit]}" for unit in own if unit in shown]
    if one.change.fields_differ and one.change.comparison.comparable:
        sentence = "Changes of place are counted among the {count} provinces with figures in both years."
        said.append(language.text(sentence, count=one.change.common))
    years = f"{one.before.year} → {one.key.year}"
    return [f"{years}: {words}" for words in said]


def _sources(release: Release, view: View, one: IndexCompared) -> list[SourceGroup]:
    name = edition_name(release, one.key, view.language)
    groups = [figure_sources(release, view, one.index.id, one.rows["source_id"])]
    if one.before is not None:
        groups.append(change_sources(release, view, one.before, one.key, OVERALL))
    groups.append(edition_sources(release, view, one.key))
    return [
        SourceGroup(f"{name}: {group.heading}" if group.heading else name, group.entries, group.counted)
        for group in groups
    ]
