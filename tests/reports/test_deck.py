"""The deck holds the published figures in charts and tables that can be edited, and no text leaves its box."""

from pathlib import Path
from typing import Any

import pytest
from conftest import TellStory
from deck_reading import chart_of, labels_of, opened, overflowing, slide_of, table_of, values_of

from indicators.release import Release
from reports import deck_shapes
from reports.deck import make_deck
from reports.slides import Slide, Story, Table, Text
from reports.story import build_story
from reports.story_choice import Choice, choose
from reports.story_subject import Subject

SUBJECTS = (
    "province:63-67", "province:63-35", "province:63-38", "province:63-01", "province:63-22", "province:34-68",
    "province:34-44", "region:CHL", "region:SE", "country", "period:63-67", "period:34-68",
)  # fmt: skip
FEWEST_SLIDES = 5  # cover, where it stands, one change, what cannot be compared, sources
# One white point: what a map shows is tested where maps are drawn.
POINT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b8"
    "0000000049454e44ae426082"
)


@pytest.fixture(autouse=True)
def quick_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deck_shapes, "picture", lambda *_, **__: POINT)


def deck_of(story: Story, template: Path | None = None) -> Any:
    return opened(make_deck(story, template).content)


def test_the_published_figures_stand_in_tables(story_of: TellStory) -> None:
    deck = deck_of(story_of("province:63-67"))
    assert table_of(slide_of(deck, "PCI 2023: Đắk Nông xếp thứ 21/30")) == [
        ["", "2022", "2023", "Thay đổi"],
        ["Điểm", "64,87", "67,79", "+2,92"],
        ["Thứ hạng", "38/63", "21/30", "▲ 17"],
    ]
    papi = table_of(slide_of(deck, "PAPI 2024: Đắk Nông đạt 40,54 điểm"))
    assert papi[1] == ["Điểm", "38,97 †", "40,54 †", "+1,57"]
    assert papi[2][2] == "58/61 (*)"


def test_a_chart_holds_numbers_and_shows_what_the_reader_reads(story_of: TellStory) -> None:
    chart = chart_of(slide_of(deck_of(story_of("province:63-67")), "PCI 2022–2023"))
    # The rank of 2024 is not held: a gap and no zero.
    assert values_of(chart) == {"Đắk Nông": [38, 21, None]}
    assert {"38/63", "21/30"} <= set(labels_of(chart))
    assert chart.value_axis.reverse_order
    assert 'dispBlanksAs val="gap"' in chart._chartSpace.xml


def test_a_chart_of_contributions_adds_up_to_the_published_change(story_of: TellStory) -> None:
    chart = chart_of(slide_of(deck_of(story_of("province:63-67")), "PCI 2023: Đắk Nông"))
    values = next(iter(values_of(chart).values()))
    parts = dict(zip(chart.plots[0].categories, values, strict=True))
    assert parts["Hỗ trợ doanh nghiệp"] == pytest.approx(1.83)
    assert parts["Thay đổi điểm tổng hợp"] == pytest.approx(2.92)
    assert sum(value for value in values[:-1] if value is not None) == pytest.approx(2.92)


def test_no_line_crosses_a_break(story_of: TellStory) -> None:
    chart = chart_of(slide_of(deck_of(story_of("province:63-67")), "DTI 2024, 63 tỉnh, thành phố: Đắk Nông"))
    pieces = [list(series.values) for series in chart.plots[0].series]
    # 2022 → 2023: a published rank and an order; 2023 → 2024: another method.
    assert pieces == [[49, None, None], [None, 57, None], [None, None, 55]]


@pytest.mark.parametrize("subject", SUBJECTS)
def test_nothing_overflows_and_no_slide_is_empty(story_of: TellStory, subject: str) -> None:
    deck = deck_of(story_of(subject))
    assert overflowing(deck) == []
    for slide in deck.slides:
        assert slide.shapes.title.text_frame.text
        assert len(slide.shapes) > 1
        texts = [found.text_frame for found in slide.placeholders if found.has_text_frame]
        # The field of the slide number has no text of its own here.
        assert all(frame.text or "slidenum" in frame._txBody.xml for frame in texts)


def test_english_decks_fit_too(story_of: TellStory) -> None:
    deck = deck_of(story_of("province:63-67", "en"))
    assert overflowing(deck) == []
    assert table_of(slide_of(deck, "PCI 2023: "))[1] == ["Score", "64.87", "67.79", "+2.92"]


def test_every_drawing_and_table_has_words_for_who_cannot_see_it(story_of: TellStory) -> None:
    for slide in deck_of(story_of("province:63-67")).slides:
        for shape in slide.shapes:
            if not shape.has_text_frame:
                assert shape.element.xpath("./*/p:cNvPr")[0].get("descr"), shape.name


def test_notes_hold_the_sources_with_their_addresses(story_of: TellStory) -> None:
    notes = slide_of(deck_of(story_of("province:63-67")), "PCI 2023: Đắk Nông").notes_slide.notes_text_frame.text
    assert "Nguồn: " in notes
    assert "http" in notes


def test_texts_are_marked_as_vietnamese_so_that_no_spelling_is_underlined(story_of: TellStory) -> None:
    slide = slide_of(deck_of(story_of("province:63-67")), "PCI 2023: Đắk Nông")
    assert 'lang="vi-VN"' in slide.shapes.title.element.xml


def test_slides_carry_their_number_and_the_cover_does_not(story_of: TellStory) -> None:
    deck = deck_of(story_of("province:63-67"))
    numbers = ['type="slidenum"' in "".join(shape.element.xml for shape in slide.placeholders) for slide in deck.slides]
    assert numbers == [False] + [True] * (len(deck.slides) - 1)


def test_a_title_of_ones_own_is_shortened_where_it_must_be_and_kept_in_the_notes(story_of: TellStory) -> None:
    title = "Tỉnh đề nghị các sở, ngành tập trung khắc phục những nội dung còn yếu " * 6
    story = choose(story_of("province:63-67"), Choice(("change-PCI",), {"change-PCI": title}))
    deck = deck_of(story)
    assert overflowing(deck) == []
    assert deck.slides[0].shapes.title.text_frame.text.endswith("…")
    assert title.strip() in deck.slides[0].notes_slide.notes_text_frame.text


def test_a_table_too_long_goes_on_under_its_headings(story_of: TellStory) -> None:
    table = next(
        block
        for slide in story_of("country").slides
        if slide.id == "first-PAPI"
        for block in slide.blocks
        if isinstance(block, Table)
    )
    long = Table(table.caption, table.columns, table.rows * 4, frozenset({0, 39}))
    slide = Slide("first-PAPI", "improvers", "PAPI 2024", (Text(("Một câu.",)), long), "Nguồn: …", ("Ghi chú",))
    deck = deck_of(Story("", "", "vi", (slide,)))
    assert overflowing(deck) == []
    titles = [page.shapes.title.text_frame.text for page in deck.slides]
    assert titles[:2] == ["PAPI 2024", "PAPI 2024 (tiếp theo)"]
    tables = [table_of(page) for page in deck.slides]
    assert {tuple(found[0]) for found in tables} == {tuple(column.heading for column in table.columns)}
    assert [row[0] for found in tables for row in found[1:]] == [row[0].text for row in long.rows]


def test_sentences_too_many_go_on_and_none_is_lost() -> None:
    lines = tuple(
        f"{number}. " + "Chưa đủ cơ sở so sánh do thay đổi phương pháp tính điểm. " * 3 for number in range(30)
    )
    deck = deck_of(Story("", "", "vi", (Slide("note", "note", "Ghi chú", (Text(lines, "Lưu ý"),)),)))
    assert overflowing(deck) == []
    shown = [p.text for page in deck.slides for shape in list(page.shapes)[1:2] for p in shape.text_frame.paragraphs]
    assert [line.strip() for line in shown if line != "Lưu ý"] == [line.strip() for line in lines]


def test_one_endless_sentence_is_parted_between_words() -> None:
    line = "Chưa đủ cơ sở so sánh do thay đổi phương pháp tính điểm; " * 80
    deck = deck_of(Story("", "", "vi", (Slide("note", "note", "Ghi chú", (Text((line,)),)),)))
    assert overflowing(deck) == []
    assert len(deck.slides) > 1
    assert " ".join(list(page.shapes)[1].text_frame.text for page in deck.slides) == line.strip()


def test_lines_of_several_provinces_are_told_apart(story_of: TellStory) -> None:
    chart = chart_of(slide_of(deck_of(story_of("province:34-68")), "PAR INDEX 2022–2024"))
    assert values_of(chart) == {
        "Bình Thuận": [None, 61, None],
        "Đắk Nông": [37, 51, None],
        "Lâm Đồng (trước 01/07/2025)": [None, 46, None],
    }
    assert chart.has_legend
    looks = {(s.marker.style, s.format.line.dash_style) for s in chart.plots[0].series}
    assert len(looks) == 3


@pytest.mark.slow
def test_nothing_overflows_for_any_province_of_either_system(release: Release) -> None:
    provinces = release.provinces
    wrong: list[str] = []
    for unit in (*provinces.units("63"), *provinces.units("34")):
        story = build_story(release, Subject("province", unit), 2022, 2024, "vi")
        wrong += [f"{unit}: {words}" for words in overflowing(deck_of(story))]
        assert len(story.slides) >= FEWEST_SLIDES, unit
    assert wrong == []
