"""The keeper's run without a person, against a server of the tests' own: an edition made of several files."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from http_server import Publisher
from small_data import HEADER, SmallData
from small_workbooks import HEADINGS
from typer.testing import CliRunner

from etl.__main__ import app

REPOSITORY = Path(__file__).resolve().parents[2]
TARGET = "published/abc/2023.csv"
PAGE = (
    "<html><body><h1>ABC of {name}</h1><table><tr><th>Year<th>2022<th>2023<tr><td>Part one<td>3<td>{one}"
    "<tr><td>Part two<td>4<td>{two}</table></body></html>"
)
SOURCES = """families:
  one_province:
    index: ABC
    format: html
    partial: true
    source_id: "abc_{{province}}"
    source: {{title: "ABC of {{province}}", publisher: Ministry A, obtained_from_kind: publisher}}
    tables:
      - layout: one_province
        headings: abc
        gives: [score]
        without: [overall]
        province_in: ["ABC of {{province}}"]
editions:
  - family: one_province
    year: 2023
    addresses: ["{first}", "{second}", "{gone}"]
"""

pytestmark = pytest.mark.skipif(shutil.which("sh") is None, reason="this system has no shell")


@pytest.fixture
def environment(small: SmallData, publisher: Publisher, tmp_path: Path) -> dict[str, str]:  # noqa: ARG001
    """Two pages of one edition whose figures differ from those held, and one that is gone."""
    pages = {"first": ("Hà Nội", "6.2", "7.1"), "second": ("Hà Giang", "5.1", "5.3")}
    addresses = {
        key: publisher.file(f"/{key}", PAGE.format(name=name, one=one, two=two).encode(), "text/html; charset=utf-8")
        for key, (name, one, two) in pages.items()
    }
    (tmp_path / "headings").mkdir()
    (tmp_path / "headings" / "abc.csv").write_text(HEADINGS, encoding="utf-8")
    sources = tmp_path / "sources.yaml"
    sources.write_text(SOURCES.format(**addresses, gone=publisher.address("/gone")), encoding="utf-8")
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return os.environ | {"DASHBOARD_SOURCES": str(sources), "DASHBOARD_RAW": str(tmp_path / "raw"), "PATH": programs}


def keeper_run(how: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = ["sh", "deploy/keeper_run.sh", how]
    return subprocess.run(
        command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, timeout=240, check=False
    )


@pytest.mark.slow
def test_files_of_one_edition_come_together_and_one_that_fails_stops_no_other(
    small: SmallData, environment: dict[str, str]
) -> None:
    held = (small.folder / TARGET).read_bytes()
    shown = keeper_run("show", environment)
    # The page that is gone makes the run red; nothing was written.
    assert (shown.returncode, (small.folder / TARGET).read_bytes()) == (1, held), shown.stderr
    assert shown.stderr.count("Nothing was written.") == 2
    written = keeper_run("write", environment)
    assert written.returncode == 1, written.stderr
    assert (small.folder / TARGET).read_text(encoding="utf-8") == (
        HEADER
        + "ABC,2023,63,01,A,6.2,,,,published,,abc_hanoi\n"
        + "ABC,2023,63,01,B,7.1,,,,published,,abc_hanoi\n"
        + "ABC,2023,63,01,overall,13.3,1,high,published,published,,S1\n"
        + "ABC,2023,63,02,A,5.1,,,,published,,S1\n"
        + "ABC,2023,63,02,B,5.3,,,,published,,abc_hagiang\n"
        + "ABC,2023,63,02,overall,10.3,3,low,computed,published,one_copy,S1;context:law\n"
        + "ABC,2023,63,08,overall,11.5,2,low,published,published,,S1\n"
    )
    assert "ABC,abc_hagiang,ABC of hagiang," in (small.folder / "sources.csv").read_text(encoding="utf-8")
    assert "Traceback" not in shown.stderr + written.stderr


def test_how_must_be_said(environment: dict[str, str]) -> None:
    done = keeper_run("", environment)
    assert (done.returncode, done.stderr) == (2, "Say 'show' or 'write'.\n")


def test_a_dry_import_shows_the_difference_and_writes_nothing(small: SmallData, tmp_path: Path) -> None:
    held = (small.folder / TARGET).read_bytes()
    file = tmp_path / "new.csv"
    file.write_text(HEADER + "ABC,2023,63,01,A,6.2,,,,published,,S1\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["import", str(file), "--index", "abc", "--year", "2023", "--dry-run"])
    assert (done.exit_code, (small.folder / TARGET).read_bytes()) == (0, held)
    assert "6 removed" in " ".join(done.output.split())
