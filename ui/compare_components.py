"""The components of one index of some provinces: picture, table, what it stands on."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey
from indicators.component_comparison import ComponentComparison, compare_components
from indicators.peers import Peers
from indicators.release import Release
from ui import cached_answers
from ui.address import PROVINCE, SHOWN
from ui.asked_tables import closed_table
from ui.compare_charts import component_dots_chart, component_heat_chart
from ui.compare_parameters import HEAT
from ui.downloads import show_downloads
from ui.figure_columns import figure_columns, province_columns
from ui.grounds import Grounds, show_grounds, span_grounds
from ui.remembered_drawing import drawn_once
from ui.source_groups import edition_sources, other_sources, peer_sources
from ui.tables import Column, show_table
from ui.view import View
from wording.answers import cannot_words
from wording.compare import far_words, leaders_words, not_whole_words, without_scores_words
from wording.data_warnings import warning_sentences
from wording.findings import score_number
from wording.marks import COMPUTED, figure_marks, mark_sentences
from wording.names import component_name, edition_name
from wording.peers import distance_words, peers_words
from wording.terms import terms_help

FAR = "◆"


@dataclass(frozen=True)
class _Compared:
    """The units, the edition and the answers that the parts of the section share."""

    key: EditionKey
    units: tuple[str, ...]
    comparison: ComponentComparison
    peers: Peers | None


def show_components(release: Release, view: View, key: EditionKey, units: tuple[str, ...]) -> None:
    """Draw the components of one edition of some units of its system."""
    drawn = _draw_picture(release, view.only(PROVINCE, SHOWN), key, units)
    if drawn is None:
        return
    compared, grounds = drawn
    _show_table(release, view, compared, grounds)
    show_grounds(view, grounds)


@drawn_once
def _draw_picture(
    release: Release, view: View, key: EditionKey, units: tuple[str, ...]
) -> tuple[_Compared, Grounds] | None:
    """Draw the picture; answers with what it shows and what it stands on, None where there is nothing to compare."""
    found = cached_answers.nearest_peers(release, key.system, key.year)
    peers = None if isinstance(found, CannotBeSaid) else found
    comparison = compare_components(release, key, units, peers.of(units[0]) if peers else ())
    if isinstance(comparison, CannotBeSaid):
        st.info(cannot_words(release, key, comparison, view.language))
        return None
    compared = _Compared(key, units, comparison, peers)
    leaders = leaders_words(release, comparison, view.language)
    if leaders:
        st.markdown(leaders)
    shown = view.values.one(SHOWN)
    picture = component_heat_chart if shown == HEAT else component_dots_chart
    spec, description = picture(release, key, units, view.language.code)
    if spec is None:
        st.info(description)
    else:
        st.vega_lite_chart(spec, theme=None, width="stretch", alt=description)
    return compared, _grounds(release, view, compared)


def component_download(release: Release, view: View, comparison: ComponentComparison) -> pd.DataFrame:
    """Return one row a component and province, numbers as numbers, with the headings of the reader's language."""
    text, key = view.language.text, comparison.key
    index = release.catalogue.index(key.index)
    yes_no = {True: text("yes"), False: text("no")}
    parts: list[pd.DataFrame] = []
    about = comparison.components.set_index("component")
    for component, figures in comparison.figures.groupby("component", sort=False):
        rows = cached_answers.edition_table(release, key, str(component)).set_index("unit").loc[figures["unit"]]
        whole = about.loc[str(component)]
        parts.append(
            pd.DataFrame(
                {
                    text("Index"): index.short_name,
                    text("Year"): key.year,
                    text("Component"): component_name(index, str(component), key.year, view.language),
                    **province_columns(release, figures["unit"], view.language),
                    **figure_columns(release, index, rows, view.language),
                    text("Maximum"): whole["maximum"],
                    text("Share of maximum (%)"): figures["share"].to_list(),
                    text("Percentile"): figures["percentile"].to_list(),
                    text("Difference from {province}", province=_first(release, view, comparison)): figures[
                        "difference"
                    ].to_list(),
                    text("Far"): [yes_no.get(far, "") for far in figures["matters"]],
                    text("Interquartile range of all provinces"): whole["spread"],
                    text("Peer median"): whole["peer_median"],
                }
            )
        )
    return pd.concat(parts, ignore_index=True)


def _show_table(release: Release, view: View, compared: _Compared, grounds: Grounds) -> None:
    """Draw the scores with downloads, closed until asked for."""
    box, is_open = closed_table(view, "components")
    if is_open:
        with box:
            _draw_table(release, view, compared, grounds)


def _draw_table(release: Release, view: View, compared: _Compared, grounds: Grounds) -> None:
    """Draw the scores, a row a component and a column a province, and downloads."""
    text, language = view.language.text, view.language
    comparison, key = compared.comparison, compared.key
    index = release.catalogue.index(key.index)
    components = comparison.components
    rows = components.assign(
        unit="", name=[component_name(index, str(name), key.year, language) for name in components["component"]]
    )
    columns = [Column("name", text("Component"), config={"pinned": True, "width": "medium"})]
    first = str(components["component"].iloc[0])

    def written(value: float) -> str:
        return score_number(value, index, first, key.year, language)

    for unit in compared.units:
        own = comparison.figures[comparison.figures["unit"] == unit].reset_index(drop=True)
        rows[unit] = own["score"]
        columns.append(Column(unit, release.provinces.name(unit, language.code), written, marks=_marks(own)))
    if rows["peer_median"].notna().any():
        about = terms_help(["median", "peers"], language)
        columns.append(
            Column("peer_median", text("Peer median"), written, pd.Series(COMPUTED, rows.index), {"help": about})
        )
    if rows["spread"].notna().any():
        heading = text("Interquartile range of all provinces")
        columns.append(Column("spread", heading, written, marks=pd.Series(COMPUTED, rows.index)))
    title = text("{edition}: components", edition=edition_name(release, key, language))
    show_table(rows, columns, alternative=title)
    show_downloads(
        release,
        view,
        f"so-sanh-{key.index.lower()}-{key.year}-{'-'.join(compared.units)}",
        title,
        lambda: component_download(release, view, comparison),
        grounds,
    )


def _marks(figures: pd.DataFrame) -> pd.Series:
    """Return what stands behind each score of a province: its marks, and the sign of one far from the first."""
    rows = zip(figures["kind"], figures["note_codes"], figures["matters"].fillna(value=False), strict=True)
    marks = [f"{figure_marks(str(kind), str(notes))} {FAR if far else ''}".strip() for kind, notes, far in rows]
    return pd.Series(marks, figures.index)


def _grounds(release: Release, view: View, compared: _Compared) -> Grounds:
    language, key, comparison = view.language, compared.key, compared.comparison
    text = language.text
    figures = comparison.figures
    table = figures.assign(year=key.year, rank=float("nan"), place_kind="")
    far = far_words(release, comparison, language)
    sentences = without_scores_words(release, comparison, language)
    if far and view.values.one(SHOWN) == HEAT:
        sentences.append(text("◆ in the table: {far}", far=far[:1].lower() + far[1:]))
    elif far:
        sentences.append(text("● in the picture, ◆ in the table: {far}", far=far[:1].lower() + far[1:]))
    sentences.append(not_whole_words(release, comparison, language))
    further = [edition_sources(release, view, key)]
    if compared.peers is not None and comparison.components["peer_median"].notna().any():
        sentences.append(f"{peers_words(release, compared.peers, compared.units[0], language)}. ")
        sentences.append(distance_words(release, compared.peers, compared.units[0], language))
        sentences += mark_sentences(COMPUTED, language)
        further.append(peer_sources(release, view, key.index, compared.peers))
    if figures["place"].notna().any():
        sentences.append(text("Percentiles and orders are worked out among all provinces measured that year."))
    parts = [str(component) for component in comparison.components["component"]]
    for component in parts:
        sentences += warning_sentences(release, key, component, language)
    everyone = pd.concat([release.figures(key, component)["source_id"] for component in parts])
    further.append(other_sources(release, view, key.index, everyone, figures["source_id"]))
    grounds = span_grounds(release, view, key.index, table, dict.fromkeys(sentences), further)
    return Grounds(tuple(dict.fromkeys(grounds.lines)), grounds.sources)


def _first(release: Release, view: View, comparison: ComponentComparison) -> str:
    return release.provinces.name(str(comparison.figures["unit"].iloc[0]), view.language.code)
