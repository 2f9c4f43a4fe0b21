"""What is drawn once for everyone: told apart by release, language and address, and never own results."""

from dataclasses import replace

import pytest

from indicators.release import Release
from own.release_tables import SOURCE
from ui.address import Values
from ui.remembered_drawing import drawn_once
from ui.view import View
from wording.language import LanguageCode, language


def _view(code: LanguageCode = "vi", **values: str) -> View:
    return View(language(code), Values({name: [value] for name, value in values.items()}), {}, ())


def test_a_part_is_worked_out_once_for_the_same_release_language_and_address(release: Release) -> None:
    worked_out: list[str] = []

    @drawn_once
    def part(release: Release, view: View) -> str:
        worked_out.append(f"{release.version[:0]}{view.language.code} {view.values.one('nam')}")
        return worked_out[-1]

    newer = replace(release, version="newer")
    for asked in (release, release, newer):
        assert part(asked, _view(nam="2023")) == "vi 2023"
    assert part(release, _view(nam="2024")) == "vi 2024"
    assert part(release, _view("en", nam="2023")) == "en 2023"
    assert worked_out == ["vi 2023", "vi 2023", "vi 2024", "en 2023"]


def test_a_part_cannot_look_at_a_filter_that_it_was_not_given() -> None:
    narrowed = _view(nam="2023", chi_so="PCI").only("nam")
    assert narrowed.year == 2023
    with pytest.raises(KeyError):
        narrowed.values.one("chi_so")


def test_own_results_are_never_kept_for_others(release: Release) -> None:
    @drawn_once
    def part(release: Release, view: View) -> str:
        return f"{release.version} {view.year}"

    own = replace(release, version=SOURCE)
    with pytest.raises(ValueError, match="belong to one session"):
        part(own, _view(nam="2023"))
