"""Every fault of the data is told once: its code, its file, its line, and it holds back what it must."""

import pytest
from small_data import HEADER, SmallData

from etl.checks import check_all
from etl.data_folder import load_data_folder
from etl.problems import Code, Problem, Severity

FIGURES = "published/abc/2023.csv"
YAML = "catalogue/abc.yaml"
B_REST = ", weight: 1, maximum: 10, vi: Hai"
HA_GIANG = "ABC,2023,63,02,overall,10.3,3,low,computed,published,one_copy,S1;context:law"


def problems_of(data: SmallData) -> list[Problem]:
    return check_all(load_data_folder(data.folder))


def test_whole_data_have_no_problem(small: SmallData) -> None:
    assert problems_of(small) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "words"),
    [
        (HA_GIANG, HA_GIANG.replace("ABC", "XYZ"), Code.ROW_IN_WRONG_FILE, 7, "XYZ 2023"),
        (HA_GIANG, HA_GIANG.replace("2023", "2022"), Code.ROW_IN_WRONG_FILE, 7, "ABC 2022"),
        (HA_GIANG, HA_GIANG.replace(",63,", ",64,"), Code.VALUE_NOT_ALLOWED, 7, "'64' must be one of: 63, 34"),
        (HA_GIANG, HA_GIANG.replace(",63,", ",34,"), Code.EDITION_NOT_LISTED, 7, "editions.csv"),
        (HA_GIANG, HA_GIANG.replace(",02,", ",03,"), Code.UNKNOWN_PROVINCE, 7, "'03' is no province of the 63"),
        (HA_GIANG, HA_GIANG.replace(",02,", ",2,"), Code.VALUE_NOT_ALLOWED, 7, "two digits"),
        (HA_GIANG, HA_GIANG.replace("overall", "C"), Code.UNKNOWN_COMPONENT, 7, "'C' is no component of ABC in 2023"),
        (HA_GIANG, HA_GIANG.replace("one_copy", "two_copies"), Code.UNKNOWN_NOTE_CODE, 7, "note_codes.csv"),
        (HA_GIANG, HA_GIANG.replace("context:law", "S9"), Code.UNKNOWN_SOURCE, 7, "'S9'"),
        (HA_GIANG, HA_GIANG.replace("low", "middle"), Code.UNKNOWN_GROUP, 7, "high, low"),
        (HA_GIANG, HA_GIANG.replace("low,computed", "low,"), Code.KIND_MISSING, 7, "group_kind"),
        (HA_GIANG, HA_GIANG.replace("published,", "guessed,"), Code.VALUE_NOT_ALLOWED, 7, "'guessed' must be one of"),
        (HA_GIANG, HA_GIANG.replace("10.3,3,low,computed", ",,,"), Code.NO_FIGURE, 7, "no score, no rank"),
        (HA_GIANG, HA_GIANG.replace("10.3", "10,3"), Code.ROW_WRONG_LENGTH, 7, "has 13 values, the header 12"),
        (HA_GIANG, HA_GIANG.replace("10.3", '"10,3"'), Code.VALUE_NOT_ALLOWED, 7, "dot as decimal point"),
        (HA_GIANG, "ABC,2023,63,02,overall,10.3,3", Code.ROW_WRONG_LENGTH, 7, "has 7 values, the header 12"),
        (HA_GIANG, f"{HA_GIANG}\n{HA_GIANG}", Code.DUPLICATE_KEY, 8, "in line 7 already"),
        (HA_GIANG, HA_GIANG.replace("10.3,3", "1.99,3"), Code.SCORE_OUT_OF_SCALE, 7, "(2 to 20)"),
        ("63,02,A,5.1", "63,02,A,51", Code.SCORE_OUT_OF_SCALE, 5, "51 is outside the scale of A"),
        (HA_GIANG, HA_GIANG.replace("10.3,3", "10.3,4"), Code.RANK_OUT_OF_RANGE, 7, "beyond the 3 units"),
        ("11.5,2,low", "11.5,1,low", None, None, ""),
        ("11.5,2,low", "10.3,2,low", None, None, ""),
        ("11.5,2,low", "10.2,2,low", Code.RANK_AGAINST_SCORE, 7, "a better rank has only 10.2"),
        ("11.5,2,low", "10.2,,high", Code.GROUP_AGAINST_SCORE, 7, "a better group has only 10.2"),
        ("01,B,7.2", "01,B,7.9", Code.PARTS_AGAINST_TOTAL, 4, "add up to 14, the total is 13.3"),
        ("6.1,,,,published,,S1\n", "6.1,,,,published,,S1\n\n", Code.ROW_WRONG_LENGTH, 3, "has 0 values"),
    ],
)
def test_fault_in_figures_holds_its_edition_back(
    small: SmallData, old: str, new: str, code: Code | None, line: int | None, words: str
) -> None:
    small.change("national.csv", "ABC,2023,63,national,overall,mean,11.70,S1\n", "")
    small.change(FIGURES, old, new)
    problems = [problem for problem in problems_of(small) if problem.severity is Severity.ERROR]
    if code is None:
        assert problems == []
        return
    found = [problem for problem in problems if problem.code is code]
    assert [(problem.file, problem.line) for problem in found] == [(FIGURES, line)]
    assert words in found[0].message
    assert {problem.edition for problem in problems} == {("ABC", 2023)}


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "words"),
    [
        (YAML, "position: 1\n", "", Code.CATALOGUE_INVALID, "'position' is missing"),
        (YAML, "short_name", "shortname", Code.CATALOGUE_INVALID, "'shortname' is not known"),
        (YAML, "groups:", "merged_units_means: [{from: 2022, rule: best, source: S1}]\ngroups:",
         Code.CATALOGUE_INVALID, "'best' must be plain"),
        (YAML, "groups:", "merged_units_means: [{from: 2022, rule: plain, source: S8}]\ngroups:",
         Code.UNKNOWN_SOURCE, "'S8'"),
        (YAML, "groups:", "whole_component_lists: {from: 2022}\ngroups:", Code.CATALOGUE_INVALID, "must be a list"),
        (YAML, "groups:", "whole_component_lists: [{to: 2022}]\ngroups:",
         Code.COMPONENT_TREE_INVALID, "the first not after the last"),
        (YAML, "unit: points", "unit: metres", Code.CATALOGUE_INVALID, "'metres' must be one of"),
        (YAML, "id: ABC", "id: ABD", Code.CATALOGUE_INVALID, "catalogue/abd.yaml"),
        (YAML, "vi: Chỉ số ABC, ", "", Code.CATALOGUE_INVALID, "words in 'vi' are missing"),
        (YAML, "vi: Tổng, ", "", Code.CATALOGUE_INVALID, "words in 'vi' are missing"),
        (YAML, "id: overall", "id: total", Code.COMPONENT_TREE_INVALID, "no component 'overall'"),
        (YAML, "role: root", "role: trunk", Code.COMPONENT_TREE_INVALID, "role 'trunk'"),
        (YAML, f"parent: overall{B_REST}", f"parent: C{B_REST}", Code.COMPONENT_TREE_INVALID, "parent 'C'"),
        (YAML, f"parent: overall{B_REST}", f"parent: B{B_REST}", Code.COMPONENT_TREE_INVALID, "among its own parents"),
        (YAML, "weight: 1, maximum: 10, vi: Hai", "weight: 5%, vi: Hai", Code.COMPONENT_TREE_INVALID, "weight '5%'"),
        (YAML, "minimum: 2", "minimum: 20", Code.COMPONENT_TREE_INVALID, "not below"),
        (YAML, "to: 2022", "to: 2023", Code.PERIODS_OVERLAP, "from 2022 and from 2023 overlap"),
        (YAML, "to: 2022", "to: 2021", Code.COMPONENT_TREE_INVALID, "the first not after the last"),
        (YAML, "source: S1", "source: S7", Code.UNKNOWN_SOURCE, "'S7'"),
        (YAML, "id: ABC", "id: [ABC", Code.FILE_UNREADABLE, "not valid YAML"),
        ("catalogue/editions.csv", ",decimals,", ",digits,", Code.HEADER_WRONG, "'decimals' is missing"),
        ("catalogue/editions.csv", "ABC,2022,63", "ABD,2022,63", Code.UNKNOWN_INDEX, "'ABD'"),
        ("catalogue/editions.csv", "04-19,,3,3,", "04-19,,3,4,", Code.VALUE_NOT_ALLOWED, "4 units are ranked"),
        ("catalogue/editions.csv", "2,published,S1\n", "2,held,S1\n", Code.VALUE_NOT_ALLOWED, "'held'"),
        ("catalogue/breaks.csv", "ABC,A,", "ABC,Z,", Code.UNKNOWN_COMPONENT, "no component of ABC in 2022 or 2023"),
        ("catalogue/breaks.csv", "2022,2023,break", "2023,2022,break", Code.VALUE_NOT_ALLOWED, "not before 2022"),
        ("catalogue/breaks.csv", "02;08", "02;09", Code.UNKNOWN_PROVINCE, "'09'"),
        ("catalogue/missing.csv", "A;B", "A;Q", Code.UNKNOWN_COMPONENT, "'Q'"),
        ("catalogue/missing.csv", "63,08", "63,09", Code.UNKNOWN_PROVINCE, "'09'"),
        ("catalogue/note_codes.csv", "one_copy,From one copy.,Từ một bản sao.,yes", "one_copy,A,B,maybe",
         Code.VALUE_NOT_ALLOWED, "'maybe'"),
        ("national.csv", "national,overall", "XXX,overall", Code.VALUE_NOT_ALLOWED, "'XXX'"),
        ("former_units.csv", "rank,source_id\n", "rank,source_id\nABC,2022,HTY,Hà Tây,Ha Tay,XXX,A,1.00,,S1\n",
         Code.VALUE_NOT_ALLOWED, "'XXX' is no region"),
        ("sources.csv", "context,law", "ABC,S1", Code.DUPLICATE_KEY, "in line 2 already"),
        ("responsibility.csv", "ABC,overall", "ABC,E", Code.UNKNOWN_COMPONENT, "'E'"),
        ("targets.csv", "63,02,ABC", "63,09,ABC", Code.UNKNOWN_PROVINCE, "'09'"),
        ("targets.csv", "rank_at_most,2,", "rank_at_most,,", Code.VALUE_NOT_ALLOWED, "needs a value"),
        ("targets.csv", "score_kept,,2023", "score_kept,,", Code.VALUE_NOT_ALLOWED, "needs a since_year"),
        ("targets.csv", "ABC,overall,2025,rank", "ABC,E,2025,rank", Code.UNKNOWN_COMPONENT, "'E'"),
        ("provinces/provinces_63.csv", "NMM,08,h2", "XXX,08,h2", Code.VALUE_NOT_ALLOWED, "'XXX' is no region"),
        ("provinces/aliases.csv", "63,01", "63,10", Code.UNKNOWN_PROVINCE, "'10'"),
        ("provinces/context.csv", "3359.8", "3.359,8", Code.ROW_WRONG_LENGTH, "has 9 values, the header 8"),
    ],
)  # fmt: skip
def test_fault_in_the_catalogue_concerns_everything(
    small: SmallData, file: str, old: str, new: str, code: Code, words: str
) -> None:
    small.change(file, old, new)
    found = [problem for problem in problems_of(small) if problem.code is code and problem.edition is None]
    assert {problem.file for problem in found} == {file}
    assert any(words in problem.message for problem in found)
    assert all(problem.severity is Severity.ERROR for problem in found)


def test_every_problem_is_told_not_the_first_alone(small: SmallData) -> None:
    small.change(FIGURES, "63,01,A,6.1", "63,01,A,-1")
    small.change(FIGURES, "63,02,B,5.2", "63,02,Z,5.2")
    small.change(YAML, "vi: Hai, ", "")
    codes = {problem.code for problem in problems_of(small)}
    assert codes >= {Code.SCORE_OUT_OF_SCALE, Code.UNKNOWN_COMPONENT, Code.CATALOGUE_INVALID}


def test_succession_is_told_from_both_sides(small: SmallData) -> None:
    small.change("provinces/provinces_63.csv", "NMM,08,h2", "NMM,01,h2")
    found = {(problem.file, problem.line, problem.column) for problem in problems_of(small)}
    assert found == {
        ("provinces/provinces_63.csv", 3, "successor_code"),
        ("provinces/provinces_34.csv", 3, "predecessor_codes"),
    }


def test_missing_file_is_named(small: SmallData) -> None:
    (small.folder / "catalogue/breaks.csv").unlink()
    found = [problem for problem in problems_of(small) if problem.code is Code.FILE_MISSING]
    assert [problem.file for problem in found] == ["catalogue/breaks.csv"]


def test_figures_in_another_encoding_are_refused(small: SmallData) -> None:
    (small.folder / FIGURES).write_bytes((HEADER + "ABC,2023,63,01,A,6.1,,,,published,,Hà\n").encode("cp1258"))
    found = [problem for problem in problems_of(small) if problem.code is Code.FILE_UNREADABLE]
    assert [(problem.file, problem.line) for problem in found] == [(FIGURES, 2)]


def test_file_of_no_edition_is_refused(small: SmallData) -> None:
    small.write("published/abc/2023b.csv", HEADER)
    found = [problem for problem in problems_of(small) if problem.code is Code.ROW_IN_WRONG_FILE]
    assert [problem.file for problem in found] == ["published/abc/2023b.csv"]


def test_score_may_reach_what_a_rounded_maximum_stands_for(small: SmallData) -> None:
    # 3.33 stands for 10/3: the small data hold 3.3333, which is real; 3.3335 is not.
    small.change("published/abc/2022.csv", "3.3333", "3.3335")
    assert [problem.code for problem in problems_of(small)] == [Code.SCORE_OUT_OF_SCALE]


def test_rank_that_a_province_announced_may_lie_beyond_the_published_ones(small: SmallData) -> None:
    small.change("catalogue/editions.csv", "2024-04,,3,3,all_ranks", "2024-04,,3,2,best_30")
    assert [problem.code for problem in problems_of(small)] == [Code.RANK_OUT_OF_RANGE]
    small.change(FIGURES, "one_copy", "announced_by_province")
    assert problems_of(small) == []


def test_sum_that_misses_by_little_is_a_warning(small: SmallData) -> None:
    small.change(FIGURES, "01,B,7.2", "01,B,7.25")
    (found,) = problems_of(small)
    assert (found.severity, found.code, found.line) == (Severity.WARNING, Code.PARTS_AGAINST_TOTAL, 4)
    assert "difference 0.05" in found.message


def test_sum_is_judged_only_where_every_part_has_a_weight(small: SmallData) -> None:
    small.change(YAML, "weight: 1, maximum: 10, vi: Hai", "maximum: 10, vi: Hai")
    small.change(FIGURES, "01,B,7.2", "01,B,9.9")
    assert problems_of(small) == []


def test_mean_of_a_whole_edition_is_compared_with_the_published_one(small: SmallData) -> None:
    small.change("national.csv", "11.70", "11.71")
    (found,) = problems_of(small)
    assert (found.severity, found.code, found.edition) == (Severity.WARNING, Code.MEAN_AGAINST_PUBLISHED, ("ABC", 2023))
    small.change(FIGURES, "ABC,2023,63,08,overall,11.5,2,low,published,published,,S1\n", "")
    assert problems_of(small) == []
