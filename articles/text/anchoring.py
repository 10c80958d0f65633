"""Anchoring many passages of one text: it is taken apart once, and no word is looked at that tells nothing.

What is remembered of each is what `articles.text.anchor` says of one.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice, takewhile

from articles.text.anchor import CONTEXT, Anchor
from articles.text.tokens import tokens

FARTHEST = 30
"""Words on either side that are compared, at most: where a text repeats itself for longer, a passage is in doubt."""

Word = tuple[str, int]
"""A word and its outer end: the character at which it begins before a passage, or ends behind one. The edge is ""."""


class Anchoring:
    """A text of which passages are to be remembered."""

    def __init__(self, text: str) -> None:
        self.text = text

    def anchor(self, start: int, end: int) -> Anchor:
        """Remembers the characters from `start` to `end`, with as much around them as tells them from other places.

        Raises ValueError for a stretch that is empty or not of the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"No passage from {start} to {end} in a text of {len(self.text)} characters.")
        exact = self.text[start:end]
        first, last, before, after = start - CONTEXT, end + CONTEXT, 0, 0
        if others := [at for at in self._places(exact) if at != start]:
            before, begins = _telling(self._before, start, others)
            after, ends = _telling(self._after, end, [at + len(exact) for at in others])
            first, last = min(first, begins), max(last, ends)
        return Anchor(exact, self.text[max(0, first) : start], self.text[end:last], before, after)

    def _places(self, part: str) -> Iterator[int]:
        """Every place where a part stands, overlapping ones too."""
        at = self.text.find(part)
        while at >= 0:
            yield at
            at = self.text.find(part, at + 1)

    @cached_property
    def _words(self) -> tuple[list[str], list[int], list[int]]:
        """The words, and where each begins and ends."""
        cores, begins, ends, at = [], [], [], 0
        for white, core in tokens(self.text):
            begin = at + len(white)
            at = begin + len(core)
            if core:
                cores.append(core)
                begins.append(begin)
                ends.append(at)
        return cores, begins, ends

    def _before(self, at: int) -> Iterator[Word]:
        """The words before a character, from the nearest; the edge of the text counts as one."""
        cores, begins, ends = self._words
        whole = bisect_right(ends, at)
        if whole < len(cores) and begins[whole] < at:  # the passage begins within a word
            for white, core in reversed(tokens(self.text[begins[whole] : at])):
                yield white + core, begins[whole]
        for place in range(whole - 1, -1, -1):
            yield cores[place], begins[place]
        yield "", 0

    def _after(self, at: int) -> Iterator[Word]:
        """The words behind a character, from the nearest."""
        cores, begins, ends = self._words
        whole = bisect_left(begins, at)
        if whole and ends[whole - 1] > at:
            for white, core in tokens(self.text[at : ends[whole - 1]]):
                yield white + core, ends[whole - 1]
        for place in range(whole, len(cores)):
            yield cores[place], ends[place]
        yield "", len(self.text)


def _telling(words: Callable[[int], Iterator[Word]], at: int, others: Sequence[int]) -> tuple[int, int]:
    """How many words on one side tell a place from the others, and how far they reach."""
    own = list(islice(words(at), FARTHEST))
    alike = max(_run(own, words(other)) for other in others)
    return alike + 1, own[min(alike, len(own) - 1)][1]


def _run(own: Sequence[Word], other: Iterator[Word]) -> int:
    """How many words next to two places are the same."""
    return sum(1 for _pair in takewhile(lambda pair: pair[0][0] == pair[1][0], zip(own, other, strict=False)))


def anchor(text: str, start: int, end: int) -> Anchor:
    """Remembers one passage of a text; see `Anchoring.anchor`."""
    return Anchoring(text).anchor(start, end)
