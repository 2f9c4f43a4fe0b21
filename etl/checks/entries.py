"""What a catalogue entry lacks: told to the keeper who asks for it, and no reason to hold anything back.

Whether an entry is sound is judged by the other checks; these ask whether it is whole.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pandas as pd

from etl.catalogue_files import CatalogueFile, as_mappings
from etl.checks.evidence import Evidence
from etl.problems import Code, Problem, warning

ROOT = "overall"
LONGEST_NAME = 45  # letters; a longer one is cut on charts and cards
ALMOST = 0.006  # of a maximum: printed maxima are rounded, 3.33 for 10/3
EDITIONS_FILE = "catalogue/editions.csv"
BREAKS_FILE = "catalogue/breaks.csv"
NEEDED_OF_PUBLISHED = {
    "source_id": "no source; name the one that says that it was published (data/sources.csv)",
    "published_on": "no date of publication; a month or a year is enough",
    "units_measured": "no number of provinces measured",
    "series": "no method series; give editions measured in the same way the same name",
}
NEEDED_OF_RANKED = {"what_is_published": "not said how many ranks are published (all_ranks, best_30, groups)"}

Missing = Callable[[Evidence, CatalogueFile], Iterator[Problem]]


def entry_problems(evidence: Evidence, file: CatalogueFile) -> list[Problem]:
    """Everything that the entry of one index lacks, in the order in which a keeper fills it in."""
    return [problem for missing in MISSING for problem in missing(evidence, file)]


def names(evidence: Evidence, file: CatalogueFile) -> Iterator[Problem]:
    """Years with an edition for which no name or publisher is given, and names that need a short one."""
    for key in ("names", "publishers"):
        spans = [(item.get("from"), item.get("to")) for item in as_mappings(file.document.get(key))]
        bare = [year for year in _years(evidence, file) if not any(_covers(first, last, year) for first, last in spans)]
        if bare:
            yield _lacks(file, f"'{key}' says nothing of {_listed(bare)}, of which there are editions.", key)
    for component in as_mappings(file.document.get("components")):
        long = [
            period
            for period in as_mappings(component.get("periods"))
            if "short" not in period and max(len(str(period.get(code, ""))) for code in ("vi", "en")) > LONGEST_NAME
        ]
        if long:
            message = f"its name has more than {LONGEST_NAME} letters; give a 'short' one for charts."
            yield _lacks(file, message, str(component.get("id")))


def scales(evidence: Evidence, file: CatalogueFile) -> Iterator[Problem]:
    """Years in which the total or a part has no maximum."""
    rows = _tree(evidence, file)
    bare = rows[rows["maximum"].isna() & rows["role"].isin(["root", "addend"])]
    by_years: dict[str, list[str]] = {}
    for component, years in bare.groupby("component", sort=False)["year"]:
        by_years.setdefault(_listed(list(years)), []).append(str(component))
    for years, components in by_years.items():
        message = f"no maximum in {years}: scores are not held to a scale and no headroom is shown."
        yield _lacks(file, message, ", ".join(components))


def sums(evidence: Evidence, file: CatalogueFile) -> Iterator[Problem]:
    """Parents whose parts do not add up to their maximum, or have no weight so that nothing can be added up."""
    rows = _tree(evidence, file)
    addends = rows[rows["role"].eq("addend")]
    unweighted: dict[str, list[int]] = {}
    wrong: dict[tuple[str, str], list[int]] = {}
    tops = rows.set_index(["year", "component"])["maximum"]
    for key, parts in addends.groupby(["parent", "year"], sort=False):
        parent, year = str(key[0]), int(str(key[1]))
        top = tops.get((year, parent))
        if parts["weight"].isna().any():
            unweighted.setdefault(parent, []).append(year)
        elif top is not None and pd.notna(top) and not parts["maximum"].isna().any():
            total = float((parts["weight"] * parts["maximum"]).sum())
            if abs(total - float(top)) > ALMOST * float(top):
                wrong.setdefault((parent, f"{total:g}, not to {float(top):g}"), []).append(year)
    for (parent, found), years in wrong.items():
        message = (
            f"in {_listed(years)} weight x maximum of its parts adds up to {found}; correct a weight or a maximum."
        )
        yield _lacks(file, message, parent)
    for parent, years in unweighted.items():
        message = f"in {_listed(years)} not all of its parts have a weight: no change is split up into parts."
        yield _lacks(file, message, parent)


def editions(evidence: Evidence, file: CatalogueFile) -> Iterator[Problem]:
    """Published editions without source, date, counts or series; an index without any edition."""
    rows = evidence.data.tables["editions"]
    rows = rows[rows["index"].eq(file.index)]
    if rows.empty:
        yield _remark(EDITIONS_FILE, f"{file.index} has no edition; add a row a year, also of those not held yet.")
    published = rows[rows["status"].eq("published")]
    ranked = file.document.get("publishes_ranks") is True
    for column, words in (NEEDED_OF_PUBLISHED | (NEEDED_OF_RANKED if ranked else {})).items():
        bare = published[published[column].eq("")]
        if len(bare):
            years = _listed([int(year) for year in bare["year"]])
            yield _remark(EDITIONS_FILE, f"{file.index} {years}: {words}.", int(bare["row_line"].iloc[0]), column)


def breaks(evidence: Evidence, file: CatalogueFile) -> Iterator[Problem]:
    """Consecutive editions whose scale, list of parts, weights or series differ, with nothing said of it."""
    rows = evidence.data.tables["editions"]
    rows = rows[rows["index"].eq(file.index)].assign(year=pd.to_numeric(rows["year"], errors="coerce"))
    told = evidence.data.tables["breaks"]
    told = told[told["index"].isin([file.index, "*"])]
    tree = _tree(evidence, file)
    for _, of_system in rows.sort_values("year").groupby("unit_system", sort=False):
        for before, after in pairwise(of_system.to_dict("records")):
            first, second = int(before["year"]), int(after["year"])
            crossed = told[
                pd.to_numeric(told["and_year"]).between(first + 1, second)
                & pd.to_numeric(told["between_year"]).between(first, second - 1)
            ]
            if not crossed.empty:
                continue
            what = _difference(tree, first, second)
            if not what and "" not in (before["series"], after["series"]) and before["series"] != after["series"]:
                what = f"the series changes from {before['series']} to {after['series']}"
            if what:
                told_by_none = "no row says whether results can be compared; add one"
                message = f"{file.index} {first} to {second}: {what}, and {told_by_none}."
                yield _remark(BREAKS_FILE, message)


def agencies(evidence: Evidence, file: CatalogueFile) -> Iterator[Problem]:
    """Components for which neither they nor one above them has a lead agency."""
    rows = evidence.data.tables["responsibility"]
    given = set(rows.loc[rows["index"].eq(file.index), "component"])
    tree = _tree(evidence, file)
    parents: dict[str, set[str]] = {}
    for component, parent in zip(tree["component"], tree["parent"], strict=True):
        parents.setdefault(str(component), set()).add(str(parent))
    bare = [name for name in parents if name not in given and not given & _above(name, parents)]
    if bare:
        message = f"no lead agency for {', '.join(bare)}; a row of 'overall' holds for all that have none of their own."
        yield _remark("responsibility.csv", f"{file.index}: {message}")


MISSING: tuple[Missing, ...] = (names, scales, sums, editions, breaks, agencies)


def undeclared(file: CatalogueFile, years: list[int], declared: set[int]) -> Iterator[Problem]:
    """Years with an edition for which etl/sources.yaml declares no file."""
    bare = [year for year in years if year not in declared]
    if bare:
        message = f"{file.index}: no file is declared for {_listed(bare)}; figures come in by `template` or a tidy CSV."
        yield _remark("etl/sources.yaml", message)


def _difference(tree: pd.DataFrame, first: int, second: int) -> str:
    """In words, what of the measure of two years differs; "" where nothing does."""
    parts = tree[tree["role"].isin(["root", "addend"])]
    before, after = (parts[parts["year"].eq(year)].set_index("component") for year in (first, second))
    if before.empty or after.empty:
        return ""
    if set(before.index) != set(after.index):
        return "the list of components changes"
    for column, words in (("maximum", "the scale"), ("weight", "the weights"), ("parent", "the tree of components")):
        if not before[column].equals(after[column].loc[before.index]):
            return f"{words} change{'' if column == 'weight' else 's'}"
    return ""


def _above(name: str, parents: dict[str, set[str]]) -> set[str]:
    reached, frontier = set[str](), parents.get(name, set[str]())
    while frontier - reached:
        reached |= frontier
        frontier = {parent for child in frontier for parent in parents.get(child, set[str]())}
    return reached


def _tree(evidence: Evidence, file: CatalogueFile) -> pd.DataFrame:
    """The components of one index in the years that have an edition."""
    rows = evidence.components
    return rows[rows["index"].eq(file.index) & rows["year"].isin(_years(evidence, file))]


def _years(evidence: Evidence, file: CatalogueFile) -> list[int]:
    rows = evidence.editions
    return sorted({int(year) for year in rows.loc[rows["index"].eq(file.index), "year"]})


def _covers(first: object, last: object, year: int) -> bool:
    return isinstance(first, int) and first <= year and (last is None or (isinstance(last, int) and year <= last))


def _listed(years: list[int]) -> str:
    """Years in words, runs of them joined: "2015, 2017–2019"."""
    runs: list[list[int]] = []
    for year in sorted(set(years)):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(f"{run[0]}" if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _lacks(file: CatalogueFile, message: str, where: str) -> Problem:
    return warning(Code.ENTRY_INCOMPLETE, file.file, message, column=where)


def _remark(file: str, message: str, line: int | None = None, column: str | None = None) -> Problem:
    return warning(Code.ENTRY_INCOMPLETE, file, message, line, column)
