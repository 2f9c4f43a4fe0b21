"""Strengths lie right and weaknesses left, told apart by shape too, each with its place at the right."""

import pytest
from chart_reading import problems, rows

from charts.percentile_dots import DotGroup, percentile_dots, percentile_dots_description
from charts.theme import ACCENT, BLUE
from indicators.component_standing import component_standing
from indicators.release import Release
from wording.language import language

_DAK_NONG = "63-67"


def _groups(release: Release, *indices: str, every_level: bool = False) -> list[DotGroup]:
    groups: list[DotGroup] = []
    for index in indices:
        found = component_standing(release, index, (_DAK_NONG,), 2024, every_level=every_level)
        assert found is not None
        groups.append(DotGroup(release.catalogue.index(index), found.key.year, found.table, in_order=every_level))
    return groups


def test_rows_stand_under_their_edition_with_the_best_first(release: Release) -> None:
    chart = percentile_dots(_groups(release, "PCI", "DTI"), language("vi"))
    assert problems(chart) == []
    drawn = rows(chart, "components")
    assert [row["name"] for row in drawn if not row["percentile"]] == ["PCI 2023", "DTI 2024"]
    first, last = drawn[1], drawn[10]
    # VCCI's workbook of 2023: legal institutions 8.17, the 4th of 63; labour 4.98, the 60th.
    assert (first["name"], first["score"], first["place"]) == ("Pháp lý và an ninh trật tự", "8,17", "4/63 (*)")
    assert (first["colour"], first["shape"]) == (BLUE, "circle")
    assert (last["name"], last["score"], last["place"]) == ("Đào tạo lao động", "4,98", "60/63 (*)")
    assert (last["colour"], last["shape"]) == (ACCENT, "diamond")


def test_components_that_cannot_be_judged_are_not_drawn(release: Release) -> None:
    drawn = rows(percentile_dots(_groups(release, "DTI"), language("en")), "components")
    assert len(drawn) == 1 + 4


def test_every_level_keeps_parts_under_their_component(release: Release) -> None:
    drawn = rows(percentile_dots(_groups(release, "PAPI", every_level=True), language("en")), "components")
    names = [row["key"].split("|")[2] for row in drawn]
    assert names[:4] == ["PAPI 2024", "Participation", "– Civic Knowledge", "– Opportunities"]
    assert len(names) == 1 + 36


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("vi", "DTI 2024: 0 điểm mạnh (–), 2 điểm yếu (Hoạt động chính quyền số 49/63 (*); Hoạt động xã hội số 52/63"),
        ("en", "DTI 2024: 0 strengths (–), 2 weaknesses (Digital government activities 49/63 (*);"),
    ],
)
def test_the_description_counts_and_names(release: Release, code: str, words: str) -> None:
    assert percentile_dots_description(_groups(release, "DTI"), language(code)).startswith(words)  # pyright: ignore[reportArgumentType]


def test_an_index_that_cannot_be_judged_is_left_out(release: Release) -> None:
    groups = _groups(release, "PAR")
    assert percentile_dots_description(groups, language("vi")) == ""
