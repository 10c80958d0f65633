"""Words as a reader compares them: with the white space before each, without punctuation stuck to them."""

import re
from typing import NamedTuple

from articles.text.characters import UNSPACED

_PUNCTUATION = (
    "!-/:-@\\[-`{-~\u00a1-\u00bf\u2010-\u205e"  # Latin
    "\u060c\u061b\u061f\u0964\u3001-\u3003\u3008-\u3011\uff01-\uff0f"  # Arabic, Devanagari, Chinese
)
_WORD = f"[^\\s{_PUNCTUATION}{UNSPACED}]+"
_TOKEN = re.compile(rf"(?!\Z)(\s*)([{UNSPACED}]|{_WORD}(?:['’.,-]{_WORD})*|\S|\Z)")


class Token(NamedTuple):
    """A word or punctuation mark with the white space before it; white space that ends a text has no core."""

    white: str
    core: str


def tokens(text: str) -> list[Token]:
    """Take a text apart; joining every `white + core` gives it back."""
    return [Token(*found.groups()) for found in _TOKEN.finditer(text)]


def is_word(token: Token) -> bool:
    """Tell words and numbers from punctuation."""
    return any(map(str.isalnum, token.core))
