"""What the address of the targets page holds: targets and assumed scores as texts, and the parameters of the page.

A target is `PCI.overall.2024.rank_at_most.20`: index, component, year, kind, and the rank, the score or the year to
keep up with. It belongs to the province that the address names. An assumed score is `land.8.00`.
"""

import re
from dataclasses import replace
from typing import cast

from indicators.answer import CannotBeSaid
from indicators.release import Release
from indicators.targets import NEEDS_VALUE, Target, TargetKind, check_target, units_judged
from indicators.what_if import Adjustable
from ui import address, cached_answers
from ui.address import Parameter, Values
from ui.page_parameters import component_parameter, index_parameter

GOALS, PERIOD, WHAT_IF = "muc-tieu", "giai-doan", "phuong-an-thu"
PARTS = (GOALS, PERIOD, WHAT_IF)

USUAL_PERIOD = ("2022", "2025")
MOST_TARGETS = 30
MOST_ASSUMED = 20
YEARS_AHEAD = 10

_TARGET = re.compile(
    r"(?P<index>[A-Z0-9_]{1,20})\.(?P<component>[A-Za-z0-9_.]{1,60}?)\.(?P<year>\d{4})"
    r"\.(?P<kind>rank_at_most|score_at_least|rank_kept|score_kept)\.(?P<value>\d{1,4}(\.\d{1,6})?)",
    re.ASCII,
)
_ASSUMED = re.compile(r"(?P<component>[A-Za-z][A-Za-z0-9_.]{0,60}?)\.(?P<score>\d{1,4}\.\d{1,6})", re.ASCII)


def page_parameters(release: Release) -> tuple[Parameter, ...]:
    """List the parameters of the page's address beside language and province."""
    return (
        index_parameter(release),
        component_parameter(release),
        targets_parameter(release),
        Parameter(address.PART, lambda _: PARTS, _usual_part, remembered_as="targets: part"),
        _first_year_parameter(release),
        _last_year_parameter(release),
        _former_province_parameter(release),
        _assumed_parameter(release),
    )


def period_years(release: Release) -> tuple[str, ...]:
    """List the years that a period can begin or end with, the newest first: those of which the catalogue knows."""
    years = {edition.key.year for edition in release.catalogue.editions}
    return tuple(str(year) for year in range(max(years), min(years) - 1, -1))


def target_text(target: Target) -> str:
    """Write a target as the address holds it, without its province."""
    value = target.value if target.kind in NEEDS_VALUE else target.since_year
    written = f"{value or 0:.6f}".rstrip("0").rstrip(".")
    return f"{target.index}.{target.component}.{target.year}.{target.kind}.{written}"


def target_in(release: Release, text: str, unit: str) -> Target | None:
    """Read a target of a province from the address; None where it names nothing that can be reached for."""
    match = _TARGET.fullmatch(text)
    if match is None:
        return None
    kind = cast("TargetKind", match["kind"])
    needs_value = kind in NEEDS_VALUE
    if not needs_value and "." in match["value"]:
        return None
    target = Target(
        unit,
        match["index"],
        match["component"],
        int(match["year"]),
        kind,
        float(match["value"]) if needs_value else None,
        None if needs_value else int(match["value"]),
    )
    newest, *_, oldest = period_years(release)
    in_time = int(oldest) <= target.year <= int(newest) + YEARS_AHEAD
    return target if in_time and check_target(release, target) is None else None


def targets_in_address(release: Release, values: Values) -> list[Target]:
    """Return the targets of the address, each for every unit that the chosen province is judged by; none without a
    province.
    """
    province = values.one(address.PROVINCE)
    if province not in release.provinces:
        return []
    found: list[Target] = []
    for text in values[address.TARGETS]:
        target = target_in(release, text, province)
        if target is not None:
            units = units_judged(release, province, target.index, target.year, target.component)
            found += [replace(target, unit=unit) for unit in units]
    return found


def assumed_text(component: str, score: float) -> str:
    """Write an assumed score as the address holds it: two decimals, more where the score has them."""
    exact = f"{score:.6f}".rstrip("0")
    whole, _, decimals = exact.partition(".")
    return f"{component}.{whole}.{decimals:0<2}"


def assumed_scores(texts: tuple[str, ...]) -> dict[str, float]:
    """Read the assumed scores of an address by component; of two for one component the last stands."""
    matches = (_ASSUMED.fullmatch(text) for text in texts)
    return {match["component"]: float(match["score"]) for match in matches if match is not None}


def unit_asked(release: Release, values: Values) -> str | None:
    """Return the unit that a what-if is made for: of a merged province the former one chosen; None for the country."""
    return values.one(address.FORMER_PROVINCE) or None if values.one(address.PROVINCE) in release.provinces else None


def parts_of(release: Release, index: str, unit: str) -> tuple[Adjustable, ...]:
    """Return the components whose scores can be assumed; none where that cannot be said."""
    key = cached_answers.last_whole_edition(release, index, unit)
    if isinstance(key, CannotBeSaid):
        return ()
    parts = cached_answers.adjustable_parts(release, key, unit)
    return () if isinstance(parts, CannotBeSaid) else parts


def targets_parameter(release: Release) -> Parameter:
    """The targets of the chosen province."""
    units = release.provinces.units("63")

    def accepts(values: Values, text: str) -> bool:
        province = values.one(address.PROVINCE)
        return target_in(release, text, province if province in release.provinces else units[0]) is not None

    return Parameter(address.TARGETS, None, lambda _: (), at_most=MOST_TARGETS, accepts=accepts)


def _usual_part(values: Values) -> str:
    """A first view answers something: without a target that is the review of the period."""
    return GOALS if values[address.TARGETS] else PERIOD


def _first_year_parameter(release: Release) -> Parameter:
    years = period_years(release)
    return Parameter(
        address.EARLIER_YEAR,
        lambda _: years[1:],
        lambda _: USUAL_PERIOD[0] if USUAL_PERIOD[0] in years[1:] else years[-1],
        is_year=True,
        remembered_as="period: first year",
    )


def _last_year_parameter(release: Release) -> Parameter:
    years = period_years(release)

    def possible(values: Values) -> tuple[str, ...]:
        return tuple(year for year in years if year > values.one(address.EARLIER_YEAR))

    def usual(values: Values) -> str:
        allowed = possible(values)
        return USUAL_PERIOD[1] if USUAL_PERIOD[1] in allowed else allowed[0]

    return Parameter(address.LAST_YEAR, possible, usual, is_year=True, remembered_as="period: last year")


def _former_province_parameter(release: Release) -> Parameter:
    """The unit that a what-if is made for: the province itself, or one of the former ones that became it."""

    def possible(values: Values) -> tuple[str, ...]:
        return tuple(cached_answers.chosen_units(release, values.one(address.PROVINCE), "63"))

    return Parameter(address.FORMER_PROVINCE, possible, lambda values: possible(values)[:1])


def _assumed_parameter(release: Release) -> Parameter:
    def accepts(values: Values, text: str) -> bool:
        unit, match = unit_asked(release, values), _ASSUMED.fullmatch(text)
        if unit is None or match is None:
            return False
        parts = {part.component: part for part in parts_of(release, values.one(address.INDEX), unit)}
        part = parts.get(match["component"])
        return part is not None and part.minimum <= float(match["score"]) <= part.maximum

    return Parameter(address.ASSUMED_SCORES, None, lambda _: (), at_most=MOST_ASSUMED, accepts=accepts)
