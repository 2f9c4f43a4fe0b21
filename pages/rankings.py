"""Bảng xếp hạng: one component of one edition, all provinces in one table."""

import pandas as pd
import streamlit as st

from indicators.catalogue import EditionKey
from indicators.release import Release
from ui import address, cached_answers
from ui.address import Parameter, search_parameter
from ui.downloads import show_downloads
from ui.filter_row import show_filters
from ui.grounds import Grounds, edition_grounds, show_grounds
from ui.page_parameters import chosen_edition, edition_parameters, region_parameter
from ui.ranking_table import ranking_columns, ranking_download, ranking_rows
from ui.remembered_drawing import drawn_once
from ui.score_template import NOT_GATHERED, show_score_template
from ui.source_groups import change_sources
from ui.standing import show_standing
from ui.tables import show_table
from ui.view import View
from wording.findings import comparison_words, own_comparison_sentences
from wording.headlines import edition_headline, edition_title


def parameters(release: Release) -> tuple[Parameter, ...]:
    """List the parameters of this page's address beside language and province."""
    return (*edition_parameters(release), region_parameter(release), search_parameter())


def show(release: Release, view: View) -> None:
    """Draw the page."""
    row = (address.COMPONENT, address.YEAR, address.UNIT_SYSTEM, address.REGION, address.SEARCH)
    show_filters(release, view, *row)
    drawn = _draw_edition(release, view)
    if drawn is None:
        return
    rows, grounds = drawn
    key, component = chosen_edition(view.values)
    show_downloads(
        release,
        view,
        f"{key.index.lower()}-{component.replace('.', '-')}-{key.year}-{key.system}",
        edition_title(release, key, component, view.language),
        lambda: ranking_download(release, view, key, rows),
        grounds,
    )


@drawn_once
def _draw_edition(release: Release, view: View) -> tuple[pd.DataFrame, Grounds] | None:
    """Draw the headline, the table and what it stands on; answers with the rows and the grounds, None without rows."""
    key, component = chosen_edition(view.values)
    table = cached_answers.edition_table(release, key, component)
    before = cached_answers.previous_edition(release, key, component)
    change = cached_answers.change_between(release, before.key, key, component) if before else None
    earlier_year = before.key.year if before else None
    headline = edition_headline(release, key, component, table, view.language)
    st.subheader(headline, anchor=False)
    chosen = cached_answers.chosen_units(release, view.province, key.system)
    show_standing(release, view, key, component, table, change, earlier_year)
    rows = ranking_rows(release, view, key, component, change, _units(release, view, key, chosen))
    if rows.empty:
        st.info(view.language.text("No province matches the filters. Remove one of them."))
        return None
    # The chosen province stands first, in sight however long the table is; a click on a heading sorts it in.
    ordered = pd.concat([rows[rows["unit"].isin(chosen)], rows[~rows["unit"].isin(chosen)]], ignore_index=True)
    columns = ranking_columns(release, view, key, component, ordered, earlier_year)
    show_table(ordered, columns, alternative=headline, chosen=chosen)
    verdict = comparison_words(change.comparison, view.language) if change else ""
    caution = f"{earlier_year} → {key.year}: {verdict}" if verdict else ""
    own = own_comparison_sentences(release, before.key, key, component, view.language) if before else []
    sentences = [caution, *(f"{earlier_year} → {key.year}: {sentence}" for sentence in own)]
    reasons = [change_sources(release, view, before.key, key, component)] if before else []
    grounds = edition_grounds(release, view, key, component, table, sentences, reasons)
    show_grounds(view, grounds)
    lacking = table.loc[table["reason"] == NOT_GATHERED, "unit"]
    # Where the chosen province lacks a figure the form stands at the top already.
    if len(lacking) and not lacking.isin(chosen).any():
        show_score_template(view, key)
    return rows, grounds


def _units(release: Release, view: View, key: EditionKey, chosen: list[str]) -> list[str]:
    """Return the units that the filters leave, and the chosen province whether they leave it or not.

    Where they leave no unit, none is returned: the page then says that the filters match nothing.
    """
    region = view.values.one(address.REGION)
    of_region = set(release.provinces.units(key.system, None if region == address.ALL_REGIONS else region))
    found = [
        unit for unit in release.provinces.search(view.values.one(address.SEARCH), key.system) if unit in of_region
    ]
    return [*found, *(unit for unit in chosen if unit not in found)] if found else []
