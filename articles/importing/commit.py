"""A planned batch handed to the desk: receipts, drafts, updates, verdicts, deliveries, each kind at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from articles import likeness
from articles.desk import drafting, receiving, rights, tasks, updating
from articles.importing.decide import Act, Outcome, Ruling
from articles.importing.deliveries import delivery_of
from articles.importing.draft import credits_of, draft_of, names_of, origins_of, topics_of, words_of
from articles.importing.media import Beside
from articles.importing.pictures import came_along, take_in, take_in_files
from articles.importing.plan import Planned
from articles.importing.reading import Reading
from articles.importing.story import Signal
from articles.importing.versions import identity
from articles.models import Article, Delivery, ImportBatch, Receipt, Revision, Task, Verdict


@dataclass
class Commit:
    """One transaction's work. `batch` is opened by the first new receipt, as received from `origin`; `besides` says of
    each item, by its name, where the files lie that came along with it.
    """

    by: rights.User
    batch: ImportBatch | None
    origin: str
    besides: Mapping[str, Beside]
    verdicts: list[Verdict] = field(default_factory=list, init=False)
    deliveries: list[Delivery] = field(default_factory=list, init=False)

    def write(self, planned: Sequence[Planned]) -> list[Planned]:
        """Writes all of it, and gives the plans back with what has become of them."""
        news = [one for one in planned if one.ruling.act != Act.NOTHING and one.item.sha256]
        self._receive(news)
        self._take_pictures([one for one in news if one.ruling.act in (Act.START, Act.UPDATE)])
        self._start([one for one in news if one.ruling.act == Act.START])
        for one in news:
            if one.ruling.act == Act.UPDATE:
                self._update(one)
            elif one.ruling.act != Act.START:
                self._note(one)
        receiving.judge([verdict for one in news for verdict in self._verdicts(one)])
        receiving.deliver(self.deliveries)
        return list(planned)

    def _receive(self, news: Sequence[Planned]) -> None:
        """Receipts for bytes that never came before."""
        new = [one for one in news if one.receipt is None]
        if not new:
            return
        self.batch = self.batch or receiving.open_batch(by=self.by, origin=self.origin)
        arrivals = [
            receiving.Arrival(
                one.item.name,
                one.item.sha256,
                one.item.size,
                one.item.received,
                one.item.format,
                one.item.envelope,
                one.item.packed,
            )
            for one in new
        ]
        for one, receipt in zip(new, receiving.receive(self.batch, arrivals), strict=True):
            one.receipt = receipt

    def _take_pictures(self, news: Sequence[Planned]) -> None:
        """Pictures before stories, since a revision keeps by value what its pictures are."""
        take_in([story_of(one).story for one in news], by=self.by)
        for one in news:
            story = story_of(one).story
            if beside := came_along(story, self.besides, one.item.name):
                missing = take_in_files(story, beside, by=self.by)
                one.reading = replace(story_of(one), story=replace(story, steps=(*story.steps, *missing)))

    def _start(self, news: Sequence[Planned]) -> None:
        if not news:
            return
        articles = self.start(news)
        revisions = dict(Revision.objects.filter(article__in=articles, number=1).values_list("article_id", "pk"))
        for one, article in zip(news, articles, strict=True):
            one.ruling = replace(one.ruling, article=article.pk)
            self._deliver(one, Delivery.Kind.ITEM, Delivery.State.TAKEN, revision=revisions[article.pk])
        likeness.index({article.pk: story_of(one).sketch for one, article in zip(news, articles, strict=True)})

    def start(self, news: Sequence[Planned]) -> list[Article]:
        """The drafts of new stories."""
        names = names_of([story_of(one).story for one in news], by=self.by)
        drafts = [draft_of(story_of(one), one.receipt, names, why=one.item.name) for one in news]
        return drafting.start_batch(drafts, by=self.by, kind=Revision.Kind.IMPORT)

    def _update(self, one: Planned) -> None:
        """A newer version meets what the desk has written since."""
        reading, number = story_of(one), one.ruling.article
        story, names = reading.story, names_of([reading.story], by=self.by)
        theirs = updating.Received(
            words_of(story, names),
            credits=credits_of(story, names),
            topics=topics_of(story, names),
            origins=origins_of(reading, one.receipt, names),
            embargo=story.embargo,
        )
        article = Article.objects.get(pk=number or 0)
        update = updating.take_update(article, theirs, by=self.by, why=one.item.name, occasion=_occasion(one))
        outcome = Outcome(update.taken.value)
        one.ruling = Ruling(outcome, update.reason, Act.UPDATE, number)
        revision = update.revision.pk if update.revision else None
        self._deliver(one, Delivery.Kind.UPDATE, update.state, revision=revision, content=update.content)
        if update.taken == updating.Taken.REVISED:
            likeness.index({article.pk: reading.sketch})
        if story.signal == Signal.CORRECTION:
            self._raise(one, Task.Kind.CORRECTION, updating.corrected_sentence(story.supplier, story.ednote))

    def _note(self, one: Planned) -> None:
        """Nothing new for the desk: an older version, a copy from elsewhere, a withdrawal, a refusal."""
        if one.ruling.act == Act.COPY:
            self._deliver(one, Delivery.Kind.COPY, Delivery.State.KNOWN)
        elif one.ruling.act == Act.NOTE:
            self._deliver(one, Delivery.Kind.UPDATE, Delivery.State.KNOWN)
        elif one.ruling.act == Act.WITHDRAW:
            self._deliver(one, Delivery.Kind.WITHDRAWAL, Delivery.State.KNOWN)
            story = story_of(one).story
            self._raise(one, Task.Kind.KILL, updating.withdrawn_sentence(story.supplier, story.ednote))

    def _raise(self, one: Planned, kind: Task.Kind, sentence: str) -> None:
        """A task at every story made from the item, be it as a copy from another outlet."""
        concerned = tasks.made_from([identity(story_of(one).story)])
        if one.ruling.article is not None:
            concerned.add(one.ruling.article)
        tasks.raise_tasks(concerned, kind, _occasion(one), sentence, receipt=one.receipt)

    def _deliver(
        self,
        one: Planned,
        kind: Delivery.Kind,
        state: Delivery.State,
        *,
        revision: int | None = None,
        content: str = "",
    ) -> None:
        delivery = delivery_of(story_of(one), kind=kind, state=state)
        delivery.article_id, delivery.receipt_id = one.ruling.article, _receipt(one).pk
        delivery.revision_id, delivery.content = revision, content
        self.deliveries.append(delivery)

    def _verdicts(self, one: Planned) -> list[Verdict]:
        """What each step changed, then what was decided."""
        ruling, made = one.ruling, []
        if isinstance(one.reading, Reading) and ruling.act in (Act.START, Act.UPDATE):
            made = [
                Verdict(step=step.name, outcome=Verdict.Outcome.CLEANED, before=step.before, after=step.after)
                for step in one.reading.story.steps
            ]
        decided = Verdict(step=ruling.error or "decide", outcome=ruling.outcome.value, reason=ruling.reason)
        for verdict in (*made, decided):
            verdict.receipt_id, verdict.article_id = _receipt(one).pk, ruling.article
        return [*made, decided]


def story_of(one: Planned) -> Reading:
    """The reading of an item that is to be a story; what could not be read is never planned as one."""
    if not isinstance(one.reading, Reading):
        raise TypeError(f"{one.item.name} was not read, and yet is to be {one.ruling.act}")
    return one.reading


def _receipt(one: Planned) -> Receipt:
    if one.receipt is None:
        raise TypeError(f"{one.item.name} is judged without a receipt")
    return one.receipt


def _occasion(one: Planned) -> str:
    return one.item.sha256
