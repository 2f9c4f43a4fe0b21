"""An edition with an error is not in the release; its pages say so, and the editions beside it are shown."""

from collections.abc import Iterator

import pytest
from dashboard_server import Dashboard, running_dashboard
from data_copies import copy_of_data, keeper
from page_reading import body_text, headings
from playwright.sync_api import Browser, Page
from streamlit_page import open_page

VIETNAMESE = "Số liệu PAPI 2024 đang được kiểm tra lại nên chưa hiển thị."
ENGLISH = "The figures of PAPI 2024 are being checked again and are not shown."


@pytest.fixture(scope="module")
def without_papi_2024(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """The dashboard on a copy of the data in which PAPI 2024 has a score beyond its scale."""
    assert browser.is_connected()
    folder = tmp_path_factory.mktemp("held_back")
    data = copy_of_data(folder)
    file = data / "published" / "papi" / "2024.csv"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    cells = lines[1].split(",")
    lines[1] = ",".join([*cells[:5], "999", *cells[6:]])
    file.write_text("".join(lines), encoding="utf-8", newline="\n")
    with pytest.raises(RuntimeError, match="Held back: PAPI 2024"):
        keeper(data, folder / "release", "publish")
    with running_dashboard(folder / "release", folder / "server.log") as running:
        yield running


@pytest.mark.slow
@pytest.mark.parametrize("where", ["bang-xep-hang", "ban-do", "xu-huong", "thay-doi-thu-hang", ""])
def test_pages_say_that_an_edition_is_held_back(without_papi_2024: Dashboard, page: Page, where: str) -> None:
    open_page(page, without_papi_2024.address(where, chi_so="PAPI", don_vi="63-67"))
    said = body_text(page)
    assert "2023" in " ".join(headings(page))
    assert VIETNAMESE in said
    assert "Kết quả PAPI 2024 đã được công bố nhưng chưa thu thập được" not in said


@pytest.mark.slow
def test_an_address_of_it_shows_the_edition_before_and_says_why(without_papi_2024: Dashboard, page: Page) -> None:
    open_page(page, without_papi_2024.address("bang-xep-hang", chi_so="PAPI", nam="2024", ngon_ngu="en"))
    assert "PAPI 2023" in headings(page)[0]
    assert ENGLISH in body_text(page)
    open_page(page, without_papi_2024.address("bang-xep-hang", chi_so="DTI", nam="2024", ngon_ngu="en"))
    assert "DTI 2024" in headings(page)[0]
    assert "being checked again" not in body_text(page)
