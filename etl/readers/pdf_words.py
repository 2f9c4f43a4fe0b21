"""Tables of a PDF page that no lines are drawn around: rows and columns by where the words stand."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

FIGURE = re.compile(r"^[(]?[-+]?\d[\d.,]*\s?%?[)]?(?:\s*\[\S+\])?$|^[-–…]+$|^N/?A$|^KCDL$")
GAP_OF_COLUMNS = 0.8  # of the height of the letters: a blank is a third of it
GAP_BEHIND_NUMBER = 0.4  # of the height of the letters: between a running number and its name
COLUMN_NUMBERS = re.compile(r"(?:\(?(?:\d{1,2}|[A-Za-z])\)?(?:=[\d()+]+)? ?){3,}")
GAP_BELOW_TABLE = 2.2  # of the distance of two rows
FEWEST_ROWS = 5  # of a second table with other columns
GAP_BELOW_UNIT = 1.4  # of the height of the letters
GAP_OF_WRAPPED = 0.93  # of the distance of two rows: the lines of one name stand closer


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a run of words with its box in points from the upper left corner of the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """How far down the page its middle is."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class WordTable:
    """What a page without ruled tables says: the text above, the head (one row), and the rows below it."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables_of_words(words: Sequence[Word], separators: Sequence[float] = ()) -> list[WordTable]:
    """The tables that the words of a page make, from above to below: at least two rows of a name and a figure each.

    Columns are parted at `separators` (points from the left), else wherever a gap runs through all rows with figures.
    The lines of a head become one row; a name over two lines becomes one where its lines stand closer than rows do.
    A wide gap ends a table; what stands below the last one (notes, the running foot) is left out.
    """
    lines = [_runs(line) for line in _lines(words) if not _are_column_numbers(line)]
    body = [line for line in lines if _holds_figures(line)]
    if len(body) < 2:
        return []
    parts = [(part, sorted(separators) or _gaps(part)) for part in _parts(body) if len(part) > 1]
    largest = max(parts, key=lambda part: len(part[0]), default=None)
    tables: list[WordTable] = []
    begin = 0
    for part, edges in parts:
        # A few lines with figures in other columns are a note.
        if edges and largest and (len(part) >= FEWEST_ROWS or len(edges) == len(largest[1])):
            table, begin = _table(lines, begin, part, edges)
            tables.append(table)
    return tables


def _table(
    lines: Sequence[Sequence[Word]], begin: int, body: Sequence[Sequence[Word]], edges: Sequence[float]
) -> tuple[WordTable, int]:
    """The table of a body, with its title and head among the lines from `begin` on; and the line behind it."""
    first, last = lines.index(body[0]), lines.index(body[-1])
    pitch = median(below[0].middle - above[0].middle for above, below in pairwise(body))
    first = max(_with_wrapped_name(lines, first, pitch), begin)
    last = _with_lines_of_last_row(lines, last, pitch, edges)
    above = begin + _start_of_head(lines[begin:first], edges)
    head = _joined([_in_columns(line, edges) for line in lines[above:first]], len(edges) + 1)
    title = " ".join(run.text for line in lines[begin:above] for run in line)
    return WordTable(title, head, tuple(_rows(lines[first : last + 1], edges, pitch))), last + 1


def _lines(words: Iterable[Word]) -> list[list[Word]]:
    """Words that stand side by side, from above to below, each line from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.middle, word.left)):
        height = word.bottom - word.top
        if lines and word.middle - median(other.middle for other in lines[-1]) < 0.35 * height:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.left) for line in lines]


def _runs(line: Sequence[Word]) -> list[Word]:
    """The words of a line, joined where only a blank is between them; a figure is never joined to a word before it."""
    runs: list[Word] = []
    for word in line:
        is_numbered = len(runs) == 1 and re.fullmatch(r"\d{1,3}", runs[0].text) is not None
        gap = GAP_BEHIND_NUMBER if is_numbered else GAP_OF_COLUMNS
        if runs and word.left - runs[-1].right < gap * (word.bottom - word.top):
            before = runs.pop()
            text = f"{before.text} {word.text}"
            runs.append(Word(text, before.left, word.right, min(before.top, word.top), max(before.bottom, word.bottom)))
        else:
            runs.append(word)
    return runs


def _are_column_numbers(line: Sequence[Word]) -> bool:
    """Whether a line is "(1) (2) (3) (4) (5)=(3)+(4)" or "A B 1 2 3": the numbers of columns below a head.

    One may be missing where its formula is set on lines of its own.
    """
    text = " ".join(word.text for word in line)
    numbers = [int(number) for number in re.findall(r"(?<![=+\d(])\(?(\d+)", re.sub(r"=\S+", "", text))]
    steps = [after - before for before, after in pairwise(numbers)]
    if COLUMN_NUMBERS.fullmatch(text) is None or not steps or numbers[0] != 1:
        return False
    return set(steps) == {1} or (text.startswith("(") and min(steps) > 0)


def _holds_figures(line: Sequence[Word]) -> bool:
    """Whether a line is one of the body: figures, and something else or a second figure beside them."""
    return len(line) > 1 and any(FIGURE.match(run.text) for run in line[1:]) and not _is_years(line)


def _is_years(line: Sequence[Word]) -> bool:
    return all(re.fullmatch(r"(?:19|20)\d\d", run.text) for run in line)


def _parts(body: Sequence[list[Word]]) -> list[list[list[Word]]]:
    """The body parted at its wide gaps: two tables, or a table and a foot whose page number stands apart."""
    distances = [below[0].middle - above[0].middle for above, below in pairwise(body)]
    limit = GAP_BELOW_TABLE * median(distances)
    parts: list[list[list[Word]]] = [[body[0]]]
    for line, distance in zip(body[1:], distances, strict=True):
        if distance > limit:
            parts.append([])
        parts[-1].append(line)
    return parts


def _gaps(body: Sequence[Sequence[Word]]) -> list[float]:
    """The middles of the upright gaps that no run of the body crosses, between the first column and the last."""
    covered: list[list[float]] = []
    for left, right in sorted((run.left, run.right) for line in body for run in line):
        if covered and left <= covered[-1][1] + 1:
            covered[-1][1] = max(covered[-1][1], right)
        else:
            covered.append([left, right])
    return [(before[1] + after[0]) / 2 for before, after in pairwise(covered)]


def _in_columns(line: Sequence[Word], edges: Sequence[float]) -> tuple[str, ...]:
    """The text of a line by column; a run over several columns stands in the one that holds most of it."""
    cells = [""] * (len(edges) + 1)
    limits = [float("-inf"), *edges, float("inf")]
    for run in line:
        shares = [min(run.right, right) - max(run.left, left) for left, right in pairwise(limits)]
        column = shares.index(max(shares))
        cells[column] = f"{cells[column]} {run.text}".strip()
    return tuple(cells)


def _joined(lines: Sequence[Sequence[str]], width: int) -> tuple[str, ...]:
    return tuple(" ".join(line[column] for line in lines if line[column]) for column in range(width))


def _start_of_head(lines: Sequence[Sequence[Word]], edges: Sequence[float]) -> int:
    """Where the head begins among the lines above the body: below the last line of the title or the unit."""
    for position in range(len(lines) - 1, -1, -1):
        line = lines[position]
        crossing = [run for run in line if any(run.left < edge < run.right for edge in edges)]
        if any(run.left < edges[0] for run in crossing) or (
            len(crossing) == len(line) and _stands_apart(lines, position)
        ):
            return position + 1
    return 0


def _stands_apart(lines: Sequence[Sequence[Word]], position: int) -> bool:
    """Whether more than a line's blank is below a line; the lines of one head are closer."""
    if position + 1 == len(lines):
        return False
    upper, lower = lines[position][0], lines[position + 1][0]
    return lower.middle - upper.middle > GAP_BELOW_UNIT * (upper.bottom - upper.top)


def _with_wrapped_name(lines: Sequence[Sequence[Word]], first: int, pitch: float) -> int:
    """The first line of the body, or the one above it where that is the begin of its name."""
    if first and len(lines[first - 1]) == 1 and not _names_column(lines[first - 1][0]):
        distance = lines[first][0].middle - lines[first - 1][0].middle
        aligned = abs(lines[first - 1][0].left - min(run.left for run in lines[first])) < 2
        if aligned and distance < GAP_OF_WRAPPED * pitch:
            return first - 1
    return first


def _names_column(run: Word) -> bool:
    return bool(re.search(r"[%()]|\d{4}", run.text))


def _with_lines_of_last_row(lines: Sequence[Sequence[Word]], last: int, pitch: float, edges: Sequence[float]) -> int:
    """The last line of the body, or the one below it where that ends its name."""
    if last + 1 < len(lines):
        below = _in_columns(lines[last + 1], edges)
        distance = lines[last + 1][0].middle - lines[last][0].middle
        if distance < GAP_OF_WRAPPED * pitch and not any(FIGURE.match(text) for text in below if text):
            return last + 1
    return last


def _rows(lines: Sequence[Sequence[Word]], edges: Sequence[float], pitch: float) -> list[tuple[str, ...]]:
    """One row a line, except that a line without figures belongs to the row with figures that stands closest."""
    width = len(edges) + 1
    middles = [median(run.middle for run in line) for line in lines]
    figures = [_holds_figures(line) or _is_figures_alone(line) for line in lines]
    owners = list(range(len(lines)))
    for position, holds in enumerate(figures):
        if holds:
            continue
        near = [
            (abs(middles[other] - middles[position]), other)
            for other in (position - 1, position + 1)
            if 0 <= other < len(lines) and figures[other]
        ]
        if near and min(near)[0] < GAP_OF_WRAPPED * pitch:
            owners[position] = min(near)[1]
    return [
        _joined([_in_columns(lines[part], edges) for part in range(len(lines)) if owners[part] == owner], width)
        for owner in sorted(set(owners))
    ]


def _is_figures_alone(line: Sequence[Word]) -> bool:
    return all(FIGURE.match(run.text) for run in line)
