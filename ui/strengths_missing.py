"""What stands where a province cannot be judged by the components of an index: what is missing, and how to fill it."""

import streamlit as st

from indicators.answer import CannotBeSaid
from indicators.release import Release
from ui.score_template import show_score_template
from ui.strengths_standings import Shown
from ui.view import View
from wording.answers import cannot_words
from wording.names import component_name
from wording.strengths import no_strengths_words

_JUDGED_BY_ALL = ("edition_not_whole", "parts_not_held")


def show_missing(release: Release, view: View, shown: Shown) -> None:
    """Say why nobody can be judged by the edition, of which components scores are needed, and offer the template."""
    standing, language = shown.standing, view.language
    answer = standing.answer
    if not isinstance(answer, CannotBeSaid):
        return
    if answer.reason not in _JUDGED_BY_ALL:
        st.info(cannot_words(release, standing.key, answer, language))
        return
    st.info(no_strengths_words(release, standing.key, answer, language) + ".")
    if answer.missing:
        index = shown.index
        names = [component_name(index, name, standing.key.year, language, short=True) for name in answer.missing]
        st.markdown(language.text("Needed: the scores of all provinces in {components}.", components="; ".join(names)))
    show_score_template(view, standing.key)
