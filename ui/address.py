"""What an address means: the parameters of a page, and the values that the view depends on.

Nothing here knows Streamlit. A page states its parameters in order, each with the values that are possible once the
earlier ones are known; `resolve` takes what the address says and answers with one value for every parameter, so that
the address can be written back whole. Text in, text out: an address holds nothing else.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

LANGUAGE = "ngon_ngu"
PROVINCE = "don_vi"
INDEX = "chi_so"
COMPONENT = "thanh_phan"
YEAR = "nam"
EARLIER_YEAR = "tu_nam"
LAST_YEAR = "den_nam"
UNIT_SYSTEM = "he"
REGION = "vung"
FURTHER_PROVINCES = "so_sanh"
SHOWN = "the_hien"
MAP_SET = "bo_ban_do"
REGION_OUTLINES = "ranh_vung"
SEARCH = "tim"
PART = "phan"
TARGETS = "muc_tieu"
ASSUMED_SCORES = "gia_dinh"
FORMER_PROVINCE = "tinh_cu"
LEVEL = "cap"
DIVISION_OF_WORK = "phan_cong"
AGENCY = "co_quan"
SECTION = "muc"
SOURCE_SEARCH = "tim_nguon"
UNIT_KIND = "loai_don_vi"
OWN_UNITS = "don_vi_noi_tinh"
OWN_FILE = "tep_noi_tinh"
STORY = "cau_chuyen"
SHOWING = "trinh_chieu"
SLIDE_NUMBER = "trang_so"
CHOICE_OF = "lua_chon_cua"
EDITED_SLIDE = "sua_trang"

WHOLE_COUNTRY = "ca-nuoc"
ALL_REGIONS = "tat-ca"
LANGUAGES = ("vi", "en")

LONGEST_FREE_TEXT = 80

ProblemKind = Literal["not valid", "year without figures", "too many"]

Given = Mapping[str, Sequence[str]]


class Values(Mapping[str, tuple[str, ...]]):
    """The values of an address by parameter name; each is a tuple, of one text for all but the repeated parameters."""

    def __init__(self, values: Given) -> None:
        self._values = {name: tuple(texts) for name, texts in values.items()}

    def __getitem__(self, name: str) -> tuple[str, ...]:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def one(self, name: str) -> str:
        """The value of a parameter that is not repeated; "" where nothing is possible."""
        return self._values[name][0] if self._values[name] else ""

    def number(self, name: str) -> int:
        """The value as a number, for years; raises ValueError where nothing is possible."""
        return int(self.one(name))


Possible = Callable[[Values], Sequence[str]]
Usual = Callable[[Values], str | Sequence[str]]
Accepts = Callable[[Values, str], bool]


@dataclass(frozen=True)
class Parameter:
    """One parameter of a page's address.

    `possible` gives the values that can be chosen once the parameters before it are known, `usual` the value where the
    address says none (or an impossible one). Both are asked on every click and for every link of the navigation, so
    they look up and do not compute. `at_most` is 1 for a single value, more for a repeated parameter (which may also
    be empty). `possible` is None for free text. `is_year` only chooses the words for an impossible value.
    `accepts` judges the values of a repeated parameter that are too many to list. What is chosen is remembered for the
    other pages under its name, or under `remembered_as` where the pages mean different things by it.
    """

    name: str
    possible: Possible | None
    usual: Usual
    at_most: int | None = None
    is_year: bool = False
    accepts: Accepts | None = None
    remembered_as: str = ""

    @property
    def memory(self) -> str:
        """The name under which the last value is remembered."""
        return self.remembered_as or self.name


@dataclass(frozen=True)
class Problem:
    """A value that could not be used: what was given and what stands instead of it.

    For one value too many, `instead` says how many there may be.
    """

    name: str
    given: str
    instead: str
    kind: ProblemKind


@dataclass(frozen=True)
class Resolved:
    """One value for every parameter, the values that each could have had, and what of the address was not usable."""

    values: Values
    possible: Mapping[str, tuple[str, ...]]
    problems: tuple[Problem, ...]

    def written(self) -> dict[str, list[str]]:
        """The whole address: every parameter with its value, an empty one as "name="."""
        return {name: list(texts) or [""] for name, texts in self.values.items()}


def resolve(given: Given, parameters: Sequence[Parameter]) -> Resolved:
    """Say which values an address stands for.

    An impossible value is dropped, named in `problems` and replaced by the usual one; the rest of the address still
    counts. Names that are no parameter of the page are left out without a word.
    """
    chosen: dict[str, tuple[str, ...]] = {}
    possible: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for parameter in parameters:
        before = Values(chosen)
        texts = given.get(parameter.name)
        if parameter.possible is None and parameter.accepts is None:
            chosen[parameter.name] = _free_text(texts, parameter.usual(before))
            continue
        allowed = _allowed(parameter, before, texts or ())
        possible[parameter.name] = allowed
        kept, refused = _kept_and_refused(texts if parameter.at_most else texts and texts[-1:], allowed)
        if kept is None or not (kept or parameter.at_most):
            kept = _usual(parameter, before, allowed)
        chosen[parameter.name] = kept[: parameter.at_most or 1]
        instead = ", ".join(chosen[parameter.name])
        problems += [Problem(parameter.name, text, instead, _kind(parameter, text)) for text in refused]
        at_most = parameter.at_most or len(kept)
        problems += [Problem(parameter.name, text, str(at_most), "too many") for text in kept[at_most:]]
    return Resolved(Values(chosen), possible, tuple(problems))


def _allowed(parameter: Parameter, before: Values, texts: Sequence[str]) -> tuple[str, ...]:
    accepts = parameter.accepts
    if accepts is not None:
        return tuple(dict.fromkeys(text for text in texts if text and accepts(before, text)))
    return tuple(parameter.possible(before)) if parameter.possible else ()


def _kept_and_refused(texts: Sequence[str] | None, allowed: Sequence[str]) -> tuple[tuple[str, ...] | None, list[str]]:
    """Part what was given into what is possible (None where the usual value has to stand in) and what is not."""
    if texts is None:
        return None, []
    wanted = list(dict.fromkeys(text for text in texts if text))
    kept = tuple(text for text in wanted if text in allowed)
    refused = [text for text in wanted if text not in allowed]
    return (None if refused and not kept else kept), refused


def _usual(parameter: Parameter, before: Values, allowed: Sequence[str]) -> tuple[str, ...]:
    usual = parameter.usual(before)
    wanted = (usual,) if isinstance(usual, str) else tuple(usual)
    usable = tuple(text for text in wanted if text in allowed)
    if parameter.at_most is not None:
        return usable[: parameter.at_most]
    return usable[:1] or tuple(allowed[:1])


def _free_text(texts: Sequence[str] | None, usual: str | Sequence[str]) -> tuple[str, ...]:
    if texts:
        return (texts[-1].strip()[:LONGEST_FREE_TEXT],)
    return (usual,) if isinstance(usual, str) else tuple(usual)


def _kind(parameter: Parameter, text: str) -> ProblemKind:
    looks_like_year = len(text) == len("2024") and text.isascii() and text.isdigit()
    return "year without figures" if parameter.is_year and looks_like_year else "not valid"


def language_parameter() -> Parameter:
    """The language of the pages; Vietnamese where the address says nothing."""
    return Parameter(LANGUAGE, lambda _: LANGUAGES, lambda _: LANGUAGES[0])


def province_parameter(units: Sequence[str]) -> Parameter:
    """The chosen province: the whole country, then `units` ("34-68", "63-67", …) in the order of the picker."""
    choices = (WHOLE_COUNTRY, *units)
    return Parameter(PROVINCE, lambda _: choices, lambda _: WHOLE_COUNTRY)


def index_parameter(indices: Sequence[str], usual: str = "") -> Parameter:
    """The index; the first of `indices` where the address says nothing and no other is `usual`."""
    choices = tuple(indices)
    return Parameter(INDEX, lambda _: choices, lambda _: usual or choices[0])


def component_parameter(possible: Possible, usual: str = "overall") -> Parameter:
    """The component, of those `possible` for the index (and year) chosen before it."""
    return Parameter(COMPONENT, possible, lambda _: usual)


def year_parameter(possible: Possible, usual: Usual, name: str = YEAR) -> Parameter:
    """A year of measurement (or, by `name`, an earlier one), of those with figures for what was chosen before it."""
    return Parameter(name, possible, usual, is_year=True)


def further_provinces_parameter(units: Sequence[str], at_most: int, usual: Usual = lambda _: ()) -> Parameter:
    """Further provinces beside the chosen one, at most so many; the chosen one is not offered a second time."""
    choices = tuple(units)
    return Parameter(
        FURTHER_PROVINCES,
        lambda values: tuple(unit for unit in choices if unit not in values.get(PROVINCE, ())),
        usual,
        at_most=at_most,
    )


def search_parameter() -> Parameter:
    """The search text, free."""
    return Parameter(SEARCH, None, lambda _: "")
