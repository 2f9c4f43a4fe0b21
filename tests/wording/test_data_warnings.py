from dataclasses import replace

import pytest

from etl.problems import Code
from indicators.catalogue import OVERALL, EditionKey
from indicators.release import DataWarning, Release
from wording.data_warnings import SENTENCES, held_back_sentences, warning_sentences
from wording.gaps import newer_edition_words
from wording.language import language

EN, VI = language("en"), language("vi")


def test_remark_on_papi_2021_is_said_under_its_total(release: Release) -> None:
    key = EditionKey("PAPI", 2021, "63")
    assert DataWarning("PAPI", 2021, "mean_against_published", OVERALL) in release.warnings
    assert warning_sentences(release, key, OVERALL, VI) == [
        (
            "Trung bình cộng điểm các tỉnh, thành phố khác với điểm trung bình cả nước đã công bố; "
            "cả hai được giữ nguyên như đã công bố."
        )
    ]
    assert warning_sentences(release, key, "D1", EN) == []
    assert warning_sentences(release, EditionKey("PAPI", 2020, "63"), OVERALL, EN) == []


def test_jump_is_said_where_the_component_is_shown(release: Release) -> None:
    (sentence,) = warning_sentences(release, EditionKey("PAPI", 2024, "63"), "D4.willingness", EN)
    assert sentence.startswith("The score of at least one province changed far more than those of the others")


@pytest.mark.parametrize("code", SENTENCES)
def test_sentences_are_for_codes_of_the_closed_list(code: str) -> None:
    assert Code(code)


def test_edition_held_back_is_said_by_its_name(release: Release) -> None:
    told = replace(release, warnings=(DataWarning("PAPI", 2023, "edition_held_back", None),))
    sentence = "The figures of PAPI 2023 are being checked again and are not shown."
    assert held_back_sentences(told, "PAPI", EN) == [sentence]
    assert held_back_sentences(told, "PCI", EN) == held_back_sentences(release, "PAPI", EN) == []
    edition = release.catalogue.edition(EditionKey("PAPI", 2023, "63"))
    assert newer_edition_words(told, edition, VI) == "Số liệu PAPI 2023 đang được kiểm tra lại nên chưa hiển thị."
