"""The filters of the pages: each shows what the address says and hands a click on to it.

A filter offers what `view.possible` holds for its parameter; a page gives the words for it and nothing else. Each
function answers with the value in force, which the page could also take from `view.values`. Draw each at most once a
page.
"""

from collections.abc import Mapping

import streamlit as st

from ui import address
from ui.view import View, show_filter, show_text, take_clicks
from wording.language import Language
from wording.terms import term_help

Labels = Mapping[str, str]


def parameter_name(parameter: str, language: Language) -> str:
    """What readers call a parameter: "Chỉ số" for `chi_so`; the parameter itself where it has no name."""
    names = {
        address.LANGUAGE: language.text("Language"),
        address.PROVINCE: language.text("Province"),
        address.INDEX: language.text("Index"),
        address.COMPONENT: language.text("Component"),
        address.YEAR: language.text("Year"),
        address.EARLIER_YEAR: language.text("Compared with year"),
        address.LAST_YEAR: language.text("Up to year"),
        address.UNIT_SYSTEM: language.text("Administrative units"),
        address.REGION: language.text("Region"),
        address.FURTHER_PROVINCES: language.text("Further provinces"),
        address.SHOWN: language.text("Shown"),
        address.MAP_SET: language.text("Maps"),
        address.REGION_OUTLINES: language.text("Outlines of regions"),
        address.SEARCH: language.text("Find a province (with or without tone marks)"),
        address.PART: language.text("Part of the page"),
        address.TARGETS: language.text("Targets"),
        address.ASSUMED_SCORES: language.text("Assumed scores"),
        address.FORMER_PROVINCE: language.text("Former province"),
        address.LEVEL: language.text("Level of components"),
        address.DIVISION_OF_WORK: language.text("Division of work"),
        address.AGENCY: language.text("Lead agency"),
        address.UNIT_KIND: language.text("Kind of unit"),
        address.OWN_UNITS: language.text("Units in colour"),
        address.OWN_FILE: language.text("File of results"),
        address.STORY: language.text("Presentation about"),
        address.EDITED_SLIDE: language.text("Slide to edit"),
    }
    return names.get(parameter, parameter)


def choose_from_list(
    view: View, parameter: str, labels: Labels, *, name: str = "", help_text: str | None = None
) -> str:
    """Draw a list to choose one value from; a text without a label is shown as it is.

    No two labels may be equal: Streamlit tells the choices apart by what they say. `name` stands over the list where
    the page means something of its own by the parameter; `help_text` says what its term means.
    """
    st.selectbox(
        name or parameter_name(parameter, view.language),
        view.possible[parameter],
        format_func=lambda value: labels.get(value, value),
        key=show_filter(parameter, view.values.one(parameter)),
        on_change=take_clicks,
        placeholder=view.language.text("Choose"),
        filter_mode="contains",
        help=help_text,
        disabled=len(view.possible[parameter]) < 2,
    )
    return view.values.one(parameter)


def choose_from_buttons(
    view: View, parameter: str, labels: Labels, *, label_shown: bool = True, help_text: str | None = None
) -> str:
    """Draw the values side by side, for a few of them; one is always chosen."""
    st.segmented_control(
        parameter_name(parameter, view.language),
        view.possible[parameter],
        required=True,
        format_func=lambda value: labels.get(value, value),
        key=show_filter(parameter, view.values.one(parameter)),
        on_change=take_clicks,
        label_visibility="visible" if label_shown else "collapsed",
        help=help_text,
        wrap=True,
    )
    return view.values.one(parameter)


def language_switch(view: View) -> str:
    """Draw the switch between the languages."""
    labels = {"vi": "Tiếng Việt", "en": "English"}
    return choose_from_buttons(view, address.LANGUAGE, labels, label_shown=False)


def province_picker(view: View, labels: Labels) -> str:
    """Draw the list of provinces, the whole country first; `labels` by unit key, best made by `searchable`."""
    return choose_from_list(view, address.PROVINCE, {address.WHOLE_COUNTRY: whole_country(view.language), **labels})


def whole_country(language: Language) -> str:
    """The name of the choice that is no province."""
    return language.text("Whole country")


def searchable(label: str, plain_name: str, *abbreviations: str) -> str:
    """Add the name without tone marks and abbreviations to a label: a list finds what is typed letter by letter.

    Of abbreviations that hold each other the longest is enough: "TPHCM" is found by "hcm" too.
    """
    longest = [short for short in abbreviations if not any(short in other != short for other in abbreviations)]
    further = [name for name in (plain_name, *longest) if name not in label]
    return " · ".join([label, ", ".join(further)]) if further else label


def index_buttons(view: View, labels: Labels, help_text: str) -> str:
    """Draw the indices side by side; the help says what each is."""
    return choose_from_buttons(view, address.INDEX, labels, help_text=help_text)


def component_list(view: View, labels: Labels) -> str:
    """Draw the components of the index."""
    return choose_from_list(view, address.COMPONENT, labels)


def year_list(view: View) -> int:
    """Draw the years of measurement."""
    return int(choose_from_list(view, address.YEAR, {}, help_text=term_help("edition", view.language)))


def earlier_year_list(view: View) -> int:
    """Draw the earlier years that can be compared with."""
    return int(choose_from_list(view, address.EARLIER_YEAR, {}))


def last_year_list(view: View) -> int:
    """Draw the years up to which editions are shown."""
    return int(choose_from_list(view, address.LAST_YEAR, {}))


def region_list(view: View, labels: Labels) -> str:
    """Draw the regions, all of them first."""
    everywhere = {address.ALL_REGIONS: view.language.text("All regions")}
    return choose_from_list(view, address.REGION, {**everywhere, **labels})


def unit_system_buttons(view: View, labels: Labels) -> str:
    """Draw the two unit systems side by side."""
    return choose_from_buttons(view, address.UNIT_SYSTEM, labels)


def shown_buttons(view: View, labels: Labels) -> str:
    """Draw what a map can show side by side."""
    return choose_from_buttons(view, address.SHOWN, labels)


def further_provinces(view: View, labels: Labels) -> tuple[str, ...]:
    """Draw the list to choose several further provinces from; too many are named by `ui.notices`."""
    parameter = address.FURTHER_PROVINCES
    st.multiselect(
        parameter_name(parameter, view.language),
        view.possible[parameter],
        format_func=lambda value: labels.get(value, value),
        key=show_filter(parameter, view.values[parameter]),
        on_change=take_clicks,
        placeholder=view.language.text("Choose provinces"),
        filter_mode="contains",
        select_all=False,
    )
    return view.values[parameter]


def search_box(view: View) -> str:
    """Draw the box for a search text."""
    parameter = address.SEARCH
    st.text_input(
        parameter_name(parameter, view.language),
        key=show_text(parameter, view.values.one(parameter)),
        on_change=take_clicks,
        max_chars=address.LONGEST_FREE_TEXT,
        placeholder=view.language.text("Name of a province, then Enter"),
        type="search",
    )
    return view.values.one(parameter)
