"""Writes the template of an edition: a workbook in which a person types what exists only as a picture or on paper."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import xlsxwriter  # pyright: ignore[reportMissingTypeStubs]

from etl import template_layout as layout
from etl.catalogue_files import as_mappings
from etl.checks.evidence import Evidence
from etl.columns import OBSERVATION_COLUMNS, TABLES
from etl.data_folder import DataFolder
from etl.problems import DataError
from etl.template_words import GROUP_PROMPT, INSTRUCTIONS, RANK_PROMPT, SCORE_PROMPT, SOURCE_WORDS

SOURCE_KINDS = next(table for table in TABLES if table.name == "sources").columns["obtained_from_kind"].pattern


@dataclass(frozen=True)
class _Component:
    id: str
    name: str
    minimum: float
    maximum: float | None


@dataclass(frozen=True)
class _Sheet:
    """One sheet of figures: provinces (code, name) in Vietnamese order, components, and the columns of each."""

    unit_system: str
    provinces: Sequence[tuple[str, str]]
    components: Sequence[_Component]
    fields: Sequence[str]
    ranked: int
    groups: Sequence[str]


def template_bytes(data: DataFolder, index: str, year: int) -> bytes:
    """The workbook of one edition with the figures already held; raises DataError where editions.csv lacks it."""
    evidence = Evidence(data)
    editions = evidence.editions
    editions = editions[editions["index"].eq(index) & editions["year"].eq(year)]
    if editions.empty:
        raise DataError(f"{index} {year} has no row in data/catalogue/editions.csv; add it there first.")
    held = data.tables["observations"]
    held = held.loc[held["index"].eq(index) & held["year"].eq(str(year)), list(OBSERVATION_COLUMNS)]
    sheets = [_sheet(evidence, index, year, edition) for edition in editions.to_dict("records")]
    decimals = int(editions["decimals"].fillna(2).iloc[0])
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        workbook: Any = book  # its methods are written without types
        formats = _formats(workbook)
        _write_instructions(workbook.add_worksheet(layout.INSTRUCTIONS_SHEET), formats, index, year)
        for sheet in sheets:
            of_sheet = held[held["unit_system"].eq(sheet.unit_system)]
            _write_figures(workbook.add_worksheet(layout.FIGURE_SHEETS[sheet.unit_system]), formats, sheet, of_sheet)
        _write_source(workbook.add_worksheet(layout.SOURCE_SHEET), formats, f"annex_{year}")
        _write_hidden(workbook.add_worksheet(layout.HELD_SHEET), [list(OBSERVATION_COLUMNS), *held.to_numpy().tolist()])
        marker = [[layout.FORMAT], [index], [str(year)], [str(decimals)]]
        _write_hidden(workbook.add_worksheet(layout.MARKER_SHEET), marker)
    return buffer.getvalue()


def _sheet(evidence: Evidence, index: str, year: int, edition: dict[Any, Any]) -> _Sheet:
    system = str(edition["unit_system"])
    provinces = evidence.data.tables[f"provinces_{system}"].sort_values("sort_key")
    document = evidence.indices[index].document
    groups = [str(group.get("id")) for group in as_mappings(document.get("groups"))]
    publishes_ranks = bool(document.get("publishes_ranks"))
    measured = edition["units_measured"]
    return _Sheet(
        unit_system=system,
        provinces=list(zip(provinces["code"], provinces["name_vi"], strict=True)),
        components=_components(document, year),
        fields=["score", *(["rank"] if publishes_ranks else []), *(["group"] if groups else [])],
        ranked=len(provinces) if pd.isna(measured) else max(int(measured), len(provinces)),
        groups=groups,
    )


def _components(document: Any, year: int) -> list[_Component]:
    found: list[_Component] = []
    for component in as_mappings(document.get("components")):
        for period in as_mappings(component.get("periods")):
            if period.get("from", year + 1) <= year <= (period.get("to") or year):
                words = period.get("short", period)
                minimum, maximum = period.get("minimum") or 0, period.get("maximum")
                found.append(_Component(str(component["id"]), str(words["vi"]), minimum, maximum))
    return found


def _formats(workbook: Any) -> dict[str, Any]:
    return {
        "head": workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E8EEF7"}),
        "id": workbook.add_format({"font_color": "#666666", "italic": True}),
        "text": workbook.add_format({"num_format": "@"}),
        "wrapped": workbook.add_format({"text_wrap": True, "valign": "top"}),
    }


def _write_figures(sheet: Any, formats: dict[str, Any], shape: _Sheet, held: pd.DataFrame) -> None:
    """Heads, provinces, cells with their validation, and the figures held."""
    sheet.write(layout.NAME_ROW - 1, 0, "Mã", formats["head"])
    sheet.write(layout.NAME_ROW - 1, 1, "Tỉnh, thành phố", formats["head"])
    sheet.set_column(1, 1, 22)
    sheet.freeze_panes(layout.FIRST_PROVINCE_ROW - 1, layout.FIRST_FIGURE_COLUMN - 1)
    rows = {code: layout.FIRST_PROVINCE_ROW - 1 + position for position, (code, _) in enumerate(shape.provinces)}
    for code, name in shape.provinces:
        sheet.write_string(rows[code], layout.CODE_COLUMN - 1, code, formats["text"])
        sheet.write_string(rows[code], layout.CODE_COLUMN, name)
    columns: dict[tuple[str, str], int] = {}
    column = layout.FIRST_FIGURE_COLUMN - 1
    for component in shape.components:
        for field in shape.fields:
            columns[component.id, field] = column
            sheet.write(layout.NAME_ROW - 1, column, component.name if field == "score" else "", formats["head"])
            sheet.write(layout.COMPONENT_ROW - 1, column, component.id, formats["id"])
            sheet.write(layout.FIELD_ROW - 1, column, layout.FIELD_WORDS[field], formats["head"])
            first, last = layout.FIRST_PROVINCE_ROW - 1, layout.FIRST_PROVINCE_ROW + len(rows) - 2
            sheet.data_validation(first, column, last, column, _validation(component, field, shape))
            column += 1
    for row in held.to_dict("records"):
        for field in shape.fields:
            place = (rows.get(str(row["province_code"])), columns.get((str(row["component"]), field)))
            if place[0] is not None and place[1] is not None and row[field] != "":
                write = sheet.write_string if field == "group" else sheet.write_number
                write(place[0], place[1], str(row[field]) if field == "group" else float(row[field]))


def _validation(component: _Component, field: str, shape: _Sheet) -> dict[str, Any]:
    if field == "group":
        return {"validate": "list", "source": list(shape.groups), "input_title": GROUP_PROMPT}
    if field == "rank":
        return {
            "validate": "integer", "criteria": "between", "minimum": 1, "maximum": shape.ranked,
            "error_title": RANK_PROMPT, "error_message": f"1 … {shape.ranked}",
        }  # fmt: skip
    limits: dict[str, Any] = {"validate": "decimal", "error_title": SCORE_PROMPT}
    if component.maximum is None:
        message = f"≥ {component.minimum:g}"
        return {**limits, "criteria": ">=", "value": component.minimum, "error_message": message}
    # A printed maximum may be rounded itself (3.33 for 10/3); a score must not be turned away by that.
    highest = component.maximum + 0.0034
    message = f"{component.minimum:g} … {component.maximum:g}"
    return {
        **limits, "criteria": "between", "minimum": component.minimum, "maximum": highest, "error_message": message,
    }  # fmt: skip


def _write_instructions(sheet: Any, formats: dict[str, Any], index: str, year: int) -> None:
    sheet.set_column(0, 1, 70, formats["wrapped"])
    sheet.write(0, 0, f"{index} {year}", formats["head"])
    sheet.write(0, 1, f"{index} {year}", formats["head"])
    for row, sentences in enumerate(INSTRUCTIONS, start=1):
        for column, sentence in enumerate(sentences):
            sheet.write(row, column, sentence, formats["wrapped"])
    command = f"python -m etl import FILE.xlsx --index {index.lower()} --year {year}"
    sheet.write(len(INSTRUCTIONS) + 1, 0, command, formats["id"])


def _write_source(sheet: Any, formats: dict[str, Any], suggested_id: str) -> None:
    sheet.set_column(0, 1, 36)
    sheet.set_column(2, 2, 60, formats["text"])
    sheet.write(0, 0, "Nguồn của số liệu mới / Source of the new figures", formats["head"])
    for row, field in enumerate(layout.SOURCE_FIELDS, start=layout.FIRST_SOURCE_ROW - 1):
        for column, words in enumerate(SOURCE_WORDS[field]):
            sheet.write(row, column, words)
        if field == "source_id":
            sheet.write_string(row, layout.SOURCE_VALUE_COLUMN - 1, suggested_id)
        if field == "obtained_from_kind":
            choice = {"validate": "list", "source": SOURCE_KINDS.split("|")}
            sheet.data_validation(row, layout.SOURCE_VALUE_COLUMN - 1, row, layout.SOURCE_VALUE_COLUMN - 1, choice)


def _write_hidden(sheet: Any, rows: Sequence[Sequence[str]]) -> None:
    for number, values in enumerate(rows):
        for column, value in enumerate(values):
            sheet.write_string(number, column, value)
    sheet.very_hidden()
