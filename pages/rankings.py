"""Bảng xếp hạng: one component of one edition, all provinces in one table."""

import pandas as pd
import streamlit as st

from indicators.catalogue import EditionKey
from indicators.release import Release
from indicators.units import SYSTEM_63
from ui import address, cached_answers, filters, labels
from ui.address import Parameter, search_parameter
from ui.downloads import show_downloads
from ui.grounds import show_edition_grounds
from ui.page_parameters import (
    component_parameter,
    index_parameter,
    region_parameter,
    system_of,
    unit_system_parameter,
    year_parameter,
)
from ui.ranking_table import ranking_columns, ranking_download, ranking_rows
from ui.standing import show_standing
from ui.tables import show_table
from ui.view import View
from wording.findings import comparison_words
from wording.headlines import edition_headline, edition_title
from wording.names import edition_name


def parameters(release: Release) -> tuple[Parameter, ...]:
    """List the parameters of this page's address beside language and province."""
    return (
        index_parameter(release),
        component_parameter(release),
        unit_system_parameter(release),
        year_parameter(release),
        region_parameter(release),
        search_parameter(),
    )


def show(release: Release, view: View) -> None:
    """Draw the page."""
    _filters(release, view)
    component = view.values.one(address.COMPONENT)
    key = EditionKey(view.values.one(address.INDEX), view.year, system_of(view.values))
    table = cached_answers.edition_table(release, key, component)
    before = cached_answers.previous_edition(release, key, component)
    change = cached_answers.change_between(release, before.key, key, component) if before else None
    earlier_year = before.key.year if before else None
    headline = edition_headline(release, key, component, table, view.language)
    st.subheader(headline)
    chosen = cached_answers.chosen_units(release, view.province, key.system)
    show_standing(release, view, key, component, table, change, earlier_year)
    rows = ranking_rows(release, view, key, component, change, _units(release, view, key, chosen))
    if rows.empty:
        st.info(view.language.text("No province matches the filters. Remove one of them."))
        return
    # The chosen province stands first, in sight however long the table is; a click on a heading sorts it in.
    ordered = pd.concat([rows[rows["unit"].isin(chosen)], rows[~rows["unit"].isin(chosen)]], ignore_index=True)
    columns = ranking_columns(release, view, key, component, ordered, earlier_year)
    show_table(ordered, columns, alternative=headline, chosen=chosen)
    verdict = comparison_words(change.comparison, view.language) if change else ""
    caution = f"{earlier_year} → {key.year}: {verdict}" if verdict else ""
    show_edition_grounds(release, view, key, component, table, [caution])
    index = release.catalogue.index(key.index)
    text = view.language.text
    show_downloads(
        view,
        f"{key.index.lower()}-{component.replace('.', '-')}-{key.year}-{key.system}",
        lambda: ranking_download(release, view, key, rows),
        {
            text("Edition"): edition_name(release, key, view.language),
            text("Content"): edition_title(release, key, component, view.language),
            text("Publisher"): index.publisher(key.year).in_language(view.language.code),
            text("Release"): release.version,
            text("Order by score (*)"): text(
                "(*) Order by score is computed by this site; it is not a rank given by the publisher."
            ),
        },
    )


def _filters(release: Release, view: View) -> None:
    filters.index_buttons(view, labels.index_labels(release))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        filters.component_list(view, labels.component_labels(release, view))
        filters.year_list(view)
        if len(view.possible[address.UNIT_SYSTEM]) > 1:
            filters.unit_system_buttons(view, labels.unit_system_labels(view))
        if system_of(view.values) == SYSTEM_63:
            filters.region_list(view, labels.region_labels(release, view))
        filters.search_box(view)


def _units(release: Release, view: View, key: EditionKey, chosen: list[str]) -> list[str]:
    """Return the units that the filters leave; the chosen province stays in sight whatever they are."""
    region = view.values.one(address.REGION)
    of_region = set(release.provinces.units(key.system, None if region == address.ALL_REGIONS else region))
    found = [
        unit for unit in release.provinces.search(view.values.one(address.SEARCH), key.system) if unit in of_region
    ]
    return [*found, *(unit for unit in chosen if unit not in found)] if found else []
