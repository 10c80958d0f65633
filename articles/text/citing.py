"""Marks of cited passages in a canonical body: which there are, how one is put in, how it is taken out.

A word carries one key. A passage within another is a quote within a quote: the inner one has the mark, and its words
count for both (`articles.text.passages`). Passages that overlap in any other way cannot be, and are refused. Nothing
but marks ever changes.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from articles.text.clean import CleanBody
from articles.text.passages import Block, Stretch, blocks_of, key_of, passages, runs_of
from articles.text.runs import Marks, paragraphs

_KEY = "[A-Za-z0-9-]{1,36}"
_MARK = re.compile(f'<mark data-citation="({_KEY})">')


class Taken(ValueError):
    """The words belong to another passage, which neither holds them as a quote within it nor is one within them."""


def is_key(key: str) -> bool:
    """Whether a mark can be named so."""
    return re.fullmatch(_KEY, key) is not None


def keys_of(body: str) -> set[str]:
    """The keys of all marks in a canonical body."""
    return set(_MARK.findall(body)) if "<mark" in body else set()


def with_mark(body: str, key: str, stretches: Iterable[tuple[int, int]]) -> CleanBody:
    """Mark words of a canonical body, given as characters of its whole text, as the passage of `key`.

    White space at the ends of a stretch is not marked. Raises `Taken` where the words belong to another passage, and
    ValueError for a stretch that is not of the text.
    """
    blocks = blocks_of(body)
    others = {other: passage.stretches for other, passage in passages(body).items() if other != key}
    wanted: dict[int, list[_Wanted]] = {}
    length = blocks[-1].end if blocks else 0
    for start, end in stretches:
        if not 0 <= start < end <= length:
            raise ValueError(f"No stretch from {start} to {end} in this text.")
        for block in blocks:
            if part := _part(block, start, end):
                wanted.setdefault(block.line, []).append(_Wanted(part, _around(part, others)))

    def marked(block: Block) -> str:
        here = wanted[block.line]
        cuts = sorted({at for one in here for at in one.part})
        return _rewritten(block, cuts, lambda at, marks: _with_key(marks, key, at, here))

    return _with_blocks(body, {block.line: marked(block) for block in blocks if block.line in wanted})


def without_marks(body: str, keys: Collection[str] | None = None) -> CleanBody:
    """Take out the marks of some keys, or all of them; every word stays."""

    def bare(_at: int, marks: Marks) -> Marks:
        here = key_of(marks)
        return marks - {("mark", here)} if keys is None or here in keys else marks

    if "<mark" not in body:
        return CleanBody(body)
    marked = [block for block in blocks_of(body) if "<mark" in block.inside]
    return _with_blocks(body, {block.line: _rewritten(block, (), bare) for block in marked})


def without_stretches(body: str, key: str, stretches: Collection[Stretch]) -> CleanBody:
    """Take the mark of `key` off some of its stretches; every word stays."""

    def bare(at: int, marks: Marks) -> Marks:
        off = key_of(marks) == key and any(start <= at < end for start, end in stretches)
        return marks - {("mark", key)} if off else marks

    marked = [block for block in blocks_of(body) if "<mark" in block.inside]
    return _with_blocks(body, {block.line: _rewritten(block, (), bare) for block in marked})


@dataclass(frozen=True)
class _Wanted:
    """A stretch to mark within one block, and the keys of the passages that hold it as a quote within theirs."""

    part: Stretch
    around: frozenset[str]


def _part(block: Block, start: int, end: int) -> Stretch | None:
    """What of a stretch is in a block, without white space at its ends."""
    first, last = max(start, block.start), min(end, block.end)
    words = block.text[first - block.start : max(0, last - block.start)]
    if not words.strip():
        return None
    return Stretch(first + len(words) - len(words.lstrip()), last - len(words) + len(words.rstrip()))


def _around(part: Stretch, others: dict[str, tuple[Stretch, ...]]) -> frozenset[str]:
    """The passages around a stretch. Raises `Taken` for one that is neither around it nor within it."""
    around = set()
    for key, stretches in others.items():
        for start, end in stretches:
            if end <= part.start or part.end <= start:
                continue
            if start < part.start and part.end < end:
                around.add(key)
            elif not (part.start < start and end < part.end):
                raise Taken(f"Characters {part.start} to {part.end} overlap with the passage {key}.")
    return frozenset(around)


def _with_key(marks: Marks, key: str, at: int, wanted: Sequence[_Wanted]) -> Marks:
    held = key_of(marks)
    for part, around in ((one.part, one.around) for one in wanted):
        if part.start <= at < part.end and (not held or held in around):
            return marks - {("mark", held)} | {("mark", key)}
    return marks


def _rewritten(block: Block, cuts: Sequence[int], change: Callable[[int, Marks], Marks]) -> str:
    """The line of a block whose words have other marks: `change` is asked for each run and between any two cuts."""
    runs = [(text, change(at, marks)) for at, text, marks in _cut(block, cuts)]
    return f"{block.tag.source}{''.join(paragraphs(runs))}</{block.tag.name}>"


def _cut(block: Block, cuts: Sequence[int]) -> Iterator[tuple[int, str, Marks]]:
    at = block.start
    for text, marks in runs_of(block.inside):
        begin, end = at, at + len(text)
        for stop in [*(cut for cut in cuts if begin < cut < end), end]:
            yield at, text[at - begin : stop - begin], marks
            at = stop


def _with_blocks(body: str, changed: dict[int, str]) -> CleanBody:
    lines = body.split("\n")
    for number, line in changed.items():
        lines[number] = line
    return CleanBody("\n".join(lines))
