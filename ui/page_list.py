"""Which pages there are: file, place in the address and title, in the order of the navigation."""

from collections.abc import Callable
from dataclasses import dataclass

from ui.address import SHOWING, Values
from wording.language import Language


def _framed(_: Values) -> bool:
    return False


def _on_the_wall(values: Values) -> bool:
    return values.get(SHOWING) == ("co",)


@dataclass(frozen=True)
class PageEntry:
    """One page: the module that draws it, its place in the address ("" for the first page) and its title.

    The module has two functions. `parameters(release)` gives the parameters of its address beside language and
    province, as a tuple of `ui.address.Parameter`; `show(release, view)` draws the page. `alone` says of the values of
    its address whether it stands without the frame: no name, no picker, no way to the other pages.
    """

    module: str
    url_path: str
    title: Callable[[Language], str]
    alone: Callable[[Values], bool] = _framed


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
    PageEntry("pages.present", "trinh-chieu", lambda language: language.text("Presentation"), _on_the_wall),
    PageEntry("pages.own_results", "ket-qua-noi-tinh", lambda language: language.text("Results within the province")),
    PageEntry("pages.data", "du-lieu-va-phuong-phap", lambda language: language.text("Data and methods")),
)
