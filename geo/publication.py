"""The built files in static/: a name that changes with the content, and the list by which pages find them."""

import hashlib
import json
from pathlib import Path

LIST_NAME = "boundaries.json"

# The credit that the licence asks for; shown under every map.
CREDIT = {
    "vi": "Ranh giới tỉnh: Open Development Mekong (nguồn: Cục Đo đạc và Bản đồ, 2016), giấy phép CC BY-SA 4.0; "
    "đã đơn giản hoá; 34 tỉnh: ghép từ 63 tỉnh.",
    "en": "Provincial boundaries: Open Development Mekong (source: Dept of Survey and Mapping, 2016), CC BY-SA 4.0; "
    "simplified; 34 provinces merged from the 63.",
}
LICENCE = {
    "name": "CC BY-SA 4.0",
    "vi": "https://creativecommons.org/licenses/by-sa/4.0/deed.vi",
    "en": "https://creativecommons.org/licenses/by-sa/4.0/",
}


def write_files(folder: Path, texts: dict[str, bytes]) -> list[Path]:
    """Write `provinces_<system>.<hash>.json` and boundaries.json, remove older builds; returns the paths written."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [
        folder / f"provinces_{system}.{hashlib.sha256(text).hexdigest()[:10]}.json" for system, text in texts.items()
    ]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_bytes(text)
    listed = {system: path.name for system, path in zip(texts, paths, strict=True)}
    contents = json.dumps({**listed, "credit": CREDIT, "licence": LICENCE}, ensure_ascii=False, indent=2) + "\n"
    list_path = folder / LIST_NAME
    list_path.write_bytes(contents.encode())
    for system in texts:
        for old in folder.glob(f"provinces_{system}.*.json"):
            if old not in paths:
                old.unlink()
    return [*paths, list_path]
