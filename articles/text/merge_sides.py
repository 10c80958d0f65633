"""One side of a merge: which blocks of the base it has kept, which it has moved, what it has put in or taken out."""

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import ceil

from articles.text.alignment import aligned
from articles.text.body import Kind, read
from articles.text.leaves import Leaf
from articles.text.pairing import Pair, paired, unmoved

WINDOW = 100  # blocks of each version that are compared with each other, where none is equal


@dataclass(frozen=True)
class Block:
    """A block at the top of a body: its HTML and, as one leaf, its start tag and what is inside; a list is one."""

    html: str
    leaf: Leaf

    @property
    def is_plain(self) -> bool:
        """Whether it holds words and no other blocks."""
        return "\n" not in self.html and bool(self.leaf.inside)

    @property
    def is_known_again(self) -> bool:
        """Whether it can be told from others of its kind; of two rules nobody can say which is which."""
        return bool(self.leaf.text) or " " in self.leaf.place[0]


@dataclass(frozen=True)
class Region:
    """The base's blocks from `start` to `end` (not included) are gone from here, the side's own `new` have come."""

    start: int
    end: int
    new: range

    def crosses(self, other: "Region") -> bool:
        """Whether both take out a block of the base, or the other puts something in amid what this one takes out."""
        return max(self.start, other.start) < min(self.end, other.end) or self.start < other.start < self.end


@dataclass
class Side:
    """A version against the base. Blocks are numbered from 0; `kept` and `moved` lead from the base's to its own.

    `edited` are the blocks of the base that it has kept in place and reworded.
    """

    blocks: list[Block]
    kept: dict[int, int] = field(default_factory=dict)
    moved: dict[int, int] = field(default_factory=dict)
    edited: set[int] = field(default_factory=set)
    regions: list[Region] = field(default_factory=list)

    @cached_property
    def home(self) -> dict[int, int]:
        """Where in the base each block it has moved was."""
        return {now: was for was, now in self.moved.items()}


def side_of(base: Sequence[Block], blocks: list[Block]) -> Side:
    """Find out what a side has made of the base."""
    side = Side(blocks)
    pairs = _pairs(base, blocks)
    in_place = unmoved(pairs)
    was, now = 0, 0
    for next_was, next_now in [*sorted(in_place), (len(base), len(blocks))]:
        if next_was > was or next_now > now:
            side.regions.append(Region(was, next_was, range(now, next_now)))
        was, now = next_was + 1, next_now + 1
    for pair in pairs:
        (side.kept if pair in in_place else side.moved).update([pair])
    side.edited = {was for was, now in side.kept.items() if base[was].html != blocks[now].html}
    return side


def blocks_of(body: str) -> list[Block]:
    """Take a canonical body apart into the blocks at its top. Raises ValueError if it is not canonical."""
    blocks, lines, depth = [], [], 0
    for line, source in zip(read(body), body.split("\n"), strict=False):
        depth += {Kind.OPENS: 1, Kind.CLOSES: -1, Kind.LEAF: 0}[line.kind]
        lines.append((line, source))
        if not depth:
            first = lines[0][0]
            inside = first.inside if len(lines) == 1 else "\n".join(source for _line, source in lines[1:-1])
            html = "\n".join(source for _line, source in lines)
            blocks.append(Block(html, Leaf((first.tag.source.strip("<>"),), inside, 0)))
            lines = []
    return blocks


def _pairs(base: Sequence[Block], blocks: Sequence[Block]) -> list[Pair]:
    """Pair equal blocks in order, then equal ones that were moved, then reworded ones; give them in the new order."""
    pairs = dict(aligned([block.html for block in base], [block.html for block in blocks]))
    taken = set(pairs.values())
    left = [was for was, block in enumerate(base) if was not in pairs and block.is_known_again]
    elsewhere: dict[str, deque[int]] = defaultdict(deque)
    for now, block in enumerate(blocks):
        if now not in taken and block.is_known_again:
            elsewhere[block.html].append(now)
    for was in left:
        if elsewhere[base[was].html]:
            pairs[was] = elsewhere[base[was].html].popleft()
    left = [was for was in left if was not in pairs]
    right = sorted(now for places in elsewhere.values() for now in places)
    pairs.update(_reworded(base, blocks, left, right))
    return sorted(pairs.items(), key=lambda pair: pair[1])


def _reworded(base: Sequence[Block], blocks: Sequence[Block], left: list[int], right: list[int]) -> list[Pair]:
    """Pair by likeness, in long bodies within windows only: each with each would take minutes."""
    pairs: list[Pair] = []
    windows = ceil(max(len(left), len(right)) / WINDOW) if len(left) * len(right) > WINDOW**2 else 1
    for window in range(windows):
        old, new = (some[len(some) * window // windows : len(some) * (window + 1) // windows] for some in (left, right))
        found = paired([base[was].leaf for was in old], [blocks[now].leaf for now in new])
        pairs += [(old[was], new[now]) for was, now in found]
    return pairs
