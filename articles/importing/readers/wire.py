"""Plain-text wire copy: a headline, a blank line, a teaser, perhaps the headline again, paragraphs, a sign-off.

The reader only finds the blocks; what they mean is the business of the named steps.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from django.utils.translation import gettext as _

from articles.importing.decoding import decode
from articles.importing.errors import BadInput
from articles.importing.item import Item
from articles.importing.lines import (
    Line,
    bare,
    bold,
    ends_in_full_stop,
    ends_sentence,
    is_prose,
    lines_in,
    one_line,
    same_words,
)
from articles.importing.readers.reader import Reader, one_item
from articles.importing.story import Block, Story
from articles.text.clean import plain
from bylines.names import parse_signoff

LONGEST_HEADLINE = 300  # characters, as long as an article may carry
WIDEST_WRAPPED = 120  # characters; nobody wraps lines wider than that, so that each longer line is a paragraph

_MARKUP = re.compile(r"<[!?a-zA-Z]|\{\\rtf|%PDF-|%!PS")
_DECLARATION = re.compile(r"(?:mime-version|content-[\w-]+):", re.IGNORECASE)


def read(item: Item) -> Story:
    """The story in `item`. Raises `BadInput` (empty, binary, encoding, no-headline, no-body) with its place."""
    decoded = decode(item.content, item.envelope.get("encoding"))
    declaration, lines = _declaration(list(lines_in(decoded.text)))
    taken = _taken_by_headline(lines)
    headline = " ".join(line.text for line in lines[:taken])
    rest = lines[taken:]
    reason = _not_a_headline(headline, taken, rest)
    if reason:
        raise BadInput("no-headline", reason, **decoded.place(lines[0].start if lines else 0))
    found = Story(headline, blocks=tuple(_blocks(rest, headline, taken)), steps=decoded.steps)
    return found.after("encoding-declaration", [(line.text, "") for line in declaration])


def _declaration(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Lines that told the encoding ("Content-Type: text/plain; charset=…" and its kin), and the text from its first."""
    begins = next((at for at, line in enumerate(lines) if line.text and not _DECLARATION.match(line.text)), len(lines))
    told = [line for line in lines[:begins] if line.text]
    if any("charset" in line.text.casefold() for line in told):
        return told, lines[begins:]
    return [], lines[next((at for at, line in enumerate(lines) if line.text), len(lines)) :]


def _taken_by_headline(lines: Sequence[Line]) -> int:
    """How many lines the headline takes: it goes on where the next one begins with a small letter."""
    return next((at for at, line in enumerate(lines) if at and not line.text[:1].islower()), len(lines))


def _not_a_headline(headline: str, taken: int, rest: Sequence[Line]) -> str | None:
    """What keeps the first lines from being a headline, if anything. One that is told twice surely is one."""
    words = plain(bold(headline) or headline)
    if not any(map(str.isalnum, words)):
        return _("The first line has no words. Begin with a headline.")
    if _MARKUP.match(headline):
        return _("It begins with markup, not with a headline: it is no plain text.")
    paragraph = is_prose(words) or (taken > 1 and ends_in_full_stop(words))
    if len(words) > LONGEST_HEADLINE or (paragraph and not any(same_words(line.text, headline) for line in rest)):
        return _("It begins with a paragraph. Put a headline and a blank line before it.")
    return None


def _blocks(lines: Sequence[Line], headline: str, taken: int) -> Iterator[Block]:
    """Paragraphs joined from their lines; a bold line, the headline again and a sign-off are blocks of their own."""
    told = bare(headline)
    lines = list(_with_headline_in_one(lines, told, taken)) if taken > 1 else lines
    last = next((line for line in reversed(lines) if line.text), None)
    for has_words, group in groupby(lines, key=lambda line: bool(line.text)):
        if has_words:
            yield from _paragraphs([(line, bool(bold(line.text)) or bare(line.text) == told) for line in group], last)


def _with_headline_in_one(lines: Sequence[Line], told: str, taken: int) -> Iterator[Line]:
    """The lines, with a headline that comes again over as many lines as the first time made one."""
    at = 0
    while at < len(lines):
        whole = Line(" ".join(line.text for line in lines[at : at + taken]), lines[at].start)
        again = bare(whole.text) == told
        yield whole if again else lines[at]
        at += taken if again else 1


def _paragraphs(run: Sequence[tuple[Line, bool]], last: Line | None) -> Iterator[Block]:
    """The blocks in lines without a blank one between; with each line comes whether it stands alone."""
    width = max(len(line.text) for line, _alone in run)
    paragraph = [run[0][0]]
    for (before, was_alone), (line, alone) in pairwise(run):
        signs_off = line is last and ends_sentence(before.text) and parse_signoff(line.text)
        if was_alone or alone or signs_off or not _is_wrapped(before, line, width):
            yield _block(paragraph)
            paragraph = []
        paragraph.append(line)
    yield _block(paragraph)


def _block(paragraph: Sequence[Line]) -> Block:
    return Block("p", one_line([line.text for line in paragraph]), paragraph[0].start)


def _is_wrapped(before: Line, line: Line, width: int) -> bool:
    """Whether one paragraph goes on from line to line, in a run of lines at most `width` wide.

    Where a sentence ends, it does so only if the next word found no room.
    """
    if not ends_sentence(before.text):
        return width <= WIDEST_WRAPPED or line.text[:1].islower()
    next_word = line.text.split(" ", 1)[0]
    return width <= WIDEST_WRAPPED and len(before.text) + 1 + len(next_word) > width


READER = Reader("wire", lambda _head: True, one_item("wire"), read)
