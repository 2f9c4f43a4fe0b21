"""The questions of `indicators` put to own results: nothing in them is special."""

import pytest
from made_up_province import COMMUNES, COMMUNES_BEFORE, rows
from own_files import read, table

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey
from indicators.change import change_between, previous_edition
from indicators.comparability import compare
from indicators.decomposition import decompose_change
from indicators.headroom import headroom, points_to_next_place
from indicators.history import history, reference_lines
from indicators.movement import movement_between
from indicators.release import Release
from indicators.results import edition_table, newest_edition_with
from indicators.strengths import Strengths, strengths
from indicators.targets import Target, check_target, review_target
from own.release import release_of
from own.vietnamese_order import sort_key

DEPARTMENTS_2023 = EditionKey("DEPARTMENT", 2023, "department")
DEPARTMENTS_2024 = EditionKey("DEPARTMENT", 2024, "department")

# Totals of four departments (of 100 = 40 + 60) in two years; the third rises past the second.
SMALL = table(
    [2023, "Sở", "Sở Nội vụ", 90, 36, 54],
    [2023, "Sở", "Sở Tài chính", 80.5, 30.5, 50],
    [2023, "Sở", "Sở Y tế", 70, 30, 40],
    [2023, "Sở", "Sở Xây dựng", 60, 20, 40],
    [2024, "Sở", "Sở Nội vụ", 91, 36, 55],
    [2024, "Sở", "Sở Tài chính", 80, 30, 50],
    [2024, "Sở", "Sở Y tế", 82, 32, 50],
    [2024, "Sở", "Sở Xây dựng", 61, 20, 41],
)


@pytest.fixture(scope="module")
def small() -> Release:
    return release_of(read(SMALL), "vi")


@pytest.fixture(scope="module")
def whole_province() -> Release:
    return release_of(read(rows()), "vi")


def _unit(release: Release, name: str) -> str:
    return next(unit for unit, province in release.provinces.by_unit.items() if province.name.vi == name)


def test_the_table_of_an_edition_orders_by_score(small: Release) -> None:
    answer = edition_table(small, DEPARTMENTS_2024).set_index("unit")
    names = {small.provinces.name(str(unit), "vi"): int(row["place"]) for unit, row in answer.iterrows()}
    assert names == {"Sở Nội vụ": 1, "Sở Y tế": 2, "Sở Tài chính": 3, "Sở Xây dựng": 4}
    assert set(answer["place_kind"]) == {"order"}
    assert set(answer["place_of"]) == {4}
    assert edition_table(small, DEPARTMENTS_2024, "c1")["score"].max() == 36


def test_changes_are_parted_and_decomposed(small: Release) -> None:
    unit = _unit(small, "Sở Y tế")
    before = previous_edition(small, DEPARTMENTS_2024)
    assert before is not None
    table_of_changes = change_between(small, before.key, DEPARTMENTS_2024).table
    row = table_of_changes[table_of_changes["unit"] == unit].iloc[0]
    assert (row["score_change"], row["place_change"], row["direction"]) == (12, 1, "up")
    moved = movement_between(small, DEPARTMENTS_2023, DEPARTMENTS_2024)
    assert not isinstance(moved, CannotBeSaid)
    own_step = moved.table[moved.table["unit"] == unit].iloc[0]
    assert (own_step["own"], own_step["field"]) == (1, 0)
    parts = decompose_change(small, DEPARTMENTS_2023, DEPARTMENTS_2024)
    assert not isinstance(parts, CannotBeSaid)
    whole = parts.units[parts.units["unit"] == unit].iloc[0]
    # 82 - 70 = (32 - 30) + (50 - 40)
    assert (whole["exact"], whole["largest_component"], whole["largest_contribution"]) == (True, "c2", 10)


def test_headroom_strengths_and_targets_are_answered(small: Release) -> None:
    health, finance = _unit(small, "Sở Y tế"), _unit(small, "Sở Tài chính")
    ahead = points_to_next_place(small, DEPARTMENTS_2024, finance)
    assert not isinstance(ahead, CannotBeSaid)
    assert (ahead.points, ahead.units_ahead) == (2, (health,))
    answer = headroom(small, DEPARTMENTS_2024)
    assert not isinstance(answer, CannotBeSaid)
    assert (answer.median, answer.best) == (81, 91)
    judged = strengths(small, DEPARTMENTS_2024)
    assert isinstance(judged, Strengths)
    assert judged.of(_unit(small, "Sở Nội vụ"), "strength")["component"].tolist() == ["c1", "c2"]
    target = Target(health, "DEPARTMENT", "overall", 2024, "rank_at_most", 3)
    assert check_target(small, target) is None
    result = review_target(small, target)
    assert (result.verdict, result.place, result.margin) == ("reached", 2, 1)


def test_a_figure_that_cannot_be_used_leaves_the_edition_without_an_order() -> None:
    release = release_of(read([*SMALL[:-1], [2024, "Sở", "Sở Xây dựng", "sáu mươi", 20, 41]]), "vi")
    answer = edition_table(release, DEPARTMENTS_2024)
    assert answer["place"].isna().all()
    assert answer["score"].notna().sum() == 3
    assert headroom(release, DEPARTMENTS_2024) == CannotBeSaid("edition_not_whole", 3, 4)
    assert edition_table(release, DEPARTMENTS_2024, "c1")["place"].notna().all()


def test_printed_ranks_stand_before_our_order() -> None:
    ranked = [[*cells, rank] for cells, rank in zip(SMALL[2:6], (2, 1, 3, 4), strict=True)]
    release = release_of(read([[*SMALL[0], "Xếp hạng"], [*SMALL[1], None], *ranked]), "vi")
    answer = edition_table(release, DEPARTMENTS_2023).set_index("unit")
    row = answer.loc[_unit(release, "Sở Tài chính")]
    assert (row["place"], row["place_of"], row["place_kind"]) == (1, 4, "rank")


def test_a_unit_that_a_year_does_not_name_was_not_measured_then() -> None:
    release = release_of(read([*SMALL, [2024, "Sở", "Sở Mới", 50, 20, 30]]), "vi")
    change = change_between(release, DEPARTMENTS_2023, DEPARTMENTS_2024)
    assert (change.fields_differ, change.common) == (True, 4)
    before = edition_table(release, DEPARTMENTS_2023).set_index("unit")
    assert before.loc[_unit(release, "Sở Mới"), "reason"] == "not_measured"
    assert before["place"].notna().sum() == 4


def test_another_maximum_is_a_break_and_another_list_a_caution() -> None:
    heading, maxima = SMALL[0], SMALL[1]
    other = [2024, "Sở", "Điểm tối đa", 100, 30, 70]
    release = release_of(read([heading, maxima, other, *SMALL[2:6], [2024, "Sở", "Sở Nội vụ", 90, 25, 65]]), "vi")
    assert compare(release, DEPARTMENTS_2023, DEPARTMENTS_2024, "c1").degree == "break"
    assert "từ 40 thành 30" in compare(release, DEPARTMENTS_2023, DEPARTMENTS_2024, "c1").deciding[0].reason.vi
    assert compare(release, DEPARTMENTS_2023, DEPARTMENTS_2024, "overall").degree == "same"


def test_a_whole_province_is_answered_by_kind_and_system(whole_province: Release) -> None:
    assert [index.id for index in whole_province.catalogue.indices] == ["DEPARTMENT", "DISTRICT", "COMMUNE"]
    before, after = EditionKey("COMMUNE", 2024, "commune_before"), EditionKey("COMMUNE", 2025, "commune")
    assert len(edition_table(whole_province, before)) == COMMUNES_BEFORE
    assert len(edition_table(whole_province, after)) == COMMUNES
    verdict = compare(whole_province, before, after, "overall")
    assert verdict.degree == "unit_system"
    assert "xã, phường, đặc khu mới" in verdict.deciding[0].reason.vi
    change = change_between(whole_province, EditionKey("COMMUNE", 2023, "commune_before"), before)
    assert (change.table["direction"] != "").sum() == COMMUNES_BEFORE
    lines = history(whole_province, "DISTRICT", "overall", "district")
    assert sorted(set(lines["year"])) == [2022, 2023, 2024]
    assert lines["place"].notna().all()
    assert set(reference_lines(whole_province, "DISTRICT", "c1", "district")["line"]) == {"median"}
    # The commune of one name before and after are two units.
    units = (
        whole_province.provinces.search("xa so 07", "commune_before"),
        whole_province.provinces.search("xa so 07", "commune"),
    )
    assert [len(found) for found in units] == [1, 1]
    assert newest_edition_with(whole_province, "COMMUNE", units[0][0]) == before


def test_names_are_in_the_order_of_a_dictionary() -> None:
    names = ["Đà", "Da", "Dạ", "Dà", "An", "Ân", "Ăn", "Xã 10", "Xã A"]
    assert sorted(names, key=sort_key) == ["An", "Ăn", "Ân", "Da", "Dà", "Dạ", "Đà", "Xã 10", "Xã A"]


def test_names_in_two_units_say_what_they_belong_to() -> None:
    heading = [*SMALL[0], "Thuộc"]
    communes = [[2024, "Xã", "Xã Bình An", score, 30, 50, of] for score, of in ((80, "Thăng Bình"), (81, "Quế Sơn"))]
    release = release_of(read([heading, [*SMALL[1], None], *communes]), "vi")
    names = {province.name.vi for province in release.provinces.by_unit.values()}
    assert names == {"Xã Bình An (Quế Sơn)", "Xã Bình An (Thăng Bình)"}
