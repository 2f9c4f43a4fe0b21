"""The finished maps that pages show, kept by the process for all sessions like those of `ui.finished_charts`.

Every function returns the specification and its text alternative; the specification is None where there is nothing to
draw, and the text says why. A click answers through the selection `charts.province_map.SELECTION` with `unit`. Another
choice of provinces costs nothing.
"""

from functools import lru_cache

from charts.boundaries import boundaries_url
from charts.map_key import class_key
from charts.map_layout import COMPACT, PAGE, SMALL, YEAR, MapLayout
from charts.map_questions import CHANGE, SCORE, MapQuestion, map_of_change, map_of_edition, map_of_todays
from charts.province_map import province_map, province_map_description, with_chosen
from charts.theme import Spec
from indicators.catalogue import EditionKey
from indicators.map_classes import fixed_classes
from indicators.release import Release
from ui import cached_answers
from ui.chart_subjects import subject_of
from ui.finished_charts import FinishedChart
from ui.map_editions import MapEdition
from wording.findings import own_comparison_words
from wording.language import LanguageCode, language
from wording.map_legend import class_ranges


def map_chart(
    release: Release,
    key: EditionKey,
    component: str,
    shown: str,
    language_code: LanguageCode,
    chosen: tuple[str, ...] = (),
    *,
    earlier_year: int | None = None,
    compact: bool = False,
    regions: bool = False,
) -> FinishedChart:
    """Return the map of one edition.

    `shown` is `diem`, `hang`, `nhom` or `thay-doi` (then with `earlier_year`); `regions` outlines those of the 63.
    """
    edition, layout = MapEdition(key, key.system), COMPACT if compact else PAGE
    chart = _map(release, edition, component, shown, language_code, earlier_year, layout, regions=regions)
    return _chosen(chart, chosen)


def todays_map_chart(
    release: Release, key: EditionKey, component: str, language_code: LanguageCode, chosen: tuple[str, ...] = ()
) -> FinishedChart:
    """Return the map of an edition of the 63 by today's provinces."""
    return _chosen(_map(release, MapEdition(key, "34"), component, SCORE, language_code, None, PAGE), chosen)


def small_map_chart(
    release: Release,
    edition: MapEdition,
    component: str,
    shown: str,
    language_code: LanguageCode,
    chosen: tuple[str, ...] = (),
    *,
    key_apart: bool,
    regions: bool = False,
) -> FinishedChart:
    """Return one of several maps, in the fixed classes of its method series.

    With `key_apart` its legend holds the numbers of provinces alone, and `series_key_chart` explains the classes.
    """
    layout = YEAR if key_apart else SMALL
    return _chosen(_map(release, edition, component, shown, language_code, None, layout, regions=regions), chosen)


@lru_cache(maxsize=64)
def series_key_chart(release: Release, key: EditionKey, component: str, language_code: LanguageCode) -> FinishedChart:
    """Return the classes that all maps of an edition's method series share."""
    classes = fixed_classes(release, key, component)
    if classes is None:
        return None, ""
    spoken = language(language_code)
    index = release.catalogue.index(key.index)
    ranges = class_ranges(classes, index, component, key.year, spoken)
    return class_key(ranges, spoken), "; ".join(ranges)


def _chosen(chart: FinishedChart, chosen: tuple[str, ...]) -> FinishedChart:
    spec, description = chart
    return (None if spec is None else with_chosen(spec, chosen)), description


@lru_cache(maxsize=256)
def _map(
    release: Release,
    edition: MapEdition,
    component: str,
    shown: str,
    language_code: LanguageCode,
    earlier_year: int | None,
    layout: MapLayout,
    *,
    regions: bool = False,
) -> FinishedChart:
    question = _question(release, edition, component, shown, language_code, earlier_year, fixed=layout in (SMALL, YEAR))
    if question.legend is None:
        return None, question.refusal
    spoken = language(language_code)
    chart: Spec = province_map(
        question.rows,
        question.legend,
        boundaries_url=boundaries_url(edition.system),
        language=spoken,
        legend_title=question.title if layout.legend == "corner" else (),
        value_title=question.value_title,
        place_title=question.place_title,
        layout=layout,
        regions=regions,
    )
    title = ", ".join(question.title)
    return chart, province_map_description(question.rows, question.legend, title=title, language=spoken)


def _question(
    release: Release,
    edition: MapEdition,
    component: str,
    shown: str,
    language_code: LanguageCode,
    earlier_year: int | None,
    *,
    fixed: bool,
) -> MapQuestion:
    key = edition.key
    subject = subject_of(release, key.index, component, edition.system, language_code)
    if edition.seen_by_todays:
        seen = cached_answers.todays_view(release, key, component)
        return map_of_todays(release, key, subject, seen, fixed=fixed)
    if shown == CHANGE and earlier_year is not None:
        earlier = EditionKey(key.index, earlier_year, key.system)
        change = cached_answers.change_between(release, earlier, key, component)
        own_reasons = own_comparison_words(release, earlier, key, component, subject.language)
        return map_of_change(change, earlier, key, subject, own_reasons)
    table = cached_answers.edition_table(release, key, component)
    return map_of_edition(release, key, subject, table, shown, fixed=fixed)
