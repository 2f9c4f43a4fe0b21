"""The sentences above a page: what of the address could not be used, and what is wrong with the release or the page."""

import logging
import secrets
from collections.abc import Mapping, Sequence

import streamlit as st

from ui.address import FURTHER_PROVINCES, INDEX, Problem, Values
from ui.filters import parameter_name
from ui.markdown_text import plain_markdown
from ui.metrics import count_failed_page
from wording.language import Language

LOG = logging.getLogger("dashboard")

_LONGEST_SHOWN = 40


def address_sentences(
    problems: Sequence[Problem], values: Values, index_names: Mapping[str, str], language: Language
) -> list[str]:
    """Say what of the address was not used: one sentence for all values that are not valid, one for each year.

    `index_names` are the short names by index id.
    """
    sentences: list[str] = []
    not_valid: list[str] = []
    for problem in problems:
        if problem.kind == "too many" and problem.name == FURTHER_PROVINCES:
            sentences.append(language.text("Choose up to {count} provinces.", count=problem.instead))
        elif problem.kind == "too many":
            name = parameter_name(problem.name, language)
            sentences.append(language.text("{name}: the first {count} are used.", name=name, count=problem.instead))
        elif problem.kind == "year without figures" and problem.instead and INDEX in values:
            index = index_names.get(values.one(INDEX), values.one(INDEX))
            sentences.append(
                language.text(
                    "{index} has no figures for {year}; {other_year} is shown.",
                    index=index,
                    year=problem.given,
                    other_year=problem.instead,
                )
            )
        else:
            not_valid.append(f"{parameter_name(problem.name, language)}: {_short_line(problem.given)}")
    if not_valid:
        sentence = language.text(
            "The link holds an invalid value ({parameters}); the default view is shown.",
            parameters="; ".join(not_valid),
        )
        sentences.insert(0, sentence)
    return list(dict.fromkeys(sentences))


def show_address_problems(
    problems: Sequence[Problem], values: Values, index_names: Mapping[str, str], language: Language
) -> None:
    """Draw what of the address was not used."""
    sentences = address_sentences(problems, values, index_names, language)
    if sentences:
        st.warning(" ".join(sentences))


def report_failed_page(page: str, language: Language) -> None:
    """Draw the sentence of a page that failed; log the error being handled under the code that the sentence names."""
    code = secrets.token_hex(3).upper()
    count_failed_page(page)
    LOG.exception("Page %s failed, code %s", page or "/", code)
    st.error(
        language.text(
            "The page could not be shown. Reload it; if it fails again, report code {code} to the administrator.",
            code=code,
        )
    )


def _short_line(text: str) -> str:
    """Return a text of the address not longer than a line, so that nothing in it is read as Markdown."""
    shown = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
    return plain_markdown(" ".join(shown.split()))
