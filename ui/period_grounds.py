"""What a table of several indices stands on: the grounds of each, its sources under the name of the index."""

from collections.abc import Sequence
from dataclasses import replace

from ui.grounds import Grounds


def joined_grounds(parts: Sequence[tuple[str, Grounds]], sentences: Sequence[str] = ()) -> Grounds:
    """Join the grounds of several indices, each with the index's name; a sentence that several hold is said once.

    `sentences` are further ones, after the source lines, which come first.
    """
    firsts = [grounds.lines[0] for _, grounds in parts if grounds.lines]
    others = [line for _, grounds in parts for line in grounds.lines[1:]]
    groups = [
        replace(group, heading=f"{name} – {group.heading}" if group.heading else name)
        for name, grounds in parts
        for group in grounds.sources
    ]
    lines = dict.fromkeys([*firsts, *(line for line in sentences if line), *others])
    return Grounds(tuple(lines), tuple(groups))
