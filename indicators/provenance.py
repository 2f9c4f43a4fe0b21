"""What the figures of a release rest on: every source with its number of figures, every note with its number."""

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from indicators.release import Release

SOURCE_COLUMNS = [
    "index", "source_id", "title", "address", "publisher_of_figures", "publisher", "obtained_from_kind", "published_on",
    "figures", "sha256",
]  # fmt: skip


def sources_used(release: Release) -> pd.DataFrame:
    """List every source of the release, the one that most figures rest on first.

    Columns: those of `sources` (docs/architecture.md); figures: how many rows of observations, former units, published
    means and context name it; sha256: the hash that `sources` holds of the file read, then those of files
    gathered from it on the machine that made the release, each once, joined by a blank, "" where none is known.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for frame in (release.observations, release.former_units, release.national):
        counts.update(_named(frame["index"].astype("str"), frame["source_id"].astype("str")))
    counts.update(_named(["context"] * len(release.context), release.context["source_id"].astype("str")))
    hashes: dict[tuple[str, str], list[str]] = {}
    # A release of an older version may lack the column.
    if "sha256" in release.sources:
        for index, source, digest in release.sources[["index", "source_id", "sha256"]].itertuples(index=False):
            hashes[str(index), str(source)] = [str(digest)] if digest else []
    for index, source, digest in release.origins[["index", "source_id", "sha256"]].itertuples(index=False):
        hashes.setdefault(_key(str(index), str(source)), []).append(str(digest))
    keys = list(zip(release.sources["index"].astype("str"), release.sources["source_id"].astype("str"), strict=True))
    table = release.sources.assign(
        figures=[counts[key] for key in keys], sha256=[" ".join(dict.fromkeys(hashes.get(key, []))) for key in keys]
    )
    return table.sort_values("figures", ascending=False, kind="stable")[SOURCE_COLUMNS].reset_index(drop=True)


def notes_used(release: Release) -> pd.DataFrame:
    """List the notes that readers see and that any figure carries, the most frequent first.

    Columns: code, meaning_vi, meaning_en, figures (how many observations carry it).
    """
    texts = release.observations["note_codes"].astype("str").value_counts()
    counts: Counter[str] = Counter()
    for text, number in texts.items():
        counts.update(dict.fromkeys((code for code in str(text).split(";") if code), int(number)))
    shown = release.note_codes[release.note_codes["shown"] == "yes"]
    table = shown.assign(figures=[counts[str(code)] for code in shown["code"]])
    table = table[table["figures"] > 0].sort_values("figures", ascending=False, kind="stable")
    return table[["code", "meaning_vi", "meaning_en", "figures"]].reset_index(drop=True)


def _named(indices: Iterable[str], texts: Iterable[str]) -> Counter[tuple[str, str]]:
    """Count the sources that rows name, each once a row."""
    rows = Counter(zip(indices, texts, strict=True))
    found: Counter[tuple[str, str]] = Counter()
    for (index, text), number in rows.items():
        found.update(dict.fromkeys({_key(index, part) for part in text.split(";") if part}, number))
    return found


def _key(index: str, source: str) -> tuple[str, str]:
    """Return the key of a source id of an index in the table `sources`; see `Release.source`."""
    folder, _, name = source.rpartition(":")
    return (folder if folder == "context" else folder.upper() or index, name)
