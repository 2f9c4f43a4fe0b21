"""The labels of the filters' choices, in the language of the view."""

from functools import lru_cache

from indicators.catalogue import OVERALL
from indicators.release import Release
from ui import address, cached_answers, filters
from ui.map_editions import chosen_map
from ui.map_parameters import ALL_INDICES, NOT_OUTLINED, ONE_MAP, OUTLINED, OVER_YEARS
from ui.page_parameters import CHANGE, GROUP, PLACE, SCORE
from ui.view import View
from wording.findings import places_name
from wording.language import Language
from wording.names import component_name, province_in_picker, region_name
from wording.terms import indices_help


def index_labels(release: Release) -> dict[str, str]:
    """Name the indices shortly, the same in both languages."""
    return {index.id: index.short_name for index in release.catalogue.indices}


def about_indices(release: Release, view: View) -> str:
    """Say what each index is, for the help of the buttons."""
    return indices_help(release.catalogue.indices, view.language)


def component_labels(release: Release, view: View) -> dict[str, str]:
    """Name the components of the chosen index; parts of parts are marked as such."""
    index = release.catalogue.index(view.values.one(address.INDEX))
    labels: dict[str, str] = {}
    for component in cached_answers.components_held(release, index.id):
        found = index.component(component)
        parent = found.latest.parent if found else None
        name = component_name(index, component, None, view.language)
        depth = 0 if component == OVERALL else 1 if parent in (None, OVERALL) else 2
        labels[component] = name if depth < 2 else f"– {name}"
    return labels


def region_labels(release: Release, view: View) -> dict[str, str]:
    """Name the regions of the 63."""
    return {region.id: region_name(release.provinces, region.id, view.language) for region in release.provinces.regions}


def unit_system_labels(view: View) -> dict[str, str]:
    """Name the unit systems by their number and dates, short enough for both to stand in one line on a phone."""
    text = view.language.text
    return {"63": text("63 (to 30 June 2025)"), "34": text("34 (from 1 July 2025)")}


def map_set_labels(view: View) -> dict[str, str]:
    """Name what the page of maps can draw."""
    text = view.language.text
    return {ONE_MAP: text("One map"), ALL_INDICES: text("All indices"), OVER_YEARS: text("Over the years")}


def outline_labels(view: View) -> dict[str, str]:
    """Name the two states of the outlines of regions."""
    return {OUTLINED: view.language.text("Yes"), NOT_OUTLINED: view.language.text("No")}


def shown_labels(release: Release, view: View) -> dict[str, str]:
    """Name what a map can show; its places are ranks, orders by score or both."""
    text = view.language.text
    places = places_name(("rank", "order"), view.language)
    if view.values.one(address.MAP_SET) == ONE_MAP:
        edition = chosen_map(release, view.values)
        table = cached_answers.edition_table(release, edition.key, view.values.one(address.COMPONENT))
        places = places_name(table["place_kind"], view.language)
    return {SCORE: text("Score"), PLACE: places, GROUP: text("Group"), CHANGE: text("Change")}


@lru_cache(maxsize=8)
def province_labels(release: Release, language: Language) -> dict[str, str]:
    """Name the provinces of both systems so that typing without tone marks finds them too; nobody writes to the
    answer.
    """
    provinces = release.provinces
    return {
        unit: filters.searchable(
            province_in_picker(provinces, unit, language),
            provinces.name(unit, "en"),
            *provinces.abbreviations.get(unit, ()),
        )
        for system in ("34", "63")
        for unit in provinces.units(system)
    }
