"""The two languages of the pages: English sentences in the code, Vietnamese ones from the gettext catalogues."""

from functools import cache
from pathlib import Path
from typing import Literal

from babel.messages.pofile import read_po

LanguageCode = Literal["vi", "en"]
LANGUAGE_CODES: tuple[LanguageCode, ...] = ("vi", "en")

LOCALES = Path(__file__).parent.parent / "locales"


class Language:
    """One language: translates the sentences of the code and fills them in."""

    def __init__(self, code: LanguageCode) -> None:
        """Choose a language by its code."""
        self.code: LanguageCode = code
        self._sentences = _catalogue() if code == "vi" else {}

    def __eq__(self, other: object) -> bool:
        """Two languages are the same when their codes are."""
        return isinstance(other, Language) and other.code == self.code

    def __hash__(self) -> int:
        """Hash by code, so that a language can be part of a cached question."""
        return hash(self.code)

    def text(self, sentence: str, **fields: object) -> str:
        """Say an English sentence of the code in this language, with its {fields} filled in.

        A sentence without a translation is said in English: the tests find it before a reader does.
        """
        translated = self._sentences.get(sentence, sentence)
        return translated.format(**fields) if fields else translated

    def counted(self, one: str, many: str, count: int, **fields: object) -> str:
        """Say a sentence that differs with a count; Vietnamese has one form, kept under the sentence for many."""
        sentence = one if self.code == "en" and abs(count) == 1 else many
        return self.text(sentence, count=count, **fields)


@cache
def language(code: LanguageCode) -> Language:
    """Return the language of a code, one object for all sessions."""
    return Language(code)


@cache
def _catalogue() -> dict[str, str]:
    sentences: dict[str, str] = {}
    for file in sorted((LOCALES / "vi" / "LC_MESSAGES").glob("*.po")):
        with file.open("rb") as stream:
            for message in read_po(stream, locale="vi"):
                if message.id and message.string:
                    sentences[str(message.id)] = str(message.string)
    return sentences
