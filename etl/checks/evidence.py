"""What the checks look at: the data as text, and the same as numbers where it is numbers."""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from etl.catalogue_files import CatalogueFile, component_years
from etl.data_folder import DataFolder
from etl.text_tables import FILE_COLUMN, LINE_COLUMN

EDITION = ["index", "year", "unit_system"]
LISTS = [*EDITION, "component"]


@dataclass(frozen=True)
class Evidence:
    """The data folder and the views of it that several checks share; values that are no numbers become missing."""

    data: DataFolder

    @cached_property
    def editions(self) -> pd.DataFrame:
        """One row an edition: index, year (int), unit_system; units_measured, units_ranked, decimals (NaN if empty)."""
        rows = self.data.tables["editions"].drop_duplicates(EDITION)
        counts = ("units_measured", "units_ranked", "decimals")
        numbers = {name: pd.to_numeric(rows[name], errors="coerce") for name in counts}
        return rows[["index", "unit_system"]].assign(year=whole_numbers(rows["year"]), **numbers)

    @cached_property
    def indices(self) -> dict[str, CatalogueFile]:
        """The catalogue's documents by the id of their index."""
        return {file.index: file for file in self.data.catalogue}

    @cached_property
    def components(self) -> pd.DataFrame:
        """The components of every index by year: the columns of `catalogue_files.COMPONENT_COLUMNS`."""
        years = pd.concat([self.editions["year"], self.figures["year"]])
        return component_years(self.data.catalogue, int(years.max()) if len(years) else 0)

    @cached_property
    def figures(self) -> pd.DataFrame:
        """All observations: their text columns, with year (int), score and rank (float, NaN where empty)."""
        rows = self.data.tables["observations"]
        return rows.assign(
            year=whole_numbers(rows["year"]),
            score=pd.to_numeric(rows["score"], errors="coerce"),
            rank=pd.to_numeric(rows["rank"], errors="coerce"),
        )

    @cached_property
    def scaled_figures(self) -> pd.DataFrame:
        """`figures`, each with the columns of `components` and `editions`, missing where those have no such row."""
        wanted = self.components.drop_duplicates(["index", "year", "component"])
        scaled = self.figures.merge(wanted, how="left", on=["index", "year", "component"])
        return scaled.merge(self.editions, how="left", on=EDITION)


def whole_numbers(values: pd.Series) -> pd.Series:
    """Text as whole numbers; what is none becomes 0, which is no year and no position."""
    return pd.to_numeric(values, errors="coerce").fillna(0).astype("int64")


def place(row: pd.Series) -> tuple[str, int]:
    """The file and line of a row."""
    return str(row[FILE_COLUMN]), int(row[LINE_COLUMN])


def has_note(rows: pd.DataFrame, code: str) -> pd.Series:
    """Whether each row carries a note code."""
    return rows["note_codes"].str.contains(rf"(?:^|;){code}(?:;|$)", regex=True, na=False).astype(bool)
