"""The faults that each check tells beside its first one; the small data, which have none, are the other half."""

import pytest
from small_data import HEADER, SmallData

from etl.checks import check_all
from etl.data_folder import load_data_folder
from etl.problems import Code, Problem, Severity

YAML = "catalogue/abc.yaml"
B_IS = "role: addend, parent: overall, weight: 1, maximum: 10, vi: Hai, en: Two, source: S1"
B = f"- id: B\n    periods: [{{from: 2022, {B_IS}}}]"
EDITIONS = "catalogue/editions.csv"
FIGURES = "published/abc/2023.csv"
TREE, INVALID = Code.COMPONENT_TREE_INVALID, Code.CATALOGUE_INVALID


def problems_of(data: SmallData) -> list[Problem]:
    return check_all(load_data_folder(data.folder))


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("position: 1", "position: first", INVALID, "'position' must be a int, not 'first'"),
        ("names: [{from: 2022, vi: Chỉ số ABC, en: Index ABC}]", "names: []", INVALID, "'names' is empty"),
        ("{id: low, vi: Thấp", "{id: high, vi: Thấp", INVALID, "the group 'high' stands twice"),
        ("{id: high, vi: Cao", "{vi: Cao", INVALID, "has no id"),
        ("vi: Bộ A, en: Ministry A", "vi: Bộ A, en: Ministry A, short: {vi: Bộ}", INVALID, "words in 'en' are missing"),
        ("publishers: [{from: 2022,", "publishers: [{from: long ago,", TREE, "'long ago' to None must be years"),
        (B, f"{B}\n  {B}", TREE, "'B' stands twice"),
        ("- id: B", "- id: 7", TREE, "has the id 7; an id is text"),
        (B, "- id: B", TREE, "'B' has no periods"),
        (B, B.replace("vi: Hai", "colour: red, vi: Hai"), TREE, "'colour' is not known in a period"),
        (B, B.replace("vi: Hai", "short: {en: Two}, vi: Hai"), INVALID, "words in 'vi' are missing"),
        (B, B.replace("role: addend, parent: overall, weight: 1", "role: root"), TREE, "no other component is"),
        ("role: root, minimum", "role: root, parent: A, minimum", TREE, "the root has no parent"),
        ("role: root, minimum", "role: root, weight: 1, minimum", TREE, "must be a number above 0, and of an addend"),
        (B, B.replace("vi: Hai", "unit: metres, vi: Hai"), TREE, "the unit 'metres' must be one of"),
        (B, B.replace("maximum: 10", "maximum: ten"), TREE, "maximum 'ten' must be a number"),
        (B, B.replace("maximum: 10", "maximum: .nan"), TREE, "maximum nan must be a number"),
        (B, B.replace("weight: 1", f"weight: 1{'0' * 400}"), TREE, "must be a number above 0"),
        (B, B.replace("from: 2022", "from: -1000000000000"), TREE, "-1000000000000 to None must be years"),
        (B, B.replace("parent: overall", "parent: [overall]"), TREE, "['overall']"),
        ("id: ABC", "id: [ABC]", INVALID, "'id' must be a str, not ['ABC']"),
    ],
)
def test_fault_in_an_index_file(small: SmallData, old: str, new: str, code: Code, words: str) -> None:
    small.change(YAML, old, new)
    found = [problem for problem in problems_of(small) if problem.file == YAML and problem.code is code]
    assert any(words in problem.message for problem in found), problems_of(small)
    assert {(problem.severity, problem.edition) for problem in found} == {(Severity.ERROR, None)}


def test_two_indices_do_not_share_a_position(small: SmallData) -> None:
    text = (small.folder / YAML).read_text(encoding="utf-8").replace("ABC", "XYZ").replace(", source: S1", "")
    small.write("catalogue/xyz.yaml", text)
    (found,) = problems_of(small)
    assert (found.file, found.column) == ("catalogue/xyz.yaml", "position")
    assert "position 1 is that of catalogue/abc.yaml too" in found.message
    small.change("catalogue/xyz.yaml", "position: 1", "position: 2")
    assert problems_of(small) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "words"),
    [
        (EDITIONS, "abc-2022,2,published,S1\n", "abc-2022,2,published,S8\n", Code.UNKNOWN_SOURCE, "'S8'"),
        ("catalogue/breaks.csv", "ABC,A,", "XYZ,A,", Code.UNKNOWN_INDEX, "catalogue/xyz.yaml"),
        ("catalogue/breaks.csv", "publisher,S1,02", "publisher,S8,02", Code.UNKNOWN_SOURCE, "'S8'"),
        ("catalogue/missing.csv", "ABC,2023", "XYZ,2023", Code.UNKNOWN_INDEX, "catalogue/xyz.yaml"),
        ("catalogue/missing.csv", "Left out.,S1", "Left out.,S8", Code.UNKNOWN_SOURCE, "'S8'"),
        ("national.csv", "ABC,2023", "XYZ,2023", Code.UNKNOWN_INDEX, "catalogue/xyz.yaml"),
        ("national.csv", "national,overall", "national,E", Code.UNKNOWN_COMPONENT, "'E'"),
        ("national.csv", "11.70,S1", "11.70,S8", Code.UNKNOWN_SOURCE, "'S8'"),
        ("sources.csv", "ABC,S1", "XYZ,S1", Code.UNKNOWN_INDEX, "catalogue/xyz.yaml"),
        ("responsibility.csv", "ABC,overall", "XYZ,overall", Code.UNKNOWN_INDEX, "catalogue/xyz.yaml"),
        ("targets.csv", "02,ABC", "02,XYZ", Code.UNKNOWN_INDEX, "catalogue/xyz.yaml"),
        ("provinces/context.csv", "63,01,", "63,99,", Code.UNKNOWN_PROVINCE, "'99' is no province of the 63"),
        ("provinces/context.csv", "published,law", "published,map", Code.UNKNOWN_SOURCE, "'map'"),
        ("provinces/islands.csv", "01,01,107", "99,01,107", Code.UNKNOWN_PROVINCE, "'99' is no province of the 63"),
        ("provinces/islands.csv", "01,01,107", "01,02,107", Code.UNKNOWN_PROVINCE, "'02' is no province of the 34"),
    ],
)
def test_fault_in_a_table(small: SmallData, file: str, old: str, new: str, code: Code, words: str) -> None:
    small.change(file, old, new)
    found = [problem for problem in problems_of(small) if problem.code is code and problem.file == file]
    assert [problem.line for problem in found] == [2]
    assert words in found[0].message
    assert (found[0].severity, found[0].edition) == (Severity.ERROR, None)


def test_figures_of_an_index_that_is_not_in_the_catalogue(small: SmallData) -> None:
    small.write("published/xyz/2023.csv", HEADER + "XYZ,2023,63,01,A,6.1,,,,published,,context:law\n")
    (found,) = problems_of(small)
    assert (found.code, found.edition, found.line) == (Code.UNKNOWN_INDEX, ("XYZ", 2023), 2)


def test_rank_where_the_edition_has_none(small: SmallData) -> None:
    small.change(EDITIONS, "2024-04,,3,3,all_ranks", "2024-04,,3,0,groups")
    found = problems_of(small)
    assert {problem.code for problem in found} == {Code.RANK_OUT_OF_RANGE}
    assert "ABC 2023 publishes no ranks (units_ranked is 0" in found[0].message


def test_rank_of_a_part_lies_among_the_units_measured(small: SmallData) -> None:
    small.change(FIGURES, "02,B,5.2,", "02,B,5.2,3")
    assert problems_of(small) == []
    small.change(FIGURES, "02,B,5.2,3", "02,B,5.2,4")
    (found,) = problems_of(small)
    assert (found.code, found.line) == (Code.RANK_OUT_OF_RANGE, 6)


def test_sum_that_is_known_not_to_match_is_no_news(small: SmallData) -> None:
    small.change(
        FIGURES, "01,overall,13.3,1,high,published,published,,", "01,overall,15.3,1,high,published,published,,"
    )
    small.change("national.csv", "11.70", "12.37")
    assert [problem.code for problem in problems_of(small)] == [Code.PARTS_AGAINST_TOTAL]
    small.change(
        "catalogue/note_codes.csv", "one_copy,", "parts_do_not_add,Sum differs.,Tổng lệch.,yes,score\none_copy,"
    )
    small.change(FIGURES, "15.3,1,high,published,published,,", "15.3,1,high,published,published,parts_do_not_add,")
    assert problems_of(small) == []
