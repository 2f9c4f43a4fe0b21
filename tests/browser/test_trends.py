"""The trends page as it is read: lines cut where the method changed, figures at their ends, in both languages."""

import pytest
from dashboard_server import Dashboard
from drawn_charts import axis_labels, charts, drawn_points, drawn_texts, line_years, rule_years
from page_reading import body_text, headings, language_of_page, pictures_without_words, press, sideways_scroll
from playwright.sync_api import Page
from streamlit_page import open_page

CHOSEN = "#c2410c"
MEDIAN = "#1b2733"
PUBLISHED_MEAN = "#5b6b7c"


def test_papi_line_of_dak_nong_is_cut_at_2018(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("xu-huong", don_vi="63-67", chi_so="PAPI"))
    assert headings(page)[0] == "PAPI – Chỉ số PAPI tổng hợp (không có trọng số), 2011–2024: Đắk Nông"
    scores, places = charts(page).nth(0), charts(page).nth(1)
    for chart in (scores, places):
        assert rule_years(chart) == [2017.5]
        assert "từ 2018: đổi phương pháp" in drawn_texts(chart)
    assert line_years(scores, CHOSEN) == line_years(scores, MEDIAN) == [(2011, 2017), (2018, 2024)]
    # Places are joined only between editions that measured the same provinces: 2013 and 2014 did not.
    assert line_years(places, CHOSEN) == [(2011, 2013), (2015, 2017), (2019, 2020)]
    drawn = drawn_points(scores, CHOSEN)
    assert sorted(drawn) == list(range(2011, 2025))
    published = {2015: 33.409419, 2017: 34.569255, 2018: 44.587609, 2023: 38.971103, 2024: 40.537382}
    assert {year: drawn[year] for year in published} == pytest.approx(published, abs=0.03)
    assert {"Đắk Nông 40,54 †", "Trung vị 43,48 †"} <= set(drawn_texts(scores))
    assert {"58/61 (*) Đắk Nông"} <= set(drawn_texts(places))
    assert (
        "2017 → 2018: thay đổi phương pháp, số liệu hai bên không nối thành một đường. Từ năm 2018 Chỉ số PAPI gồm tám "
        "chỉ số nội dung (thang điểm 8-80) thay cho sáu (thang điểm 6-60); cơ quan công bố khuyến nghị không so sánh "
        "điểm tổng hợp năm 2018 với các năm trước."
    ) in body_text(page)
    press(page, "English")
    scores, places = charts(page).nth(0), charts(page).nth(1)
    assert language_of_page(page) == "en"
    assert headings(page)[0] == "PAPI – PAPI overall, unweighted, 2011–2024: Dak Nong"
    assert {"Dak Nong 40.54 †", "Median 43.48 †", "from 2018: new method"} <= set(drawn_texts(scores))
    assert {"58/61 (*) Dak Nong", "from 2018: new method"} <= set(drawn_texts(places))
    assert "2017 → 2018: the method changed, the figures on both sides are not joined." in body_text(page)


def test_sipas_line_is_cut_at_2022_and_open_where_figures_are_missing(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("xu-huong", don_vi="63-22", chi_so="SIPAS", ngon_ngu="en"))
    scores = charts(page).nth(0)
    assert rule_years(scores) == [2021.5]
    assert line_years(scores, CHOSEN) == [(2019, 2021), (2022, 2023)]
    assert line_years(scores, PUBLISHED_MEAN) == [(2019, 2021), (2022, 2024)]
    published = {2019: 95.26, 2020: 95.76, 2021: 94.07, 2022: 87.59, 2023: 90.61}
    assert drawn_points(scores, CHOSEN) == pytest.approx(published, abs=0.05)
    assert {"Quang Ninh 90.61% (2023)", "Published mean 83.94%"} <= set(drawn_texts(scores))
    # 2017, 2018 and 2024: no score, a cross at the foot.
    assert drawn_texts(scores).count("×") == 3
    assert (
        "2021 → 2022: the method changed, the figures on both sides are not joined. New method from 2022: besides "
        "services it measures policy making; the national mean falls from 87.16 to 80.08."
    ) in body_text(page)


def test_axis_has_a_decimal_comma_in_vietnamese_and_a_point_in_english(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("xu-huong", don_vi="63-67", chi_so="DTI", he="63"))
    assert axis_labels(charts(page).nth(0), "Y") == ["0,3", "0,4", "0,5", "0,6", "0,7"]
    assert "Đắk Nông 0,6075" in drawn_texts(charts(page).nth(0))
    press(page, "English")
    assert axis_labels(charts(page).nth(0), "Y") == ["0.3", "0.4", "0.5", "0.6", "0.7"]
    assert "Dak Nong 0.6075" in drawn_texts(charts(page).nth(0))


def test_year_left_out_by_the_publisher_is_a_gap_with_a_cross(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("xu-huong", don_vi="63-22", chi_so="PAPI"))
    scores = charts(page).nth(0)
    assert line_years(scores, CHOSEN) == [(2011, 2017), (2019, 2020)]
    # 2022 and 2024 stand alone: a point and no line.
    assert sorted(set(drawn_points(scores, CHOSEN)) - set(range(2011, 2018))) == [2019, 2020, 2022, 2024]
    assert drawn_texts(scores).count("×") == 3
    assert "Quảng Ninh 47,82 †" in drawn_texts(scores)


def test_first_view_needs_no_click(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("xu-huong", chi_so="PAPI"))
    assert headings(page)[0].endswith("2011–2024: Quảng Ninh, Tây Ninh và Bình Thuận")
    assert {"Quảng Ninh 47,82 †", "Tây Ninh 47,35 †", "Bình Thuận 47,13 †"} <= set(drawn_texts(charts(page).nth(0)))
    assert {"1/61 (*) Quảng Ninh", "2/61 (*) Tây Ninh", "3/61 (*) Bình Thuận"} <= set(drawn_texts(charts(page).nth(1)))


def test_merged_province_shows_its_predecessors_and_no_figure_of_its_own(dashboard: Dashboard, page: Page) -> None:
    # Today's Bắc Ninh has the code 24, which was Bắc Giang's.
    open_page(page, dashboard.address("xu-huong", don_vi="34-24", chi_so="PAPI"))
    assert headings(page)[0].endswith("2011–2024: Bắc Giang và Bắc Ninh")
    labels = [text for text in drawn_texts(charts(page).nth(0)) if text.startswith("Bắc")]
    assert labels == ["Bắc Giang 44,69 †", "Bắc Ninh 45,49 †"]


@pytest.mark.viewport(390, 844)
def test_phone_shows_the_whole_page_in_its_width_and_in_words(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("xu-huong", don_vi="63-67", chi_so="PAPI"))
    for language, name in {"Tiếng Việt": "Đắk Nông", "English": "Dak Nong"}.items():
        press(page, language)
        assert sideways_scroll(page) == 0
        assert pictures_without_words(page) == []
        # On a narrow window the line's name stands without the figure, which the description has.
        assert name in drawn_texts(charts(page).nth(0))
