"""Whatever the catalogue holds is told as problems; whatever a release holds is loaded or refused by its own error."""

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml
from feeding import changed, changed_document, feed, odd_among, tables, text_files
from hypothesis import strategies as st

from etl.catalogue_files import read_catalogue_files
from etl.checks import catalogue as catalogue_checks
from etl.checks import check_all
from etl.checks.evidence import Evidence
from etl.data_folder import load_data_folder
from indicators.release import load
from indicators.release_store import CATALOGUE, CURRENT, MANIFEST, VERSIONS, ReleaseError
from indicators.release_versions import kept_versions
from tests.etl.small_data import FILES, SmallData

pytestmark = pytest.mark.slow

REPOSITORY = Path(__file__).parents[2]
YAML_FILE = "catalogue/abc.yaml"


@pytest.fixture
def small(tmp_path: Path) -> SmallData:
    """The small data folder, whole and free of problems."""
    data = SmallData(tmp_path / "data")
    for name, text in FILES.items():
        data.write(name, text)
    return data


def catalogues() -> st.SearchStrategy[bytes]:
    document = yaml.safe_load(FILES[YAML_FILE]) | {
        "whole_component_lists": [{"from": 2022, "to": 2023}],
        "merged_units_means": [{"from": 2024, "to": 2024, "rule": "plain", "source": "S1"}],
    }
    written = changed_document(document).map(lambda found: yaml.safe_dump(found, allow_unicode=True).encode())
    return written | written | changed(FILES[YAML_FILE].encode())


def test_every_catalogue_file_is_read_and_judged(tmp_path: Path, small: SmallData) -> None:
    held = load_data_folder(small.folder)

    def judge(content: bytes) -> None:
        (small.folder / YAML_FILE).write_bytes(content)
        documents, problems = read_catalogue_files(small.folder)
        if documents and not problems:
            evidence = Evidence(type(held)(held.folder, held.tables, documents, ()))
            list(catalogue_checks.index_files(evidence))
            assert len(evidence.components) >= 0

    feed(judge, catalogues(), 400, tmp_path)


def test_every_check_outlives_every_catalogue(tmp_path: Path, small: SmallData) -> None:
    def judge(content: bytes) -> None:
        (small.folder / YAML_FILE).write_bytes(content)
        check_all(load_data_folder(small.folder))

    feed(judge, catalogues(), 12, tmp_path)


def test_every_table_of_the_data_is_told_what_is_wrong_with_it(tmp_path: Path, small: SmallData) -> None:
    csvs = {name: text for name, text in FILES.items() if name.endswith(".csv")}
    cells = [*{cell for text in csvs.values() for line in text.split("\n") for cell in line.split(",")}]

    def files(name: str) -> st.SearchStrategy[tuple[str, bytes]]:
        lines = [line.split(",") for line in csvs[name].strip().split("\n")]
        rows = tables(cells, [lines[0]]) | st.lists(
            odd_among(cells), min_size=len(lines[0]), max_size=len(lines[0])
        ).map(lambda row: [*lines, row])
        return st.tuples(st.just(name), text_files(rows, ",") | changed(csvs[name].encode()))

    def judge(found: tuple[str, bytes]) -> None:
        name, content = found
        (small.folder / name).write_bytes(content)
        try:
            check_all(load_data_folder(small.folder))
        finally:
            (small.folder / name).write_text(csvs[name], "utf-8")

    feed(judge, st.sampled_from(sorted(csvs)).flatmap(files), 12, tmp_path)


@pytest.fixture(scope="module")
def small_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of the small data; tests take a copy."""
    folder = tmp_path_factory.mktemp("small")
    for name, text in FILES.items():
        SmallData(folder / "data").write(name, text)
    place = folder / "release"
    environment = os.environ | {"DASHBOARD_DATA": str(folder / "data"), "DASHBOARD_RELEASE": str(place)}
    command = [sys.executable, "-m", "etl", "publish"]
    done = subprocess.run(command, cwd=REPOSITORY, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return place


@pytest.fixture
def version(tmp_path: Path, small_release: Path) -> Path:
    """The only version of a release of this test alone."""
    place = shutil.copytree(small_release, tmp_path / "release")
    return next((place / VERSIONS).iterdir())


def use(version: Path, files: dict[str, bytes]) -> None:
    """Load the release as it is with other bytes in some files of its version, and put it back."""
    place = version.parent.parent
    kept = {name: (version / name).read_bytes() for name in files}
    try:
        for name, content in files.items():
            (version / name).write_bytes(content)
        kept_versions(place)
        load(place)
    finally:
        for name, content in kept.items():
            (version / name).write_bytes(content)


def sealed(version: Path, name: str) -> Callable[[bytes], dict[str, bytes]]:
    """Say what to write so that a changed file has the checksum that the manifest names, as its publisher could do."""
    manifest = json.loads((version / MANIFEST).read_bytes())

    def files(content: bytes) -> dict[str, bytes]:
        digests = {**manifest["files"], name: hashlib.sha256(content).hexdigest()}
        return {name: content, MANIFEST: json.dumps({**manifest, "files": digests}).encode()}

    return files


def test_every_changed_file_of_a_release_is_refused(tmp_path: Path, version: Path) -> None:
    names = st.sampled_from(sorted(file.name for file in version.iterdir()))
    files = names.flatmap(lambda name: changed((version / name).read_bytes()).map(lambda content: {name: content}))
    feed(lambda found: use(version, found), files, 150, tmp_path, ReleaseError)


def test_every_manifest_is_used_or_refused(tmp_path: Path, version: Path) -> None:
    manifest = json.loads((version / MANIFEST).read_bytes())
    manifest["warnings"] = [{"index": "ABC", "year": 2023, "code": "no_figure", "component": None}]
    documents = changed_document(manifest).map(as_json)
    feed(lambda found: use(version, {MANIFEST: found}), documents, 100, tmp_path, ReleaseError)


def test_every_catalogue_of_a_release_is_used_or_refused(tmp_path: Path, version: Path) -> None:
    catalogue = json.loads((version / CATALOGUE).read_bytes())
    files = changed_document(catalogue).map(as_json).map(sealed(version, CATALOGUE))
    feed(lambda found: use(version, found), files, 150, tmp_path, ReleaseError)


def test_every_table_of_a_release_is_used_or_refused(tmp_path: Path, version: Path) -> None:
    parquets = sorted(file.name for file in version.glob("*.parquet"))

    def files(name: str) -> st.SearchStrategy[dict[str, bytes]]:
        whole = (version / name).read_bytes()
        table = pd.read_parquet(io.BytesIO(whole))
        columns = st.lists(st.sampled_from(list(table.columns)), unique=True, max_size=len(table.columns))
        fewer = columns.map(lambda kept: as_parquet(table[kept]))
        emptied = columns.map(lambda kept: as_parquet(table.assign(**dict.fromkeys(kept))))
        return (changed(whole) | fewer | emptied).map(sealed(version, name))

    feed(lambda found: use(version, found), st.sampled_from(parquets).flatmap(files), 80, tmp_path, ReleaseError)


def test_every_name_of_the_current_version_is_used_or_refused(tmp_path: Path, version: Path) -> None:
    place = version.parent.parent
    shutil.copy(place / CURRENT, tmp_path / "elsewhere.json")
    names = odd_among([version.name, "..", ".", "../..", "versions"])
    documents = names.map(lambda name: as_json({"version": name})) | changed((place / CURRENT).read_bytes())
    documents |= changed_document({"version": version.name}).map(as_json)

    def switch(content: bytes) -> None:
        (place / CURRENT).write_bytes(content)
        assert load(place).version == version.name

    feed(switch, documents, 60, tmp_path, ReleaseError)


def as_json(document: Any) -> bytes:
    """Write a document as JSON; what JSON cannot hold becomes a text."""
    return json.dumps(document, default=repr).encode()


def as_parquet(table: pd.DataFrame) -> bytes:
    """Write a table as Parquet."""
    target = io.BytesIO()
    table.to_parquet(target)
    return target.getvalue()
