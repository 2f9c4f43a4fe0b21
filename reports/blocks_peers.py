"""How a province compares with its peers, and what it lacks to the next place, index by index."""

import pandas as pd

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.headroom import NextPlace, points_to_next_place
from indicators.places_among import places_in_sets
from indicators.results import edition_table
from reports.cells import columns, number_cell, score_cell, score_change_of, text_cell
from reports.remembered import peer_medians_of_all, peers_of_all
from reports.slides import Cell, Table, Text
from reports.story_parts import Part, Question, grounds, joined_grounds, left_out, row_of, table_parts
from wording.answers import cannot_words
from wording.findings import place_text, score_number
from wording.marks import COMPUTED_FIGURE, ORDER, marked, origin_of
from wording.names import edition_name, named_or_counted
from wording.peers import distance_words, no_peers_words, no_places_among_words, peers_words
from wording.slide_analysis import next_places_title, peers_title
from wording.sources import editions_source_line


def against_peers(question: Question, unit: str, keys: list[EditionKey]) -> Part:
    """Compare a unit with the median of its nearest peers in each edition, and give its place among them."""
    release, language = question.release, question.language
    if not keys:
        return Part()
    peers = peers_of_all(release, keys[0].system, question.last_year)
    if isinstance(peers, CannotBeSaid):
        return left_out(no_peers_words(peers, language))
    rows: list[tuple[Cell, ...]] = []
    said: list[EditionKey] = []
    differences: list[float] = []
    why: list[str] = []
    for key in keys:
        medians = peer_medians_of_all(release, key, question.last_year)
        if isinstance(medians, CannotBeSaid):
            why.append(no_places_among_words(release, key, medians, language))
            continue
        row = row_of(medians, unit)
        if row["reason"]:
            continue
        index = release.catalogue.index(key.index)
        places = places_in_sets(release, key, {unit: [unit, *peers.of(unit)]})
        place = "" if isinstance(places, CannotBeSaid) else _place(places, unit)
        own = origin_of(_own(question, key, unit))
        differences.append(round(float(row["difference"]), index.display_decimals))
        said.append(key)
        rows.append(
            (
                Cell(edition_name(release, key, language)),
                score_cell(row["score"], own, index, key.year, language),
                score_cell(row["median"], COMPUTED_FIGURE, index, key.year, language),
                score_change_of(row["difference"], index, language),
                text_cell(place),
                text_cell(f"{int(row['count'])}/{int(row['peers'])}"),
            )
        )
    if not rows:
        return left_out(*why)
    text = language.text
    table = Table(
        text("Score and median of the peers"),
        columns(
            text("Index"),
            text("Score"),
            text("Median of the peers"),
            text("Difference"),
            text("Place among them"),
            text("Peers with figures"),
            wide=(0,),
            numbers=(1, 2, 3),
        ),
        tuple(rows),
    )
    figures = [_figures(question, key, [unit, *peers.of(unit)]) for key in said]
    line = editions_source_line(release, said, language)
    cautions = [distance_words(release, peers, unit, language)]
    further = [used.source_id for used in peers.used]
    parts = [
        grounds(question, key.index, table_of, line, cautions, further)
        for key, table_of in zip(said, figures, strict=True)
    ]
    title = peers_title(question.name(unit), differences, language)
    words = Text((f"{peers_words(release, peers, unit, language)}.",))
    shown = table_parts("peers", "peers", title, table, joined_grounds(parts, line), [words])
    return Part(shown.slides, shown.sources, tuple(why))


def next_places(question: Question, unit: str, keys: list[EditionKey]) -> Part:
    """Say what a unit lacks to draw level with who stands just ahead in each edition; arithmetic, not a forecast."""
    release, language = question.release, question.language
    answers: list[tuple[EditionKey, NextPlace]] = []
    why: list[str] = []
    for key in keys:
        answer = points_to_next_place(release, key, unit)
        if isinstance(answer, NextPlace):
            answers.append((key, answer))
        else:
            edition = edition_name(release, key, language)
            reason = cannot_words(release, key, answer, language)
            why.append(
                reason
                if reason.startswith(edition)
                else language.text("{edition}, points to the next place: {reason}", edition=edition, reason=reason)
            )
    if not answers:
        return left_out(*why)
    rows = tuple(_next_row(question, unit, key, answer) for key, answer in answers)
    text = language.text
    table = Table(
        text("Points to the next place"),
        columns(
            text("Index"),
            text("Score"),
            text("Points to the next place"),
            text("Who stands there"),
            wide=(3,),
            numbers=(1, 2),
        ),
        rows,
    )
    line = editions_source_line(release, [key for key, _ in answers], language)
    cautions = [
        text("Arithmetic on one published edition and not a forecast: in the next edition the others move too.")
    ]
    parts = [
        grounds(question, key.index, _figures(question, key, [unit, *answer.units_ahead]), line, cautions)
        for key, answer in answers
    ]
    title = next_places_title(release, question.name(unit), answers, language)
    shown = table_parts("next_place", "next_place", title, table, joined_grounds(parts, line))
    return Part(shown.slides, shown.sources, tuple(why))


def _next_row(question: Question, unit: str, key: EditionKey, answer: NextPlace) -> tuple[Cell, ...]:
    language, index = question.language, question.release.catalogue.index(key.index)
    table = edition_table(question.release, key)
    own = row_of(table, unit)
    ahead = [question.name(name) for name in answer.units_ahead]
    ahead += [name.in_language(language.code) for name in answer.former_ahead]
    notes = ";".join(table.loc[table["unit"].isin(answer.units_ahead), "note_codes"].astype("str"))
    place = place_text(answer.place, answer.place_of, answer.place_kind, notes)
    points = score_number(answer.points, index, OVERALL, key.year, language).rstrip("%")
    return (
        Cell(edition_name(question.release, key, language)),
        score_cell(own["score"], origin_of(own), index, key.year, language),
        number_cell(points, answer.points, index.display_decimals),
        text_cell(f"{named_or_counted(ahead, language)}: {place}"),
    )


def _place(places: pd.DataFrame, unit: str) -> str:
    row = row_of(places, unit)
    return marked(f"{int(row['place'])}/{int(row['place_of'])}", ORDER) if row["place_kind"] else ""


def _own(question: Question, key: EditionKey, unit: str) -> dict[str, object]:
    return dict(row_of(edition_table(question.release, key), unit))


def _figures(question: Question, key: EditionKey, units: list[str]) -> pd.DataFrame:
    table = edition_table(question.release, key)
    return table[table["unit"].isin(units)]
