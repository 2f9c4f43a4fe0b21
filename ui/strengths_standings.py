"""What the page of strengths and weaknesses shows: one province's components by index, of one agency if asked."""

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from charts.percentile_dots import DotGroup, percentile_dots, percentile_dots_description
from indicators.catalogue import Index
from indicators.component_standing import ComponentStanding, component_standing
from indicators.release import Release
from indicators.units import Unit
from ui import address
from ui.address import Values
from ui.finished_charts import FinishedChart
from ui.strengths_parameters import (
    ALL_AGENCIES,
    ALL_INDICES,
    EVERY_LEVEL,
    DivisionOfWork,
    agency_id,
    division_of_work,
    shown_province,
)
from wording.language import LanguageCode, language


@dataclass(frozen=True)
class Shown:
    """One index on the page: how the province stands, and the rows of `standing.table` that the filters leave.

    `units`: the province in each unit system that editions are looked for in; `every_level`: parts of parts too.
    """

    index: Index
    standing: ComponentStanding
    rows: pd.DataFrame
    units: tuple[str, ...]
    every_level: bool


def shown_standings(release: Release, values: Values, former: str) -> tuple[list[Shown], list[Index]]:
    """Return what is shown of each chosen index, and the chosen indices without any figure up to the year.

    `former`: the unit of the 63 whose figures are shown.
    """
    chosen = values.one(address.INDEX)
    divided = division_of_work(release, values.one(address.DIVISION_OF_WORK))
    agency = values.one(address.AGENCY)
    last_year, every_level = values.number(address.LAST_YEAR), values.one(address.LEVEL) == EVERY_LEVEL
    units = shown_units(release, values, former)
    shown: list[Shown] = []
    without: list[Index] = []
    for index in release.catalogue.indices:
        if chosen not in (ALL_INDICES, index.id):
            continue
        standing = component_standing(release, index.id, units, last_year, every_level=every_level)
        if standing is None:
            without.append(index)
        else:
            rows = _of_agency(standing.table, index, divided, agency)
            shown.append(Shown(index, standing, rows, units, every_level))
    return shown, without


def shown_units(release: Release, values: Values, former: str) -> tuple[str, ...]:
    """Return the unit of each system that the page looks for: no figure of the 34 is one of a unit of the 63."""
    province = shown_province(release, values)
    return (former, province) if Unit.parse(province).system == "34" else (former,)


def standings_chart(release: Release, shown: list[Shown], last_year: int, code: LanguageCode) -> FinishedChart:
    """Return the picture of all components shown; None where none can be judged."""
    if not shown:
        return None, ""
    components = tuple((item.index.id, tuple(item.rows["component"].astype("str"))) for item in shown)
    return _chart(release, shown[0].units, last_year, shown[0].every_level, components, code)


def _of_agency(table: pd.DataFrame, index: Index, divided: DivisionOfWork, agency: str) -> pd.DataFrame:
    if agency == ALL_AGENCIES:
        return table
    led = [
        name
        for name in table["component"].astype("str")
        if (index.id, name) in divided and agency in map(agency_id, divided[index.id, name].lead)
    ]
    return table[table["component"].isin(led)].reset_index(drop=True)


@lru_cache(maxsize=128)
def _chart(
    release: Release,
    units: tuple[str, ...],
    last_year: int,
    every_level: bool,
    components: tuple[tuple[str, tuple[str, ...]], ...],
    code: LanguageCode,
) -> FinishedChart:
    groups: list[DotGroup] = []
    for index, names in components:
        standing = component_standing(release, index, units, last_year, every_level=every_level)
        if standing is not None:
            rows = standing.table[standing.table["component"].isin(names)]
            groups.append(DotGroup(release.catalogue.index(index), standing.key.year, rows, in_order=every_level))
    description = percentile_dots_description(groups, language(code))
    return (percentile_dots(groups, language(code)) if description else None), description
