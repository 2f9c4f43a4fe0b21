"""One map: a component of one edition by score, rank, group or change, or an edition of the 63 by today's provinces."""

import pandas as pd
import streamlit as st

from indicators.catalogue import EditionKey
from indicators.change import Change
from indicators.release import Release
from ui import address, cached_answers
from ui.change_table import show_change_table
from ui.grounds import edition_grounds, show_grounds, span_grounds
from ui.map_editions import MapEdition, chosen_map
from ui.map_parameters import OUTLINED
from ui.map_tables import show_edition_table, show_todays_table
from ui.map_view import show_map, show_todays_map
from ui.page_parameters import CHANGE, SCORE
from ui.source_groups import change_sources, merged_mean_sources
from ui.standing import show_no_such_unit, show_standing
from ui.view import View
from wording.findings import comparison_words, own_comparison_sentences
from wording.gaps import missing_words
from wording.headlines import edition_headline, edition_title
from wording.names import joined
from wording.terms import term_help
from wording.todays_provinces import hatched_sentence, todays_headline, todays_sentences, todays_title


def show_one_map(release: Release, view: View) -> None:
    """Draw the map that the address names, with its table and what it stands on."""
    edition, component = chosen_map(release, view.values), view.values.one(address.COMPONENT)
    if edition.seen_by_todays:
        _show_todays(release, view, edition, component)
    elif view.values.one(address.SHOWN) == CHANGE:
        _show_change(release, view, edition.key, component)
    else:
        _show_edition(release, view, edition.key, component, view.values.one(address.SHOWN))


def _show_edition(release: Release, view: View, key: EditionKey, component: str, shown: str) -> None:
    table = cached_answers.edition_table(release, key, component)
    change = _change(release, view, key, component)
    st.subheader(edition_headline(release, key, component, table, view.language), anchor=False)
    show_standing(release, view, key, component, table, change, _earlier(view, key).year if change else None)
    show_map(release, view, key, component, shown, regions=_regions(view))
    grounds = edition_grounds(release, view, key, component, table, _absent(release, view, key, component, shown))
    show_edition_table(release, view, key, component, grounds)
    show_grounds(view, grounds)


def _show_change(release: Release, view: View, key: EditionKey, component: str) -> None:
    earlier, table = _earlier(view, key), cached_answers.edition_table(release, key, component)
    change = cached_answers.change_between(release, earlier, key, component)
    title = edition_title(release, key, component, view.language)
    heading = view.language.text("{title}: change of the score since {year}", title=title, year=earlier.year)
    st.subheader(heading, anchor=False)
    show_standing(release, view, key, component, table, change, earlier.year)
    verdict = comparison_words(change.comparison, view.language)
    sentences = own_comparison_sentences(release, earlier, key, component, view.language)
    if change.comparison.comparable:
        show_map(release, view, key, component, CHANGE, earlier_year=earlier.year, regions=_regions(view))
        sentences.insert(0, verdict)
    else:
        st.info(verdict)
    figures = _figures_of_change(release, earlier, key, component, change)
    reasons = change_sources(release, view, earlier, key, component)
    grounds = span_grounds(release, view, key.index, figures, sentences, [reasons])
    chosen = tuple(cached_answers.chosen_units(release, view.province, key.system))
    show_change_table(release, view, earlier, key, component, change, chosen, grounds)
    show_grounds(view, grounds)


def _show_todays(release: Release, view: View, edition: MapEdition, component: str) -> None:
    key = edition.key
    seen = cached_answers.todays_view(release, key, component)
    title = todays_title(release, key, component, view.language)
    st.subheader(title, anchor=False, help=term_help("by today's provinces", view.language))
    show_no_such_unit(release, view, edition.system)
    for unit in cached_answers.chosen_units(release, view.province, edition.system):
        st.markdown(todays_headline(release, key, component, seen, unit, view.language))
    show_todays_map(release, view, key, component)
    table = cached_answers.edition_table(release, key, component).assign(place_kind="", group_kind="")
    grounds = edition_grounds(
        release,
        view,
        key,
        component,
        table,
        [*todays_sentences([seen], view.language), hatched_sentence(release, seen, view.language)],
        [merged_mean_sources(release, view, key.index, seen)],
    )
    show_todays_table(release, view, [edition], component, grounds)
    show_grounds(view, grounds)


def _regions(view: View) -> bool:
    return view.values.one(address.REGION_OUTLINES) == OUTLINED


def _earlier(view: View, key: EditionKey) -> EditionKey:
    return EditionKey(key.index, view.values.number(address.EARLIER_YEAR), key.system)


def _change(release: Release, view: View, key: EditionKey, component: str) -> Change | None:
    """Return the change since the earlier year, which the sentence on the chosen province tells; None without one."""
    earlier = _earlier(view, key)
    held = cached_answers.years_held(release, key.index, component, key.system)
    if earlier.year not in held or earlier.year >= key.year:
        return None
    return cached_answers.change_between(release, earlier, key, component)


def _figures_of_change(
    release: Release, earlier: EditionKey, later: EditionKey, component: str, change: Change
) -> pd.DataFrame:
    """Return the figures of both editions of a map of change with a column `year`."""
    kinds = change.table.set_index("unit")["place_kind"]
    before, after = (cached_answers.edition_table(release, key, component) for key in (earlier, later))
    before = before.assign(year=earlier.year, place_kind=before["unit"].map(kinds))
    return pd.concat([before, after.assign(year=later.year)], ignore_index=True).assign(group_kind="")


def _absent(release: Release, view: View, key: EditionKey, component: str, shown: str) -> list[str]:
    """Say why provinces are hatched: one sentence each for those left out, one for all that are not held."""
    table = cached_answers.edition_table(release, key, component)
    if shown != SCORE:
        return []
    reasons = table.loc[table["reason"] != "", ["unit", "reason"]]
    left_out = reasons[reasons["reason"] == "left_out"]
    sentences = [
        missing_words(release, key, component, str(unit), "left_out", view.language) for unit in left_out["unit"]
    ]
    differ = reasons.loc[reasons["reason"] == "sources_differ", "unit"]
    if len(differ):
        names = joined([release.provinces.name(str(unit), view.language.code) for unit in differ], view.language)
        sentences.append(view.language.text("Sources differ on {provinces}; left empty.", provinces=names))
    return sentences
