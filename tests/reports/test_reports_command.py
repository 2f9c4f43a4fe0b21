"""The command line of reports, as a province office calls it."""

import json
from pathlib import Path

import openpyxl
import pytest
from deck_reading import opened, slide_of, table_of
from typer.testing import CliRunner

from reports.__main__ import app

RUN = CliRunner()
YEARS = ("--from", "2022", "--to", "2024")


@pytest.fixture(autouse=True)
def released(published_folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DASHBOARD_RELEASE", str(published_folder))
    monkeypatch.chdir(tmp_path)


def without_maps(folder: Path) -> Path:
    """A choice that keeps what is quick to make."""
    file = folder / "choice.json"
    kept = ["cover", "standing", "change-PCI", "history-PCI", "not_compared"]
    titles = {"standing": "Kết quả của tỉnh"}
    file.write_text(json.dumps({"slides": kept, "titles": titles, "notes": {}}), "utf-8")
    return file


def test_a_bare_code_is_one_of_the_63_and_that_is_said(tmp_path: Path) -> None:
    out = tmp_path / "a" / "deck.pptx"
    choice = str(without_maps(tmp_path))
    run = RUN.invoke(app, ["deck", "--province", "67", *YEARS, "--choice", choice, "--out", str(out)])
    assert run.exit_code == 0, run.output
    assert "Code 67 was read as 63-67: Đắk Nông" in run.stderr
    assert run.stdout.strip() == str(out)
    deck = opened(out.read_bytes())
    assert len(deck.slides) == 5
    assert deck.slides[1].shapes.title.text_frame.text == "Kết quả của tỉnh"
    assert table_of(slide_of(deck, "PCI 2023"))[1] == ["Điểm", "64,87", "67,79", "+2,92"]


def test_the_release_may_lie_at_an_address(
    tmp_path: Path, published_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_RELEASE", published_folder.absolute().as_uri())
    out = tmp_path / "figures.xlsx"
    choice = str(without_maps(tmp_path))
    run = RUN.invoke(app, ["workbook", "--province", "63-67", *YEARS, "--choice", choice, "--out", str(out)])
    assert run.exit_code == 0, run.output
    assert openpyxl.load_workbook(out).worksheets[0]["A1"].value == "Đắk Nông: kết quả các chỉ số, 2022–2024"


def test_a_code_of_two_provinces_names_the_other_one(tmp_path: Path) -> None:
    run = RUN.invoke(app, ["workbook", "--province", "24", *YEARS, "--choice", str(without_maps(tmp_path))])
    assert run.exit_code == 0, run.output
    assert "Code 24 was read as 63-24: Bắc Giang" in run.stderr
    assert "For today's Bắc Ninh" in run.stderr
    assert "write 34-24" in run.stderr


def test_a_workbook_takes_its_name_from_its_subject(tmp_path: Path) -> None:
    run = RUN.invoke(app, ["workbook", "--province", "63-67", "--period", *YEARS])
    assert run.exit_code == 0, run.output
    assert "Code" not in run.stderr
    book = openpyxl.load_workbook(tmp_path / "63-67-dak-nong-period-2022-2024.xlsx")
    assert book.worksheets[0]["A1"].value == "Đắk Nông: đánh giá giai đoạn 2022–2024"


def test_years_that_were_not_given_are_said(tmp_path: Path) -> None:
    run = RUN.invoke(app, ["workbook", "--region", "chl", "--language", "en"])
    assert run.exit_code == 0, run.output
    assert "Years of measurement: 2022 to 2024." in run.stderr
    assert (tmp_path / "CHL-2022-2024.xlsx").exists()


def test_pictures_are_drawn_into_a_folder(tmp_path: Path) -> None:
    file = tmp_path / "choice.json"
    file.write_text(json.dumps({"slides": ["history-PCI", "map-DTI"], "titles": {}, "notes": {}}), "utf-8")
    options = ["--province", "63-67", *YEARS, "--choice", str(file), "--format", "svg", "--out", "hinh"]
    run = RUN.invoke(app, ["picture", *options])
    assert run.exit_code == 0, run.output
    assert sorted(path.name for path in (tmp_path / "hinh").iterdir()) == ["history-PCI.svg", "map-DTI.svg"]
    drawn = (tmp_path / "hinh" / "history-PCI.svg").read_text("utf-8")
    assert "tăng 17 bậc" in drawn
    assert "Nguồn: " in drawn
    assert "Số liệu tính đến ngày" in drawn


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ([], "Say whom it is about by one of --province, --region and --country, or by --all"),
        (["--province", "67", "--country"], "--province and --country were given"),
        (["--country", "--period"], "--period reviews the period of one province"),
        (["--province", "63-99"], 'No province has the unit key "63-99"'),
        (["--province", "03"], 'No province has the unit key "63-03"'),
        (["--province", "Đắk Nông"], 'No province has the unit key "Đắk Nông"'),
        (["--region", "XYZ"], 'There is no region "XYZ"'),
        (["--province", "67", "--from", "2024", "--to", "2022"], "2024 lies after 2022"),
        (["--province", "67", "--choice", "khong-co.json"], "khong-co.json"),
        (["--province", "67", "--template", "khong-co.pptx"], "khong-co.pptx cannot serve as a template"),
        (["--all", "34", "--country"], "--all makes a file for every province"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(options: list[str], words: str) -> None:
    run = RUN.invoke(app, ["deck", *options])
    assert run.exit_code == 1
    assert words in run.stderr
    assert "Traceback" not in run.output


def test_no_release_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_RELEASE", str(tmp_path / "none"))
    run = RUN.invoke(app, ["brief", "--country"])
    assert run.exit_code == 1
    assert run.stderr.startswith("Error: ")
    assert "Traceback" not in run.output


@pytest.mark.slow
def test_one_file_each_for_todays_34_is_made_in_two_processes(tmp_path: Path) -> None:
    run = RUN.invoke(app, ["workbook", "--all", "34", *YEARS, "--out", "tat-ca"])
    assert run.exit_code == 0, run.output
    assert "34 made in tat-ca, 0 failed." in run.stderr
    made = sorted(path.name for path in (tmp_path / "tat-ca").iterdir())
    assert len(made) == 34
    assert "34-68-lam-dong-2022-2024.xlsx" in made
