"""docs/benchmarks.md is made of parts: one can be measured again and the others stay as they were."""

from pathlib import Path

import pytest

from benchmarks import __main__ as command
from benchmarks.growing import picture
from benchmarks.page import page_of, parts_of
from benchmarks.sessions import growth, percentile, visits
from etl.settings import REPOSITORY


def test_a_part_is_replaced_and_the_others_stay() -> None:
    page = page_of({"start": "## Start\n\n2 s", "answers": "## Answers\n\n50 ms"}, ["answers", "start", "clicks"])
    assert parts_of(page) == {"answers": "## Answers\n\n50 ms", "start": "## Start\n\n2 s"}
    again = page_of({**parts_of(page), "start": "## Start\n\n3 s"}, ["answers", "start", "clicks"])
    assert again == page.replace("2 s", "3 s")


def test_an_unknown_part_is_told_with_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["sesions"]) == 2
    assert "There is no part sesions; there are publishing, reading, answers," in capsys.readouterr().err


def test_a_part_that_fails_is_told_and_the_others_are_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "benchmarks.md"
    page.write_text(page_of({"start": "## Start\n\n2 s"}, ["start"]), encoding="utf-8")
    good = command.Section("limits-alone", "Limits alone", "benchmarks.limits", "limits_lines")
    bad = command.Section("start", "Start", "benchmarks.limits", "no_such_function")
    monkeypatch.setattr(command, "PAGE", page)
    monkeypatch.setattr(command, "SECTIONS", (bad, good))
    assert command.main([]) == 1
    assert "Not measured: start." in capsys.readouterr().err
    parts = parts_of(page.read_text("utf-8"))
    assert parts["start"] == "## Start\n\n2 s"
    assert parts["limits-alone"].startswith("## Limits alone\n\n## Limits")


def test_every_part_can_be_called() -> None:
    for section in command.SECTIONS:
        module = __import__(section.module, fromlist=[section.function])
        assert callable(getattr(module, section.function))


def test_the_page_in_the_repository_has_known_parts_only() -> None:
    parts = parts_of((REPOSITORY / "docs" / "benchmarks.md").read_text("utf-8"))
    assert set(parts) <= {section.name for section in command.SECTIONS} | {command.LIMITS}


def test_the_share_of_values_that_a_percentile_covers() -> None:
    seconds = [number / 100 for number in range(100, 0, -1)]
    assert (percentile(seconds, 50), percentile(seconds, 95), percentile(seconds, 99)) == (0.5, 0.95, 0.99)
    assert percentile([2.0, 1.0], 95) == 2.0


def test_growth_is_between_the_third_and_the_last_quarter() -> None:
    looks = [(0, 200.0), (250, 290.0), (500, 299.0), (750, 300.0), (1000, 300.0), (1250, 301.0), (1500, 301.0)]
    assert growth([*looks, (1750, 302.0)]) == 1.0


def test_neighbours_among_the_visitors_are_on_different_pages_and_every_page_is_seen_for_every_province() -> None:
    seen = visits(["63-01", "63-67", "63-36"])
    # The review of a period is of the whole country.
    of_provinces = [visit for visit in seen if visit.query["don_vi"] != "ca-nuoc"]
    assert len({(visit.page, visit.query["don_vi"]) for visit in of_provinces}) == len(of_provinces) == 27
    assert len({visit.page for visit in seen[:10]}) == 10


def test_bars_are_in_proportion_and_never_empty() -> None:
    assert picture([("a", 100.0), ("b", 50.0), ("c", 0.1)], "ms") == [
        "a  ######################################## 100 ms",
        "b  #################### 50 ms",
        "c  # 0 ms",
    ]
