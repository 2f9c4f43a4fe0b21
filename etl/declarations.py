"""What etl/sources.yaml declares of each published file: where it is, how it is laid out, how its cells are read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import yaml

from etl.catalogue_files import FASTEST_LOADER
from etl.declared_values import Entry
from etl.problems import DataError, Problem

FORMATS = ("xlsx", "xls", "html", "pdf", "csv", "tsv")
LAYOUTS = ("table", "blocks", "provinces_in_columns", "one_province")
FIELDS = ("score", "rank", "group")
HEADER_WITHIN = 15
YEARS_LISTED = 3


@dataclass(frozen=True)
class TableDeclaration:
    """One table of a file: how its grid is found and laid out.

    `sheets`: patterns of sheet or table names, `{year}` filled in; none = every visible one. `headings`: the map of
    heading texts. `name`, `order`: headings of the column of provinces and of the running number. `gives`: the fields
    that must be found, `may_give`: those read where they are found. `components`: only these (none = all of the map),
    but not `without`; `needs`: those of them without which it is another table (none = all). `skip`: names of rows
    that are no province. `optional`: a file without the table is whole.
    `rank_with_score`: a cell may hold both, "01 (0.727)". `only_known_columns`: a heading that is not read and not
    declared as ignored is an error. `tell_unknown_columns`: a heading that is not in the map is set aside.
    `any_year`: a page whose headings name other years is taken all the same.
    `province`: whose page it is; `province_in`: how a page's headings name it, "Results of {province}".
    """

    place: str
    layout: str
    headings: Path
    sheets: tuple[str, ...]
    name: tuple[str, ...]
    order: tuple[str, ...]
    gives: tuple[str, ...]
    may_give: tuple[str, ...]
    components: tuple[str, ...]
    without: tuple[str, ...]
    needs: tuple[str, ...]
    skip: tuple[str, ...]
    groups_by_fill: Mapping[str, str]
    groups_by_word: Mapping[str, str]
    header_within: int
    optional: bool
    rank_with_score: bool
    only_known_columns: bool
    tell_unknown_columns: bool
    any_year: bool
    province: str
    province_in: tuple[str, ...]

    def reads(self, field: str) -> bool:
        """Whether a field of the table's figures is read."""
        return field in self.gives or field in self.may_give


@dataclass(frozen=True)
class Declaration:
    """One published file of an edition, or one file of several editions.

    `source_id`: of data/sources.csv, `{year}` and `{province}` ("binhphuoc") filled in; `source`: its row there, where
    it is not held yet.
    `decimal`, `thousands`: marks in numbers that are text. `missing_words`: what stands where there is no result.
    `zero_is_missing`: components in which 0 says so too, or `*`. `decimals`: of the scores, where
    data/catalogue/editions.csv does not say. `partial`: the file does not list every province that was measured.
    `pages`, `separators`: of a PDF.
    """

    place: str
    index: str
    years: tuple[int, ...]
    format: str
    source_id: str
    source: Mapping[str, str]
    unit_system: str
    decimal: str
    thousands: str
    missing_words: tuple[str, ...]
    zero_is_missing: tuple[str, ...]
    decimals: int | None
    partial: bool
    pages: tuple[int, ...]
    separators: tuple[float, ...]
    tables: tuple[TableDeclaration, ...]


def load_declarations(path: Path) -> tuple[Declaration, ...]:
    """Every entry of a file of declarations, in its order.

    The file holds `editions`, a list of entries, and `families`, mappings of keys by name that an entry takes on with
    `family: name`; its own keys come first. Raises DataError naming file, entry and key of all that is wrong.
    """
    document = _document(path)
    problems: list[Problem] = []
    top = Entry(document, path.name, path.name, problems)
    families = top.mapping("families")
    entries = top.mappings("editions")
    top.refuse_others(["families", "editions"])
    declarations: list[Declaration] = []
    for number, own in enumerate(entries, start=1):
        family: object = families.get(str(own.get("family", "")), {})
        values = {**(cast("dict[str, Any]", family) if isinstance(family, dict) else {}), **own}
        named = f"entry {number} ({values.get('index', 'no index')} {_years(own)})"
        entry = Entry(values, named, path.name, problems)
        if "family" in own and str(own["family"]) not in families:
            entry.refuse("family", f"'{own['family']}' is not among 'families:'")
        elif not isinstance(family, dict):
            entry.refuse("family", f"'{own['family']}' of 'families:' must be a mapping of keys")
        declarations.append(_declaration(entry, path.parent / "headings"))
    if problems:
        message = f"{path} cannot be used; mend the entries named."
        raise DataError(message, problems)
    return tuple(declarations)


def declared(declarations: Iterable[Declaration], index: str, year: int, form: str) -> list[Declaration]:
    """The entries that say how a file of an edition in a format is read; xls and xlsx are one format, csv and tsv."""
    alike = {"xls": {"xls", "xlsx"}, "xlsx": {"xls", "xlsx"}, "csv": {"csv", "tsv"}, "tsv": {"csv", "tsv"}}
    forms = alike.get(form, {form})
    return [
        entry
        for entry in declarations
        if entry.index == index and year in entry.years and entry.format in forms and entry.tables
    ]


def _years(entry: Mapping[str, Any]) -> str:
    """The years of an entry, in words short enough for a message."""
    years = cast("object", entry.get("years", entry.get("year", "")))
    listed = cast("list[object]", years) if isinstance(years, list) else []
    return f"{listed[0]} to {listed[-1]}" if len(listed) > YEARS_LISTED else f"{years}"


def _document(path: Path) -> dict[str, Any]:
    try:
        document: object = FASTEST_LOADER(path.read_text("utf-8")).get_single_data()
    except OSError as failure:
        message = f"{path}: cannot be read ({failure.strerror}); it declares how published files are read."
        raise DataError(message) from None
    except (UnicodeDecodeError, yaml.YAMLError) as failure:
        message = f"{path}: is not valid YAML: {failure}"
        raise DataError(message) from None
    if not isinstance(document, dict):
        message = f"{path}: must be a mapping with 'editions:'."
        raise DataError(message)
    return cast("dict[str, Any]", document)


def _declaration(entry: Entry, headings: Path) -> Declaration:
    years = tuple(entry.numbers("years", int)) or tuple(entry.numbers("year", int))
    if not years:
        entry.refuse("years", "must be years such as [2013, 2014]")
    tables = tuple(
        _table(entry.within(table, f"table {number}"), headings)
        for number, table in enumerate(entry.mappings("tables"), start=1)
    )
    declaration = Declaration(
        place=entry.place,
        index=entry.text("index", required=True),
        years=years,
        format=entry.text("format", required=True, one_of=FORMATS),
        source_id=entry.text("source_id"),
        source=entry.words("source"),
        unit_system=entry.text("unit_system", "63", one_of=("63", "34")),
        decimal=entry.text("decimal", ".", one_of=(".", ",")),
        thousands=entry.text("thousands", one_of=("", ".", ",", " ")),
        missing_words=entry.texts("missing_words"),
        zero_is_missing=entry.texts("zero_is_missing"),
        decimals=next(iter(entry.numbers("decimals", int)), None),
        partial=entry.flag("partial"),
        pages=tuple(entry.numbers("pages", int)),
        separators=tuple(entry.numbers("separators", float)),
        tables=tables,
    )
    entry.refuse_others(["addresses", "family", "title"])
    return declaration


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that no file can have
        return False


def _table(entry: Entry, headings: Path) -> TableDeclaration:
    map_of_headings = headings / f"{entry.text('headings', required=True)}.csv"
    if not _is_file(map_of_headings):
        entry.refuse("headings", f"there is no file {map_of_headings}")
    province_in = entry.texts("province_in", ("{province}",))
    if any(text.count("{province}") != 1 for text in province_in):
        entry.refuse("province_in", "each text must hold {province} once")
    table = TableDeclaration(
        place=entry.place,
        layout=entry.text("layout", required=True, one_of=LAYOUTS),
        headings=map_of_headings,
        sheets=entry.texts("sheets"),
        name=entry.texts("name"),
        order=entry.texts("order"),
        gives=entry.texts("gives", ("score",), one_of=FIELDS),
        may_give=entry.texts("may_give", ("rank",), one_of=FIELDS),
        components=entry.texts("components"),
        without=entry.texts("without"),
        needs=entry.texts("needs"),
        skip=entry.texts("skip"),
        groups_by_fill=entry.words("groups_by_fill"),
        groups_by_word=entry.words("groups_by_word"),
        header_within=next(iter(entry.numbers("header_within", int)), HEADER_WITHIN),
        optional=entry.flag("optional"),
        rank_with_score=entry.flag("rank_with_score"),
        only_known_columns=entry.flag("only_known_columns"),
        tell_unknown_columns=entry.flag("tell_unknown_columns"),
        any_year=entry.flag("any_year"),
        province=entry.text("province"),
        province_in=province_in,
    )
    entry.refuse_others([])
    return table
