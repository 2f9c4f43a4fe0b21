"""What a reader should know before using the figures: the limits of the data, and what the checks remarked."""

from indicators.catalogue import EditionKey
from indicators.coverage import coverage, index_coverage
from indicators.provenance import notes_used
from indicators.release import Release
from wording.data_warnings import HELD_BACK, SENTENCES
from wording.language import Language
from wording.names import component_name, joined
from wording.numbers import whole


def known_limits(release: Release, language: Language) -> list[str]:
    """Say the limits of the release in sentences, what is thinnest first; counted from the figures held."""
    notes = notes_used(release).set_index("code")["figures"].to_dict()
    sentences = [
        *_thin_indices(release, language),
        *_best_30(release, language),
        *_without_ranks(release, language),
        language.text(
            "Results of the 63 provinces (to 30 June 2025) and of the 34 (from 1 July 2025) are kept apart. What is "
            "shown for a merged province before that date is the range of its predecessors and a mean marked as "
            "computed."
        ),
        language.text(
            "Regions are those of the 63 provinces. Some of the 34 span two of them, so no regional figure is given "
            "there."
        ),
    ]
    if count := int(notes.get("copy_confirmed", 0)):
        sentences.append(
            language.text(
                "{count} figures are taken from public copies that agree with the publisher wherever both could be "
                "read.",
                count=whole(count, language),
            )
        )
    if count := int(notes.get("secondary_source", 0)):
        sentences.append(
            language.text(
                "{count} figures rest on one secondary source only and are marked ‡.", count=whole(count, language)
            )
        )
    sentences.append(
        language.text(
            "The figures are copied from what the publishers made public. Where they differ from the publisher's own "
            "text, that text holds."
        )
    )
    return sentences


def warning_rows(release: Release, language: Language) -> list[tuple[str, str]]:
    """List what the checks remarked, as (edition and component, sentence); nothing twice."""
    rows: dict[tuple[str, str], None] = {}
    for warning in release.warnings:
        index = release.catalogue.index(warning.index)
        name = f"{index.short_name} {warning.year}"
        if warning.component is not None:
            name = f"{name} – {component_name(index, warning.component, warning.year, language)}"
        if warning.code == HELD_BACK:
            rows[name, language.text("The figures are being checked again and are not shown.")] = None
        elif warning.code in SENTENCES:
            rows[name, language.text(SENTENCES[warning.code])] = None
    return list(rows)


def _thin_indices(release: Release, language: Language) -> list[str]:
    """Say of each index without a whole edition how much of it is held."""
    table = index_coverage(coverage(release))
    return [
        language.text(
            "{index}: {held} of {due} overall scores of {published} published editions are held, and no edition is "
            "whole: order by score, medians, classes and decompositions cannot be said. Publishers' annexes that were "
            "only scanned, or not found, are not in the data.",
            index=release.catalogue.index(str(row["index"])).short_name,
            held=whole(int(row["scores_held"]), language),
            due=whole(int(row["scores_due"]), language),
            published=row["published"],
        )
        for row in table.to_dict("records")
        if row["whole"] == 0
    ]


def _best_30(release: Release, language: Language) -> list[str]:
    found: dict[str, list[EditionKey]] = {}
    for edition in release.catalogue.editions:
        if edition.what_is_published == "best_30":
            found.setdefault(edition.key.index, []).append(edition.key)
    return [
        language.text(
            "{index} {years}: only the best 30 provinces are published. A province without a figure here is not "
            "thereby outside the best 30, as not all of the 30 are held.",
            index=release.catalogue.index(index).short_name,
            years=joined([str(key.year) for key in sorted(keys)], language),
        )
        for index, keys in found.items()
    ]


def _without_ranks(release: Release, language: Language) -> list[str]:
    return [
        language.text(
            "{index}: the publisher gives no ranks. The place shown is an order by score (*), worked out here.",
            index=index.short_name,
        )
        for index in release.catalogue.indices
        if not index.publishes_ranks
    ]
