"""What publishers, provinces and newspapers stated, reproduced from the release.

Each case names its source by the id of `data/sources.csv`. A statement across a change of method is not reproduced: it
has its test too, that no change is given.
"""

import pytest

from indicators.catalogue import EditionKey
from indicators.change import change_between
from indicators.measurement import completeness
from indicators.national import median_of_measured, national_figure
from indicators.release import Release
from indicators.results import edition_table
from indicators.succession import predecessor_view

# "{province} goes up (down) so many places": index, from, to, unit, places, source.
MOVES = [
    ("PAR", 2020, 2021, "63-51", 24, "quangngai_2021: Quảng Ngãi tăng 24 bậc"),
    ("PAR", 2020, 2021, "63-42", 8, "hatinh_2021: Hà Tĩnh tăng 8 bậc, xếp thứ 8 cả nước"),
    ("PAR", 2022, 2023, "63-30", 25, "haiduong_2023_ru: Hải Dương tăng 25 bậc"),
    ("PAR", 2022, 2023, "63-42", 10, "hatinh_2023: Hà Tĩnh tăng 10 bậc"),
    ("PAR", 2022, 2023, "63-48", -7, "danang_2023: Đà Nẵng from 5th to 12th"),
    ("PAR", 2023, 2024, "63-42", 3, "hatinh_2024: Hà Tĩnh tăng 3 bậc, xếp thứ 15"),
    ("PAR", 2023, 2024, "63-79", 12, "phunu_hcmc_2024: TPHCM tăng 12 bậc"),
    ("PAR", 2023, 2024, "63-92", 20, "cantho_kh101_2025: Cần Thơ 22nd, up 20"),
    ("PAR", 2023, 2024, "63-75", 24, "dongnai_2024_en: Đồng Nai 8th, up 24"),
    ("SIPAS", 2023, 2024, "63-40", 6, "laodong2025na: Nghệ An 6th, up 6"),
    ("PCI", 2022, 2023, "63-37", 25, "baodautu_ninhbinh23: Ninh Bình tăng 25 bậc"),
    ("DTI", 2022, 2023, "63-51", 5, "S17: Quảng Ngãi tăng 5 bậc"),
    ("DTI", 2022, 2023, "63-08", 10, "S43: Tuyên Quang tăng 10 bậc"),
]


@pytest.mark.parametrize(("index", "earlier", "later", "unit", "places", "source"), MOVES)
def test_moves_of_published_ranks(
    release: Release, index: str, earlier: int, later: int, unit: str, places: int, source: str
) -> None:
    change = change_between(release, EditionKey(index, earlier, "63"), EditionKey(index, later, "63"))
    row = change.table.set_index("unit").loc[unit]
    assert (row["place_change"], row["place_kind"]) == (places, "rank"), source


# The press counts these across a change of method; the dashboard gives both ranks and no change.
ACROSS_A_BREAK = [
    ("PCI", 2021, 2022, "63-40", "baonghean_pci2022: Nghệ An up 7 places"),
    ("DTI", 2020, 2021, "63-38", "S10: Thanh Hóa tăng 3 bậc"),
    ("PAPI", 2017, 2018, "63-49", "S36: Quảng Nam tụt 6 bậc"),
]


@pytest.mark.parametrize(("index", "earlier", "later", "unit", "source"), ACROSS_A_BREAK)
def test_a_statement_across_a_break_is_not_repeated(
    release: Release, index: str, earlier: int, later: int, unit: str, source: str
) -> None:
    change = change_between(release, EditionKey(index, earlier, "63"), EditionKey(index, later, "63"))
    rows = change.table.set_index("unit").loc[[unit], ["place_change", "score_change"]]
    assert change.comparison.degree == "break", source
    assert bool(rows.isna().to_numpy().all()), source


# Who stands first, and with what: index, year, unit, score, source.
FIRST = [
    ("PAR", 2021, "63-31", 91.80, "vnplus_2021_en"),
    ("PAR", 2022, "63-22", 90.10, "dongnai_2022"),
    ("PAR", 2024, "63-31", 96.17, "baomoi_2024"),
    ("PCI", 2020, "63-22", 75.09, "pci_site_rank_2020"),
    ("PCI", 2022, "63-22", 72.95, "VCCI, 11 April 2023: Quảng Ninh first for the sixth year"),
    ("DTI", 2022, "63-48", 0.8002, "S01"),
    ("PAPI", 2023, "63-46", 46.04154, "S42: Thừa Thiên Huế 46.0415"),
]


@pytest.mark.parametrize(("index", "year", "unit", "score", "source"), FIRST)
def test_the_first_of_an_edition(release: Release, index: str, year: int, unit: str, score: float, source: str) -> None:
    table = edition_table(release, EditionKey(index, year, "63"))
    first = table[table["place"] == 1]
    assert first[["unit", "score"]].to_numpy().tolist() == [[unit, score]], source


def test_the_four_highest_of_papi_2023(release: Release) -> None:
    # S42: Thừa Thiên Huế 46.0415, Thái Nguyên 45.7875, Bắc Ninh 45.7047, Sóc Trăng 45.6196.
    table = edition_table(release, EditionKey("PAPI", 2023, "63")).sort_values("order").head(4)
    assert table["unit"].tolist() == ["63-46", "63-19", "63-27", "63-94"]
    assert [f"{score:.4f}" for score in table["score"]] == ["46.0415", "45.7875", "45.7047", "45.6196"]
    assert set(table["place_kind"]) == {"order"}


def test_papi_2021_has_60_provinces_and_its_published_median_and_ends(release: Release) -> None:
    # S25: 60 provinces; lowest 37.223, median 42.269, highest 48.059.
    key = EditionKey("PAPI", 2021, "63")
    scores = edition_table(release, key)["score"].dropna()
    median = median_of_measured(release, key)
    assert completeness(release, key).due == 60
    assert (f"{scores.min():.3f}", f"{scores.max():.3f}") == ("37.223", "48.059")
    assert median is not None
    assert f"{median.value:.3f}" == "42.269"


def test_papi_groups_of_2019_are_quarters_of_the_63(release: Release) -> None:
    # The publisher's workbook of 2019 colours 16, 16, 15 and 16 provinces.
    groups = edition_table(release, EditionKey("PAPI", 2019, "63"))["group"].value_counts().to_dict()
    assert groups == {"high": 16, "mid-high": 16, "mid-low": 15, "low": 16}


# Into which of its four groups a source put a province: year, unit, group, source.
PAPI_GROUPS = [
    (2015, "63-49", "mid-high", "S39: Quảng Nam"),
    (2016, "63-67", "mid-high", "S38: Đắk Nông"),
    (2016, "63-92", "high", "S13: Cần Thơ"),
    (2017, "63-22", "mid-high", "S37: Quảng Ninh"),
    (2017, "63-33", "mid-low", "S13: Hưng Yên"),
    (2017, "63-79", "mid-low", "S43: TP. Hồ Chí Minh"),
    (2018, "63-82", "low", "S20: Tiền Giang"),
    (2019, "63-82", "mid-low", "S20: Tiền Giang, one group higher than in 2018"),
    (2019, "63-46", "high", "S33: Thừa Thiên Huế"),
    (2019, "63-40", "mid-high", "S34: Nghệ An"),
    (2019, "63-01", "low", "S32: Hà Nội"),
    (2020, "63-27", "high", "S29: Bắc Ninh"),
    (2020, "63-30", "mid-high", "S26: Hải Dương"),
    (2020, "63-79", "mid-low", "S25: TP. Hồ Chí Minh"),
    (2020, "63-01", "low", "S28: Hà Nội"),
    (2021, "63-01", "high", "S25: Hà Nội"),
    (2021, "63-30", "mid-high", "S26: Hải Dương"),
    (2021, "63-77", "low", "S27: Bà Rịa - Vũng Tàu"),
    (2022, "63-22", "high", "S21: Quảng Ninh"),
    (2022, "63-48", "mid-high", "S23: Đà Nẵng"),
    (2023, "63-01", "high", "S16: Hà Nội"),
    (2023, "63-79", "mid-low", "S16: TP. Hồ Chí Minh"),
    (2023, "63-75", "low", "S16: Đồng Nai"),
    (2024, "63-60", "high", "S40: Bình Thuận"),
    (2024, "63-72", "high", "S40: Tây Ninh"),
]


@pytest.mark.parametrize(("year", "unit", "group", "source"), PAPI_GROUPS)
def test_the_group_of_a_province_that_a_source_names(
    release: Release, year: int, unit: str, group: str, source: str
) -> None:
    row = edition_table(release, EditionKey("PAPI", year, "63")).set_index("unit").loc[unit]
    assert (row["group"], row["group_kind"]) == (group, "published"), source
    assert source.partition(":")[0] in str(row["source_id"]).split(";")


def test_group_a_of_par_2015_where_its_list_is_the_source_of_the_figure(release: Release) -> None:
    # hue_2015 lists six provinces in group A; the figures of three of them are taken from it.
    table = edition_table(release, EditionKey("PAR", 2015, "63"))
    listed = table[table["group"] != ""]
    assert listed[["unit", "rank"]].to_numpy().tolist() == [["63-92", 5], ["63-22", 6], ["63-46", 4]]
    assert set(listed["group"]) == {"A"}
    assert set(listed["group_kind"]) == {"published"}
    assert set(listed["source_id"]) == {"hue_2015"}


MEANS = [
    ("PAR", 2013, 77.56, "vnplus_2013_en"),
    ("PAR", 2022, 84.79, "susta_sonla_2022"),
    ("PAR", 2024, 88.37, "vnplus_2024"),
    ("SIPAS", 2023, 82.66, "vnplus2024"),
    ("DTI", 2024, 0.6961, "S19"),
]


@pytest.mark.parametrize(("index", "year", "mean", "source"), MEANS)
def test_the_published_mean_is_the_national_figure(
    release: Release, index: str, year: int, mean: float, source: str
) -> None:
    figure = national_figure(release, EditionKey(index, year, "63"))
    assert figure is not None
    assert (figure.value, figure.kind, figure.source_id) == (mean, "published", source)


def test_dti_2022_shares_rank_15_and_leaves_out_16(release: Release) -> None:
    # S01, the table of dti.gov.vn.
    ranks = edition_table(release, EditionKey("DTI", 2022, "63"))["rank"].tolist()
    assert (ranks.count(15), ranks.count(16), ranks.count(17)) == (2, 0, 1)


# S18, S19 and provincial pages: the totals that the ministry published for merged provinces of the 34.
MERGED = [
    ("34-15", 0.7167), ("34-31", 0.7857), ("34-48", 0.7069), ("34-56", 0.7071), ("34-75", 0.7164), ("34-79", 0.7770),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "published"), MERGED)
def test_the_mean_by_the_ministrys_rule_meets_what_it_published_for_the_34(
    release: Release, unit: str, published: float
) -> None:
    new = edition_table(release, EditionKey("DTI", 2024, "34")).set_index("unit")
    view = predecessor_view(release, unit, EditionKey("DTI", 2024, "63"))
    assert new.loc[unit, "score"] == published
    assert view.rule == "publisher"
    assert view.mean is not None
    # The largest distance is that of TP. Hồ Chí Minh, 0.00007: the ministry adds unrounded indicators.
    assert abs(view.mean - published) < 0.0001
