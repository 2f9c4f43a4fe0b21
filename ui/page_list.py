"""Which pages there are: file, place in the address and title, in the order of the navigation."""

from collections.abc import Callable
from dataclasses import dataclass

from wording.language import Language


@dataclass(frozen=True)
class PageEntry:
    """One page: the module that draws it, its place in the address ("" for the first page) and its title.

    The module has two functions. `parameters(release)` gives the parameters of its address beside language and
    province, as a tuple of `ui.address.Parameter`; `show(release, view)` draws the page.
    """

    module: str
    url_path: str
    title: Callable[[Language], str]


PAGES: tuple[PageEntry, ...] = (
    PageEntry("pages.overview", "", lambda language: language.text("Overview")),
    PageEntry("pages.profile", "ho-so-tinh", lambda language: language.text("Province profile")),
    PageEntry("pages.compare", "so-sanh", lambda language: language.text("Compare")),
    PageEntry("pages.strengths", "diem-manh-diem-yeu", lambda language: language.text("Strengths and weaknesses")),
    PageEntry("pages.rankings", "bang-xep-hang", lambda language: language.text("Rankings")),
    PageEntry("pages.trends", "xu-huong", lambda language: language.text("Trends")),
    PageEntry("pages.rank_changes", "thay-doi-thu-hang", lambda language: language.text("Rank changes")),
    PageEntry("pages.targets", "muc-tieu-va-giai-doan", lambda language: language.text("Targets and periods")),
    PageEntry("pages.map", "ban-do", lambda language: language.text("Map")),
    PageEntry("pages.data", "du-lieu-va-phuong-phap", lambda language: language.text("Data and methods")),
)
