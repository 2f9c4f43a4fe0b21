"""The page of own results on more units than a table or a chart can tell apart: it stays as quick as with few."""

import json

from streamlit.testing.v1 import AppTest

from benchmarks.own_file import own_file
from ui.own_file import read_file

FILE = "own results: file"


def _draw() -> None:
    from typing import Any

    from pages.own_results import parameters, show
    from ui.address import language_parameter
    from ui.view import open_view

    release: Any = None
    show(release, open_view((language_parameter(), *parameters(release))))


def _open(units: int, **address: str) -> AppTest:
    page = AppTest.from_function(_draw, default_timeout=60)
    page.session_state[FILE] = read_file("ket-qua.csv", own_file(units, 2))
    for name, value in address.items():
        page.query_params[name] = value
    page.run()
    assert not page.exception
    return page


def _captions(page: AppTest) -> str:
    return "\n".join(str(caption.value) for caption in page.caption).replace("\\", "")


def _places(page: AppTest) -> dict[str, object]:
    """Return the chart of the places over the years, the second of the page."""
    return json.loads(page.get("vega_lite_chart")[1].proto.spec)  # pyright: ignore[reportAttributeAccessIssue]


def test_a_table_of_very_many_units_holds_the_first_ones_and_those_in_colour() -> None:
    page = _open(420, ngon_ngu="vi", don_vi_noi_tinh="commune_before-295")
    shown = page.dataframe[0].value
    assert len(shown) == 201
    assert shown["place"].tolist()[:3] == [1, 2, 3]
    assert shown.iloc[-1][["name", "place"]].tolist() == ["Xã số 0294", 420]
    assert "Bảng hiển thị 200 đơn vị đầu và các đơn vị tô màu; tệp tải về có đủ 420 đơn vị." in _captions(page)


def test_a_table_of_fewer_units_holds_all_and_says_nothing_of_it() -> None:
    page = _open(168, ngon_ngu="vi")
    assert len(page.dataframe[0].value) == 168
    assert "Bảng hiển thị" not in _captions(page)


def test_few_places_are_named_on_the_axis_of_very_many() -> None:
    spec = json.dumps(_places(_open(420, ngon_ngu="vi", don_vi_noi_tinh="commune_before-295")))
    ticks = [1, 50, 100, 150, 200, 250, 300, 350, 400]
    assert f'"values": {ticks}' in spec


def test_the_places_of_very_many_units_are_drawn_of_those_in_colour_alone() -> None:
    few = json.dumps(_places(_open(140, ngon_ngu="vi")), ensure_ascii=False)
    many = json.dumps(_places(_open(420, ngon_ngu="vi", don_vi_noi_tinh="commune_before-295")), ensure_ascii=False)
    assert "Xã số 0139" in few
    assert "Xã số 0294" in many
    assert "Xã số 0139" not in many
    assert len(many) < len(few)
