"""What a column of a CSV may hold: rules as patterns over text, and the table that they make."""

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd
import pandera.pandas as pa

# pyarrow brings no types.
arrow: Any = importlib.import_module("pyarrow")
arrow_compute: Any = importlib.import_module("pyarrow.compute")


@dataclass(frozen=True)
class Rule:
    """What one column may hold: a pattern for the whole text, told to people as `hint`; empty only where allowed."""

    pattern: str
    hint: str
    empty: bool = False

    def allows(self, texts: Any) -> bool:
        """Whether a column of this rule may hold all the texts (an array of them)."""
        pattern = rf"\A(?:{self.pattern}){'?' if self.empty else ''}\z"
        fit = arrow_compute.match_substring_regex(arrow.array(texts, arrow.string()), pattern)
        return bool(arrow_compute.all(fit, min_count=0).as_py())


@dataclass(frozen=True)
class Table:
    """One kind of CSV file: its name in the code, its place below data/, its columns in order and its key."""

    name: str
    path: str
    columns: Mapping[str, Rule]
    key: tuple[str, ...]

    @cache  # noqa: B019 - the tables below live as long as the process
    def schema(self) -> pa.DataFrameSchema:
        """The pandera schema of the table as text: strict, ordered columns, each value by its rule."""
        # No type is asked of a column: all are read as text.
        checks = {name: None if rule is FREE else _check(rule) for name, rule in self.columns.items()}
        columns = {name: pa.Column(checks=check) for name, check in checks.items()}
        return pa.DataFrameSchema(columns, strict=True, ordered=True)

    def allows(self, values: pd.DataFrame) -> bool:
        """Whether every value is allowed, by a look at each distinct one: the schema takes ten times as long."""
        return all(rule is FREE or rule.allows(values[name].unique()) for name, rule in self.columns.items())

    def __hash__(self) -> int:
        return hash(self.path)


def _check(rule: Rule) -> pa.Check:
    def fits(values: pd.Series) -> pd.Series:
        good = values.str.fullmatch(rule.pattern)
        return good | values.eq("") if rule.empty else good

    return pa.Check(fits, error=rule.hint)


def one_of(*values: str, empty: bool = False) -> Rule:
    """A rule that allows the values of a closed list."""
    return Rule("|".join(values), "must be one of: " + ", ".join(values) + (" (or empty)" if empty else ""), empty)


TEXT = Rule(r"(?s).*\S.*", "must not be empty")
FREE = Rule(r"(?s).*", "any text", empty=True)
IDENTIFIER = Rule(r"[A-Za-z0-9_.\-]+", "must be an id: letters, digits, '_', '.' or '-', no spaces")
INDEX = Rule(r"[A-Z][A-Z0-9_]*", "must be an index id in capitals, such as PAPI")
INDEX_OR_ALL = Rule(r"\*|[A-Z][A-Z0-9_]*", "must be an index id in capitals, or * for all")
COMPONENT_OR_ALL = Rule(r"\*|[A-Za-z0-9_.\-]+", "must be a component id, or * for all")
YEAR = Rule(r"[12]\d{3}", "must be a year of four digits, such as 2024")
UNIT_SYSTEM = one_of("63", "34")
PROVINCE_CODE = Rule(r"\d{2}", "must be a province code of two digits, such as 01")
PROVINCE_CODES = Rule(r"\d{2}(;\d{2})*", "must be province codes joined by ';', such as 02;08", empty=True)
NUMBER = Rule(r"-?\d+(\.\d+)?", "must be a number with a dot as decimal point and no other sign, such as 42.5")
SCORE = Rule(NUMBER.pattern, NUMBER.hint + " (or empty)", empty=True)
RANK = Rule(r"[1-9]\d{0,3}", "must be a whole number from 1 on (or empty)", empty=True)
COUNT = Rule(r"\d{1,4}", "must be a whole number (or empty)", empty=True)
LIST = Rule(r"[\w.\-:]+(;[\w.\-:]+)*", "must be ids joined by ';' without spaces (or empty)", empty=True)
SOURCES = Rule(LIST.pattern, "must be source ids joined by ';' without spaces")
DATE = Rule(r"[12]\d{3}(-\d{2}){0,2}", "must be a date such as 2024-04-17, 2024-04 or 2024 (or empty)", empty=True)
SHA256 = Rule(r"[0-9a-f]{64}", "must be the 64 hexadecimal digits of a SHA-256, small letters (or empty)", empty=True)
KIND = one_of("published", "computed")
GROUP_KIND = one_of("published", "computed", empty=True)
