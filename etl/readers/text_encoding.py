"""Bytes of a publisher's text file to text: UTF-8, UTF-16 and windows-1258; what is none of them is refused."""

import codecs
import re
import unicodedata

from etl.problems import Code, DataError, error

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What TCVN3 (ABC) letters look like where they are taken for Latin ones: "Hµ Néi", "TØnh B¾c K¹n", "§ång Nai".
TCVN3_SIGNS = re.compile(r"[A-Za-zÀ-ÿ][µμ¶·¸¹»¼½¾¨©ª«¬®\xad]|(?<![^\s(])[®§][A-Za-zÀ-ÿ]|[A-Za-z](?:Ø|ß|Þ)[a-z]")
# What UTF-8 looks like where it was taken for Latin-1 or windows-1252: "HÃ  Ná»™i", "Äà Nẵng".
MISREAD_UTF8_SIGNS = re.compile("á»|áº|Ã[\u0080-\u00ff\u2010-\u203a\u0160-\u017e€™]|Ä[‘\u0091]|Æ[°¡]")
SIGNS_TOLD = 3
LEFT_OVER_MARKS = re.compile("[\u0300-\u036f]")


def unreadable(shown_as: str, message: str, line: int | None = None) -> DataError:
    """A file that cannot be read, as the error that the commands tell; `message` says why and what to do."""
    return DataError(f"{shown_as} was not read.", [error(Code.FILE_UNREADABLE, shown_as, message, line)])


def decode(content: bytes, shown_as: str) -> str:
    """The text of a file in Unicode NFC.

    UTF-8 is recognised by its bytes, whatever the file declares of itself; UTF-16 by its byte order mark; anything
    else is windows-1258 where that makes whole Vietnamese letters. Raises DataError for TCVN3, text that was once
    saved in a wrong encoding, and bytes of no known encoding.
    """
    text = unicodedata.normalize("NFC", _decoded(content, shown_as))
    refuse_broken_letters(text, shown_as)
    return text


def refuse_broken_letters(text: str, shown_as: str) -> None:
    """Raise DataError where the letters of a text are not what the publisher wrote: TCVN3, mojibake, lost letters."""
    if len(signs := MISREAD_UTF8_SIGNS.findall(text)) >= SIGNS_TOLD:
        raise unreadable(
            shown_as,
            f"its letters are broken (such as '{_around(MISREAD_UTF8_SIGNS, text)}', {len(signs)} places): UTF-8 was "
            "saved as if it were Latin text. Download the file again, or take another copy.",
        )
    if len(TCVN3_SIGNS.findall(text)) >= SIGNS_TOLD:
        raise unreadable(
            shown_as,
            f"it is written in TCVN3 (ABC) letters (such as '{_around(TCVN3_SIGNS, text)}'), which are not supported. "
            "Convert it to Unicode (UTF-8) with a converter such as UniKey and read the result.",
        )
    if "\ufffd" in text:
        raise unreadable(
            shown_as,
            f"letters were lost when it was saved (such as '{_around(re.compile(chr(0xFFFD)), text)}'). "
            "Download the file again, or take another copy.",
        )


def _decoded(content: bytes, shown_as: str) -> str:
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                raise unreadable(shown_as, f"it says that it is {encoding} and is not; save it as UTF-8.") from None
    if b"\x00" in content:
        raise unreadable(shown_as, "it holds zero bytes, so it is no text file; check its format.")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as failure:
        line = content.count(b"\n", 0, failure.start) + 1
    try:
        text = unicodedata.normalize("NFC", content.decode("cp1258"))
    except UnicodeDecodeError:
        text = None
    # Each tone mark of windows-1258 must have joined its vowel, else it was another encoding.
    if text is None or LEFT_OVER_MARKS.search(text):
        refuse_broken_letters(content.decode("latin-1"), shown_as)
        raise unreadable(shown_as, "is neither UTF-8, UTF-16 nor windows-1258; save it as UTF-8.", line)
    return text


def _around(signs: re.Pattern[str], text: str) -> str:
    found = signs.search(text)
    if found is None:
        return ""
    start = max(text.rfind(" ", 0, found.start()) + 1, text.rfind(">", 0, found.start()) + 1, found.start() - 12)
    return " ".join(text[start : found.end() + 6].split())
