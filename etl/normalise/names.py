"""Names of provinces to their codes: by an exact table of names; nothing is guessed."""

import difflib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from etl.data_folder import DataFolder
from etl.normalise.footnotes import without_marks

NAMES_OFFERED = 3


@dataclass(frozen=True)
class Names:
    """The names of one unit system: exact ones, the same in lower case, and those of units that ended before.

    `plain`: each code's name in small letters without marks or blanks, "binhphuoc", as ids of sources have it.
    """

    exact: dict[str, str]
    folded: dict[str, str]
    former: frozenset[str]
    plain: dict[str, str]

    def code(self, text: str) -> str | None:
        """The code of a name as written, else in any letter case; None where the table does not have it."""
        name = tidy_name(text)
        return self.exact.get(name) or self.folded.get(name.casefold())

    def is_former(self, text: str) -> bool:
        """Whether a name is that of a unit that ended before this unit system began."""
        return tidy_name(text).casefold() in self.former

    def nearest(self, *texts: str) -> list[str]:
        """The names most like a text that is not known, or like one of several; for a person to choose from."""
        likeness: dict[str, float] = {}
        for text in [tidy_name(text).casefold() for text in texts]:
            for name in difflib.get_close_matches(text, self.folded, n=12, cutoff=0.4):
                ratio = difflib.SequenceMatcher(None, name, text).ratio()
                likeness[name] = max(ratio, likeness.get(name, 0))
        by_code: dict[str, str] = {}
        for name in sorted(likeness, key=lambda name: -likeness[name]):
            by_code.setdefault(self.folded[name], name)
        written = {name.casefold(): name for name in reversed(self.exact)}
        return [written[name] for name in by_code.values()][:NAMES_OFFERED]


def tidy_name(text: str) -> str:
    """A name in NFC, its blanks squeezed, footnote marks off."""
    return without_marks(" ".join(unicodedata.normalize("NFC", text).split()))


def names_of(data: DataFolder, unit_system: str) -> Names:
    """The names of a unit system from data/provinces, and the former units from data/former_units.csv."""
    provinces, aliases = data.tables[f"provinces_{unit_system}"], data.tables["aliases"]
    aliases = aliases[aliases["unit_system"].eq(unit_system)]
    pairs = [
        *zip(provinces["name_vi"], provinces["code"], strict=True),
        *zip(provinces["name_en"], provinces["code"], strict=True),
        *zip(aliases["alias"], aliases["code"], strict=True),
    ]
    exact = {tidy_name(str(name)): str(code) for name, code in pairs}
    plain = {
        str(code): _without_marks("".join(str(name).casefold().split()))
        for code, name in zip(provinces["code"], provinces["name_en"], strict=True)
    }
    return Names(exact, _folded(exact.items()), _former(data.tables["former_units"]["name"].unique()), plain)


def _folded(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The names in lower case; one that would mean two provinces is left out."""
    folded: dict[str, str] = {}
    doubtful: set[str] = set()
    for name, code in pairs:
        if folded.setdefault(name.casefold(), code) != code:
            doubtful.add(name.casefold())
    return {name: code for name, code in folded.items() if name not in doubtful}


def _former(names: Iterable[object]) -> frozenset[str]:
    written = [tidy_name(str(name)).casefold() for name in names]
    return frozenset([*written, *(_without_marks(name) for name in written)])


def _without_marks(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
