"""Stories of real provinces: which slides they have, in what order, with which figures, and what they leave out."""

from collections.abc import Callable
from functools import cache

import pytest

from indicators.release import Release
from indicators.targets import Target
from reports.slides import Chart, Map, Slide, Story, Table, Text
from reports.story import build_story
from reports.story_subject import Subject, SubjectError
from wording.language import LanguageCode
from wording.slides import TITLE_LIMIT

Told = Callable[..., Story]


@pytest.fixture(scope="session")
def told(release: Release) -> Told:
    """Build each story once for all tests."""

    @cache
    def build(subject: str, first: int, last: int, code: LanguageCode = "vi") -> Story:
        return build_story(release, Subject.parse(subject), first, last, code)

    return build


def _slide(story: Story, name: str) -> Slide:
    return next(slide for slide in story.slides if slide.id == name)


def _table(slide: Slide) -> Table:
    return next(block for block in slide.blocks if isinstance(block, Table))


def _cells(slide: Slide) -> list[list[str]]:
    return [[cell.text for cell in row] for row in _table(slide).rows]


def _said(story: Story, kind: str) -> str:
    texts = (block for slide in story.slides if slide.kind == kind for block in slide.blocks if isinstance(block, Text))
    return "\n".join(line for text in texts for line in text.lines)


def test_a_province_is_told_from_the_cover_to_the_sources(told: Told) -> None:
    story = told("province:63-67", 2022, 2024)
    names = [slide.id for slide in story.slides]
    assert names[:3] == ["cover", "standing", "change-PAR"]
    assert [name for name in names if name.endswith("-PCI")] == [
        "change-PCI", "components-PCI", "map-PCI", "history-PCI", "strengths-PCI",
    ]  # fmt: skip
    kinds = list(dict.fromkeys(slide.kind for slide in story.slides))
    assert kinds == [
        "cover", "standing", "change", "map", "history", "strengths", "peers", "next_place", "not_compared", "sources",
    ]  # fmt: skip
    assert len(names) == len(set(names))


def test_the_standing_holds_the_newest_result_of_each_index(told: Told) -> None:
    slide = _slide(told("province:63-67", 2022, 2024), "standing")
    assert _cells(slide) == [
        ["PAR INDEX 2023", "85,42%", "51/63", "▼ 14", "+0,76", "2022"],
        ["SIPAS 2023", "81,21%", "41/63", "–", "–", "thiếu năm 2022"],
        ["PAPI 2024", "40,54 †", "58/61 (*); Nhóm điểm thấp nhất †", "▲ 3 (*)", "+1,57", "2023"],
        ["PCI 2023", "67,79", "21/30", "▲ 17", "+2,92", "2022"],
        ["DTI 2024, 63 tỉnh, thành phố", "0,6075", "55/63 (*)", "–", "–", "không so sánh được do thay đổi phương pháp"],
    ]
    numbers = [row[1].number for row in _table(slide).rows]
    assert numbers == [85.42, 81.21, pytest.approx(40.535, abs=0.005), 67.79, 0.6075]
    assert slide.title.endswith(": 2 tăng, 1 giảm, 2 không so sánh được")


def test_contributions_are_drawn_only_where_they_are_exact(told: Told) -> None:
    story = told("province:63-67", 2022, 2024)
    chart = next(block for block in _slide(story, "change-PCI").blocks if isinstance(block, Chart))
    assert chart.kind == "bar"
    assert chart.categories[-2:] == ("Phần còn lại", "Thay đổi điểm tổng hợp")
    assert chart.series[0].values[-2:] == (0.01, 2.92)
    assert dict(zip(chart.categories, chart.series[0].labels, strict=True))["Hỗ trợ doanh nghiệp"] == "+1,83"
    for name in ("change-PAR", "change-DTI"):
        charts = [block for block in _slide(story, name).blocks if isinstance(block, Chart)]
        assert all(chart.kind == "line" for chart in charts)


def test_the_line_of_places_stands_beside_a_change_that_has_no_other_chart(told: Told) -> None:
    story = told("province:63-35", 2022, 2024)
    assert not {"history-PCI", "history-DTI"} & {slide.id for slide in story.slides}
    slide = _slide(story, "change-PCI")
    table, line = slide.blocks
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[1]] == ["Thứ hạng", "–", "22/30", "–"]
    assert isinstance(line, Chart)
    assert line.series[0].labels == ("45/63 (*)", "", "22/30")
    assert slide.source.endswith("Các kỳ: PCI 2022 và 2024.")
    # The chart of PAR INDEX shows the two places of the table and no other: its finding is not said twice.
    both = _slide(told("province:63-48", 2022, 2024), "change-PAR")
    assert [type(block) for block in both.blocks] == [Table, Chart]
    # What the line tells beyond the table is said.
    longer = _slide(told("province:63-24", 2022, 2024), "change-PCI").blocks[1]
    assert isinstance(longer, Text)
    assert longer.lines == ("PCI 2022–2024: Bắc Giang giảm 2 bậc (2/63 → 4/30).",)
    # Contributions keep their slide, and the line its own.
    assert _slide(story, "history-PAPI").title.startswith("PAPI 2022–2024: Hà Nam giảm 7 vị trí")


def test_the_map_stands_beside_a_table_that_would_be_alone(told: Told) -> None:
    story = told("province:63-56", 2022, 2024)
    slide = _slide(story, "change-SIPAS")
    assert [type(block) for block in slide.blocks] == [Table, Text, Map]
    assert _cells(slide) == [["Điểm", "–", "83,66%", "–"], ["Thứ hạng", "–", "30/63", "–"]]
    said = next(block for block in slide.blocks if isinstance(block, Text))
    assert said.lines == (
        "SIPAS 2024 trên bản đồ: Khánh Hòa (trước 01/07/2025) thuộc mức trên 83,00% đến 86,50% (4 tỉnh).",
    )
    ids = [found.id for found in story.slides]
    assert "map-SIPAS" not in ids
    assert "map-PAR" in ids


def test_a_class_without_provinces_is_no_finding(told: Told) -> None:
    titles = {slide.id: slide.title for slide in told("country", 2022, 2024).slides if slide.kind == "map"}
    assert titles["map-PCI"] == (
        "PCI 2024 trên bản đồ: mức cao nhất trên 69,66 đến 74,84 (10 tỉnh); mức thấp nhất trên 66,06 đến 67,91 (2 tỉnh)"
    )
    region = {slide.id: slide.title for slide in told("region:CHL", 2022, 2024).slides if slide.kind == "map"}
    assert region["map-PAPI"] == "PAPI 2024 trên bản đồ, Tây Nguyên: 4/5 tỉnh, thành phố thuộc mức thấp nhất"
    assert (
        region["map-PAR"]
        == "PAR INDEX 2023 trên bản đồ, Tây Nguyên: 2 tỉnh, thành phố có điểm, đều thuộc các mức ở giữa"
    )


def test_years_that_lack_for_one_reason_are_said_at_once(told: Told) -> None:
    said = _said(told("province:63-35", 2022, 2024), "not_compared").splitlines()
    assert "PAR INDEX 2022–2024: chưa thu thập được kết quả của Hà Nam." in said
    assert not any(line.startswith("PAR INDEX 2023: chưa thu thập") for line in said)


def test_places_are_cut_where_no_line_may_go(told: Told) -> None:
    charts = {
        slide.id: block
        for slide in told("province:63-67", 2021, 2024).slides
        for block in slide.blocks
        if slide.kind == "history" and isinstance(block, Chart)
    }
    pci, papi = charts["history-PCI"], charts["history-PAPI"]
    assert (pci.kind, pci.best_is_low) == ("line", True)
    # PCI 2021 → 2022 is a break; what VCCI publishes changed from 2022 to 2023, not the measure.
    assert pci.categories[0] == "2021"
    assert pci.series[0].values[:3] == (52.0, 38.0, 21.0)
    assert pci.breaks == (1,)
    # The editions of PAPI did not measure the same provinces.
    assert papi.breaks == (1, 2, 3)
    assert papi.series[0].labels == ("51/60 (*)", "51/61 (*)", "61/61 (*)", "58/61 (*)")


def test_what_is_left_out_and_missing_is_said(told: Told) -> None:
    said = _said(told("province:63-67", 2022, 2024), "not_compared")
    for sentence in (
        "PAR INDEX 2024: chưa thu thập được kết quả của Đắk Nông.",
        "PCI 2024: VCCI chỉ công bố 30 địa phương dẫn đầu; chưa có số liệu của Đắk Nông.",
        "PAR INDEX 2023: chưa có thành phần nào của Đắk Nông đủ số liệu năm 2022 và 2023.",
        "SIPAS: có chưa đến hai thứ hạng của Đắk Nông trong giai đoạn 2022–2024 nên không vẽ đường.",
        "PAR INDEX 2023, khoảng cách đến tỉnh xếp ngay trên: Chưa đủ cơ sở: còn thiếu 32/63 điểm số.",
        "Chưa có mục tiêu của Đắk Nông cho các năm này.",
        "DTI 2023 → 2024: thay đổi phương pháp",
    ):
        assert sentence in said


def test_a_province_left_out_by_the_publisher_has_its_earlier_result_and_the_reason(told: Told) -> None:
    story = told("province:63-22", 2020, 2021)
    assert _slide(story, "change-PAPI").title.startswith("PAPI 2020: Quảng Ninh đạt")
    assert "không đưa Quảng Ninh vào đánh giá năm 2021 (không đủ dữ liệu để đánh giá)" in _said(story, "not_compared")


def test_a_province_with_few_figures_has_no_empty_slide(told: Told) -> None:
    story = told("province:63-35", 2022, 2024)
    names = {slide.id for slide in story.slides}
    assert not {"change-PAR", "change-SIPAS", "map-PAR", "map-PCI"} & names
    assert _slide(story, "change-PCI").title == "PCI 2024: Hà Nam xếp thứ 22/30; chưa có thứ hạng năm 2023 để so sánh"
    assert _slide(story, "standing").title.endswith("2 chưa có kết quả")
    assert "PCI 2024: không có bản đồ do chưa có điểm số của Hà Nam." in _said(story, "not_compared")


def test_a_tie_is_said_and_equal_ranks_stand(told: Told) -> None:
    slide = _slide(told("province:63-38", 2021, 2022), "change-DTI")
    assert slide.title.startswith("DTI 2022: Thanh Hóa đồng hạng 15/63 cùng Yên Bái")
    assert _cells(slide)[1] == ["Thứ hạng", "12/63", "15/63", "▼ 3"]


def test_a_merged_province_is_its_predecessors_beside_each_other(told: Told) -> None:
    story = told("province:34-68", 2022, 2024)
    assert {slide.kind for slide in story.slides}.isdisjoint({"peers", "next_place"})
    rows = _cells(_slide(story, "change-PAPI"))
    assert [row[:3] for row in rows] == [
        ["Bình Thuận", "47,13 †", "3/61 (*); Nhóm điểm cao nhất"],
        ["Đắk Nông", "40,54 †", "58/61 (*); Nhóm điểm thấp nhất †"],
        ["Lâm Đồng (trước 01/07/2025)", "41,02 †", "54/61 (*); Nhóm điểm thấp nhất †"],
        ["Trung bình theo dân số năm 2024 của các tỉnh trước sắp xếp", "43,24 †", "–"],
    ]
    assert "DTI 2024, 34 tỉnh, thành phố: chưa thu thập được kết quả của Lâm Đồng (mới)." in _said(
        story, "not_compared"
    )
    # The rows of one index stand on one slide.
    pages = [_cells(slide) for slide in story.slides if slide.kind == "standing"]
    assert [row[0].split(":")[0] for row in pages[0]][-1] == "PAPI 2024"
    assert pages[1][0][0] == "PCI 2023: Bình Thuận"


def test_a_merged_province_with_a_figure_of_its_own_shows_that(told: Told) -> None:
    story = told("province:34-48", 2022, 2024)
    title = _slide(story, "change-DTI").title
    assert title == "DTI 2024, 34 tỉnh, thành phố: Đà Nẵng (mới) xếp thứ 17/34"
    assert "sắp xếp đơn vị hành chính" not in title
    assert "1 chỉ số đã công bố cho tỉnh mới, 4 chỉ số theo các tỉnh trước sắp xếp" in _slide(story, "standing").title


def test_a_region_knows_its_own_provinces_only(told: Told) -> None:
    story = told("region:CHL", 2021, 2024)
    places = _cells(_slide(story, "region-PAPI"))
    assert [(row[0], row[3]) for row in places] == [
        ("Đắk Lắk (trước 01/07/2025)", "1/5 (*)"),
        ("Gia Lai (trước 01/07/2025)", "2/5 (*)"),
        ("Lâm Đồng (trước 01/07/2025)", "3/5 (*)"),
        ("Đắk Nông", "4/5 (*)"),
        ("Kon Tum", "5/5 (*)"),
    ]
    assert (
        _slide(story, "risen-PAPI").title
        == "PAPI 2023 → 2024, Tây Nguyên: Đắk Nông tăng điểm nhiều nhất, tăng 1,57 điểm"
    )
    # Of an edition held in part nobody is first in the region.
    assert _slide(story, "standing").title == "Tây Nguyên: thứ hạng của 5 tỉnh, thành phố theo từng chỉ số"
    assert _slide(story, "region-PAR").title == "PAR INDEX 2023, Tây Nguyên: có kết quả của 5/5 tỉnh, thành phố"


def test_the_country_names_the_first_of_each_index_and_the_means(told: Told) -> None:
    story = told("country", 2023, 2024)
    rows = _cells(_slide(story, "standing"))
    assert [row[:2] for row in rows][:4] == [
        ["PAR INDEX 2024", "Hải Phòng (trước 01/07/2025)"],
        ["SIPAS 2024", "Hải Phòng (trước 01/07/2025)"],
        ["PAPI 2024", "Quảng Ninh"],
        ["PCI 2024", "Hải Phòng (trước 01/07/2025)"],
    ]
    assert rows[0][2:4] == ["96,17%", "1/63"]
    assert ["PAR INDEX 2024", "88,37%", "trung bình công bố"] in _cells(_slide(story, "means"))


def test_a_review_names_who_improved_most_by_the_own_score(told: Told) -> None:
    story = told("period:63-67", 2021, 2024)
    first, second = _cells(_slide(story, "improvers-PAPI"))[:2]
    assert first == ["Sóc Trăng", "51/58 (*)", "8/58 (*)", "▲ 49 (*)", "▼ 6 (*)", "+5,15"]
    assert second[0] == "Bà Rịa - Vũng Tàu"
    standing = _cells(_slide(story, "standing"))
    assert standing[0] == ["PAR INDEX 2022 → 2023", "84,66%", "85,42%", "+0,76", "37/63", "–", "51/63", "▼ 14"]
    assert story.title == "Đắk Nông: đánh giá giai đoạn 2021–2024"


def test_targets_of_a_province_are_judged(release: Release) -> None:
    targets = [
        Target("63-67", "PCI", "overall", 2023, "rank_at_most", 20),
        Target("63-67", "PCI", "overall", 2023, "score_at_least", 65),
        Target("63-67", "PAR", "overall", 2024, "rank_at_most", 30),
    ]
    story = build_story(release, Subject("province", "63-67"), 2023, 2024, "vi", targets=targets)
    slide = _slide(story, "targets")
    assert slide.title == "Mục tiêu của Đắk Nông: 1 đạt, 1 không đạt, 1 chưa đủ cơ sở đánh giá"
    assert [row[1] for row in _cells(slide)] == ["67,79; 21/30", "67,79; 21/30", "–"]


STORIES = [
    ("province:63-67", 2022, 2024), ("province:63-35", 2022, 2024), ("province:63-48", 2020, 2024),
    ("province:34-68", 2022, 2024), ("province:34-04", 2022, 2024), ("region:CHL", 2021, 2024),
    ("country", 2023, 2024), ("period:63-67", 2021, 2024), ("period:34-48", 2021, 2024),
]  # fmt: skip


@pytest.mark.parametrize(
    ("subject", "first", "last", "code"),
    [(*story, "vi") for story in STORIES] + [(*STORIES[number], "en") for number in (2, 3, 6, 7)],
)
def test_every_slide_fits_and_has_its_grounds(
    told: Told, subject: str, first: int, last: int, code: LanguageCode
) -> None:
    story = told(subject, first, last, code)
    assert len({slide.id for slide in story.slides}) == len(story.slides)
    for slide in story.slides:
        assert 0 < len(slide.title) <= TITLE_LIMIT, slide.title
        assert not slide.title.endswith(".")
        assert not ("bậc" in slide.title and "vị trí" in slide.title), slide.title
        assert slide.blocks
        assert slide.source
        for block in slide.blocks:
            if isinstance(block, Table):
                assert 0 < len(block.rows) <= 10
                assert {len(row) for row in block.rows} == {len(block.columns)}
            if isinstance(block, Chart):
                assert {len(series.values) for series in block.series} == {len(block.categories)}
            if isinstance(block, Chart | Map):
                assert block.description
                assert block.specification["$schema"]
        if not slide.id[-1].isdigit() or slide.id.count("-") != 1:
            assert slide.notes, slide.id


def test_years_without_any_figure_still_say_so(told: Told) -> None:
    story = told("province:34-68", 2025, 2025)
    assert {slide.kind for slide in story.slides} == {"cover", "not_compared"}
    assert "Chưa tìm thấy kết quả PAPI 2025." in _said(story, "not_compared")


def test_years_out_of_order_and_unknown_provinces_are_refused(release: Release) -> None:
    with pytest.raises(ValueError, match="first year"):
        build_story(release, Subject("country"), 2024, 2022, "vi")
    with pytest.raises(SubjectError, match="63-99"):
        build_story(release, Subject("province", "63-99"), 2022, 2024, "vi")
    with pytest.raises(SubjectError, match="XXX"):
        build_story(release, Subject("region", "XXX"), 2022, 2024, "vi")
