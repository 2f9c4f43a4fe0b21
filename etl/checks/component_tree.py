"""Whether the components of an index make a tree in every year: roles, parents, weights, scales, periods."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, cast

from etl.catalogue_files import CatalogueFile, as_mappings, is_number, is_year
from etl.checks.keys import source_key
from etl.problems import Code, Problem, error

ROOT = "overall"
ROLES = ("root", "addend", "lens", "same_as")
PERIOD_KEYS = {
    "from", "to", "role", "parent", "weight", "unit", "minimum", "maximum", "vi", "en", "short", "source",
}  # fmt: skip


def components(file: CatalogueFile, units: Sequence[str], sources: Collection[tuple[str, str]]) -> Iterator[Problem]:
    """Every fault of the component tree of one index; `units` and `sources` are those that exist."""
    listed = as_mappings(file.document.get("components"))
    ids = [component.get("id") for component in listed]
    for name in {str(name) for name in ids if ids.count(name) > 1}:
        yield _fault(file, f"the component '{name}' stands twice; keep one and give it all its periods.", name)
    if ROOT not in ids:
        yield _fault(file, f"there is no component '{ROOT}'; it is the root of every index.", "components")
    for component in listed:
        name, periods = component.get("id"), as_mappings(component.get("periods"))
        if not isinstance(name, str):
            yield _fault(file, f"a component has the id {name!r}; an id is text, such as D1.", "components")
            continue
        if not periods:
            yield _fault(file, f"the component '{name}' has no periods; say since when it exists.", name)
        yield from periods_in_order(file, periods, name)
        for period in periods:
            yield from _words(file, name, period)
            yield from _place_in_tree(file, name, period, ids)
            yield from _scale(file, name, period, units)
            yield from _sources(file, name, period, sources)
    yield from _circles(file, listed)


def periods_in_order(file: CatalogueFile, periods: Sequence[Mapping[str, Any]], name: str) -> Iterator[Problem]:
    """Periods that are no years, or overlap."""
    sound: list[tuple[int, float]] = []
    for period in periods:
        first, last = period.get("from"), period.get("to")
        if not is_year(first) or not (last is None or (is_year(last) and last >= first)):
            yield _fault(file, f"the period {first!r} to {last!r} must be years, the first not after the last.", name)
        else:
            sound.append((first, float("inf") if last is None else last))
    for (first, last), (following, _) in pairwise(sorted(sound)):
        if following <= last:
            message = f"the periods from {first} and from {following} overlap; end the earlier before {following}."
            yield error(Code.PERIODS_OVERLAP, file.file, message, column=name)


def missing_words(file: CatalogueFile, expression: object, where: str) -> Iterator[Problem]:
    """The languages in which an expression (a mapping with vi and en) is not given."""
    words = cast("dict[str, object]", expression) if isinstance(expression, dict) else {}
    for language in ("vi", "en"):
        text = words.get(language)
        if not isinstance(text, str) or not text.strip():
            message = f"the words in '{language}' are missing; both languages are shown."
            yield error(Code.CATALOGUE_INVALID, file.file, message, column=where)


def _words(file: CatalogueFile, name: str, period: Mapping[str, Any]) -> Iterator[Problem]:
    for key in sorted(set(period) - PERIOD_KEYS):
        yield _fault(file, f"'{key}' is not known in a period; take it out or correct its spelling.", name)
    yield from missing_words(file, period, name)
    if "short" in period:
        yield from missing_words(file, period["short"], f"{name}, short")


def _place_in_tree(file: CatalogueFile, name: str, period: Mapping[str, Any], ids: Sequence[Any]) -> Iterator[Problem]:
    role, parent = period.get("role"), period.get("parent")
    if role not in ROLES:
        yield _fault(file, f"the role {role!r} must be one of: {', '.join(ROLES)}.", name)
    elif (role == "root") != (name == ROOT):
        yield _fault(file, f"'{ROOT}' is the root, and no other component is.", name)
    elif role == "root" and parent is not None:
        yield _fault(file, "the root has no parent; take 'parent' out.", name)
    elif role != "root" and parent not in ids:
        yield _fault(file, f"the parent {parent!r} is no component of this index; correct it.", name)
    weight = period.get("weight")
    if weight is not None and (role != "addend" or not is_number(weight) or weight <= 0):
        yield _fault(file, f"the weight {weight!r} must be a number above 0, and of an addend.", name)


def _scale(file: CatalogueFile, name: str, period: Mapping[str, Any], units: Sequence[str]) -> Iterator[Problem]:
    if period.get("unit") not in (*units, None):
        yield _fault(file, f"the unit '{period['unit']}' must be one of: {', '.join(units)}.", name)
    low, high = period.get("minimum"), period.get("maximum")
    for key, value in (("minimum", low), ("maximum", high)):
        if value is not None and not is_number(value):
            yield _fault(file, f"{key} {value!r} must be a number; leave it out where it is not known.", name)
    if isinstance(low, int | float) and isinstance(high, int | float) and low >= high:
        yield _fault(file, f"the minimum {low} is not below the maximum {high}.", name)


def _sources(
    file: CatalogueFile, name: str, period: Mapping[str, Any], sources: Collection[tuple[str, str]]
) -> Iterator[Problem]:
    for source in str(period.get("source") or "").split(";"):
        if source and source_key(file.index, source) not in sources:
            message = f"the source '{source}' is not in sources.csv; correct it or add it there."
            yield error(Code.UNKNOWN_SOURCE, file.file, message, column=name)


def _circles(file: CatalogueFile, listed: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    parents: dict[str, set[str]] = {}
    for component in listed:
        above = {str(period["parent"]) for period in as_mappings(component.get("periods")) if period.get("parent")}
        parents.setdefault(str(component.get("id")), set()).update(above)
    for name in parents:
        reached, frontier = set[str](), parents[name]
        while frontier - reached:
            reached |= frontier
            frontier = {parent for child in frontier for parent in parents.get(child, set[str]())}
        if name in reached:
            yield _fault(file, f"the component '{name}' is among its own parents; correct 'parent'.", name)


def _fault(file: CatalogueFile, message: str, where: str) -> Problem:
    return error(Code.COMPONENT_TREE_INVALID, file.file, message, column=where)
