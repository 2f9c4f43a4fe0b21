"""Peer provinces in words: who they are, how near, by which measures, and how a province compares with them."""

from typing import Any, cast

import pandas as pd

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey
from indicators.peers import MeasureLeftOut, Peers
from indicators.release import Release
from wording.language import Language
from wording.names import edition_name, joined, province_name, region_name
from wording.numbers import number

_DISTANCE_DECIMALS = 2
_MEASURES = {
    "population_avg": "population",
    "area_km2": "area",
    "grdp_per_capita": "GRDP per capita",
}


def peers_words(release: Release, peers: Peers, unit: str, language: Language) -> str:
    """Name the peers of a province, nearest ones with their distance."""
    rows = cast("list[dict[str, Any]]", peers.table[peers.table["unit"] == unit].to_dict("records"))
    province = province_name(release.provinces, unit, language)
    if not rows:
        return language.text("{province} has no peers", province=province)
    names = [_named(release, row, language) for row in rows]
    if peers.kind == "nearest":
        return language.text("Nearest to {province}, with distance: {peers}", province=province, peers="; ".join(names))
    if peers.kind == "region":
        region = region_name(release.provinces, str(release.provinces[unit].region), language)
        return language.text("Provinces of the same region ({region}): {peers}", region=region, peers=", ".join(names))
    return language.text("Peers chosen for {province}: {peers}", province=province, peers=", ".join(names))


def distance_words(release: Release, peers: Peers, unit: str, language: Language) -> str:
    """Say what distances rest on, of which year, and which measures are left out and why; "" without distances."""
    if peers.kind != "nearest":
        return ""
    used = [
        language.text("{measure} {year}", measure=language.text(_MEASURES[m.measure]), year=m.year) for m in peers.used
    ]
    words = language.text(
        "Distance by {measures}; a distance of 1 is the range of the middle half of the provinces in one measure.",
        measures=joined(used, language),
    )
    return " ".join([words, *(_left_out(release, left, unit, language) for left in peers.left_out)])


def no_peers_words(answer: CannotBeSaid, language: Language) -> str:
    """Say why a system has no peers of that kind."""
    if answer.reason == "unit_system":
        return language.text("Peers by region exist for the 63 provinces only: the 34 have no regions.")
    return language.text("Nearest provinces cannot be said: no measure is held for all provinces.")


def peer_median_words(release: Release, key: EditionKey, component: str, row: pd.Series, language: Language) -> str:
    """Compare a province with the median of its peers: "Cao hơn trung vị nhóm tương đồng 0,43 điểm (4/4 tỉnh …)".

    `row`: a row of `places_among.peer_medians`; "" where it has no difference.
    """
    if row["reason"]:
        return ""
    index = release.catalogue.index(key.index)
    difference = float(row["difference"])
    fields = {"count": int(row["count"]), "peers": int(row["peers"])}
    amount = number(abs(difference), index.display_decimals, language)
    if amount == number(0.0, index.display_decimals, language):
        return language.text("Level with the peer median ({count} of {peers} peers with figures)", **fields)
    percent = index.unit_of(component, key.year) == "percent"
    if difference > 0:
        sentence = (
            "{amount} percentage points above the peer median ({count} of {peers} peers with figures)"
            if percent
            else "{amount} points above the peer median ({count} of {peers} peers with figures)"
        )
    else:
        sentence = (
            "{amount} percentage points below the peer median ({count} of {peers} peers with figures)"
            if percent
            else "{amount} points below the peer median ({count} of {peers} peers with figures)"
        )
    return language.text(sentence, amount=amount, **fields)


def place_among_words(row: pd.Series, among: str, language: Language) -> str:
    """Say a place inside a set, which is an order by score and no rank; "" where there is none.

    `row`: a row of `places_among.places_in_sets`; `among`: what the set is called.
    """
    if not row["place_kind"]:
        return ""
    return language.text(
        "order by score {place} of {of} in {set}", place=int(row["place"]), of=int(row["place_of"]), set=among
    )


def no_places_among_words(release: Release, key: EditionKey, answer: CannotBeSaid, language: Language) -> str:
    """Say why an edition has no places and medians inside a set."""
    edition = edition_name(release, key, language)
    if answer.reason == "unit_system":
        return language.text("{edition} is of the 34 provinces, which have no regions.", edition=edition)
    return language.text(
        "Order and median within a set of provinces cannot be said: {missing} of {due} scores of {edition} are not "
        "held.",
        missing=answer.scores_missing,
        due=answer.due,
        edition=edition,
    )


def _named(release: Release, row: dict[str, Any], language: Language) -> str:
    name = province_name(release.provinces, str(row["peer"]), language)
    if pd.isna(row["distance"]):
        return name
    return f"{name} {number(float(row['distance']), _DISTANCE_DECIMALS, language)}"


def _left_out(release: Release, left: MeasureLeftOut, unit: str, language: Language) -> str:
    measure = language.text(_MEASURES[left.measure])
    if left.reason == "no_spread":
        return language.text("Left out: {measure}, which does not tell the provinces apart.", measure=measure)
    if left.reason == "not_held":
        return language.text("Left out: {measure}, of which no figures are held.", measure=measure)
    if unit in left.missing:
        province = province_name(release.provinces, unit, language)
        return language.text("Left out: {measure}, not held for {province}.", measure=measure, province=province)
    return language.counted(
        "Left out: {measure}, not held for {count} province.",
        "Left out: {measure}, not held for {count} provinces.",
        len(left.missing),
        measure=measure,
    )
