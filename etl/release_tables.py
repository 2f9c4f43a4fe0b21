"""The tables of a release from the text tables of data/: numbers typed, a province as one key."""

from collections.abc import Collection

import numpy as np
import pandas as pd

from etl.columns import OBSERVATION_COLUMNS
from etl.data_folder import DataFolder
from etl.text_tables import FILE_COLUMN, LINE_COLUMN, numbers

CATEGORIES = (
    "index", "unit", "unit_system", "component", "group", "group_kind", "kind", "note_codes", "source_id",
)  # fmt: skip
OBSERVATIONS_RELEASED = [
    "index", "year", "unit", "unit_system", "component", "score", "score_text", "rank", "group", "group_kind", "kind",
    "note_codes", "source_id",
]  # fmt: skip
# As the files are, by index, year, unit system, province code and component.
SORTED_BY = ("index", "year", "unit", "component")
WITH_UNITS = ("observations", "missing", "targets", "context")
NUMBERS = {
    **dict.fromkeys(("year", "between_year", "and_year", "decimals", "position"), "int16"),
    **dict.fromkeys(("rank", "units_measured", "units_ranked", "since_year"), "Int16"),
    **dict.fromkeys(("score", "value", "lon", "lat"), "float64"),
}


def release_tables(data: DataFolder, held_back: Collection[tuple[str, int]]) -> dict[str, pd.DataFrame]:
    """The frames of a release by name, without the figures of the editions held back.

    Text stays text and empty text stays "". Years are int16, ranks and counts Int16, scores and values float64.
    `observations` keeps the score as written in `score_text`. Provinces are `unit` ("63-67") in observations, missing,
    targets, context and aliases. What a context value is measured in is `measured_in`.
    """
    tables = {name: rows.drop(columns=[FILE_COLUMN, LINE_COLUMN]) for name, rows in data.tables.items()}
    shaped = {
        **{name: typed(rows) for name, rows in tables.items() if name not in WITH_UNITS},
        "observations": _observations(tables["observations"], held_back),
        "missing": typed(with_unit(tables["missing"], "province_code")),
        "targets": typed(with_unit(tables["targets"], "province_code")),
        "context": typed(with_unit(tables["context"].rename(columns={"unit": "measured_in"}), "code")),
        "aliases": with_unit(tables["aliases"], "code")[["alias", "unit", "kind"]],
    }
    return dict(sorted(shaped.items()))


def typed(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with years, counts and values as numbers, all else as text."""
    kinds = {name: kind for name, kind in NUMBERS.items() if name in rows}
    values = {name: numbers(rows[name]) for name in kinds}
    return rows.assign(**values).astype(kinds).reset_index(drop=True)


def with_unit(rows: pd.DataFrame, code_column: str) -> pd.DataFrame:
    """The rows with `unit` ("63-67") first, in place of unit system and code: nothing can be joined by code alone."""
    rest = rows.drop(columns=["unit_system", code_column])
    rest.insert(0, "unit", rows["unit_system"] + "-" + rows[code_column])
    return rest


def _observations(rows: pd.DataFrame, held_back: Collection[tuple[str, int]]) -> pd.DataFrame:
    for index, year in held_back:
        rows = rows[rows["index"].ne(index) | rows["year"].ne(str(year))]
    rows = rows.assign(unit=rows["unit_system"] + "-" + rows["province_code"], score_text=rows["score"])
    rows = typed(rows[OBSERVATIONS_RELEASED].astype(dict.fromkeys(CATEGORIES, "category")))
    # Categories are sorted, so that their codes sort as their texts do, and much faster.
    codes = [rows[name].cat.codes if name in CATEGORIES else rows[name] for name in reversed(SORTED_BY)]
    return rows.take(np.lexsort(codes)).reset_index(drop=True)


def observations_as_tidy(observations: pd.DataFrame) -> pd.DataFrame:
    """The observations of a release as the tidy table, all text: scores as they were written, empty where empty."""
    units = observations["unit"].astype("str").str.split("-")
    tidy = observations.astype(dict.fromkeys(CATEGORIES, "str")).assign(
        year=observations["year"].astype("str"),
        province_code=units.str[1],
        score=observations["score_text"].astype("str"),
        rank=observations["rank"].astype("str").where(observations["rank"].notna(), ""),
    )
    return tidy[list(OBSERVATION_COLUMNS)]
