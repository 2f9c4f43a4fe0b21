"""An index that is catalogued without figures: a keeper imports a file of it, and the release has the index."""

import io
import shutil
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from etl.__main__ import app
from etl.data_folder import load_data_folder
from etl.templates import template_bytes
from indicators.catalogue import EditionKey
from indicators.release import load

DATA = Path(__file__).resolve().parents[2] / "data"
COLUMNS = "index,year,unit_system,province_code,component,score,rank,group,group_kind,kind,note_codes,source_id"
# Made up for this test: four scores that add up to the total.
PARTS = {"pollution": 7.1, "standards": 6.2, "leadership": 5.3, "incentives": 4.4}
SUB_INDICES = {"pollution": "7.10", "standards": "6.20", "leadership": "5.30", "incentives": "4.40"}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copied = Path(shutil.copytree(DATA, tmp_path / "data"))
    monkeypatch.setenv("DASHBOARD_DATA", str(copied))
    monkeypatch.setenv("DASHBOARD_RELEASE", str(tmp_path / "release"))
    return copied


def keeper(*arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == 0, result.output
    return result.output


def indices(release: Path) -> list[str]:
    return [index.id for index in load(release).catalogue.indices]


def test_a_tidy_file_of_the_green_index_brings_it_onto_the_pages(data: Path, tmp_path: Path) -> None:
    keeper("publish")
    assert indices(tmp_path / "release") == ["PAR", "SIPAS", "PAPI", "PCI", "DTI"]
    rows = [f"PGI,2023,63,67,{part},{score},,,,published,,pci_report_2023" for part, score in SUB_INDICES.items()]
    rows.append("PGI,2023,63,67,overall,23.00,7,,,published,,pci_report_2023")
    file = tmp_path / "pgi_2023.csv"
    file.write_text("\n".join([COLUMNS, *rows, ""]), encoding="utf-8")
    said = keeper("import", str(file), "--index", "pgi", "--year", "2023", "--yes")
    assert "5 added" in said
    assert (data / "published/pgi/2023.csv").read_text(encoding="utf-8").count("\n") == 6
    keeper("publish")
    release = load(tmp_path / "release")
    assert indices(tmp_path / "release") == ["PAR", "SIPAS", "PAPI", "PCI", "DTI", "PGI"]
    assert [one.index.id for one in release.catalogue.awaited] == ["PII"]
    figures = release.figures(EditionKey("PGI", 2023, "63"), "overall")
    assert figures[["unit", "score", "rank"]].to_numpy().tolist() == [["63-67", 23.0, 7]]
    # What is known of its method comes with it.
    assert [list(row) for row in release.breaks.loc[release.breaks["index"] == "PGI"].to_numpy()[:, 2:5]] == [
        [2022, 2023, "break"]
    ]


def test_a_filled_form_of_the_green_index_is_taken(data: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template_bytes(load_data_folder(data), "PGI", 2023)))
    sheet = book["63 tỉnh, thành phố"]
    column = {
        (str(sheet.cell(2, number).value), str(sheet.cell(3, number).value)): number
        for number in range(3, sheet.max_column + 1)
    }
    for part, score in PARTS.items():
        sheet.cell(4, column[part, "Điểm"], score)
    sheet.cell(4, column["overall", "Điểm"], 23)
    book["Nguồn"]["C2"] = "pci_report_2023"
    file = tmp_path / "pgi.xlsx"
    book.save(file)
    keeper("import", str(file), "--index", "pgi", "--year", "2023", "--yes")
    assert "PGI,2023,63,89,overall,23,,,,published,,pci_report_2023" in (data / "published/pgi/2023.csv").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("component", "score", "words"),
    [
        ("pollution", "10.50", "outside the scale of pollution in 2023 (0 to 10)"),
        ("total", "5.00", "'total'"),
    ],
)
def test_what_is_not_of_the_green_index_is_refused(
    data: Path, tmp_path: Path, component: str, score: str, words: str
) -> None:
    file = tmp_path / "pgi_2023.csv"
    row = f"PGI,2023,63,67,{component},{score},,,,published,,pci_report_2023"
    file.write_text(f"{COLUMNS}\n{row}\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["import", str(file), "--index", "pgi", "--year", "2023", "--yes"])
    assert result.exit_code == 1
    assert words in result.output
    assert not (data / "published/pgi").exists()


def test_an_edition_held_back_stays_on_its_pages(data: Path, tmp_path: Path) -> None:
    """An index whose only edition has an error says so on its pages and is not taken for one without figures."""
    folder = data / "published" / "pgi"
    folder.mkdir()
    row = "PGI,2023,63,67,overall,44.00,1,,,published,,pci_report_2023"
    (folder / "2023.csv").write_text(f"{COLUMNS}\n{row}\n", encoding="utf-8")
    assert CliRunner().invoke(app, ["publish"]).exit_code == 1
    assert indices(tmp_path / "release")[-1] == "PGI"
