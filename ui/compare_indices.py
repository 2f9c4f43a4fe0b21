"""The five indices of some provinces side by side: score, place and change, each index by one edition for all."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from indicators.catalogue import OVERALL, EditionKey, Index
from indicators.change import Change
from indicators.common_edition import CommonEdition, common_edition
from indicators.release import Release
from indicators.results import newer_editions_not_held
from indicators.units import UnitSystem
from ui import cached_answers
from ui.address import LAST_YEAR
from ui.downloads import show_downloads
from ui.figure_columns import figure_columns, province_columns
from ui.grounds import Grounds, show_grounds
from ui.page_parameters import system_of
from ui.source_groups import SourceGroup, change_sources, edition_sources, figure_sources, without_empty
from ui.view import View
from wording.compare import common_edition_words
from wording.findings import (
    comparison_words,
    own_comparison_words,
    place_change_cell,
    place_text,
    score_change_text,
    score_text,
)
from wording.gaps import newer_edition_words, partial_words, short_reason
from wording.marks import mark_sentences, origin_of
from wording.names import edition_name, province_name
from wording.numbers import NO_FIGURE
from wording.sources import note_sentences, source_line


@dataclass(frozen=True)
class IndexCompared:
    """One index by one edition: `rows` of `results.edition_table` of the units, in their order; `change` since the
    edition `before`, both None where there is none.
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


def show_indices(release: Release, view: View, units: tuple[str, ...]) -> None:
    """Draw the table of the five indices of some units of one system, its grounds and its downloads."""
    text, language = view.language.text, view.language
    compared = indices_compared(release, system_of(view.values), units, view.values.number(LAST_YEAR))
    names = [release.provinces.name(unit, language.code) for unit in units]
    cells = {_heading(release, view, one): _row(view, one) for one in compared}
    absent = [index for index in release.catalogue.indices if index.id not in {one.index.id for one in compared}]
    none = [f"{NO_FIGURE}  \n{text('no figures yet')}"] * len(units)
    cells |= {f"**{index.short_name}**": none for index in absent}
    order = {index.short_name: position for position, index in enumerate(release.catalogue.indices)}
    shown = sorted(cells, key=lambda heading: next(order[name] for name in order if heading.startswith(f"**{name}")))
    table = pd.DataFrame([cells[heading] for heading in shown], index=shown, columns=names)
    title = text("The five indices side by side, editions up to {year}", year=view.values.number(LAST_YEAR))
    st.table(table, alt=title)
    grounds = indices_grounds(
        release, view, compared, len(units), " ".join(cell for row in cells.values() for cell in row)
    )
    show_downloads(
        release,
        view,
        f"so-sanh-{'-'.join(units)}",
        title,
        lambda: indices_download(release, view, compared),
        grounds,
    )
    show_grounds(view, grounds)


def indices_compared(
    release: Release, system: UnitSystem, units: tuple[str, ...], last_year: int
) -> list[IndexCompared]:
    """Return each index that any of the units has a figure of, by the edition that `common_edition` chooses."""
    found: list[IndexCompared] = []
    for index in release.catalogue.indices:
        common = common_edition(release, index.id, system, units, last_year)
        if common is None:
            continue
        key = common.shown.key
        table = cached_answers.edition_table(release, key, OVERALL).set_index("unit", drop=False).loc[list(units)]
        before = cached_answers.previous_edition(release, key, OVERALL)
        change = cached_answers.change_between(release, before.key, key, OVERALL) if before else None
        rows = table.rename_axis(None).reset_index(drop=True)
        found.append(IndexCompared(index, common, rows, before.key if before else None, change))
    return found


def indices_grounds(release: Release, view: View, compared: list[IndexCompared], count: int, written: str) -> Grounds:
    """Return what the table stands on: sentences of each edition under its name, and the sources; `written`: its cells,
    whose marks are explained.
    """
    lines: list[str] = []
    groups: list[SourceGroup] = []
    for one in compared:
        held = cached_answers.edition_table(release, one.key, OVERALL)
        figures = int((held["score"].notna() | held["rank"].notna()).sum())
        lines.append(source_line(release, one.key, figures, view.language))
    for one in compared:
        lines += _sentences(release, view, one, count)
        groups += _sources(release, view, one)
    return Grounds((*dict.fromkeys(lines), *mark_sentences(written, view.language)), without_empty(groups))


def indices_download(release: Release, view: View, compared: list[IndexCompared]) -> pd.DataFrame:
    """Return one row an index and province, numbers as numbers, with the headings of the reader's language."""
    text = view.language.text
    parts: list[pd.DataFrame] = []
    for one in compared:
        columns: dict[str, Any] = {
            text("Index"): one.index.short_name,
            text("Year"): one.key.year,
            **province_columns(release, one.rows["unit"], view.language),
            **figure_columns(release, one.index, one.rows, view.language),
        }
        if one.change is not None and one.before is not None:
            changes = one.change.table.set_index("unit").loc[one.rows["unit"]]
            columns[text("Compared with year")] = one.before.year
            columns[text("Score change")] = changes["score_change"].to_list()
            columns[text("Place change")] = changes["place_change"].to_list()
        parts.append(pd.DataFrame(columns))
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()


def _heading(release: Release, view: View, one: IndexCompared) -> str:
    lines = [f"**{edition_name(release, one.key, view.language)}**"]
    if one.before is not None:
        lines.append(view.language.text("change since {year}", year=one.before.year))
    return "  \n".join(lines)


def _row(view: View, one: IndexCompared) -> list[str]:
    cells: list[str] = []
    for _, row in one.rows.iterrows():
        if pd.isna(row["score"]) and not row["place_kind"]:
            cells.append(f"{NO_FIGURE}  \n{short_reason(str(row['reason']), view.language)}")
            continue
        score = score_text(row["score"], origin_of(row), one.index, OVERALL, one.key.year, view.language)
        place = place_text(row["place"], row["place_of"], str(row["place_kind"]), str(row["note_codes"]))
        cells.append("  \n".join([f"**{score}**", _escaped(place), _escaped(_change(view, one, str(row["unit"])))]))
    return cells


def _change(view: View, one: IndexCompared, unit: str) -> str:
    """Write the change of one province: places and points, or in a few words that the two editions are not compared."""
    if one.change is None or one.before is None:
        return NO_FIGURE
    row = one.change.table[one.change.table["unit"] == unit].iloc[0]
    if row["degree"] in ("break", "unit_system"):
        return view.language.text("not comparable")
    place = place_change_cell(row["place_change"], str(row["place_kind"]))
    score = score_change_text(row["score_change"], one.index, view.language)
    said = [words for words in (place, score) if words != NO_FIGURE]
    return " · ".join(said) or NO_FIGURE


def _sentences(release: Release, view: View, one: IndexCompared, count: int) -> list[str]:
    language = view.language
    name = edition_name(release, one.key, language)
    said = [common_edition_words(release, one.common, count, language)]
    said += [newer_edition_words(release, edition, language) for edition in newer_editions_not_held(release, one.key)]
    about = [partial_words(release, one.key, OVERALL, language)]
    about += note_sentences(release, one.rows["note_codes"], language).values()
    said += [f"{name}: {words}" for words in about if words]
    if one.before is not None and one.change is not None:
        years = f"{one.index.short_name} {one.before.year} → {one.key.year}"
        verdict = comparison_words(one.change.comparison, language)
        own = own_comparison_words(release, one.before, one.key, OVERALL, language)
        said += [f"{years}: {verdict}"] if verdict else []
        said += [
            f"{years}, {province_name(release.provinces, unit, language)}: {words}"
            for unit, words in own.items()
            if unit in set(one.rows["unit"])
        ]
        if one.change.fields_differ and one.change.comparison.comparable:
            words = language.text(
                "changes of place are counted among the {count} provinces with figures in both years.",
                count=one.change.common,
            )
            said.append(f"{years}: {words}")
    return [words for words in said if words]


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


def _escaped(text: str) -> str:
    return text.replace("*", "\\*")
