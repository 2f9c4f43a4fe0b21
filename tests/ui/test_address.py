"""What an address means, without Streamlit."""

from collections.abc import Sequence

import pytest

from ui.address import (
    COMPONENT,
    FURTHER_PROVINCES,
    INDEX,
    LANGUAGE,
    PROVINCE,
    SEARCH,
    YEAR,
    Parameter,
    Problem,
    Values,
    component_parameter,
    further_provinces_parameter,
    index_parameter,
    language_parameter,
    province_parameter,
    resolve,
    search_parameter,
    year_parameter,
)
from ui.notices import address_sentences
from wording.language import language

YEARS = {"PAPI": ["2024", "2023", "2021"], "PCI": ["2023", "2022"]}
COMPONENTS = {"PAPI": ["overall", "D1"], "PCI": ["overall", "land"]}
UNITS = ["34-66", "34-68", "63-67", "63-68"]
NAMES = {"PAPI": "PAPI", "PCI": "PCI"}


def years_of(values: Values) -> Sequence[str]:
    return YEARS[values.one(INDEX)]


def newest(values: Values) -> str:
    return YEARS[values.one(INDEX)][0]


def ranking(years: Parameter | None = None) -> tuple[Parameter, ...]:
    return (
        language_parameter(),
        province_parameter(UNITS),
        index_parameter(["PAPI", "PCI"]),
        component_parameter(lambda values: COMPONENTS[values.one(INDEX)]),
        years or year_parameter(years_of, newest),
        search_parameter(),
    )


def comparison() -> tuple[Parameter, ...]:
    usual = ("63-67",)
    return (province_parameter(UNITS), further_provinces_parameter(UNITS, 2, lambda _: usual))


def test_bare_address_is_written_whole() -> None:
    resolved = resolve({}, ranking())
    assert resolved.written() == {
        "ngon_ngu": ["vi"],
        "don_vi": ["ca-nuoc"],
        "chi_so": ["PAPI"],
        "thanh_phan": ["overall"],
        "nam": ["2024"],
        "tim": [""],
    }
    assert resolved.problems == ()


def test_written_address_means_the_same_after_a_newer_edition() -> None:
    written = resolve({}, ranking()).written()
    with_newer = year_parameter(lambda _: ["2025", "2024", "2023"], lambda _: "2025")
    later = resolve(written, ranking(with_newer))
    assert later.values.number(YEAR) == 2024
    assert later.problems == ()
    assert resolve({}, ranking(with_newer)).values.number(YEAR) == 2025


def test_bad_values_are_named_and_the_rest_counts() -> None:
    given = {
        "ngon_ngu": ["klingon"],
        "don_vi": ["67"],
        "chi_so": ["PCI"],
        "thanh_phan": ["D1"],
        "nam": ["2024"],
        "tim": [" dak nong "],
        "fbclid": ["x"],
    }
    resolved = resolve(given, ranking())
    assert resolved.written() == {
        "ngon_ngu": ["vi"],
        "don_vi": ["ca-nuoc"],
        "chi_so": ["PCI"],
        "thanh_phan": ["overall"],
        "nam": ["2023"],
        "tim": ["dak nong"],
    }
    assert resolved.problems == (
        Problem(LANGUAGE, "klingon", "vi", "not valid"),
        Problem(PROVINCE, "67", "ca-nuoc", "not valid"),
        Problem(COMPONENT, "D1", "overall", "not valid"),
        Problem(YEAR, "2024", "2023", "year without figures"),
    )


@pytest.mark.parametrize("unit", ["67", "63-99", "64-67", "Đắk Nông", "34-67", "63-67 "])
def test_province_needs_its_system_and_must_exist(unit: str) -> None:
    resolved = resolve({"don_vi": [unit]}, ranking())
    assert resolved.values.one(PROVINCE) == "ca-nuoc"
    assert [problem.given for problem in resolved.problems] == [unit]


def test_same_code_in_two_systems_is_two_provinces() -> None:
    assert resolve({"don_vi": ["63-68"]}, ranking()).values.one(PROVINCE) == "63-68"
    assert resolve({"don_vi": ["34-68"]}, ranking()).values.one(PROVINCE) == "34-68"


def test_unknown_index_does_not_take_the_year_with_it() -> None:
    resolved = resolve({"chi_so": ["GDP"], "nam": ["2021"]}, ranking())
    assert (resolved.values.one(INDEX), resolved.values.number(YEAR)) == ("PAPI", 2021)
    assert [problem.name for problem in resolved.problems] == [INDEX]


def test_last_of_a_value_given_twice_counts() -> None:
    assert resolve({"nam": ["2024", "2021"]}, ranking()).values.number(YEAR) == 2021


def test_repeated_parameter_keeps_order_and_drops_what_is_too_much() -> None:
    resolved = resolve({"don_vi": ["34-66"], "so_sanh": ["63-68", "99", "63-68", "63-67", "34-68"]}, comparison())
    assert resolved.values[FURTHER_PROVINCES] == ("63-68", "63-67")
    assert resolved.problems == (
        Problem(FURTHER_PROVINCES, "99", "63-68, 63-67", "not valid"),
        Problem(FURTHER_PROVINCES, "34-68", "2", "too many"),
    )


def test_repeated_parameter_can_be_empty_and_stays_so() -> None:
    assert resolve({}, comparison()).values[FURTHER_PROVINCES] == ("63-67",)
    emptied = resolve({"so_sanh": [""]}, comparison())
    assert emptied.values[FURTHER_PROVINCES] == ()
    assert emptied.written()["so_sanh"] == [""]
    assert emptied.problems == ()


def test_chosen_province_is_not_offered_beside_itself() -> None:
    resolved = resolve({"don_vi": ["63-68"]}, comparison())
    assert resolved.possible[FURTHER_PROVINCES] == ("34-66", "34-68", "63-67")


def test_usual_value_that_is_not_possible_gives_way_to_the_first_that_is() -> None:
    parameters = (index_parameter(["PCI"], usual="PAPI"),)
    assert resolve({}, parameters).values.one(INDEX) == "PCI"


def test_search_text_is_cut() -> None:
    assert len(resolve({"tim": ["x" * 5000]}, ranking()).values.one(SEARCH)) == 80


def test_one_sentence_names_all_invalid_values() -> None:
    resolved = resolve({"chi_so": ["GDP"], "don_vi": ["67"]}, ranking())
    assert address_sentences(resolved.problems, resolved.values, NAMES, language("vi")) == [
        "Liên kết có giá trị không hợp lệ (Tỉnh, thành phố: 67; Chỉ số: GDP); trang hiển thị lựa chọn mặc định."
    ]


def test_year_without_figures_has_its_own_sentence_in_both_languages() -> None:
    resolved = resolve({"chi_so": ["PCI"], "nam": ["1999"]}, ranking())
    assert address_sentences(resolved.problems, resolved.values, NAMES, language("vi")) == [
        "Năm 1999 không có số liệu của PCI; đang hiển thị năm 2023."
    ]
    assert address_sentences(resolved.problems, resolved.values, NAMES, language("en")) == [
        "PCI has no figures for 1999; 2023 is shown."
    ]


def test_year_that_is_no_year_is_an_invalid_value() -> None:
    resolved = resolve({"nam": ["²⁰²⁴"]}, ranking())
    assert [problem.kind for problem in resolved.problems] == ["not valid"]


def test_too_many_provinces_are_said_once() -> None:
    resolved = resolve({"so_sanh": UNITS}, comparison())
    assert address_sentences(resolved.problems, resolved.values, NAMES, language("vi")) == [
        "Chọn tối đa 2 tỉnh, thành phố."
    ]


def test_text_of_the_address_is_never_read_as_markdown() -> None:
    resolved = resolve({"chi_so": ["[x](http://a.b) :red[y] <b>" + "z" * 100]}, ranking())
    (sentence,) = address_sentences(resolved.problems, resolved.values, NAMES, language("en"))
    assert r"\[x\]\(http\:\/\/a\.b\) \:red\[y\] \<b\>" in sentence
    assert "z" * 20 not in sentence
