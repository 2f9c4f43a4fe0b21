"""What the checks look at: the data as text, and the same as numbers where it is numbers."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from etl.catalogue_files import CatalogueFile, component_years
from etl.data_folder import DataFolder
from etl.text_tables import FILE_COLUMN, LINE_COLUMN, numbers

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
    def component_ids(self) -> frozenset[tuple[str, str]]:
        """Every (index, component) that exists in some year."""
        rows = self.components[["index", "component"]].drop_duplicates()
        return frozenset(zip(rows["index"], rows["component"], strict=True))

    @cached_property
    def component_years(self) -> frozenset[tuple[str, int, str]]:
        """Every (index, year, component) that exists."""
        rows = self.components
        # A list of an arrow column is made many times as fast as its texts are drawn one by one.
        return frozenset(zip(*(rows[name].tolist() for name in ("index", "year", "component")), strict=True))

    @cached_property
    def figures(self) -> pd.DataFrame:
        """All observations: their text columns, with year (int), score and rank (float, NaN where empty).

        `list_number` numbers the lists from 0 (rows of the same edition and component), `unit_number` the units of the
        editions: to group by one number takes a tenth of the time that four texts take.
        """
        rows = self.data.tables["observations"]
        rows = rows.assign(year=whole_numbers(rows["year"]), score=numbers(rows["score"]), rank=numbers(rows["rank"]))
        return rows.assign(list_number=_numbered(rows, LISTS), unit_number=_numbered(rows, [*EDITION, "province_code"]))

    @cached_property
    def lists(self) -> pd.DataFrame:
        """One row a list, by its number: `LISTS`, `row_file` and `row_line` of its first row, the columns of
        `components` and `editions`, missing where those have no such row.
        """
        wanted = self.components.drop_duplicates(["index", "year", "component"])
        first = ~self.figures["list_number"].duplicated()
        lists = self.figures.loc[first, ["list_number", *LISTS, FILE_COLUMN, LINE_COLUMN]]
        lists = lists.merge(wanted, how="left", on=["index", "year", "component"])
        return lists.merge(self.editions, how="left", on=EDITION).set_index("list_number")

    @cached_property
    def measures(self) -> pd.DataFrame:
        """What is a number in `figures`, row by row, with the numbers of its list.

        Columns: list_number, unit_number, score, rank, minimum, maximum, units_measured, units_ranked, decimals. Rows
        of numbers are picked many times as fast as those with texts: checks judge here, and ask `told` for the rest.
        """
        figures = self.figures
        own = figures[["list_number", "unit_number", "score", "rank"]]
        of_list = self.lists[["minimum", "maximum", "units_measured", "units_ranked", "decimals"]]
        of_row = of_list.take(figures["list_number"].to_numpy()).set_index(figures.index)
        return pd.concat([own, of_row], axis="columns")

    def told(self, found: pd.DataFrame) -> pd.DataFrame:
        """The rows of `figures` with the index of `found`, with the columns of `lists` and those of `found`.

        Where nothing was found, that is given back as it is.
        """
        if found.empty:
            return found
        rows = self.figures.loc[found.index].drop(columns=[name for name in found if name in self.figures])
        rows = pd.concat([rows, found], axis="columns")
        further = [name for name in self.lists if name not in rows]
        return rows.join(self.lists[further], on="list_number")


def whole_numbers(values: pd.Series) -> pd.Series:
    """Text as whole numbers; what is none becomes 0, which is no year and no position."""
    return numbers(values).fillna(0).astype("int64")


def _numbered(rows: pd.DataFrame, columns: list[str]) -> pd.Series:
    """The distinct values of some columns numbered from 0 in the order in which they first stand."""
    number = np.zeros(len(rows), dtype="int64")
    for name in columns:
        codes, distinct = pd.factorize(rows[name])
        number = number * len(distinct) + codes
    return pd.Series(pd.factorize(number)[0], index=rows.index)


def place(row: pd.Series) -> tuple[str, int]:
    """The file and line of a row."""
    return str(row[FILE_COLUMN]), int(row[LINE_COLUMN])


def has_note(rows: pd.DataFrame, code: str) -> pd.Series:
    """Whether each row carries a note code."""
    return rows["note_codes"].str.contains(rf"(?:^|;){code}(?:;|$)", regex=True, na=False).astype(bool)
