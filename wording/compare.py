"""The sentences of a comparison of provinces: by which editions, who leads in what, which differences matter."""

from collections import Counter
from typing import Any, cast

from indicators.common_edition import CommonEdition
from indicators.component_comparison import ComponentComparison
from indicators.release import Release
from wording.findings import score_number
from wording.gaps import short_reason
from wording.language import Language
from wording.names import component_name, edition_name, joined, named_or_counted, province_name


def common_edition_words(release: Release, common: CommonEdition, count: int, language: Language) -> str:
    """Say how many of `count` provinces an edition has, where some lack it or it is not the newest; "" for neither."""
    shown = common.shown
    if shown.count == count and not common.newer:
        return ""
    sentence = language.text(
        "{edition}: figures of {held} of {count} chosen provinces.",
        edition=edition_name(release, shown.key, language),
        held=shown.count,
        count=count,
    )
    if not common.newer:
        return sentence
    newer = [
        language.text(
            "{edition} ({held} of {count})", edition=edition_name(release, e.key, language), held=e.count, count=count
        )
        for e in common.newer
    ]
    of_newer = language.text("Newer editions hold fewer of them: {editions}.", editions=joined(newer, language))
    return f"{sentence} {of_newer}"


def leaders_words(release: Release, comparison: ComponentComparison, language: Language) -> str:
    """Say who has the best score in how many components, and in which the gap is largest as a share of the maximum.

    Components in which fewer than two of the provinces have a score do not count; "" where there are no others. Who
    shares a best score is counted with it.
    """
    rows = comparison.components[comparison.components["gap"].notna()]
    if rows.empty:
        return ""
    index, year = release.catalogue.index(comparison.key.index), comparison.key.year
    components = [str(component) for component in rows["component"]]
    counts = Counter(unit for component in components for unit in comparison.leaders(component))
    leaders = [
        language.text(
            "{province} leads in {count}", province=province_name(release.provinces, unit, language), count=count
        )
        for unit, count in counts.most_common()
    ]
    words = language.text(
        "{edition}: of {count} components, {leaders}.",
        edition=edition_name(release, comparison.key, language),
        count=len(components),
        leaders=", ".join(leaders),
    )
    known = rows[rows["gap_share"].notna() & (rows["gap"] > 0)].sort_values("gap_share", ascending=False, kind="stable")
    if known.empty:
        return words
    widest = cast("dict[str, Any]", known.iloc[0].to_dict())
    component = str(widest["component"])
    ends = [
        named_or_counted([province_name(release.provinces, unit, language) for unit in found], language)
        for found in (comparison.leaders(component), comparison.last(component))
    ]
    gap = score_number(float(widest["gap"]), index, component, year, language)
    if index.unit_of(component, year) == "points":
        gap = language.text("{score} points", score=gap)
    largest = language.text(
        "Largest gap: {component}, {gap} between {best} (highest) and {worst} (lowest).",
        component=component_name(index, component, year, language, short=True),
        gap=gap,
        best=ends[0],
        worst=ends[1],
    )
    return f"{words} {largest}"


def without_scores_words(release: Release, comparison: ComponentComparison, language: Language) -> list[str]:
    """Name the provinces that have no score in any component, one sentence for all that share a reason."""
    by_reason: dict[str, list[str]] = {}
    for unit, own in comparison.figures.groupby("unit", sort=False):
        if own["score"].isna().all():
            by_reason.setdefault(str(own["reason"].iloc[0]), []).append(str(unit))
    return [
        language.text(
            "No component scores of {provinces}: {reason}.",
            provinces=joined([province_name(release.provinces, unit, language) for unit in units], language),
            reason=short_reason(reason, language),
        )
        for reason, units in by_reason.items()
    ]


def far_words(release: Release, comparison: ComponentComparison, language: Language) -> str:
    """Say what is called far: further from the first province than the middle half of all provinces is wide.

    "" where that cannot be said of any component.
    """
    figures = comparison.figures
    if not figures["matters"].notna().any():
        return ""
    return language.text(
        "Far from {province}: by more than the interquartile range of all provinces in that component, which is the "
        "width of their middle half.",
        province=province_name(release.provinces, str(figures["unit"].iloc[0]), language),
    )


def not_whole_words(release: Release, comparison: ComponentComparison, language: Language) -> str:
    """Name the components without range, percentile and peers' median, since not all scores are held; "" for none."""
    rows = comparison.components[~comparison.components["whole"]]
    if rows.empty:
        return ""
    index, year = release.catalogue.index(comparison.key.index), comparison.key.year
    names = [
        language.text(
            "{component} ({held} of {due})",
            component=component_name(index, str(row["component"]), year, language, short=True),
            held=row["held"],
            due=row["due"],
        )
        for row in rows.to_dict("records")
    ]
    return language.text(
        "No range, percentile and peer median, as not all scores are held: {components}.", components="; ".join(names)
    )
