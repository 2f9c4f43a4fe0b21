"""The import contract must know every room: a room that it does not list is not held to anything."""

import configparser
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


def test_every_room_is_in_the_import_contract() -> None:
    contract = configparser.ConfigParser()
    contract.read(PROJECT / ".importlinter", encoding="utf-8")
    listed = set(contract["importlinter"]["root_packages"].split())
    rooms = {folder.parent.name for folder in PROJECT.glob("*/*.py")}
    assert rooms - {"tests"} == listed
