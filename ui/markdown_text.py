"""Text from the address, a file or a source in places where Streamlit reads Markdown."""

import re

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def plain_markdown(text: str) -> str:
    """Return a text so that nothing in it is read as Markdown."""
    return _PUNCTUATION.sub(r"\\\1", text)
