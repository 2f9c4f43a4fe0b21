"""Whatever stands in an address: every page opens a view with it, and the view's own address opens the same again."""

import importlib
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from feeding import feed, odd_among, texts
from hypothesis import strategies as st

from indicators.release import Release
from indicators.units import UNIT_SYSTEMS
from own.reading import read_own_results
from own.release import release_of
from tests.own.made_up_province import rows
from tests.own.own_files import workbook_of
from ui.address import Parameter, language_parameter, province_parameter, resolve
from ui.notices import address_sentences
from ui.own_parameters import own_parameters
from ui.page_list import PAGES, PageEntry
from wording.language import language

pytestmark = pytest.mark.slow

Given = dict[str, list[str]]
FREE_TEXTS = [
    "PCI.overall.2024.rank_at_most.20", "PAPI.D1.2023.score_at_least.7.5", "PAR.overall.2022.rank_kept.2020",
    "land.8.00", "D1.7", "cover", "change-PCI", "cover,map-PAPI", "khong", "cover:Tên", "province:63-67.2022.2025.vi",
    "district-3",
    "commune_before-00001", "so-nganh", "cap-xa", "Đắk Nông", "tat-ca", "ca-nuoc",
]  # fmt: skip


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Streamlit tells with each look at a visit that there is none."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def addresses(parameters: tuple[Parameter, ...]) -> st.SearchStrategy[Given]:
    """What an address may say for the parameters of a page: possible values in any place, and odd ones."""
    usual = {text for texts in resolve({}, parameters).possible.values() for text in texts}
    value = texts() | odd_among([*sorted(usual)[:400], *FREE_TEXTS])
    names = st.sampled_from([parameter.name for parameter in parameters])
    return st.dictionaries(names | names | names | texts(), st.lists(value, max_size=7), max_size=len(parameters))


def check_pages(parameters: tuple[Parameter, ...], short_names: dict[str, str], folder: Path, share: int) -> None:
    def open_view(given: Given) -> None:
        found = resolve(given, parameters)
        for code in ("vi", "en"):
            address_sentences(found.problems, found.values, short_names, language(code))
        again = resolve(found.written(), parameters)
        assert dict(again.values) == dict(found.values)
        assert not again.problems

    feed(open_view, addresses(parameters), share, folder)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.module)
def test_every_address_of_a_page_opens_a_view(page: PageEntry, release: Release, tmp_path: Path) -> None:
    module = importlib.import_module(page.module)
    units = [unit for system in reversed(UNIT_SYSTEMS) for unit in release.provinces.units(system)]
    parameters = (language_parameter(), province_parameter(units), *module.parameters(release))
    short_names = {index.id: index.short_name for index in release.catalogue.indices}
    check_pages(parameters, short_names, tmp_path, 430)


def test_every_address_opens_a_view_of_own_results(tmp_path: Path) -> None:
    own = release_of(read_own_results("own.xlsx", workbook_of(rows())), "vi")
    check_pages((language_parameter(), *own_parameters(own)), {}, tmp_path, 430)
