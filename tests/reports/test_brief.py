"""The brief: few pages, tagged, with the published figures in the words of the page."""

import io
from typing import Any

import pdfplumber
import pytest
from pdfplumber.page import Page

from indicators.release import Release
from reports.brief import brief_pdf
from reports.story import build_story
from reports.story_subject import Subject
from wording.language import LanguageCode


def _brief(release: Release, subject: Subject, language: LanguageCode = "vi") -> tuple[list[str], Any]:
    content = brief_pdf(build_story(release, subject, 2022, 2024, language))
    with pdfplumber.open(io.BytesIO(content)) as document:
        return [_text(page) for page in document.pages], document.doc.catalog


def _text(page: Page) -> str:
    return " ".join((page.extract_text() or "").split())


@pytest.fixture(scope="module")
def dak_nong(release: Release) -> tuple[list[str], Any]:
    return _brief(release, Subject("province", "63-67"))


def test_a_brief_has_two_to_four_pages_and_is_tagged_in_its_language(dak_nong: tuple[list[str], Any]) -> None:
    pages, catalogue = dak_nong
    assert 2 <= len(pages) <= 4
    assert "StructTreeRoot" in catalogue
    assert catalogue["MarkInfo"]["Marked"] is True
    assert catalogue["Lang"].startswith(b"vi")


def test_it_says_the_published_figures(dak_nong: tuple[list[str], Any]) -> None:
    text = " ".join(dak_nong[0])
    # PCI 2023: 67.79, 21st of the best 30, 38th the year before; PAPI 2024: 40.54, 58th by score of 61.
    for said in (
        "PCI 2023 67,79 21/30",
        "tăng 17 bậc",
        "40,54 †",
        "58/61 (*)",
        "PAR INDEX 2023: Đắk Nông xếp thứ 51/63",
    ):
        assert said in text


def test_its_sections_are_numbered_as_an_administrative_report_has_them(dak_nong: tuple[list[str], Any]) -> None:
    text = " ".join(dak_nong[0])
    for heading in ("I. Kết quả chung", "II. Thay đổi và nguyên nhân", "III. Điểm mạnh, điểm yếu"):
        assert heading in text
    assert "BÁO CÁO TÓM TẮT" in text


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        (Subject("province", "34-68"), "Binh Thuan"),
        (Subject("province", "63-35"), "Ha Nam"),
        (Subject("country", ""), "Whole country"),
    ],
)
def test_in_english_for_thin_merged_and_many(release: Release, subject: Subject, said: str) -> None:
    pages, catalogue = _brief(release, subject, "en")
    assert 2 <= len(pages) <= 4
    assert catalogue["Lang"].startswith(b"en")
    assert "SUMMARY REPORT" in pages[0]
    assert said in " ".join(pages)
