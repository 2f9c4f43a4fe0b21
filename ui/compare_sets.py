"""The sets of provinces that a comparison suggests: each a button that fills the address in one click."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.period_review import best_improvers
from indicators.release import Release
from indicators.units import UnitSystem
from ui import cached_answers
from ui.address import FURTHER_PROVINCES, INDEX, LAST_YEAR, PROVINCE
from ui.compare_parameters import AT_MOST
from ui.page_parameters import system_of
from ui.view import View, choose
from wording.names import edition_name, province_name

LARGEST_SET = 5
PERIOD_YEARS = 3  # the best improvers are those since three years before, about the length of a plan's half


@dataclass(frozen=True, slots=True)
class SuggestedSet:
    """One set: what its button says, whom it adds to the chosen province, and why it has nobody ("" where it has)."""

    label: str
    units: tuple[str, ...]
    reason: str = ""


def show_suggested_sets(release: Release, view: View) -> None:
    """Draw a button for each suggested set; one that cannot be said is there and says why."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(view.language.text("Suggested:"), width="content")
        for number, suggested in enumerate(suggested_sets(release, view)):
            names = [release.provinces.name(unit, view.language.code) for unit in suggested.units]
            st.button(
                suggested.label,
                key=f"suggested-{number}",
                help=", ".join(names) or suggested.reason,
                disabled=not suggested.units,
                on_click=choose,
                args=(FURTHER_PROVINCES, suggested.units),
            )


def suggested_sets(release: Release, view: View) -> list[SuggestedSet]:
    """List the sets for the chosen province, or the country, in the chosen unit system, index and year."""
    system = system_of(view.values)
    own = cached_answers.chosen_units(release, view.values.one(PROVINCE), system)
    room = min(LARGEST_SET, AT_MOST - len(own))
    sets = _of_edition(release, view, system, own, room)
    return [*_of_province(release, view, system, own, room), *sets] if own else sets


def _of_province(release: Release, view: View, system: UnitSystem, own: Sequence[str], room: int) -> list[SuggestedSet]:
    """Return the nearest peers, and those of them that lie in the same region, which only the 63 have."""
    text = view.language.text
    everybody = len(release.provinces.units(system))
    peers = cached_answers.nearest_peers(release, system, view.values.number(LAST_YEAR), everybody)
    nearest = [] if isinstance(peers, CannotBeSaid) else [unit for unit in peers.of(own[0]) if unit not in own]
    name = province_name(release.provinces, own[0], view.language)
    sets = [
        SuggestedSet(text("Nearest to {province}", province=name), tuple(nearest[:room]), text("No peers are known."))
    ]
    region = release.provinces[own[0]].region
    if region is not None:
        of_region = [unit for unit in nearest if release.provinces[unit].region == region]
        sets.append(SuggestedSet(text("Same region"), tuple(of_region[:room]), text("No peers are known.")))
    return sets


def _of_edition(release: Release, view: View, system: UnitSystem, own: Sequence[str], room: int) -> list[SuggestedSet]:
    """Return the best improvers of the chosen index up to the chosen year, and the first of its newest edition."""
    text, index, last_year = view.language.text, view.values.one(INDEX), view.values.number(LAST_YEAR)
    held = [year for year in cached_answers.years_held(release, index, OVERALL, system) if year <= last_year]
    short_name = release.catalogue.index(index).short_name
    if not held:
        return []
    key = EditionKey(index, held[0], system)
    period = cached_answers.period_of(release, index, system, held[0] - PERIOD_YEARS, held[0])
    improvers: list[str] = []
    label = text("Best improvers, {index}", index=short_name)
    if not isinstance(period, CannotBeSaid):
        improvers = [
            str(unit) for unit in best_improvers(cached_answers.review_period(release, period), AT_MOST)["unit"]
        ]
        label = f"{label} {period.first.year}–{period.last.year}"
    first = cached_answers.units_by_place(release, key, OVERALL)
    edition = edition_name(release, key, view.language)
    not_said = text("Who improved most cannot be said: not all scores of both editions are held.")
    return [
        SuggestedSet(label, _others(improvers, own, room), not_said),
        SuggestedSet(
            text("First of {edition}", edition=edition), _others(first, own, room), text("No places are held.")
        ),
    ]


def _others(units: Sequence[str], own: Sequence[str], room: int) -> tuple[str, ...]:
    return tuple([unit for unit in units if unit not in own][:room])
