"""One file that is to be gathered: whose figures it holds, its address, and its place below data/raw/."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

LONGEST_NAME = 60


@dataclass(frozen=True)
class WantedFile:
    """A published file of one edition; what is not known of its source is empty.

    `format`: a key of `pages_that_are_not_data.FORMATS`. `published_on`: a date as far as it is known, e.g. 2023-07.
    """

    index: str
    year: int
    address: str
    format: str
    title: str = ""
    publisher: str = ""
    published_on: str = ""
    source_id: str = ""

    def place(self, raw_folder: Path) -> Path:
        """Where the file lies: <index>/<year>/<name in the address>-<6 digits of the address's hash>.<format>.

        The digits keep apart two addresses that end alike; the same address always has the same place.
        """
        # Not parsed as an address: what is none has its line in the summary too.
        path = unquote(re.sub(r"^\w+://[^/?#]*|[?#].*$", "", self.address)).rstrip("/")
        name = _ascii(path.rpartition("/")[2])
        stem = re.sub(rf"\.{self.format}$", "", name, flags=re.IGNORECASE)
        stem = re.sub(r"[^A-Za-z0-9]+", "-", stem).strip("-")[:LONGEST_NAME] or "page"
        digits = hashlib.sha256(self.address.encode("utf-8")).hexdigest()[:6]
        return raw_folder / self.index.lower() / str(self.year) / f"{stem}-{digits}.{self.format}"


def _ascii(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
