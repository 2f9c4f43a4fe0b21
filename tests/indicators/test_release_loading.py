import json
import shutil
from pathlib import Path

import pytest

from indicators.catalogue import OVERALL, EditionKey
from indicators.release import Release, load
from indicators.release_store import CURRENT, MANIFEST, VERSIONS, ReleaseError, release_store, whole_version
from indicators.results import edition_table

PAR_2022 = EditionKey("PAR", 2022, "63")


@pytest.fixture
def folder(published_folder: Path, tmp_path: Path) -> Path:
    """A release folder of this test alone, with one version, `b`, that is served."""
    source = published_folder / VERSIONS / json.loads((published_folder / CURRENT).read_text("utf-8"))["version"]
    shutil.copytree(source, tmp_path / VERSIONS / "b")
    (tmp_path / CURRENT).write_text('{"version": "b"}', "utf-8")
    return tmp_path


def _spoil(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"x")


def test_a_whole_version_is_loaded(folder: Path) -> None:
    found = load(folder)
    assert (found.version, found.damaged) == ("b", None)
    assert len(found.observations) == 42399


def test_a_tampered_file_is_refused_by_name(folder: Path) -> None:
    _spoil(folder / VERSIONS / "b" / "observations.parquet")
    with pytest.raises(ReleaseError, match=r"observations\.parquet differs from its checksum in manifest\.json"):
        whole_version(release_store(folder), "b")
    with pytest.raises(ReleaseError, match=r"No valid release.*observations\.parquet.*python -m etl publish"):
        load(folder)


def test_a_tampered_version_falls_back_to_the_older_good_one(folder: Path) -> None:
    shutil.copytree(folder / VERSIONS / "b", folder / VERSIONS / "a")
    _spoil(folder / VERSIONS / "b" / "observations.parquet")
    found = load(folder)
    assert (found.version, found.damaged) == ("a", "b")
    assert len(found.observations) == 42399


def test_a_file_that_is_gone_is_named(folder: Path) -> None:
    (folder / VERSIONS / "b" / "breaks.parquet").unlink()
    with pytest.raises(ReleaseError, match=r"breaks\.parquet is missing"):
        load(folder)


def test_a_manifest_that_is_no_json_is_named(folder: Path) -> None:
    (folder / VERSIONS / "b" / MANIFEST).write_text("{", "utf-8")
    with pytest.raises(ReleaseError, match=r"manifest\.json cannot be read"):
        load(folder)


@pytest.mark.parametrize("name", ["../a/breaks.parquet", "/etc/hostname", "..\\a"])
def test_a_manifest_that_names_a_file_elsewhere_is_refused(folder: Path, name: str) -> None:
    manifest = folder / VERSIONS / "b" / MANIFEST
    told = json.loads(manifest.read_text("utf-8"))
    manifest.write_text(json.dumps({**told, "files": {name: "0", **told["files"]}}), "utf-8")
    with pytest.raises(ReleaseError, match="names a file outside its folder"):
        load(folder)


def test_a_pointer_out_of_the_folder_is_not_followed(folder: Path) -> None:
    shutil.copytree(folder / VERSIONS / "b", folder / "elsewhere")
    (folder / CURRENT).write_text('{"version": "../elsewhere"}', "utf-8")
    assert (load(folder).version, load(folder).damaged) == ("b", "../elsewhere")
    with pytest.raises(ReleaseError, match="names a version outside the release"):
        whole_version(release_store(folder), "../elsewhere")


@pytest.mark.parametrize(
    "warnings", [None, ["jump"], [{"index": "PCI", "year": None}], [{"index": "PCI", "year": 1e999}]]
)
def test_a_manifest_of_another_shape_falls_back_to_the_older_good_one(folder: Path, warnings: object) -> None:
    shutil.copytree(folder / VERSIONS / "b", folder / VERSIONS / "a")
    manifest = folder / VERSIONS / "b" / MANIFEST
    manifest.write_text(json.dumps({**json.loads(manifest.read_text("utf-8")), "warnings": warnings}), "utf-8")
    assert (load(folder).version, load(folder).damaged) == ("a", "b")


def test_an_empty_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match=r"it holds no version.*Run `python -m etl publish`"):
        load(tmp_path)


def test_a_pointer_that_is_gone_does_not_hide_a_good_version(folder: Path) -> None:
    (folder / CURRENT).unlink()
    assert load(folder).version == "b"


def test_what_a_caller_changes_the_next_caller_does_not_see(release: Release) -> None:
    frame = release.figures(PAR_2022, OVERALL)
    frame.loc[:, "score"] = 0.0
    table = edition_table(release, PAR_2022)
    table["score"] = 0.0
    del table["reason"]
    again = edition_table(release, PAR_2022).set_index("unit")
    assert again.loc["63-67", "score"] == 84.66
    assert release.figures(PAR_2022, OVERALL)["score"].max() == 90.10


def test_figures_that_are_not_held_are_an_empty_frame_with_the_same_columns(release: Release) -> None:
    empty = release.figures(EditionKey("PAR", 2022, "34"), OVERALL)
    assert empty.empty
    assert list(empty.columns) == list(release.figures(PAR_2022, OVERALL).columns)
    assert release.years_held("SIPAS", "policy", "63") == [2023, 2024]


def test_two_releases_are_the_same_only_if_they_are_one_object(release: Release, published_folder: Path) -> None:
    assert release != load(published_folder)
    assert {release: "kept"}[release] == "kept"
