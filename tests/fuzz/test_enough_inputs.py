"""All tests of this folder together take as many inputs as they are said to."""

import re
from pathlib import Path

from feeding import USUAL_INPUTS

from ui.page_list import PAGES

PAGE_SHARE = "check_pages(parameters, short_names"


def test_a_usual_run_takes_ten_thousand_inputs() -> None:
    found = 0
    for file in Path(__file__).parent.glob("test_*.py"):
        for line in re.sub(r",\s*\n\s*", ", ", file.read_text("utf-8")).split("\n"):
            call = re.search(r"(?:feed|check_pages)\(.*?, (\d[\d_]*)(?:, tmp_path.*)?\)$", line)
            found += int(call[1]) * (len(PAGES) if PAGE_SHARE in line else 1) if call else 0
    assert found >= USUAL_INPUTS
