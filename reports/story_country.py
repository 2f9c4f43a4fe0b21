"""The story of the country, and that of a region: who stands first, who rose most, where provinces lie."""

from reports.blocks_improvers import improvers, risen
from reports.blocks_map import map_of_edition
from reports.blocks_overview import (
    first_of_each,
    first_places,
    means,
    newest_of_country,
)
from reports.blocks_region import newest_of_region, region_places, region_standing
from reports.story_parts import Part, Question
from wording.names import region_name


def country_parts(question: Question) -> list[Part]:
    """Lay the parts of the country's story in their order, without its first and last slides."""
    name = question.language.text("Whole country")
    keys = newest_of_country(question)
    parts = [first_of_each(question, keys, name), means(question)]
    for key in keys:
        parts += [first_places(question, key), risen(question, key, name), map_of_edition(question, key, (), name)]
    if question.first_year < question.last_year:
        parts += [improvers(question, index.id) for index in question.release.catalogue.indices]
    return parts


def region_parts(question: Question, region: str) -> list[Part]:
    """Lay the parts of a region's story in their order; regions exist for the 63 only."""
    name = region_name(question.release.provinces, region, question.language)
    units = question.release.provinces.units("63", region)
    keys = newest_of_region(question, region)
    parts = [region_standing(question, region, keys), means(question, region)]
    for key in keys:
        parts += [region_places(question, region, key), risen(question, key, name, units)]
        parts.append(map_of_edition(question, key, units, name))
    if question.first_year < question.last_year:
        parts += [improvers(question, index.id, units) for index in question.release.catalogue.indices]
    return parts
