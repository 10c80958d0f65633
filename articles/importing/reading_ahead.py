"""Items read by another process while the desk writes those before them.

Reading takes as long as writing, so that a second core is put to use. A few items are read where we are: most imports
are small, and a process costs a second to start.
"""

import gc
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice

from articles.importing.errors import BadInput
from articles.importing.item import Item
from articles.importing.reading import Reading, read
from articles.importing.reading_process import Read, ReadingProcess, reading_process

Pair = tuple[Item, Reading | BadInput]

AT_HOME = 200
"""Items read in this process before another is asked for help."""

PARCEL_ITEMS, PARCEL_BYTES = 50, 2_000_000
"""What is handed to the other process at once, at most: so many items, or so many bytes unless one item has more."""

AHEAD = 12
"""Parcels that are read ahead of the desk, at most: enough for a batch, and a bound on what is held in memory."""

SELDOM = 20_000
"""Things made and not let go, after which they are looked through for garbage: what a batch of stories is."""


def pairs(items: Iterable[Item]) -> Iterator[Pair]:
    """Each item with what it reads like, in order."""
    items = iter(items)
    for item in islice(items, AT_HOME):
        yield item, read(item)
    first = next(items, None)
    if first is None:
        return
    with _garbage_left_to_lie(), reading_process() as reading:
        yield first, read(first)
        for item in items:
            if reading.is_ready():
                yield from _ahead(reading, _parcels(item, items))
                return
            yield item, read(item)


@contextmanager
def _garbage_left_to_lie() -> Iterator[None]:
    """To look for garbage takes a tenth of the time, and hardly any is made that does not go by itself. So what was
    here before is not looked through at all, and what is new less often.
    """
    often = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(SELDOM, *often[1:])
    try:
        yield
    finally:
        gc.set_threshold(*often)
        gc.unfreeze()


_Waiting = deque[tuple[list[Item], Future[list[Read]]]]


def _ahead(reading: ReadingProcess, parcels: Iterator[list[Item]]) -> Iterator[Pair]:
    waiting: _Waiting = deque()
    for parcel in parcels:
        waiting.append((parcel, reading.read(parcel)))
        if len(waiting) >= AHEAD:
            yield from _done(waiting)
    while waiting:
        yield from _done(waiting)


def _done(waiting: _Waiting) -> Iterator[Pair]:
    parcel, being_read = waiting.popleft()
    for item, (reading, packed) in zip(parcel, being_read.result(), strict=True):
        yield replace(item, packed=packed), reading


def _parcels(first: Item, items: Iterator[Item]) -> Iterator[list[Item]]:
    parcel, size = [first], first.size
    for item in items:
        if len(parcel) == PARCEL_ITEMS or size + item.size > PARCEL_BYTES:
            yield parcel
            parcel, size = [], 0
        parcel.append(item)
        size += item.size
    yield parcel
