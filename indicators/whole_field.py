"""All who stand in a whole edition: every score, and the place of each, which questions of distance rest on."""

from dataclasses import dataclass

import pandas as pd

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey
from indicators.measurement import completeness, former_figures, measured_scores
from indicators.ranking import PlaceKind, competition_ranks
from indicators.release import Release
from indicators.remembering import once_a_release


@dataclass(frozen=True)
class WholeField:
    """The scores (float64) and places (int64) of all measured units of an edition, by unit key; former units too.

    Places are the published ranks where every one is held (`kind` is `rank`), else the order by score ("1224").
    `former`: the rows of `measurement.former_figures`.
    """

    scores: pd.Series
    places: pd.Series
    kind: PlaceKind
    former: pd.DataFrame


@once_a_release
def whole_field(release: Release, key: EditionKey, component: str) -> WholeField | CannotBeSaid:
    """Return the field of an edition; cannot be said (`edition_not_whole`) unless every measured score is held."""
    held = completeness(release, key, component)
    if not held.whole:
        return CannotBeSaid("edition_not_whole", held.held, held.due)
    scores = measured_scores(release, key, component)
    former = former_figures(release, key, component)
    published = release.figures(key, component).set_index("unit")["rank"]
    ranks = pd.concat([published, former["rank"]]).astype("Int64").reindex(scores.index)
    kind: PlaceKind = "rank" if ranks.notna().all() else "order"
    return WholeField(scores, (ranks if kind == "rank" else competition_ranks(scores)).astype("int64"), kind, former)
