"""Every English sentence of the code has one Vietnamese sentence, and no Vietnamese sentence is left over.

A sentence is the first argument of `text(…)`, the second of `counted(…)` (Vietnamese has no form for one). It is
written there, or it is reached through names that can be followed in the code: a variable or a constant, an entry of a
dict, a field given by keyword, an argument of a function. One that cannot be followed is a failure too, since nobody
could tell whether it is translated.
"""

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

REPOSITORY = Path(__file__).parent.parent
ROOMS = ("wording", "charts", "ui", "pages", "reports")
CATALOGUES = sorted((REPOSITORY / "locales" / "vi" / "LC_MESSAGES").glob("*.po"))
SAYS = {"text": (0,), "counted": (0, 1)}

Definition = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass
class Code:
    """What the sentences of all rooms are followed through, by name."""

    assigned: dict[tuple[Path, str], list[ast.expr]] = field(default_factory=lambda: defaultdict(list))
    constants: dict[str, list[ast.expr]] = field(default_factory=lambda: defaultdict(list))
    parameters: dict[tuple[Path, str], list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))
    calls: dict[str, list[tuple[Path, ast.Call]]] = field(default_factory=lambda: defaultdict(list))
    keywords: dict[str, list[tuple[Path, ast.expr]]] = field(default_factory=lambda: defaultdict(list))
    fields: dict[str, list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))


def _files() -> Iterator[Path]:
    yield REPOSITORY / "app.py"
    for room in ROOMS:
        yield from sorted((REPOSITORY / room).rglob("*.py"))


def _read_code() -> Code:
    code = Code()
    for file in _files():
        tree = ast.parse(file.read_text("utf-8"))
        for statement in tree.body:
            for name, value in _assignments(statement):
                code.constants[name].append(value)
        for node in ast.walk(tree):
            _note(code, file, node)
    return code


def _note(code: Code, file: Path, node: ast.AST) -> None:
    for name, value in _assignments(node):
        code.assigned[file, name].append(value)
    if isinstance(node, Definition):
        names = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)]
        offset = 1 if names[:1] in (["self"], ["cls"]) else 0
        for position, name in enumerate(names):
            code.parameters[file, name].append((node.name, position - offset))
        for argument in node.args.kwonlyargs:
            code.parameters[file, argument.arg].append((node.name, -1))
    elif isinstance(node, ast.ClassDef):
        declared = [item.target for item in node.body if isinstance(item, ast.AnnAssign)]
        for position, name in enumerate(target.id for target in declared if isinstance(target, ast.Name)):
            code.fields[name].append((node.name, position))
    elif isinstance(node, ast.Call):
        code.calls[_called(node)].append((file, node))
        for keyword in node.keywords:
            if keyword.arg is not None:
                code.keywords[keyword.arg].append((file, keyword.value))


def _called(call: ast.Call) -> str:
    function = call.func
    return (
        function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    )


def _assignments(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Yield the names that a statement or a loop gives a value to."""
    if isinstance(node, ast.Assign):
        for target in node.targets:
            yield from _bound(target, node.value)
    elif isinstance(node, (ast.AnnAssign, ast.NamedExpr)) and node.value is not None:
        yield from _bound(node.target, node.value)
    elif isinstance(node, (ast.For, ast.comprehension)):
        yield from _bound(node.target, node.iter)


def _bound(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Tuple):
        pairs = value.elts if isinstance(value, ast.Tuple) and len(value.elts) == len(target.elts) else None
        for position, element in enumerate(target.elts):
            yield from _bound(element, pairs[position] if pairs else value)


def _strings(code: Code, file: Path, node: ast.expr, seen: frozenset[str] = frozenset()) -> set[str]:
    """Follow an expression to the texts that it can be."""
    if isinstance(node, ast.Constant):
        return {node.value} if isinstance(node.value, str) else set()
    mark = f"{file}:{ast.dump(node)}"
    if mark in seen:
        return set()
    seen |= {mark}
    found: set[str] = set()
    for place, next_node in _next(code, file, node):
        found |= _strings(code, place, next_node, seen)
    return found


def _next(code: Code, file: Path, node: ast.expr) -> Iterator[tuple[Path, ast.expr]]:
    if isinstance(node, ast.Name):
        own = code.assigned[file, node.id]
        yield from ((file, value) for value in own or code.constants[node.id])
        for function, position in code.parameters[file, node.id]:
            yield from _arguments(code, function, position, node.id)
    elif isinstance(node, ast.Attribute):
        yield from code.keywords[node.attr]
        for class_name, position in code.fields[node.attr]:
            yield from _arguments(code, class_name, position, node.attr)
    else:
        yield from ((file, part) for part in _parts(node))


def _parts(node: ast.expr) -> list[ast.expr]:
    """List the parts of an expression that its texts come from."""
    match node:
        case ast.IfExp():
            return [node.body, node.orelse]
        case ast.BoolOp() | ast.Dict():
            return node.values
        case ast.Tuple() | ast.List() | ast.Set():
            return node.elts
        case ast.Subscript():
            return [node.value]
        case ast.Call(func=ast.Attribute(attr="get" | "items" | "values" | "pop", value=mapping)):
            return [mapping, *node.args[1:]]
        case ast.Call(func=ast.Name(id="enumerate" | "zip" | "reversed" | "sorted" | "list" | "tuple")):
            return node.args
        case _:
            return []


def _arguments(code: Code, function: str, position: int, name: str) -> Iterator[tuple[Path, ast.expr]]:
    for place, call in code.calls[function]:
        if 0 <= position < len(call.args):
            yield place, call.args[position]
        yield from ((place, keyword.value) for keyword in call.keywords if keyword.arg == name)


@dataclass(frozen=True)
class Said:
    """One sentence that the code says, and where."""

    sentence: str
    where: str
    needs_vietnamese: bool


def _said() -> tuple[list[Said], list[str]]:
    """Return the sentences of the code, and the places whose sentence cannot be followed."""
    code = _read_code()
    said: list[Said] = []
    lost: list[str] = []
    for method, positions in SAYS.items():
        for file, call in code.calls[method]:
            if file.name == "language.py" or len(call.args) <= positions[-1]:
                continue
            where = f"{file.relative_to(REPOSITORY)}:{call.lineno}"
            for position in positions:
                found = _strings(code, file, call.args[position])
                if not found:
                    lost.append(where)
                said += [Said(sentence, where, position == positions[-1]) for sentence in sorted(found)]
    return said, lost


@dataclass(frozen=True)
class Entry:
    """One entry of a catalogue of Vietnamese sentences."""

    file: str
    english: str
    vietnamese: str


def _entries() -> list[Entry]:
    entries: list[Entry] = []
    for file in CATALOGUES:
        with file.open("rb") as stream:
            catalogue = read_po(stream, locale="vi", abort_invalid=True)
        entries += [Entry(file.name, str(message.id), str(message.string)) for message in catalogue if message.id]
    return entries


def _fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def _listed(lines: Iterable[str]) -> str:
    return "\n" + "\n".join(lines)


SAID, LOST = _said()
ENTRIES = _entries()


def test_every_sentence_of_the_code_can_be_followed() -> None:
    assert not LOST, _listed(LOST)


def test_every_sentence_of_the_code_has_a_vietnamese_one() -> None:
    translated = {entry.english for entry in ENTRIES if entry.vietnamese}
    missing = [said for said in SAID if said.needs_vietnamese and said.sentence not in translated]
    assert not missing, _listed(f"{said.where}: {said.sentence}" for said in missing)


def test_no_vietnamese_sentence_is_left_over() -> None:
    used = {said.sentence for said in SAID if said.needs_vietnamese}
    left_over = [entry for entry in ENTRIES if entry.english not in used]
    assert not left_over, _listed(f"{entry.file}: {entry.english}" for entry in left_over)


def test_both_languages_fill_in_the_same_fields() -> None:
    wrong = [entry for entry in ENTRIES if entry.vietnamese and _fields(entry.english) != _fields(entry.vietnamese)]
    assert not wrong, _listed(f"{entry.file}: {entry.english} / {entry.vietnamese}" for entry in wrong)


def test_no_sentence_has_two_translations() -> None:
    by_english: dict[str, set[str]] = defaultdict(set)
    for entry in ENTRIES:
        by_english[entry.english].add(entry.vietnamese)
    several = {english: found for english, found in by_english.items() if len(found) > 1}
    assert not several, _listed(f"{english}: {sorted(found)}" for english, found in several.items())


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.name)
def test_a_catalogue_is_vietnamese_in_utf_8_and_says_nothing_twice(file: Path) -> None:
    text = file.read_text("utf-8")
    assert '"Language: vi\\n"' in text
    assert "charset=UTF-8" in text
    ids = Counter(re.findall(r"^msgid (.+(?:\n\".*)*)", text, re.MULTILINE))
    assert [english for english, count in ids.items() if count > 1] == []


def test_words_are_plain() -> None:
    """No exclamation mark, no praise, and places (bậc) never in one sentence with positions (vị trí)."""
    for entry in ENTRIES:
        assert "!" not in entry.vietnamese
        assert not re.search("ngoạn mục|ấn tượng|bứt phá|tụt dốc|đội sổ|chúng tôi", entry.vietnamese.casefold())
        assert not ("bậc" in entry.vietnamese and "vị trí" in entry.vietnamese)
