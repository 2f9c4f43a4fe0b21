"""Takes typed values out of an entry of a YAML file and gathers what is wrong with them, by file, entry and key."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from etl.problems import Code, Problem, error

Number = TypeVar("Number", int, float)


@dataclass
class Entry:
    """One mapping, where it stands ("entry 3 (PCI 2013), table 1"), and the keys that were asked for."""

    values: Mapping[str, Any]
    place: str
    file: str
    problems: list[Problem]
    asked: set[str] = field(default_factory=set[str])

    def refuse(self, key: str, message: str) -> None:
        """Tell that a key is wrong."""
        self.problems.append(error(Code.DECLARATION_INVALID, self.file, f"{self.place}, key '{key}': {message}."))

    def refuse_others(self, known: Iterable[str]) -> None:
        """Tell every key that was neither asked for nor is known."""
        for key in self.values:
            if key not in self.asked and key not in set(known):
                self.refuse(str(key), "is not known here; check its spelling")

    def within(self, values: Mapping[str, Any], name: str) -> "Entry":
        """A mapping inside this one."""
        return Entry(values, f"{self.place}, {name}", self.file, self.problems)

    def text(self, key: str, default: str = "", *, required: bool = False, one_of: Collection[str] = ()) -> str:
        """A text; a number is taken as written."""
        value = self._value(key)
        if value is None:
            if required:
                self.refuse(key, "is missing; add it")
            return default
        if isinstance(value, (dict, list)):
            self.refuse(key, "must be a text")
            return default
        if one_of and str(value) not in one_of:
            self.refuse(key, f"'{value}' must be one of: {', '.join(one_of)}")
        return str(value)

    def texts(self, key: str, default: tuple[str, ...] = (), one_of: Collection[str] = ()) -> tuple[str, ...]:
        """A list of texts, or a single one."""
        value = self._value(key)
        if value is None:
            return default
        items = cast("list[object]", value) if isinstance(value, list) else [value]
        if any(isinstance(item, (dict, list)) or item is None for item in items):
            self.refuse(key, "must be a list of texts")
            return default
        texts = tuple(str(item) for item in items)
        for text in texts:
            if one_of and text not in one_of:
                self.refuse(key, f"'{text}' must be one of: {', '.join(one_of)}")
        return texts

    def numbers(self, key: str, kind: Callable[[Any], Number]) -> list[Number]:
        """A list of numbers, or a single one."""
        value = self._value(key)
        items = cast("list[object]", value) if isinstance(value, list) else [] if value is None else [value]
        try:
            return [kind(item) for item in items]
        except (TypeError, ValueError, OverflowError):
            self.refuse(key, "must be a number or a list of numbers")
            return []

    def flag(self, key: str) -> bool:
        """Yes or no; no where it is left out."""
        value = self._value(key)
        if value is not None and not isinstance(value, bool):
            self.refuse(key, "must be true or false")
        return value is True

    def words(self, key: str) -> Mapping[str, str]:
        """A mapping of texts to texts."""
        return {str(name): str(value) for name, value in self.mapping(key).items()}

    def mapping(self, key: str) -> Mapping[str, Any]:
        """A mapping; an empty one where it is left out."""
        value = self._value(key)
        if value is not None and not isinstance(value, dict):
            self.refuse(key, "must be a mapping")
        return cast("dict[str, Any]", value) if isinstance(value, dict) else {}

    def mappings(self, key: str) -> list[Mapping[str, Any]]:
        """A list of mappings; an empty one where it is left out."""
        value = self._value(key)
        items = cast("list[object]", value) if isinstance(value, list) else []
        if value is not None and (not isinstance(value, list) or not all(isinstance(item, dict) for item in items)):
            self.refuse(key, "must be a list of mappings")
        return [cast("dict[str, Any]", item) for item in items if isinstance(item, dict)]

    def _value(self, key: str) -> object:
        self.asked.add(key)
        return self.values.get(key)
