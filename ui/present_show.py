"""The presentation on the wall: one slide, its source, its number, and the keys of a keyboard or a remote."""

import json
from pathlib import Path
from typing import Any

import streamlit as st

from charts.map_layout import WALL
from charts.theme import NARROW
from indicators.release import Release
from reports.slides import Chart, Map, Slide, Story
from ui.address import SHOWING, SLIDE_NUMBER
from ui.present_html import foot_html, title_html, words_html
from ui.present_parameters import PREPARED, SHOWN
from ui.present_sizes import BESIDE_PICTURE, Sizes, pictures_and_words, sizes_of
from ui.present_story import chosen_story, whole_story
from ui.targets_upload import targets_of_file
from ui.view import View, choose_all

STYLE_SHEET = Path(__file__).with_name("present.css")
# Pixels of a picture's own layout to a hundredth of the wall's width. The letters of bars, 12 pixels, are then a
# fortieth of the wall's height, which is read from the back of a room; a map has no room for such letters.
PIXELS_OF_BARS = 8.5
PIXELS_OF_A_MAP = 11.0
# Pixels that lines need for their height: names at their ends are moved apart for about as many.
HEIGHT_OF_LINES = 490
# One line has nobody's name to be moved away from, so that its letters may be larger.
HEIGHT_OF_ONE_LINE = 340

_NUMBER = "presentation: number of the slide"
_COUNT = "presentation: number of slides"


def show_slides(release: Release, view: View) -> None:
    """Draw the slide that the address names."""
    st.html(STYLE_SHEET)
    text = view.language.text
    with st.spinner(text("Preparing the slides…")):
        story = chosen_story(whole_story(release, view.values, targets_of_file()), view.values)
    if not story.slides:
        st.warning(text("No slide is chosen."))
        st.button(text("End the presentation"), on_click=_end)
        return
    number = min(view.values.number(SLIDE_NUMBER), len(story.slides))
    st.session_state[_NUMBER], st.session_state[_COUNT] = number, len(story.slides)
    _show_slide(view, story, number)
    _show_buttons(view)


def begin() -> None:
    """Begin with the first slide; in a callback."""
    choose_all({SHOWING: SHOWN, SLIDE_NUMBER: "1"})


def begin_at(number: int) -> None:
    """Begin with a slide; in a callback."""
    choose_all({SHOWING: SHOWN, SLIDE_NUMBER: str(number)})


def sized(picture: Chart | Map, width: float, height: float) -> dict[str, Any]:
    """Return a chart or map with a layout of its own for a box in hundredths of the wall's width.

    It asks no window for its size: it is drawn as large as the box is on the wall.
    """
    pixels = _pixels(picture, height)
    text = json.dumps(dict(picture.specification), ensure_ascii=False)
    for question in (WALL, NARROW):
        text = text.replace(question, "false")
    found: dict[str, Any] = json.loads(text)
    found["width"] = round(width * pixels)
    found["height"] = round(height * pixels)
    found["params"] = [
        {"name": "height", "value": found["height"]} if param.get("name") == "height" else param
        for param in found.get("params", [])
    ]
    return found


def _pixels(picture: Chart | Map, height: float) -> float:
    if isinstance(picture, Map):
        return PIXELS_OF_A_MAP
    if picture.kind == "bar":
        return PIXELS_OF_BARS
    return (HEIGHT_OF_LINES if len(picture.series) > 1 else HEIGHT_OF_ONE_LINE) / height


def _show_slide(view: View, story: Story, number: int) -> None:
    slide = story.slides[number - 1]
    sizes = sizes_of(slide)
    pictures, words = pictures_and_words(slide)
    with st.container(key="slide-cover" if slide.kind == "cover" else "slide"):
        st.html(title_html(slide.title, sizes.title))
        if pictures and words:
            left, right = st.columns([BESIDE_PICTURE, sizes.picture_width])
            with left:
                st.html(words_html(words, sizes))
            with right:
                _draw(slide, pictures, sizes)
        elif pictures:
            _draw(slide, pictures, sizes)
        else:
            st.html(words_html(words, sizes))
    with st.container(key="slide-foot"):
        counted = view.language.text("Slide {number} of {count}", number=number, count=len(story.slides))
        st.html(foot_html(slide.source if slide.kind != "cover" else "", counted))


def _draw(slide: Slide, pictures: list[Chart | Map], sizes: Sizes) -> None:
    for position, picture in enumerate(pictures):
        chart = sized(picture, sizes.picture_width, sizes.picture_height)
        st.vega_lite_chart(
            chart, width="content", theme=None, alt=picture.description, key=f"picture {slide.id} {position}"
        )


def _show_buttons(view: View) -> None:
    """Draw the buttons for a mouse, and those that answer to keys: a button answers to one key only."""
    text = view.language.text
    with st.container(horizontal=True, key="slide-buttons"):
        st.button(text("Previous slide"), icon=":material/chevron_left:", type="tertiary", on_click=_turn, args=(-1,))
        st.button(text("Next slide"), icon=":material/chevron_right:", type="tertiary", on_click=_turn, args=(1,))
        st.button(text("End the presentation"), icon=":material/close:", type="tertiary", on_click=_end)
    with st.container(key="slide-keys"):
        for key, step in (("PageDown", 1), ("Right", 1), ("Down", 1), ("PageUp", -1), ("Left", -1), ("Up", -1)):
            st.button(key, key=f"key {key}", shortcut=key, on_click=_turn, args=(step,))
        st.button("Esc", key="key Esc", shortcut="Esc", on_click=_end)


def _turn(step: int) -> None:
    """Go to another slide from the one shown last: of two quick presses none is lost."""
    number = st.session_state.get(_NUMBER, 1) + step
    st.session_state[_NUMBER] = min(max(number, 1), st.session_state.get(_COUNT, 1))
    choose_all({SLIDE_NUMBER: str(st.session_state[_NUMBER])})


def _end() -> None:
    choose_all({SHOWING: PREPARED})
