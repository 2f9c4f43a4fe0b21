"""The figures behind maps, closed until asked for, with files of their own."""

from collections.abc import Sequence

import pandas as pd

from indicators.catalogue import OVERALL, EditionKey
from indicators.release import Release
from ui import cached_answers
from ui.asked_tables import closed_table
from ui.downloads import show_downloads
from ui.figure_columns import figure_columns, province_columns
from ui.grounds import Grounds
from ui.map_editions import MapEdition
from ui.marked_columns import place_column, score_column
from ui.ranking_table import ranking_columns, ranking_download, ranking_rows
from ui.tables import Column, show_table
from ui.view import View
from wording.findings import places_name, score_number
from wording.gaps import short_reason
from wording.headlines import edition_title
from wording.marks import figure_marks
from wording.terms import term_help
from wording.todays_provinces import absent_words, range_text, todays_title


def show_edition_table(release: Release, view: View, key: EditionKey, component: str, grounds: Grounds) -> None:
    """Draw the figures behind the map of one edition."""
    box, asked = closed_table(view)
    if not asked:
        return
    units = release.provinces.units(key.system)
    rows = ranking_rows(release, view, key, component, None, units)
    columns = [column for column in ranking_columns(release, view, key, component, rows, None) if column.name != "line"]
    title = edition_title(release, key, component, view.language)
    chosen = cached_answers.chosen_units(release, view.province, key.system)
    name = f"{key.index.lower()}-{component.replace('.', '-')}-{key.year}-{key.system}"
    with box:
        show_table(rows, columns, alternative=title, chosen=chosen)
        show_downloads(release, view, name, title, lambda: ranking_download(release, view, key, rows), grounds)


def show_todays_table(
    release: Release, view: View, editions: Sequence[MapEdition], component: str, grounds: Grounds
) -> None:
    """Draw the figures behind maps of today's provinces, the newest year first: ranges and means, or published ones."""
    box, asked = closed_table(view)
    if not asked:
        return
    text, language = view.language.text, view.language
    rows = pd.concat([_todays_rows(release, view, edition, component) for edition in editions], ignore_index=True)
    newest = editions[0].key
    index = release.catalogue.index(newest.index)
    columns = [
        Column("year", text("Year"), str, config={"pinned": True, "width": "small"}),
        Column("name", text("Province"), config={"pinned": True, "width": "medium"}),
        score_column(rows, text("Score"), index, component, newest.year, language),
        Column("range", text("Former provinces"), config={"help": term_help("by today's provinces", language)}),
        Column("note", text("Note"), config={"width": "large"}),
    ]
    columns = columns[len(editions) == 1 :]
    title = todays_title(release, newest, component, language)
    name = f"{newest.index.lower()}-{component.replace('.', '-')}-{editions[-1].key.year}-{newest.year}-34"
    with box:
        show_table(
            rows,
            columns,
            alternative=title,
            chosen=cached_answers.chosen_units(release, view.province, "34"),
        )
        show_downloads(release, view, name, title, lambda: _todays_download(release, view, rows), grounds)


def show_indices_table(
    release: Release, view: View, editions: Sequence[MapEdition], *, places: bool, grounds: Grounds
) -> None:
    """Draw the figures behind the maps of all indices side by side; a row a province, never a total."""
    box, asked = closed_table(view)
    if not asked:
        return
    text, language = view.language.text, view.language
    system = editions[0].system
    rows = pd.DataFrame({"unit": release.provinces.units(system)})
    rows["name"] = [release.provinces.name(unit, language.code) for unit in rows["unit"]]
    columns = [Column("name", text("Province"), config={"pinned": True, "width": "medium"})]
    for edition in editions:
        index = release.catalogue.index(edition.key.index)
        figures = _figures(release, edition).set_index("unit").loc[rows["unit"]].reset_index()
        title = f"{index.short_name} {edition.key.year}"
        rows[f"score_{index.id}"] = figures["score"].to_numpy()
        columns.append(_index_column(edition, index.id, figures, title, release, view))
        if places and not edition.seen_by_todays:
            shown = place_column(figures, f"{title}: {places_name(figures['place_kind'], language)}", language)
            rows[f"place_{index.id}"] = figures["place"]
            columns.append(Column(f"place_{index.id}", shown.heading, str, marks=shown.marks))
    title = text("The newest results of all indices")
    years = max(edition.key.year for edition in editions)
    with box:
        show_table(
            rows,
            columns,
            alternative=title,
            chosen=cached_answers.chosen_units(release, view.province, system),
        )
        show_downloads(
            release,
            view,
            f"all-indices-{years}-{system}",
            title,
            lambda: pd.concat([_index_download(release, view, edition) for edition in editions], ignore_index=True),
            grounds,
        )


def _index_column(
    edition: MapEdition, index_id: str, figures: pd.DataFrame, heading: str, release: Release, view: View
) -> Column:
    index = release.catalogue.index(index_id)
    pairs = zip(figures["kind"], figures["note_codes"], strict=True)
    marks = pd.Series([figure_marks(str(kind), str(notes)) for kind, notes in pairs], figures.index)
    year = edition.key.year
    return Column(
        f"score_{index_id}",
        heading,
        lambda score: score_number(score, index, OVERALL, year, view.language),
        marks=marks,
    )


def _figures(release: Release, edition: MapEdition) -> pd.DataFrame:
    if edition.seen_by_todays:
        return cached_answers.todays_view(release, edition.key, OVERALL).table
    return cached_answers.edition_table(release, edition.key, OVERALL)


def _todays_rows(release: Release, view: View, edition: MapEdition, component: str) -> pd.DataFrame:
    """Return one row a province: year, unit, name, score, kind, note_codes, lowest, highest, range, note."""
    language, key = view.language, edition.key
    if edition.seen_by_todays:
        table = cached_answers.todays_view(release, key, component).table
        index = release.catalogue.index(key.index)
        ranges = [range_text(row, index, component, key.year, language) for row in table.to_dict("records")]
        notes = [absent_words(release, str(absent), language) for absent in table["absent"]]
    else:
        table = cached_answers.edition_table(release, key, component).assign(lowest=float("nan"), highest=float("nan"))
        ranges = [""] * len(table)
        notes = [short_reason(str(reason), language) if reason else "" for reason in table["reason"]]
    names = [release.provinces.name(str(unit), language.code) for unit in table["unit"]]
    columns = ["unit", "score", "kind", "note_codes", "lowest", "highest"]
    return table[columns].assign(year=key.year, name=names, range=ranges, note=notes)


def _todays_download(release: Release, view: View, rows: pd.DataFrame) -> pd.DataFrame:
    text = view.language.text
    kinds = {"published": text("published"), "computed": text("computed"), "": ""}
    return pd.DataFrame(
        {
            text("Year"): rows["year"].to_list(),
            **province_columns(release, rows["unit"], view.language),
            text("Score"): rows["score"].to_list(),
            text("Kind of figure"): [kinds[kind] for kind in rows["kind"]],
            text("Lowest of the former provinces"): rows["lowest"].to_list(),
            text("Highest of the former provinces"): rows["highest"].to_list(),
            text("Note"): rows["note"].to_list(),
        }
    )


def _index_download(release: Release, view: View, edition: MapEdition) -> pd.DataFrame:
    text, key = view.language.text, edition.key
    index = release.catalogue.index(key.index)
    if edition.seen_by_todays:
        table = _todays_download(release, view, _todays_rows(release, view, edition, OVERALL))
    else:
        rows = _figures(release, edition)
        figures = figure_columns(release, index, rows, view.language)
        table = pd.DataFrame({**province_columns(release, rows["unit"], view.language), **figures})
        table.insert(0, text("Year"), key.year)
    table.insert(0, text("Index"), index.short_name)
    return table
