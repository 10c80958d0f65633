"""Paragraphs of a body that is plain text, as agencies put it into their formats."""

import re
from collections.abc import Iterator, Sequence

from articles.importing.lines import Line, lines_in, one_line
from articles.importing.story import Block
from articles.text.clean import plain

_INDENT = re.compile("(?:[ \u00a0]{2}|[\t\u3000])[ \u00a0\t\u3000]*\\Z")
_WIDEST = 20  # characters of white space, of which two are enough


def blocks_of_text(text: str) -> tuple[Block, ...]:
    """The paragraphs of `text`: parted by blank lines; where there are none, by lines set in; else each line is one."""
    lines = list(lines_in(text))
    paragraphs = _parted(text, lines)
    return tuple(Block("p", plain(words)) for paragraph in paragraphs if (words := one_line(paragraph)))


def _parted(text: str, lines: Sequence[Line]) -> Iterator[list[str]]:
    words = [line.text for line in lines]
    last = max((at for at, line in enumerate(words) if line), default=-1)
    first = next((at for at, line in enumerate(words) if line), 0)
    if "" in words[first : last + 1]:
        begins = [not before for before in ["", *words]]
    elif any(_is_set_in(text, line) for line in lines[first + 1 : last + 1]):
        begins = [_is_set_in(text, line) for line in lines]
    else:
        begins = [True] * len(words)
    paragraph: list[str] = []
    for line, starts in zip(words, begins, strict=False):
        if starts and paragraph:
            yield paragraph
            paragraph = []
        paragraph += [line] if line else []
    yield paragraph


def _is_set_in(text: str, line: Line) -> bool:
    if not line.text:
        return False
    before = text[max(0, line.start - _WIDEST) : line.start]
    return _INDENT.search(before) is not None
