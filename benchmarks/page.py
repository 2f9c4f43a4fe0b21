"""docs/benchmarks.md: parts that are measured by themselves, so that one can be made again and the others stay."""

import re
from collections.abc import Mapping, Sequence

_PART = re.compile(r"<!-- ([a-z-]+) -->\n(.*?)\n<!-- end of \1 -->", re.DOTALL)

TITLE = """# Benchmarks

Made by `make bench`: every part by `PYTHONPATH=tests/browser python -m benchmarks`, a single one with its name behind
that. Each says when, how long and on what it was measured; a machine that does other work at the time makes all times
longer, of both sides of a ratio. Limits that are missed are named under [Limits](#limits).
"""


def parts_of(text: str) -> dict[str, str]:
    """The parts of the page by name, as they stand; what is outside them is left out."""
    return {match[1]: match[2] for match in _PART.finditer(text)}


def page_of(parts: Mapping[str, str], order: Sequence[str]) -> str:
    """The page: its parts in an order; one that is not measured yet is left out."""
    written = [f"<!-- {name} -->\n{parts[name]}\n<!-- end of {name} -->\n" for name in order if name in parts]
    return "\n".join([TITLE, *written])
