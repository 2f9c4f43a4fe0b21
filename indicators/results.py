"""The results of one edition: every unit of its system, held or not, and why a figure is missing."""

from typing import Literal, NamedTuple

import pandas as pd

from indicators.catalogue import OVERALL, Edition, EditionKey
from indicators.measurement import left_out
from indicators.ranking import with_places
from indicators.release import Release
from indicators.remembering import once_a_release
from indicators.units import Unit

MissingReason = Literal[
    "",
    "no_component",  # known not to have been measured that year
    "not_known",  # the catalogue does not know whether the component was measured that year
    "not_measured",
    "left_out",
    "sources_differ",
    "best_30_only",
    "not_gathered",
    "not_yet_published",
    "unknown",
]

_OBSERVED = ["unit", "score", "rank", "group", "group_kind", "kind", "note_codes", "source_id"]


@once_a_release
def edition_table(release: Release, key: EditionKey, component: str = OVERALL) -> pd.DataFrame:
    """List all units of the edition's system in Vietnamese order with what is held of one component.

    Columns: unit, score (in the unit of the index), rank (published), group, group_kind, kind, note_codes, source_id;
    rank_of, order, order_of, place, place_of, place_kind as in `ranking.with_places`; reason: why there is no score
    ("" where there is one).
    Raises UnknownEditionError.
    """
    edition = release.catalogue.edition(key)
    units = release.provinces.units(key.system)
    held = release.figures(key, component)[_OBSERVED].set_index("unit")
    table = held.reindex(units).rename_axis("unit").reset_index()
    texts = ["group", "group_kind", "kind", "note_codes", "source_id"]
    table = table.assign(**{name: table[name].astype("object").fillna("") for name in texts})
    table = with_places(release, key, component, table)
    absent = left_out(release, key, component)
    index = release.catalogue.index(key.index)
    standing = _Standing(
        edition, component, index.lacks(component, key.year), index.period(component, key.year) is not None
    )
    columns = (table[name] for name in ("unit", "score", "rank", "note_codes"))
    table["reason"] = [
        "" if pd.notna(score) else _reason(standing, rank, str(notes), absent[unit].reason if unit in absent else "")
        for unit, score, rank, notes in zip(*columns, strict=True)
    ]
    return table


@once_a_release
def units_with_figure(release: Release, key: EditionKey, component: str, *, ranks_too: bool = True) -> frozenset[str]:
    """Name the units that have a score, or a published rank where these count too, of a component in an edition."""
    figures = release.figures(key, component)
    held = figures["score"].notna() | (figures["rank"].notna() & ranks_too)
    return frozenset(str(unit) for unit in figures.loc[held, "unit"])


def newest_edition_with(
    release: Release, index: str, unit: str, component: str = OVERALL, last_year: int | None = None
) -> EditionKey | None:
    """Find the newest edition, up to a year where one is given, in which a unit has a score or a rank; None for none.

    A unit of the 34 also answers for its predecessors: an edition of the 63 in which one of them has a figure.
    """
    for edition in reversed(release.catalogue.editions_of(index)):
        if last_year is not None and edition.key.year > last_year:
            continue
        units = release.provinces.units_for(unit, edition.key.system)
        if not units_with_figure(release, edition.key, component).isdisjoint(units):
            return edition.key
    return None


def newest_edition(
    release: Release, index: str, component: str = OVERALL, last_year: int | None = None
) -> EditionKey | None:
    """Find the newest edition, up to a year where one is given, that holds any figure of a component.

    Of one year, that of the 63 comes before that of the 34.
    """
    editions = [e.key for e in release.catalogue.editions_of(index) if last_year is None or e.key.year <= last_year]
    held = [key for key in editions if release.holds(key, component)]
    return max(held, key=lambda key: (key.year, key.system == "63"), default=None)


def newer_editions_not_held(release: Release, key: EditionKey, unit: str | None = None) -> list[Edition]:
    """List the editions of the index after a given year of which no figure is held.

    Of a unit whose own system is not that of the edition shown, an edition of the same year in its own system comes
    first where no figure of the unit is held there (DTI 2024 is published for the 34 too). Such an edition is listed
    for later years as well only where it holds no figure at all.
    """
    later = [e for e in release.catalogue.editions_of(key.index) if e.key.year > key.year]
    own_system = Unit.parse(unit).system if unit is not None else key.system
    own_key = EditionKey(key.index, key.year, own_system)
    same_year = [
        edition
        for edition in release.catalogue.editions_of(key.index, own_system)
        if own_system != key.system and edition.key == own_key and not _holds(release, own_key, unit)
    ]
    return same_year + [edition for edition in later if not release.holds(edition.key, OVERALL)]


def _holds(release: Release, key: EditionKey, unit: str | None) -> bool:
    return unit in units_with_figure(release, key, OVERALL)


class _Standing(NamedTuple):
    """What is known of a component in an edition before a unit is looked at."""

    edition: Edition
    component: str
    lacking: bool
    known: bool


def _reason(standing: _Standing, rank: int | None, notes: str, absence: str) -> MissingReason:
    edition = standing.edition
    if standing.lacking:
        return "no_component"
    if absence in ("not_measured", "left_out"):
        return absence
    if "score_withheld_two_sources_differ" in notes.split(";"):
        return "sources_differ"
    if edition.status == "unknown":
        return "unknown"
    if edition.status == "not_yet_published":
        return "not_yet_published"
    in_the_list = pd.notna(rank) and rank <= (edition.units_ranked or 0)
    if edition.what_is_published == "best_30" and standing.component == OVERALL and not in_the_list:
        return "best_30_only"
    return "not_gathered" if standing.known else "not_known"
