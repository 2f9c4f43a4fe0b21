"""The finished charts of the comparison by component, each kept by the process for all sessions."""

from functools import lru_cache

from charts.component_dots import component_dots
from charts.component_heat import component_heat
from charts.component_words import ComparedComponents
from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.component_comparison import compare_components
from indicators.release import Release
from ui import cached_answers
from ui.chart_subjects import subject_of
from ui.finished_charts import FinishedChart
from wording.language import LanguageCode, language


@lru_cache(maxsize=128)
def component_dots_chart(
    release: Release, key: EditionKey, units: tuple[str, ...], language_code: LanguageCode
) -> FinishedChart:
    """Return the dots of some units in the components of an edition, with the median of the first one's peers."""
    compared = _compared(release, key, units, language_code)
    spec = (
        None if compared is None else component_dots(compared, peers_of=release.provinces.name(units[0], language_code))
    )
    if compared is None or spec is None:
        return None, language(language_code).text(
            "No picture: in no component two of the provinces have a score on a scale that is known."
        )
    return spec, compared.description()


@lru_cache(maxsize=128)
def component_heat_chart(
    release: Release, key: EditionKey, units: tuple[str, ...], language_code: LanguageCode
) -> FinishedChart:
    """Return the percentiles of some units in the components of an edition as a table in shades."""
    compared = _compared(release, key, units, language_code)
    spec = None if compared is None else component_heat(compared)
    if compared is None or spec is None:
        return None, language(language_code).text("No percentiles: of no component all scores are held.")
    return spec, compared.description()


def _compared(
    release: Release, key: EditionKey, units: tuple[str, ...], language_code: LanguageCode
) -> ComparedComponents | None:
    peers = cached_answers.nearest_peers(release, key.system, key.year)
    own_peers = () if isinstance(peers, CannotBeSaid) else peers.of(units[0])
    comparison = compare_components(release, key, units, own_peers)
    if isinstance(comparison, CannotBeSaid):
        return None
    return ComparedComponents(comparison, subject_of(release, key.index, OVERALL, key.system, language_code))
