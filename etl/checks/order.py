"""Whether published ranks and groups agree with the scores beside them."""

from collections.abc import Iterator

import pandas as pd

from etl.catalogue_files import as_mappings
from etl.checks.evidence import Evidence, place
from etl.problems import Code, Problem, error


def ranks(evidence: Evidence) -> Iterator[Problem]:
    """A better rank never goes with a lower score; equal scores at the precision held may carry different ranks."""
    measures = evidence.measures
    judged = measures[measures["score"].notna() & measures["rank"].notna()]
    for _, row in evidence.told(_contradictions(judged, "rank")).iterrows():
        file, line = place(row)
        message = (
            f"{row['component']}: rank {row['rank']:g} has the score {row['score']:g}, "
            f"but a better rank has only {row['lowest_before']:g}. Check which of the two was misread."
        )
        yield error(Code.RANK_AGAINST_SCORE, file, message, line, "rank")


def groups(evidence: Evidence) -> Iterator[Problem]:
    """A better group never holds a lower score than a worse one."""
    positions = pd.DataFrame(
        [
            (index, str(group.get("id")), position)
            for index, file in evidence.indices.items()
            for position, group in enumerate(as_mappings(file.document.get("groups")))
        ],
        columns=["index", "group", "group_position"],
    ).drop_duplicates(["index", "group"])  # that one stands twice is told by the catalogue's own check
    figures = evidence.figures
    judged = evidence.measures[figures["score"].notna() & figures["group"].ne("")]
    placed = figures.loc[judged.index, ["index", "group"]].merge(positions, how="left", on=["index", "group"])
    judged = judged.assign(group_position=placed["group_position"].to_numpy("float64")).dropna(subset="group_position")
    for _, row in evidence.told(_contradictions(judged, "group_position")).iterrows():
        file, line = place(row)
        message = (
            f"{row['component']}: group {row['group']} has the score {row['score']:g}, "
            f"but a better group has only {row['lowest_before']:g}. Check which of the two was misread."
        )
        yield error(Code.GROUP_AGAINST_SCORE, file, message, line, "group")


def _contradictions(figures: pd.DataFrame, position: str) -> pd.DataFrame:
    """Rows whose score is above the lowest score (`lowest_before`) of any strictly better position of their list."""
    steps_of_one = 10.0 ** figures["decimals"].fillna(9)
    rounded = (figures["score"] * steps_of_one).round() / steps_of_one
    figures = figures.assign(rounded_score=rounded)
    steps = figures.groupby(["list_number", position])["rounded_score"].min().reset_index(name="lowest")
    steps["lowest_so_far"] = steps.groupby("list_number")["lowest"].cummin()
    steps["lowest_before"] = steps.groupby("list_number")["lowest_so_far"].shift()
    steps = steps.drop(columns=["lowest", "lowest_so_far"])
    judged = figures.merge(steps, how="left", on=["list_number", position]).set_index(figures.index)
    return judged[judged["rounded_score"].gt(judged["lowest_before"] + 1e-9)]
