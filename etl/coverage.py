"""How much of what was published is held: figures held of figures due, an edition at a time."""

from dataclasses import asdict, dataclass

import pandas as pd

from etl.checks.evidence import EDITION, Evidence
from etl.data_folder import DataFolder

OVERALL = "overall"


@dataclass(frozen=True)
class EditionCoverage:
    """Scores held of scores due in one edition: of the total, and of all components of the catalogue in that year.

    Due is every unit that the edition measured in that component, units that have ended since included; None where it
    is not known whether the edition was published. `figures` counts all observations, also those without a score.
    """

    index: str
    year: int
    unit_system: str
    status: str
    overall_held: int
    overall_due: int | None
    all_held: int
    all_due: int | None
    figures: int

    def as_record(self) -> dict[str, object]:
        """The coverage as plain JSON values."""
        return asdict(self)


def coverage(data: DataFolder) -> list[EditionCoverage]:
    """The coverage of every edition of editions.csv, by index in the catalogue's order, then year and unit system."""
    evidence = Evidence(data)
    held = _scores(evidence.figures)
    former = _scores(_former_as_figures(data.tables["former_units"]))
    missing = _missing(data.tables["missing"])
    figures = evidence.figures.groupby(EDITION).size()
    size = {system: len(data.tables[f"provinces_{system}"]) for system in ("63", "34")}
    components = evidence.components.groupby(["index", "year"])["component"].agg(list).to_dict()
    order = {file.index: position for position, file in enumerate(data.catalogue)}
    editions = data.tables["editions"].drop_duplicates(EDITION)
    rows: list[EditionCoverage] = []
    for row in editions.to_dict("records"):
        index, year, system = str(row["index"]), int(row["year"]), str(row["unit_system"])
        due: dict[str, int] = {}
        have: dict[str, int] = {}
        for component in components.get((index, year), []):
            key = (index, year, system, component)
            whole = missing.get((index, year, system, "*"), frozenset()) | missing.get(key, frozenset())
            due[component] = size[system] - len(whole) + former.get(key, 0)
            have[component] = held.get(key, 0) + former.get(key, 0)
        known = row["status"] == "published"
        rows.append(
            EditionCoverage(
                index=index,
                year=year,
                unit_system=system,
                status=str(row["status"]),
                overall_held=have.get(OVERALL, 0),
                overall_due=due.get(OVERALL) if known else None,
                all_held=sum(have.values()),
                all_due=sum(due.values()) if known else None,
                figures=int(figures.get((index, year, system), 0)),
            )
        )
    return sorted(rows, key=lambda item: (order.get(item.index, len(order)), item.year, item.unit_system))


def _scores(figures: pd.DataFrame) -> dict[object, int]:
    scored = figures[figures["score"].notna()]
    return {key: int(count) for key, count in scored.groupby([*EDITION, "component"]).size().items()}


def _former_as_figures(rows: pd.DataFrame) -> pd.DataFrame:
    # Units that ended before the 63 belong to editions of the 63 alone.
    return rows.assign(year=rows["year"].astype(int), unit_system="63", score=pd.to_numeric(rows["score"]))


def _missing(rows: pd.DataFrame) -> dict[tuple[str, int, str, str], frozenset[str]]:
    units: dict[tuple[str, int, str, str], frozenset[str]] = {}
    for row in rows.to_dict("records"):
        for component in str(row["components"]).split(";"):
            key = (str(row["index"]), int(row["year"]), str(row["unit_system"]), component)
            units[key] = units.get(key, frozenset()) | {str(row["province_code"])}
    return units
