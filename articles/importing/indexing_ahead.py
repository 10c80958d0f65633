"""Search entries of stories on their way in, worked out while the desk writes those before them.

A thread with a connection of its own asks the database, which looks at nothing for it but the words it is given: what
is written, and when, stays with the one transaction of a batch.
"""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from articles import search
from articles.importing.body import body_of
from articles.importing.reading import Reading
from articles.importing.reading_process import Read
from articles.importing.story import Story

Entries = list[tuple[search.Texts, bytes] | None]


class IndexingAhead:
    """Works out the entries of what is being read, one parcel after the other."""

    def __init__(self, thread: ThreadPoolExecutor, connection: BaseDatabaseWrapper) -> None:
        self._thread, self._connection = thread, connection

    def entries_of(self, being_read: Future[list[Read]]) -> Future[Entries]:
        """An entry for each reading that `being_read` will give, in order; None where there is none to be had."""
        return self._thread.submit(self._entries_of, being_read)

    def _entries_of(self, being_read: Future[list[Read]]) -> Entries:
        readings = [reading for reading, _packed in being_read.result()]
        texts = [_texts_of(reading.story) if isinstance(reading, Reading) else None for reading in readings]
        asked = [one for one in texts if one]
        worked_out = dict(zip(asked, search.entries_of(asked, self._connection), strict=True))
        return [(one, entry) if one and (entry := worked_out[one]) else None for one in texts]


@contextmanager
def indexing_ahead() -> Iterator[IndexingAhead]:
    """One thread and one connection, for as long as the block lasts."""
    thread = ThreadPoolExecutor(1, thread_name_prefix="indexing-ahead")
    connection = connections[DEFAULT_DB_ALIAS].copy()
    connection.inc_thread_sharing()
    try:
        yield IndexingAhead(thread, connection)
    finally:
        thread.shutdown(wait=True, cancel_futures=True)
        connection.close()


def _texts_of(story: Story) -> search.Texts:
    """The words by which the draft that is made of `story` is found."""
    return search.texts_of(story, body_of(story.blocks))
