"""What is said of an index that is catalogued and has no figures yet."""

from indicators.catalogue import OVERALL, AwaitedIndex, Edition, Index
from wording.gaps import short_reason
from wording.language import Language
from wording.numbers import number


def awaited_index_words(index: Index, language: Language) -> str:
    """Name an index in full with its publisher: "PGI: Chỉ số Xanh cấp tỉnh (VCCI)"."""
    publisher = index.short_publisher(max(named.first_year for named in index.dated_publishers))
    name = index.name().in_language(language.code)
    return f"{index.short_name}: {name} ({publisher.in_language(language.code)})"


def awaited_part_words(awaited: AwaitedIndex, language: Language) -> str:
    """Say of what an index is made in its newest edition and of how many points; "" where no edition is listed."""
    if not awaited.editions:
        return ""
    index, year = awaited.index, awaited.editions[-1].key.year
    root = index.period(OVERALL, year)
    parts = [index.period(part, year) for part in index.parts(OVERALL, year)]
    below = [index.period(part, year) for each in index.parts(OVERALL, year) for part in index.parts(each, year)]
    named = "; ".join(period.short_name.in_language(language.code) for period in below or parts if period is not None)
    scale = (
        language.text("The top of the scale is not known.")
        if root is None or root.maximum is None
        else language.text("{maximum} points in all.", maximum=number(root.maximum, 0, language))
    )
    return language.text("{count} parts: {names}. {scale}", count=len(below or parts), names=named, scale=scale)


def awaited_edition_words(edition: Edition, language: Language) -> str:
    """Say that no figure of an edition is held, and why."""
    published = edition.status == "published"
    reason = language.text("published, not collected yet") if published else short_reason(edition.status, language)
    return language.text("no figures yet: {reason}", reason=reason)
