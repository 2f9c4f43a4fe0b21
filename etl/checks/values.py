"""Whether each figure lies where it can lie: on the component's scale, and among the ranked units."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from etl.checks.evidence import Evidence, has_note, place
from etl.problems import Code, Problem, error

# A published maximum may itself be rounded: 3.33 stands for 10/3, so that 3.3333 is a real score.
MAXIMUM_ROUNDING = 0.0034
SYSTEM_SIZE = {"63": 63, "34": 34}
PROVINCES_OWN_WORD = "announced_by_province"
# Fewer may well lie close together at one end of a scale; the publishers' own lists never lie in its lowest tenth.
FEWEST_OF_A_LIST = 5
MISTAKEN_FACTOR = 10


def no_figure(evidence: Evidence) -> Iterator[Problem]:
    """A row says something: a score, a rank or a group."""
    figures = evidence.figures
    empty = figures["score"].isna() & figures["rank"].isna() & figures["group"].eq("")
    for _, row in figures[empty].iterrows():
        file, line = place(row)
        yield error(Code.NO_FIGURE, file, "the row has no score, no rank and no group; take it out.", line)


def scales(evidence: Evidence) -> Iterator[Problem]:
    """No list of scores (one component of an edition) is on another scale than the catalogue's.

    All in the lowest tenth (0 to 1 where the scale goes to 100), or all above the maximum (0 to 100 for 0 to 1).
    """
    lists = _lists(evidence)
    for _, row in lists[lists["too_low"] | lists["too_high"]].iterrows():
        powers = 10.0 ** np.arange(-2, 4)
        looks_like = powers[powers >= row["highest"] - 1e-9].min(initial=powers.max())
        message = (
            f"all {row['size']} scores of {row['component']} in {row['index']} {row['year']} "
            f"lie between {row['lowest']:g} and {row['highest']:g}, the scale goes to {row['maximum']:g}: "
            f"they look like a scale of 0 to {looks_like:g}. Check the unit of the column."
        )
        yield error(Code.SCALE_MISTAKEN, str(row["row_file"]), message, column="score")


def _lists(evidence: Evidence) -> pd.DataFrame:
    """Each list of scores that is long enough, by its number: size, lowest, highest, maximum, too_low, too_high, …"""
    of_list = evidence.measures.groupby("list_number")["score"].agg(size="count", lowest="min", highest="max")
    lists = evidence.lists.join(of_list)
    lists = lists[lists["size"].ge(FEWEST_OF_A_LIST)]
    return lists.assign(
        too_low=lists["highest"].le(lists["maximum"] / MISTAKEN_FACTOR + 1e-9),
        too_high=lists["lowest"].gt(lists["maximum"] + MAXIMUM_ROUNDING),
    )


def scores(evidence: Evidence) -> Iterator[Problem]:
    """Each score lies between the minimum (0 where none is given) and the maximum of its component in that year.

    The scores of a list that is on another scale as a whole are told once, by `scales`.
    """
    measures = evidence.measures
    lists = _lists(evidence)
    mistaken = lists.index[lists["too_low"] | lists["too_high"]]
    lowest = measures["minimum"].fillna(0)
    rounded = ~np.isclose(measures["maximum"] % 0.5, 0)
    highest = measures["maximum"] + np.where(rounded, MAXIMUM_ROUNDING, 0)
    outside = measures["score"].lt(lowest) | measures["score"].gt(highest)
    outside &= ~measures["list_number"].isin(mistaken)
    for _, row in evidence.told(measures[outside]).iterrows():
        file, line = place(row)
        scale = f"{0 if pd.isna(row['minimum']) else row['minimum']:g} to {row['maximum']:g}"
        message = f"{row['score']:g} is outside the scale of {row['component']} in {row['year']} ({scale})."
        yield error(Code.SCORE_OUT_OF_SCALE, file, message + " Check the column and its unit.", line, "score")


def ranks(evidence: Evidence) -> Iterator[Problem]:
    """Each rank lies among the edition's units.

    The total's rank lies within units_ranked, a component's within units_measured; so does a total's rank that a
    province made known itself (PCI publishes ranks 1–30 only).
    """
    ranked = evidence.measures[evidence.measures["rank"].notna()]
    lists = evidence.lists.loc[ranked["list_number"]].set_index(ranked.index)
    measured = ranked["units_measured"].fillna(lists["unit_system"].map(SYSTEM_SIZE))
    own_word = has_note(evidence.figures.loc[ranked.index, ["note_codes"]], PROVINCES_OWN_WORD)
    of_total = lists["component"].eq("overall") & ranked["units_ranked"].notna() & ~own_word
    last = ranked["units_ranked"].where(of_total, measured)
    for _, row in evidence.told(ranked.assign(last=last)[ranked["rank"].gt(last)]).iterrows():
        file, line = place(row)
        if row["last"] == 0:
            message = f"{row['index']} {row['year']} publishes no ranks (units_ranked is 0 in catalogue/editions.csv)."
        else:
            edition = f"{row['index']} {row['year']}"
            message = f"rank {row['rank']:g} is beyond the {row['last']:g} units ranked in {edition}."
        yield error(Code.RANK_OUT_OF_RANGE, file, message + " Correct the rank or the edition.", line, "rank")
