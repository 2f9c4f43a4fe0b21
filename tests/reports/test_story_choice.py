"""What a user keeps of a story and writes over it, in a file and in an address."""

from pathlib import Path

import pytest

from reports.slides import Slide, Story, Text
from reports.story_choice import (
    Choice,
    ChoiceError,
    choice_from_json,
    choice_from_parameters,
    choice_to_parameters,
    choose,
    read_choice,
    write_choice,
)
from reports.story_subject import Subject, SubjectError

STORY = Story(
    "Đắk Nông",
    "",
    "vi",
    tuple(Slide(name, "note", f"Tiêu đề {name}", (Text(("…",)),), notes=("Nguồn",)) for name in ("cover", "a", "b")),
)
CHOICE = Choice(("b", "cover", "gone"), {"b": "Tiêu đề: khác"}, {"cover": "Ghi chú, có dấu phẩy"})


def test_slides_are_kept_in_the_order_wanted_under_their_own_titles() -> None:
    chosen = choose(STORY, CHOICE)
    assert [(slide.id, slide.title) for slide in chosen.slides] == [("b", "Tiêu đề: khác"), ("cover", "Tiêu đề cover")]
    assert chosen.slides[1].notes == ("Ghi chú, có dấu phẩy", "Nguồn")


def test_nothing_chosen_leaves_the_story_as_it_is() -> None:
    assert choose(STORY, Choice()) == STORY
    assert choose(STORY, Choice(titles={"a": "   "})) == STORY


def test_a_choice_comes_back_from_its_file_and_its_address(tmp_path: Path) -> None:
    file = tmp_path / "choice.json"
    write_choice(CHOICE, file)
    assert read_choice(file) == CHOICE
    assert "Tiêu đề: khác" in file.read_text("utf-8")
    parameters: dict[str, list[str]] = {}
    for name, value in choice_to_parameters(CHOICE):
        parameters.setdefault(name, []).append(value)
    assert parameters["trang"] == ["b,cover,gone"]
    assert choice_from_parameters(parameters) == CHOICE


def test_an_address_holds_no_more_than_was_chosen() -> None:
    assert choice_to_parameters(Choice()) == []
    assert choice_from_parameters({}) == Choice()
    assert choice_from_parameters({"trang": [""]}).kept == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("{", "JSON"),
        ("[]", "needs"),
        ('{"slides": "cover"}', "slides"),
        ('{"slides": [1]}', "slides"),
        ('{"titles": []}', "titles"),
        ('{"notes": {"cover": 3}}', "notes"),
    ],
)
def test_what_is_wrong_in_a_file_is_named(text: str, named: str) -> None:
    with pytest.raises(ChoiceError, match=named):
        choice_from_json(text, "choice.json")


@pytest.mark.parametrize("text", ["province:63-67", "period:34-68", "region:CHL", "country"])
def test_a_subject_is_read_as_it_is_written(text: str) -> None:
    assert Subject.parse(text).format() == text


@pytest.mark.parametrize("text", ["", "province", "province:", "country:63", "index:PCI", "63-67"])
def test_no_subject_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(SubjectError, match="province:63-67"):
        Subject.parse(text)
