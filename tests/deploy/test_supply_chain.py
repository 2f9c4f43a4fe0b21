"""Every locked package has its licence in the list, is looked up in advisories, and is renewed by somebody."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from deploy import licences

REPOSITORY = Path(__file__).resolve().parents[2]
LOCKED = re.compile(r"^([A-Za-z0-9_.-]+)==([^\s;\\]+)", re.MULTILINE)
LOCKS = ["requirements.txt", "requirements-geo.txt", "requirements-dev.txt"]


def text_of(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


def workflow(name: str) -> Any:
    return yaml.safe_load(text_of(f".github/workflows/{name}.yml"))


def commands(jobs: Any) -> str:
    return "\n".join(step.get("run", "") for job in jobs["jobs"].values() for step in job["steps"])


def test_the_list_of_licences_names_every_package_that_the_dashboard_runs_with() -> None:
    rows = [line.split(" | ") for line in text_of("docs/licences.md").splitlines() if line.startswith("| ")][1:]
    listed = [(row[0].removeprefix("| "), row[1]) for row in rows if not row[0].startswith("| ---")]
    assert listed == LOCKED.findall(text_of("requirements.txt")), "run `make licences`"
    licences = {row[0].removeprefix("| "): row[2].strip(" |") for row in rows}
    assert licences["streamlit"] == "Apache-2.0"
    assert licences["pandas"] == "BSD-3-Clause"
    assert all(licences.values())
    assert "not stated" not in licences.values()
    # None that would ask for the source of what is built on it.
    assert [name for name, licence in licences.items() if re.search(r"GPL|SSPL|BUSL", licence)] == []


def test_a_package_that_states_no_licence_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("pandas==3.1.1 \\\n    --hash=sha256:0\nno-such-package==1.0\n", "utf-8")
    monkeypatch.setattr(licences, "LOCK", tmp_path / "requirements.txt")
    monkeypatch.setattr(licences, "PAGE", tmp_path / "licences.md")
    with pytest.raises(SystemExit, match=r"(?s)No licence is stated by.*no-such-package.*KNOWN"):
        licences.main()
    assert "| pandas | 3.1.1 | BSD-3-Clause |  |" in (tmp_path / "licences.md").read_text("utf-8")


def test_every_lock_has_hashes_and_is_looked_up_strictly() -> None:
    makefile = text_of("Makefile")
    audit = makefile.partition("\naudit:")[2].partition("\n\n")[0]
    for name in LOCKS:
        text = text_of(name)
        blocks = re.split(r"\n(?=[A-Za-z0-9_.-]+==)", text)[1:]
        assert all("--hash=sha256:" in block for block in blocks)
        assert name in makefile.partition("LOCKS :=")[2].splitlines()[0]
    # Without it a package that could not be looked up counts as one without weaknesses.
    assert "--strict" in audit
    assert "--require-hashes" in audit


def test_advisories_are_read_and_packages_renewed_every_week() -> None:
    audit, renewal = workflow("audit"), workflow("renew")
    # YAML 1.1 reads the key `on` as true.
    assert "schedule" in audit[True]
    assert "schedule" in renewal[True]
    assert "make audit" in commands(audit)
    assert "make lock LOCK_OPTIONS=--upgrade" in commands(renewal)
    assert "make licences" in commands(renewal)
    dependabot = yaml.safe_load(text_of(".github/dependabot.yml"))
    assert {entry["package-ecosystem"] for entry in dependabot["updates"]} == {"github-actions"}
