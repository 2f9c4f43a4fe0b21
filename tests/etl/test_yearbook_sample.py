"""The statistical yearbook's PDF through the command: needs the publishers' own files in PUBLISHER_SAMPLES."""

import csv
from collections.abc import Mapping
from functools import cache
from io import StringIO
from pathlib import Path

import pytest
from publisher_samples import is_read, sample_of
from typer.testing import CliRunner

from etl.__main__ import app
from etl.declarations import load_declarations

SOURCES = Path(__file__).parent / "declarations" / "gso_yearbook.yaml"
NAME = "GSO_yearbook_2018_enterprises"
REGIONS_AND_COUNTRY = 7
Figures = Mapping[tuple[str, str], str]


@cache
def reading(year: int) -> tuple[Figures, str]:
    """What the command prints of a year: figures by province and component, and what it says of them."""
    sample, _ = sample_of(NAME)
    done = CliRunner().invoke(
        app, ["read", str(sample), "--index", "GSO_YB", "--year", str(year), "--sources", str(SOURCES)]
    )
    assert done.exit_code == 0, done.stderr
    is_read(sample)
    rows = csv.DictReader(StringIO(done.stdout))
    return {(row["province_code"], row["component"]): row["score"] for row in rows}, done.stderr


def total(year: int, component: str) -> int:
    return sum(int(score) for (_, found), score in reading(year)[0].items() if found == component)


def test_the_declarations_are_whole_without_the_sample() -> None:
    (entry,) = load_declarations(SOURCES)
    assert (entry.index, entry.years, entry.format) == ("GSO_YB", (2016, 2017, 2018), "pdf")


def test_every_expected_cell_is_read() -> None:
    _, expected = sample_of(NAME)
    with expected.open(encoding="utf-8", newline="") as file:
        cells = list(csv.DictReader(file))
    assert len(cells) == 18
    for cell in cells:
        found = reading(int(cell["year"]))[0][cell["province_code"], cell["component"]]
        assert found == cell["score"], cell


@pytest.mark.parametrize(
    ("year", "code", "figure"),
    [
        (2016, "01", "22663"),
        (2017, "38", "3065"),
        (2018, "38", "3398"),
        (2018, "46", "680"),
        (2018, "66", "1008"),
        (2018, "77", "1616"),
        (2018, "79", "43230"),
        (2016, "96", "515"),
    ],
)
def test_the_table_before_it_is_read_too(year: int, code: str, figure: str) -> None:
    assert reading(year)[0][code, "newly_established_enterprises"] == figure


@pytest.mark.parametrize(
    ("year", "component", "country"),
    [
        (2016, "newly_established_enterprises", 110100),
        (2017, "newly_established_enterprises", 126859),
        (2018, "newly_established_enterprises", 131275),
        (2017, "acting_enterprises", 654633),
        (2018, "acting_enterprises", 714755),
    ],
)
def test_the_provinces_of_both_pages_add_up_to_the_country(year: int, component: str, country: int) -> None:
    assert total(year, component) == country


def test_country_and_regions_are_set_aside_and_counted() -> None:
    figures, said = reading(2018)
    assert len(figures) == 3 * 63
    assert f"{len(figures) + 2 * REGIONS_AND_COUNTRY} rows read = 189 figures + 14 set aside." in said
    assert "'CẢ NƯỚC - WHOLE COUNTRY' is no province, as declared (page 24, table 1!A2, page 27, table 1!A2)" in said
    assert "'Trung du và miền núi phía Bắc Northern midlands and moutain areas' is no province" in said
