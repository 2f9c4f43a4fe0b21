"""What the components of one index stand on: sources, the editions around, what lies between them, marks."""

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL
from indicators.comparability import crossings_between
from indicators.component_standing import percentile_trends, strengths_of_all
from indicators.release import Release
from indicators.results import newer_editions_not_held
from indicators.strengths import Strengths
from indicators.units import Unit
from ui.grounds import Grounds, span_grounds
from ui.source_groups import SourceGroup, crossing_sources, edition_sources, figure_sources
from ui.strengths_standings import Shown
from ui.view import View
from wording.findings import crossing_words
from wording.gaps import newer_edition_words
from wording.language import Language
from wording.marks import COMPUTED, mark_sentences
from wording.names import component_name
from wording.strengths import no_strengths_words, not_judged_words


def index_grounds(release: Release, view: View, shown: Shown) -> Grounds:
    """Return what the table of one index stands on: its figures, places and percentiles among all, and its trends."""
    language, standing = view.language, shown.standing
    key, rows = standing.key, shown.rows
    lines = newer_words(release, shown, language)
    further: list[SourceGroup] = []
    if isinstance(standing.answer, Strengths):
        lines.append(not_judged_words(release, standing.answer, language))
        lines += mark_sentences(COMPUTED, language)
        everybody = figure_sources(release, view, key.index, standing.answer.table["source_id"])
        heading = language.text("All provinces, for places and percentiles")
        further.append(SourceGroup(heading, everybody.entries, counted=True))
        words, crossings = _of_trends(release, view, shown)
        lines += words
        further.append(crossings)
    further.append(edition_sources(release, view, key))
    table = rows.assign(year=key.year, rank=rows["place"].where(rows["place_kind"] == "rank"), kind=rows["score_kind"])
    grounds = span_grounds(release, view, key.index, table, lines, further)
    return Grounds(tuple(dict.fromkeys(grounds.lines)), grounds.sources)


def percentiles_before(release: Release, shown: Shown) -> list[dict[int, float]]:
    """Return the percentiles by year that lead up to the edition, one dict a row shown; all empty without an answer."""
    if not isinstance(shown.standing.answer, Strengths):
        return [{} for _ in range(len(shown.rows))]
    components = tuple(shown.standing.table["component"].astype("str"))
    trends = percentile_trends(release, shown.standing.key, components).loc[shown.standing.unit]
    return [dict(trends[str(name)]) for name in shown.rows["component"]]


def newer_words(release: Release, shown: Shown, language: Language) -> list[str]:
    """Say of each later edition why the province is not judged by it."""
    standing = shown.standing
    by_system = {Unit.parse(unit).system: unit for unit in shown.units}
    said: list[str] = []
    for key in standing.newer:
        answer = strengths_of_all(release, key, every_level=shown.every_level)
        held = release.holds(key, OVERALL)
        if isinstance(answer, CannotBeSaid) and (held or answer.held):
            said.append(no_strengths_words(release, key, answer, language))
        else:
            unit = by_system[key.system] if held else None
            said.append(newer_edition_words(release, release.catalogue.edition(key), language, unit))
    unheld = newer_editions_not_held(release, standing.key, standing.unit)
    said += [newer_edition_words(release, edition, language) for edition in unheld if edition.key not in standing.newer]
    return said


def _of_trends(release: Release, view: View, shown: Shown) -> tuple[list[str], SourceGroup]:
    """Return what is said, and its sources, of what lies between the editions that the trends pass through: one
    sentence a pair of years and reason, with the components that it is about, the oldest first.
    """
    key, unit = shown.standing.key, shown.standing.unit
    about: dict[str, list[str]] = {}
    crossings = []
    for component, trend in zip(shown.rows["component"], percentiles_before(release, shown), strict=True):
        if len(trend) > 1:
            asked = (release, key.index, str(component), min(trend), key.year)
            name = component_name(shown.index, str(component), key.year, view.language, short=True)
            for sentence in crossing_words(*asked, view.language, (unit,)):
                about.setdefault(sentence, []).append(name)
            crossings += crossings_between(*asked, (unit,))
    # A sentence begins with its years, so this is the order of time.
    words = [f"{'; '.join(about[sentence])}, {sentence}" for sentence in sorted(about)]
    return words, crossing_sources(release, view, key.index, dict.fromkeys(crossings))
