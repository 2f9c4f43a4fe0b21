"""The files of all own units in one ZIP: one a unit, within a number and a time, the rest in the next one."""

import io
from zipfile import ZipFile

import openpyxl
import pypdfium2
import pytest
from deck_reading import opened, slide_of, table_of

from indicators.catalogue import EditionKey
from indicators.release import Release
from indicators.targets import Target
from own.release import release_of
from reports.own_archive import ArchiveOrder, make_archive, units_with_results
from tests.own.made_up_province import rows
from tests.own.own_files import read, table

DEPARTMENTS = EditionKey("DEPARTMENT", 2024, "department")
# Names that differ in tone marks only, a name of signs, and a unit whose score cannot be used.
ALIKE = table(
    [2023, "Sở", "Sở Tài chính", 80, 30, 50],
    [2023, "Sở", "Sở Y tế", 75, 30, 45],
    [2024, "Sở", "Sở Tài chính", 82, 32, 50],
    [2024, "Sở", "Số Tài chính", 79, 30, 49],
    [2024, "Sở", "../../Sở (Y tế)", 70, 30, 40],
    [2024, "Sở", "Sở Nội vụ", "chưa chấm", 30, 40],
)


@pytest.fixture(scope="module")
def alike() -> Release:
    return release_of(read(ALIKE), "vi")


def _names(content: bytes) -> list[str]:
    with ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def test_every_unit_with_a_result_has_a_file_of_its_own(alike: Release) -> None:
    told: list[tuple[int, int]] = []
    archive = make_archive(
        alike, ArchiveOrder(DEPARTMENTS, "workbook", "vi"), told=lambda made, of: told.append((made, of))
    )
    names = _names(archive.content)
    assert len(names) == len(set(names)) == 3
    assert {name[4:] for name in names} == {"so-tai-chinh-2024.xlsx", "so-y-te-2024.xlsx"}
    assert not any(".." in name or "/" in name for name in names)
    assert (archive.first, archive.stop, archive.count) == (0, 3, 3)
    assert told == [(0, 3), (1, 3), (2, 3)]
    with ZipFile(io.BytesIO(archive.content)) as files:
        title = openpyxl.load_workbook(io.BytesIO(files.read(names[0]))).worksheets[0]["A1"].value
    assert "kết quả, 2023–2024" in title or "kết quả, 2024" in title


def test_what_the_time_does_not_reach_begins_the_next_archive(alike: Release) -> None:
    order = ArchiveOrder(DEPARTMENTS, "workbook", "vi")
    first = make_archive(alike, order, seconds=0)
    assert (first.first, first.stop, first.count) == (0, 1, 3)
    rest = make_archive(alike, order, first.stop)
    assert (rest.first, rest.stop) == (1, 3)
    assert [name[:3] for name in _names(first.content) + _names(rest.content)] == ["001", "002", "003"]


def test_no_archive_holds_more_units_than_its_most(alike: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reports.own_archive.MOST_UNITS", 2)
    archive = make_archive(alike, ArchiveOrder(DEPARTMENTS, "workbook", "vi"))
    assert (len(_names(archive.content)), archive.stop, archive.count) == (2, 2, 3)


def test_a_deck_of_an_archive_holds_the_figures_and_targets_of_its_unit() -> None:
    province = release_of(read(rows()), "vi")
    key = EditionKey("DEPARTMENT", 2025, "department")
    assert len(units_with_results(province, key)) == 20
    unit = next(u for u in province.provinces.units("department") if province.provinces.name(u, "vi") == "Sở số 03")
    targets = (Target(unit, "DEPARTMENT", "overall", 2025, "rank_kept", since_year=2024),)
    position = units_with_results(province, key).index(unit)
    archive = make_archive(province, ArchiveOrder(key, "deck", "vi", targets), position, seconds=0)
    with ZipFile(io.BytesIO(archive.content)) as files:
        (name,) = files.namelist()
        deck = opened(files.read(name))
    assert name == f"{position + 1:03}-so-so-03-2025.pptx"
    slide = slide_of(deck, "Mục tiêu của Sở số 03: 1 không đạt")
    assert table_of(slide)[1][:4] == [
        "Sở, ngành 2025: giữ hoặc nâng hạng so với năm 2024", "74,55; 5/20 (*)", "✗ Không đạt", "thiếu 2 vị trí",
    ]  # fmt: skip


@pytest.mark.parametrize(("language", "never"), [("vi", ("tỉnh khác", "đã công bố")), ("en", ("provinces", "publish"))])
def test_a_brief_speaks_of_units(alike: Release, language: str, never: tuple[str, ...]) -> None:
    code = "en" if language == "en" else "vi"
    archive = make_archive(alike, ArchiveOrder(DEPARTMENTS, "brief", code), seconds=0)
    with ZipFile(io.BytesIO(archive.content)) as files:
        document = pypdfium2.PdfDocument(files.read(files.namelist()[0]))
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    assert 1 <= len(document) <= 4
    for words in never:
        assert words not in text.casefold()
