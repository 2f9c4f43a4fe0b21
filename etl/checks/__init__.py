"""Every check on the data: one module a family, each check a function from the evidence to its problems."""

from collections.abc import Callable, Iterator

from etl.checks import catalogue, keys, order, tables, totals, values, whole_editions, year_before
from etl.checks.evidence import Evidence
from etl.corrections import apply_corrections
from etl.data_folder import DataFolder
from etl.problems import Problem

Check = Callable[[Evidence], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    catalogue.index_files,
    tables.editions,
    tables.breaks,
    tables.missing_units,
    tables.former_units,
    tables.national_figures,
    tables.responsibilities,
    tables.targets,
    tables.provinces,
    tables.sources,
    keys.editions,
    keys.components,
    keys.provinces,
    keys.note_codes,
    keys.sources,
    keys.groups,
    values.no_figure,
    values.scales,
    values.scores,
    values.ranks,
    order.ranks,
    order.groups,
    totals.parts,
    totals.means,
    year_before.jumps,
    whole_editions.absent_provinces,
)


def check_all(data: DataFolder) -> list[Problem]:
    """Every problem of the data, those of its shape first; figures are judged only where the catalogue can be read.

    Figures are judged as a release would hold them: with the corrections of corrections.csv.
    """
    problems = list(data.problems)
    if data.is_readable:
        data, found = apply_corrections(data)
        problems += found
        evidence = Evidence(data)
        problems += [problem for check in CHECKS for problem in check(evidence)]
    return problems
