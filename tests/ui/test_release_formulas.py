"""The archive for Excel holds the tables exactly as they are: no text in them may be one that Excel would run."""

from pathlib import Path

import pandas as pd

from indicators.release import Release


def test_no_text_of_the_release_begins_as_a_formula_does(published_folder: Path, release: Release) -> None:
    files = sorted((published_folder / "versions" / release.version).glob("*.parquet"))
    assert len(files) > 15
    for file in files:
        table = pd.read_parquet(file)
        for name in table.select_dtypes(["str", "object", "category"]):
            texts = table[name].astype("str")
            # A score as it was written may be below nought.
            found = texts[texts.str.match(r"[=+@\t\r]|-(?![\d.]+$)")]
            assert found.to_list() == [], f"{file.name}, {name}"
