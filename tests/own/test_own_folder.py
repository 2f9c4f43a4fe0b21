"""The folder of own results: which files count, and that each version is read once and only as far as may be."""

import os
from pathlib import Path

import pytest

from own.folder import MOST_FILES, FileVersion, content_of, files_of, version_of
from own.grid import MOST_BYTES
from ui import own_shelf
from ui.own_read import OwnFile
from ui.own_shelf import file_on_shelf, names_on_shelf, version_on_shelf
from ui.sign_in_claims import MaySee

LEAVE = MaySee(0)
RESULTS = "Năm;Loại đơn vị;Đơn vị;Tổng điểm\n;;Điểm tối đa;100\n2024;Huyện;Huyện A;80\n"


def _put(folder: Path, name: str, text: str = RESULTS, changed: int = 1) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    os.utime(folder / name, (changed, changed))


def test_only_files_of_results_in_this_very_folder_count(tmp_path: Path) -> None:
    for name in ("b.CSV", "A.xlsx", "Ă.csv", ".hidden.csv", "~$A.xlsx", "ghi-chu.docx", "csv"):
        _put(tmp_path, name)
    (tmp_path / "folder.csv").mkdir()
    _put(tmp_path / "folder.csv", "inside.csv")
    # The name of a file of an old system is no text here, and could not be sent to a browser.
    (tmp_path / os.fsdecode(b"m\xf4t.csv")).touch()
    assert [version.name for version in files_of(tmp_path)] == ["A.xlsx", "b.CSV", "Ă.csv"]
    assert version_of(tmp_path, "b.CSV") == FileVersion("b.CSV", 10**9, len(RESULTS.encode()))


@pytest.mark.parametrize(
    "name",
    [
        "../b.csv",
        "/etc/b.csv",
        "folder.csv/inside.csv",
        ".hidden.csv",
        "no-such.csv",
        "",
        ".",
        "..",
        "b.csv\0",
        "b.txt",
    ],
)
def test_no_other_name_leads_to_a_file(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "office"
    folder.mkdir()
    (folder / "folder.csv").mkdir()
    for where in (tmp_path / "b.csv", folder / "folder.csv" / "inside.csv", folder / ".hidden.csv", folder / "b.txt"):
        where.write_text(RESULTS, encoding="utf-8")
    assert version_of(folder, name) is None
    assert file_on_shelf(folder, name, LEAVE) is None


def test_a_folder_of_very_many_files_is_listed_in_part_and_a_large_file_read_in_part(tmp_path: Path) -> None:
    for number in range(MOST_FILES + 5):
        (tmp_path / f"{number:04}.csv").touch()
    assert len(files_of(tmp_path)) == MOST_FILES
    with (tmp_path / "large.csv").open("wb") as large:
        large.truncate(3 * MOST_BYTES)
    version = version_of(tmp_path, "large.csv")
    assert version is not None
    assert len(content_of(tmp_path, version)) == MOST_BYTES + 1
    found = file_on_shelf(tmp_path, "large.csv", LEAVE)
    assert found is not None
    assert found.refused is not None
    assert found.refused.fault == "too_large"


def test_a_version_is_read_once_and_another_one_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def reading(name: str, content: bytes) -> OwnFile:
        assert name == "a.csv"
        read.append(content.decode())
        return OwnFile(None)

    monkeypatch.setattr(own_shelf, "read_file", reading)
    _put(tmp_path, "a.csv")
    first = file_on_shelf(tmp_path, "a.csv", LEAVE)
    again = file_on_shelf(tmp_path, "a.csv", LEAVE)
    assert first == again
    assert read == [RESULTS]
    # The same size at another time is another version, and so is another size.
    _put(tmp_path, "a.csv", RESULTS.replace("80", "81"), changed=2)
    file_on_shelf(tmp_path, "a.csv", LEAVE)
    assert read[1:] == [RESULTS.replace("80", "81")]
    assert version_on_shelf(tmp_path, "a.csv", LEAVE) == FileVersion("a.csv", 2 * 10**9, len(RESULTS.encode()))


def test_what_is_gone_from_the_folder_is_forgotten(tmp_path: Path) -> None:
    _put(tmp_path, "a.csv")
    assert file_on_shelf(tmp_path, "a.csv", LEAVE) is not None
    assert (tmp_path, "a.csv") in own_shelf._read
    (tmp_path / "a.csv").unlink()
    assert names_on_shelf(tmp_path, LEAVE) == []
    assert (tmp_path, "a.csv") not in own_shelf._read
    assert file_on_shelf(tmp_path, "a.csv", LEAVE) is None


def test_visits_share_what_was_read_and_neither_the_release_nor_the_targets(tmp_path: Path) -> None:
    _put(tmp_path, "a.csv")
    one, other = (file_on_shelf(tmp_path, "a.csv", LEAVE) for _ in range(2))
    assert one is not None
    assert other is not None
    assert one.results is other.results
    assert one.release("vi") is not None
    assert one.release("vi") is not other.release("vi")
    assert one.targets is not other.targets
    assert own_shelf._read[tmp_path, "a.csv"][1].releases == {}
