"""The files that a province starts from: a template filled with an invented example, and a published one."""

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter  # pyright: ignore[reportMissingTypeStubs] - it brings none

from indicators.catalogue import Words
from own.heading import HEADINGS, Field

_COLUMNS: tuple[Field, ...] = ("year", "kind", "unit", "belongs_to", "rank", "total")
_HEADING_LOOK = {"bold": True, "bg_color": "#eef3f8", "bottom": 1, "text_wrap": True, "valign": "top"}
_MAXIMUM = Words("Điểm tối đa", "Maximum")
_DEPARTMENT, _DISTRICT, _COMMUNE = Words("Sở", "Department"), Words("Huyện", "District"), Words("Xã", "Commune")
_COMPONENTS = (
    Words("Chỉ đạo, điều hành", "Direction"),
    Words("Thủ tục hành chính", "Procedures"),
    Words("Công chức, công vụ", "Civil service"),
    Words("Chuyển đổi số", "Digital transformation"),
)
_RESULTS, _GUIDE, _SOURCE = Words("Kết quả", "Results"), Words("Hướng dẫn", "Guide"), Words("Nguồn", "Source")
_HOW = (
    Words(
        "Mỗi dòng là kết quả của một đơn vị trong một năm. Số liệu trong tệp này là ví dụ, không phải kết quả thật.",
        "A row is the result of one unit in one year. The figures of this file are invented.",
    ),
    Words(
        "Loại đơn vị: Sở (ngành, cơ quan), Huyện (đến hết năm 2024), Xã (từ năm 2025 là xã, phường, đặc khu mới).",
        "Kinds of unit: Department, District (to 2024), Commune (from 2025 the new communes).",
    ),
    Words(
        'Dòng "Điểm tối đa" cho biết thang điểm của tổng điểm và của từng thành phần; để trống năm hoặc loại đơn vị '
        "nếu áp dụng cho mọi năm hoặc mọi loại. Thành phần không có điểm tối đa thì không được đọc.",
        'A row "Maximum" gives the scale of the total and of every component; leave year or kind empty where it holds '
        "for all. A component without a maximum is not read.",
    ),
    Words(
        "Cột Hạng và cột Thuộc có thể để trống. Hạng để trống thì trang xếp thứ tự theo điểm.",
        "Rank and Belongs to may be empty. Without ranks the page orders by score.",
    ),
    Words(
        "Điểm phần trăm phải ghi dấu % ở cả điểm tối đa và điểm của mọi đơn vị.",
        "Scores in percent need the sign % in the maximum and in the score of every unit.",
    ),
)
_ROWS: tuple[tuple[int, Words, Words, tuple[float, ...]], ...] = (
    (2023, _DEPARTMENT, Words("Sở Ví dụ A", "Department A"), (16.5, 24.0, 15.25, 22.0)),
    (2023, _DEPARTMENT, Words("Sở Ví dụ B", "Department B"), (17.0, 22.5, 16.0, 20.5)),
    (2024, _DEPARTMENT, Words("Sở Ví dụ A", "Department A"), (17.0, 25.0, 16.0, 24.5)),
    (2024, _DEPARTMENT, Words("Sở Ví dụ B", "Department B"), (17.5, 26.0, 16.5, 25.0)),
    (2023, _DISTRICT, Words("Huyện Ví dụ C", "District C"), (15.0, 21.0, 14.5, 19.0)),
    (2023, _DISTRICT, Words("Thành phố Ví dụ D", "City D"), (16.0, 23.0, 15.0, 21.5)),
    (2024, _DISTRICT, Words("Huyện Ví dụ C", "District C"), (16.5, 23.5, 15.0, 23.0)),
    (2024, _DISTRICT, Words("Thành phố Ví dụ D", "City D"), (16.0, 22.5, 15.5, 22.0)),
    (2024, _COMMUNE, Words("Xã Ví dụ E", "Commune E"), (14.0, 20.0, 13.0, 17.5)),
    (2024, _COMMUNE, Words("Xã Ví dụ G", "Commune G"), (13.5, 21.0, 14.0, 18.0)),
    (2025, _COMMUNE, Words("Xã Ví dụ E", "Commune E"), (15.0, 22.0, 14.0, 21.0)),
    (2025, _COMMUNE, Words("Phường Ví dụ H", "Ward H"), (16.0, 21.5, 14.5, 22.5)),
)
_MAXIMA = (20.0, 30.0, 20.0, 30.0)


def template_workbook(language_code: str) -> bytes:
    """Make the template: the table filled with an invented example, and a sheet that says how to fill it in."""
    table: list[list[object]] = [
        [None, None, _MAXIMUM.in_language(language_code), None, None, sum(_MAXIMA), *_MAXIMA],
        *(
            [year, kind.in_language(language_code), unit.in_language(language_code), None, None, sum(scores), *scores]
            for year, kind, unit, scores in _ROWS
        ),
    ]
    components = [name.in_language(language_code) for name in _COMPONENTS]
    guide = [line.in_language(language_code) for line in _HOW]
    return _workbook(language_code, components, table, _GUIDE, guide)


def published_example(language_code: str) -> bytes:
    """Make a file of what is published of a province's own ranking: one district of Quảng Nam in 2018, with its source.

    The text that gives the score names no rank, no other district and no component.
    """
    source = Words(
        "Điểm Chỉ số CCHC năm 2018 của UBND huyện Núi Thành (72,29 %) do UBND tỉnh Quảng Nam đánh giá, xếp hạng; theo "
        "bài về thực hiện Kế hoạch số 4183/KH-UBND ngày 17/7/2019 của UBND tỉnh Quảng Nam. Bài không nêu thứ hạng và "
        "điểm của các huyện khác.",
        "Score of Núi Thành district (72.29 %) in the public administration reform index of 2018 as judged and ranked "
        "by the People's Committee of Quảng Nam; from an article on its plan 4183/KH-UBND of 17 July 2019. The article "
        "gives no rank and no other district.",
    )
    table: list[list[object]] = [
        [None, None, _MAXIMUM.in_language(language_code), None, None, "100%"],
        [2018, _DISTRICT.in_language(language_code), "UBND huyện Núi Thành", "Quảng Nam", None, "72.29%"],
    ]
    return _workbook(language_code, [], table, _SOURCE, [source.in_language(language_code)])


def _workbook(
    language_code: str,
    components: Sequence[str],
    table: Sequence[Sequence[object]],
    notes_name: Words,
    notes: list[str],
) -> bytes:
    target = io.BytesIO()
    position = 1 if language_code == "en" else 0
    opened: Any = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False})
    with opened as book:
        heading = book.add_format(_HEADING_LOOK)
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet(_RESULTS.in_language(language_code))
        names = [*(HEADINGS[name][position] for name in _COLUMNS), *components]
        for column, name in enumerate(names):
            sheet.write_string(0, column, name, heading)
        for row, cells in enumerate(table, start=1):
            for column, value in enumerate(cells):
                if value is not None:
                    sheet.write(row, column, value)
        sheet.set_column(0, len(names) - 1, 14)
        sheet.set_column(2, 2, 26)
        sheet.freeze_panes(1, 3)
        about = book.add_worksheet(notes_name.in_language(language_code))
        about.set_column(0, 0, 110)
        for row, line in enumerate(notes):
            about.write_string(row, 0, line, wrapped)
    return target.getvalue()
