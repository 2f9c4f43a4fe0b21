"""A release carries the hash of each gathered file that is still what its record says."""

import json
from pathlib import Path

from small_data import SmallData

from etl.gathering.origin_record import OriginRecord, record_path
from etl.origins import origins
from etl.publishing import publish
from indicators.release import load

CONTENT = b"Province;Score\n"
SHA256 = "31af1297f5004b00de4ff25f16e58f71d3b91a57009a8c8af6e4d360b792c5ff"


def gathered(raw: Path) -> Path:
    place = raw / "abc" / "2023" / "S1.csv"
    place.parent.mkdir(parents=True)
    place.write_bytes(CONTENT)
    record = OriginRecord(
        index="ABC",
        year=2023,
        source_id="S1",
        title="Results",
        publisher="Ministry A",
        address="https://example.org/results.csv",
        final_address="https://example.org/results.csv",
        published_on="2024-04",
        fetched_at="2026-11-22T08:00:00+00:00",
        sha256=SHA256,
        size=len(CONTENT),
        content_type="text/csv",
        etag="",
        last_modified="",
    )
    record_path(place).write_text(json.dumps(record.__dict__), encoding="utf-8")
    return place


def test_the_hash_of_a_gathered_file_is_in_the_release(small: SmallData, tmp_path: Path) -> None:
    gathered(tmp_path / "raw")
    publish(small.folder, tmp_path / "release", raw_folder=tmp_path / "raw")
    rows = load(tmp_path / "release").origins.to_dict("records")
    assert [(row["index"], row["year"], row["source_id"], row["sha256"], row["size"]) for row in rows] == [
        ("ABC", 2023, "S1", SHA256, 15)
    ]


def test_a_file_that_was_changed_since_has_no_hash(tmp_path: Path) -> None:
    gathered(tmp_path / "raw").write_bytes(b"Province;Score\nA;1\n")
    assert origins(tmp_path / "raw").empty


def test_nothing_gathered_is_no_error(small: SmallData, tmp_path: Path) -> None:
    publish(small.folder, tmp_path / "release", raw_folder=tmp_path / "raw")
    assert load(tmp_path / "release").origins.empty


def test_a_version_made_before_there_were_origins_is_still_read(small: SmallData, tmp_path: Path) -> None:
    version = publish(small.folder, tmp_path / "release").version
    manifest = tmp_path / "release" / "versions" / version / "manifest.json"
    told = json.loads(manifest.read_text("utf-8"))
    for name in ("origins.parquet", "data_dictionary.parquet"):
        del told["files"][name]
        (manifest.parent / name).unlink()
    manifest.write_text(json.dumps(told), encoding="utf-8")
    loaded = load(tmp_path / "release")
    assert loaded.damaged is None
    assert list(loaded.origins.columns)[-2:] == ["sha256", "size"]
    assert loaded.data_dictionary.empty
