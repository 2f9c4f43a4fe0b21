"""What other programs are answered below /du-lieu: tables, a catalogue, 304 where they hold it, nothing else."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from asked_routes import Answer, asked

from indicators.release import Release
from ui import release_files
from ui.release_routes import readiness_route, release_mount


@pytest.fixture(autouse=True)
def served(published_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The release that is served is that of the repository's data."""
    monkeypatch.setenv("DASHBOARD_RELEASE", str(published_folder))


def ask(path: str, method: str = "GET", **headers: str) -> Answer:
    return asked([release_mount(), readiness_route()], path, method, **headers)


def test_a_table_as_csv_holds_the_published_figures() -> None:
    answer = ask("/du-lieu/observations.csv")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cache-control"] == "public, no-cache"
    rows = list(csv.DictReader(io.StringIO(answer.body.decode("utf-8"))))
    assert len(rows) == 42399
    (row,) = (
        r for r in rows if (r["index"], r["year"], r["unit"], r["component"]) == ("PCI", "2022", "63-67", "overall")
    )
    assert (row["score"], row["rank"]) == ("64.87", "38")


def test_a_table_as_parquet_is_the_file_of_the_release(published_folder: Path, release: Release) -> None:
    answer = ask("/du-lieu/sources.parquet")
    place = published_folder / "versions" / release.version / "sources.parquet"
    assert answer.body == place.read_bytes()
    assert len(pd.read_parquet(io.BytesIO(answer.body))) == 516


def test_the_catalogue_names_every_table_and_each_of_its_addresses_answers(release: Release) -> None:
    answer = ask("/du-lieu/danh-muc.json")
    told = json.loads(answer.body)
    assert (told["version"], told["figures"], told["is_current"]) == (release.version, 42399, True)
    tables = {table["name"]: table for table in told["tables"]}
    assert {"observations", "editions", "sources", "data_dictionary"} <= tables.keys()
    assert tables["national"]["rows"] == 82
    assert [column["name"] for column in tables["regions"]["columns"]] == ["region", "name_vi", "name_en", "position"]
    addresses = [table[kind]["address"] for table in told["tables"] for kind in ("csv", "parquet")]
    addresses += [told["indices"], told["manifest"], *told["archives"].values()]
    addresses += [version["address"] for version in told["versions"]]
    assert {ask(f"/du-lieu/{address}", "HEAD").status for address in addresses} == {200}


def test_a_file_that_is_held_is_not_sent_again() -> None:
    tag = ask("/du-lieu/editions.csv").headers["etag"]
    for held in (tag, f'"other", W/{tag}', "*"):
        answer = ask("/du-lieu/editions.csv", if_none_match=held)
        assert (answer.status, answer.body, answer.headers["etag"]) == (304, b"", tag)
    assert ask("/du-lieu/editions.csv", if_none_match='"other"').status == 200


def test_a_kept_version_has_its_own_lasting_address(release: Release) -> None:
    base = f"/du-lieu/phien-ban/{release.version}"
    answer = ask(f"{base}/breaks.csv")
    assert answer.body == ask("/du-lieu/breaks.csv").body
    assert "immutable" in answer.headers["cache-control"]
    assert ask(f"{base}/danh-muc.json").headers["cache-control"] == "public, no-cache"
    assert ask("/du-lieu/phien-ban/20200101T000000.000000Z-00000000/breaks.csv").status == 404


@pytest.mark.parametrize(
    "path",
    [
        "/du-lieu/nothing.csv",
        "/du-lieu/",
        "/du-lieu/../app.py",
        "/du-lieu/..",
        "/du-lieu/phien-ban/../../current.json",
        "/du-lieu/phien-ban/../current.json",
        "/du-lieu/phien-ban/..",
        "/du-lieu/observations.CSV",
        "/du-lieu//etc/passwd",
        "/du-lieu/current.json",
        "/du-lieu/observations.csv\x00",
    ],
)
def test_nothing_else_is_answered(path: str) -> None:
    answer = ask(path)
    assert answer.status == 404
    assert b"danh-muc.json" in answer.body


def test_the_files_are_for_reading_only() -> None:
    assert {ask("/du-lieu/sources.csv", method).status for method in ("POST", "PUT", "DELETE")} == {405}
    before = ask("/du-lieu/sources.csv", "OPTIONS", origin="https://example.org")
    assert (before.status, before.headers["access-control-allow-headers"]) == (204, "If-None-Match")


def test_the_archive_for_excel_holds_every_table_with_its_mark() -> None:
    answer = ask("/du-lieu/toan-bo-csv.zip")
    assert 'filename="toan-bo-csv.zip"' in answer.headers["content-disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.body)) as archive:
        assert archive.read("sources.csv").startswith(b"\xef\xbb\xbfindex,source_id,")
        assert "42399" in archive.read("DOC-TRUOC.txt").decode("utf-8")
        assert {"observations.csv", "catalogue.json", "manifest.json"} <= set(archive.namelist())


def test_a_version_that_was_damaged_is_not_served(
    published_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, release: Release
) -> None:
    folder = tmp_path / "versions" / release.version
    folder.mkdir(parents=True)
    for file in (published_folder / "versions" / release.version).iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "breaks.parquet").write_bytes(b"PAR1")
    (tmp_path / "current.json").write_text(json.dumps({"version": release.version}), encoding="utf-8")
    monkeypatch.setenv("DASHBOARD_RELEASE", str(tmp_path))
    assert ask("/du-lieu/breaks.parquet").status == 503
    assert ask(f"/du-lieu/phien-ban/{release.version}/regions.csv").status == 503


def test_a_csv_has_no_mark_and_an_empty_cell_for_what_is_missing() -> None:
    table = pd.DataFrame({"name": ["Đắk Nông", ""], "rank": pd.array([1, None], dtype="Int16"), "score": [0.1, None]})
    assert release_files.table_as_csv(table).decode() == "name,rank,score\nĐắk Nông,1,0.1\n,,\n"
