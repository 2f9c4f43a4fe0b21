"""What the builder reads from data/provinces: the units of both systems, who went where, and the islands."""

import csv
from dataclasses import dataclass
from pathlib import Path

from geo.errors import BoundaryError

SYSTEMS = ("63", "34")


@dataclass(frozen=True)
class Province:
    """One unit of one system. `region` and `successor_code` are empty for the 34."""

    system: str
    code: str
    name_vi: str
    name_en: str
    region: str = ""
    successor_code: str = ""

    @property
    def unit(self) -> str:
        """The key text, e.g. "63-67"."""
        return f"{self.system}-{self.code}"


@dataclass(frozen=True)
class Island:
    """A named island or archipelago: the code of its province in each system, and where it lies (degrees)."""

    name_vi: str
    name_en: str
    codes: dict[str, str]
    longitude: float
    latitude: float


def read_provinces(folder: Path, system: str) -> dict[str, Province]:
    """The units of one system by code, from `provinces_<system>.csv`. Raises BoundaryError."""
    wanted = ["code", "name_vi", "name_en"] + (["region", "successor_code"] if system == "63" else [])
    rows = _rows(folder / f"provinces_{system}.csv", wanted)
    return {row["code"]: Province(system, **{column: row[column] for column in wanted}) for row in rows}


def read_islands(path: Path, provinces: dict[str, dict[str, Province]]) -> list[Island]:
    """The named islands of `islands.csv`, given the provinces by system and code.

    Raises BoundaryError on a missing column, a position that is no number, or a code of no province.
    """
    islands: list[Island] = []
    for line, row in enumerate(_rows(path, ["name_vi", "name_en", "code_63", "code_34", "lon", "lat"]), start=2):
        try:
            position = float(row["lon"]), float(row["lat"])
        except ValueError:
            raise BoundaryError(f"{path}, row {line}: lon and lat must be numbers in degrees.") from None
        codes = {system: row[f"code_{system}"] for system in SYSTEMS}
        for system, code in codes.items():
            if code not in provinces[system]:
                raise BoundaryError(f"{path}, row {line}: code_{system} {code!r} is not in provinces_{system}.csv.")
        islands.append(Island(row["name_vi"], row["name_en"], codes, *position))
    return islands


def _rows(path: Path, columns: list[str]) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream)
            missing = [column for column in columns if column not in (reader.fieldnames or [])]
            if missing:
                raise BoundaryError(f"{path}, row 1: column {', '.join(missing)} is missing.")
            return list(reader)
    except (OSError, UnicodeDecodeError) as error:
        raise BoundaryError(
            f"{path} cannot be read ({error}). Give the right place with --provinces or --islands."
        ) from None
