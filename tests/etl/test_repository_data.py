"""The repository's own data: sound, published, given back to the letter, counted; one more index without code."""

import json
import shutil
from pathlib import Path

import pytest
from small_data import HEADER
from typer.testing import CliRunner

from etl.__main__ import app
from etl.checks import check_all
from etl.data_folder import load_data_folder
from etl.problems import Code
from etl.publishing import publish
from indicators.catalogue import EditionKey
from indicators.release import load

DATA = Path(__file__).resolve().parents[2] / "data"
SIXTH_INDEX = """id: XYZ
position: 8
short_name: XYZ
names: [{from: 2024, vi: Chỉ số XYZ, en: Index XYZ}]
publishers: [{from: 2024, vi: Viện X, en: Institute X}]
help: {vi: Câu, en: Sentence}
unit: percent
display_decimals: 1
publishes_ranks: true
groups: []
component_word: {vi: phần, en: part}
components:
  - id: overall
    periods: [{from: 2024, role: root, maximum: 100, vi: Tổng, en: Total}]
"""


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("release")
    publish(DATA, folder)
    return folder


def run(*arguments: str) -> bytes:
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == 0, result.output
    return result.stdout_bytes


def test_the_data_have_no_error_and_five_known_warnings() -> None:
    found = [(problem.severity, problem.code, problem.edition) for problem in check_all(load_data_folder(DATA))]
    assert sorted(found) == [
        ("warning", Code.JUMP_AGAINST_YEAR_BEFORE, ("PAPI", 2022)),
        ("warning", Code.JUMP_AGAINST_YEAR_BEFORE, ("PAPI", 2023)),
        ("warning", Code.JUMP_AGAINST_YEAR_BEFORE, ("PAPI", 2024)),
        ("warning", Code.MEAN_AGAINST_PUBLISHED, ("PAPI", 2021)),
        ("warning", Code.PARTS_AGAINST_TOTAL, ("PCI", 2011)),
    ]


def test_export_gives_every_published_row_back(release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_RELEASE", str(release))
    exported = run("export").splitlines()
    published = [line for path in (DATA / "published").glob("*/*.csv") for line in path.read_bytes().splitlines()[1:]]
    assert len(published) == 42_399
    assert exported[0] == HEADER.strip().encode()
    assert sorted(exported[1:]) == sorted(published)


def test_export_of_one_edition_is_its_file(release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_RELEASE", str(release))
    exported = run("export", "--index", "par", "--year", "2022")
    assert exported == (DATA / "published/par/2022.csv").read_bytes()
    assert b"PAR,2022,63,67,overall,84.66,37,,,published,,daknong_2022\n" in exported


def test_status_counts_figures_held_of_figures_due(release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_RELEASE", str(release))
    status = json.loads(run("status", "--json"))
    counted = {
        (row["index"], row["year"], row["unit_system"]): (row["overall_held"], row["overall_due"])
        for row in status["editions"]
    }
    assert counted["PCI", 2005, "63"] == (42, 42)
    assert counted["PCI", 2006, "63"] == (64, 64)
    assert counted["PCI", 2023, "63"] == (14, 63)
    assert counted["PAPI", 2021, "63"] == (60, 60)
    assert counted["PAR", 2022, "63"] == (19, 63)
    assert counted["DTI", 2024, "34"] == (8, 34)
    assert counted["SIPAS", 2025, "34"] == (0, None)
    assert status["release"]["version"] == load(release).version
    (papi_2022,) = [row for row in status["editions"] if (row["index"], row["year"]) == ("PAPI", 2022)]
    assert (papi_2022["all_held"], papi_2022["all_due"]) == (2292, 2292)


def test_status_shows_a_table(release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_RELEASE", str(release))
    monkeypatch.setenv("COLUMNS", "100")
    shown = run("status").decode()
    (row_of_2023, *_) = [line for line in shown.splitlines() if line.startswith("│ 2023")]
    assert [cell.strip() for cell in row_of_2023.strip("│").split("│")] == [
        "2023", "31/63", "23/63", "61/61", "14/63", "63/63", "0/63", "0/63",
    ]  # fmt: skip


def test_check_of_one_edition_as_json() -> None:
    told = json.loads(run("check", "--index", "pci", "--year", "2011", "--json"))
    assert (told["errors"], told["warnings"]) == (0, 1)
    assert told["problems"][0]["code"] == "parts_against_total"
    assert "difference 0.56" in told["problems"][0]["message"]


def test_sixth_index_is_data_and_no_code(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    (data / "catalogue/xyz.yaml").write_text(SIXTH_INDEX, encoding="utf-8")
    _append(data / "catalogue/editions.csv", "XYZ,2024,63,2025-05-01,,63,63,all_ranks,xyz-2024,1,published,R1\n")
    _append(data / "sources.csv", "XYZ,R1,Report,Institute X,https://example.org,2025-05-01,Viện X,publisher,\n")
    (data / "published/xyz").mkdir()
    rows = "XYZ,2024,63,67,overall,81.5,1,,,published,,R1\nXYZ,2024,63,68,overall,80.0,2,,,published,,R1\n"
    (data / "published/xyz/2024.csv").write_text(HEADER + rows, encoding="utf-8")
    done = publish(data, tmp_path / "release")
    assert (done.observations, done.held_back) == (42_401, ())
    loaded = load(tmp_path / "release")
    assert [index.id for index in loaded.catalogue.indices] == ["PAR", "SIPAS", "PAPI", "PCI", "DTI", "XYZ"]
    figures = loaded.figures(EditionKey("XYZ", 2024, "63"), "overall")
    assert figures[["unit", "score", "rank"]].to_numpy().tolist() == [["63-67", 81.5, 1], ["63-68", 80.0, 2]]


def _append(path: Path, row: str) -> None:
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(row)
