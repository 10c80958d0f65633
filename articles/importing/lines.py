"""Lines of plain-text copy: where each begins, whether it is bold as a whole, whether two say the same."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from articles.text.characters import UNSPACED, composed, folded, is_blank

_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]|\\Z")
_BOLD = re.compile(r"\*\*(?![\s*])((?:(?!\*\*).)+)(?<!\s)\*\*")

_CLOSING = "[\"'”’»)\\]*」』]*$"
_ENDS_SENTENCE = re.compile(f"[.!?…:;。！？।؟۔]{_CLOSING}")
_FULL_STOP = re.compile(f'(?:(?<=[^\\W\\d_]{{2}})|(?<=[\\d%”"’»)\\]]))[.।۔]{_CLOSING}|。{_CLOSING}')
_SENTENCE_WITHIN = re.compile(r"[^\W\d_]{3,}[\"'”’»)]*[.!?][\"'”’»)]*\s+[\"'“‘«(]*[^\W\d_]")

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_PUNCTUATION = re.compile(
    "[!-#%-*,-/:;?@\\[-\\]_{}¡§«¶·»¿\u2010-\u2027\u2030-\u205e"
    "،؛؟۔।॥\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff0f\uff1a\uff1b\uff1f]"
)
_UNSPACED = re.compile(f"[{UNSPACED}\u3000-\u303f\uff01-\uff65]")  # with the punctuation of these scripts


@dataclass(frozen=True, slots=True)
class Line:
    """One line, its white space folded, and where its words begin in the text."""

    text: str
    start: int


def lines_in(text: str) -> Iterator[Line]:
    """The lines of `text`; those a reader would see nothing of are empty, and a paragraph separator makes one."""
    start = 0
    for end in _LINE_END.finditer(text):
        raw = text[start : end.start()]
        words = folded(raw).strip()
        if is_blank(words):
            yield Line("", start)
        else:
            yield Line(words, start + len(raw) - len(raw.lstrip()))
        start = end.end()
        if end[0] == "\u2029":
            yield Line("", start)


def one_line(texts: Sequence[str]) -> str:
    """The lines of a paragraph as one: with spaces between, save where the script has none."""
    return "".join([*texts[:1], *(_seam(one, other) + other for one, other in pairwise(texts))])


def bold(line: str) -> str:
    """The words of a line that is bold as a whole by asterisks, or nothing."""
    found = _BOLD.fullmatch(line)
    return found[1] if found else ""


@lru_cache(8)  # headline, teaser and the first paragraphs are compared with each other, several times
def bare(line: str) -> str:
    """The words of a line without bold, punctuation, case and spaces that make no difference."""
    letters = composed(_INVISIBLE.sub("", bold(line) or line)).casefold()
    return " ".join(_PUNCTUATION.sub(" ", letters).split())


def same_words(one: str, other: str) -> bool:
    """Whether two lines say the same."""
    return bare(one) == bare(other) != ""


def ends_sentence(line: str) -> bool:
    """Whether a sentence, or a part that stands by itself, ends with the line."""
    return bool(_ENDS_SENTENCE.search(line))


def ends_in_full_stop(text: str) -> bool:
    """Whether `text` ends as headlines hardly ever do: they end in question marks, or abbreviations ("in the U.S.")."""
    return bool(_FULL_STOP.search(text))


def is_prose(text: str) -> bool:
    """Whether `text` reads like a paragraph rather than a headline: a long sentence, or several."""
    return ends_in_full_stop(text) and (len(text) > 120 or bool(_SENTENCE_WITHIN.search(text)))


def _seam(one: str, other: str) -> str:
    return "" if _UNSPACED.match(one[-1:]) and _UNSPACED.match(other[:1]) else " "
