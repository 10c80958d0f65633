"""Which block of one version is which block of the other, even when it was edited or moved."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from articles.text.leaves import Leaf
from articles.text.tokens import is_word, tokens

LIKENESS = 0.5  # two blocks are one when they share this part of their words

Pair = tuple[int, int]  # the number of a block in the old version, and in the new


def paired(old: list[Leaf], new: list[Leaf]) -> list[Pair]:
    """Pair equal blocks, then what is left by likeness, the likest first; give them in the new order."""
    pairs = dict(_equal(old, new))
    taken = set(pairs.values())
    left = {at: leaf for at, leaf in enumerate(old) if at not in pairs}
    right = {at: leaf for at, leaf in enumerate(new) if at not in taken}
    for _, _, was, now in sorted(_alike(left, right)):
        if was not in pairs and now not in taken:
            pairs[was] = now
            taken.add(now)
    return sorted(pairs.items(), key=lambda pair: pair[1])


def unmoved(pairs: Iterable[Pair]) -> set[Pair]:
    """Of pairs in the new order, give the most that keep the old order (longest increasing subsequence)."""
    ends: list[Pair] = []  # at n: the pair with the smallest old number that ends a row of n + 1
    before: dict[Pair, Pair | None] = {}
    for pair in pairs:
        length = bisect_left(ends, pair)
        before[pair] = ends[length - 1] if length else None
        ends[length : length + 1] = [pair]
    row = set()
    last = ends[-1] if ends else None
    while last is not None:
        row.add(last)
        last = before[last]
    return row


def _equal(old: list[Leaf], new: list[Leaf]) -> Iterator[Pair]:
    was_keys, now_keys = ([(leaf.place, leaf.inside) for leaf in leaves] for leaves in (old, new))
    for was, now, size in SequenceMatcher(None, was_keys, now_keys, autojunk=False).get_matching_blocks():
        yield from ((was + at, now + at) for at in range(size))


def _alike(old: dict[int, Leaf], new: dict[int, Leaf]) -> Iterator[tuple[float, int, int, int]]:
    """Give likeness (negative, so that the likest sort first), distance and numbers of pairs alike enough."""
    new_words = {at: _numbered_words(leaf.text) for at, leaf in new.items()}
    for was, leaf in old.items():
        words = _numbered_words(leaf.text)
        for now, others in new_words.items():
            both = len(words) + len(others)
            if both and (shared := 2 * len(words & others) / both) >= LIKENESS:
                yield -shared, abs(was - now), was, now


def _numbered_words(text: str) -> frozenset[tuple[str, int]]:
    """Give the words, the second "the" told from the first, so that plain sets count as bags."""
    seen: Counter[str] = Counter()
    numbered = []
    for token in tokens(text):
        if is_word(token):
            seen[token.core] += 1
            numbered.append((token.core, seen[token.core]))
    return frozenset(numbered)
