from itertools import pairwise

import pandas as pd
import pytest

from indicators.catalogue import OVERALL, EditionKey, UnknownEditionError, UnknownIndexError
from indicators.measurement import completeness, former_figures, measured_units
from indicators.release import Release

# How far a published total may lie from the weighted sum of its published parts, and how many totals have all parts:
# found when the figures were gathered. PCI prints parts and totals with two decimals; its weights of 2011 are the least
# certain.
SUMS = {
    ("PAPI", "overall"): (869, 0.0000031),
    ("PAPI", "dimensions"): (6094, 0.0000031),
    ("PCI", "overall"): (1002, 0.041),
    ("DTI", "overall"): (15, 0.0001),
    ("PAR", "overall"): (1, 0.0101),
}
PCI_2011 = (63, 0.561)


def _weighted_sums(release: Release, index_id: str, overall: bool) -> pd.DataFrame:
    """List year, total and sum of weighted addends wherever every addend has a weight and a figure."""
    index = release.catalogue.index(index_id)
    rows: list[tuple[int, float, float]] = []
    for edition in release.catalogue.editions_of(index_id, "63"):
        key = edition.key
        for parent in index.components_in(key.year):
            parts = index.parts(parent, key.year)
            known = [period.weight for part in parts if (period := index.period(part, key.year))]
            weights = [weight for weight in known if weight is not None]
            if (parent == OVERALL) is not overall or not parts or len(weights) < len(parts):
                continue
            columns = [release.figures(key, part).set_index("unit")["score"] for part in parts]
            table = pd.concat([release.figures(key, parent).set_index("unit")["score"], *columns], axis="columns")
            rows += [
                (key.year, total, sum(weight * score for weight, score in zip(weights, scores, strict=True)))
                for total, *scores in table.dropna().itertuples(index=False)
            ]
            if len(former_figures(release, key, parent)):
                former_parts = [former_figures(release, key, part)["score"].iloc[0] for part in parts]
                former_sum = sum(weight * score for weight, score in zip(weights, former_parts, strict=True))
                rows.append((key.year, former_figures(release, key, parent)["score"].iloc[0], former_sum))
    return pd.DataFrame(rows, columns=["year", "total", "sum"])


@pytest.mark.parametrize(("index", "level"), SUMS)
def test_addends_add_up_to_their_total_for_every_province_and_year_that_has_them_all(
    release: Release, index: str, level: str
) -> None:
    sums = _weighted_sums(release, index, level == "overall")
    count, tolerance = SUMS[(index, level)]
    assert len(sums) == count
    differences = (sums["total"] - sums["sum"]).abs()
    of_2011 = (sums["year"] == 2011) & (index == "PCI")
    assert differences[~of_2011].max() <= tolerance
    if index == "PCI":
        assert (int(of_2011.sum()), differences[of_2011].max() <= PCI_2011[1]) == (PCI_2011[0], True)


def test_rule_10_no_decomposition_where_the_weights_are_not_known(release: Release) -> None:
    assert _weighted_sums(release, "SIPAS", overall=True).empty
    par = release.catalogue.index("PAR")
    for year in (2023, 2024):
        periods = [par.period(part, year) for part in par.parts(OVERALL, year)]
        assert periods
        assert any(period is not None and period.weight is None for period in periods)


def test_rule_6_there_are_five_indices_side_by_side_and_no_total_of_them(release: Release) -> None:
    assert [index.id for index in release.catalogue.indices] == ["PAR", "SIPAS", "PAPI", "PCI", "DTI"]
    assert set(release.observations["index"]) == {"PAR", "SIPAS", "PAPI", "PCI", "DTI"}


def test_lenses_are_no_addends(release: Release) -> None:
    par = release.catalogue.index("PAR")
    assert "steering" in par.parts(OVERALL, 2021)
    assert not any(part.endswith("_pct") or part.startswith("part_") for part in par.parts(OVERALL, 2021))


def test_sipas_factors_belong_to_the_total_before_2022_and_to_services_after(release: Release) -> None:
    sipas = release.catalogue.index("SIPAS")
    factors = ["access", "procedures", "civil_servants", "results", "feedback"]
    assert sipas.parts(OVERALL, 2021) == factors
    assert sipas.parts("service", 2023) == factors
    assert sorted(sipas.parts(OVERALL, 2023)) == ["policy", "service"]


@pytest.mark.parametrize(
    ("index", "best_first"),
    [("PAPI", ["high", "mid-high", "mid-low", "low"]), ("PAR", ["A", "B", "C"]), ("PCI", []), ("SIPAS", [])],
)
def test_groups_stand_best_first(release: Release, index: str, best_first: list[str]) -> None:
    assert [group.id for group in release.catalogue.index(index).groups] == best_first


def test_the_best_group_has_the_highest_scores(release: Release) -> None:
    figures = release.figures(EditionKey("PAPI", 2023, "63"), OVERALL)
    lowest = figures.groupby("group", observed=True)["score"].min()
    assert lowest["high"] == pytest.approx(43.960305)
    assert list(lowest.sort_values(ascending=False).index) == ["high", "mid-high", "mid-low", "low"]


def test_the_scale_of_papi_changed_in_2018(release: Release) -> None:
    papi = release.catalogue.index("PAPI")
    scales = {year: (period.minimum, period.maximum) for year in (2017, 2018) if (period := papi.period(OVERALL, year))}
    assert scales == {2017: (6, 60), 2018: (8, 80)}


def test_a_par_area_is_in_points_and_the_total_in_percent(release: Release) -> None:
    par = release.catalogue.index("PAR")
    assert (par.unit_of("steering", 2021), par.unit_of(OVERALL, 2021)) == ("points", "percent")


def test_who_published_dti_depends_on_the_year(release: Release) -> None:
    dti = release.catalogue.index("DTI")
    assert dti.publisher(2023).vi == "Bộ Thông tin và Truyền thông"
    assert dti.publisher(2024).vi == "Bộ Khoa học và Công nghệ"
    assert dti.publisher().en == "Ministry of Science and Technology"


def test_the_name_of_sipas_depends_on_the_year(release: Release) -> None:
    sipas = release.catalogue.index("SIPAS")
    assert sipas.name(2021).vi == "Chỉ số hài lòng về sự phục vụ hành chính"
    assert sipas.name(2022).vi.startswith("Chỉ số hài lòng của người dân")


def test_the_series_of_an_edition_changes_exactly_at_the_breaks_of_the_total(release: Release) -> None:
    breaks = release.breaks[release.breaks["degree"] == "break"]
    of_totals = breaks[breaks["component"].isin(["overall", "*"])]
    stated = {(str(row.index_id), int(row.between_year), int(row.and_year)) for row in _named(of_totals)}
    changes: set[tuple[str, int, int]] = set()
    for index in release.catalogue.indices:
        editions = release.catalogue.editions_of(index.id, "63")
        changes |= {
            (index.id, before.key.year, after.key.year)
            for before, after in pairwise(editions)
            if before.series != after.series
        }
    # The 63 end with 2024, and PCI 2025 is one of the 34.
    assert changes == {row for row in stated if row[0] != "*" and row[2] != 2025}
    assert ("PAPI", 2017, 2018) in changes
    assert ("SIPAS", 2021, 2022) in changes


def _named(breaks: pd.DataFrame) -> list:
    return list(breaks.rename(columns={"index": "index_id"}).itertuples(index=False))


def test_measured_units_are_as_many_as_the_edition_says(release: Release) -> None:
    checked = 0
    for edition in release.catalogue.editions:
        period = release.catalogue.index(edition.key.index).period(OVERALL, edition.key.year)
        if edition.units_measured is None or period is None:
            continue
        former = completeness(release, edition.key).former
        assert len(measured_units(release, edition.key, OVERALL)) + former == edition.units_measured, edition.key
        checked += 1
    assert checked == 61


def test_what_the_catalogue_does_not_hold_is_named(release: Release) -> None:
    with pytest.raises(UnknownIndexError, match=r'no index "PGI".*PAR, SIPAS, PAPI, PCI, DTI'):
        release.catalogue.index("PGI")
    with pytest.raises(UnknownEditionError, match="no edition of PAR 2011 for the 63 provinces"):
        release.catalogue.edition(EditionKey("PAR", 2011, "63"))
