"""What addresses of the page of maps offer: which years of which unit system, what can be shown of them."""

from indicators.catalogue import EditionKey
from indicators.release import Release
from pages.map import parameters
from ui.address import Resolved, province_parameter, resolve
from ui.map_editions import chosen_map, map_series, newest_map


def opened(release: Release, **given: str) -> Resolved:
    named = {name: [text] for name, text in given.items()}
    return resolve(named, (province_parameter(["34-68", "63-67"]), *parameters(release)))


def test_a_map_offers_groups_and_changes_where_there_are_any(release: Release) -> None:
    assert opened(release, chi_so="PAPI", nam="2024").possible["the_hien"] == ("diem", "hang", "nhom", "thay-doi")
    assert "nhom" not in opened(release, chi_so="SIPAS").possible["the_hien"]


def test_a_map_offers_no_groups_of_an_edition_or_component_that_has_none(release: Release) -> None:
    # No source that is held puts a province into a group of PAPI 2011, of a dimension of PAPI 2024 or of PAR 2024.
    assert opened(release, chi_so="PAPI", nam="2011").possible["the_hien"] == ("diem", "hang")
    for given in ({"chi_so": "PAPI", "nam": "2024", "thanh_phan": "D1"}, {"chi_so": "PAR", "nam": "2024"}):
        assert opened(release, **given).possible["the_hien"] == ("diem", "hang", "thay-doi")
    assert "nhom" in opened(release, chi_so="PAPI", nam="2018", thanh_phan="D1").possible["the_hien"]
    assert "nhom" in opened(release, chi_so="PAR", nam="2015").possible["the_hien"]


def test_the_34_offer_years_of_the_63_with_scores_alone_and_no_region(release: Release) -> None:
    papi = opened(release, chi_so="PAPI", he="34", nam="2023", the_hien="hang", ranh_vung="co")
    assert papi.possible["he"] == ("63", "34")
    assert (papi.values["the_hien"], papi.values["ranh_vung"]) == (("diem",), ("khong",))
    assert [(problem.name, problem.given) for problem in papi.problems] == [("the_hien", "hang"), ("ranh_vung", "co")]
    edition = chosen_map(release, papi.values)
    assert (edition.key, edition.seen_by_todays) == (EditionKey("PAPI", 2023, "63"), True)


def test_published_figures_of_the_34_come_before_those_of_the_63(release: Release) -> None:
    dti = opened(release, chi_so="DTI", he="34", nam="2024")
    assert chosen_map(release, dti.values).key == EditionKey("DTI", 2024, "34")
    assert dti.possible["nam"] == ("2024", "2023", "2022", "2021", "2020")
    assert dti.possible["the_hien"] == ("diem", "hang")  # no earlier edition of the 34 to compare with
    newest = newest_map(release, "PCI", "34", 2022)
    assert newest is not None
    assert (newest.key, newest.seen_by_todays) == (EditionKey("PCI", 2022, "63"), True)


def test_all_indices_and_years_have_no_groups_and_no_changes(release: Release) -> None:
    assert opened(release, bo_ban_do="cac-chi-so").possible["the_hien"] == ("diem", "hang")
    assert opened(release, bo_ban_do="cac-chi-so", he="34").possible["the_hien"] == ("diem",)
    assert opened(release, bo_ban_do="cac-nam", chi_so="PAPI").possible["the_hien"] == ("diem",)


def test_a_break_starts_another_series_of_maps_and_so_do_the_34(release: Release) -> None:
    papi = map_series(release, "PAPI", "overall", "63", 2024)
    assert [found.years for found in papi] == [(2018, 2024), (2011, 2017)]
    assert papi[0].before is not None
    assert papi[0].before.degree == "break"
    assert papi[1].before is None
    dti = map_series(release, "DTI", "overall", "34", 2024)
    assert [found.years for found in dti] == [(2024, 2024), (2021, 2023), (2020, 2020)]
    assert dti[0].before is not None
    assert dti[0].before.degree == "unit_system"
    assert [edition.seen_by_todays for found in dti for edition in found.editions] == [False, True, True, True, True]
