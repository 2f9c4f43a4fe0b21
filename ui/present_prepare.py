"""Preparing a presentation: whom and which years it is about, its slides to tick, order and edit, and its files."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from indicators.release import Release
from reports.slides import Slide, Story
from reports.story_choice import Choice
from ui import address, filters, labels
from ui.markdown_text import plain_markdown
from ui.present_choice import (
    chosen_slides,
    kept_slides,
    listed,
    moved,
    take_choice,
    take_ticks,
    tick_key,
    with_text,
)
from ui.present_files import show_choice_file, show_files
from ui.present_parameters import CHOSEN_UNIT, LONGEST_NOTE, LONGEST_TITLE, ONE_REGION, PERIOD_REVIEW
from ui.present_show import begin, begin_at
from ui.present_story import chosen_story, whole_story
from ui.targets_upload import targets_of_file
from ui.view import View, show_filter, take_clicks
from wording.names import province_name

_TITLE, _NOTE = "presentation: title", "presentation: note"


def show_preparation(release: Release, view: View) -> None:
    """Draw the page on which a presentation is prepared."""
    text = view.language.text
    st.header(text("Presentation"), anchor=False)
    _show_subject(release, view)
    with st.spinner(text("Preparing the slides…")):
        story = whole_story(release, view.values, targets_of_file())
    choice = chosen_slides(view.values)
    chosen = chosen_story(story, view.values)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            text("Start the presentation"),
            icon=":material/slideshow:",
            type="primary",
            on_click=begin,
            disabled=not chosen.slides,
        )
        show_files(view, chosen)
    st.caption(
        text(
            "Next and previous: arrow keys, Page Up and Page Down, or a remote; Esc ends. F11 fills the screen. "
            "The address of the page holds the slides as they are chosen."
        )
    )
    slides, edited = st.columns([3, 2], gap="large")
    with slides:
        _show_list(view, story, choice)
    with edited:
        _show_editor(view, story, choice)
        show_choice_file(view, story, choice)


def _show_subject(release: Release, view: View) -> None:
    text = view.language.text
    province = view.province
    chosen = province in release.provinces
    name = province_name(release.provinces, province, view.language) if chosen else filters.whole_country(view.language)
    stories = {CHOSEN_UNIT: name, PERIOD_REVIEW: text("{name}: period review", name=name), ONE_REGION: text("A region")}
    filters.choose_from_buttons(view, address.STORY, stories)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if view.values.one(address.STORY) == ONE_REGION:
            filters.choose_from_list(view, address.REGION, labels.region_labels(release, view))
        for parameter, said in (
            (address.EARLIER_YEAR, text("Period from")),
            (address.LAST_YEAR, text("Period to")),
        ):
            filters.choose_from_list(view, parameter, {}, name=said)


def _show_list(view: View, story: Story, choice: Choice) -> None:
    text = view.language.text
    ids = [slide.id for slide in story.slides]
    kept = kept_slides(ids, choice)
    order = listed(ids, choice.kept)
    by_id = {slide.id: slide for slide in story.slides}
    st.subheader(text("Slides: {kept} of {count}", kept=len(kept), count=len(ids)), anchor=False)
    if not kept:
        st.warning(text("No slide is chosen."))
    with st.container(gap="small", key="slides-to-choose"):
        for name in order:
            title = choice.titles.get(name) or by_id[name].title
            number = f"{kept.index(name) + 1}. " if name in kept else ""
            st.session_state[tick_key(name)] = name in kept
            st.checkbox(
                f"{plain_markdown(number)}{plain_markdown(title)}",
                key=tick_key(name),
                on_change=take_ticks,
                args=(view.values, ids, order, choice),
                width="stretch",
                wrap=True,
            )


def _show_editor(view: View, story: Story, choice: Choice) -> None:
    """Draw one slide to edit: its place, its title, a note of the speaker, and what the notes say already."""
    text = view.language.text
    ids = [slide.id for slide in story.slides]
    order = listed(ids, choice.kept)
    by_id = {slide.id: slide for slide in story.slides}
    name = view.values.one(address.EDITED_SLIDE)
    name = name if name in by_id else order[0]
    st.subheader(text("Edit a slide"), anchor=False)
    titles = {other: f"{place}. {by_id[other].title}" for place, other in enumerate(order, start=1)}
    st.selectbox(
        filters.parameter_name(address.EDITED_SLIDE, view.language),
        order,
        format_func=lambda other: titles[other],
        key=show_filter(address.EDITED_SLIDE, name),
        on_change=take_clicks,
        filter_mode="contains",
        placeholder=text("Choose"),
    )
    kept = kept_slides(ids, choice)
    _show_place(view, ids, order, kept, name, choice)
    _show_texts(view, ids, by_id[name], choice)


def _show_place(
    view: View, ids: Sequence[str], order: Sequence[str], kept: Sequence[str], name: str, choice: Choice
) -> None:
    text = view.language.text
    place = list(kept).index(name) if name in kept else -1
    with st.container(horizontal=True):
        for label, icon, step, possible in (
            (text("Move up"), ":material/arrow_upward:", -1, place > 0),
            (text("Move down"), ":material/arrow_downward:", 1, 0 <= place < len(kept) - 1),
        ):
            other = replace(choice, kept=tuple(moved(order, kept, name, step))) if possible else choice
            st.button(label, icon=icon, disabled=not possible, on_click=take_choice, args=(view.values, ids, other))
        st.button(
            text("Show this slide"),
            icon=":material/slideshow:",
            disabled=place < 0,
            on_click=begin_at,
            args=(place + 1,),
        )


def _show_texts(view: View, ids: Sequence[str], slide: Slide, choice: Choice) -> None:
    text = view.language.text
    _set(_TITLE, choice.titles.get(slide.id) or slide.title)
    _set(_NOTE, choice.notes.get(slide.id, ""))
    about = (view, ids, slide, choice)
    st.text_area(
        text("Title"), key=_TITLE, max_chars=LONGEST_TITLE, height="content", on_change=_take_texts, args=about
    )
    st.text_area(
        text("Note for the speaker (goes into the notes of the PPTX)"),
        key=_NOTE,
        max_chars=LONGEST_NOTE,
        height="content",
        on_change=_take_texts,
        args=about,
    )
    if slide.id in choice.titles:
        st.caption(text("The title of the figures: {title}", title=plain_markdown(slide.title)))
    if choice.titles or choice.notes or choice.kept is not None:
        st.button(
            text("Back to the slides as they build themselves"),
            on_click=take_choice,
            args=(view.values, ids, Choice()),
        )


def _set(key: str, said: str) -> None:
    """Set a box to another text only, so that nothing is taken from under a typing hand."""
    if st.session_state.get(key) != said:
        st.session_state[key] = said


def _take_texts(view: View, ids: Sequence[str], slide: Slide, choice: Choice) -> None:
    title = st.session_state[_TITLE]
    own = "" if " ".join(title.split()) == " ".join(slide.title.split()) else title
    titles = with_text(choice.titles, slide.id, own, LONGEST_TITLE)
    notes = with_text(choice.notes, slide.id, st.session_state[_NOTE], LONGEST_NOTE)
    take_choice(view.values, ids, replace(choice, titles=titles, notes=notes))
