"""What the address of the targets page holds: targets, assumed scores, the period, and for whom."""

import pytest

from indicators.release import Release
from indicators.targets import Target
from ui.address import Resolved, province_parameter, resolve
from ui.targets_address import (
    assumed_scores,
    assumed_text,
    page_parameters,
    target_in,
    target_text,
    targets_in_address,
)

UNITS = ["34-01", "34-68", "63-24", "63-49", "63-67"]


def opened(release: Release, **given: str | list[str]) -> Resolved:
    texts = {name: [text] if isinstance(text, str) else text for name, text in given.items()}
    return resolve(texts, (province_parameter(UNITS), *page_parameters(release)))


TEXTS = {
    "PCI.overall.2024.rank_at_most.20": Target("63-24", "PCI", "overall", 2024, "rank_at_most", 20),
    "PAPI.D1.contributions.2024.score_at_least.1.255": Target(
        "63-24", "PAPI", "D1.contributions", 2024, "score_at_least", 1.255
    ),
    "SIPAS.overall.2024.rank_kept.2022": Target("63-24", "SIPAS", "overall", 2024, "rank_kept", since_year=2022),
    "PCI.overall.2024.score_at_least.65.123456": Target("63-24", "PCI", "overall", 2024, "score_at_least", 65.123456),
}


@pytest.mark.parametrize("text", TEXTS)
def test_a_target_is_read_as_it_is_written(release: Release, text: str) -> None:
    assert target_in(release, text, "63-24") == TEXTS[text]
    assert target_text(TEXTS[text]) == text


@pytest.mark.parametrize(
    "text",
    [
        "PCI.overall.2024.rank_at_most.2.5",
        "PCI.overall.2024.rank_at_most.0",
        "PCI.overall.2024.rank_at_most.-3",
        "PCI.overall.2024.rank_at_most.",
        "PCI.D1.2024.rank_at_most.5",
        "XYZ.overall.2024.rank_at_most.5",
        "PCI.overall.2024.rank_kept.2024",
        "PCI.overall.2024.rank_kept.2022.5",
        "PCI.overall.2099.rank_at_most.5",
        "PCI.overall.1999.rank_at_most.5",
        "PCI.overall.2024.best.5",
        "<script>",
        "",
    ],
)
def test_what_is_no_target_is_none(release: Release, text: str) -> None:
    assert target_in(release, text, "63-24") is None


def test_bad_targets_are_named_and_good_ones_kept(release: Release) -> None:
    found = opened(release, don_vi="63-24", muc_tieu=["PCI.overall.2024.rank_at_most.20", "PCI.x"])
    assert found.values["muc_tieu"] == ("PCI.overall.2024.rank_at_most.20",)
    assert [problem.given for problem in found.problems] == ["PCI.x"]


def test_a_target_of_a_merged_province_is_that_of_each_former_one(release: Release) -> None:
    text = "PAPI.overall.2024.rank_at_most.20"
    found = targets_in_address(release, opened(release, don_vi="34-68", muc_tieu=text).values)
    assert {target.unit for target in found} == {"63-60", "63-67", "63-68"}
    assert targets_in_address(release, opened(release, muc_tieu=text).values) == []


def test_a_first_view_is_the_review_of_the_plan_period_or_the_targets_of_the_link(release: Release) -> None:
    values = opened(release).values
    assert (values.one("phan"), values.one("tu_nam"), values.one("den_nam")) == ("giai-doan", "2022", "2025")
    assert opened(release, muc_tieu="PCI.overall.2024.rank_at_most.20").values.one("phan") == "muc-tieu"


def test_a_period_ends_after_it_begins(release: Release) -> None:
    found = opened(release, tu_nam="2023", den_nam="2021")
    assert (found.values.one("tu_nam"), found.values.one("den_nam")) == ("2023", "2025")
    assert [problem.given for problem in found.problems] == ["2021"]


def test_assumed_scores_lie_on_the_scale_of_a_component_of_the_edition(release: Release) -> None:
    given = ["land.8.00", "labor.10.50", "D1.5.00", "land"]
    found = opened(release, don_vi="63-49", chi_so="PCI", gia_dinh=given)
    assert found.values["gia_dinh"] == ("land.8.00",)
    assert [problem.given for problem in found.problems] == ["labor.10.50", "D1.5.00", "land"]
    assert opened(release, chi_so="PCI", gia_dinh="land.8.00").values["gia_dinh"] == ()


def test_assumed_scores_are_read_as_they_are_written() -> None:
    assert assumed_text("land", 8.0) == "land.8.00"
    assert assumed_text("D1", 5.123456) == "D1.5.123456"
    assert assumed_scores(("land.8.00", "D1.5.123456", "land.7.50")) == {"land": 7.5, "D1": 5.123456}


def test_a_what_if_of_a_merged_province_is_made_for_a_former_one(release: Release) -> None:
    found = opened(release, don_vi="34-68", tinh_cu="63-67")
    assert found.values.one("tinh_cu") == "63-67"
    assert set(found.possible["tinh_cu"]) == {"63-60", "63-67", "63-68"}
    assert opened(release, don_vi="34-01").values.one("tinh_cu") == "63-01"
    assert opened(release).values.one("tinh_cu") == ""
