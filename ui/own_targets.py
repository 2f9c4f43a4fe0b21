"""Targets of own units, entered on the page and kept with the visitor's file: reached, missed or not to be said."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from indicators.catalogue import OVERALL, EditionKey, UnknownEditionError
from indicators.own_targets import number_of
from indicators.release import Release
from indicators.results import edition_table
from indicators.targets import NEEDS_VALUE, Target, TargetKind, TargetResult, check_target, laid_over, review_targets
from indicators.units import Unit
from own.unit_kinds import system_of_kind
from ui.markdown_text import plain_markdown
from ui.own_file import keep_own_targets, own_targets
from ui.own_parameters import kind_of
from ui.tables import Column, show_table
from ui.view import View
from wording.findings import place_text, score_text
from wording.marks import mark_sentences, origin_of
from wording.names import component_name
from wording.numbers import NO_FIGURE
from wording.targets import kind_name, margin_words, target_note, target_words, verdict_words
from wording.terms import term_help

MOST_TARGETS = 30
YEARS_AHEAD = 5
KINDS: tuple[TargetKind, ...] = ("rank_at_most", "score_at_least", "rank_kept", "score_kept")

_FIELDS = ("unit", "component", "year", "kind", "value")
_REFUSALS = {
    "rank_at_most": '"{value}" is no rank; write a whole number such as 20.',
    "score_at_least": '"{value}" is no score; write a number such as 65.5.',
    "rank_kept": '"{value}" is no year before that of the target; write four digits such as 2024.',
    "score_kept": '"{value}" is no year before that of the target; write four digits such as 2024.',
}
_REFUSED = "own target: refused"
_LEFT = "own target: those left"


def show_own_targets(own: Release, view: View, key: EditionKey, chosen: tuple[str, ...]) -> None:
    """Draw the verdicts on the targets of the chosen kind of unit, and the entry of a further one."""
    text = view.language.text
    targets = [t for t in own_targets() if t.index == key.index and Unit.parse(t.unit).system == key.system]
    if targets:
        _show_verdicts(own, view, targets)
    else:
        st.subheader(text("Targets"), anchor=False, help=term_help("target", view.language))
    st.caption(text("A target entered here stays in this visit and goes with the file; it is not in the address."))
    _show_form(own, view, key, chosen)
    if targets:
        _show_entered(own, view, targets)


def target_rows(own: Release, view: View, results: Sequence[TargetResult]) -> pd.DataFrame:
    """Return one row a target as it is read: unit, name, target, verdict, result, margin, note."""
    language = view.language
    return pd.DataFrame(
        [
            {
                "unit": result.target.unit,
                "name": own.provinces.name(result.target.unit, language.code),
                "target": target_words(own, result.target, language),
                "verdict": verdict_words(result.verdict, language),
                "result": _result_words(own, view, result.target),
                "margin": margin_words(own, result, language),
                "note": target_note(own, result, language),
            }
            for result in results
        ]
    )


def _show_verdicts(own: Release, view: View, targets: Sequence[Target]) -> None:
    text = view.language.text
    results = review_targets(own, targets)
    rows = target_rows(own, view, results)
    counts = {name: sum(result.verdict == name for result in results) for name in ("reached", "missed")}
    title = text(
        "Targets: {reached} reached, {missed} missed, {unsaid} cannot be said",
        unsaid=len(results) - sum(counts.values()),
        **counts,
    )
    st.subheader(title, anchor=False, help=term_help("target", view.language))
    columns = [
        Column("name", text("Unit"), config={"pinned": True}),
        Column("verdict", text("Verdict")),
        Column("target", text("Target"), config={"width": "medium"}),
        Column("result", text("Result")),
        Column("margin", text("Margin")),
    ]
    said = [f"{row['name']}, {row['target']}: {row['verdict']} ({row['result']})" for _, row in rows.iterrows()]
    show_table(rows, columns, alternative=f"{title}. {'; '.join(said)}")
    notes = [f"{row['name']}, {row['target']}: {row['note']}" for _, row in rows.iterrows() if row["note"]]
    if notes:
        st.markdown("\n".join(f"- {plain_markdown(note)}" for note in notes))
    marks = mark_sentences(" ".join(rows["result"]), view.language)
    if marks:
        st.caption("  \n".join(plain_markdown(line) for line in marks))


def _result_words(own: Release, view: View, target: Target) -> str:
    key = EditionKey(target.index, target.year, Unit.parse(target.unit).system)
    try:
        table = edition_table(own, key, target.component)
    except UnknownEditionError:
        return NO_FIGURE
    row = table[table["unit"] == target.unit].iloc[0]
    index = own.catalogue.index(target.index)
    score = score_text(row["score"], origin_of(row), index, target.component, target.year, view.language)
    place = place_text(row["place"], row["place_of"], str(row["place_kind"]), str(row["note_codes"]))
    return " · ".join(part for part in (place, score) if part != NO_FIGURE) or NO_FIGURE


def _show_form(own: Release, view: View, key: EditionKey, chosen: tuple[str, ...]) -> None:
    """Draw unit, component, year, kind and value; labels change with the language, and so do the fields' keys."""
    text, language = view.language.text, view.language
    index = own.catalogue.index(key.index)
    kept = {name: f"own target: {name} {language.code}" for name in _FIELDS}
    components = [component.id for component in index.components]
    years = _years(own, view, key)
    _keep_possible(kept["unit"], own.provinces.units(key.system), chosen[0] if chosen else None)
    _keep_possible(kept["component"], components, OVERALL)
    _keep_possible(kept["year"], years, str(key.year))
    with st.form("own target form", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            text("Unit"),
            own.provinces.units(key.system),
            format_func=lambda unit: own.provinces.name(unit, language.code),
            key=kept["unit"],
            width=240,
            filter_mode="contains",
        )
        st.selectbox(
            text("Component"),
            components,
            format_func=lambda component: component_name(index, component, None, language),
            key=kept["component"],
            width=240,
            filter_mode="contains",
        )
        st.selectbox(text("Year"), years, key=kept["year"], width=110, filter_mode="contains")
        st.selectbox(
            text("Kind of target"),
            KINDS,
            format_func=lambda kind: kind_name(kind, language),
            key=kept["kind"],
            width=200,
            filter_mode="contains",
        )
        st.text_input(text("Rank, score or year"), key=kept["value"], max_chars=12, width=130)
        st.form_submit_button(
            text("Add the target"), on_click=_add, args=(own, key, kept), type="primary", icon=":material/add:"
        )
    refused = st.session_state.pop(_REFUSED, None)
    if refused is not None:
        kind, _, value = str(refused).partition(" ")
        st.error(plain_markdown(text(_REFUSALS[kind], value=value)))


def _years(own: Release, view: View, key: EditionKey) -> list[str]:
    """List the years of the unit system, the newest first: those of the file, and some ahead while it still stands."""
    held = [edition.key.year for edition in own.catalogue.editions_of(key.index, key.system)]
    newest, kind = max(held), kind_of(view.values)
    ahead = range(newest + 1, newest + YEARS_AHEAD + 1)
    return [str(year) for year in sorted([*held, *(y for y in ahead if system_of_kind(kind, y) == key.system)])[::-1]]


def _keep_possible(name: str, possible: Sequence[str], usual: str | None) -> None:
    if st.session_state.get(name) not in possible:
        st.session_state[name] = usual if usual in possible else possible[0]


def _add(own: Release, key: EditionKey, kept: dict[str, str]) -> None:
    """Add what the form holds to the targets of the file, or keep it to be named as no target."""
    state = st.session_state
    kind: TargetKind = state[kept["kind"]]
    written = str(state[kept["value"]])
    about = (str(state[kept["unit"]]), key.index, str(state[kept["component"]]), int(state[kept["year"]]), kind)
    value = number_of(written)
    if kind in NEEDS_VALUE:
        target = Target(*about, value)
    else:
        target = Target(*about, since_year=None if value is None or value != int(value) else int(value))
    if check_target(own, target) is not None:
        state[_REFUSED] = f"{kind} {written}"
        return
    keep_own_targets(laid_over(own_targets(), [target])[-MOST_TARGETS:])
    state[kept["value"]] = ""


def _show_entered(own: Release, view: View, targets: Sequence[Target]) -> None:
    """Draw the targets to take some out."""
    language = view.language
    names = {f"{target.unit} {target.component} {target.year} {target.kind}": target for target in targets}

    def words(name: str) -> str:
        target = names[name]
        return f"{own.provinces.name(target.unit, language.code)}, {target_words(own, target, language)}"

    st.session_state[_LEFT] = list(names)
    st.multiselect(
        language.text("Targets entered (take one out with ×)"),
        list(names),
        format_func=words,
        key=_LEFT,
        on_change=_take_out,
        args=(names,),
        select_all=False,
        placeholder=language.text("Choose"),
    )


def _take_out(names: dict[str, Target]) -> None:
    left = set(st.session_state[_LEFT])
    gone = {target for name, target in names.items() if name not in left}
    keep_own_targets([target for target in own_targets() if target not in gone])
