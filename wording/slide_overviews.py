"""Titles of the slides of a region, of the country, and of the review of a period: who stands first, who rose most."""

from collections.abc import Sequence
from typing import Any, cast

import pandas as pd

from indicators.catalogue import OVERALL, EditionKey
from indicators.national import NationalFigure
from indicators.period_review import Period
from indicators.release import Release
from wording.findings import place_change_words, score_change_words, score_text
from wording.language import Language
from wording.marks import Origin
from wording.names import edition_name, named_or_counted, province_name
from wording.slide_titles import years_words
from wording.slides import fitted

# What `slide_titles.numbered` puts behind a title.
_NUMBER = len(" (1/2)")


def first_title(name: str, firsts: Sequence[tuple[str, str]], language: Language) -> str:
    """Name who stands first in each index: (edition, provinces), with the name of the country or region."""
    named = "; ".join(f"{edition} {provinces}" for edition, provinces in firsts)
    if not firsts:
        return language.text("{name}: who stands first cannot be said of any index", name=name)
    return fitted(
        language.text("{name}, first by rank or by score: {firsts}", name=name, firsts=named),
        language.text("{name}: who stands first in each index", name=name),
        room=_NUMBER,
    )


def region_first_title(name: str, firsts: Sequence[tuple[str, str]], count: int, language: Language) -> str:
    """Name who of a region stands first in each index where there is room, else whose places are shown.

    `firsts`: (edition, provinces); `count`: the provinces of the region.
    """
    named = "; ".join(f"{edition} {provinces}" for edition, provinces in firsts)
    shown = language.text("{name}: places of its {count} provinces in each index", name=name, count=count)
    if not firsts:
        return shown
    return fitted(
        language.text("{name}, first by rank or by score: {firsts}", name=name, firsts=named), shown, room=_NUMBER
    )


def risen_title(
    release: Release, earlier: EditionKey, later: EditionKey, name: str, table: pd.DataFrame, language: Language
) -> str:
    """Say who rose most by score between two editions; `table` as `movers.province_moves`, largest rise first.

    Of several equal ones all are named, or counted.
    """
    index = release.catalogue.index(later.index)
    title = f"{index.short_name} {earlier.year} → {later.year}, {name}"
    largest = float(table["score_change"].max())
    if largest <= 0:
        return language.text("{title}: no score rose", title=title)
    units = table.loc[table["score_change"] == largest, "unit"]
    names = named_or_counted([province_name(release.provinces, str(unit), language) for unit in units], language)
    return language.text(
        "{title}: {provinces} rose most, {change}",
        title=title,
        provinces=names,
        change=score_change_words(largest, index, OVERALL, later.year, language),
    )


def improvers_title(release: Release, period: Period, best: pd.DataFrame, language: Language) -> str:
    """Name who improved most over a period by own movement; `best` as `period_review.best_improvers`, not empty."""
    title = f"{release.catalogue.index(period.last.index).short_name} {period.first.year} → {period.last.year}"
    rows = cast("list[dict[str, Any]]", best.to_dict("records"))
    largest = int(rows[0]["own"])
    first = [province_name(release.provinces, str(row["unit"]), language) for row in rows if int(row["own"]) == largest]
    return language.text(
        "{title}: {provinces} improved most: own score {change}",
        title=title,
        provinces=named_or_counted(first, language),
        change=place_change_words(largest, "order", language),
    )


def region_places_title(release: Release, key: EditionKey, name: str, table: pd.DataFrame, language: Language) -> str:
    """Say who of a region scores highest; `table`: rows of `places_among.places_in_regions` of that region."""
    edition = edition_name(release, key, language)
    first = table[table["place"] == 1]
    row = cast("dict[str, Any]", first.iloc[0].to_dict())
    index = release.catalogue.index(key.index)
    origin = Origin(str(row["kind"]), ";".join(first["note_codes"].astype("str")))
    return language.text(
        "{edition}, {name}: {provinces} scores highest ({score})",
        edition=edition,
        name=name,
        provinces=named_or_counted(
            [province_name(release.provinces, str(unit), language) for unit in first["unit"]], language
        ),
        score=score_text(row["score"], origin, index, OVERALL, key.year, language),
    )


def region_results_title(release: Release, key: EditionKey, name: str, held: int, of: int, language: Language) -> str:
    """Say how many provinces of a region have a result, where their order inside it cannot be said."""
    edition = edition_name(release, key, language)
    return language.text(
        "{edition}, {name}: {held} of {of} provinces have a result here", edition=edition, name=name, held=held, of=of
    )


def means_title(count: int, first: int, last: int, language: Language) -> str:
    """Count the editions of which a mean or a median is given."""
    return language.text(
        "{years}: a published mean or a median of {count} editions", years=years_words(first, last), count=count
    )


def mean_words(release: Release, key: EditionKey, figure: NationalFigure | None, language: Language) -> str:
    """Say the middle of an edition: the published mean, or the median, which is computed; "" where there is neither."""
    if figure is None:
        return ""
    index = release.catalogue.index(key.index)
    written = score_text(figure.value, Origin(figure.kind, ""), index, OVERALL, key.year, language)
    if figure.statistic == "mean":
        return language.text("published mean {score}", score=written)
    return language.text("median {score}", score=written)
