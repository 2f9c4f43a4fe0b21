"""Where figures come from: who published them, through what copy they were obtained, and the notes that readers see."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

import pandas as pd

from indicators.catalogue import EditionKey
from indicators.release import Release
from indicators.remembering import once_a_release
from wording.language import Language, LanguageCode
from wording.names import edition_name, joined

_OBTAINED = {
    "publisher": "the publisher's own page or file",
    "copy_of_publisher_file": "a public copy of the publisher's file",
    "news": "press",
    "province_page": "a page of a province",
    "secondary_data_set": "a third party's data set",
    "other": "another public text",
}


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One source of the figures shown: `figures` counts those that rest on it, `sha256` is of the file read or ""."""

    title: str
    publisher_of_figures: str
    obtained: str
    publisher: str
    address: str
    published_on: str
    figures: int
    sha256: str = ""


def source_line(release: Release, key: EditionKey, held: int, language: Language) -> str:
    """Write the line under a chart or table: source, edition, and how many provinces have a figure."""
    publisher = release.catalogue.index(key.index).publisher(key.year).in_language(language.code)
    return language.counted(
        "Source: {publisher}. Edition: {edition}. {count} province with figures.",
        "Source: {publisher}. Edition: {edition}. {count} provinces with figures.",
        held,
        publisher=publisher,
        edition=edition_name(release, key, language),
    )


def span_source_line(release: Release, index: str, years: Iterable[int], language: Language) -> str:
    """Write the line under a chart of several editions, by their years: a span, or two that lie apart each by name."""
    found, shown = release.catalogue.index(index), sorted(set(years))
    first, last = shown[0], shown[-1]
    apart = len(shown) == 2 and last - first > 1
    publishers = dict.fromkeys(
        found.publisher(year).in_language(language.code) for year in (shown if apart else range(first, last + 1))
    )
    span = joined([str(year) for year in shown], language) if apart else f"{first}–{last}"
    one, several = "Source: {publisher}. Edition: {index} {years}.", "Source: {publisher}. Editions: {index} {years}."
    return language.text(
        one if first == last else several,
        publisher="; ".join(publishers),
        index=found.short_name,
        years=str(first) if first == last else span,
    )


def editions_source_line(release: Release, keys: Iterable[EditionKey], language: Language) -> str:
    """Write the line under a table of several indices: who published them, and which editions these are."""
    shown = list(dict.fromkeys(keys))
    publishers = dict.fromkeys(
        release.catalogue.index(key.index).short_publisher(key.year).in_language(language.code) for key in shown
    )
    by_name: dict[str, list[str]] = {}
    for key in shown:
        # "PAPI 2023", and "DTI 2024, 63 tỉnh, thành phố" where the year alone would name two editions.
        short_name = release.catalogue.index(key.index).short_name
        year = edition_name(release, key, language).removeprefix(f"{short_name} ")
        by_name.setdefault(short_name, []).append(year)
    return language.text(
        "Sources: {publishers}. Editions: {editions}.",
        publishers="; ".join(publishers),
        editions="; ".join(f"{name} {_years(years)}" for name, years in by_name.items()),
    )


def _years(years: list[str]) -> str:
    """Write years that follow each other as a span, others one by one."""
    plain = sorted(int(year) for year in years if year.isdigit())
    if len(plain) == len(years) > 1 and plain[-1] - plain[0] == len(plain) - 1:
        return f"{plain[0]}–{plain[-1]}"
    return ", ".join(years)


def source_entries(release: Release, index: str, source_ids: pd.Series, language: Language) -> list[SourceEntry]:
    """List the sources of some figures, the one that most figures rest on first.

    `source_ids`: one text a figure, several ids joined by ";".
    """
    counts: Counter[str] = Counter()
    # Thousands of figures rest on a few texts: each is parted once.
    for text, figures in Counter(source_ids.dropna().tolist()).items():
        for part in str(text).split(";"):
            counts[part] += figures
    del counts[""]
    return [
        replace(_entry(release, index, source, language), figures=figures) for source, figures in counts.most_common()
    ]


def obtained_words(kind: str, language: Language) -> str:
    """Say through what kind of copy figures were obtained; `kind` as in `sources`, "" is another text."""
    return language.text(_OBTAINED.get(kind, _OBTAINED["other"]))


def note_sentences(release: Release, note_codes: pd.Series, language: Language) -> dict[str, str]:
    """Say the notes of some figures that readers see, one sentence a code, in the order of the closed list.

    `note_codes`: one text a figure, several codes joined by ";".
    """
    return sentences_of_notes(release, ";".join(set(note_codes.dropna().tolist())), language)


def sentences_of_notes(release: Release, note_codes: str, language: Language) -> dict[str, str]:
    """Say the notes of one figure likewise; `note_codes` is its text of codes."""
    used = set(note_codes.split(";"))
    return {code: meaning for code, meaning in _notes_shown(release, language.code).items() if code in used}


@once_a_release
def _notes_shown(release: Release, language_code: LanguageCode) -> dict[str, str]:
    table = release.note_codes
    shown = table[table["shown"] == "yes"]
    return dict(zip(shown["code"], shown[f"meaning_{language_code}"], strict=True))


def _publisher_name(release: Release, name: str, language: Language) -> str:
    """Name a publisher in the language, where the catalogue names it; the sources hold the Vietnamese name."""
    publishers = (dated.words for index in release.catalogue.indices for dated in index.dated_publishers)
    return next((words.in_language(language.code) for words in publishers if words.vi == name), name)


@once_a_release
def _entry(release: Release, index: str, source: str, language: Language) -> SourceEntry:
    row = release.source(index, source)
    return SourceEntry(
        title=str(row["title"]),
        publisher_of_figures=_publisher_name(release, str(row["publisher_of_figures"]), language),
        obtained=obtained_words(str(row["obtained_from_kind"]), language),
        publisher=str(row["publisher"]),
        address=str(row["address"]),
        published_on=str(row["published_on"]),
        figures=0,
        # A release of an older version may lack the column.
        sha256=str(row.get("sha256", "")),
    )
