"""The map of one edition with the province, or the provinces, of the story outlined."""

from collections.abc import Sequence

from charts.boundaries import boundaries_url
from charts.province_map import province_map, province_map_description, with_chosen
from charts.theme import Spec
from indicators.catalogue import OVERALL, EditionKey
from indicators.release import Release
from indicators.remembering import once_a_release
from indicators.results import edition_table
from reports.blocks_standing import source_line_of
from reports.remembered import score_map
from reports.slides import Map
from reports.story_parts import Grounds, Part, Question, Sources, grounds, left_out, part
from wording.gaps import partial_words
from wording.language import Language
from wording.names import edition_name
from wording.slide_titles import classes_title, map_title, several_on_map_title


def map_of_edition(question: Question, key: EditionKey, units: Sequence[str], name: str) -> Part:
    """Draw the scores of an edition; the title says in which class one province lies, or how many of several do."""
    release, language = question.release, question.language
    edition = edition_name(release, key, language)
    found = score_map(release, key, language)
    if found.legend is None:
        return left_out(language.text("{edition}: no map, since no score is held.", edition=edition))
    table = edition_table(release, key)
    classes = found.legend.classes
    numbers = found.rows.set_index("unit")["class_number"].reindex(list(units))
    if units and numbers.isna().all():
        sentence = "{edition}: no map, since no score of {name} is held."
        return left_out(language.text(sentence, edition=edition, name=name))
    if len(units) == 1:
        title = map_title(release, key, name, classes[int(numbers.iloc[0])].text, language)
    elif units:
        counts = (int((numbers == len(classes) - 1).sum()), int((numbers == 0).sum()), int(numbers.notna().sum()))
        title = several_on_map_title(release, key, name, counts, language)
    else:
        # Fixed classes may be empty at an end: what nobody reached is no finding.
        filled = [entry.text for entry in classes if entry.count]
        title = classes_title(release, key, filled[-1], filled[0], language)
    chart = with_chosen(_map(release, key, language), units)
    words = ", ".join(found.title)
    description = province_map_description(found.rows, found.legend, title=words, language=language)
    block = Map(words, description, chart)
    cautions = [partial_words(release, key, OVERALL, language)]
    on = grounds(question, key.index, table, source_line_of(question, key, table), cautions)
    # The notes name every source of the map; the list of the story's sources keeps to the provinces it is about.
    own = Sources(key.index, tuple(table.loc[table["unit"].isin(list(units)), "source_id"].astype("str")))
    return part(f"map-{key.index}", "map", title, [block], Grounds(on.line, on.notes, (own,)))


@once_a_release
def _map(release: Release, key: EditionKey, language: Language) -> Spec:
    found = score_map(release, key, language)
    if found.legend is None:
        return {}
    return province_map(
        found.rows,
        found.legend,
        boundaries_url=boundaries_url(key.system),
        language=language,
        legend_title=found.title,
        value_title=found.value_title,
        place_title=found.place_title,
    )
