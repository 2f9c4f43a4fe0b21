"""Texts are measured by the widths of Arial, and set in the largest size at which they fit."""

import pytest

from reports.text_fitting import CAUTION, Room, largest_size, shortened, text_width, wrapped


@pytest.mark.parametrize(
    ("text", "bold", "thousandths"),
    [
        ("PCI", False, 667 + 722 + 278),
        ("aàáảãạăằâấ", False, 10 * 556),
        ("eé", True, 2 * 556),
        ("đĐ", False, 556 + 722),
        ("ơờƯữ", False, 2 * 656 + 854 + 669),
        ("iíị", False, 222 + 2 * 278),
        ("67,79 †", False, 4 * 556 + 278 + 278 + 556),
    ],
)
def test_a_letter_is_as_wide_as_in_arial(text: str, bold: bool, thousandths: int) -> None:
    assert text_width(text, 1000, bold=bold) == pytest.approx(thousandths * CAUTION)


def test_an_accent_written_apart_takes_no_room() -> None:
    assert text_width("ệ", 20) == text_width("ệ", 20) == text_width("e", 20)


def test_a_paragraph_is_wrapped_between_words() -> None:
    lines = wrapped("Đắk Nông xếp thứ 21/30", 20, text_width("Đắk Nông xếp", 20) + 1)
    assert lines == ["Đắk Nông xếp", "thứ 21/30"]


def test_a_word_wider_than_its_box_is_broken_and_nothing_of_it_is_lost() -> None:
    lines = wrapped("xem dti.gov.vn/xep-hang-2022", 20, 100)
    assert "".join(lines) == "xemdti.gov.vn/xep-hang-2022"
    assert all(text_width(line, 20) <= 100 for line in lines)


def test_the_largest_size_that_fits_is_taken() -> None:
    room = Room(width=text_width("Hà Nội", 24) + 1, height=30)
    assert largest_size("Hà Nội", (20, 24, 28), room) == 24
    assert largest_size("Hà Nội " * 30, (20, 24), room) is None


def test_what_does_not_fit_is_cut_behind_a_word_and_shows_it() -> None:
    room = Room(width=text_width("Thừa Thiên Huế", 20) + 1, height=26)
    assert shortened("Thừa Thiên", 20, room) == "Thừa Thiên"
    assert shortened("Thừa Thiên Huế dẫn đầu", 20, room) == "Thừa Thiên…"
