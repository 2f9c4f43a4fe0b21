"""Writes docs/licences.md: the licence of every package that the dashboard runs with. `make licences` runs it.

Names and versions are those of requirements.txt; the licence is what the installed package says of itself. Those that
are not installed everywhere, or give a text and no name, are named here.
"""

import re
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
LOCK = REPOSITORY / "requirements.txt"
PAGE = REPOSITORY / "docs" / "licences.md"
LOCKED = re.compile(r"^([A-Za-z0-9_.-]+)==([^\s;\\]+)(?:\s*;\s*([^\\]+))?", re.MULTILINE)
LONGEST_NAME = 60
NOT_STATED = "not stated"

# As their files state it.
KNOWN = {
    "altair": "BSD-3-Clause",
    "colorama": "BSD-3-Clause",
    "pandera": "MIT",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
}

HEAD = """# Licences of the packages that the dashboard runs with

Made by `make licences` from requirements.txt and from what each package says of itself; not written by hand. The
dashboard itself is under Apache-2.0 (`LICENSE`), the typeface Source Sans 3 under OFL-1.1 (`static/fonts/OFL.txt`), the
boundaries as `static/BOUNDARIES-LICENSE.md` says.

| package | version | licence | only where |
| --- | --- | --- | --- |
"""


def main() -> None:
    """Write the page; end with code 1 where a package states no licence."""
    lines = [line_of(*found) for found in LOCKED.findall(LOCK.read_text(encoding="utf-8"))]
    PAGE.write_text(HEAD + "".join(lines), encoding="utf-8")
    unclear = [line for line in lines if NOT_STATED in line]
    if unclear:
        sys.exit("No licence is stated by:\n" + "".join(unclear) + "Look into their files and add them to KNOWN.")


def line_of(name: str, version: str, only_where: str) -> str:
    """Return the row of one locked package."""
    return f"| {name} | {version} | {licence_of(name)} | {only_where.strip()} |\n"


def licence_of(name: str) -> str:
    """Return the licence that an installed package states: its expression, its name, else its classifiers."""
    if name in KNOWN:
        return KNOWN[name]
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return NOT_STATED
    classifiers: list[str] = told.get_all("Classifier") or []
    named = [text.rpartition(" :: ")[2] for text in classifiers if text.startswith("License ::")]
    # Of a field that is not there, `get_all` gives None.
    fields = [(told.get_all(field) or [""])[0] for field in ("License-Expression", "License")]
    for stated in (*fields, " or ".join(named)):
        if stated and "\n" not in stated and len(stated) <= LONGEST_NAME:
            return stated
    return NOT_STATED


if __name__ == "__main__":
    main()
