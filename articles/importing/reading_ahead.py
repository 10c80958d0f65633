"""Items read by another process while the desk writes those before them.

Reading is pure and takes a third of the time of an import, so that a second core is put to use. A few items are read
where we are: most imports are small, and a process costs a second to start.
"""

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice

import django

from articles.importing.errors import BadInput
from articles.importing.item import Item
from articles.importing.reading import Reading, read

Pair = tuple[Item, Reading | BadInput]

AT_HOME = 200
"""Items read in this process before another is asked for help."""

PARCEL_ITEMS, PARCEL_BYTES = 50, 2_000_000
"""What is handed to the other process at once, at most: so many items, or so many bytes unless one item has more."""

AHEAD = 12
"""Parcels that are read ahead of the desk, at most: enough for a batch, and a bound on what is held in memory."""


def pairs(items: Iterable[Item]) -> Iterator[Pair]:
    """Each item with what it reads like, in order."""
    items = iter(items)
    for item in islice(items, AT_HOME):
        yield item, read(item)
    first = next(items, None)
    if first is None:
        return
    with _helper() as helper:
        ready = helper.submit(_read_all, [])
        yield first, read(first)
        for item in items:  # until the other process stands ready
            if ready.done():
                yield from _ahead(helper, _parcels(item, items))
                return
            yield item, read(item)


def _ahead(helper: ProcessPoolExecutor, parcels: Iterator[list[Item]]) -> Iterator[Pair]:
    waiting: deque[tuple[list[Item], Future[list[Reading | BadInput]]]] = deque()
    for parcel in parcels:
        waiting.append((parcel, helper.submit(_read_all, parcel)))
        if len(waiting) >= AHEAD:
            yield from _done(waiting)
    while waiting:
        yield from _done(waiting)


def _done(waiting: "deque[tuple[list[Item], Future[list[Reading | BadInput]]]]") -> Iterator[Pair]:
    parcel, readings = waiting.popleft()
    yield from zip(parcel, readings.result(), strict=True)


def _parcels(first: Item, items: Iterator[Item]) -> Iterator[list[Item]]:
    parcel, size = [first], first.size
    for item in items:
        if len(parcel) == PARCEL_ITEMS or size + item.size > PARCEL_BYTES:
            yield parcel
            parcel, size = [], 0
        parcel.append(item)
        size += item.size
    yield parcel


@contextmanager
def _helper() -> Iterator[ProcessPoolExecutor]:
    """One other process, started anew: a copy of this one would hold our connection to the database."""
    spawn = multiprocessing.get_context("spawn")
    helper = ProcessPoolExecutor(1, mp_context=spawn, initializer=_begin)
    try:
        yield helper
    finally:
        helper.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """Sets the other process up. It ends with the one it helps, however that ends."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    django.setup()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
    os._exit(1)


def _read_all(parcel: list[Item]) -> list[Reading | BadInput]:
    return [read(item) for item in parcel]
