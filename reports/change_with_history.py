"""Sets the line of places, else the map, beside the small table of what changed, where no chart stands there."""

from dataclasses import replace

from reports.slides import Chart, Map, Slide, Table, Text
from reports.story_parts import Part
from wording.slide_titles import tells_a_change

# A table of more columns needs the whole width of a slide.
COLUMNS_OF_HALF = 4


def with_history(changes: list[Part], history: Part) -> tuple[list[Part], list[Part]]:
    """Return the parts of a change with the line of places on its first slide, and what is left to stand behind them.

    A change whose contributions are drawn keeps its slide to itself, as does a table of several provinces, which needs
    the whole width, and a story that sets several changes of one index beside each other.
    """
    joined = _joined(changes[0].slides, history.slides) if changes else None
    if joined is None:
        return changes, [history]
    first = changes[0]
    sources = (*first.sources, *history.sources)
    return [Part((joined,), sources, (*first.left_out, *history.left_out)), *changes[1:]], []


def with_map(changes: list[Part], drawn: Part) -> tuple[list[Part], list[Part]]:
    """Return the parts of a change with the map on its first slide where a small table still stands there alone.

    The second list is what is left to stand behind them.
    """
    first = changes[0]
    if len(first.slides) != 1 or len(drawn.slides) != 1:
        return changes, [drawn]
    change, shown = first.slides[0], drawn.slides[0]
    tables = [block for block in change.blocks if isinstance(block, Table)]
    alone = not any(isinstance(block, Chart | Map) for block in change.blocks) and len(tables) == 1
    if not alone or len(tables[0].columns) > COLUMNS_OF_HALF:
        return changes, [drawn]
    notes = tuple(dict.fromkeys((*change.notes, *shown.notes)))
    blocks = (*change.blocks, Text((f"{shown.title}.",)), *shown.blocks)
    joined = Part((replace(change, blocks=blocks, notes=notes),), (*first.sources, *drawn.sources), first.left_out)
    return [joined, *changes[1:]], []


def _joined(changes: tuple[Slide, ...], histories: tuple[Slide, ...]) -> Slide | None:
    if len(changes) != 1 or len(histories) != 1:
        return None
    change, history = changes[0], histories[0]
    line = next(block for block in history.blocks if isinstance(block, Chart))
    tables = [block for block in change.blocks if isinstance(block, Table)]
    if any(isinstance(block, Chart) for block in change.blocks) or len(tables) != 1 or len(line.series) != 1:
        return None
    # What the line shows is said where it is a finding, and not the one of the table again.
    told = tells_a_change(history.title) and not _same_years(tables[0], line)
    said = (Text((f"{history.title}.",)),) if told else ()
    # The line under the slide names all editions of the chart, so also the two of the table.
    notes = dict.fromkeys((*change.notes, *history.notes, change.source))
    return replace(change, blocks=(*change.blocks, *said, *history.blocks), source=history.source, notes=tuple(notes))


def _same_years(table: Table, line: Chart) -> bool:
    """Tell whether the line shows the places of the table and no other, so that its finding is the change again."""
    placed = {
        category for category, value in zip(line.categories, line.series[0].values, strict=True) if value is not None
    }
    return placed <= {column.heading for column in table.columns}
