"""A what-if in words, on PCI 2022 and on editions that allow none."""

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey
from indicators.release import Release
from indicators.what_if import WhatIf, adjustable_parts, last_whole_edition, what_if
from wording.language import language
from wording.what_if import newer_editions_words, no_what_if_words, what_if_label, what_if_words

VI, EN = language("vi"), language("en")
PCI_2022 = EditionKey("PCI", 2022, "63")
QUANG_NAM = "63-49"


def test_total_and_place_before_and_after(release: Release) -> None:
    answer = what_if(release, PCI_2022, QUANG_NAM, {"labor": 8.0, "land": 8.23})
    assert isinstance(answer, WhatIf)
    assert what_if_words(release, PCI_2022, QUANG_NAM, answer, VI) == (
        "Quảng Nam: điểm tổng hợp 66,62 → 70,27 (tăng 3,65 điểm); thứ tự theo điểm 22/63 → 4/63 (*) (tăng 18 vị trí)"
    )
    assert what_if_words(release, PCI_2022, QUANG_NAM, answer, EN) == (
        "Quang Nam: total 66.62 → 70.27 (up 3.65 points); order by score 22/63 → 4/63 (*) (up 18 positions)"
    )


def test_it_is_called_no_forecast_and_names_its_edition(release: Release) -> None:
    assert what_if_label(release, PCI_2022, VI).startswith(
        "Phép tính trên kết quả kỳ gần nhất có đủ điểm (PCI 2022), không phải dự báo"
    )
    newer = newer_editions_words(release, [EditionKey("PCI", 2024, "63")], EN)
    assert newer.startswith("Not counted with: PCI 2024 (19 of 63 scores held).")
    assert newer_editions_words(release, [], EN) == ""


def test_what_is_not_known_is_named(release: Release) -> None:
    dti = release.catalogue.index("DTI")
    key = last_whole_edition(release, "DTI", "63-67")
    assert isinstance(key, EditionKey)
    assert key == EditionKey("DTI", 2024, "63")
    parts = adjustable_parts(release, key, "63-67")
    assert isinstance(parts, CannotBeSaid)
    said = no_what_if_words(release, dti, key, parts, "63-67", VI)
    assert said.startswith("DTI 2024, 63 tỉnh")
    assert "Chưa rõ trọng số của: Nhận thức số;" in said
    papi = release.catalogue.index("PAPI")
    nothing = no_what_if_words(release, papi, None, CannotBeSaid("no_edition"), "34-68", EN)
    assert nothing == "PAPI: no figures of Lam Dong (new) are held."
    partly = CannotBeSaid("edition_not_whole", 13, 63)
    assert no_what_if_words(release, papi, None, partly, None, EN) == (
        "PAPI: no edition is held whole; of the newest one, 13 of 63 scores are held."
    )
