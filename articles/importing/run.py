"""An import from end to end: each item is read, decided and handed to the desk in one transaction of its own.

Ended at any moment, it leaves whole stories only; the same call again finishes the job without a double.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.desk import drafting, profiles, receiving, rights
from articles.importing.decide import Held, Outcome, Ruling, decide
from articles.importing.draft import draft_of
from articles.importing.errors import BadInput
from articles.importing.parcels import Parcel, parcels, said
from articles.importing.reading import AUTO, Reading, read
from articles.models import ImportBatch, Receipt, Revision, Verdict
from articles.states import Verb


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

    def require_rights(self) -> None:
        """Raises `Refused` unless `by` may do all that an import does."""
        receiving.require(self.by)
        rights.require(self.by, Verb.START)
        profiles.require(self.by)

    def run(self) -> Iterator[Result]:
        """Brings every item in, one after the other. Raises `Refused` where `by` may not."""
        self.require_rights()
        for parcel, reading in self._readings():
            try:
                result = self._bring_in(parcel, reading)
            except IntegrityError:
                # Another import received the same bytes at the same moment and holds them now. A fault comes again.
                result = self._bring_in(parcel, reading)
            yield result

    def rehearse(self) -> Iterator[Result]:
        """What `run` would do, with nothing written."""
        self.require_rights()
        created: set[str] = set()
        for parcel, reading in self._readings():
            ruling = decide(reading, held(parcel.sha256))
            if parcel.sha256 in created:
                ruling = Ruling(Outcome.UNCHANGED, _("The same bytes come earlier in this import."))
            elif ruling.outcome == Outcome.CREATED:
                created.add(parcel.sha256)
            yield _result(parcel, reading, ruling)

    def _readings(self) -> Iterator[tuple[Parcel, Reading | BadInput]]:
        for parcel in parcels(self.paths, limit=settings.IMPORT_LIMIT_BYTES):
            yield parcel, read(parcel, format=self.format, encoding=self.encoding)

    def _bring_in(self, parcel: Parcel, reading: Reading | BadInput) -> Result:
        known = held(parcel.sha256)
        ruling = decide(reading, known)
        if not parcel.sha256 or not _is_news(ruling, known):
            return _result(parcel, reading, ruling)
        with transaction.atomic():
            old = receiving.claim(parcel.sha256)
            receipt = old or self._receive(parcel)
            known = held(parcel.sha256)  # from here on nobody else judges it
            ruling = decide(reading, known)
            if _is_news(ruling, known):
                if isinstance(reading, BadInput):
                    receiving.judge(receipt, [_refusal(reading, ruling.reason)])
                else:
                    ruling = replace(ruling, article=self._create(parcel, reading, receipt, ruling.reason))
        if old is None:
            self.batch = receipt.batch  # only now is it sure to stay
        return _result(parcel, reading, ruling)

    def _receive(self, parcel: Parcel) -> Receipt:
        batch = self.batch or receiving.open_batch(by=self.by, origin="\n".join(map(said, self.paths)))
        return receiving.receive(
            batch, name=parcel.name, sha256=parcel.sha256, size=parcel.size, received=parcel.received
        )

    def _create(self, parcel: Parcel, reading: Reading, receipt: Receipt, reason: str) -> int:
        draft = draft_of(reading, receipt, by=self.by)
        (article,) = drafting.start_batch([draft], by=self.by, why=parcel.name, kind=Revision.Kind.IMPORT)
        cleaned = [
            Verdict(step=step.name, outcome=Verdict.Outcome.CLEANED, before=step.before, after=step.after)
            for step in reading.story.steps
        ]
        created = Verdict(step="decide", outcome=Verdict.Outcome.CREATED, reason=reason)
        receiving.judge(receipt, [*cleaned, created], article=article)
        return article.pk


def held(sha256: str) -> Held:
    """What the house holds of exactly these bytes, by the last verdict on them."""
    verdicts = Verdict.objects.filter(receipt__sha256=sha256).order_by("-pk")
    last = verdicts.values_list("article", "outcome", "reason").first()
    if last is None:
        return Held()
    article, outcome, reason = last
    return Held(article, reason if outcome == Verdict.Outcome.REFUSED else "")


def _is_news(ruling: Ruling, known: Held) -> bool:
    """Whether anything is to be written: neither what is held already nor the same refusal again is."""
    return ruling.outcome != Outcome.UNCHANGED and ruling.reason != known.refusal


def _refusal(problem: BadInput, reason: str) -> Verdict:
    return Verdict(step=problem.code, outcome=Verdict.Outcome.REFUSED, reason=reason)


def _result(parcel: Parcel, reading: Reading | BadInput, ruling: Ruling) -> Result:
    plain = Result(parcel.name, ruling.outcome, ruling.reason, ruling.article)
    if isinstance(reading, Reading):
        steps = tuple(step.name for step in reading.story.steps) if ruling.outcome == Outcome.CREATED else ()
        return replace(plain, headline=reading.story.headline, steps=steps)
    if ruling.outcome == Outcome.REFUSED:
        return replace(plain, reason=reading.reason, error=reading.code, line=reading.line, byte=reading.byte)
    return plain
