"""What is said of an edition of the 63 that is seen by today's provinces."""

from indicators.catalogue import EditionKey
from indicators.release import Release
from indicators.succession import todays_view
from wording.language import language
from wording.todays_provinces import hatched_sentence, todays_headline, todays_sentences, todays_title

PAPI_2023 = EditionKey("PAPI", 2023, "63")


def _headline(release: Release, key: EditionKey, unit: str, code: str = "vi") -> str:
    seen = todays_view(release, key)
    return todays_headline(release, key, "overall", seen, unit, language("en" if code == "en" else "vi"))


def test_a_merged_province_has_the_range_of_its_former_ones_and_a_marked_mean(release: Release) -> None:
    assert _headline(release, PAPI_2023, "34-68") == (
        "PAPI 2023: Lâm Đồng (mới): các tỉnh trước sắp xếp đạt 38,97–42,47 †; trung bình 41,10 †."
    )
    assert _headline(release, PAPI_2023, "34-68", "en") == (
        "PAPI 2023: Lam Dong (new): the former provinces scored 38.97–42.47 †; mean 41.10 †."
    )


def test_a_province_of_the_same_territory_has_its_own_figure(release: Release) -> None:
    pci = EditionKey("PCI", 2022, "63")
    assert _headline(release, pci, "34-01") == ("PCI 2022: Hà Nội đạt 66,74 trước ngày 01/07/2025, trên cùng địa bàn.")


def test_who_lacks_a_figure_is_named_and_many_are_counted(release: Release) -> None:
    assert _headline(release, PAPI_2023, "34-79") == (
        "PAPI 2023: TP. Hồ Chí Minh (mới): không có số liệu của Bình Dương."
    )
    seen, few = todays_view(release, PAPI_2023), language("en")
    assert hatched_sentence(release, seen, few) == (
        "Hatched, since figures are missing: Ho Chi Minh City (no figure of Binh Duong); "
        "Quang Ninh (no figure of Quang Ninh)."
    )
    many = todays_view(release, EditionKey("PAR", 2024, "63"))
    assert hatched_sentence(release, many, language("vi")).startswith("Gạch chéo: 30 tỉnh có ít nhất một")
    whole = todays_view(release, EditionKey("PCI", 2022, "63"))
    assert hatched_sentence(release, whole, language("vi")) == ""


def test_the_rule_of_the_means_is_said_with_all_its_years(release: Release) -> None:
    dti = [todays_view(release, EditionKey("DTI", year, "63")) for year in (2022, 2020)]
    assert todays_sentences(dti, language("en"))[1:] == ["† Mean weighted by the average population of 2020 and 2024."]
    by_publisher = todays_view(release, EditionKey("DTI", 2024, "63"))
    assert todays_sentences([by_publisher], language("en"))[1:] == [
        "† Plain mean of the former provinces, by the publisher's own rule."
    ]
    assert todays_sentences([], language("vi")) == []
    assert todays_title(release, PAPI_2023, "overall", language("vi")) == "PAPI 2023, theo tỉnh hiện nay"
