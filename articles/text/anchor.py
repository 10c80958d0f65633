"""Anchoring a passage so that it is found again after the text around it was rewritten.

A passage is remembered as the W3C Web Annotation model does it (TextQuoteSelector): by its own words and some before
and after. It is found exactly, or moved, or with small edits; in doubt it is an orphan, never attached to other words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import takewhile

from articles.text.tokens import tokens

CONTEXT = 48  # characters remembered on either side, more where they would not tell two places apart
KNOWN = 3  # words next to a passage that must still be there where its own do not tell enough
FEWEST = 12  # characters; fewer may stand anywhere by chance
LIKENESS = 0.8  # the share of characters that a passage must keep to be itself with small edits

_EDGE = ""  # the beginning or the end of the text, as a word


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage: its words (`exact`), some before (`prefix`) and after (`suffix`).

    Where the same words stood elsewhere too, `before` and `after` say how many words on that side tell this place from
    the others; both are 0 where they stood nowhere else.
    """

    exact: str
    prefix: str
    suffix: str
    before: int = 0
    after: int = 0


class Found(StrEnum):
    """How a passage was found again."""

    EXACT = "exact"
    MOVED = "moved"
    EDITED = "edited"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the passage is now, in characters of the text; both 0 for an orphan."""

    found: Found
    start: int = 0
    end: int = 0


ORPHAN = Place(Found.ORPHAN)


def find(passage: Anchor, text: str) -> Place:
    """Finds a passage in the text as it is now.

    *exact*: its words between the same neighbours. *moved*: its words, but other neighbours. *edited*: nearly its words
    between the same neighbours. *orphan*: gone, or two places could be meant.
    """
    length = len(passage.exact)
    places = [at for at in _all(passage.exact, text) if _is_cut_alike(passage, text, at)]
    if not places:
        return _edited(passage, text) if length >= FEWEST else ORPHAN
    own = [at for at in places if _is_own(passage, text, at)]
    if len(places) == 1 and not passage.before and length >= FEWEST:
        own = places  # the words stood nowhere else, and are enough to be known by
    if len(own) != 1:
        return ORPHAN
    found = Found.EXACT if _is_whole(passage, text, own[0]) else Found.MOVED
    return Place(found, own[0], own[0] + length)


class _Around:
    """The words around a stretch of text, from the nearest; the edge of the text counts as one."""

    def __init__(self, text: str, start: int, end: int, edges: tuple[bool, bool] = (True, True)) -> None:
        self.text, self.start, self.end = text, start, end
        before = [token.core for token in tokens(text[:start]) if token.core]
        after = [token.core for token in tokens(text[end:]) if token.core]
        self.before = before[::-1] + [_EDGE] * edges[0]
        self.after = after + [_EDGE] * edges[1]


def _run(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words next to two places are the same."""
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _is_own(passage: Anchor, text: str, at: int) -> bool:
    """Whether enough of the words on one side are still there."""
    behind, far = at + len(passage.exact), 2 * max(len(passage.prefix), len(passage.suffix), CONTEXT)
    first, last = max(0, at - far), min(len(text), behind + far)
    now = _Around(text[first:last], at - first, behind - first, (first == 0, last == len(text)))
    then = passage.prefix + passage.exact + passage.suffix
    edges = len(passage.prefix) < CONTEXT, len(passage.suffix) < CONTEXT
    was = _Around(then, len(passage.prefix), len(passage.prefix) + len(passage.exact), edges)
    before, after = max(passage.before, KNOWN), max(passage.after, KNOWN)
    return _run(was.before, now.before) >= min(before, len(was.before)) or _run(was.after, now.after) >= min(
        after, len(was.after)
    )


def _is_whole(passage: Anchor, text: str, at: int) -> bool:
    """Whether the words at a place stand between the very neighbours that are remembered."""
    behind = at + len(passage.exact)
    begins = at == 0 or bool(passage.prefix)
    ends = behind == len(text) or bool(passage.suffix)
    return begins and ends and text.endswith(passage.prefix, 0, at) and text.startswith(passage.suffix, behind)


def _is_cut_alike(passage: Anchor, text: str, at: int) -> bool:
    """Whether the place begins and ends between words where the passage did: "art" is not in "party"."""
    behind = at + len(passage.exact)
    begins = _joins(text[at - 1 : at] if at else "", passage.exact[0]) == _joins(passage.prefix[-1:], passage.exact[0])
    return begins and _joins(passage.exact[-1], text[behind : behind + 1]) == _joins(
        passage.exact[-1], passage.suffix[:1]
    )


def _joins(one: str, other: str) -> bool:
    return one.isalnum() and other.isalnum()


def _edited(passage: Anchor, text: str) -> Place:
    """The stretch between the remembered neighbours, if it is nearly what stood there, and no other is."""
    alike = sorted(
        ((_likeness(passage.exact, text[start:end]), start, end) for start, end in _between_neighbours(passage, text)),
        reverse=True,
    )
    if not alike or alike[0][0] < LIKENESS:
        return ORPHAN
    _likest, start, end = alike[0]
    if any(likeness >= LIKENESS and (last <= start or first >= end) for likeness, first, last in alike):
        return ORPHAN
    return Place(Found.EDITED, start, end)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _between_neighbours(passage: Anchor, text: str) -> Iterator[tuple[int, int]]:
    """The stretches that begin behind the nearest words before, and end before the nearest words after."""
    near, longest = CONTEXT // 2, len(passage.exact) * 3 // 2
    tail, head = passage.prefix[-near:], passage.suffix[:near]
    for begin in [at + len(tail) for at in _all(tail, text)] if tail else [0]:
        ends = _all(head, text, begin + 1) if head else iter([len(text)])
        for end in takewhile(lambda end, begin=begin: end <= begin + longest, ends):  # type: ignore[misc]
            if begin < end:
                yield begin, end


def _all(part: str, text: str, at: int = 0) -> Iterator[int]:
    """Every place where a part stands, overlapping ones too."""
    at = text.find(part, at)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
