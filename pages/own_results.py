"""Kết quả nội tỉnh: a province's own ranking of its departments, districts and communes, from a file of its own.

The page is open to everyone with a file of theirs; files that the office keeps on the server need sign-in and a role.
"""

from dataclasses import replace

import streamlit as st

from indicators.catalogue import EditionKey
from indicators.change import Change
from indicators.release import Release
from indicators.results import edition_table
from ui import address, own_answers
from ui.address import Parameter
from ui.asked_tables import closed_table
from ui.downloads import show_downloads
from ui.grounds import Grounds
from ui.markdown_text import plain_markdown
from ui.own_address import file_parameters, follow_address
from ui.own_analysis import no_change_words, show_own_analysis
from ui.own_file import name_on_shelf, own_release, show_own_file, while_it_may_be_seen
from ui.own_filters import show_own_filters, show_units_in_colour
from ui.own_folder import show_own_folder
from ui.own_meeting_files import show_own_meeting_files
from ui.own_parameters import chosen_key, own_parameters
from ui.own_tables import (
    MOST_ROWS,
    edition_columns,
    edition_file,
    edition_rows,
    rows_on_page,
    trend_columns,
    trend_rows,
)
from ui.own_targets import show_own_targets
from ui.tables import show_table
from ui.view import View
from wording.findings import comparison_words, crossing_words
from wording.marks import COMPUTED, ORDER, mark_sentences
from wording.numbers import whole
from wording.own_language import own_language
from wording.own_results import own_change_headline, own_edition_title, own_grounds, own_headline


def parameters(release: Release) -> tuple[Parameter, ...]:
    """List the parameters of this page's address beside language and province: those of the visitor's own file."""
    del release
    follow_address()
    return (*own_parameters(own_release()), *file_parameters())


def show(release: Release, view: View) -> None:
    """Draw the page."""
    del release
    view = replace(view, language=own_language(view.language.code))
    own = own_release(view.language.code)
    text = view.language.text
    st.header(text("Results within the province"), anchor=False)
    st.caption(
        text("The file stays in this visit: it is held in memory, not stored, and gone when the page is closed.")
        if name_on_shelf() is None
        else text("This file is kept on the office's server and shown only to signed-in people with the role.")
    )
    show_own_folder(view)
    show_own_file(view)
    if own is None:
        return
    show_own_filters(own, view)
    key, component = chosen_key(view.values), view.values.one(address.COMPONENT)
    chosen = view.values[address.OWN_UNITS]
    given = view.values.one(address.EARLIER_YEAR)
    earlier = EditionKey(key.index, int(given), key.system) if given else None
    change = own_answers.change_between(own, earlier, key, component) if earlier else None
    _show_edition(own, view, key, component, change, chosen)
    _show_trends(own, view, key, component, chosen)
    _show_change(own, view, key, component, earlier, change, chosen)
    show_own_analysis(own, view, key, earlier, chosen)
    show_own_targets(own, view, key, chosen)
    show_own_meeting_files(own, view, key, chosen)


def _show_edition(
    own: Release, view: View, key: EditionKey, component: str, change: Change | None, chosen: tuple[str, ...]
) -> None:
    table = edition_table(own, key, component)
    headline = own_headline(own, key, component, table, view.language)
    st.subheader(plain_markdown(headline), anchor=False)
    given = view.values.one(address.EARLIER_YEAR)
    rows = edition_rows(own, view, key, component, change)
    on_page = rows_on_page(rows, chosen)
    columns = edition_columns(own, view, key, component, on_page, int(given) if given else None)
    show_table(on_page, columns, alternative=headline, chosen=chosen)
    lines = own_grounds(own, key, component, table, view.language)
    if len(on_page) < len(rows):
        cut = view.language.text(
            "The table shows the first {shown} units and those in colour; the files hold all {count}.",
            shown=MOST_ROWS,
            count=whole(len(rows), view.language),
        )
        lines.insert(0, cut)
    if change is not None and (verdict := comparison_words(change.comparison, view.language)):
        lines.append(f"{given} → {key.year}: {verdict}")
    st.caption("  \n".join(plain_markdown(line) for line in lines))
    show_downloads(
        own,
        view,
        f"ket-qua-noi-tinh-{view.values.one(address.UNIT_KIND)}-{key.year}",
        own_edition_title(own, key, component, view.language),
        while_it_may_be_seen(lambda: edition_file(own, view, key, component, rows)),
        Grounds(tuple(lines), ()),
    )


def _show_trends(own: Release, view: View, key: EditionKey, component: str, chosen: tuple[str, ...]) -> None:
    text = view.language.text
    st.subheader(text("Over the years"), anchor=False)
    show_units_in_colour(own, view)
    charts = own_answers.trend_charts(own, key, component, view.language.code, chosen)
    for title, (spec, said) in zip((text("Score over the years"), text("Place over the years")), charts, strict=True):
        st.markdown(f"**{title}**")
        if spec is None:
            st.info(plain_markdown(said))
        else:
            st.vega_lite_chart(spec, theme=None, width="stretch", alt=said)
    years = own.years_held(key.index, component, key.system)
    crossings = crossing_words(own, key.index, component, min(years), max(years), view.language)
    computed = not own_answers.reference_lines(own, key.index, component, key.system).empty
    marks = mark_sentences(ORDER + (COMPUTED if computed else ""), view.language)
    st.caption("  \n".join(plain_markdown(line) for line in [*crossings, *marks]))
    box, asked = closed_table(view, "own-trends")
    if asked and chosen:
        rows = trend_rows(own, view, key, component, chosen)
        with box:
            title = own_edition_title(own, key, component, view.language)
            show_table(rows, trend_columns(own, view, key, component, rows), alternative=title)


def _show_change(
    own: Release,
    view: View,
    key: EditionKey,
    component: str,
    earlier: EditionKey | None,
    change: Change | None,
    chosen: tuple[str, ...],
) -> None:
    if earlier is None or change is None:
        st.info(plain_markdown(no_change_words(own, view, key)))
        return
    st.subheader(plain_markdown(own_change_headline(own, earlier.year, key, change, view.language)), anchor=False)
    if change.fields_differ and change.comparison.comparable:
        sentence = view.language.text(
            "Changes of place are counted among the {count} units of both years.", count=change.common
        )
        st.caption(sentence)
    spec, said = own_answers.change_chart(own, earlier, key, component, view.language.code, chosen)
    if spec is None:
        st.info(plain_markdown(said))
    else:
        st.vega_lite_chart(spec, theme=None, width="stretch", alt=said)
