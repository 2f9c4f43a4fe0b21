"""Parameters whose values are too many to list: each is judged by itself; and what is remembered for which page."""

from ui.address import Parameter, Values, resolve
from ui.notices import address_sentences
from wording.language import language

EVEN = Parameter("so", None, lambda _: (), at_most=2, accepts=lambda _, text: text.isdigit() and int(text) % 2 == 0)


def test_accepted_values_are_kept_in_their_order_and_the_others_named() -> None:
    found = resolve({"so": ["4", "3", "2", "x"]}, (EVEN,))
    assert found.values["so"] == found.possible["so"] == ("4", "2")
    assert [(problem.given, problem.kind) for problem in found.problems] == [("3", "not valid"), ("x", "not valid")]
    assert found.written() == {"so": ["4", "2"]}


def test_an_empty_one_and_one_without_any_good_value_hold_nothing() -> None:
    assert resolve({"so": [""]}, (EVEN,)).values["so"] == ()
    assert resolve({"so": ["3"]}, (EVEN,)).values["so"] == ()
    assert resolve({}, (EVEN,)).problems == ()


def test_values_too_many_are_counted_in_words_of_their_own() -> None:
    found = resolve({"so": ["2", "4", "6"]}, (EVEN,))
    assert found.values["so"] == ("2", "4")
    sentences = address_sentences(found.problems, Values({}), {}, language("en"))
    assert sentences == ["so: the first 2 are used."]


def test_a_value_is_judged_by_what_was_chosen_before_it() -> None:
    limit = Parameter("nhieu_nhat", lambda _: ("3", "9"), lambda _: "9")
    below = Parameter(
        "so", None, lambda _: (), at_most=5, accepts=lambda values, text: text <= values.one("nhieu_nhat")
    )
    assert resolve({"nhieu_nhat": ["3"], "so": ["2", "5"]}, (limit, below)).values["so"] == ("2",)


def test_a_parameter_is_remembered_under_its_name_unless_it_says_otherwise() -> None:
    assert (EVEN.memory, Parameter("tu_nam", None, lambda _: "", remembered_as="ky").memory) == ("so", "ky")
