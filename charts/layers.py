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
    clusters: list[tuple[list[int], float]] = []
    for number in order:
        members, centre = [number], positions[number]
        while clusters and _upper(clusters[-1], gap) + gap > centre - (len(members) - 1) * gap / 2:
            before, _ = clusters.pop()
            members = before + members
            centre = sum(positions[member] for member in members) / len(members)
        half = (len(members) - 1) * gap / 2
        centre = max(min(centre, highest - half), lowest + half)
        clusters.append((members, centre))
    moved = [0.0] * len(positions)
    for members, centre in clusters:
        for place, member in enumerate(members):
            moved[member] = centre + (place - (len(members) - 1) / 2) * gap
    return moved


def axis_title(text: str, *, offset: int = 26) -> Spec:
    """Return the title of the y axis, which stands above the plot; marks between years lie below it."""
    return {
        "text": text,
        "anchor": "start",
        "frame": "group",
        "offset": offset,
        "fontWeight": "normal",
        "fontSize": 12.5,
    }


def _upper(cluster: tuple[list[int], float], gap: float) -> float:
    members, centre = cluster
    return centre + (len(members) - 1) * gap / 2


def _field(name: str) -> str:
    return f"datum[{json.dumps(name, ensure_ascii=False)}]"
