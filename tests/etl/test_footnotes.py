"""Marks of footnotes are taken off names and numbers, and no figure changes by it."""

from decimal import Decimal

import pytest

from etl.normalise.footnotes import without_marks
from etl.normalise.headings import normalised
from etl.normalise.names import tidy_name
from etl.normalise.numbers import NotANumberError, NumberFormat
from etl.readers.grid import Cell

MARKS = ["[1]", " [1]", "(1)", " (12)", "*", " **", "(*)", " (**)", "[*]", "¹", "¹²", " [1] [2]", "[1,2]", " (a)", "†"]
VIETNAMESE = NumberFormat(",", ".", frozenset({"", "n/a"}))


@pytest.mark.parametrize("mark", MARKS)
def test_marks_are_taken_off_names_numbers_and_headings(mark: str) -> None:
    assert tidy_name(f"Thừa Thiên - Huế{mark}") == "Thừa Thiên - Huế"
    assert VIETNAMESE.number(Cell(f"87,12{mark}")) == Decimal("87.12")
    assert VIETNAMESE.number(Cell(f"87,12%{mark}")) == Decimal("87.12")
    assert VIETNAMESE.rank(Cell(f"15{mark}")) == 15
    assert VIETNAMESE.number(Cell(f"N/A{mark}")) is None
    assert normalised(f"PCI Scores{mark}") == "pci scores"


@pytest.mark.parametrize(
    "text", ["01 (0,727)", "Ho Chi Minh City (Saigon)", "(Điểm tối đa=100)", "87,12", "Hà Nội (cũ)", "15 (123)", "1-63"]
)
def test_what_is_no_mark_stays(text: str) -> None:
    assert without_marks(text) == text


@pytest.mark.parametrize("text", ["*", "(*)", "¹", "†"])
def test_a_mark_without_a_figure_is_no_result(text: str) -> None:
    assert VIETNAMESE.number(Cell(text)) is None


@pytest.mark.parametrize("text", ["(15)", "[15]", "(5,2)"])
def test_digits_in_brackets_alone_are_told_and_not_dropped(text: str) -> None:
    with pytest.raises(NotANumberError, match="is no number"):
        VIETNAMESE.number(Cell(text))
