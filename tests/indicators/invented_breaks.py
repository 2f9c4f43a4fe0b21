"""A release with a break that concerns one province alone, of which the published data hold none."""

from dataclasses import replace

import pandas as pd

from indicators.release import Release


def with_break_of_ha_noi(release: Release) -> Release:
    """Return the release with an invented break of Hà Nội in the PCI sub-index `land` from 2015 to 2016."""
    row = {
        "index": "PCI", "component": "land", "between_year": 2015, "and_year": 2016, "degree": "break",
        "reason_en": "Only Hà Nội.", "reason_vi": "Chỉ Hà Nội.", "found_how": "invented", "source_id": "S01",
        "province_codes": "01",
    }  # fmt: skip
    return replace(release, breaks=pd.concat([release.breaks, pd.DataFrame([row])], ignore_index=True))
