"""One text that changes whenever the data or the format of the release changes."""

import hashlib
from pathlib import Path

# Raise it when the tables of the release change their shape: releases of the old shape are then stale.
RELEASE_FORMAT = 6


def data_fingerprint(folder: Path) -> str:
    """The sha256 over the format number and the path and content of every CSV and YAML of data/, raw files apart."""
    digest = hashlib.sha256(f"format {RELEASE_FORMAT}\n".encode())
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        name = path.relative_to(folder).as_posix()
        if path.suffix in {".csv", ".yaml"} and not name.startswith("raw/") and not path.name.startswith("."):
            content = path.read_bytes()
            digest.update(f"{name}\n{len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()
