"""The tables of a release of own results."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import pandas as pd

from indicators.catalogue import Words
from own.ranked_kinds import RankedKind
from own.results import TOTAL, Maximum, OwnResults, OwnUnit
from own.unit_kinds import FIRST_YEAR_OF_TODAY, UnitKind, system_of_kind

SOURCE = "file"

_NOT_MEASURED = Words("không có tên trong kỳ này của tệp", "not named in this edition of the file")
_NEW_UNITS = Words(
    "Từ ngày 01/7/2025 các xã, phường, đặc khu mới thay cho các xã, phường, thị trấn trước đó; kết quả của hai hệ đơn "
    "vị hành chính được tách riêng, không nối với nhau.",
    "From 1 July 2025 there are new communes in place of those before: results of the two systems are kept apart and "
    "never joined.",
)
EMPTY = {
    "former_units": "index,year,unit,name,name_en,region,component,score,rank,source_id",
    "national": "index,year,unit_system,scope,component,statistic,value,source_id",
    "note_codes": "code,meaning_en,meaning_vi,shown,applies_to",
    "context": "unit,year,measure,value,measured_in,kind,source_id",
    "responsibility": "index,component,lead_to_2025_02_28,lead_from_2025_03_01,with,basis,source",
    "targets": "unit,index,component,year,kind,value,since_year,source",
    "islands": "name_vi,name_en,code_63,code_34,lon,lat",
    "origins": "index,year,source_id,address,fetched_at,sha256,size",
    "data_dictionary": "table,column,type,meaning_vi,meaning_en",
}
OBSERVED = "index,year,unit,unit_system,component,score,score_text,rank,group,group_kind,kind,note_codes,source_id"
MISSING = "index,year,unit,components,reason,reason_vi,reason_en,source_id"
BREAKS = "index,component,between_year,and_year,degree,reason_en,reason_vi,found_how,source_id,province_codes"
SOURCES = "index,source_id,title,publisher,address,published_on,publisher_of_figures,obtained_from_kind"
_FOUND = ("index", "year", "unit", "unit_system", "component", "score", "score_text", "rank")


def empty_tables() -> dict[str, pd.DataFrame]:
    """Return the tables that a file of own results holds nothing for."""
    return {name: pd.DataFrame(columns=columns.split(",")) for name, columns in EMPTY.items()}


def observations(results: OwnResults, keys: Mapping[OwnUnit, str]) -> pd.DataFrame:
    """Return the figures as `Release.observations` has them."""
    scores = {(figure.year, figure.unit, figure.component): figure.score for figure in results.figures}
    # A rank may be printed of a unit whose total is not.
    ranked = {(year, unit, TOTAL) for year, unit in results.ranks}
    rows = [
        {
            "index": unit.kind,
            "year": year,
            "unit": keys[unit],
            "unit_system": unit.system,
            "component": component,
            "score": scores.get((year, unit, component)),
            "score_text": written(scores.get((year, unit, component))),
            "rank": results.ranks.get((year, unit)) if component == TOTAL else None,
        }
        for year, unit, component in dict.fromkeys([*scores, *ranked])
    ]
    frame = pd.DataFrame(rows, columns=[*_FOUND])
    frame = frame.assign(group="", group_kind="", kind="published", note_codes="", source_id=SOURCE)
    return frame.astype({"year": "int64", "score": "float64", "rank": "Int64"})


def missing(results: OwnResults, keys: Mapping[OwnUnit, str]) -> pd.DataFrame:
    """Say who is not named in an edition, as `Release.missing` does."""
    rows = [
        (kind, year, key, "*", "not_measured", _NOT_MEASURED.vi, _NOT_MEASURED.en, SOURCE)
        for (kind, year), measured in results.measured.items()
        for unit, key in keys.items()
        if unit.kind == kind and unit.system == system_of_kind(kind, year) and unit not in measured
    ]
    return _frame(rows, MISSING)


def breaks(kinds: Iterable[RankedKind]) -> pd.DataFrame:
    """Say what lies between the years of each kind, as `Release.breaks` does."""
    return _frame([row for kind in kinds for row in _breaks_of(kind)], BREAKS)


def sources(kinds: Iterable[RankedKind], language_code: str) -> pd.DataFrame:
    """Return the one source of all figures, as `Release.sources` has it for each index."""
    return _frame([_source(kind.kind, language_code) for kind in kinds], SOURCES)


def _breaks_of(kind: RankedKind) -> list[tuple[Any, ...]]:
    """Say what lies between the years of a kind: new communes, another maximum, another list of components."""
    rows: list[tuple[Any, ...]] = []
    if kind.kind == "COMMUNE":
        years = (FIRST_YEAR_OF_TODAY - 1, FIRST_YEAR_OF_TODAY)
        rows.append((kind.kind, "*", *years, "break", _NEW_UNITS.en, _NEW_UNITS.vi, "", SOURCE, ""))
    for before, after in pairwise(kind.years):
        for name in (TOTAL, *kind.components):
            first, last = (kind.maximum(year, name) for year in (before, after))
            if first is not None and last is not None and first != last:
                words = _other_maximum(first, last)
                rows.append((kind.kind, name, before, after, "break", words.en, words.vi, "", SOURCE, ""))
        lists = [kind.listed(year) for year in (before, after)]
        if lists[0] != lists[1]:
            words = _other_components(lists[0], lists[1], kind.results.components)
            rows.append((kind.kind, TOTAL, before, after, "revision", words.en, words.vi, "", SOURCE, ""))
    return rows


def _other_maximum(first: Maximum, last: Maximum) -> Words:
    ends = [f"{maximum.value:g}{' %' if maximum.percent else ''}" for maximum in (first, last)]
    in_vietnamese = [end.replace(".", ",") for end in ends]
    return Words(
        f"Điểm tối đa thay đổi từ {in_vietnamese[0]} thành {in_vietnamese[1]}.",
        f"The maximum changed from {ends[0]} to {ends[1]}.",
    )


def _other_components(before: Sequence[str], after: Sequence[str], names: Mapping[str, str]) -> Words:
    gone = ", ".join(names[name] for name in before if name not in after) or "–"
    new = ", ".join(names[name] for name in after if name not in before) or "–"
    return Words(f"Danh sách thành phần thay đổi: bỏ {gone}; thêm {new}.", f"Components left out: {gone}; new: {new}.")


def _source(kind: UnitKind, language_code: str) -> tuple[str, ...]:
    title = "Uploaded file" if language_code == "en" else "Tệp tải lên"
    return (kind, SOURCE, title, title, "", "", title, "other")


def written(score: float | None) -> str:
    """Write a score as in `observations.score_text`; "" for none."""
    return "" if score is None else f"{score:.6f}".rstrip("0").rstrip(".")


def _frame(rows: Sequence[tuple[Any, ...]], columns: str) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=columns.split(","))
