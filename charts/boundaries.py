"""Where the built boundaries of a unit system lie: an address that pages and pictures share."""

import json
from functools import lru_cache
from pathlib import Path

from indicators.units import UnitSystem

STATIC = Path(__file__).parent.parent / "static"
SERVED_AT = "app/static"


@lru_cache(maxsize=2)
def boundaries_url(system: UnitSystem) -> str:
    """Return the address of the boundaries, which is the same below any base path; the file lies in `STATIC`."""
    files = json.loads((STATIC / "boundaries.json").read_text("utf-8"))
    return f"{SERVED_AT}/{files[system]}"
