"""The files of the release that other programs read and people take away: tables as CSV and Parquet, and all of them.

Parquet files are those of the release itself. CSV files and archives are made of them when first asked for and kept by
the process.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from indicators.release_store import CATALOGUE, MANIFEST
from indicators.release_versions import KeptVersion, version_files
from ui.cached_release import current_release, versions_in_use

ADDRESS = "du-lieu"
VERSIONS_ADDRESS = "phien-ban"
CATALOGUE_FILE = "danh-muc.json"
ALL_AS_CSV, ALL_AS_PARQUET = "toan-bo-csv.zip", "toan-bo-parquet.zip"
ALL_OF = {ALL_AS_CSV: "csv", ALL_AS_PARQUET: "parquet"}
MEDIA_TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".parquet": "application/vnd.apache.parquet",
    ".json": "application/json; charset=utf-8",
    ".zip": "application/zip",
}

_PARQUET = ".parquet"
_DICTIONARY = "data_dictionary"
_FIRST_OF_ARCHIVE = "DOC-TRUOC.txt"
_BEFORE_ALL_ELSE = (
    "Bản dữ liệu {version}, {figures} số liệu. Ý nghĩa các cột: data_dictionary.{kind}. "
    "Tệp CSV mã hoá UTF-8, dấu chấm thập phân; cột unit = hệ đơn vị và mã tỉnh (63-67).\n"
    "Release {version}, {figures} figures. What the columns mean: data_dictionary.{kind}. "
    "CSV files are UTF-8 with a decimal point; unit = unit system and province code (63-67).\n"
)


def versions_kept() -> list[KeptVersion]:
    """List the versions of the release that are kept, the newest first."""
    return versions_in_use()


def version_shown() -> KeptVersion | None:
    """Return the version that the pages show; None where it has been tidied away since it was loaded."""
    return version_named(current_release().version)


def version_named(name: str) -> KeptVersion | None:
    """Return the kept version of that id, or None."""
    return next((version for version in versions_kept() if version.version == name), None)


def tables_of(version: KeptVersion) -> list[str]:
    """List the names of the tables of a version."""
    return sorted(name.removesuffix(_PARQUET) for name in version.files if name.endswith(_PARQUET))


def file_names(version: KeptVersion) -> list[str]:
    """List the names of all files of a version that can be asked for, its own catalogue first."""
    tables = [f"{table}.{kind}" for table in tables_of(version) for kind in ("csv", "parquet")]
    return [CATALOGUE_FILE, *tables, CATALOGUE, MANIFEST, *ALL_OF]


def file_content(version: KeptVersion, name: str) -> bytes | None:
    """Return the bytes of a file of a version; None where there is no file of that name.

    Raises ReleaseError where the version differs from its manifest, OSError where it cannot be read.
    """
    if name not in file_names(version):
        return None
    if name == CATALOGUE_FILE:
        return _catalogue(version)
    return _content(version.place, version.version, name)


def catalogue_of(version: KeptVersion) -> dict[str, Any]:
    """Describe a version for programs: its tables with their columns and files, and the versions kept.

    Addresses are relative to that of the catalogue itself.
    """
    columns = _columns(version.place, version.version)
    tables = [
        {
            "name": table,
            "rows": _rows(version.place, version.version, table),
            "csv": {"address": f"{table}.csv"},
            "parquet": {"address": f"{table}.parquet", "sha256": version.files[f"{table}.parquet"]},
            "columns": columns.get(table, []),
        }
        for table in tables_of(version)
    ]
    is_shown = version.version == current_release().version
    others = "" if is_shown else "../../"
    return {
        "version": version.version,
        "made_at": version.made_at.isoformat(),
        "figures": version.figures,
        "is_current": is_shown,
        "tables": tables,
        "indices": CATALOGUE,
        "manifest": MANIFEST,
        "archives": {kind: name for name, kind in ALL_OF.items()},
        "versions": [
            {
                "version": kept.version,
                "made_at": kept.made_at.isoformat(),
                "figures": kept.figures,
                "address": f"{others}{VERSIONS_ADDRESS}/{kept.version}/{CATALOGUE_FILE}",
            }
            for kept in versions_kept()
        ],
    }


def table_as_csv(table: pd.DataFrame) -> bytes:
    """Write a table as a program reads it: UTF-8 without a mark, numbers as they are held, what is missing empty."""
    return table.to_csv(index=False, lineterminator="\n").encode("utf-8")


def _catalogue(version: KeptVersion) -> bytes:
    return json.dumps(catalogue_of(version), ensure_ascii=False, indent=1).encode("utf-8")


@lru_cache(maxsize=128)
def _content(place: Path | str, version: str, name: str) -> bytes:
    """Return the bytes of a file of a version, which never changes once it is there."""
    if name in ALL_OF:
        return _archive(place, version, ALL_OF[name])
    if name.endswith(".csv"):
        return table_as_csv(_table(place, version, name.removesuffix(".csv")))
    return version_files(place, version)[name]


def _archive(place: Path | str, version: str, kind: str) -> bytes:
    contents = version_files(place, version)
    tables = sorted(name.removesuffix(_PARQUET) for name in contents if name.endswith(_PARQUET))
    # Excel takes a CSV for UTF-8 only by this mark; programs read the single files, which have none.
    mark = b"\xef\xbb\xbf" if kind == "csv" else b""
    words = _BEFORE_ALL_ELSE.format(version=version, figures=_rows(place, version, "observations"), kind=kind)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        entries = {_FIRST_OF_ARCHIVE: words.encode("utf-8")}
        entries |= {f"{table}.{kind}": mark + _content(place, version, f"{table}.{kind}") for table in tables}
        entries |= {name: contents[name] for name in (CATALOGUE, MANIFEST)}
        for name, content in entries.items():
            # With one date for all, the same version always gives the same bytes.
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


@lru_cache(maxsize=256)
def _rows(place: Path | str, version: str, table: str) -> int:
    return len(_table(place, version, table))


@lru_cache(maxsize=8)
def _columns(place: Path | str, version: str) -> dict[str, Sequence[dict[str, str]]]:
    """Return what the columns of the tables of a version mean, by table; nothing where the version does not say."""
    if f"{_DICTIONARY}{_PARQUET}" not in version_files(place, version):
        return {}
    found: dict[str, list[dict[str, str]]] = {}
    for row in _table(place, version, _DICTIONARY).to_dict("records"):
        named = {"name": row["column"], "type": row["type"], "vi": row["meaning_vi"], "en": row["meaning_en"]}
        found.setdefault(str(row["table"]), []).append(named)
    return dict(found)


def _table(place: Path | str, version: str, table: str) -> pd.DataFrame:
    return pd.read_parquet(io.BytesIO(version_files(place, version)[f"{table}{_PARQUET}"]))


def sha256_of(content: bytes) -> str:
    """Return the SHA-256 of some bytes in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()
