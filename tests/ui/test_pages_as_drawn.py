"""Every page is drawn, frame and all, for every kind of province, index and filter, in both languages."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from indicators.release import Release
from indicators.units import UNIT_SYSTEMS
from ui.address import INDEX, LANGUAGE, LANGUAGES, PROVINCE, language_parameter, province_parameter, resolve
from ui.page_list import PAGES, PageEntry

pytestmark = pytest.mark.slow

FRAME = Path(__file__).resolve().parents[2] / "ui" / "frame.py"
# The country; merged from three; not merged; without PAR INDEX and SIPAS; left out of some editions; low everywhere.
UNITS = ("ca-nuoc", "34-68", "34-01", "63-35", "63-22", "63-67")
LOOKED_INTO = ("34-68", "63-67")


def addresses(entry: PageEntry, release: Release) -> Iterator[dict[str, str]]:
    """Give each unit with each index, and for two units the first, middle and last value of every other parameter."""
    module = __import__(entry.module, fromlist=["parameters"])
    units = [unit for system in UNIT_SYSTEMS for unit in release.provinces.units(system)]
    parameters = (language_parameter(), province_parameter(units), *module.parameters(release))
    for unit in UNITS:
        possible = resolve({PROVINCE: [unit]}, parameters).possible
        for index in possible.get(INDEX, [""]):
            given = {PROVINCE: unit, INDEX: index} if index else {PROVINCE: unit}
            yield given
            if unit not in LOOKED_INTO:
                continue
            resolved = resolve({name: [value] for name, value in given.items()}, parameters)
            for name, values in resolved.possible.items():
                if name not in (LANGUAGE, PROVINCE, INDEX) and values:
                    chosen = {values[0], values[len(values) // 2], values[-1]} - {resolved.values.one(name)}
                    yield from ({**given, name: value} for value in sorted(chosen))


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.module)
def test_every_address_of_a_page_is_drawn(
    entry: PageEntry,
    release: Release,
    published_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("DASHBOARD_RELEASE", str(published_folder))
    failed: list[dict[str, str]] = []
    drawn = 0
    for number, address in enumerate(addresses(entry, release)):
        caplog.clear()
        given = {**address, LANGUAGE: LANGUAGES[number % 2]}
        page = AppTest.from_file(FRAME, default_timeout=120)
        page._page_hash = calc_hash(entry.url_path)  # pyright: ignore[reportPrivateUsage]
        for name, value in given.items():
            page.query_params[name] = value
        page.run()
        drawn += 1
        logged = any(record.levelno >= logging.ERROR for record in caplog.records)
        if page.exception or logged or len(page.main) < 2:
            failed.append(given)
    assert failed == []
    assert drawn >= len(UNITS)
