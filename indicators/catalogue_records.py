"""From the files of `data/catalogue/` to the catalogue's own types; the checks of `etl` have passed what comes in."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from indicators.catalogue import (
    AwaitedIndex,
    Catalogue,
    Component,
    DatedWords,
    Edition,
    EditionKey,
    Group,
    Index,
    Period,
    PublisherMean,
    Words,
)
from indicators.units import unit_system


def catalogue_of(indices: Sequence[Index], editions: Sequence[Edition], with_figures: Collection[str]) -> Catalogue:
    """Put a catalogue together: indices by position; those not among `with_figures` (ids) are awaited."""
    ordered = sorted(indices, key=lambda index: index.position)
    by_year = sorted(editions, key=lambda edition: (edition.key.year, edition.key.system != "63"))
    return Catalogue(
        indices=tuple(index for index in ordered if index.id in with_figures),
        editions=tuple(edition for edition in editions if edition.key.index in with_figures),
        awaited=tuple(
            AwaitedIndex(index, tuple(edition for edition in by_year if edition.key.index == index.id))
            for index in ordered
            if index.id not in with_figures
        ),
    )


def index_from_record(record: Mapping[str, Any]) -> Index:
    """Make an index from the parsed `data/catalogue/<index>.yaml`, which the checks of `etl` have passed."""
    return Index(
        id=record["id"],
        position=int(record["position"]),
        short_name=record["short_name"],
        help=_words(record["help"]),
        unit=record["unit"],
        display_decimals=int(record["display_decimals"]),
        publishes_ranks=bool(record["publishes_ranks"]),
        component_word=_words(record["component_word"]),
        groups=tuple(Group(group["id"], _words(group)) for group in record.get("groups", [])),
        components=tuple(_component(component) for component in record["components"]),
        dated_names=tuple(_dated(name) for name in record["names"]),
        dated_publishers=tuple(_dated(publisher) for publisher in record["publishers"]),
        whole_lists=tuple(_years(span) for span in record.get("whole_component_lists", [])),
        merged_units_means=tuple(
            PublisherMean(*_years(mean), rule=mean["rule"], source_id=str(mean["source"]))
            for mean in record.get("merged_units_means", [])
        ),
    )


def edition_from_record(record: Mapping[str, Any]) -> Edition:
    """Make an edition from a row of `data/catalogue/editions.csv`."""
    return Edition(
        key=EditionKey(str(record["index"]), int(record["year"]), unit_system(str(record["unit_system"]))),
        published_on=str(record["published_on"]),
        decision=str(record["decision"]),
        units_measured=_whole_number(record["units_measured"]),
        units_ranked=_whole_number(record["units_ranked"]),
        what_is_published=record["what_is_published"],
        series=str(record["series"]),
        decimals=int(record["decimals"]),
        status=record["status"],
        source_ids=tuple(part for part in str(record["source_id"]).split(";") if part),
    )


def _component(record: Mapping[str, Any]) -> Component:
    return Component(record["id"], tuple(_period(period) for period in record["periods"]))


def _period(record: Mapping[str, Any]) -> Period:
    name = _words(record)
    return Period(
        first_year=int(record["from"]),
        last_year=_whole_number(record.get("to")),
        name=name,
        short_name=_words(record["short"]) if "short" in record else name,
        role=record["role"],
        parent=record.get("parent"),
        weight=_number(record.get("weight")),
        minimum=_number(record.get("minimum")),
        maximum=_number(record.get("maximum")),
        unit=record.get("unit"),
    )


def _words(record: Mapping[str, Any]) -> Words:
    return Words(vi=str(record["vi"]), en=str(record["en"]))


def _dated(record: Mapping[str, Any]) -> DatedWords:
    words = _words(record)
    return DatedWords(*_years(record), words, _words(record["short"]) if "short" in record else words)


def _years(record: Mapping[str, Any]) -> tuple[int, int | None]:
    return int(record["from"]), _whole_number(record.get("to"))


def _number(value: Any) -> float | None:
    return None if value is None or value == "" else float(value)


def _whole_number(value: Any) -> int | None:
    # pandas hands over its own missing value, which answers no comparison with True or False.
    return None if value is None or str(value) in ("", "<NA>", "nan") else int(value)
