"""The terms of a text, by which it is found: its words without case and accents, cut to their stems.

What is looked for is cut in the same way, so that every engine finds the same. Stems are Snowball's, of the language
of the house. No word is left out for being common: "The Who" are found, too.
"""

import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import Protocol

from Stemmer import Stemmer

from articles.text.fingerprint import Fingerprint

Terms = bytes
"""Terms in UTF-8, each once, in the order of their bytes, a space between."""

LONGEST = 64  # letters of a term; no word that anybody looks for is longer

MOST = 1_000_000
"""Bytes of the terms of one text: PostgreSQL refuses an entry of more than a megabyte."""

_LANGUAGES = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish",
    "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
    "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian", "no": "norwegian", "pl": "polish",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil",
    "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
_PART_OF_A_LETTER = frozenset({0, 7, 8, 9})  # classes of marks that make another letter of one, as が of か: no accents


class Lines(Protocol):
    """What is said of a story beside its body."""

    @property
    def headline(self) -> str: ...
    @property
    def dek(self) -> str: ...
    @property
    def kicker(self) -> str: ...
    @property
    def slugline(self) -> str: ...


def terms_of_copy(lines: Lines, body: Fingerprint, language: str) -> Terms:
    """What the desk finds a working copy by: its lines, then its body."""
    told = Fingerprint("\n".join([lines.headline, lines.dek, lines.kicker, lines.slugline]))
    return terms([*told.words, *body.words], language)


def terms(words: Iterable[bytes], language: str) -> Terms:
    """The terms of `words` (in UTF-8, without case), cut as the BCP 47 tag `language` wants; not at all where Snowball
    does not know the language. Of more than a megabyte, those that came first.
    """
    told = _told(language)
    found = dict.fromkeys(chain.from_iterable(map(told.__getitem__, words)))
    joined = b" ".join(sorted(found))
    return joined if len(joined) <= MOST else b" ".join(sorted(b" ".join(found)[:MOST].split()[:-1]))


class _Told(dict[bytes, tuple[bytes, ...]]):
    """The terms of a word: most often one, two of "AT&T", none of "&". What was asked is kept."""

    KEPT = 1 << 16

    def __init__(self, language: str) -> None:
        super().__init__()
        self._algorithm = _LANGUAGES.get(language.partition("-")[0].lower())

    def __missing__(self, word: bytes) -> tuple[bytes, ...]:
        parts = _apart(word.decode("utf-8", "replace"))
        # A stemmer may not be shared between threads, and making one costs little.
        stemmed = Stemmer(self._algorithm, 0).stemWords(parts) if self._algorithm else parts
        told = tuple(part[:LONGEST].encode() for part in stemmed)
        if len(self) >= self.KEPT:
            self.clear()
        if len(word) <= LONGEST:
            self[word] = told
        return told


@cache
def _told(language: str) -> _Told:
    return _Told(language)


def _apart(word: str) -> list[str]:
    """The runs of letters and digits in a word, without accents."""
    letters = unicodedata.normalize("NFKD", word).casefold()
    plain = unicodedata.normalize("NFC", "".join(filter(_is_no_accent, letters)))
    return "".join(letter if _is_kept(letter) else " " for letter in plain).split()


def _is_no_accent(letter: str) -> bool:
    return unicodedata.combining(letter) in _PART_OF_A_LETTER


def _is_kept(letter: str) -> bool:
    """Whether it is a letter, a digit, or a sign that belongs to the letter before, as vowels do in Hindi."""
    return letter.isalnum() or unicodedata.category(letter).startswith("M")
