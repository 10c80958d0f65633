"""Another process that reads items. What it is told and what it tells are values, and it never sees the database.

Its first import is this module, before Django is set up there: nothing here may import a model.
"""

import gc
import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager

import django

from articles.importing.dying_together import end_with_parent
from articles.importing.errors import BadInput
from articles.importing.item import Item
from articles.importing.reading import Reading, read
from articles.text.packing import packed

Read = tuple[Reading | BadInput, bytes | None]
"""What an item reads like, and its bytes as a receipt keeps them."""


class ReadingProcess:
    """Reads what it is handed, in order, until its block ends."""

    def __init__(self, process: ProcessPoolExecutor) -> None:
        self._process = process
        self._begun = process.submit(_read_all, [])

    def is_ready(self) -> bool:
        """Whether it has started; that takes a second. Ready, too, is one that could not start: `read` will say why."""
        return self._begun.done()

    def read(self, items: Sequence[Item]) -> Future[list[Read]]:
        """Begins to read `items`."""
        return self._process.submit(_read_all, items)


@contextmanager
def reading_process() -> Iterator[ReadingProcess]:
    """One process, started anew: a copy of this one would hold our connection to the database."""
    spawn = multiprocessing.get_context("spawn")
    process = ProcessPoolExecutor(1, mp_context=spawn, initializer=_begin)
    try:
        yield ReadingProcess(process)
    finally:
        process.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """Sets the process up. It ends with the one it helps, however that ends."""
    end_with_parent()
    django.setup()
    gc.freeze()  # what stays to the end need not be looked through for garbage time and again


def _read_all(items: Sequence[Item]) -> list[Read]:
    return [(read(item), None if item.received is None else packed(item.received)) for item in items]
