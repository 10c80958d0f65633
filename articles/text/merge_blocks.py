"""Two changes of the same row of blocks joined, where they do not touch each other.

A block that one side moved and the other reworded is joined where it stands now. Where that is in doubt, the block is
in conflict at its old place, its new place or both: it never falls between the two.
"""

from collections.abc import Iterator, Sequence

from articles.text.clean import clean
from articles.text.merge_pieces import Agreed, By, Conflict, Piece, together
from articles.text.merge_sides import Block, Region, Side, blocks_of, side_of
from articles.text.merge_words import join_insides

_US, _THEM = 0, 1
_BY = By.US, By.THEM


def merge_blocks(base: str, ours: str, theirs: str) -> Iterator[Piece]:
    """Give the pieces of a merge of three canonical bodies, in order. Raises ValueError if one is not canonical."""
    blocks = blocks_of(base)
    return _Merge(blocks, side_of(blocks, blocks_of(ours)), side_of(blocks, blocks_of(theirs))).pieces()


def merge_block(base: Block, ours: Block, theirs: Block) -> Piece:
    """Merge a block that both sides have kept: as a whole where only one changed it, else word by word."""
    if ours.html == theirs.html:
        return Agreed(ours.html, By.NOBODY if ours.html == base.html else By.BOTH, base.html)
    if theirs.html == base.html:
        return Agreed(ours.html, By.US, base.html)
    if ours.html == base.html:
        return Agreed(theirs.html, By.THEM, base.html)
    joined = _joined(base, ours, theirs)
    return Conflict(base.html, ours.html, theirs.html) if joined is None else Agreed(joined, By.JOINED, base.html)


def _joined(base: Block, ours: Block, theirs: Block) -> str | None:
    """Two changes of the kind and the words of a paragraph or heading; None where they touch."""
    if not (base.is_plain and ours.is_plain and theirs.is_plain):
        return None
    was, own, other = base.leaf.place[0], ours.leaf.place[0], theirs.leaf.place[0]
    if was not in (own, other) and own != other:
        return None
    tag = own if other == was else other
    insides = join_insides(base.leaf.inside, ours.leaf.inside, theirs.leaf.inside)
    return None if insides is None else clean("".join(f"<{tag}>{inside}</{tag}>" for inside in insides))


class _Merge:
    """Walks along the base and says what became of every place. A side is a number: 0 for us, 1 for them.

    A stretch of the base is disputed where both put something in, or where one puts something in place of what the
    other has changed. What one side only took out is gone, unless the other has reworded it.
    """

    def __init__(self, base: list[Block], us: Side, them: Side) -> None:
        self.base = base
        self.sides = us, them
        self.disputing: tuple[set[Region], set[Region]] = (set(), set())
        self.stretches = dict(_united(self.disputes()))
        self.disputed = {at for start, end in self.stretches.items() for at in range(start, end)}
        self.in_doubt = self.moves_in_doubt(_US), self.moves_in_doubt(_THEM)

    def disputes(self) -> Iterator[tuple[int, int]]:
        """Find the stretches, and note the regions of each side that are in one."""
        us, them = self.sides
        for one, other in _touching(us.regions, them.regions):
            crossing = one.crosses(other) or other.crosses(one)
            if (one.new and other.new) or (crossing and (one.new or other.new)):
                self.disputing[_US].add(one)
                self.disputing[_THEM].add(other)
                yield min(one.start, other.start), max(one.end, other.end)
        for side, other_side in (_US, _THEM), (_THEM, _US):
            for region in self.sides[side].regions:
                if region.new and not self.sides[other_side].edited.isdisjoint(range(region.start, region.end)):
                    self.disputing[side].add(region)
                    yield region.start, region.end

    def moves_in_doubt(self, side: int) -> set[int]:
        """Find the blocks of the base that a side has moved out of, or into, what is disputed."""
        inside = {number for region in self.disputing[side] for number in region.new}
        return {was for was, now in self.sides[side].moved.items() if was in self.disputed or now in inside}

    def pieces(self) -> Iterator[Piece]:
        coming = [{region.start: region for region in side.regions} for side in self.sides]
        for at in range(len(self.base) + 1):
            for side in (_US, _THEM):
                region = coming[side].get(at)
                if region and region not in self.disputing[side]:
                    yield from (self.put_in(side, number) for number in region.new)
            if at in self.stretches:
                yield from self.dispute(at, self.stretches[at])
            if at < len(self.base) and at not in self.disputed:
                yield from self.stay(at)

    def put_in(self, side: int, number: int) -> Piece:
        """Say what becomes of a block that only one side has here: a new one, or one it has moved."""
        block, other = self.sides[side].blocks[number], self.sides[1 - side]
        was = self.sides[side].home.get(number)
        if was is None:
            return Agreed(block.html, _BY[side])
        if was in self.in_doubt[side] or was in other.moved:
            return _conflict(side, "", block.html, "")
        if was not in other.kept:
            return _conflict(side, self.base[was].html, block.html, "")
        theirs = other.blocks[other.kept[was]]
        merged = merge_block(self.base[was], *((block, theirs) if side == _US else (theirs, block)))
        if isinstance(merged, Conflict):
            return merged
        return Agreed(merged.html, _BY[side] if merged.by in (By.NOBODY, _BY[side]) else By.JOINED)

    def stay(self, at: int) -> Iterator[Piece]:
        """Say what becomes of a block of the base in its old place."""
        was, (us, them) = self.base[at], self.sides
        if at in us.kept and at in them.kept:
            yield merge_block(was, us.blocks[us.kept[at]], them.blocks[them.kept[at]])
        elif at in us.kept or at in them.kept:
            taker = _THEM if at in us.kept else _US
            keeper = self.sides[1 - taker]
            moved = at in self.sides[taker].moved
            if at in self.in_doubt[taker] or (at in keeper.edited and not moved):
                yield _conflict(taker, was.html, "", keeper.blocks[keeper.kept[at]].html)
            elif not moved:
                yield Agreed("", _BY[taker], was.html)
        elif at not in us.moved and at not in them.moved:
            yield Agreed("", By.BOTH, was.html)

    def dispute(self, start: int, end: int) -> Iterator[Piece]:
        """Say what both have made of a disputed stretch; what they begin or end alike with is agreed."""
        base = [block.html for block in self.base[start:end]]
        ours, theirs = self.between(_US, start, end), self.between(_THEM, start, end)
        head = _alike(ours, theirs)
        tail = _alike(ours[head:][::-1], theirs[head:][::-1])
        middle = ours[head : len(ours) - tail], theirs[head : len(theirs) - tail]
        yield from (Agreed(html, By.BOTH) for html in ours[:head])
        if base and not any(middle):
            yield Agreed("", By.BOTH, together(base))
        elif base or all(middle):
            yield Conflict(together(base), *map(together, middle))
        else:
            yield from (Agreed(html, by) for by, blocks in zip(_BY, middle, strict=True) for html in blocks)
        yield from (Agreed(html, By.BOTH) for html in ours[len(ours) - tail :])

    def between(self, side: int, start: int, end: int) -> list[str]:
        """Give what a side has in a disputed stretch."""
        own = self.sides[side]
        numbers = {own.kept[at] for at in range(start, end) if at in own.kept}
        for region in self.disputing[side]:
            if start <= region.start and region.end <= end:
                numbers.update(region.new)
        return [own.blocks[number].html for number in sorted(numbers)]


def _touching(ours: Sequence[Region], theirs: Sequence[Region]) -> Iterator[tuple[Region, Region]]:
    first = 0
    for one in ours:
        while first < len(theirs) and theirs[first].end < one.start:
            first += 1
        at = first
        while at < len(theirs) and theirs[at].start <= one.end:
            yield one, theirs[at]
            at += 1


def _united(stretches: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Make one of stretches that overlap or meet."""
    united: tuple[int, int] | None = None
    for start, end in sorted(stretches):
        if united and start > united[1]:
            yield united
            united = None
        united = (united[0], max(end, united[1])) if united else (start, end)
    if united:
        yield united


def _alike(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """Count how many blocks both begin with."""
    pairs = zip(ours, theirs, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(ours), len(theirs)))


def _conflict(side: int, base: str, own: str, other: str) -> Conflict:
    return Conflict(base, own, other) if side == _US else Conflict(base, other, own)
