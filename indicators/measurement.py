"""Who was measured in an edition, and whether every measured unit's figure is held (the rule "whole editions only")."""

from dataclasses import dataclass

import pandas as pd

from indicators.catalogue import OVERALL, EditionKey, Words
from indicators.release import Release
from indicators.remembering import once_a_release
from indicators.units import Unit

FORMER_COLUMNS = ["name", "name_en", "region", "score", "rank", "source_id"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Why an edition holds nothing for a unit: `reason` is `not_measured` or `left_out`."""

    reason: str
    words: Words
    source_id: str


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many scores of one component in one edition are held, of how many measured units.

    `former` counts the measured units that no longer exist (Hà Tây): they belong to both numbers.
    """

    held: int
    due: int
    former: int

    @property
    def whole(self) -> bool:
        """Tell whether the score of every measured unit is held."""
        return self.due > 0 and self.held == self.due


@once_a_release
def left_out(release: Release, key: EditionKey, component: str) -> dict[str, LeftOut]:
    """Name the units that the edition did not measure in that component, with the reason."""
    return {
        str(row["unit"]): LeftOut(
            str(row["reason"]), Words(str(row["reason_vi"]), str(row["reason_en"])), str(row["source_id"])
        )
        for row in release.missing_in(key.index, key.year)
        if Unit.parse(str(row["unit"])).system == key.system
        and {"*", component} & set(str(row["components"]).split(";"))
    }


@once_a_release
def measured_units(release: Release, key: EditionKey, component: str) -> frozenset[str]:
    """Return the units of today's table that the edition measured in that component, held or not."""
    if release.catalogue.index(key.index).period(component, key.year) is None:
        return frozenset()
    return frozenset(release.provinces.units(key.system)) - left_out(release, key, component).keys()


def field_of(release: Release, key: EditionKey, component: str) -> frozenset[str]:
    """Return every unit that the edition measured in that component, those that have ended too: who a place is of."""
    return measured_units(release, key, component) | set(former_figures(release, key, component).index)


@once_a_release
def former_figures(release: Release, key: EditionKey, component: str) -> pd.DataFrame:
    """Return what units that ended before the 63 scored in that edition of the 63; empty for an edition of the 34.

    Columns: name (Vietnamese), name_en, region, score, rank, source_id; indexed by "former-" and the unit's own id.
    """
    if key.system != "63" or not release.has_former(key.index, key.year, component):
        return pd.DataFrame(columns=FORMER_COLUMNS)
    rows = release.former_in(key.index, key.year, component)
    rows = rows[rows["score"].notna()]
    return rows.set_index("former-" + rows["unit"])[FORMER_COLUMNS]


@once_a_release
def measured_scores(release: Release, key: EditionKey, component: str) -> pd.Series:
    """Return every score held of an edition, those of former units too: float64 by unit key."""
    figures = release.figures(key, component)
    held = pd.Series(figures["score"].to_numpy("float64"), index=figures["unit"].astype("object").to_numpy())
    former = former_figures(release, key, component)
    return (held if former.empty else pd.concat([held, former["score"].astype("float64")])).dropna()


@once_a_release
def completeness(release: Release, key: EditionKey, component: str = OVERALL) -> Completeness:
    """Count the scores held of a component in an edition, of those of all measured units."""
    figures = release.figures(key, component)
    former = len(former_figures(release, key, component))
    held = int(figures["score"].notna().sum())
    return Completeness(held + former, len(measured_units(release, key, component)) + former, former)
