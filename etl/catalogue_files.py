"""Reads the YAML files of the indices and spreads their components over the years."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeGuard, cast

import pandas as pd
import yaml

from etl.problems import Code, Problem, error

COMPONENT_COLUMNS = ("index", "year", "component", "role", "parent", "weight", "minimum", "maximum")
FIRST_YEAR, LAST_YEAR = 1900, 2199
LARGEST_NUMBER = 1e9


@dataclass(frozen=True)
class CatalogueFile:
    """One index as its YAML file has it: `document` is unchecked until `checks.catalogue` has looked at it."""

    file: str
    document: Mapping[str, Any]

    @property
    def index(self) -> str:
        """The id that the document gives itself."""
        return str(self.document.get("id", ""))


def read_catalogue_files(folder: Path) -> tuple[tuple[CatalogueFile, ...], list[Problem]]:
    """All catalogue/<index>.yaml, sorted by position then id; files that are no YAML mapping are told and left out."""
    files: list[CatalogueFile] = []
    problems: list[Problem] = []
    for path in sorted((folder / "catalogue").glob("*.yaml")):
        read = read_catalogue_file(path, path.relative_to(folder).as_posix())
        if isinstance(read, Problem):
            problems.append(read)
        else:
            files.append(read)
    if not files and not problems:
        problems.append(error(Code.FILE_MISSING, "catalogue", "holds no <index>.yaml; add one file an index."))
    return tuple(sorted(files, key=_position)), problems


def read_catalogue_file(path: Path, shown_as: str) -> CatalogueFile | Problem:
    """The entry in one YAML file, or why it is none."""
    try:
        document = FASTEST_LOADER(path.read_text(encoding="utf-8")).get_single_data()
    except OSError as failure:
        return error(Code.FILE_UNREADABLE, shown_as, f"cannot be read: {failure.strerror}.")
    except (UnicodeDecodeError, yaml.YAMLError) as failure:
        mark = getattr(failure, "problem_mark", None)
        what = getattr(failure, "problem", None) or str(failure)
        return error(Code.FILE_UNREADABLE, shown_as, f"is not valid YAML: {what}.", mark.line + 1 if mark else None)
    if not isinstance(document, dict):
        return error(Code.FILE_UNREADABLE, shown_as, "must be a mapping that begins with 'id:'.")
    return CatalogueFile(shown_as, cast("dict[str, Any]", document))


# The C loader reads the same YAML about ten times as fast; not every build of PyYAML has it.
FASTEST_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


def _position(file: CatalogueFile) -> tuple[float, str]:
    position = file.document.get("position")
    return (position if isinstance(position, int) else float("inf"), file.index)


def component_years(catalogue: Iterable[CatalogueFile], last_year: int) -> pd.DataFrame:
    """One row a component and year of its periods, open periods running to `last_year`.

    Columns: index, year, component, role, parent, weight, minimum, maximum (numbers NaN where not given).
    Periods that are malformed are passed over: the catalogue checks tell them.
    """
    rows = [row for file in catalogue for row in _spread(file, last_year)]
    frame = pd.DataFrame(rows, columns=list(COMPONENT_COLUMNS))
    return frame.astype({"year": "int64", "weight": "float64", "minimum": "float64", "maximum": "float64"})


def _spread(file: CatalogueFile, last_year: int) -> Iterator[tuple[Any, ...]]:
    for component in as_mappings(file.document.get("components")):
        name = _text_or_none(component.get("id"))
        for period in as_mappings(component.get("periods")) if name else ():
            first, last = period.get("from"), period.get("to") or last_year
            if is_year(first) and isinstance(last, int):
                for year in range(first, min(last, last_year, LAST_YEAR) + 1):
                    yield (
                        file.index,
                        year,
                        name,
                        _text_or_none(period.get("role")),
                        _text_or_none(period.get("parent")) or "",
                        *(_number_or_none(period.get(name)) for name in ("weight", "minimum", "maximum")),
                    )


def is_year(value: object) -> TypeGuard[int]:
    """Whether a value of a YAML file is a year: a period from year 1 or to year 10**12 would be spread without end."""
    return isinstance(value, int) and not isinstance(value, bool) and FIRST_YEAR <= value <= LAST_YEAR


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether a value of a YAML file is a number to reckon with: YAML also has `.nan`, `.inf` and 10**400."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= LARGEST_NUMBER


def _text_or_none(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _number_or_none(value: object) -> float | None:
    return float(value) if is_number(value) else None


def as_mappings(value: object) -> list[dict[str, Any]]:
    """The mappings in a YAML list; nothing where it is no list."""
    items = cast("list[object]", value) if isinstance(value, list) else []
    return [cast("dict[str, Any]", item) for item in items if isinstance(item, dict)]
