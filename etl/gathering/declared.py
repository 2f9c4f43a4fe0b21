"""Which files the declarations name: the addresses of etl/sources.yaml, and what data/sources.csv says of them."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import yaml

from etl.catalogue_files import as_mappings
from etl.data_folder import DataFolder
from etl.gathering.pages_that_are_not_data import FORMATS
from etl.gathering.wanted_file import WantedFile
from etl.problems import DataError

SHAPE = "'editions:' must list mappings with index, year (or years), format and addresses"


def wanted_files(path: Path, data: DataFolder) -> list[WantedFile]:
    """Every declared address, in the order of the file; title, publisher and date by the source id, else the address.

    Reads `editions: [{index, year or years, format, source_id, addresses: [...]}]`; an address may be a mapping with
    its own format and source_id, an entry takes on the keys of its `family:`. Raises DataError where the file is
    missing or has another shape.
    """
    sources = _Sources(data)
    return [
        sources.described(file)
        for position, entry in enumerate(_entries(path), start=1)
        for file in _files(entry, f"{path}: entry {position}")
    ]


def _entries(path: Path) -> list[dict[str, Any]]:
    try:
        document: object = yaml.safe_load(path.read_text("utf-8"))
    except OSError as failure:
        message = f"{path}: cannot be read ({failure.strerror}); it names the addresses of the published files."
        raise DataError(message) from None
    except (UnicodeDecodeError, yaml.YAMLError) as failure:
        message = f"{path}: is not valid YAML: {failure}"
        raise DataError(message) from None
    editions = cast("dict[str, object]", document).get("editions") if isinstance(document, dict) else None
    if not isinstance(editions, list):
        message = f"{path}: {SHAPE}."
        raise DataError(message)
    families = cast("dict[str, object]", document).get("families")
    shared = cast("dict[str, dict[str, Any]]", families) if isinstance(families, dict) else {}
    return [
        {**(shared.get(str(entry.get("family"))) or {}), **entry} for entry in as_mappings(cast("object", editions))
    ]


def _files(entry: Mapping[str, Any], place: str) -> Iterator[WantedFile]:
    index: object = entry.get("index")
    years: object = entry.get("years") or [entry.get("year")]
    addresses: object = entry.get("addresses") or []
    for year in cast("list[object]", years) if isinstance(years, list) else [years]:
        for item in cast("list[object]", addresses) if isinstance(addresses, list) else [addresses]:
            own = cast("dict[str, object]", item) if isinstance(item, dict) else {"address": item}
            address, form = own.get("address"), own.get("format") or entry.get("format")
            source_id = own.get("source_id") or entry.get("source_id") or ""
            is_whole = isinstance(index, str) and isinstance(year, int) and isinstance(address, str)
            if not is_whole or form not in FORMATS:
                message = f"{place}: {SHAPE}; formats are {', '.join(FORMATS)}."
                raise DataError(message)
            yield WantedFile(str(index), int(str(year)), str(address), str(form), source_id=str(source_id))


class _Sources:
    """What data/sources.csv says of a source, by index and source id, else by the address."""

    def __init__(self, data: DataFolder) -> None:
        rows = data.tables["sources"].to_dict("records")
        self._by_id = {(str(row["index"]), str(row["source_id"])): row for row in rows}
        self._by_address = {str(row["address"]): row for row in rows if row["address"]}

    def described(self, file: WantedFile) -> WantedFile:
        row = self._by_id.get((file.index, file.source_id)) or self._by_address.get(file.address)
        if row is None:
            return file
        return WantedFile(
            file.index,
            file.year,
            file.address,
            file.format,
            title=str(row["title"]),
            publisher=str(row["publisher"]),
            published_on=str(row["published_on"]),
            source_id=str(row["source_id"]),
        )
