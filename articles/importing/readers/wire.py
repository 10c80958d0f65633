"""Plain-text wire copy: a headline, a blank line, a teaser, perhaps the headline again, paragraphs, a sign-off.

The reader only finds the blocks; what they mean is the business of the named steps.
"""

import re

from articles.importing.decoding import Decoded
from articles.importing.errors import BadInput
from articles.importing.story import Block, Story
from articles.text.clean import plain

LONGEST_HEADLINE = 300
_BOLD_LINE = re.compile(r"\*\*(?!\s)(.+?)(?<!\s)\*\*")
_SENTENCES = re.compile(r"[.!?][\"”’)]*\s+\S.*[.!?][\"”’)]*$")


def read(decoded: Decoded) -> Story:
    """The story in `decoded`. Raises `BadInput` (no-headline, no-body) with its line."""
    lines = list(_lines(decoded.text))
    first = next((line for line in lines if line.text), None)
    if first is None:
        raise BadInput("empty", "there is nothing in it but white space")
    headline = plain(_unbold(first.text))
    rest = lines[lines.index(first) + 1 :]
    if not any(letter.isalnum() for letter in headline):
        raise BadInput("no-headline", "the first line has no words", line=first.line)
    if _is_prose(headline, rest):
        raise BadInput("no-headline", "the text begins with a paragraph instead of a headline", line=first.line)
    blocks = tuple(_blocks(rest, headline))
    if not blocks:
        raise BadInput("no-body", "nothing follows the headline", line=first.line)
    return Story(headline=headline, blocks=blocks)


def same_words(one: str, other: str) -> bool:
    """Whether two lines say the same, whatever their quotation marks, case and spaces."""
    return _bare(one) == _bare(other)


def _bare(line: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", "", _unbold(line)).casefold().split())


def _unbold(line: str) -> str:
    whole = _BOLD_LINE.fullmatch(line)
    return whole[1] if whole else line


def _is_prose(headline: str, rest: list[Block]) -> bool:
    """Whether the first line is a paragraph: too long, several sentences, or the first line of a wrapped one."""
    wrapped = bool(rest) and bool(rest[0].text) and not _stands_alone(rest[0].text, headline)
    return (
        len(headline) > LONGEST_HEADLINE
        or bool(_SENTENCES.search(headline))
        or (headline.endswith(".") and len(headline) > 120)
        or (wrapped and rest[0].text[:1].islower())
    )


def _lines(text: str) -> list[Block]:
    found, start = [], 0
    for number, line in enumerate(re.split(r"(?<=\n)|(?<=\r)(?!\n)|(?<=\x85)|(?<=\u2028)", text), start=1):
        words = line.strip()
        found.append(Block("line", words, start + line.index(words) if words else start, number))
        start += len(line)
    return found


def _stands_alone(line: str, headline: str) -> bool:
    return bool(_BOLD_LINE.fullmatch(line)) or same_words(line, headline)


def _blocks(lines: list[Block], headline: str) -> list[Block]:
    """Paragraphs joined from their lines; a bold line or the headline again is a block of its own."""
    blocks: list[Block] = []
    open_paragraph = False
    for line in lines:
        if not line.text:
            open_paragraph = False
        elif _stands_alone(line.text, headline):
            blocks.append(Block("p", line.text, line.start, line.line))
            open_paragraph = False
        elif open_paragraph:
            last = blocks[-1]
            blocks[-1] = Block("p", f"{last.text} {line.text}", last.start, last.line)
        else:
            blocks.append(Block("p", line.text, line.start, line.line))
            open_paragraph = True
    return blocks
