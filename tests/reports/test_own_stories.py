"""Slides and workbook of a province's own units: figures of the file, words of units, and nothing that stays."""

import gc
import io
import weakref
from dataclasses import replace
from secrets import token_hex
from typing import Any, cast

import openpyxl
import pytest
from deck_reading import chart_of, opened, overflowing, slide_of, table_of, values_of

from indicators.catalogue import EditionKey, Words
from indicators.release import Release
from indicators.targets import Target
from own.release import release_of
from reports.deck import make_deck
from reports.slides import Chart, Map, Story, Table, Text
from reports.story_own import own_kind_story, own_unit_story
from reports.workbook import HEADING_ROW, workbook_xlsx
from tests.own.made_up_province import rows
from tests.own.own_files import read, table
from wording.language import LanguageCode

DEPARTMENTS_2025 = EditionKey("DEPARTMENT", 2025, "department")
COMMUNES_2024 = EditionKey("COMMUNE", 2024, "commune_before")
COMMUNES_2025 = EditionKey("COMMUNE", 2025, "commune")

# Three districts of which one is not in the first year, and one has no score that can be used in the last.
NOT_WHOLE = table(
    [2023, "Huyện", "Huyện A", 80, 30, 50],
    [2023, "Huyện", "Huyện B", 75.5, 30, 45.5],
    [2024, "Huyện", "Huyện A", 79, 30, 49],
    [2024, "Huyện", "Huyện B", "chưa chấm", 32, 50],
    [2024, "Huyện", "Huyện C", 70, 30, 40],
)


@pytest.fixture(scope="module")
def whole_province() -> Release:
    return release_of(read(rows()), "vi")


def unit_of(release: Release, system: Any, name: str) -> str:
    return next(unit for unit in release.provinces.units(system) if release.provinces.name(unit, "vi") == name)


def sheet_about(content: bytes, title: str) -> Any:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return next(sheet for sheet in book if str(sheet["A1"].value).startswith(title))


def words_of(story: Story) -> str:
    said: list[str] = [story.title, story.subtitle]
    for slide in story.slides:
        said += [slide.title, slide.source, *slide.notes]
        for block in slide.blocks:
            match block:
                case Text():
                    said += [block.heading, *block.lines]
                case Table():
                    said += [block.caption, *(column.heading for column in block.columns)]
                    said += [cell.text for row in block.rows for cell in row]
                case Chart():
                    said += [block.title, block.description, *block.categories, *(s.name for s in block.series)]
                case Map():
                    said.append(block.title)
    return "\n".join(said)


def test_the_slides_of_one_unit_hold_the_figures_of_the_file(whole_province: Release) -> None:
    unit = unit_of(whole_province, "department", "Sở số 03")
    deck = opened(make_deck(own_unit_story(whole_province, DEPARTMENTS_2025, unit, "vi")).content)
    # 24.70 + 20.15 + 29.70 = 74.55; in 2024 the unit had 0.35 more of the first component.
    stands = slide_of(deck, "Sở, ngành 2025: Sở số 03 đạt 74,55 điểm, thứ tự theo điểm 5/20")
    assert table_of(stands)[1:] == [
        ["Tổng điểm", "74,55", "100", "5/20 (*)", "73,75 †", "75,35"],
        ["Thể chế", "24,70", "30", "6/20 (*)", "24,23 †", "25,35"],
        ["Thủ tục", "20,15", "30", "17/20 (*)", "20,48 †", "20,95"],
        ["Chuyển đổi số", "29,70", "40", "4/20 (*)", "29,05 †", "30,00"],
    ]
    changed = slide_of(deck, "Sở, ngành 2025: Sở số 03 đạt 74,55 điểm, thứ tự theo điểm 5/20; giảm 2 vị trí")
    assert table_of(changed)[1:] == [
        ["Điểm", "74,90", "74,55", "−0,35"],
        ["Thứ hạng", "3/20 (*)", "5/20 (*)", "▼ 2 (*)"],
    ]
    contributed = values_of(chart_of(changed))
    assert list(contributed.values()) == [[-0.35, 0, 0, 0, -0.35]]
    years = slide_of(deck, "Sở, ngành 2022–2025: Sở số 03 giảm 2 vị trí")
    assert values_of(chart_of(years)) == {"Sở số 03": [3, 5, 3, 5]}
    ahead = slide_of(deck, "Sở số 03 còn thiếu để bằng đơn vị xếp ngay trên")
    assert table_of(ahead)[1] == ["Sở, ngành 2025", "74,55", "0,20", "Sở số 04: 4/20 (*)"]
    strong = slide_of(deck, "Sở, ngành 2025: mạnh nhất ở Chuyển đổi số")
    assert [row[0] for row in table_of(strong)] == ["Thành phần", "Chuyển đổi số", "Thủ tục"]
    assert len(table_of(strong)[0]) == 5  # no column for who leads the work
    sources = slide_of(deck, "Nguồn của mọi số liệu: tệp tải lên")
    assert table_of(sources)[-1] == ["Sở, ngành 2025", "20", "20", "100", "Thể chế; Thủ tục; Chuyển đổi số"]
    assert overflowing(deck) == []


def test_the_slides_of_a_kind_say_who_is_first_and_who_rose_most(whole_province: Release) -> None:
    deck = opened(make_deck(own_kind_story(whole_province, COMMUNES_2024, "vi")).content)
    first = table_of(slide_of(deck, "Cấp xã 2024: Xã số 01 có điểm cao nhất (75,20)"))
    assert first[1] == ["Xã số 01", "75,20", "1/71 (*)", "▲ 2 (*)", "+0,35", "2023"]
    risen = table_of(slide_of(deck, "Cấp xã 2023 → 2024, tất cả đơn vị: 35 đơn vị tăng điểm nhiều nhất"))
    assert risen[1] == ["Xã số 01", "74,85", "75,20", "+0,35", "▲ 2 (*)"]
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert [title for title in titles if title.startswith("Cấp xã 2024: Xã số 01")][-1].endswith("(75,20) (8/8)")
    assert overflowing(deck) == []


def test_the_workbook_of_a_kind_has_every_unit_and_component_as_numbers(whole_province: Release) -> None:
    content = workbook_xlsx(own_kind_story(whole_province, COMMUNES_2025, "vi", whole=True))
    places = sheet_about(content, "Cấp xã 2025: Xã số 00 có điểm cao nhất (75,35)")
    cells = [[cell.value for cell in row] for row in places.iter_rows(min_row=HEADING_ROW + 2)]
    assert len(cells) == 40
    assert cells[0][:3] == ["Xã số 00", 75.35, "1/40 (*)"]
    scores = sheet_about(content, "Cấp xã 2025: điểm của các đơn vị theo thành phần")
    cells = [[cell.value for cell in row] for row in scores.iter_rows(min_row=HEADING_ROW + 1)]
    assert cells[:2] == [
        ["Đơn vị", "Tổng điểm", "Thể chế", "Thủ tục", "Chuyển đổi số"],
        ["Xã số 00", 75.35, 25.35, 20, 30],
    ]
    assert len(cells) == 41


def test_new_communes_are_not_compared_with_those_before(whole_province: Release) -> None:
    unit = unit_of(whole_province, "commune", "Xã số 05")
    story = own_unit_story(whole_province, COMMUNES_2025, unit, "vi")
    said = words_of(story)
    assert "Không so sánh được do sắp xếp đơn vị hành chính" in said
    assert "Cấp xã: có chưa đến hai thứ hạng của Xã số 05" in said
    assert "DISTRICT" not in said
    assert "Sở, ngành" not in said


@pytest.mark.parametrize(
    ("language", "words"), [("vi", ("tỉnh", "công bố", "địa phương")), ("en", ("provinc", "publish"))]
)
def test_the_words_are_those_of_units(whole_province: Release, language: LanguageCode, words: tuple[str, ...]) -> None:
    unit = unit_of(whole_province, "department", "Sở số 03")
    not_whole = release_of(read(NOT_WHOLE), language)
    districts = EditionKey("DISTRICT", 2024, "district")
    stories = [
        own_unit_story(whole_province, DEPARTMENTS_2025, unit, language),
        own_kind_story(whole_province, COMMUNES_2024, language),
        own_kind_story(not_whole, districts, language),
        *(own_unit_story(not_whole, districts, found, language) for found in not_whole.provinces.units("district")),
    ]
    # What is said of all slides of own results: no maps, regions and so on.
    said = "\n".join(words_of(story) for story in stories).casefold()
    for word in words:
        assert word not in said, [line for line in said.split("\n") if word in line]


def test_what_cannot_be_said_is_said_to_be_so() -> None:
    release = release_of(read(NOT_WHOLE), "vi")
    said = words_of(own_kind_story(release, EditionKey("DISTRICT", 2024, "district"), "vi"))
    assert "Cấp huyện 2024: " in said
    assert "chưa đủ cơ sở nêu đơn vị tăng điểm nhiều nhất" in said
    assert "không có điểm dùng được: Huyện B." in said


def test_more_units_than_a_wall_can_show_are_a_table_of_the_workbook(
    whole_province: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reports.blocks_own.MOST_UNITS_ON_SLIDES", 70)
    story = own_kind_story(whole_province, COMMUNES_2024, "vi")
    assert not [slide for slide in story.slides if slide.id.startswith("all_units")]
    assert "bảng của cả 71 đơn vị có trong tệp số liệu" in words_of(story)
    whole = own_kind_story(whole_province, COMMUNES_2024, "vi", whole=True)
    assert sum(slide.id.startswith("all_units") for slide in whole.slides) == 8


def test_a_name_that_begins_like_a_formula_stays_a_text(whole_province: Release) -> None:
    unit = unit_of(whole_province, "department", "Sở số 03")
    provinces = whole_province.provinces
    named = replace(provinces[unit], name=Words("=1+1", "=1+1"))
    release = replace(whole_province, provinces=replace(provinces, by_unit={**provinces.by_unit, unit: named}))
    story = own_unit_story(release, DEPARTMENTS_2025, unit, "vi")
    workbooks = [workbook_xlsx(story)]
    for slide in opened(make_deck(story).content).slides:
        workbooks += [shape.chart.part.chart_workbook.xlsx_part.blob for shape in slide.shapes if shape.has_chart]
    found: list[str] = []
    for content in workbooks:
        cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(content)) for row in sheet for cell in row]
        assert "f" not in {cell.data_type for cell in cells}
        found += [str(cell.value) for cell in cells if str(cell.value).startswith("=")]
    assert found.count("=1+1") == 2  # over the line of the years, in the workbook and behind the slide


def test_nothing_of_the_file_outlives_it() -> None:
    name = f"Huyện {token_hex(8)}"
    gone = _told_once(name)
    gc.collect()
    assert gone() is None
    kept = [found for found in gc.get_objects() if any(name in text for text in _texts_of(found))]
    assert not kept


def _told_once(name: str) -> weakref.ref[Release]:
    """Make every file of a release whose unit bears a name that is nowhere else."""
    named = [[name if cell == "Huyện C" else cell for cell in cells] for cells in NOT_WHOLE]
    release = release_of(read(named), "vi")
    key = EditionKey("DISTRICT", 2024, "district")
    stories = [own_kind_story(release, key, "vi", whole=True)]
    stories += [own_unit_story(release, key, unit, "vi") for unit in release.provinces.units("district")]
    for story in stories:
        assert make_deck(story).content
        assert workbook_xlsx(story)
    return weakref.ref(release)


def _texts_of(found: object) -> list[str]:
    """List the texts that a container holds itself."""
    if isinstance(found, dict):
        return [text for pair in cast("dict[Any, Any]", found).items() for text in pair if isinstance(text, str)]
    if isinstance(found, list | tuple | set | frozenset):
        return [text for text in cast("list[Any]", found) if isinstance(text, str)]
    return []


def test_a_reorganisation_is_no_change_of_method(whole_province: Release) -> None:
    """What lies between communes before and after 1 July 2025, in the story of all and in a target to keep a score."""
    unit = unit_of(whole_province, "commune", "Xã số 05")
    kept = Target(unit, "COMMUNE", "overall", 2025, "score_kept", since_year=2024)
    told = own_kind_story(whole_province, COMMUNES_2025, "vi", targets=[kept])
    said = words_of(told)
    assert "Cấp xã 2024 → 2025: sắp xếp đơn vị hành chính, số liệu hai bên không nối thành một đường." in said
    assert "thay đổi phương pháp" not in said
    (verdicts,) = (slide for slide in told.slides if slide.kind == "targets")
    assert verdicts.title == "Mục tiêu của Cấp xã: 1 chưa đủ cơ sở đánh giá"
    (rows_told,) = (block.rows for block in verdicts.blocks if isinstance(block, Table))
    assert rows_told[0][4].text.startswith("Không so sánh được do sắp xếp đơn vị hành chính.")


def test_all_units_are_told_with_those_that_improved_most_by_their_own_score(whole_province: Release) -> None:
    story = own_kind_story(whole_province, DEPARTMENTS_2025, "vi")
    (slide,) = (slide for slide in story.slides if slide.id == "improvers")
    assert slide.title.startswith("Sở, ngành 2022 → 2025: ")
    assert "do điểm của đơn vị tăng" in slide.title
    (best,) = (block for block in slide.blocks if isinstance(block, Table))
    assert [column.heading for column in best.columns][3:5] == ["Do đơn vị thay đổi", "Do các đơn vị khác thay đổi"]
    assert "Chưa có mục tiêu của Sở, ngành cho các năm này." in words_of(story)
