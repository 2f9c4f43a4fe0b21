"""Every term of the pages has its sentence in both languages, and stands on a page."""

import ast
import re
from pathlib import Path
from typing import get_args

import pytest

from indicators.release import Release
from wording.language import language
from wording.terms import Term, indices_help, places_help, term_help, terms_help

REPOSITORY = Path(__file__).parents[2]
TERMS: tuple[Term, ...] = get_args(Term)
VIETNAMESE_LETTER = re.compile("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)


@pytest.mark.parametrize("term", TERMS)
def test_term_is_explained_in_one_sentence_of_each_language(term: Term) -> None:
    english, vietnamese = term_help(term, language("en")), term_help(term, language("vi"))
    assert VIETNAMESE_LETTER.search(vietnamese)
    assert not VIETNAMESE_LETTER.search(english)
    for sentence in (english, vietnamese):
        assert sentence.endswith(".")
        assert 30 <= len(sentence) <= 170


def test_every_term_is_explained_somewhere() -> None:
    asked: set[object] = set()
    for path in (path for room in ("ui", "pages") for path in (REPOSITORY / room).glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        if any(isinstance(node, ast.ImportFrom) and node.module == "wording.terms" for node in ast.walk(tree)):
            asked |= {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    # "order by score" is a value of `places_help` too, which knows by the kinds of places what they are.
    assert set(TERMS) - asked <= {"order by score"}


def test_places_are_explained_by_their_kinds() -> None:
    rank, order = term_help("rank", language("en")), term_help("order by score", language("en"))
    assert places_help(["rank", ""], language("en")) == rank
    assert places_help(["order", "order"], language("en")) == order
    assert places_help(["order", "rank"], language("en")) == f"{rank} {order}"
    assert terms_help(["rank", "order by score"], language("en")) == f"{rank} {order}"


def test_help_of_the_indices_says_what_each_is(release: Release) -> None:
    assert indices_help(release.catalogue.indices, language("en")).splitlines()[1] == (
        "- **SIPAS**: The Ministry of Home Affairs' survey of how satisfied citizens are with state administrative "
        "agencies."
    )
    vietnamese = indices_help(release.catalogue.indices, language("vi")).splitlines()
    assert len(vietnamese) == 5
    assert vietnamese[4].endswith("đánh giá mức độ chuyển đổi số của các tỉnh, thành phố, thang 0–1.")
