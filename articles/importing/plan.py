"""What is to be done with the items of a batch, in order, as far as each can be judged by what is held already."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from articles import likeness
from articles.importing.decide import Act, Held, Ruling, decide
from articles.importing.errors import BadInput
from articles.importing.item import Item
from articles.importing.known import Pair, holdings
from articles.importing.reading import Reading
from articles.importing.versions import identity
from articles.models import Receipt

LONGEST_LIST = 50
"""Stories of one batch that may share a passage before it counts as boilerplate."""


@dataclass
class Planned:
    """An item with its ruling; `receipt` is the one held of the same bytes, if they came before."""

    item: Item
    reading: Reading | BadInput
    held: Held
    ruling: Ruling
    receipt: Receipt | None


def plan(pairs: Sequence[Pair]) -> tuple[list[Planned], list[Pair]]:
    """A ruling for each pair, up to the first that has to do with one before it in the batch; that one and the rest
    are judged when those before it are held.
    """
    holding = holdings(pairs)
    met = _Met()
    planned: list[Planned] = []
    for number, ((item, reading), held) in enumerate(zip(pairs, holding.held, strict=True)):
        keys, sketch = _told(item, reading)
        if met.touches(keys, sketch):
            return planned, list(pairs[number:])
        ruling = decide(reading, held)
        planned.append(Planned(item, reading, held, ruling, holding.receipts.get(item.sha256)))
        if ruling.act != Act.NOTHING:
            met.add(number, keys, sketch)
    return planned, []


class _Met:
    """What has been met so far in a batch: hashes, ids, addresses, words, and the passages of new stories."""

    def __init__(self) -> None:
        self.keys: set[str] = set()
        self.passages: dict[int, list[int]] = defaultdict(list)

    def touches(self, keys: Sequence[str], sketch: Sequence[int]) -> bool:
        if not self.keys.isdisjoint(keys):
            return True
        if self.passages.keys().isdisjoint(sketch):
            return False
        shared = Counter(number for passage in sketch for number in self.passages.get(passage, ()))
        return any(count >= likeness.FEWEST for count in shared.values())

    def add(self, number: int, keys: Sequence[str], sketch: Sequence[int]) -> None:
        self.keys.update(keys)
        for passage in sketch:
            if len(self.passages[passage]) < LONGEST_LIST:
                self.passages[passage].append(number)


def _told(item: Item, reading: Reading | BadInput) -> tuple[list[str], Sequence[int]]:
    """By what an item is known again, and its passages."""
    told = [("bytes", item.sha256)]
    sketch: Sequence[int] = ()
    if isinstance(reading, Reading):
        story, sketch = reading.story, reading.sketch
        told += [("id", identity(story)), ("address", story.address), ("words", reading.words_hash)]
    return [f"{kind} {key}" for kind, key in told if key], sketch
