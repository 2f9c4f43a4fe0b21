"""Whether a list that is almost whole lost a province on the way."""

from collections.abc import Iterator

import numpy as np

from etl.checks.evidence import EDITION, LISTS, Evidence, whole_numbers
from etl.problems import Code, Problem, warning

# A list that lacks more provinces than one in ten is known to be gathered in part: `status` counts it.
ALMOST_WHOLE = 10

List = tuple[str, int, str, str]


def absent_provinces(evidence: Evidence) -> Iterator[Problem]:
    """A component of which nearly every province has a figure has one of all that the edition measured.

    Provinces that catalogue/missing.csv gives as not measured or left out are not awaited. Editions of which it is not
    known how many units they measured are not judged.
    """
    left_out = _left_out(evidence)
    names = {system: _names(evidence, system) for system in ("63", "34")}
    known = evidence.editions[evidence.editions["units_measured"].notna()]
    editions = set(known[EDITION].itertuples(index=False, name=None))
    figures = evidence.figures
    lists = evidence.lists
    sizes = np.bincount(figures["list_number"], minlength=len(lists))
    for index, year, system, component, size in zip(*(lists[name] for name in LISTS), sizes, strict=True):
        if (index, year, system) not in editions:
            continue
        awaited = set(names[system]) - left_out.get((index, year, system, "*"), set())
        awaited -= left_out.get((index, year, system, component), set())
        if not 0 < len(awaited) - size <= len(awaited) // ALMOST_WHOLE:
            continue
        of_list = figures["component"].eq(component) & figures["index"].eq(index) & figures["year"].eq(year)
        rows = figures[of_list & figures["unit_system"].eq(system)]
        absent = sorted(awaited.difference(rows["province_code"]))
        if absent:
            message = (
                f"{component}: of {len(awaited)} provinces {len(absent)} have no figure: "
                f"{', '.join(names[system][code] for code in absent)}. Look for a row that was lost; where the "
                "publisher left a province out, say so in catalogue/missing.csv."
            )
            yield warning(Code.PROVINCE_MISSING, str(rows["row_file"].iloc[0]), message, component=str(component))


def _names(evidence: Evidence, system: str) -> dict[str, str]:
    rows = evidence.data.tables[f"provinces_{system}"]
    return dict(zip(rows["code"], rows["name_vi"], strict=True))


def _left_out(evidence: Evidence) -> dict[List, set[str]]:
    """The provinces that are not awaited, by edition and component (or * for all)."""
    rows = evidence.data.tables["missing"]
    columns = (rows["index"], whole_numbers(rows["year"]), rows["unit_system"], rows["province_code"])
    units: dict[List, set[str]] = {}
    for index, year, system, code, components in zip(*columns, rows["components"], strict=True):
        for component in str(components).split(";"):
            units.setdefault((str(index), int(year), str(system), component), set()).add(str(code))
    return units
