"""Whether parts add up to their totals, and whole editions to the national mean that was published."""

from collections.abc import Iterator

import pandas as pd

from etl.checks.evidence import EDITION, LISTS, Evidence, has_note, place
from etl.problems import Code, Problem, error, warning

# Sums that miss by up to this many times what rounding explains are told; beyond, a figure must have been misread.
# PCI 2011 misses by up to 0.56 in the publisher's own workbook, ten times its rounding.
MISREAD_FACTOR = 20
# A sum known not to match its parts, with a sentence for the reader, is no news.
KNOWN_MISMATCH = "parts_do_not_add"


def parts(evidence: Evidence) -> Iterator[Problem]:
    """A total equals the weighted sum of its parts wherever every part of the year has a weight and is held.

    Rounding explains half a unit of the last place held for the total and for each part by its weight.
    """
    addends = weighted_addends(evidence.components)
    measures = evidence.measures
    scores = measures.loc[measures["score"].notna(), ["list_number", "unit_number", "score", "decimals"]]
    lists = evidence.lists[LISTS].reset_index()
    of_total = lists.rename(columns={"component": "total", "list_number": "total_list"})
    parts = lists.merge(addends, on=["index", "year", "component"]).merge(of_total, on=[*EDITION, "total"])
    held = scores.merge(parts.drop(columns=LISTS), on="list_number")
    held["weighted"] = held["score"] * held["weight"]
    sums = held.groupby(["unit_number", "total_list"])["weighted"].agg(["sum", "size"]).reset_index()
    sums = sums.merge(parts.drop_duplicates("total_list")[["total_list", "addends", "weights"]], on="total_list")
    whole = sums[sums["size"].eq(sums["addends"])].rename(columns={"total_list": "list_number"})
    totals = scores.reset_index(names="row").merge(whole, on=["unit_number", "list_number"]).set_index("row")
    rounding: pd.Series = 0.5 * 10.0 ** -totals["decimals"] * (1 + totals["weights"]) + 1e-9
    missed: pd.Series = (totals["sum"] - totals["score"]).abs()
    misses: pd.Series = missed > rounding
    if not misses.any():
        return
    totals = evidence.told(totals.assign(missed=missed, rounding=rounding)[misses])
    known = has_note(totals, KNOWN_MISMATCH)
    misread: pd.Series = totals["missed"] > MISREAD_FACTOR * totals["rounding"]
    grave: pd.Series = misread & ~known
    for _, row in totals[grave].iterrows():
        file, line = place(row)
        message = f"{_sum_in_words(row)}. Compare total and parts with the source."
        yield error(Code.PARTS_AGAINST_TOTAL, file, message, line, "score")
    slight: pd.Series = ~misread & ~known
    told = totals[slight].sort_values("missed", ascending=False)
    for _, rows in told.groupby([*EDITION, "component"], sort=False):
        component = str(rows["component"].iloc[0])
        file, line = place(rows.iloc[0])
        most = _sum_in_words(rows.iloc[0])
        message = f"{len(rows)} total(s) differ from their parts by more than rounding; the most: {most}."
        yield warning(Code.PARTS_AGAINST_TOTAL, file, message, line, "score", component=component)


def _sum_in_words(row: pd.Series) -> str:
    return (
        f"the parts of {row['component']} add up to {row['sum']:.6g}, the total is {row['score']:.6g} "
        f"(difference {row['missed']:.2g})"
    )


def weighted_addends(components: pd.DataFrame) -> pd.DataFrame:
    """The addends of every total whose addends of that year all have weights.

    Columns: index, year, component, weight, total, addends (how many), weights (their sum). An addend whose parent does
    not exist that year adds to that parent's own parent, as its latest period names it.
    """
    rows = list(zip(*(components[name].tolist() for name in ("index", "year", "component", "parent")), strict=True))
    exists = {(index, year, component) for index, year, component, _ in rows}
    # Later years come over earlier ones.
    parents = {(row[0], row[2]): row[3] for row in sorted(rows, key=lambda row: row[1])}

    def total_of(index: str, year: int, parent: str) -> str:
        seen: set[str] = set()
        while parent and parent not in seen and (index, year, parent) not in exists:
            seen.add(parent)
            parent = parents.get((index, parent), "")
        return parent

    addends = components.loc[components["role"].eq("addend"), ["index", "year", "component", "parent", "weight"]]
    columns = (addends[name].tolist() for name in ("index", "year", "parent"))
    addends = addends.assign(total=[total_of(*row) for row in zip(*columns, strict=True)])
    lists = addends.groupby(["index", "year", "total"])["weight"]
    addends = addends.assign(
        addends=lists.transform("size"), weights=lists.transform("sum"), known=lists.transform("count")
    )
    return addends[addends["known"].eq(addends["addends"])].drop(columns=["parent", "known"])


def means(evidence: Evidence) -> Iterator[Problem]:
    """The mean of a whole edition equals the published national mean at the precision that was printed.

    Publishers may weight by population or by answers, so that a difference is told and stops nothing.
    """
    national = evidence.data.tables["national"]
    national = national[national["statistic"].eq("mean") & national["scope"].eq("national")]
    published = national.assign(
        year=pd.to_numeric(national["year"], errors="coerce"), value=pd.to_numeric(national["value"], errors="coerce")
    )[[*EDITION, "component", "value"]].assign(printed=national["value"])
    held = evidence.measures.groupby("list_number")["score"].agg(mean="mean", size="count")
    lists = evidence.lists[[*LISTS, "units_measured", "row_file"]]
    compared = held.join(lists).merge(published, on=LISTS)
    for _, row in compared[compared["size"].eq(compared["units_measured"])].iterrows():
        decimals = len(str(row["printed"]).partition(".")[2])
        if abs(float(row["mean"]) - float(row["value"])) > 0.5 * 10.0**-decimals + 1e-9:
            message = (
                f"the mean of {row['component']} over {row['size']} units is {row['mean']:.6g}, "
                f"the published national mean {row['printed']}. Check the figures, or how the mean was weighted."
            )
            component = str(row["component"])
            yield warning(Code.MEAN_AGAINST_PUBLISHED, str(row["row_file"]), message, component=component)
