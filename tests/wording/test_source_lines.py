import pandas as pd

from indicators.catalogue import OVERALL, EditionKey
from indicators.release import Release
from wording.language import language
from wording.sources import note_sentences, source_entries, source_line, span_source_line

VI, EN = language("vi"), language("en")


def test_rule_7_the_line_under_a_chart_names_publisher_edition_and_count(release: Release) -> None:
    assert source_line(release, EditionKey("DTI", 2024, "34"), 8, VI) == (
        "Nguồn: Bộ Khoa học và Công nghệ. Kỳ: DTI 2024, 34 tỉnh, thành phố. 8 tỉnh, thành phố có số liệu."
    )
    assert source_line(release, EditionKey("DTI", 2023, "63"), 63, EN) == (
        "Source: Ministry of Information and Communications. Edition: DTI 2023. 63 provinces with figures."
    )
    assert source_line(release, EditionKey("PAR", 2022, "63"), 1, EN).endswith(" 1 province with figures.")


def test_rule_7_a_line_over_several_editions_names_every_publisher_once(release: Release) -> None:
    assert span_source_line(release, "DTI", [2024, 2022, 2023, 2022], VI) == (
        "Nguồn: Bộ Thông tin và Truyền thông; Bộ Khoa học và Công nghệ. Các kỳ: DTI 2022–2024."
    )
    assert span_source_line(release, "PAR", range(2012, 2025), EN) == (
        "Source: Ministry of Home Affairs (MOHA). Editions: PAR INDEX 2012–2024."
    )
    assert span_source_line(release, "SIPAS", [2023], VI) == "Nguồn: Bộ Nội vụ. Kỳ: SIPAS 2023."


def test_two_editions_that_lie_apart_are_named_without_those_between(release: Release) -> None:
    assert span_source_line(release, "DTI", [2022, 2024], VI).endswith("Các kỳ: DTI 2022 và 2024.")
    assert span_source_line(release, "DTI", [2022, 2023], VI).endswith("Các kỳ: DTI 2022–2023.")


def test_rule_7_a_source_says_through_what_copy_and_for_how_many_figures(release: Release) -> None:
    source_ids = release.figures(EditionKey("PAR", 2023, "63"), OVERALL)["source_id"]
    first = source_entries(release, "PAR", source_ids, VI)[0]
    assert (first.publisher_of_figures, first.obtained, first.figures) == ("Bộ Nội vụ", "báo chí", 7)
    assert first.publisher == "VietNamNet"
    assert first.address.startswith("https://")
    assert source_entries(release, "PAR", source_ids, EN)[0].obtained == "press"


def test_a_source_has_the_hash_of_its_file_where_that_is_known(release: Release) -> None:
    known, other = source_entries(release, "PCI", pd.Series(["pci_xls_2005", "pci_xls_2006"]), VI)
    assert known.sha256 == "95291115c7fbea66e6e4363a7e6d7d87fa44bb2598c4dfc6debd520f1a06e910"
    assert other.sha256 == ""


def test_rule_7_a_source_of_another_folder_is_listed_too(release: Release) -> None:
    entries = source_entries(release, "PAR", pd.Series(["sipas:tvpl_daknong2024;kontum_2023", None]), EN)
    assert [entry.figures for entry in entries] == [1, 1]
    assert all(entry.title for entry in entries)


def test_notes_are_said_once_and_only_those_for_readers(release: Release) -> None:
    notes = release.figures(EditionKey("PCI", 2023, "63"), OVERALL)["note_codes"]
    assert note_sentences(release, notes, VI) == {
        "announced_by_province": "Số liệu do tỉnh thông tin, không có trong danh sách do cơ quan công bố đưa ra.",
        "rounded_by_source": "Nguồn chỉ in số đã làm tròn.",
        "rank_from_list": ("Thứ hạng được đọc theo thứ tự trong danh sách đã công bố, nguồn không ghi số thứ hạng."),
    }
    assert note_sentences(release, pd.Series(["keeper_remark;group_noted"]), EN) == {}


def test_publisher_of_a_source_is_named_in_the_language_of_the_page(release: Release) -> None:
    ids = pd.Series(["ttxvn2023"])
    assert [entry.publisher_of_figures for entry in source_entries(release, "SIPAS", ids, VI)] == ["Bộ Nội vụ"]
    english = source_entries(release, "SIPAS", ids, EN)
    assert [entry.publisher_of_figures for entry in english] == ["Ministry of Home Affairs (MOHA)"]
