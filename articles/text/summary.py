"""What a body says in short: its plain words, how many, how long to read, how it begins."""

import re
from math import ceil

from articles.text.body import read, text_of
from articles.text.characters import UNSPACED

WORDS_A_MINUTE = 240

_UNSPACED = re.compile(f"[{UNSPACED}]")
_RUNNING_TEXT = {"p", "li"}
_LOOSE_END = " \n,;:–—-([“«‘„"


def words(body: str) -> str:
    """Give the plain text of a canonical body, a line end after each block and for each break."""
    return "\n".join(text_of(line.inside) for line in read(body) if line.inside)


def word_count(body: str) -> int:
    """Count the words, headings and captions too. In Chinese and Japanese every character is a word."""
    return sum(any(map(str.isalnum, word)) for word in _UNSPACED.sub(r" \g<0> ", words(body)).split())


def reading_minutes(body: str) -> int:
    """Estimate the reading time in minutes, at least 1."""
    return max(1, ceil(word_count(body) / WORDS_A_MINUTE))


def excerpt(body: str, characters: int = 200) -> str:
    """Give the first words of the running text: one line of so many characters at most, cut with an ellipsis.

    Headings, captions and tables are passed over, unless there is nothing else.
    """
    running = " ".join(text_of(line.inside) for line in read(body) if line.tag.name in _RUNNING_TEXT)
    return shortened(" ".join(running.split()) or " ".join(words(body).split()), characters)


def shortened(text: str, characters: int) -> str:
    """Cut one line of text after a word, with an ellipsis, to at most so many characters (at least 1)."""
    if len(text) <= characters:
        return text
    room = text[:characters]
    whole_words = room[: room.rfind(" ") + 1].rstrip(_LOOSE_END)
    return (whole_words or room[:-1]) + "…"
