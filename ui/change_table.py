"""The table of a change: both editions' figures of every province and what lies between them."""

import pandas as pd

from indicators.catalogue import EditionKey
from indicators.change import Change
from indicators.release import Release
from ui import cached_answers
from ui.asked_tables import closed_table
from ui.downloads import show_downloads
from ui.figure_columns import figure_columns, province_columns
from ui.grounds import Grounds
from ui.marked_columns import place_change_column, place_column, score_column
from ui.tables import Column, show_table
from ui.view import View
from wording.findings import place_changes_name, places_name, score_change_text
from wording.headlines import change_title


def show_change_table(
    release: Release,
    view: View,
    earlier: EditionKey,
    later: EditionKey,
    component: str,
    change: Change,
    chosen: tuple[str, ...],
    grounds: Grounds,
) -> None:
    """Draw the table of a change, closed until asked for, and downloads that hold its `grounds` too."""
    box, asked = closed_table(view)
    if not asked:
        return
    text, language = view.language.text, view.language
    index = release.catalogue.index(later.index)
    names = [release.provinces.name(unit, language.code) for unit in change.table["unit"]]
    rows = change.table.assign(name=names).sort_values("place_change", ascending=False, na_position="last")
    rows = rows.reset_index(drop=True)
    years = {"_from": earlier.year, "_to": later.year}
    places = places_name(rows["place_kind"], language)
    columns = [
        Column("name", text("Province"), config={"pinned": True, "width": "medium"}),
        *(
            score_column(rows, text("Score {year}", year=year), index, component, year, language, end)
            for end, year in years.items()
        ),
        Column("score_change", text("Score change"), lambda value: score_change_text(value, index, language)),
        *(
            place_column(rows, text("{places} {year}", places=places, year=year), language, end)
            for end, year in years.items()
        ),
        place_change_column(place_changes_name(rows["place_kind"], language), rows["place_kind"], language),
    ]
    columns = [column for column in columns if rows[column.name].notna().any()]
    title = change_title(release, earlier, later, component, language)
    with box:
        show_table(rows, columns, alternative=title, chosen=chosen)
        show_downloads(
            release,
            view,
            f"{later.index.lower()}-{component.replace('.', '-')}-{earlier.year}-{later.year}-{later.system}",
            title,
            lambda: change_download(release, view, earlier, later, component, rows),
            grounds,
        )


def change_download(
    release: Release, view: View, earlier: EditionKey, later: EditionKey, component: str, rows: pd.DataFrame
) -> pd.DataFrame:
    """Return both editions' figures of the units of some rows of `Change.table`, and the change, for a file.

    The place of each year is the one that is compared: among the provinces of both years where these differ.
    """
    text = view.language.text
    columns = province_columns(release, rows["unit"], view.language)
    for side, key in (("from", earlier), ("to", later)):
        table = cached_answers.edition_table(release, key, component).set_index("unit").loc[rows["unit"]]
        compared = {name: rows[f"{name}_{side}"].to_list() for name in ("place", "place_of")}
        figures = table.assign(**compared, place_kind=rows["place_kind"].to_list())
        columns |= figure_columns(release, release.catalogue.index(key.index), figures, view.language, key.year)
    changes = {
        text("Score change"): rows["score_change"].to_list(),
        text("Place change"): rows["place_change"].to_list(),
    }
    return pd.DataFrame({**columns, **changes})
