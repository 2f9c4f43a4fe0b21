"""The command `gather`, as a keeper and another program call it."""

import json
from pathlib import Path

import pytest
from gathering_tools import WORKBOOK
from http_server import Publisher
from small_data import SmallData
from typer.testing import CliRunner

from etl.__main__ import app

RUN = CliRunner()


@pytest.fixture
def sources(small: SmallData, publisher: Publisher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two declared files, of which one is gone."""
    monkeypatch.setenv("DASHBOARD_RAW", str(tmp_path / "raw"))
    good, gone = publisher.file("/good.xlsx", WORKBOOK), publisher.address("/gone.xlsx")
    path = small.folder.parent / "sources.yaml"
    path.write_text(
        "editions:\n"
        f"  - {{index: ABC, year: 2023, format: xlsx, source_id: S1, addresses: ['{good}']}}\n"
        f"  - {{index: ABC, years: [2022], format: xlsx, addresses: [{{address: '{gone}'}}]}}\n",
        encoding="utf-8",
    )
    return path


def test_one_edition_is_gathered(sources: Path, tmp_path: Path) -> None:
    run = RUN.invoke(app, ["gather", "--index", "abc", "--year", "2023", "--sources", str(sources), "--pause", "0"])
    assert run.exit_code == 0, run.output
    assert "1 new." in run.stderr
    record = json.loads(next((tmp_path / "raw").rglob("*.origin.json")).read_text("utf-8"))
    described = [record[key] for key in ("title", "publisher", "published_on", "source_id")]
    assert described == ["Results", "Ministry A", "2024-04", "S1"]


def test_a_failure_is_told_and_the_other_file_is_gathered(sources: Path) -> None:
    run = RUN.invoke(app, ["gather", "--sources", str(sources), "--pause", "0", "--json"])
    assert run.exit_code == 1
    files = json.loads(run.stdout)["files"]
    assert [(file["year"], file["state"], file["reason"]) for file in files] == [
        (2023, "new", ""),
        (2022, "failed", "gone"),
    ]
    assert "is gone (404 Not Found)" in files[1]["message"]


def test_a_dry_run_asks_nobody(sources: Path, publisher: Publisher, tmp_path: Path) -> None:
    run = RUN.invoke(app, ["gather", "--sources", str(sources), "--dry-run"])
    assert (run.exit_code, publisher.asked) == (0, [])
    assert "2 missing." in run.stderr
    assert not (tmp_path / "raw").exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("editions: []\n", "names no address for any edition"),
        ("- a\n", "'editions:' must list mappings"),
        (
            "editions: [{index: ABC, year: 2023, format: docx, addresses: ['https://example.org']}]\n",
            "formats are xlsx",
        ),
        ("a: [\n", "is not valid YAML"),
    ],
)
def test_declarations_that_cannot_be_used(sources: Path, content: str, words: str) -> None:
    sources.write_text(content, encoding="utf-8")
    run = RUN.invoke(app, ["gather", "--sources", str(sources)])
    assert run.exit_code == 1
    assert words in run.stderr


def test_a_contact_that_no_header_can_hold(sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_CONTACT", "Sở Nội vụ")
    run = RUN.invoke(app, ["gather", "--sources", str(sources)])
    assert run.exit_code == 1
    assert "must be plain ASCII" in run.stderr
