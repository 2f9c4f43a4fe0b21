"""Figures followed from the published table to what is read: a line of data/published, the release, the sentence."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from indicators.release import Release
from wording.findings import place_text, score_text
from wording.language import language
from wording.marks import origin_of

PUBLISHED = Path(__file__).parent.parent / "data" / "published"
VI, EN = language("vi"), language("en")

# The line of the table up to its rank, then score and place as they are read in Vietnamese and in English.
FIGURES = [
    ("PAR,2022,63,67,overall,84.66,37", "84,66%", "84.66%", "37/63"),
    ("PAR,2023,63,22,overall,92.18,1", "92,18%", "92.18%", "1/63"),
    ("PAR,2024,63,31,overall,96.17,1", "96,17%", "96.17%", "1/63"),
    ("PAR,2024,63,79,overall,,21", "–", "–", "21/63"),
    ("PAR,2012,63,10,overall,80.36,17", "80,36% ‡", "80.36% ‡", "17/63 ‡"),
    ("SIPAS,2021,63,94,overall,,9", "–", "–", "9/63 ‡"),
    ("SIPAS,2024,63,68,overall,83.00,39", "83,00% ‡", "83.00% ‡", "39/63 ‡"),
    ("PAPI,2024,63,67,overall,40.537382,", "40,54 †", "40.54 †", "58/61 (*)"),
    ("SIPAS,2021,63,22,overall,94.07,1", "94,07%", "94.07%", "1/63"),
    ("SIPAS,2022,63,22,overall,87.59,1", "87,59%", "87.59%", "1/63"),
    ("SIPAS,2023,63,67,overall,81.21,41", "81,21%", "81.21%", "41/63"),
    ("SIPAS,2023,63,06,overall,75.03,63", "75,03%", "75.03%", "63/63"),
    ("PAPI,2023,63,46,overall,46.04154,", "46,04 †", "46.04 †", "1/61 (*)"),
    ("PAPI,2023,63,67,overall,38.971103,", "38,97 †", "38.97 †", "61/61 (*)"),
    ("PAPI,2021,63,11,overall,37.223002,", "37,22 †", "37.22 †", "60/60 (*)"),
    ("PAPI,2020,63,22,overall,48.811383,", "48,81 †", "48.81 †", "1/63 (*)"),
    ("PCI,2006,63,67,overall,38.91,63", "38,91", "38.91", "63/64"),
    ("PCI,2022,63,22,overall,72.95,1", "72,95", "72.95", "1/63"),
    ("PCI,2023,63,80,overall,70.94,2", "70,94", "70.94", "2/30"),
    ("PCI,2023,63,40,overall,65.72,44", "65,72", "65.72", "44"),
    ("PCI,2023,63,67,entry,6.68,", "6,68", "6.68", "59/63 (*)"),
    ("DTI,2022,63,38,overall,0.6350,15", "0,6350", "0.6350", "15/63"),
    ("DTI,2022,63,15,overall,0.6350,15", "0,6350", "0.6350", "15/63"),
    ("DTI,2023,63,48,overall,0.8340,1", "0,8340", "0.8340", "1/63"),
    ("DTI,2024,34,01,overall,0.8241,1", "0,8241", "0.8241", "1/34"),
    ("DTI,2024,34,04,overall,,34", "–", "–", "34/34"),
]


@pytest.mark.parametrize(("line", "vi", "en", "place"), FIGURES, ids=[figure[0] for figure in FIGURES])
def test_a_published_figure_is_what_is_read(
    release: Release, edition_row: Callable[..., dict[str, Any]], line: str, vi: str, en: str, place: str
) -> None:
    index, year, system, code, component, *_ = line.split(",")
    table = (PUBLISHED / index.lower() / f"{year}.csv").read_text("utf-8").splitlines()
    assert len([published for published in table if published.startswith(f"{line},")]) == 1
    row = edition_row(index, int(year), f"{system}-{code}", component)
    found = release.catalogue.index(index)
    assert score_text(row["score"], origin_of(row), found, component, int(year), VI) == vi
    assert score_text(row["score"], origin_of(row), found, component, int(year), EN) == en
    assert place_text(row["place"], row["place_of"], row["place_kind"], row["note_codes"]) == place


def test_every_line_of_the_published_tables_is_one_figure_of_the_release(release: Release) -> None:
    lines = sum(len(file.read_text("utf-8").splitlines()) - 1 for file in PUBLISHED.rglob("*.csv"))
    assert lines == len(release.observations) == 42399
    key = ["index", "year", "unit", "component"]
    assert not release.observations.duplicated(key).any()


# What was printed elsewhere than in the tables that were gathered: reports, decisions, the publishers' summaries.
PRINTED_ELSEWHERE = [
    ("PAPI", 2023, "63-67", "overall", 38.97, 0.005),
    ("PAPI", 2023, "63-19", "overall", 45.7875, 0.0001),
    ("PAPI", 2023, "63-82", "D8", 2.6972, 0.0001),
    ("PAPI", 2022, "63-04", "overall", 38.8, 0.05),
    ("PAPI", 2021, "63-46", "overall", 48.059, 0.0005),
    ("PAPI", 2020, "63-22", "D4", 8.286, 0.0005),
    ("PAPI", 2020, "63-87", "overall", 46.961, 0.0005),
    ("PAPI", 2019, "63-79", "overall", 43.79, 0.005),
    ("PAPI", 2018, "63-79", "overall", 42.40, 0.005),
]


@pytest.mark.parametrize(("index", "year", "unit", "component", "printed", "tolerance"), PRINTED_ELSEWHERE)
def test_a_figure_agrees_with_what_was_printed_elsewhere(
    edition_row: Callable[..., dict[str, Any]],
    index: str,
    year: int,
    unit: str,
    component: str,
    printed: float,
    tolerance: float,
) -> None:
    assert edition_row(index, year, unit, component)["score"] == pytest.approx(printed, abs=tolerance)
