"""The marks of footnotes behind names, numbers and headings: "[1]", "(1)", "(*)", "*", "¹"."""

import re

# A word in brackets is no mark: only digits, one letter or stars are, so "(Sài Gòn)" and "(0,727)" stay.
MARK = r"(?:\[[\w*†‡,]{1,5}\]|\((?:\d{1,2}|[A-Za-z]|[*†‡]{1,3})\)|[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰]+)"
MARKS = re.compile(rf"(?:\s*{MARK})+$")


def without_marks(text: str) -> str:
    """A text without the marks of footnotes behind it; a text that is nothing but marks becomes empty."""
    return MARKS.sub("", text)
