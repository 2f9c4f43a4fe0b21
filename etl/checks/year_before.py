"""Whether a province's score moves as those of the other provinces do since the edition before."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from etl.checks.evidence import LISTS, Evidence, place, whole_numbers
from etl.problems import Code, Problem, warning

SERIES = ["index", "unit_system", "component"]
# Fewer changes have no spread to speak of.
FEWEST_CHANGES = 15
# Of 26,000 changes that the publishers printed, three lie beyond; a digit mistyped in a list of like scores does too.
LARGEST_ROBUST_Z = 8.0
# The median absolute deviation of a normal distribution is 0.6745 standard deviations (Iglewicz and Hoaglin 1993).
NORMAL_MAD = 0.6745


def jumps(evidence: Evidence) -> Iterator[Problem]:
    """A change far from all the others: robust z-score by the median and the median absolute deviation of the changes.

    Changes are those since the latest earlier edition of the same units and component, never across a break.
    """
    changes = _changes(evidence)
    of_list = changes.groupby("list_number")["change"]
    distance = (changes["change"] - of_list.transform("median")).abs()
    deviation = distance.groupby(changes["list_number"]).transform("median")
    # Rounded figures cannot tell changes apart that are closer than their last place.
    rounding = 10.0 ** -changes["decimals"].fillna(2)
    z = NORMAL_MAD * distance / np.maximum(deviation, rounding)
    far: pd.Series = z.gt(LARGEST_ROBUST_Z) & of_list.transform("size").ge(FEWEST_CHANGES)
    names = {system: _names(evidence, system) for system in ("63", "34")}
    for _, row in evidence.told(changes.assign(z=z)[far]).iterrows():
        file, line = place(row)
        province = names[str(row["unit_system"])].get(str(row["province_code"]), row["province_code"])
        message = (
            f"{row['component']} of {province} goes from {row['earlier']:g} in {row['before']} to {row['score']:g}, "
            f"far from the changes of the other provinces (robust z-score {row['z']:.1f}). "
            "Compare both figures with their sources."
        )
        yield warning(Code.JUMP_AGAINST_YEAR_BEFORE, file, message, line, "score", component=str(row["component"]))


def _names(evidence: Evidence, system: str) -> dict[str, str]:
    rows = evidence.data.tables[f"provinces_{system}"]
    return dict(zip(rows["code"], rows["name_vi"], strict=True))


def _changes(evidence: Evidence) -> pd.DataFrame:
    """The scores that have one before: list_number, score, decimals, before (year), earlier (score), change."""
    measures, figures = evidence.measures, evidence.figures
    scored = measures["score"].notna()
    scores = measures.loc[scored, ["list_number", "score", "decimals"]]
    # A province as a number: to join by two numbers takes a tenth of the time that texts take.
    scores = scores.assign(province=pd.factorize(figures["province_code"])[0][scored.to_numpy()])
    held = scores["list_number"].unique()
    lists = evidence.lists.loc[held, LISTS].reset_index().sort_values("year")
    in_series = lists.groupby(SERIES)
    lists = lists.assign(
        before=in_series["year"].shift(fill_value=0), list_before=in_series["list_number"].shift(fill_value=-1)
    )
    broken = _breaks(evidence)
    rows = zip(*(lists[name] for name in ("index", "component", "before", "year")), strict=True)
    comparable = [
        before > 0 and not _crosses(broken, i, component, before, year) for i, component, before, year in rows
    ]
    pairs = lists.loc[comparable, ["list_number", "before", "list_before"]]
    later = scores.reset_index(names="row").merge(pairs, on="list_number")
    earlier = scores[["list_number", "province", "score"]]
    earlier = earlier.rename(columns={"list_number": "list_before", "score": "earlier"})
    changes = later.merge(earlier, on=["list_before", "province"]).set_index("row")
    return changes.assign(change=changes["score"] - changes["earlier"])


def _breaks(evidence: Evidence) -> dict[tuple[str, str], list[tuple[int, int]]]:
    """The spans of every break by (index or *, component or *); one that names provinces counts for all of them."""
    rows = evidence.data.tables["breaks"]
    spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
    rows = rows[rows["degree"].eq("break")]
    columns = (rows["index"], rows["component"], whole_numbers(rows["between_year"]), whole_numbers(rows["and_year"]))
    for index, component, start, end in zip(*columns, strict=True):
        spans.setdefault((str(index), str(component)), []).append((int(start), int(end)))
    return spans


def _crosses(
    spans: dict[tuple[str, str], list[tuple[int, int]]], index: str, component: str, before: int, year: int
) -> bool:
    keys = ((i, c) for i in (index, "*") for c in (component, "*"))
    return any(start < year and end > before for key in keys for start, end in spans.get(key, ()))
