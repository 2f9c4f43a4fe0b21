"""Writes small PDFs with Vietnamese text at given places, and lines: the shapes that the publishers' annexes have.

No font is embedded: a reader takes letters from the map to Unicode and widths from the font's default.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

WIDTH, HEIGHT = 595, 842
LETTER = 0.5  # of the size: how wide each letter is
NARROW_LETTER = 0.3  # the same of the second font
SECOND_FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /Other /Encoding /Identity-H /ToUnicode 5 0 R /DescendantFonts "
    "[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Other /DW 300 "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
    "/FontDescriptor << /Type /FontDescriptor /FontName /Other /Flags 4 /Ascent 1100 /Descent -500 "
    "/FontBBox [0 -500 1000 1100] /ItalicAngle 0 /CapHeight 700 /StemV 80 >> >>] >>"
)


@dataclass
class PdfPage:
    """One page, A4; places in points from the upper left corner."""

    parts: list[str] = field(default_factory=list)

    def text(self, left: float, top: float, text: str, size: float = 10) -> None:
        """Write a text whose upper left corner is at a place."""
        self.parts.append(f"BT /F {size} Tf 1 0 0 1 {left} {HEIGHT - top - size} Tm <{_hexed(text)}> Tj ET")

    def text_in_two_fonts(self, left: float, top: float, text: str, lent: str, *, upwards: bool = False) -> None:
        """Write a text whose letters `lent` are of a second font: narrower, and with another height."""
        place, base = 0.0, HEIGHT - top - 10
        for letter in text:
            font, width = ("G", NARROW_LETTER) if letter in lent else ("F", LETTER)
            matrix = f"0 1 -1 0 {left + 10} {HEIGHT - top + place}" if upwards else f"1 0 0 1 {left + place} {base}"
            self.parts.append(f"BT /{font} 10 Tf {matrix} Tm <{_hexed(letter)}> Tj ET")
            place += width * 10

    def text_right(self, right: float, top: float, text: str, size: float = 10) -> None:
        """Write a text that ends at a place."""
        self.text(right - len(text) * LETTER * size, top, text, size)

    def text_upwards(self, left: float, bottom: float, text: str, size: float = 10) -> None:
        """Write a text that runs up the page from a place."""
        self.parts.append(f"BT /F {size} Tf 0 1 -1 0 {left + size} {HEIGHT - bottom} Tm <{_hexed(text)}> Tj ET")

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a line."""
        self.parts.append(f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")

    def picture(self) -> None:
        """Cover the page with a picture, as a scan does."""
        self.parts.append(f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q")

    def ruled_table(self, top: float, edges: Sequence[float], rows: Iterable[Sequence[str]], high: float = 30) -> float:
        """Draw a table with lines around every cell; "|" in a text begins a new line in its cell. Gives its bottom."""
        rows = list(rows)
        for number, row in enumerate(rows):
            for left, text in zip(edges, row, strict=False):
                for position, part in enumerate(text.split("|")):
                    if part:
                        self.text(left + 3, top + number * high + 4 + position * 12, part)
        bottom = top + len(rows) * high
        for number in range(len(rows) + 1):
            self.line(edges[0], top + number * high, edges[-1], top + number * high)
        for edge in edges:
            self.line(edge, top, edge, bottom)
        return bottom


def write_pdf(path: Path, pages: Sequence[PdfPage], rotate: int = 0) -> Path:
    """Write the pages as a PDF file; `rotate` is how a viewer turns each page."""
    letters = sorted({letter for page in pages for part in page.parts for letter in _letters(part)})
    maps = "".join(f"<{code}> <{code}>\n" for code in letters)
    to_unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(letters)} beginbfchar\n{maps}endbfchar\nendcmap end end"
    )
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        (
            "<< /Type /Font /Subtype /Type0 /BaseFont /Arial /Encoding /Identity-H "
            "/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>"
        ),
        (
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Arial /DW 500 "
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            "/FontDescriptor << /Type /FontDescriptor /FontName /Arial /Flags 4 /Ascent 800 /Descent -200 "
            "/FontBBox [0 -200 1000 800] /ItalicAngle 0 /CapHeight 700 /StemV 80 >> >>"
        ),
        _stream(to_unicode),
    ]
    for number, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {rotate} "
            f"/Resources << /Font << /F 3 0 R /G {SECOND_FONT} >> >> /Contents {7 + 2 * number} 0 R >>"
        )
        objects.append(_stream("\n".join(page.parts)))
    path.write_bytes(_file(objects))
    return path


def _file(objects: Sequence[str]) -> bytes:
    content = b"%PDF-1.4\n"
    places: list[int] = []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    begin = len(content)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return content + f"{head}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{begin}\n%%EOF\n".encode()


def _stream(text: str) -> str:
    return f"<< /Length {len(text)} >>\nstream\n{text}\nendstream"


def _hexed(text: str) -> str:
    return "".join(f"{ord(letter):04X}" for letter in text)


def _letters(part: str) -> list[str]:
    hexed = part.partition("<")[2].partition(">")[0]
    return [hexed[place : place + 4] for place in range(0, len(hexed), 4)]
