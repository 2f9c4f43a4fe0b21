"""Whose work a component is, in words that never give common practice out as a fact."""

from datetime import date

from indicators.catalogue import Index
from indicators.own_responsibilities import TableFault
from indicators.responsibility import MERGED_ON, Responsibility
from wording.language import Language
from wording.names import component_name

_BASIS = {
    "stated": "an official text says so",
    "indirect": "inferred from official texts",
    "usual": "by the usual division of work, which no text read here states",
}
_FAULTS = {
    "not_utf8": "Row {row}: the text is not UTF-8; save the file as CSV UTF-8.",
    "no_rows": "The table has a heading and no rows.",
    "column_missing": "The heading lacks the column {column}.",
    "column_unknown": "The heading has a column {column} that is not known; allowed: {allowed}.",
    "column_twice": "The heading has the column {column} twice; keep one.",
    "cells_too_many": "Row {row} has more cells than the heading; put text with commas or semicolons in quotes.",
    "cells_too_few": "Row {row}, column {column}: the row ends before this column; fill in all columns.",
    "index_unknown": 'Row {row}, column {column}: "{value}" is no index; allowed: {allowed}.',
    "component_unknown": 'Row {row}, column {column}: "{value}" is no component of the index.',
    "component_twice": 'Row {row}, column {column}: "{value}" already has a row; keep one.',
    "basis_unknown": 'Row {row}, column {column}: "{value}" is not valid; allowed: {allowed}.',
    "agency_missing": "Row {row}, column {column}: name at least one agency.",
}


def lead_words(answer: Responsibility, language: Language) -> str:
    """Say who leads the work: "thường do Sở Tài chính tham mưu"; "do … chủ trì" by a province's own table alone.

    Agencies keep their Vietnamese names in both languages: they are names of bodies.
    """
    agencies = "; ".join(answer.lead)
    if answer.origin == "own" and answer.basis != "usual":
        return language.text("led by {agencies}", agencies=agencies)
    return language.text("usually led by {agencies}", agencies=agencies)


def support_words(answer: Responsibility, language: Language) -> str:
    """Say who takes part: "Phối hợp: …"; "" for nobody."""
    return language.text("Together with: {agencies}", agencies="; ".join(answer.support)) if answer.support else ""


def basis_words(answer: Responsibility, index: Index, language: Language) -> str:
    """Say on what evidence, from whose row, and whose table it is."""
    parts: list[str] = []
    if answer.origin == "own":
        parts.append(language.text("by the province's own table"))
    if answer.taken_from_parent:
        parent = component_name(index, answer.row_of, None, language, short=True)
        parts.append(language.text("as for {component}, which it belongs to", component=parent))
    parts.append(language.text(_BASIS[answer.basis]))
    if answer.origin == "general":
        parts.append(language.text("a province may assign it otherwise"))
    return "; ".join(parts)


def responsibility_words(answer: Responsibility, index: Index, language: Language) -> str:
    """Say in one sentence who leads a component and on what evidence."""
    lead = lead_words(answer, language)
    return f"{lead[:1].upper()}{lead[1:]} ({basis_words(answer, index, language)})."


def as_of_words(on: date, language: Language) -> str:
    """Say which of the two divisions of work a day falls under."""
    if on < MERGED_ON:
        return language.text("Agencies as of before 1 March 2025")
    return language.text("Agencies as of 1 March 2025")


def table_fault_words(fault: TableFault, language: Language) -> str:
    """Say what is wrong in a province's own table, where, and what to do."""
    return language.text(
        _FAULTS[fault.fault],
        row=fault.row,
        column=fault.column,
        value=fault.value,
        allowed=", ".join(fault.allowed),
    )
