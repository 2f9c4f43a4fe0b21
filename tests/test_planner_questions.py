"""The notebook page of docs/ runs as it stands, by `indicators` alone, and prints what it says."""

import ast
import contextlib
import io
import re
from pathlib import Path

import pytest

PAGE = (Path(__file__).parent.parent / "docs" / "planner_questions.md").read_text("utf-8")


def _block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found.group(1)


def test_the_code_prints_what_the_page_says(published_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(published_folder.parent)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(_block("python"), "docs/planner_questions.md", "exec"), {})  # noqa: S102 - the page is ours
    assert printed.getvalue().strip() == _block("text").strip()


def test_the_code_is_short_and_imports_indicators_alone() -> None:
    code = _block("python")
    lines = [line for line in code.splitlines() if line.strip() and not line.startswith("#")]
    imported = {node.module for node in ast.walk(ast.parse(code)) if isinstance(node, ast.ImportFrom)}
    assert len(lines) < 40
    assert {str(name).split(".")[0] for name in imported} == {"indicators", "datetime", "pathlib"}
