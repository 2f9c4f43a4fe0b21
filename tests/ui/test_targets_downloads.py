"""The files of the targets page: numbers as numbers, in the order and with the headings that a reader sees."""

from dataclasses import replace

import pandas as pd

from indicators.catalogue import EditionKey
from indicators.period_review import Period, period_of, review_period
from indicators.release import Release
from indicators.targets import Target, review_targets
from indicators.units import UNIT_SYSTEMS
from indicators.what_if import WhatIf, adjustable_parts, what_if
from ui.address import Resolved, language_parameter, province_parameter, resolve
from ui.period_improvers import improvers_download
from ui.period_rows import index_periods, units_reviewed
from ui.period_table import period_download
from ui.targets_address import page_parameters
from ui.targets_table import target_rows, targets_download, targets_shown
from ui.view import View
from ui.what_if_sliders import marks_of
from ui.what_if_table import what_if_download
from wording.language import language


def _view(release: Release, **given: str) -> View:
    units = [unit for system in UNIT_SYSTEMS for unit in release.provinces.units(system)]
    parameters = (language_parameter(), province_parameter(units), *page_parameters(release))
    found: Resolved = resolve({name: [text] for name, text in given.items()}, parameters)
    return View(language("en"), found.values, found.possible, found.problems)


def test_a_period_holds_a_row_for_each_edition_and_the_change_at_its_end(release: Release) -> None:
    view = _view(release, don_vi="34-01")
    units = units_reviewed(release, "34-01", 2022, 2025)
    assert units == ("63-01", "34-01")
    table = period_download(release, view, index_periods(release, units, 2022, 2025))
    pci = table[table["Index"] == "PCI"]
    assert pci["Year"].tolist() == [2022, 2023, 2024]
    assert pci["Part of the period"].tolist() == ["Beginning", "Mid-term", "End"]
    assert pci["Published rank"].tolist() == [20, 28, 24]
    assert pci["Score change"].tolist()[-1] == 1.64
    assert pci["Score change"].isna().tolist() == [True, True, False]
    dti = table[(table["Index"] == "DTI") & (table["Administrative units"].str.startswith("63"))]
    assert dti["Part of the period"].tolist() == ["Beginning", "End", ""]
    assert dti["Own movement (*)"].tolist()[1] == 51


def test_improvers_hold_everybody_best_first(release: Release) -> None:
    period = period_of(release, "PAPI", "63", 2022, 2024)
    assert isinstance(period, Period)
    table = improvers_download(release, _view(release), review_period(release, period))
    assert len(table) == 63
    assert table["Province"].tolist()[:2] == ["Tay Ninh", "Ba Ria - Vung Tau"]
    assert (table["Own movement (*)"].iloc[0], table["Field movement (*)"].iloc[0]) == (57, -1)


def test_targets_hold_their_verdicts(release: Release) -> None:
    results = review_targets(release, [Target("63-24", "PCI", "overall", 2022, "rank_at_most", 1)])
    view = _view(release, don_vi="63-24")
    table = targets_download(release, view.language, results, target_rows(release, view, results))
    row = table.iloc[0]
    assert (row["Score"], row["Rank or order"], row["Of how many"]) == (72.8, 2, 63)
    assert (row["Verdict"], row["Margin"], row["Set in"]) == ("✗ Missed", "1 place short", "the release")


def test_targets_entered_lie_over_those_of_the_release(release: Release) -> None:
    columns = ["unit", "index", "component", "year", "kind", "value", "since_year"]
    rows = [
        ("63-24", "PCI", "overall", 2022, "rank_at_most", 1.0, None),
        ("63-24", "PCI", "overall", 2024, "rank_at_most", 3.0, None),
        ("63-01", "PCI", "overall", 2022, "rank_at_most", 1.0, None),
    ]
    held = replace(release, targets=pd.DataFrame(rows, columns=columns))
    view = _view(held, don_vi="63-24", muc_tieu="PCI.overall.2022.rank_at_most.5")
    assert [(target.year, target.value) for target in targets_shown(held, view)] == [(2022, 5), (2024, 3)]
    assert [target.year for target in targets_shown(held, view, range(2023, 2026))] == [2024]
    assert len(targets_shown(held, _view(held))) == 3


def test_a_what_if_holds_the_total_and_the_components(release: Release) -> None:
    key, unit, assumed = EditionKey("PCI", 2022, "63"), "63-49", {"labor": 8.0}
    parts, answer = adjustable_parts(release, key, unit), what_if(release, key, unit, assumed)
    assert isinstance(parts, tuple)
    assert isinstance(answer, WhatIf)
    index = release.catalogue.index("PCI")
    table = what_if_download(release, _view(release), index, key, unit, parts, assumed, answer, marks_of(release, key))
    assert len(table) == 11
    total, labor = table.iloc[0], table[table["Component"].str.startswith("Labor")].iloc[0]
    assert (total["Published score"], total["Assumed score"]) == (66.62, 69.27)
    assert (total["Order by score (*)"], total["Order with the assumed scores (*)"]) == ("22/63", "7/63")
    assert (labor["Published score"], labor["Assumed score"], labor["Weight"]) == (5.35, 8.0, 1.0)
    assert pd.isna(total["Median"])
