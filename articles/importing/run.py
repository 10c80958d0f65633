"""An import from end to end: each item is read, cleaned, decided and handed to the desk in one transaction of its own.

Ended at any moment, it leaves whole stories only; the same call again finishes the job without a double.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.conf import settings
from django.db import IntegrityError, transaction

from articles.desk import drafting, profiles, receiving, rights
from articles.desk.rows import Rows
from articles.importing.body import body_of
from articles.importing.decide import Held, Outcome, Verdict, decide
from articles.importing.decoding import Decoded, decode
from articles.importing.errors import BadInput
from articles.importing.parcels import Parcel, parcels
from articles.importing.readers import READERS, detect
from articles.importing.steps import clean_up
from articles.importing.story import OriginClaim, Step, Story
from articles.models import Article, Credit, Direction, ImportBatch, Origin, Receipt, Revision
from articles.models import Verdict as ReceiptVerdict
from bylines.models import Organisation

AUTO = "auto"


@dataclass(frozen=True)
class Reading:
    """What was made of the bytes before anything was decided."""

    story: Story | None = None
    decoded: Decoded | None = None
    problem: BadInput | None = None
    format: str = ""

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every clean-up, that of the encoding first."""
        first = (self.decoded.step,) if self.decoded and self.decoded.step else ()
        return (*first, *(self.story.steps if self.story else ()))


@dataclass(frozen=True)
class Result:
    """What became of one item; a line of the report."""

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

    def run(self) -> Iterator[Result]:
        """Brings every item in, one after the other. Raises `Refused` at once where `by` may not import."""
        receiving.require(self.by)
        for parcel in parcels(self.paths, limit=settings.IMPORT_LIMIT_BYTES):
            reading = read(parcel, format=self.format, encoding=self.encoding)
            yield self._bring_in(parcel, reading)

    def rehearse(self) -> Iterator[Result]:
        """What `run` would do, exactly, with nothing written."""
        receiving.require(self.by)
        seen: set[str] = set()
        for parcel in parcels(self.paths, limit=settings.IMPORT_LIMIT_BYTES):
            reading = read(parcel, format=self.format, encoding=self.encoding)
            verdict = decide(reading.problem or reading.story, held(parcel))
            if verdict.outcome == Outcome.CREATED and parcel.sha256 in seen:
                verdict = Verdict(Outcome.UNCHANGED, "the same bytes come earlier in this import")
            seen.add(parcel.sha256)
            yield result(parcel, reading, verdict)

    def _bring_in(self, parcel: Parcel, reading: Reading) -> Result:
        try:
            with transaction.atomic():
                known = held(parcel)
                verdict = decide(reading.problem or reading.story, known)
                if verdict.outcome == Outcome.CREATED:
                    return result(parcel, reading, verdict, self._create(parcel, reading, verdict))
                if verdict.outcome == Outcome.REFUSED and parcel.sha256 and known.reason != verdict.reason:
                    receiving.judge(self._receipt(parcel), [_refused(verdict)])
                return result(parcel, reading, verdict)
        except IntegrityError:
            # Another import received the same bytes at the same moment. If so, it is held now; if not, it is a fault.
            known = held(parcel)
            if known.article is None:
                raise
            return result(parcel, reading, decide(reading.problem or reading.story, known))

    def _receipt(self, parcel: Parcel) -> Receipt:
        receipt = Receipt.objects.filter(sha256=parcel.sha256).first()
        if receipt is None:
            if self.batch is None or not ImportBatch.objects.filter(pk=self.batch.pk).exists():
                self.batch = receiving.open_batch(by=self.by, origin="\n".join(self.paths))
            receipt = receiving.receive(
                self.batch, name=parcel.name, sha256=parcel.sha256, size=parcel.size, received=parcel.received
            )
        return receipt

    def _create(self, parcel: Parcel, reading: Reading, verdict: Verdict) -> Article:
        receipt = self._receipt(parcel)
        draft = drafting.Draft(words_of(reading.story), rows_of(reading, receipt, by=self.by))
        (article,) = drafting.start_batch([draft], by=self.by, why=parcel.name, kind=Revision.Kind.IMPORT)
        cleaned = [
            ReceiptVerdict(step=step.name, outcome=ReceiptVerdict.Outcome.CLEANED, before=step.before, after=step.after)
            for step in reading.steps
        ]
        created = ReceiptVerdict(step="decide", outcome=ReceiptVerdict.Outcome.CREATED, reason=verdict.reason)
        receiving.judge(receipt, [*cleaned, created], article=article)
        return article


def read(parcel: Parcel, *, format: str = AUTO, encoding: str | None = None) -> Reading:
    """The story in a parcel, or what is wrong with it. Pure: nothing but the bytes is asked."""
    decoded = None
    try:
        if parcel.problem:
            raise parcel.problem
        decoded = decode(parcel.received, encoding)
        name = detect(decoded) if format == AUTO else format
        return Reading(clean_up(READERS[name](decoded)), decoded, format=name)
    except BadInput as problem:
        return Reading(decoded=decoded, problem=problem)


def held(parcel: Parcel) -> Held:
    """What the house holds of exactly these bytes."""
    receipt = Receipt.objects.filter(sha256=parcel.sha256).first() if parcel.sha256 else None
    state = receipt and receipt.state()
    return Held(state.outcome, state.article_id, state.reason) if state else Held()


def words_of(story: Story) -> dict[str, str]:
    """The words of the draft to start."""
    return {
        "headline": story.headline,
        "dek": story.dek,
        "body": body_of(story.blocks),
        "language": settings.HOUSE_LANGUAGE,
        "direction": Direction.LTR,
    }


def rows_of(reading: Reading, receipt: Receipt, *, by: rights.User) -> Rows:
    """Credits and suggested origins, their people and organisations made where the house does not know them yet."""
    credits = []
    for credit in reading.story.credits:
        (author,) = profiles.authors_named([credit.name], by=by)
        outlet = profiles.organisation_named(credit.organisation, by=by) if credit.organisation else None
        credits.append(Credit(author=author, organisation=outlet, role=credit.role))
    origins = []
    for claim in reading.story.origins:
        organisation = profiles.organisation_named(claim.organisation, by=by, domain=claim.domain)
        if organisation.kind != Organisation.Kind.OWN_HOUSE:  # what we write ourselves comes from nowhere else
            start, end = span(reading.decoded, claim)
            origins.append(
                Origin(
                    role=claim.role,
                    organisation=organisation,
                    evidence=claim.evidence,
                    receipt=receipt,
                    evidence_start=start,
                    evidence_end=end,
                    found_by=claim.found_by,
                )
            )
    return Rows(credits=credits, origins=origins)


def span(decoded: Decoded, claim: OriginClaim) -> tuple[int, int]:
    """First byte, and the byte after the last, of the claim's evidence in what was received."""
    words = r"\s+".join(re.escape(word) for word in claim.evidence.split())
    found = re.compile(words).search(decoded.text, claim.start)
    return decoded.byte_at(found.start()), decoded.byte_at(found.end())


def result(parcel: Parcel, reading: Reading, verdict: Verdict, article: Article | None = None) -> Result:
    """The line of the report for one item."""
    problem = verdict.problem
    return Result(
        name=parcel.name,
        outcome=verdict.outcome,
        reason=problem.reason if problem else verdict.reason,
        article=article.pk if article else None,
        headline=reading.story.headline if reading.story else "",
        error=problem.code if problem else "",
        line=problem.line if problem else None,
        byte=problem.byte if problem else None,
        steps=tuple(step.name for step in reading.steps) if verdict.outcome == Outcome.CREATED else (),
    )


def _refused(verdict: Verdict) -> ReceiptVerdict:
    return ReceiptVerdict(step=verdict.problem.code, outcome=ReceiptVerdict.Outcome.REFUSED, reason=verdict.reason)


def failures(results: Iterable[Result]) -> int:
    """How many items were refused."""
    return sum(one.outcome == Outcome.REFUSED for one in results)
