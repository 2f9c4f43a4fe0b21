"""Titles of the slides that are about more than one figure of one province: sentences that state the finding."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from indicators.catalogue import OVERALL, EditionKey
from indicators.change import Change
from indicators.release import Release
from indicators.succession import PredecessorView
from wording.findings import place_change_words, place_text, score_change_words, score_text
from wording.language import Language
from wording.marks import COMPUTED_FIGURE, Origin
from wording.names import edition_name, province_name
from wording.slides import fitted, unit_row


def years_words(first: int, last: int) -> str:
    """Write a span of years, one year where it is one."""
    return f"{first}" if first == last else f"{first}–{last}"


def cover_title(name: str, first: int, last: int, language: Language, *, review: bool = False) -> str:
    """Name what the slides are about: whom, and which years of measurement."""
    if review:
        return language.text("{name}: review of the period {years}", name=name, years=years_words(first, last))
    return language.text("{name}: results of the indices, {years}", name=name, years=years_words(first, last))


def standing_title(name: str, changes: Sequence[int | None], absent: int, language: Language) -> str:
    """Count the indices in which a place is better, worse, the same, not to be compared (None), and those without any
    result.
    """
    counts = _counts(changes, absent, language)
    return language.text("Latest results of {name}, by place in each index: {counts}", name=name, counts=counts)


def review_title(name: str, first: int, last: int, changes: Sequence[int | None], language: Language) -> str:
    """Count the indices in which a place became better or worse over a period; no counts where `changes` is empty, as
    for a merged province.
    """
    years = years_words(first, last)
    if not changes:
        return language.text("{years}, {name}: first and last results of the former provinces", years=years, name=name)
    counts = _counts(changes, 0, language)
    return language.text("{years}, {name}, by place in each index: {counts}", years=years, name=name, counts=counts)


def _counts(changes: Sequence[float | None], absent: int, language: Language) -> str:
    said = [change for change in changes if change is not None]
    counts = (
        ("{count} up", sum(change > 0 for change in said)),
        ("{count} down", sum(change < 0 for change in said)),
        ("{count} unchanged", sum(change == 0 for change in said)),
        ("{count} not comparable", len(changes) - len(said)),
        ("{count} without a result here", absent),
    )
    return ", ".join(language.text(sentence, count=count) for sentence, count in counts if count)


def merged_standing_title(name: str, own: int, former: int, language: Language) -> str:
    """Count the indices published for a merged province itself, and those shown by its predecessors."""
    if not own:
        return language.text(
            "Latest results of {name}: {former} indices, by its former provinces", name=name, former=former
        )
    return language.text(
        "Latest results of {name}: {own} indices published for it, {former} shown by its former provinces",
        name=name,
        own=own,
        former=former,
    )


def merged_title(release: Release, key: EditionKey, seen: PredecessorView, language: Language) -> str:
    """Say what the predecessors of a merged province scored: their range, and the mean, which is computed."""
    edition = edition_name(release, key, language)
    province = province_name(release.provinces, seen.unit, language)
    if seen.lowest is None or seen.highest is None:
        return language.text(
            "{edition}, {province}: {held} of {of} former provinces have a result here",
            edition=edition,
            province=province,
            held=int((seen.table["score"].notna() | seen.table["rank"].notna()).sum()),
            of=len(seen.table),
        )
    index = release.catalogue.index(key.index)
    # The range carries the marks of all the scores it is made from.
    computed = (seen.table["kind"] == "computed").any()
    origin = Origin("computed" if computed else "published", ";".join(seen.table["note_codes"].astype("str")))
    low = score_text(seen.lowest, Origin("published", ""), index, OVERALL, key.year, language)
    high = score_text(seen.highest, origin, index, OVERALL, key.year, language)
    words = language.text(
        "{edition}, {province}: former provinces scored {low}–{high}",
        edition=edition,
        province=province,
        low=low,
        high=high,
    )
    if seen.mean is None:
        return words
    mean = score_text(seen.mean, COMPUTED_FIGURE, index, OVERALL, key.year, language)
    if seen.rule == "publisher":
        return fitted(f"{words}; {language.text('plain mean {mean}', mean=mean)}", words)
    return fitted(f"{words}; {language.text('mean by population {mean}', mean=mean)}", words)


def components_title(
    release: Release, key: EditionKey, year: int, changes: pd.Series, language: Language, name: str = ""
) -> str:
    """Count the components whose score rose, fell and stayed since a year; a change that is not said is missing."""
    edition = edition_name(release, key, language)
    return language.text(
        "{edition}, scores of components on {year}: {counts}",
        edition=f"{name}, {edition}" if name else edition,
        year=year,
        counts=_counts([None if pd.isna(change) else change for change in changes], 0, language),
    )


def map_title(release: Release, key: EditionKey, name: str, class_text: str, language: Language) -> str:
    """Say in which class of a map a province lies; `class_text` as in its legend."""
    edition = edition_name(release, key, language)
    fields = {"edition": edition, "name": name, "text": class_text}
    return language.text("{edition} on the map: {name} in the class {text}", **fields)


def several_on_map_title(
    release: Release, key: EditionKey, name: str, counts: tuple[int, int, int], language: Language
) -> str:
    """Count how many of several provinces with a score lie in the highest and in the lowest class of a map.

    A class in which none of them lies is not counted; where none lies in either, that is said.
    """
    highest, lowest, of = counts
    fields: dict[str, object] = {"edition": edition_name(release, key, language), "name": name, "of": of}
    fields |= {"highest": highest, "lowest": lowest}
    text = language.text
    if highest and lowest:
        finding = text("{highest} of {of} provinces in the highest class, {lowest} in the lowest", **fields)
    elif highest:
        finding = text("{highest} of {of} provinces in the highest class", **fields)
    elif lowest:
        finding = text("{lowest} of {of} provinces in the lowest class", **fields)
    else:
        finding = language.counted(
            "the {count} province with a score in neither the highest nor the lowest class",
            "all {count} provinces with a score between the highest and the lowest class",
            of,
        )
    fields["finding"] = finding
    sentences = ("{edition} on the map, {name}: {finding}", "{edition}, {name}: {finding}")
    return fitted(*(text(sentence, **fields) for sentence in sentences))


def classes_title(release: Release, key: EditionKey, highest: str, lowest: str, language: Language) -> str:
    """Say what the highest and the lowest class with provinces are, each with their number; once where it is one."""
    edition = edition_name(release, key, language)
    if highest == lowest:
        sentence = "{edition} on the map: all with a score in the class {text}"
        return language.text(sentence, edition=edition, text=highest)
    ends = {"highest": highest, "lowest": lowest}
    return language.text("{edition} on the map: highest class {highest}; lowest {lowest}", edition=edition, **ends)


def history_title(
    release: Release,
    unit: str,
    earlier: EditionKey,
    later: EditionKey,
    change: Change,
    broken: tuple[int, int] | None,
    language: Language,
) -> str:
    """Say how far a province came from one edition to another.

    `broken`: the years asked about, where the method changed inside them: then it says which of them are compared.
    """
    row = unit_row(change.table, unit)
    said = _came(release, unit, earlier, later, change, row, language)
    if row["degree"] == "revision":
        cautions = (language.text(" (compare with caution)"), language.text(" (with caution)"))
        said = [words + caution for words in said for caution in cautions]
    places = fitted(*said)
    if broken is None:
        return places
    fields: dict[str, object] = {"all": years_words(*broken), "years": years_words(earlier.year, later.year)}
    return fitted(
        f"{places}; {language.text('of {all} only {years} can be compared, as the method changed', **fields)}",
        f"{places}; {language.text('of {all} only {years} can be compared', **fields)}",
        f"{said[-1]}; {language.text('of {all} only {years} can be compared', **fields)}",
        places,
    )


def _came(
    release: Release,
    unit: str,
    earlier: EditionKey,
    later: EditionKey,
    change: Change,
    row: dict[str, Any],
    language: Language,
) -> list[str]:
    """Say how far a province came, from the longest wording to the shortest; `row`: its row of `change.table`."""
    index = release.catalogue.index(later.index)
    fields: dict[str, object] = {
        "index": f"{index.short_name} {years_words(earlier.year, later.year)}",
        "province": province_name(release.provinces, unit, language),
    }
    kind = str(row["place_kind"])
    if kind:
        words = place_change_words(int(row["place_change"]), kind, language)
        among = language.text(" among the {count} provinces with figures in both years", count=change.common)
        ends = [
            place_text(row[f"place_{end}"], row[f"place_of_{end}"], kind, str(row[f"note_codes_{end}"]))
            for end in ("from", "to")
        ]
        return [
            language.text(
                "{index}: {province} {change} ({before} → {after})",
                change=told,
                before=ends[0],
                after=ends[1],
                **fields,
            )
            for told in ([words + among, words] if change.fields_differ else [words])
        ]
    if pd.notna(row["score_change"]):
        words = score_change_words(float(row["score_change"]), index, OVERALL, later.year, language)
        return [language.text("{index}: {province} {change}", change=words, **fields)]
    return [language.text("{index}: places of {province}", **fields)]


def places_title(index: str, first: int, last: int, name: str, language: Language, *, cut: bool = False) -> str:
    """Name the places over the years where no change is said; `cut`: since the method changed before the newest one."""
    fields: dict[str, object] = {"index": index, "years": years_words(first, last), "name": name}
    if cut:
        return language.text("{index} {years}: places of {name}, not compared, as the method changed", **fields)
    return language.text("{index} {years}: places of {name}", **fields)


def tells_a_change(title: str) -> bool:
    """Tell whether the title of places over the years says from where to where, or only names what is drawn."""
    return "→" in title


def numbered(title: str, position: int, of: int) -> str:
    """Number the slides that one table is spread over: "… (2/3)"."""
    return title if of == 1 else f"{title} ({position}/{of})"
