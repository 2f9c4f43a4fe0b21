"""Whether the tables beside the figures agree with the catalogue and with each other."""

from collections.abc import Iterator

import pandas as pd

from etl.checks.evidence import Evidence, place, whole_numbers
from etl.checks.keys import known_sources, source_key, unknown_in_lists
from etl.problems import Code, Problem, error

WITH_SOURCES = ("editions", "breaks", "missing", "former_units", "national", "context", "corrections")


def editions(evidence: Evidence) -> Iterator[Problem]:
    """Each edition is of an index of the catalogue, and ranks no more units than it measured."""
    yield from _unknown_indices(evidence, "editions")
    rows = evidence.data.tables["editions"]
    numbers = evidence.editions
    too_many = numbers["units_ranked"].gt(numbers["units_measured"])
    for _, row in rows.loc[numbers.index[too_many]].iterrows():
        message = f"{row['units_ranked']} units are ranked, but only {row['units_measured']} measured; correct one."
        yield error(Code.VALUE_NOT_ALLOWED, *_where(row, message), "units_ranked")


def breaks(evidence: Evidence) -> Iterator[Problem]:
    """Each break lies between two years in order, and names an index and a component that exist (or * for all)."""
    yield from _unknown_indices(evidence, "breaks")
    rows = evidence.data.tables["breaks"]
    yield from _unknown_components(evidence, rows, ["between_year", "and_year"])
    for _, row in rows[whole_numbers(rows["between_year"]) >= whole_numbers(rows["and_year"])].iterrows():
        message = f"{row['between_year']} is not before {row['and_year']}; correct the years."
        yield error(Code.VALUE_NOT_ALLOWED, *_where(row, message), "and_year")
    known = set(evidence.data.tables["provinces_63"]["code"])
    for _, row in rows[rows["province_codes"].ne("")].iterrows():
        for code in sorted(set(str(row["province_codes"]).split(";")) - known):
            message = f"'{code}' is no province of the 63; see provinces/provinces_63.csv."
            yield error(Code.UNKNOWN_PROVINCE, *_where(row, message), "province_codes")


def missing_units(evidence: Evidence) -> Iterator[Problem]:
    """Each unit left out is a province, of an edition and of components that exist."""
    yield from _unknown_indices(evidence, "missing")
    yield from _unknown_provinces(evidence, "missing", "unit_system", "province_code")
    rows = evidence.data.tables["missing"]
    exploded = rows.assign(component=rows["components"].str.split(";")).explode("component", ignore_index=True)
    yield from _unknown_components(evidence, exploded, ["year"], "components")


def former_units(evidence: Evidence) -> Iterator[Problem]:
    """Each figure of a unit that has ended is of an index, a component and a region that exist."""
    yield from _unknown_indices(evidence, "former_units")
    rows = evidence.data.tables["former_units"]
    yield from _unknown_components(evidence, rows, ["year"])
    yield from _unknown_regions(evidence, rows)


def national_figures(evidence: Evidence) -> Iterator[Problem]:
    """Each national figure is of an index and a component that exist, its scope national or a region."""
    yield from _unknown_indices(evidence, "national")
    rows = evidence.data.tables["national"]
    yield from _unknown_components(evidence, rows, ["year"])
    scopes = {"national", *evidence.data.tables["regions"]["region"]}
    for _, row in rows[~rows["scope"].isin(scopes)].iterrows():
        message = f"'{row['scope']}' must be national or a region of provinces/regions.csv."
        yield error(Code.VALUE_NOT_ALLOWED, *_where(row, message), "scope")


def responsibilities(evidence: Evidence) -> Iterator[Problem]:
    """Each lead agency is given for an index and a component that exist in some year."""
    yield from _unknown_indices(evidence, "responsibility")
    yield from _unknown_components(evidence, evidence.data.tables["responsibility"], [])


def targets(evidence: Evidence) -> Iterator[Problem]:
    """Each target is of a province, an index and a component that exist, and says what it is measured against."""
    yield from _unknown_indices(evidence, "targets")
    yield from _unknown_provinces(evidence, "targets", "unit_system", "province_code")
    rows = evidence.data.tables["targets"]
    yield from _unknown_components(evidence, rows, [])
    with_value = rows["kind"].isin(["rank_at_most", "score_at_least"])
    for column, needed in (("value", with_value), ("since_year", ~with_value)):
        for _, row in rows[needed & rows[column].eq("")].iterrows():
            message = f"a target of the kind {row['kind']} needs a {column}; fill it in."
            yield error(Code.VALUE_NOT_ALLOWED, *_where(row, message), column)


def provinces(evidence: Evidence) -> Iterator[Problem]:
    """Successors and predecessors agree both ways; regions, aliases, context and islets name provinces that exist."""
    tables = evidence.data.tables
    old, new = tables["provinces_63"], tables["provinces_34"]
    yield from _unknown_regions(evidence, old)
    told_new = new.assign(predecessor=new["predecessor_codes"].str.split(";")).explode("predecessor")
    said_by_old = set(zip(old["code"], old["successor_code"], strict=True))
    said_by_new = set(zip(told_new["predecessor"], told_new["code"], strict=True))
    unsaid = [pair not in said_by_new for pair in zip(old["code"], old["successor_code"], strict=True)]
    for _, row in old[unsaid].iterrows():
        message = f"{row['successor_code']} does not name {row['code']} as a predecessor; correct one of the two."
        yield error(Code.UNKNOWN_PROVINCE, *_where(row, message), "successor_code")
    unsaid = [pair not in said_by_old for pair in zip(told_new["predecessor"], told_new["code"], strict=True)]
    for _, row in told_new[unsaid].iterrows():
        message = (
            f"{row['predecessor']} of the 63 does not name {row['code']} as its successor; correct one of the two."
        )
        yield error(Code.UNKNOWN_PROVINCE, *_where(row, message), "predecessor_codes")
    for name in ("aliases", "context"):
        yield from _unknown_provinces(evidence, name, "unit_system", "code")
    for system in ("63", "34"):
        column = f"code_{system}"
        unknown = ~tables["islands"][column].isin(tables[f"provinces_{system}"]["code"])
        for _, row in tables["islands"][unknown].iterrows():
            message = f"'{row[column]}' is no province of the {system}."
            yield error(Code.UNKNOWN_PROVINCE, *_where(row, message), column)


def sources(evidence: Evidence) -> Iterator[Problem]:
    """Each source that a table names stands in sources.csv, and each source belongs to an index of the catalogue."""
    known = known_sources(evidence)
    for name in WITH_SOURCES:
        rows = evidence.data.tables[name]
        rows = rows if "index" in rows else rows.assign(index="context")
        for row, source in unknown_in_lists(rows, "source_id", lambda index, name: source_key(index, name) in known):
            message = f"'{source}' is not in sources.csv; correct it or add it there."
            yield error(Code.UNKNOWN_SOURCE, *_where(row, message), "source_id")
    yield from _unknown_indices(evidence, "sources", also=("context",))


def _unknown_indices(evidence: Evidence, table: str, also: tuple[str, ...] = ("*",)) -> Iterator[Problem]:
    rows = evidence.data.tables[table]
    for _, row in rows[~rows["index"].isin([*evidence.indices, *also])].iterrows():
        message = f"'{row['index']}' has no catalogue/{str(row['index']).lower()}.yaml; add one or correct the id."
        yield error(Code.UNKNOWN_INDEX, *_where(row, message), "index")


def _unknown_regions(evidence: Evidence, rows: pd.DataFrame) -> Iterator[Problem]:
    regions = set(evidence.data.tables["regions"]["region"])
    for _, row in rows[~rows["region"].isin(regions)].iterrows():
        message = f"'{row['region']}' is no region of provinces/regions.csv."
        yield error(Code.VALUE_NOT_ALLOWED, *_where(row, message), "region")


def _unknown_provinces(evidence: Evidence, table: str, system_column: str, code_column: str) -> Iterator[Problem]:
    rows = evidence.data.tables[table]
    for system in ("63", "34"):
        known = evidence.data.tables[f"provinces_{system}"]["code"]
        for _, row in rows[rows[system_column].eq(system) & ~rows[code_column].isin(known)].iterrows():
            message = f"'{row[code_column]}' is no province of the {system}; see provinces/provinces_{system}.csv."
            yield error(Code.UNKNOWN_PROVINCE, *_where(row, message), code_column)


def _unknown_components(
    evidence: Evidence, rows: pd.DataFrame, year_columns: list[str], shown_column: str = "component"
) -> Iterator[Problem]:
    """Rows whose component exists in none of the named years; in no year at all where none is named."""
    exists, exists_in = evidence.component_ids, evidence.component_years
    judged = rows[rows["component"].ne("*") & rows["index"].isin(list(evidence.indices))]
    found = [
        any((index, year, component) in exists_in for year in years) if years else (index, component) in exists
        for index, component, *years in zip(
            judged["index"], judged["component"], *(whole_numbers(judged[name]) for name in year_columns), strict=True
        )
    ]
    for _, row in judged[~pd.Series(found, index=judged.index, dtype="bool")].iterrows():
        when = f" in {' or '.join(str(row[name]) for name in year_columns)}" if year_columns else ""
        message = f"'{row['component']}' is no component of {row['index']}{when}; correct it or the catalogue."
        yield error(Code.UNKNOWN_COMPONENT, *_where(row, message), shown_column)


def _where(row: pd.Series, message: str) -> tuple[str, str, int]:
    file, line = place(row)
    return file, message, line
