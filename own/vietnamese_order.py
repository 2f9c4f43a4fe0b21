"""The order of names in a Vietnamese dictionary: letters first (a ă â b c d đ …), tones only between equal letters."""

import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_POSITION = {letter: chr(0x41 + number) for number, letter in enumerate(_LETTERS)}
# Level, falling, asking, tumbling, rising, heavy: the order of the dictionary.
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}


def sort_key(name: str) -> str:
    """Return a text that sorts a name into its place; numbers and signs stand before letters."""
    letters: list[str] = []
    tones: list[str] = []
    for letter in unicodedata.normalize("NFC", name.casefold()):
        parts = unicodedata.normalize("NFD", letter)
        tone = next((_TONES[mark] for mark in parts if mark in _TONES), "0")
        plain = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in _TONES))
        letters.append(_POSITION.get(plain, plain if plain < "A" else f"~{plain}"))
        tones.append(tone)
    return "".join(letters) + "\0" + "".join(tones)
