"""Another process that reads stories for quotes. What it is told and what it tells are values.

Its first import is this module, and Django is never set up there: nothing here may import a model.
"""

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import NamedTuple

from articles.importing.dying_together import end_with_parent
from articles.text.suggestions import Suggestion, suggestions_in

AHEAD = 6
"""Parcels that are read ahead of the desk, at most."""


class Words(NamedTuple):
    """The words of a story, by its number, as they were when it was found due."""

    number: int
    version: int
    body: str
    language: str


Parcel = list[Words]
Read = list[list[Suggestion] | str]
"""What each story of a parcel suggests, or why it cannot be read: one that cannot must not keep the others waiting."""


def read(parcel: Parcel) -> Read:
    """Reads a parcel where we are."""
    return [_read(story) for story in parcel]


def read_ahead(parcels: Iterable[Parcel]) -> Iterator[tuple[Parcel, Read]]:
    """Each parcel with what another process reads in it, in order.

    The process is started anew: a copy of this one would hold our connection to the database.
    """
    waiting: deque[tuple[Parcel, Future[Read]]] = deque()
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn, initializer=end_with_parent) as process:
        try:
            for parcel in parcels:
                waiting.append((parcel, process.submit(read, parcel)))
                if len(waiting) == AHEAD:
                    yield _done(waiting)
            while waiting:
                yield _done(waiting)
        finally:
            process.shutdown(wait=True, cancel_futures=True)


def _done(waiting: deque[tuple[Parcel, Future[Read]]]) -> tuple[Parcel, Read]:
    parcel, being_read = waiting.popleft()
    return parcel, being_read.result()


def _read(story: Words) -> list[Suggestion] | str:
    try:
        return suggestions_in(story.body, story.language)
    except Exception as fault:
        return f"{type(fault).__name__}: {fault}"
