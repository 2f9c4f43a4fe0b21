from pathlib import Path

import pandas as pd
import pytest
import yaml

from indicators.catalogue_records import edition_from_record, index_from_record
from indicators.units import UnitKeyError

CATALOGUE = Path(__file__).parents[2] / "data" / "catalogue"
EDITION = {
    "index": "PCI",
    "year": 2023,
    "unit_system": "63",
    "published_on": "2024-05-09",
    "decision": "",
    "units_measured": 63,
    "units_ranked": 30,
    "what_is_published": "best_30",
    "series": "pci-2022",
    "decimals": 2,
    "status": "published",
    "source_id": "pci_xls_2023;soha_pci2023",
}


def test_an_edition_keeps_its_two_counts_apart() -> None:
    edition = edition_from_record(EDITION)
    assert (edition.units_measured, edition.units_ranked) == (63, 30)
    assert edition.source_ids == ("pci_xls_2023", "soha_pci2023")


@pytest.mark.parametrize("missing", ["", None, pd.NA, float("nan")])
def test_a_count_that_is_not_known_is_none_and_not_zero(missing: object) -> None:
    edition = edition_from_record(EDITION | {"units_ranked": missing, "units_measured": missing})
    assert (edition.units_measured, edition.units_ranked) == (None, None)
    assert edition_from_record(EDITION | {"units_ranked": 0}).units_ranked == 0


def test_an_edition_of_another_unit_system_is_refused() -> None:
    with pytest.raises(UnitKeyError):
        edition_from_record(EDITION | {"unit_system": "61"})


def test_a_weight_left_out_is_not_known_and_not_zero() -> None:
    par = index_from_record(yaml.safe_load((CATALOGUE / "par.yaml").read_text("utf-8")))
    of_2021, of_2023 = par.period("steering", 2021), par.period("steering", 2023)
    assert of_2021 is not None
    assert of_2023 is not None
    assert (of_2021.weight, of_2021.maximum) == (1, None)
    assert (of_2023.weight, of_2023.maximum) == (None, 9.5)


def test_the_short_name_is_the_full_one_where_none_is_given() -> None:
    papi = index_from_record(yaml.safe_load((CATALOGUE / "papi.yaml").read_text("utf-8")))
    knowledge, participation = papi.period("D1.knowledge", 2023), papi.period("D1", 2023)
    assert knowledge is not None
    assert participation is not None
    assert knowledge.short_name == knowledge.name
    assert participation.short_name.vi == "Tham gia ở cấp cơ sở"
