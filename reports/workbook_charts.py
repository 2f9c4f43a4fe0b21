"""The numbers of a chart as a table of a workbook, and the native chart that is drawn from them."""

from typing import Any

from charts.theme import ACCENT, QUIET, series_styles
from reports.chart_pieces import Piece, pieces, value_range
from reports.slides import Cell, Chart, Column, Series, Table
from wording.language import Language

_SIZE = {"width": 860, "height": 420}
_LONGEST_DESCRIPTION = 2000  # letters
# By the place of a series in its chart; the first one is the province asked about.
_COLOURS = tuple(style.colour for style in series_styles([str(place) for place in range(8)]).values())
_MARKERS = ("circle", "square", "triangle", "diamond")
_DASHES = ("solid", "dash", "round_dot", "long_dash")


def chart_table(chart: Chart, language: Language) -> Table:
    """Return the numbers of a chart: a row a category, a column a piece of a line or a set of bars."""
    found = pieces(chart)
    parted = {id(series) for series, start, stop in found if (start, stop) != (0, len(chart.categories))}
    headings = [_name(chart, piece) if id(piece[0]) in parted else piece[0].name for piece in found]
    rows = tuple(
        (Cell(category), *(_cell(chart, piece, place) for piece in found))
        for place, category in enumerate(chart.categories)
    )
    first = language.text("Year") if chart.kind == "line" else language.text("Component")
    return Table(chart.title, (Column(first), *(Column(heading, "number") for heading in headings)), rows)


def _name(chart: Chart, piece: Piece) -> str:
    series, start, stop = piece
    first, last = chart.categories[start], chart.categories[stop - 1]
    return f"{series.name} {first}" if first == last else f"{series.name} {first}–{last}"


def _cell(chart: Chart, piece: Piece, place: int) -> Cell:
    series, start, stop = piece
    value = series.values[place] if start <= place < stop else None
    # Any text, a dash too, would be drawn as zero.
    if value is None:
        return Cell("")
    return Cell(series.labels[place], value, chart.decimals)


def insert_chart(book: Any, sheet: Any, chart: Chart, heading_row: int, column: int) -> None:
    """Draw a chart beside its table, whose headings stand in `heading_row` from the first column on."""
    drawn = book.add_chart({"type": chart.kind})
    rows = (heading_row + 1, heading_row + len(chart.categories))
    places = {id(series): place for place, series in enumerate(chart.series)}
    for position, piece in enumerate(pieces(chart), start=1):
        series, start, stop = piece
        drawn.add_series(
            {
                "name": [sheet.name, heading_row, position],
                "categories": [sheet.name, rows[0], 0, rows[1], 0],
                "values": [sheet.name, rows[0], position, rows[1], position],
                "data_labels": {"value": True, "custom": _labels(series, start, stop)},
                **_look(chart, series, places[id(series)]),
            }
        )
    drawn.set_title({"name": chart.title, "name_font": {"size": 12}, "overlay": False})
    drawn.show_blanks_as("gap")
    values: dict[str, Any] = {"visible": False, "major_gridlines": {"visible": False}}
    span = value_range(chart)
    if span is not None:
        values |= {"min": span[0], "max": span[1]}
    if chart.kind == "bar":
        # The names stand at the left of bars to either side; the first one on top.
        drawn.set_x_axis({"reverse": True, "label_position": "low"})
    elif chart.best_is_low:
        values |= {"reverse": True, "crossing": "max"}
    drawn.set_y_axis(values)
    drawn.set_legend({"none": True} if len(chart.series) == 1 else {"position": "bottom"})
    drawn.set_size(_SIZE)
    sheet.insert_chart(heading_row, column, drawn, {"description": chart.description[:_LONGEST_DESCRIPTION]})


def _look(chart: Chart, series: Series, place: int) -> dict[str, Any]:
    colour = {"chosen": ACCENT, "quiet": QUIET}.get(series.role, _COLOURS[place % len(_COLOURS)])
    if chart.kind == "bar":
        return {"fill": {"color": colour}, "gap": 45}
    return {
        "line": {"color": colour, "width": 2.5, "dash_type": _DASHES[place % len(_DASHES)]},
        "marker": {"type": _MARKERS[place % len(_MARKERS)], "size": 8, "fill": {"color": colour}},
    }


def _labels(series: Series, start: int, stop: int) -> list[dict[str, Any]]:
    """Write beside each value what the reader sees of it elsewhere; other places of the column hold no value."""
    return [
        {"value": label} if start <= place < stop and label else {"delete": True}
        for place, label in enumerate(series.labels)
    ]
