"""`python -m etl catalogue` says in words what is wrong with an entry and what it lacks."""

import json
from pathlib import Path

import pytest
from small_data import SmallData
from typer.testing import CliRunner

from etl.__main__ import app

YAML = "catalogue/abc.yaml"
EDITIONS = "catalogue/editions.csv"
REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture
def judged(small: SmallData, monkeypatch: pytest.MonkeyPatch) -> SmallData:
    monkeypatch.setenv("DASHBOARD_DATA", str(small.folder))
    declarations = "editions:\n  - {index: ABC, format: csv, years: [2022, 2023, 2025]}\n"
    monkeypatch.setenv("DASHBOARD_SOURCES", str(small.write("sources.yaml", declarations)))
    return small


def told(*arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(app, ["catalogue", *arguments])
    assert result.exit_code == code, result.output
    return " ".join(result.output.split())


def test_a_whole_entry_is_told_to_be_whole(judged: SmallData) -> None:
    # In the small data the maxima of 2022 add up to 13.33 of 20.
    judged.change(YAML, "maximum: 3.33", "maximum: 10")
    said = told("abc")
    assert said == "ABC (catalogue/abc.yaml): 3 edition(s), 9 figures. 0 error(s), 0 warning(s)."


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        (YAML, "names: [{from: 2022,", "names: [{from: 2023,", "'names' says nothing of 2022"),
        (YAML, "publishers: [{from: 2022,", "publishers: [{from: 2024,", "'publishers' says nothing of 2022–2023"),
        (YAML, "maximum: 10, vi: Hai", "vi: Hai", "column B: no maximum in 2022–2023, 2025"),
        (YAML, "maximum: 20", "maximum: 30", "in 2023, 2025 weight x maximum of its parts adds up to 20, not to 30"),
        (YAML, "weight: 1, maximum: 10, vi: Hai", "maximum: 10, vi: Hai", "not all of its parts have a weight"),
        (YAML, "vi: Hai", f"vi: {'Hai ' * 20}", "column B: its name has more than 45 letters"),
        (EDITIONS, "2023-04-19,,3,3", ",,3,3", "line 2, column published_on: ABC 2022: no date of publication"),
        (EDITIONS, "abc-2022,2,published,S1\n", "abc-2022,2,published,\n", "ABC 2022: no source"),
        (EDITIONS, "2024-04,,3,3", "2024-04,,,", "ABC 2023: no number of provinces measured"),
        (EDITIONS, "3,3,all_ranks,abc-2022,2,published,S1\n", "3,3,,abc-2022,2,published,S1\n", "how many ranks"),
        ("responsibility.csv", "ABC,overall", "ABC,A", "ABC: no lead agency for overall, B"),
        ("sources.yaml", "2023, 2025", "2023", "ABC: no file is declared for 2025"),
        (
            "catalogue/breaks.csv",
            "ABC,A,2022,2023,break,Scale changed.,Đổi thang điểm.,stated by publisher,S1,02;08\n", "",
            "ABC 2022 to 2023: the scale changes, and no row says whether results can be compared",
        ),
    ],
)  # fmt: skip
def test_what_an_entry_lacks_is_said_and_holds_nothing_back(
    judged: SmallData, file: str, old: str, new: str, words: str
) -> None:
    judged.change(file, old, new)
    said = told("abc")
    assert words in said
    assert "0 error(s)" in said


def test_an_error_of_the_entry_ends_with_exit_code_1_and_of_another_entry_it_does_not(judged: SmallData) -> None:
    other = (judged.folder / YAML).read_text(encoding="utf-8").replace("ABC", "XYZ").replace(", source: S1", "")
    judged.write("catalogue/xyz.yaml", other.replace("position: 1", "position: 2").replace("en: Index XYZ", "en: ''"))
    assert "catalogue/xyz.yaml, column names: the words in 'en' are missing" in told("xyz", code=1)
    assert "0 error(s)" in told("abc")
    told(code=1)


def test_a_new_file_is_judged_before_it_lies_in_the_catalogue(judged: SmallData, tmp_path: Path) -> None:
    new = (judged.folder / YAML).read_text(encoding="utf-8").replace("ABC", "XYZ").replace(", source: S1", "")
    file = tmp_path / "xyz.yaml"
    file.write_text(new.replace("position: 1", "position: 2"), encoding="utf-8")
    said = told(str(file))
    assert "XYZ (catalogue/xyz.yaml): 0 edition(s), no figures yet" in said
    assert "XYZ has no edition; add a row a year, also of those not held yet." in said
    file.write_text(new, encoding="utf-8")
    assert "position 1 is that of catalogue/abc.yaml too" in told(str(file), code=1)
    file.write_text("- no mapping\n", encoding="utf-8")
    assert "must be a mapping that begins with 'id:'" in told(str(file), code=1)
    assert "cannot be read: No such file or directory" in told(str(tmp_path / "absent.yaml"), code=1)


def test_as_json(judged: SmallData) -> None:
    judged.change(EDITIONS, "2023-04-19,,3,3", ",,3,3")
    judged.change(YAML, "maximum: 3.33", "maximum: 10")
    (entry,) = json.loads(CliRunner().invoke(app, ["catalogue", "--json"]).stdout)["entries"]
    assert (entry["index"], entry["years"], entry["figures"]) == ("ABC", [2022, 2023, 2025], 9)
    assert (entry["errors"], entry["warnings"]) == (0, 1)
    assert [entry["problems"][0][key] for key in ("code", "column", "line")] == ["entry_incomplete", "published_on", 2]


def test_an_index_that_there_is_not(judged: SmallData) -> None:
    assert judged.folder.is_dir()
    assert "'pgi' is no index here and no YAML file; known are ABC." in told("pgi", code=1)


def test_the_entries_of_the_repository_have_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_DATA", str(REPOSITORY / "data"))
    entries = json.loads(CliRunner().invoke(app, ["catalogue", "--json"]).stdout)["entries"]
    assert {entry["index"]: (entry["errors"], entry["figures"]) for entry in entries} == {
        "PAR": (0, 439),
        "SIPAS": (0, 143),
        "PAPI": (0, 28854),
        "PCI": (0, 11787),
        "DTI": (0, 1176),
        "PGI": (0, 0),
        "PII": (0, 0),
    }
