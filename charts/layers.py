"""Small parts that every chart is laid together from: rows, tooltips, values, labels that keep apart."""

import json
from collections.abc import Sequence

from charts.theme import Row, Spec

# Layers with rows of their own have colours and shapes of their own.
OWN_SCALES: Spec = {"scale": {"color": "independent", "shape": "independent", "strokeDash": "independent"}}


def rows_named(name: str, rows: list[Row]) -> Spec:
    """Return inline rows as a named data set: the name lets Vega tell equal rows of two layers apart."""
    return {"name": name, "values": rows}


def tooltip(title: str, lines: Sequence[tuple[str, str]]) -> Spec:
    """Return a tooltip with a heading and lines, as the value of a mark's `tooltip`.

    `title` is the field of the heading, `lines` are (label, field). A line whose field is missing or empty is left out.
    """
    parts = [f"{{title: {_field(title)}}}"]
    for label, field in lines:
        value = _field(field)
        parts.append(
            f"isValid({value}) && {value} !== '' ? {{{json.dumps(label, ensure_ascii=False)}: {value}}} : {{}}"
        )
    return {"expr": f"merge({', '.join(parts)})"}


def pushed_apart(positions: Sequence[float], gap: float, lowest: float, highest: float) -> list[float]:
    """Move labels as little as needed so that two neighbours are at least `gap` apart, inside the ends where they fit.

    Returns the new positions in the order of the given ones. Where more labels come than fit, they keep the gap and
    pass the ends.
    """
    order = sorted(range(len(positions)), key=lambda number: positions[number])
    groups: list[list[int]] = []
    for number in order:
        groups.append([number])
        while len(groups) > 1 and _first(groups[-1], positions, gap, lowest, highest) < gap + _first(
            groups[-2], positions, gap, lowest, highest
        ) + gap * (len(groups[-2]) - 1):
            groups[-2:] = [groups[-2] + groups[-1]]
    moved = [0.0] * len(positions)
    for members in groups:
        start = _first(members, positions, gap, lowest, highest)
        for place, member in enumerate(members):
            moved[member] = start + place * gap
    return moved


def axis_title(text: str | Sequence[str], *, offset: int = 26) -> Spec:
    """Return the title of the y axis, which stands above the plot; marks between years lie below it."""
    return {
        "text": text if isinstance(text, str) else list(text),
        "anchor": "start",
        "frame": "group",
        "offset": offset,
        "fontWeight": "normal",
        "fontSize": 12.5,
    }


def _first(members: list[int], positions: Sequence[float], gap: float, lowest: float, highest: float) -> float:
    """Return where the first of some neighbours stands when they lie around their middle, inside the ends."""
    span = (len(members) - 1) * gap
    middle = sum(positions[member] for member in members) / len(members)
    return max(min(middle - span / 2, highest - span), lowest)


def _field(name: str) -> str:
    return f"datum[{json.dumps(name, ensure_ascii=False)}]"
