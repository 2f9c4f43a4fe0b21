"""The sources that one figure rests on, as one text: several ids joined by ";", as every frame carries them."""

from collections.abc import Iterable


def joined_source_ids(source_ids: Iterable[object]) -> str:
    """Join the source ids of several figures into the text of one that is worked out from them, each id once."""
    parts = (part for text in source_ids for part in str(text).split(";") if part)
    return ";".join(dict.fromkeys(parts))
