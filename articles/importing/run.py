"""An import from end to end: items are read, then judged and handed to the desk in batches of one transaction.

Ended at any moment, it leaves whole stories only; the same call again finishes the job without a double.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.conf import settings
from django.db import DataError, IntegrityError, transaction

from articles.desk import profiles, receiving, rights
from articles.desk.refusals import Refused
from articles.importing import reading_ahead
from articles.importing.commit import Commit
from articles.importing.decide import Outcome
from articles.importing.errors import BadInput
from articles.importing.item import Item
from articles.importing.known import Pair
from articles.importing.media import Beside
from articles.importing.parcels import parcels, said
from articles.importing.plan import Planned, plan
from articles.importing.reading import AUTO, Reading, items_of
from articles.models import ImportBatch
from articles.states import Verb

BATCH = 500
"""Items that are judged and written in one transaction, at most."""

BATCH_BYTES = 16_000_000
"""Bytes of items held in memory for one transaction, unless a single item is larger."""


BATCH_FILES = 20
"""Pictures whose files are kept in one transaction, unless a single story has more: each takes a moment."""


@dataclass(frozen=True)
class Result:
    """What became of one item; a line of the report. `error`, `line` and `byte` say what is wrong, and where."""

    name: str
    outcome: Outcome
    reason: str
    article: int | None = None
    headline: str = ""
    error: str = ""
    line: int | None = None
    byte: int | None = None
    steps: tuple[str, ...] = ()


@dataclass
class Import:
    """One call: who brings in what, and how it is to be read. The batch is opened by the first new receipt."""

    by: rights.User
    paths: tuple[str, ...]
    format: str = AUTO
    encoding: str | None = None
    batch: ImportBatch | None = field(default=None, init=False)
    besides: dict[str, Beside] = field(default_factory=dict, init=False)
    takes_files: bool = field(default=True, init=False)

    def require_rights(self) -> None:
        """Raises `Refused` unless `by` may do all that an import does."""
        receiving.require(self.by)
        rights.require(self.by, Verb.START)
        rights.require(self.by, Verb.REVISE)
        profiles.require(self.by)

    def run(self) -> Iterator[Result]:
        """Brings every item in. A result is given when its item is safely held. Raises `Refused` where `by` may not."""
        self.require_rights()
        for pairs in in_batches(self.pairs()):
            yield from self._bring_in(pairs)
            for item, _reading in pairs:
                self.besides.pop(item.name, None)

    def rehearse(self) -> Iterator[Result]:
        """Exactly what `run` would do: it is done, told, and taken back as a whole. Only files of pictures, which no
        transaction takes back, are not kept.
        """
        self.takes_files = False
        with transaction.atomic():
            for result in self.run():
                yield replace(result, article=None) if result.outcome == Outcome.CREATED else result
            transaction.set_rollback(True)
        self.batch = None

    def pairs(self) -> Iterator[Pair]:
        """Every item at the paths, with what it reads like."""
        return reading_ahead.pairs(self.items())

    def items(self) -> Iterator[Item]:
        """Every item at the paths. What cannot be opened is an item with a problem."""
        sizes = {"limit": settings.IMPORT_LIMIT_BYTES, "unpacked": settings.IMPORT_UNPACKED_BYTES}
        for parcel in parcels(self.paths, encoding=self.encoding, **sizes):
            if parcel.source:
                for item in items_of(parcel.source, self.format):
                    if self.takes_files:
                        self.besides[item.name] = parcel.beside
                    yield item
            else:
                yield Item(parcel.name, "", None, problem=parcel.problem)

    def committing(self, batch: ImportBatch | None) -> Commit:
        """How a batch is handed to the desk."""
        return Commit(self.by, batch, self.origin, self.besides)

    @property
    def origin(self) -> str:
        """Where it all came from, as it was told."""
        return "\n".join(map(said, self.paths))

    def _bring_in(self, pairs: Sequence[Pair]) -> Iterator[Result]:
        """Brings a batch in; where the database refuses it as a whole, item by item, so that one spoils no other."""
        todo = list(pairs)
        while todo:
            try:
                results, todo = self._commit(todo)
            except (Refused, DataError, IntegrityError) as fault:
                if len(todo) > 1:
                    for pair in todo:
                        yield from self._bring_in([pair])
                    return
                results, todo = self._commit([(todo[0][0], _refused_by_the_desk(fault))])
            yield from results

    def _commit(self, pairs: Sequence[Pair]) -> tuple[list[Result], list[Pair]]:
        with transaction.atomic():
            receiving.alone()
            planned, rest = plan(pairs)
            commit = self.committing(self.batch)
            done = commit.write(planned)
        self.batch = commit.batch  # only now is it sure to stay
        return [_result(one) for one in done], rest


def in_batches(pairs: Iterable[Pair]) -> Iterator[list[Pair]]:
    """The pairs in batches of at most BATCH items, BATCH_BYTES bytes and BATCH_FILES files of pictures."""
    batch: list[Pair] = []
    size = files = 0
    for item, reading in pairs:
        more = sum(bool(picture.file) for picture in reading.story.pictures) if isinstance(reading, Reading) else 0
        full = len(batch) == BATCH or size + item.size > BATCH_BYTES or files + more > BATCH_FILES
        if batch and full:
            yield batch
            batch, size, files = [], 0, 0
        batch.append((item, reading))
        size += item.size
        files += more
    if batch:
        yield batch


def _refused_by_the_desk(fault: Exception) -> BadInput:
    return BadInput("unsupported", " ".join(str(fault).split("\n")[:1]))


def _result(planned: Planned) -> Result:
    ruling, reading = planned.ruling, planned.reading
    told: dict[str, Any] = {"reason": ruling.reason, "error": ruling.error}
    if isinstance(reading, Reading):
        made = ruling.outcome in (Outcome.CREATED, Outcome.REVISED, Outcome.CONFLICT)
        told["steps"] = tuple(step.name for step in reading.story.steps) if made else ()
        told["headline"] = reading.story.headline
    elif ruling.outcome == Outcome.REFUSED:
        told = {"reason": reading.reason, "error": reading.code, "line": reading.line, "byte": reading.byte}
    return Result(planned.item.name, ruling.outcome, article=ruling.article, **told)
