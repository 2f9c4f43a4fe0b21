"""Feeds many made-up inputs to one way in, and makes them: texts, tables, and files of which something was changed.

A way in may raise the errors that its room states and no other, and may write to no place but the folder of the test.
`FUZZ_INPUTS` is how many inputs all tests together take, 10,000 where it is not set; each has its share.
"""

import math
import os
import random
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import hypothesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

USUAL_INPUTS = 10_000
INPUTS = int(os.environ.get("FUZZ_INPUTS", USUAL_INPUTS))
# One run remembers all that it tried: more than this and memory grows instead of what is tried.
MOST_INPUTS_A_ROUND = 2_000
# Large inputs are meant, and a busy machine is no fault.
NOT_ASKED = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)

# What looks like a value and is none, or is one that few think of.
ODD_TEXTS = (
    "", " ", "0", "-1", "1e999", "-1e-400", "NaN", "inf", "-Infinity", "²", "٣", "１２", "½", "1,5", "1.5", "1.234,5",
    "1 2", "99999999999999999999999999", "0x10", "1_0", "True", "None", "null", "=1+1", "+1", "-", "%", "85%",
    "#REF!", "#N/A",
    "'", '"', "\\", "<b>", "<script>alert(1)</script>", "../../etc/passwd", "..", "/", "\\\\host\\x", "C:\\x",
    "a\u0301", "\u200b", "\ufeff", "\u202e", "\x00", "\x1b[31m", "😀", "\U0010ffff", "đ", "Đ", "ĐẮK NÔNG", "dak nong",
    "{}", "{0}",
    "{x}", "%s", "${x}", "$x$", "[x](javascript:x)", "2024", "2024.0", "45292", "31/12/2024", "2024-12-31", "x" * 5_000,
)  # fmt: skip

ODD_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2024, 10**400, -(10**12), 10**12, 0.0, -0.0, 1.5, 1e308, float("nan"), float("inf"),
    "", "x", [], {}, [[]], [{}], {"a": 1}, [1, 2], {"vi": "x", "en": "y"}, b"\xff",
)  # fmt: skip

_watched: list[Path] = []
_written: list[str] = []


def _note_writing(event: str, arguments: tuple[Any, ...]) -> None:
    if not _watched:
        return
    if event == "open":
        place, mode, flags = arguments
        is_writing = any(letter in str(mode or "") for letter in "wax+") or int(flags or 0) & (os.O_WRONLY | os.O_RDWR)
        if is_writing and isinstance(place, str | bytes | Path):
            _note(os.fsdecode(place))
    elif event in {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.symlink", "os.link", "shutil.rmtree"}:
        _note(os.fsdecode(arguments[0]))
    elif event in {"subprocess.Popen", "os.system", "os.exec", "socket.connect"}:
        _written.append(event)


def _note(place: str) -> None:
    # Python keeps what it compiled of a module that is first loaded now.
    if "__pycache__" not in place and not Path(place).resolve().is_relative_to(_watched[-1]):
        _written.append(place)


sys.addaudithook(_note_writing)


def inputs_of(share: int) -> int:
    """How many inputs a test takes whose share of the usual 10,000 is `share`."""
    return max(1, math.ceil(share * INPUTS / USUAL_INPUTS))


def feed(
    way_in: Callable[[Any], object],
    made: st.SearchStrategy[Any],
    share: int,
    folder: Path,
    *stated: type[Exception],
) -> None:
    """Give a way in its inputs; whatever it raises but the `stated` errors fails the test with the smallest such input.

    It may write below `folder` only, start no program and connect to nothing.
    """
    left, number = inputs_of(share), 0
    while left > 0:
        _round(way_in, made, min(left, MOST_INPUTS_A_ROUND), number, folder.resolve(), stated)
        left, number = left - MOST_INPUTS_A_ROUND, number + 1


def _round(
    way_in: Callable[[Any], object],
    made: st.SearchStrategy[Any],
    inputs: int,
    number: int,
    folder: Path,
    stated: tuple[type[Exception], ...],
) -> None:
    taken = 0

    def take(value: Any) -> None:
        nonlocal taken
        taken += 1
        _watched.append(folder)
        try:
            with suppress(*stated):
                way_in(value)
        finally:
            _watched.pop()
            written, _written[:] = list(_written), []
        assert not written, f"reached out to {written}"

    # In `make test-all` the same inputs each time, so that a change answers for its own faults alone; in `make fuzz`
    # others in each run, whose seed is told with a fault.
    is_usual = INPUTS == USUAL_INPUTS
    seed = number if is_usual else int.from_bytes(os.urandom(6))
    limits = settings(max_examples=inputs, deadline=None, database=None, suppress_health_check=NOT_ASKED)
    hypothesis.seed(seed)(limits(given(made)(take)))()
    assert taken >= inputs, f"only {taken} of {inputs} inputs could be made"


def texts() -> st.SearchStrategy[str]:
    """Any text that can come from outside: odd ones, and letters at random; no halves of UTF-16 pairs."""
    return st.sampled_from(ODD_TEXTS) | st.text(st.characters(exclude_categories=("Cs",)), max_size=30)


def odd_among(usual: list[str]) -> st.SearchStrategy[str]:
    """Mostly the texts that are usual, some cut, joined or odd."""
    # One draw a text, out of a list that is made once: most of the time goes into drawing.
    chosen = random.Random(2024)
    cut = [text[: chosen.randrange(len(text) + 1)] for text in usual]
    joined = [text + chosen.choice(",.:;- ") + chosen.choice([*usual, *ODD_TEXTS]) for text in usual]
    return st.sampled_from([*usual, *usual, *cut, *joined, *(text[:400] for text in ODD_TEXTS)])


def tables(usual: list[str], heads: list[list[str]], most_rows: int = 6) -> st.SearchStrategy[list[list[str]]]:
    """Rows of cells, often under one of the headings that are understood, its columns in any order."""
    width = max(len(head) for head in heads)
    row = st.lists(odd_among(usual), max_size=width + 2)
    even = st.lists(odd_among(usual), min_size=width, max_size=width)
    head = st.sampled_from(heads) | st.sampled_from(heads).flatmap(st.permutations) | row
    body = st.lists(even, max_size=most_rows) | st.lists(even | row, max_size=most_rows)
    return st.tuples(st.lists(row, max_size=2), head, body).map(lambda drawn: [*drawn[0], list(drawn[1]), *drawn[2]])


def as_text(rows: list[list[str]], delimiter: str, quote: bool) -> str:
    """Write rows as a delimited text, properly quoted or not at all."""
    if not quote:
        return "\n".join(delimiter.join(cells) for cells in rows)
    return "\r\n".join(delimiter.join('"' + cell.replace('"', '""') + '"' for cell in cells) for cells in rows)


def text_files(rows: st.SearchStrategy[list[list[str]]], delimiters: str = ",;\t|") -> st.SearchStrategy[bytes]:
    """Rows as the bytes of a text file in some encoding, now and then with something changed."""
    encodings = st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1", "cp1258"])
    written = st.builds(
        lambda found, delimiter, quote, encoding: as_text(found, delimiter, quote).encode(encoding, "replace"),
        rows,
        st.sampled_from(delimiters),
        st.booleans(),
        encodings,
    )
    return written | written | written.flatmap(changed)


def changed(content: bytes) -> st.SearchStrategy[bytes]:
    """The bytes of a file of which up to four places were overwritten, cut out, doubled or cut off."""
    place = st.integers(0, max(len(content) - 1, 0))
    change = st.tuples(st.sampled_from(["write", "remove", "double", "end"]), place, st.integers(1, 200), _BYTES)
    return st.lists(change, min_size=1, max_size=4).map(lambda changes: _after(content, changes))


_BYTES = st.binary(max_size=8) | st.sampled_from([b"\x00", b"\xff" * 4, b"<", b"&", b"999999999", b"-1", b'"'])


def _after(content: bytes, changes: list[tuple[str, int, int, bytes]]) -> bytes:
    for what, place, length, new in changes:
        match what:
            case "write":
                content = content[:place] + new + content[place + len(new) :]
            case "remove":
                content = content[:place] + content[place + length :]
            case "double":
                content = content[: place + length] + content[place:]
            case _:
                content = content[:place]
    return content


def changed_document(document: Any) -> st.SearchStrategy[Any]:
    """A document of mappings and lists in which up to three places are odd, missing, or hold another's value."""
    places = _places(document)
    odd = st.sampled_from(ODD_VALUES) | texts() | st.sampled_from(places).map(lambda place: _at(document, place))
    change = st.tuples(st.sampled_from(places), st.sampled_from(["put", "put", "remove", "double"]), odd)
    return st.lists(change, min_size=1, max_size=3).map(lambda changes: _document_after(document, changes))


def _places(document: Any, before: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside: dict[Any, Any] = document if isinstance(document, dict) else {}
    if isinstance(document, list):
        inside = dict(enumerate(document))
    return [before, *(place for key, value in inside.items() for place in _places(value, (*before, key)))]


def _at(document: Any, place: tuple[Any, ...]) -> Any:
    for key in place:
        document = document[key]
    return document


def _document_after(document: Any, changes: list[tuple[tuple[Any, ...], str, Any]]) -> Any:
    for place, what, value in changes:
        # An earlier change may have taken the place away.
        with suppress(KeyError, IndexError, TypeError):
            document = _changed_at(document, place, what, value)
    return document


def _changed_at(document: Any, place: tuple[Any, ...], what: str, value: Any) -> Any:
    if not place:
        return value if what == "put" else document
    copy: Any = dict(document) if isinstance(document, dict) else list(document)
    key = place[0]
    if len(place) > 1:
        copy[key] = _changed_at(copy[key], place[1:], what, value)
    elif what == "remove":
        del copy[key]
    elif what == "double" and isinstance(copy, list):
        copy.insert(key, copy[key])
    else:
        copy[key] = value
    return copy
