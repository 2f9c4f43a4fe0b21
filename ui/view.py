"""The opened view: Streamlit's side of the address bar.

The address is the only state. Each run reads it, resolves it and writes it back whole before anything is drawn
(`open_view`); filters take their value from it (`ui.filters`). A click goes the same way: its callback runs before the
run that it starts and tells that run what to read instead (`take_clicks`, `choose`), so that nothing lags behind.

Streamlit's own `bind="query-params"` is not used: it leaves out values that equal the default, drops bad values without
a word and has no place for a value that depends on another.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from ui.address import LANGUAGE, PROVINCE, YEAR, Parameter, Problem, Values, resolve
from wording.language import Language, language

_OPENED = "address: parameters of the view"
_CLICKED = "address: as a click wants it"
_REMEMBERED = "address: last value of each parameter"


@dataclass(frozen=True)
class View:
    """What the address says, for one run of one page."""

    language: Language
    values: Values
    possible: Mapping[str, tuple[str, ...]]
    problems: tuple[Problem, ...]

    @property
    def province(self) -> str:
        """The chosen province as a unit key, or "ca-nuoc"."""
        return self.values.one(PROVINCE)

    @property
    def year(self) -> int:
        """The chosen year of measurement."""
        return self.values.number(YEAR)

    def only(self, *parameters: str) -> "View":
        """Return the view as these parameters alone make it; asking it for another raises KeyError."""
        return View(self.language, Values({name: self.values[name] for name in parameters}), {}, ())


def key_of(parameter: str) -> str:
    """The Streamlit key of the filter of a parameter."""
    return f"address-{parameter}"


def read_address() -> dict[str, list[str]]:
    """What the address bar holds, by parameter name."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def open_view(parameters: Sequence[Parameter]) -> View:
    """Read the address, say what it stands for and write it back whole; once a run, before anything is drawn."""
    clicked: dict[str, list[str]] | None = st.session_state.pop(_CLICKED, None)
    resolved = resolve(read_address() if clicked is None else clicked, parameters)
    written = resolved.written()
    if written != read_address():
        st.query_params.from_dict(written)
    st.session_state[_OPENED] = tuple(written)
    remembered = {parameter.memory: written[parameter.name] for parameter in parameters}
    st.session_state[_REMEMBERED] = {**st.session_state.get(_REMEMBERED, {}), **remembered}
    problems = tuple(problem for problem in resolved.problems if clicked is None or problem.kind != "not valid")
    spoken = language("en" if resolved.values.one(LANGUAGE) == "en" else "vi")
    return View(spoken, resolved.values, resolved.possible, problems)


def address_of(parameters: Sequence[Parameter]) -> dict[str, list[str]]:
    """The whole address that another page opens with: what is chosen now, else its own usual values.

    With the whole address in the link, going there is one step of the browser's history and "back" is one step too.
    """
    remembered = st.session_state.get(_REMEMBERED, {})
    given = {parameter.name: remembered[parameter.memory] for parameter in parameters if parameter.memory in remembered}
    return resolve(given, parameters).written()


def show_filter(parameter: str, value: str | Sequence[str]) -> str:
    """Set a filter to what the address says, just before it is drawn; answers with its Streamlit key.

    It is set on every run, also where the value is the same: the browser holds the label of a choice, and the label
    changes with the language and, of a component, with the year.
    """
    st.session_state[key_of(parameter)] = value if isinstance(value, str) else list(value)
    return key_of(parameter)


def show_text(parameter: str, text: str) -> str:
    """Set a text box likewise, but only to another text, so that nothing is taken from under a typing hand."""
    if st.session_state.get(key_of(parameter)) != text:
        return show_filter(parameter, text)
    return key_of(parameter)


def take_clicks() -> None:
    """Hand every filter of the page to the run that begins: the callback of each filter.

    All of them and not the clicked one alone: of two quick clicks, the second still comes with the address of before
    the first. The address itself is written once, by `open_view`, when what depends on the click is known too; each
    click is one step of the browser's history.
    """
    st.session_state[_CLICKED] = {**read_address(), **_filters_now()}


def take_clicks_without_empty(*forgotten: str) -> None:
    """Hand the filters on likewise, but let what is empty take its usual value: what it names comes with this click.

    So do the parameters `forgotten`, whatever they held.
    """
    given = {**read_address(), **_filters_now()}
    kept = {name: texts for name, texts in given.items() if texts != [""] and name not in forgotten}
    st.session_state[_CLICKED] = kept


def choose(parameter: str, value: str | Sequence[str]) -> None:
    """Set a parameter from something that is no filter: a click on a chart, a button. Call it in a callback only."""
    choose_all({parameter: value})


def choose_all(values: Mapping[str, str | Sequence[str]]) -> None:
    """Set several parameters with one click likewise."""
    for parameter, value in values.items():
        if key_of(parameter) in st.session_state:
            st.session_state[key_of(parameter)] = value
    chosen = {parameter: _texts(value) for parameter, value in values.items()}
    st.session_state[_CLICKED] = {**read_address(), **_filters_now(), **chosen}


def _filters_now() -> dict[str, list[str]]:
    drawn = [name for name in st.session_state.get(_OPENED, ()) if key_of(name) in st.session_state]
    return {name: _texts(st.session_state[key_of(name)]) for name in drawn}


def _texts(value: str | Sequence[str] | None) -> list[str]:
    if value is None:
        return [""]
    return [value] if isinstance(value, str) else list(value) or [""]
