"""Whether the YAML file of each index is whole: its keys, its names in both languages, its scale."""

from collections.abc import Collection, Iterator

from etl.catalogue_files import CatalogueFile, as_mappings
from etl.checks.component_tree import components, missing_words, periods_in_order
from etl.checks.evidence import Evidence
from etl.checks.keys import known_sources, source_key
from etl.problems import Code, Problem, error

UNITS = ("points", "percent", "index_0_1")
INDEX_KEYS: dict[str, type] = {
    "id": str, "position": int, "short_name": str, "names": list, "publishers": list, "help": dict, "unit": str,
    "display_decimals": int, "publishes_ranks": bool, "groups": list, "component_word": dict, "components": list,
}  # fmt: skip
KEYS_IF_KNOWN: dict[str, type] = {"whole_component_lists": list, "merged_units_means": list}


def index_files(evidence: Evidence) -> Iterator[Problem]:
    """Every fault of every catalogue/<index>.yaml, and positions or ids that two files share."""
    sources = known_sources(evidence)
    taken: dict[object, str] = {}
    for file in evidence.data.catalogue:
        for key in ("id", "position"):
            value = file.document.get(key)
            # What is neither a text nor a number is told as such below.
            if isinstance(value, str | int) and taken.setdefault((key, value), file.file) != file.file:
                message = f"{key} {value} is that of {taken[key, value]} too; give each index its own."
                yield _invalid(file, message, key)
        yield from _keys(file)
        yield from _names(file)
        yield from _known_spans(file, sources)
        yield from components(file, UNITS, sources)


def _keys(file: CatalogueFile) -> Iterator[Problem]:
    document = file.document
    for key, kind in (INDEX_KEYS | KEYS_IF_KNOWN).items():
        value = document.get(key)
        if key not in document:
            if key in INDEX_KEYS:
                yield _invalid(file, f"'{key}' is missing; add it.", key)
        elif not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            yield _invalid(file, f"'{key}' must be a {kind.__name__}, not {value!r}.", key)
    for key in document:
        if key not in INDEX_KEYS | KEYS_IF_KNOWN:
            yield _invalid(file, f"'{key}' is not known here; take it out or correct its spelling.", str(key))
    expected = f"catalogue/{file.index.lower()}.yaml"
    if file.file != expected:
        yield _invalid(file, f"it holds the index '{file.index}', so it must be named {expected}.", "id")
    if document.get("unit") not in (*UNITS, None):
        yield _invalid(file, f"'{document['unit']}' must be one of: {', '.join(UNITS)}.", "unit")


def _names(file: CatalogueFile) -> Iterator[Problem]:
    for key in ("help", "component_word"):
        if key in file.document:
            yield from missing_words(file, file.document[key], key)
    for key in ("names", "publishers"):
        dated = as_mappings(file.document.get(key))
        if not dated:
            yield _invalid(file, f"'{key}' is empty; say since when it holds ('from') and what it is (vi, en).", key)
        for item in dated:
            yield from missing_words(file, item, key)
            if "short" in item:
                yield from missing_words(file, item["short"], f"{key}, short")
        yield from periods_in_order(file, dated, key)
    groups = as_mappings(file.document.get("groups"))
    ids = [str(group.get("id")) for group in groups]
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        yield _invalid(file, f"the group '{name}' stands twice; keep one.", "groups")
    for group in groups:
        yield from missing_words(file, group, "groups")
        if not isinstance(group.get("id"), str):
            yield _invalid(file, f"the group {group!r} has no id; add one.", "groups")


def _known_spans(file: CatalogueFile, sources: Collection[tuple[str, str]]) -> Iterator[Problem]:
    for key in KEYS_IF_KNOWN:
        yield from periods_in_order(file, as_mappings(file.document.get(key)), key)
    for mean in as_mappings(file.document.get("merged_units_means")):
        if mean.get("rule") != "plain":
            yield _invalid(
                file, f"the rule {mean.get('rule')!r} must be plain (each predecessor counted once).", "rule"
            )
        for source in str(mean.get("source") or "").split(";"):
            if source_key(file.index, source) not in sources:
                message = f"the source '{source}' is not in sources.csv; correct it or add it there."
                yield error(Code.UNKNOWN_SOURCE, file.file, message, column="merged_units_means")


def _invalid(file: CatalogueFile, message: str, where: str) -> Problem:
    return error(Code.CATALOGUE_INVALID, file.file, message, column=where)
