"""Makes the index of one kind of unit: what is measured, on what scale, in which years."""

from indicators.catalogue import Component, DatedWords, Index, Period, Words
from own.ranked_kinds import RankedKind, decimals_of
from own.results import TOTAL
from own.unit_kinds import KIND_NAMES

MOST_DECIMALS_SHOWN = 4

_NO_WORDS = Words("", "")
_TOTAL_NAME = Words("Tổng điểm", "Total")


def index_of(kind: RankedKind, position: int, language_code: str) -> Index:
    """Make the index of a kind: its components with one period a year, all of them parts of the total."""
    totals = [kind.maximum(year, TOTAL) for year in kind.years]
    names = {TOTAL: _TOTAL_NAME} | {name: Words(*[kind.results.components[name]] * 2) for name in kind.components}
    components = [
        Component(name, tuple(_period(kind, year, name, names[name]) for year in _years_of(kind, name)))
        for name in (TOTAL, *kind.components)
    ]
    name = KIND_NAMES[kind.kind]
    return Index(
        id=kind.kind,
        position=position,
        short_name=name.in_language(language_code),
        help=_NO_WORDS,
        unit="percent" if any(total is not None and total.percent for total in totals) else "points",
        display_decimals=min(
            decimals_of(f.score for f in kind.results.figures if f.unit.kind == kind.kind), MOST_DECIMALS_SHOWN
        ),
        publishes_ranks=any(unit.kind == kind.kind for _, unit in kind.results.ranks),
        component_word=Words("thành phần", "component"),
        groups=(),
        components=tuple(component for component in components if component.periods),
        dated_names=(DatedWords(kind.years[0], None, name, name),),
        dated_publishers=(DatedWords(kind.years[0], None, _NO_WORDS, _NO_WORDS),),
        whole_lists=((kind.years[0], kind.years[-1]),),
    )


def _years_of(kind: RankedKind, component: str) -> list[int]:
    """List the years that have a component; every year has a total, be its maximum known or not."""
    return [year for year in kind.years if component == TOTAL or kind.maximum(year, component)]


def _period(kind: RankedKind, year: int, component: str, name: Words) -> Period:
    maximum = kind.maximum(year, component)
    is_total = component == TOTAL
    return Period(
        first_year=year,
        last_year=year,
        name=name,
        short_name=name,
        role="root" if is_total else "addend",
        parent=None if is_total else TOTAL,
        weight=1.0 if not is_total and kind.adds_up(year) else None,
        minimum=0.0,
        maximum=None if maximum is None else maximum.value,
        unit=None if maximum is None else "percent" if maximum.percent else "points",
    )
