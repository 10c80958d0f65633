"""Which items of one row are which of another, in order: as many as can be had at a bounded price."""

from collections import Counter
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher

from articles.text.pairing import Pair, unmoved

AFFORDABLE = 40_000  # comparisons; a longer stretch is first parted at what stands in both rows once


def aligned(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Pair equal items of both rows, in order. What is too long to compare and has nothing unique is left unpaired."""
    pairs: list[Pair] = []
    stretches = [(0, len(old), 0, len(new))]
    while stretches:
        start, end, begin, stop = stretches.pop()
        while start < end and begin < stop and old[start] == new[begin]:
            pairs.append((start, begin))
            start, begin = start + 1, begin + 1
        while start < end and begin < stop and old[end - 1] == new[stop - 1]:
            end, stop = end - 1, stop - 1
            pairs.append((end, stop))
        if start == end or begin == stop:
            continue
        if (end - start) * (stop - begin) <= AFFORDABLE:
            pairs += _matched(old[start:end], new[begin:stop], start, begin)
        else:
            anchors = _anchors(old[start:end], new[begin:stop], start, begin)
            pairs += anchors
            ends = [*anchors, (end, stop)] if anchors else []
            for (was, now), (before, last) in zip(ends, [(start - 1, begin - 1), *ends], strict=False):
                stretches.append((before + 1, was, last + 1, now))
    return sorted(pairs)


def _matched(old: Sequence[Hashable], new: Sequence[Hashable], start: int, begin: int) -> list[Pair]:
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return [(start + was + at, begin + now + at) for was, now, size in blocks for at in range(size)]


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable], start: int, begin: int) -> list[Pair]:
    """Pair what stands in each row once, as far as it stands in order."""
    was_counts, now_counts = Counter(old), Counter(new)
    places = {item: at for at, item in enumerate(old, start) if was_counts[item] == 1}
    once = [(places[item], at) for at, item in enumerate(new, begin) if item in places and now_counts[item] == 1]
    return sorted(unmoved(once))
