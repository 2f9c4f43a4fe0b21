"""The addresses that etl/sources.yaml declares, and the hashes of the files that data/sources.csv rests on."""

import hashlib
from functools import cache

import pytest
from publisher_samples import samples_folder
from typer.testing import CliRunner

from etl.__main__ import app
from etl.columns import TABLES
from etl.data_folder import load_data_folder
from etl.gathering.declared import wanted_files
from etl.gathering.wanted_file import WantedFile
from etl.settings import REPOSITORY, sources_file

COPIES = "https://raw.githubusercontent.com/mdtrinh/"
# Samples by name, and the sources that they are.
READ_FROM = {
    "pci/PCI_2005.xls": ("PCI", "pci_xls_2005"),
    "pci/PCI_2007.xls": ("PCI", "pci_xls_2007"),
    "pci/PCI_2008.xls": ("PCI", "pci_xls_2008"),
    "pci/PCI_2010.xls": ("PCI", "pci_xls_2010"),
    "pci/PCI_2013.xlsx": ("PCI", "pci_xls_2013"),
    "pci/PCI_2014.xlsx": ("PCI", "pci_xls_2014"),
    "pci/PCI_2019.xlsx": ("PCI", "pci_xls_2019"),
    "pci/PCI_2023.xlsx": ("PCI", "pci_xls_2023"),
    "papi/PAPI_2011-2016.xlsx": ("PAPI", "S01"),
    "papi/PAPI_2017_eng.xlsx": ("PAPI", "S47"),
    "papi/PAPI_2018_eng.xlsx": ("PAPI", "S48"),
    "papi/2019_PAPI_Provincial_indicators2019_VIE_ENG.xlsx": ("PAPI", "S49"),
}


@cache
def declared() -> list[WantedFile]:
    return wanted_files(sources_file(), load_data_folder(REPOSITORY / "data"))


def workbooks(index: str) -> dict[int, list[WantedFile]]:
    found: dict[int, list[WantedFile]] = {}
    for file in declared():
        if file.index == index and file.format != "html":
            found.setdefault(file.year, []).append(file)
    return found


def test_every_workbook_of_pci_that_was_read_has_its_address_and_source() -> None:
    found = workbooks("PCI")
    assert list(found) == [*range(2005, 2020), 2022, 2023]
    assert all([file.source_id for file in files] == [f"pci_xls_{year}"] for year, files in found.items())
    assert all("cop" in file.title for year, (file,) in found.items() if year != 2022)
    assert found[2013][0].address == f"{COPIES}vietnamdata/be581b8d/data-raw/PCI/PCI_2013.xlsx"
    assert found[2017][0].address == f"{COPIES}vietnam_elections/84348767/Data/PCI/PCI%202017.xlsx"


def test_workbooks_of_papi_have_their_addresses_and_say_that_they_are_copies() -> None:
    found = workbooks("PAPI")
    assert {year: [file.source_id for file in files] for year, files in found.items()} == {
        **{year: ["S01"] for year in (2011, 2012, 2013, 2015, 2016)},
        2014: ["S01", "papi_xls_2014"],
        2017: ["S47"],
        2018: ["S48"],
        2019: ["S49"],
    }
    assert found[2018][0].address == f"{COPIES}vietnam_elections/84348767/Data/PAPI/PAPI%202018%20eng.xlsx"
    assert all(files[0].publisher.endswith("as kept in a public repository") for files in found.values())


@pytest.mark.parametrize("index", ["par", "sipas"])
def test_an_index_without_any_address_is_told_with_the_way_round(index: str) -> None:
    assert [file for file in declared() if file.index == index.upper()] == []
    run = CliRunner().invoke(app, ["gather", "--index", index])
    assert run.exit_code == 1
    assert f"no public address of a file of {index.upper()} is known" in run.stderr
    assert "by hand and import it" in run.stderr


def test_a_year_without_an_address_of_an_index_that_has_some() -> None:
    run = CliRunner().invoke(app, ["gather", "--index", "papi", "--year", "2024"])
    assert run.exit_code == 1
    assert "names no address for PAPI 2024; add one" in run.stderr


def test_hashes_are_of_the_files_that_the_sources_name() -> None:
    rows = load_data_folder(REPOSITORY / "data").tables["sources"]
    held = {(row["index"], row["source_id"]): row["sha256"] for row in rows.to_dict("records") if row["sha256"]}
    assert set(held) == set(READ_FROM.values())
    folder = samples_folder()
    if folder is None:
        pytest.skip("set PUBLISHER_SAMPLES to the folder of the publishers' files")
    found = {source: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name, source in READ_FROM.items()}
    assert found == held


def test_a_hash_is_64_hexadecimal_digits_or_empty() -> None:
    rule = next(table for table in TABLES if table.name == "sources").columns["sha256"]
    assert rule.allows(["", "0123456789abcdef" * 4])
    for wrong in ("0123456789ABCDEF" * 4, "abc", "g" * 64):
        assert not rule.allows([wrong])
