"""The slides on the wall without a browser: type that fits, words as HTML, charts with a layout of their own."""

import json

import pytest

from charts.map_layout import WALL
from indicators.release import Release
from reports.slides import Cell, Chart, Column, Map, Series, Slide, Table, Text
from reports.story import build_story
from reports.story_subject import Subject
from ui.present_html import title_html, words_html
from ui.present_show import sized
from ui.present_sizes import BODIES, INNER, pictures_and_words, sizes_of

READABLE = 1.1  # of a wall's width of 100: a fiftieth of its height


def table(rows: int, text: str) -> Table:
    columns = (Column("Chỉ số"), Column("Điểm", "number"), Column("So sánh với"))
    return Table(
        "Kết quả", columns, tuple((Cell("PAPI 2024"), Cell("40,54 †", 40.54), Cell(text)) for _ in range(rows))
    )


def slide(*blocks: Text | Table | Chart | Map, title: str = "Đắk Nông") -> Slide:
    return Slide("standing", "standing", title, blocks, "Nguồn: CECODES.")


def test_more_words_are_set_in_smaller_type() -> None:
    few, many = (
        sizes_of(slide(table(2, "2023"))),
        sizes_of(slide(table(10, "không so sánh được do thay đổi phương pháp"))),
    )
    assert few.body == BODIES[-1]
    assert READABLE < many.body < few.body


def test_a_long_title_takes_two_lines_at_most() -> None:
    sentence = "PCI 2023: Đắk Nông xếp thứ 21/30; tăng 17 bậc, tăng 2,92 điểm so với năm 2022"
    long = sizes_of(slide(title=f"{sentence}; đóng góp nhiều nhất: Hỗ trợ doanh nghiệp (+1,83 điểm)"))
    assert long.title < sizes_of(slide()).title


@pytest.mark.parametrize("subject", ["province:63-35", "country"])
def test_every_slide_of_a_story_is_set_in_type_that_can_be_read(release: Release, subject: str) -> None:
    story = build_story(release, Subject.parse(subject), 2022, 2025, "vi")
    assert min(sizes_of(one).body for one in story.slides) > READABLE


def test_words_stand_beside_a_chart() -> None:
    series = (Series("Đắk Nông", (1.0,), ("1",)),)
    chart = Chart("bar", "Đóng góp", ("Đất đai",), series, "điểm", 2, "Đóng góp: 1", {"mark": "bar"})
    both = sizes_of(slide(table(2, "2023"), chart))
    alone = sizes_of(slide(chart))
    assert 45 < both.picture_width < 52
    assert alone.picture_width == INNER
    assert pictures_and_words(slide(chart)) == ([chart], [])


def test_texts_are_escaped_and_figures_stay_whole() -> None:
    written = words_html([table(1, "<script>"), Text(("a & b",), "Tiêu đề")], sizes_of(slide(table(1, ""))))
    assert "&lt;script&gt;" in written
    assert "<script>" not in written
    assert "a &amp; b" in written
    assert '<td class="number whole">40,54 †</td>' in written
    assert "<span>2022–2025</span>" in title_html("Đắk Nông: kết quả, 2022–2025", 3.0)


def test_a_chart_asks_no_window_for_its_size(release: Release) -> None:
    story = build_story(release, Subject("province", "63-35"), 2022, 2025, "vi")
    pictures = [picture for one in story.slides for picture in pictures_and_words(one)[0]]
    assert {type(picture) for picture in pictures} == {Chart, Map}
    for picture in pictures:
        drawn = sized(picture, 94.0, 40.0)
        assert isinstance(drawn["width"], int)
        assert WALL not in json.dumps(drawn)
        assert [param["value"] for param in drawn.get("params", []) if param["name"] == "height"] in (
            [],
            [drawn["height"]],
        )
