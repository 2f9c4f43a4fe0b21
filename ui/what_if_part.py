"""Phương án thử: sliders for the components of one index's last whole edition; the total and place before and after."""

from functools import lru_cache

import pandas as pd
import streamlit as st

from charts.theme import Spec
from charts.what_if_scores import ComponentScore, what_if_chart, what_if_description
from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey, Index
from indicators.release import Release
from indicators.units import Unit
from indicators.what_if import Adjustable, what_if
from ui import address, cached_answers, filters, labels
from ui.address import ASSUMED_SCORES, FORMER_PROVINCE
from ui.downloads import show_downloads
from ui.grounds import show_grounds, span_grounds
from ui.targets_address import assumed_scores, unit_asked
from ui.view import View
from ui.what_if_levels import show_levels
from ui.what_if_sliders import Marks, marks_of, show_sliders
from ui.what_if_table import show_what_if_table, what_if_download
from wording.findings import score_number
from wording.language import LanguageCode
from wording.language import language as language_of
from wording.names import component_name, province_name
from wording.what_if import newer_editions_words, no_what_if_words, what_if_label, what_if_words


def show_what_if(release: Release, view: View) -> None:
    """Draw the what-if of the chosen province and index, or say what is missing for one."""
    language = view.language
    filters.index_buttons(view, labels.index_labels(release), labels.about_indices(release, view))
    index = release.catalogue.index(view.values.one(address.INDEX))
    if len(view.possible[FORMER_PROVINCE]) > 1:
        names = {unit: province_name(release.provinces, unit, language) for unit in view.possible[FORMER_PROVINCE]}
        filters.choose_from_buttons(view, FORMER_PROVINCE, names)
    unit = unit_asked(release, view.values)
    key = cached_answers.last_whole_edition(release, index.id, unit)
    if isinstance(key, CannotBeSaid):
        reasons = [no_what_if_words(release, index, None, key, unit, language), _unknown(release, view, index, unit)]
        st.info(" ".join(reason for reason in reasons if reason))
        return
    if unit is None:
        show_levels(release, view, index, key)
        return
    parts = cached_answers.adjustable_parts(release, key, unit)
    if isinstance(parts, CannotBeSaid):
        st.info(no_what_if_words(release, index, key, parts, unit, language))
        return
    _show_arithmetic(release, view, index, key, unit, parts)


def _unknown(release: Release, view: View, index: Index, unit: str | None) -> str:
    """Say what else of the newest edition is not known or not held: weights, parts of the unit; "" for nothing."""
    key = cached_answers.newest_edition(release, index.id, OVERALL)
    if key is None or unit is None or Unit.parse(unit).system != key.system:
        return ""
    parts = cached_answers.adjustable_parts(release, key, unit)
    return no_what_if_words(release, index, key, parts, unit, view.language) if isinstance(parts, CannotBeSaid) else ""


def _show_arithmetic(
    release: Release, view: View, index: Index, key: EditionKey, unit: str, parts: tuple[Adjustable, ...]
) -> None:
    language = view.language
    assumed = assumed_scores(view.values[ASSUMED_SCORES])
    answer = what_if(release, key, unit, assumed)
    if isinstance(answer, CannotBeSaid):
        st.info(no_what_if_words(release, index, key, answer, unit, language))
        return
    sentence = what_if_words(release, key, unit, answer, language)
    st.subheader(sentence, anchor=False)
    st.caption(what_if_label(release, key, language))
    newer = [
        edition.key
        for edition in release.catalogue.editions_of(index.id, key.system)
        if edition.key.year > key.year and release.holds(edition.key, OVERALL)
    ]
    not_counted = newer_editions_words(release, newer, language)
    if not_counted:
        st.caption(not_counted)
    marks = marks_of(release, key)
    rows = [_component(view, index, key, part, assumed.get(part.component), marks) for part in parts]
    left, right = st.columns(2, gap="large")
    with left:
        show_sliders(view, index, key, parts, assumed, marks)
    with right:
        st.vega_lite_chart(
            _chart(tuple(rows), language.code),
            theme=None,
            width="stretch",
            alt=what_if_description(sentence, rows, language),
        )
        show_what_if_table(view, unit, rows, parts, sentence)
    table = cached_answers.edition_table(release, key, OVERALL)
    figures = [table[table["unit"] == unit]]
    figures += [
        part_table[part_table["unit"] == unit]
        for part in parts
        for part_table in [cached_answers.edition_table(release, key, part.component)]
    ]
    shown = pd.concat(figures).assign(year=key.year, place_kind="order", group_kind="")
    grounds = span_grounds(release, view, index.id, shown, [what_if_label(release, key, language), not_counted])
    show_grounds(view, grounds)
    show_downloads(
        release,
        view,
        f"phuong-an-thu-{index.id.lower()}-{key.year}-{unit}",
        sentence,
        lambda: what_if_download(release, view, index, key, unit, parts, assumed, answer, marks),
        grounds,
    )


def _component(
    view: View, index: Index, key: EditionKey, part: Adjustable, assumed: float | None, marks: Marks
) -> ComponentScore:
    """Return a component with its scores and their texts; an assumed score that is the published one is none."""

    def words(score: float | None) -> str:
        return score_number(score, index, part.component, key.year, view.language)

    median, best = marks.median.get(part.component), marks.best.get(part.component)
    other = assumed if assumed != part.score else None
    return ComponentScore(
        component_name(index, part.component, key.year, view.language, short=True),
        part.minimum,
        part.maximum,
        part.score,
        words(part.score),
        other,
        "" if other is None else words(other),
        median,
        words(median),
        best,
        words(best),
    )


@lru_cache(maxsize=256)
def _chart(rows: tuple[ComponentScore, ...], code: LanguageCode) -> Spec:
    return what_if_chart(rows, language_of(code))
