"""What the terms of the pages mean, one sentence each, for the tooltips of headings, columns and filters.

What an index is stands in its catalogue (`Index.help`).
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from indicators.catalogue import Index
from wording.language import Language

Term = Literal[
    "edition",
    "rank",
    "order by score",
    "group",
    "deduced group",
    "change of place",
    "not comparable",
    "method series",
    "break in method",
    "not published",
    "not collected",
    "coverage",
    "median",
    "percentile",
    "own movement",
    "field movement",
    "contribution",
    "remainder",
    "next place",
    "headroom",
    "strength",
    "weakness",
    "peers",
    "lead agency",
    "target",
    "reviews",
    "best improvers",
    "by today's provinces",
    "what-if",
    "data notes",
    "release",
]


def term_help(term: Term, language: Language) -> str:
    """Say in one sentence what a term means."""
    return language.text(_SENTENCES[term])


def terms_help(terms: Sequence[Term], language: Language) -> str:
    """Say what several terms mean, for a heading that holds them all."""
    return " ".join(term_help(term, language) for term in terms)


def places_help(kinds: Iterable[str], language: Language) -> str:
    """Say what the places of a column are, by all their kinds: ranks, orders by score, or both."""
    found = set(kinds)
    terms: list[Term] = ["rank"] if "rank" in found else []
    return terms_help([*terms, "order by score"] if "order" in found else terms, language)


def indices_help(indices: Iterable[Index], language: Language) -> str:
    """Say what each index is, as a list in Markdown."""
    return "\n".join(f"- **{index.short_name}**: {index.help.in_language(language.code)}" for index in indices)


_SENTENCES: dict[Term, str] = {
    "edition": "One index in one year of measurement.",
    "rank": "The place printed by the publisher, always with the number of provinces ranked.",
    "order by score": "The place that this site works out from scores where no rank was published.",
    "group": "The band given by the publisher; PAPI has four.",
    "deduced group": (
        "A group deduced from published group sizes and the order of scores, not read in a source, carries the mark †."
    ),
    "change of place": "Difference of rank between two comparable editions; up means a better rank.",
    "not comparable": "The method or the units changed, so no change is worked out between the two editions.",
    "method series": "Consecutive editions measured in the same way.",
    "break in method": "The point where the measure changed; the figures on both sides are not joined.",
    "not published": "Not published: the publisher does not give this figure.",
    "not collected": "Not collected: the figure was published but is not yet in the data of this site.",
    "coverage": "Provinces with a figure out of those due.",
    "median": "The middle value when provinces are sorted by score.",
    "percentile": "Share of the other provinces that score lower: 100 is best, 0 lowest.",
    "own movement": "Places gained or lost through the province's own score, against the others' later scores.",
    "field movement": "Places gained or lost had the province kept its old score among the others' new ones.",
    "contribution": "Contribution: the part of the overall change that comes from one component "
    "(its change times its weight).",
    "remainder": "Remainder: the part that cannot be assigned, from rounding or components not held.",
    "next place": "Points needed to draw level with the next province in the published edition; not a forecast.",
    "headroom": "Distance from the present score to the best or a reference, weighted.",
    "strength": "Strength: a component at percentile 75 or above.",
    "weakness": "Weakness: a component at percentile 25 or below; persistent if so in three editions running.",
    "peers": "The nearest provinces by population, area and GRDP per capita.",
    "lead agency": "The agency that usually leads this work; a province may assign it otherwise.",
    "target": "A score or rank that the province set for an edition.",
    "reviews": "Review at the middle and at the end of a plan period.",
    "best improvers": "Provinces with the largest change by the stated measure (score, places or own movement).",
    "by today's provinces": (
        "Figures of the 63 shown by the 34: the range of the former provinces and a mean computed by the rule stated."
    ),
    "what-if": "Arithmetic on the last edition with changed component scores; not a forecast.",
    "data notes": "What to know before using a figure: gaps, rounding, sources that differ.",
    "release": "The checked set of figures that all pages read.",
}
