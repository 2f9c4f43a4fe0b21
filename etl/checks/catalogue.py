"""Whether the YAML file of each index is whole: names, scale, and a component tree with periods that fit."""

from collections.abc import Iterator, Mapping
from typing import Any

from etl.catalogue_files import CatalogueFile, as_mappings
from etl.checks.evidence import Evidence
from etl.checks.keys import known_sources, source_key
from etl.problems import Code, Problem, error

UNITS = ("points", "percent", "index_0_1")
ROLES = ("root", "addend", "lens", "same_as")
INDEX_KEYS = {
    "id": str, "position": int, "short_name": str, "names": list, "publishers": list, "help": dict, "unit": str,
    "display_decimals": int, "publishes_ranks": bool, "groups": list, "component_word": dict, "components": list,
}  # fmt: skip
PERIOD_KEYS = {"from", "to", "role", "parent", "weight", "minimum", "maximum", "vi", "en", "short", "source"}


def index_files(evidence: Evidence) -> Iterator[Problem]:
    """Every fault of every catalogue/<index>.yaml, and positions or ids that two files share."""
    sources = known_sources(evidence)
    taken: dict[object, str] = {}
    for file in evidence.data.catalogue:
        for key in ("id", "position"):
            value = file.document.get(key)
            if value is not None and taken.setdefault((key, value), file.file) != file.file:
                message = f"{key} {value} is that of {taken[key, value]} too; give each index its own."
                yield error(Code.CATALOGUE_INVALID, file.file, message, column=key)
        yield from _head(file)
        yield from _components(file, sources)


def _head(file: CatalogueFile) -> Iterator[Problem]:
    document = file.document
    for key, kind in INDEX_KEYS.items():
        if key not in document:
            yield _invalid(file, f"'{key}' is missing; add it.", key)
        elif not isinstance(document[key], kind) or (kind is int and isinstance(document[key], bool)):
            yield _invalid(file, f"'{key}' must be a {kind.__name__}, not {document[key]!r}.", key)
    for key in document:
        if key not in INDEX_KEYS:
            yield _invalid(file, f"'{key}' is not known here; take it out or correct its spelling.", str(key))
    expected = f"catalogue/{file.index.lower()}.yaml"
    if file.file != expected:
        yield _invalid(file, f"holds the index {file.index}, so it must be named {expected}.", "id")
    if "unit" in document and document["unit"] not in UNITS:
        yield _invalid(file, f"'{document['unit']}' must be one of: {', '.join(UNITS)}.", "unit")
    for key in ("help", "component_word"):
        if isinstance(document.get(key), dict):
            yield from _words(file, document[key], key)
    for key in ("names", "publishers"):
        dated = as_mappings(document.get(key))
        if not dated and isinstance(document.get(key), list):
            yield _invalid(file, f"'{key}' is empty; say since when it holds ('from') and what it is (vi, en).", key)
        for item in dated:
            yield from _words(file, item, key)
        yield from _periods_in_order(file, dated, key)
    for group in as_mappings(document.get("groups")):
        yield from _words(file, group, "groups")
        if not isinstance(group.get("id"), str):
            yield _invalid(file, f"the group {group!r} has no id; add one.", "groups")


def _components(file: CatalogueFile, sources: set[tuple[str, str]]) -> Iterator[Problem]:
    components = as_mappings(file.document.get("components"))
    ids = [component.get("id") for component in components]
    for name in {name for name in ids if ids.count(name) > 1}:
        yield _tree(file, f"the component '{name}' stands twice; keep one and give it all its periods.", name)
    if "overall" not in ids:
        yield _tree(file, "there is no component 'overall'; it is the root of every index.", "components")
    parents: dict[object, set[object]] = {}
    for component in components:
        name, periods = component.get("id"), as_mappings(component.get("periods"))
        if not isinstance(name, str):
            yield _tree(file, f"a component has the id {name!r}; an id is text, such as D1.", "components")
        if not periods:
            yield _tree(file, f"the component '{name}' has no periods; say since when it exists.", name)
        yield from _periods_in_order(file, periods, str(name))
        for period in periods:
            yield from _period(file, str(name), period, ids)
            yield from _period_sources(file, str(name), period, sources)
            parents.setdefault(name, set()).add(period.get("parent"))
    for name in parents:
        if _above(name, parents, frozenset()):
            yield _tree(file, f"the component '{name}' is among its own parents; correct 'parent'.", name)


def _period(file: CatalogueFile, name: str, period: Mapping[str, Any], ids: list[Any]) -> Iterator[Problem]:
    yield from _words(file, period, name)
    if "short" in period:
        yield from _words(file, period["short"] if isinstance(period["short"], dict) else {}, f"{name}, short")
    for key in period:
        if key not in PERIOD_KEYS:
            yield _tree(file, f"'{key}' is not known in a period; take it out or correct its spelling.", name)
    role, parent = period.get("role"), period.get("parent")
    if role not in ROLES:
        yield _tree(file, f"the role {role!r} must be one of: {', '.join(ROLES)}.", name)
    elif (role == "root") != (name == "overall"):
        yield _tree(file, "'overall' is the root, and no other component is.", name)
    elif role == "root" and parent is not None:
        yield _tree(file, "the root has no parent; take 'parent' out.", name)
    elif role != "root" and parent not in ids:
        yield _tree(file, f"the parent {parent!r} is no component of this index; correct it.", name)
    for key in ("weight", "minimum", "maximum"):
        value = period.get(key)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int | float)):
            yield _tree(file, f"{key} {value!r} must be a number; leave it out where it is not known.", name)
    if isinstance(period.get("weight"), int | float) and (period["weight"] <= 0 or role != "addend"):
        yield _tree(file, "a weight is above 0 and stands with the role addend only.", name)
    low, high = period.get("minimum"), period.get("maximum")
    if isinstance(low, int | float) and isinstance(high, int | float) and low >= high:
        yield _tree(file, f"the minimum {low} is not below the maximum {high}.", name)


def _period_sources(
    file: CatalogueFile, name: str, period: Mapping[str, Any], sources: set[tuple[str, str]]
) -> Iterator[Problem]:
    for source in str(period.get("source") or "").split(";"):
        if source and source_key(file.index, source) not in sources:
            message = f"the source '{source}' is not in sources.csv; correct it or add it there."
            yield error(Code.UNKNOWN_SOURCE, file.file, message, column=name)


def _periods_in_order(file: CatalogueFile, periods: list[dict[str, Any]], name: str) -> Iterator[Problem]:
    sound: list[tuple[int, float]] = []
    for period in periods:
        first, last = period.get("from"), period.get("to")
        if not isinstance(first, int) or not isinstance(last, int | None) or (last is not None and last < first):
            yield _tree(file, f"the period {first!r} to {last!r} must be years, the first not after the last.", name)
        else:
            sound.append((first, float("inf") if last is None else last))
    sound.sort()
    for (first, last), (following, _) in zip(sound, sound[1:], strict=False):
        if following <= last:
            message = f"the periods from {first} and from {following} overlap; end the earlier one before {following}."
            yield error(Code.PERIODS_OVERLAP, file.file, message, column=name)


def _above(name: object, parents: Mapping[object, set[object]], seen: frozenset[object]) -> bool:
    # Whether a component is reached again by going up from it.
    above = parents.get(name, set()) if not seen else set().union(*(parents.get(item, set()) for item in seen))
    if name in above:
        return True
    grown = seen | {item for item in above if item is not None}
    return grown != seen and _above(name, parents, frozenset(grown))


def _words(file: CatalogueFile, item: Mapping[str, Any], where: str) -> Iterator[Problem]:
    for language in ("vi", "en"):
        if not isinstance(item.get(language), str) or not str(item[language]).strip():
            yield _invalid(file, f"the words in '{language}' are missing; both languages are shown.", where)


def _invalid(file: CatalogueFile, message: str, where: str) -> Problem:
    return error(Code.CATALOGUE_INVALID, file.file, message, column=where)


def _tree(file: CatalogueFile, message: str, where: object) -> Problem:
    return error(Code.COMPONENT_TREE_INVALID, file.file, message, column=str(where))
