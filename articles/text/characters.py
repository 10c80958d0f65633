"""Which characters a story may carry, and how its white space is folded."""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_SPACES = re.compile("[ \t\n\r\v\f\x85\u2028\u2029]+")
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 and C1 controls, save those that part words
    "\u202a-\u202e\u2066-\u2069"  # bidirectional overrides and their kin: text that lies about its order
    "\ufeff\ufffe\uffff\ud800-\udfff]"  # byte order mark, what XML forbids, halves of a character
)
_FORBIDDEN_ASCII = bytes(code for code in range(128) if _FORBIDDEN.match(chr(code)))
_INVISIBLE = re.compile("[\\s\u00ad\u200b-\u200f\u2060]*")

# Chinese and Japanese are written without spaces: there every character counts as a word.
UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"


def without_controls(text: str) -> str:
    """Drop the characters no story may carry. No-break spaces, joiners and direction marks are kept."""
    if text.isascii():  # where bytes do the same several times as fast
        return text.encode().translate(None, _FORBIDDEN_ASCII).decode()
    return _FORBIDDEN.sub("", text)


def folded(text: str) -> str:
    """Make every run of spaces, tabs and line ends one space; the ends keep theirs. No-break spaces stay."""
    return _SPACES.sub(" ", text)


def composed(text: str) -> str:
    """Give the text in Unicode's composed form (NFC), so that equal words are equal bytes."""
    return unicodedata.normalize("NFC", text)


def lines_of(text: str) -> list[str]:
    """Split at every line end known to Unicode."""
    return _LINE_ENDS.split(text)


def is_blank(text: str) -> bool:
    """Say whether a reader would see nothing at all."""
    return _INVISIBLE.fullmatch(text) is not None
