"""Publishers' own files, read cell by cell as a person read them: needs their folder in PUBLISHER_SAMPLES."""

import csv
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path

import pytest
from publisher_samples import expected_files, is_read, sample_of

from etl.data_folder import DataFolder, load_data_folder
from etl.importing import prepare_import
from etl.readers import read_file
from etl.readers.result import ReadResult
from etl.settings import REPOSITORY, sources_file

DATA = REPOSITORY / "data"
DECIMALS = {"PAPI": 6, "PCI": 2}
# Figures of the file, and rows set aside: empty cells, former units, look-ups, totals, single questions.
COUNTS = {
    ("PCI_2005.xls", 2005): (410, 11),
    ("PCI_2007.xls", 2007): (693, 14),
    ("PCI_2008.xls", 2008): (693, 13),
    ("PCI_2010.xls", 2010): (630, 3),
    ("PCI_2013.xlsx", 2013): (693, 3),
    ("PCI_2014.xlsx", 2014): (693, 3),
    ("PCI_2019.xlsx", 2019): (693, 4),
    ("PCI_2023.xlsx", 2023): (630, 4),
    ("PAPI_2011-2016.xlsx", 2011): (1827, 1),
    ("PAPI_2011-2016.xlsx", 2012): (1827, 1),
    ("PAPI_2011-2016.xlsx", 2013): (1827, 1),
    ("PAPI_2011-2016.xlsx", 2014): (1769, 59),
    ("PAPI_2011-2016.xlsx", 2015): (1827, 1),
    ("PAPI_2011-2016.xlsx", 2016): (1827, 1),
    ("PAPI_2014_vie.xlsx", 2014): (1708, 56),
    ("PAPI_2017_eng.xlsx", 2017): (1764, 0),
    ("PAPI_2018_eng.xlsx", 2018): (2248, 20),
    ("2019_PAPI_Provincial_indicators2019_VIE_ENG.xlsx", 2019): (2394, 138),
}
# Held figures that differ from the file by one or two in the sixth decimal, and in nothing else: those of 2011-2014
# lie halfway and were rounded down where the figures were gathered; of 2017-2019, dimensions and totals were added up
# from parts that were rounded already.
SIXTH_DECIMALS = {
    ("PAPI_2011-2016.xlsx", 2011): 6,
    ("PAPI_2011-2016.xlsx", 2012): 6,
    ("PAPI_2011-2016.xlsx", 2013): 11,
    ("PAPI_2011-2016.xlsx", 2014): 6,
    ("PAPI_2014_vie.xlsx", 2014): 6,
    ("PAPI_2017_eng.xlsx", 2017): 56,
    ("PAPI_2018_eng.xlsx", 2018): 60,
    ("2019_PAPI_Provincial_indicators2019_VIE_ENG.xlsx", 2019): 104,
}


@cache
def data() -> DataFolder:
    return load_data_folder(DATA)


@cache
def reading(sample: Path, index: str, year: int) -> ReadResult:
    result = read_file(sample, index, year, data(), sources_file())
    is_read(sample)
    return result


@pytest.mark.parametrize("name", expected_files("PCI", "PAPI", "2019"))
def test_every_expected_cell_is_read(name: str) -> None:
    sample, expected = sample_of(name)
    with expected.open(encoding="utf-8", newline="") as file:
        cells = list(csv.DictReader(file))
    assert cells
    for cell in cells:
        result = reading(sample, cell["index"], int(cell["year"]))
        rows = result.rows[result.rows["province_code"].eq(cell["province_code"])]
        found = rows[rows["component"].eq(cell["component"])].to_dict("records")
        if "group" in cell:
            assert [row["group"] for row in found] == [cell["group"]], cell
        elif not cell["score"]:
            assert found == [], cell
        else:
            unit = Decimal(1).scaleb(-DECIMALS[cell["index"]])
            score = Decimal(cell["score"]).quantize(unit, ROUND_HALF_UP)
            assert [Decimal(row["score"]) for row in found] == [score], cell
            assert not cell["rank"] or found[0]["rank"] == cell["rank"], cell


@pytest.mark.parametrize(("name", "year"), COUNTS)
def test_every_row_is_counted_and_nothing_is_wrong(name: str, year: int) -> None:
    sample, _ = sample_of(Path(name).stem)
    result = reading(sample, "PCI" if name.startswith("PCI") else "PAPI", year)
    assert [str(problem) for problem in result.problems] == []
    assert (len(result.rows), len(result.set_aside)) == COUNTS[name, year]
    assert result.rows_in == len(result.rows) + len(result.set_aside)


@pytest.mark.parametrize(("name", "year"), COUNTS)
def test_import_changes_no_held_figure(name: str, year: int) -> None:
    sample, _ = sample_of(Path(name).stem)
    prepared = prepare_import(sample, "PCI" if name.startswith("PCI") else "PAPI", year, DATA)
    found = prepared.difference
    assert (len(found.added), len(found.removed)) == (0, 0)
    scores = found.changed[found.changed["column"].eq("score")]
    assert set(found.changed["column"]) <= {"score", "note_codes", "source_id"}
    assert len(scores) <= SIXTH_DECIMALS.get((name, year), 0)
    steps = [abs(Decimal(old) - Decimal(new)) for old, new in zip(scores["before"], scores["after"], strict=True)]
    assert max(steps, default=Decimal(0)) <= Decimal("0.000002")
