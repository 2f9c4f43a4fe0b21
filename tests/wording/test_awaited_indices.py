"""Indices that are catalogued without figures: named, with their parts, and never with a figure."""

from dataclasses import replace

from indicators.catalogue import AwaitedIndex
from indicators.release import Release
from wording.awaited_indices import awaited_edition_words, awaited_index_words, awaited_part_words
from wording.language import language

VI, EN = language("vi"), language("en")


def awaited(release: Release, index: str) -> AwaitedIndex:
    return next(one for one in release.catalogue.awaited if one.index.id == index)


def test_the_green_index_and_the_innovation_index_wait_for_figures(release: Release) -> None:
    found = {one.index.id: [(e.key.year, e.key.system) for e in one.editions] for one in release.catalogue.awaited}
    assert found == {
        "PGI": [(2022, "63"), (2023, "63"), (2024, "63"), (2025, "34")],
        "PII": [(2023, "63"), (2024, "63"), (2025, "34")],
    }
    assert not {"PGI", "PII"} & {edition.key.index for edition in release.catalogue.editions}
    assert not {"PGI", "PII"} & set(release.breaks["index"])


def test_what_they_are(release: Release) -> None:
    pgi, pii = awaited(release, "PGI"), awaited(release, "PII")
    assert awaited_index_words(pgi.index, EN) == "PGI: Provincial Green Index (VCCI)"
    assert awaited_part_words(pgi, EN) == (
        "4 parts: Climate hazards; Minimum standards; Leadership; Incentives and support. 40 points in all."
    )
    assert awaited_part_words(pii, VI) == (
        "7 thành phần: Thể chế; Vốn con người, nghiên cứu; Cơ sở hạ tầng; Phát triển thị trường; Phát triển doanh "
        "nghiệp; Sản phẩm tri thức, công nghệ; Tác động. Chưa rõ điểm tối đa."
    )
    assert awaited_part_words(replace(pgi, editions=()), VI) == ""


def test_an_edition_says_why_it_has_no_figures(release: Release) -> None:
    said = [awaited_edition_words(edition, EN) for edition in awaited(release, "PGI").editions[-2:]]
    assert said == ["no figures yet: published, not collected yet", "no figures yet: no result found yet"]
