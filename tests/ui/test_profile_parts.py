"""Parts of a profile without a browser: which edition is looked into, its file of components, its grounds."""

import pytest

from indicators.catalogue import EditionKey
from indicators.release import Release
from ui import cached_answers
from ui.address import LAST_YEAR, PROVINCE, Values
from ui.newer_editions import newer_edition_sentences, newer_editions_to_fill
from ui.profile_edition import analysed_edition
from ui.profile_grounds import profile_grounds
from ui.profile_heading import shown_view
from ui.profile_tables import component_download
from ui.view import View
from wording.language import LanguageCode, language


def _view(province: str, last_year: int = 2024, code: LanguageCode = "vi") -> View:
    return View(language(code), Values({PROVINCE: (province,), LAST_YEAR: (str(last_year),)}), {}, ())


@pytest.mark.parametrize(
    ("province", "index", "last_year", "edition"),
    [
        ("63-67", "PCI", 2024, EditionKey("PCI", 2023, "63")),
        # Of the 34, half of DTI 2024 is held: what is behind it is asked of the 63.
        ("34-44", "DTI", 2024, EditionKey("DTI", 2024, "63")),
        ("34-01", "DTI", 2023, EditionKey("DTI", 2023, "63")),
        ("63-35", "PAR", 2024, None),
    ],
)
def test_the_edition_that_is_looked_into(
    release: Release, province: str, index: str, last_year: int, edition: EditionKey | None
) -> None:
    assert analysed_edition(release, _view(province, last_year), index) == edition


def test_the_whole_country_is_shown_by_an_example_and_a_province_by_itself(release: Release) -> None:
    assert shown_view(release, _view("ca-nuoc")).province == "34-01"
    assert shown_view(release, _view("63-67")).province == "63-67"


def test_the_file_of_components_says_who_leads_and_on_what_evidence(release: Release) -> None:
    key = EditionKey("PAPI", 2024, "63")
    rows = cached_answers.part_rows(release, key, ("63-67",))
    table = component_download(release, _view("63-67", code="en"), key, rows)
    row = table.iloc[3]
    assert (row["Province"], row["Year"]) == ("Dak Nong", 2024)
    assert row["Score"] == pytest.approx(6.321949)
    assert row["Contribution to the change"] == pytest.approx(0.363082)
    assert row["Lead agency"] == "Thanh tra tỉnh, thành phố"
    assert row["On what evidence"].endswith("a province may assign it otherwise")


def test_the_grounds_explain_every_mark_that_is_written_and_name_what_peers_are_chosen_by(release: Release) -> None:
    key = EditionKey("PAPI", 2024, "63")
    rows = cached_answers.part_rows(release, key, ("63-67",))
    grounds = profile_grounds(release, _view("63-67"), key, rows, rows.assign(year=2024), "40,54 † · 58/61 (*)")
    assert grounds.lines[0].startswith("Nguồn: ")
    assert {line[:3] for line in grounds.lines} >= {"(*)", "† D"}
    assert "Căn cứ chọn tỉnh tương đồng" in {group.heading for group in grounds.sources}


def test_editions_after_the_chosen_year_are_no_part_of_the_view(release: Release) -> None:
    key = EditionKey("PAR", 2012, "63")
    units = ["63-35", "63-36", "63-37"]
    assert newer_edition_sentences(release, _view("34-37", 2014), key, units) == [
        "PAR INDEX 2013 và 2014: chưa thu thập được kết quả của Hà Nam, Nam Định và Ninh Bình (trước 01/07/2025)."
    ]
    assert newer_edition_sentences(release, _view("34-37"), key, units)[-1] == "Chưa tìm thấy kết quả PAR INDEX 2025."


def test_the_forms_offered_are_of_what_is_published_and_not_held(release: Release) -> None:
    # Đắk Nông's card of PAR INDEX shows 2023: the score and rank of 2024 are published and not collected.
    shown = EditionKey("PAR", 2023, "63")
    assert newer_editions_to_fill(release, _view("63-67", 2024), shown, ["63-67"]) == [EditionKey("PAR", 2024, "63")]
    assert newer_editions_to_fill(release, _view("63-67", 2023), shown, ["63-67"]) == []
    # PCI 2024: VCCI published the best 30 only, so that no form can be filled in; of 2025 nothing is held yet.
    shown = EditionKey("PCI", 2023, "63")
    fill = newer_editions_to_fill(release, _view("63-67"), shown, ["63-67"])
    assert [key.year for key in fill] == [2025]
