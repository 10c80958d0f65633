"""A supplier's newer version of a story we hold: merged with the desk's words, or kept until a person settles it."""

import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles import clock
from articles.desk import drafting, pictures, publishing, receiving, rights, snapshot, tasks
from articles.desk.merging import Content, Merge, merge
from articles.desk.refusals import Refused
from articles.desk.rows import Rows, rows_from_content, rows_of
from articles.models import Article, Credit, Delivery, Origin, PublishedArticle, Revision, Task, Topic, Verdict
from articles.states import Verb, possible
from articles.text.canonical import canonical_json
from articles.text.citing import without_marks

State = Delivery.State


class Taken(StrEnum):
    """What became of an update."""

    REVISED = "revised"
    CONFLICT = "conflict"
    UNCHANGED = "unchanged"


@dataclass
class Received:
    """A newer version as it came: words by column name, and rows not yet saved."""

    words: Mapping[str, Any]
    credits: Sequence[Credit] = ()
    topics: Sequence[Topic] = ()
    origins: Sequence[Origin] = ()
    embargo: datetime.datetime | None = None

    def content(self, article: Article) -> Content:
        """What a revision of `article` in these words alone would say. Marks of passages are ours alone."""
        alone = Article(pk=article.pk)
        drafting.write_words(alone, self.words)
        alone.body = without_marks(alone.body)
        rows: dict[str, Any] = {"credits": self.credits, "topics": self.topics, "origins": self.origins}
        return snapshot.content(alone, citations=(), pictures=pictures.shown_in([alone]), **rows)


@dataclass(frozen=True)
class Update:
    """What became of an update and why, and in which state its delivery is noted; `content` is what was received, where
    the revision does not say just that.
    """

    taken: Taken
    reason: str
    state: Delivery.State
    revision: Revision | None = None
    content: str = ""


def take_update(article: Article, received: Received, *, by: rights.User, why: str, occasion: str) -> Update:
    """Merges a newer version into `article` as a draft revision; nothing goes live by it. Where both sides changed the
    same words the update waits, with a task (`occasion` names it, once), and no word of either is lost.
    """
    rights.require(by, Verb.REVISE)
    with transaction.atomic():
        locked = Article.objects.select_for_update().get(pk=article.pk)
        theirs = received.content(locked)
        held = canonical_json(theirs)
        if _is_last(locked, theirs):
            return Update(Taken.UNCHANGED, _("A newer version in the same words."), State.KNOWN, content=held)
        if not possible(Verb.REVISE, locked.status, locked.standing(at=clock.now())):
            reason = _("Article %(number)d is spiked or killed. The update is kept, and waits.")
            return Update(Taken.CONFLICT, reason % {"number": locked.pk}, State.WAITING, content=held)
        merged = merge_of(locked, theirs)
        if not merged.clean:
            names = ", ".join(merged.conflicts)
            sentence = _("An update (%(why)s) changes words that the desk has changed too: %(names)s. Settle it.")
            told = sentence % {"why": why, "names": names}
            _overtake(locked, by=by, why=why, occasion=occasion)
            tasks.raise_tasks([locked.pk], Task.Kind.UPDATE, occasion, told)
            return Update(Taken.CONFLICT, told, State.WAITING, content=held)
        revision = _write(locked, merged, by=by, why=why)
        _overtake(locked, by=by, why=why, occasion=occasion)
        _keep_embargo(locked, received.embargo, by=by, occasion=occasion)
    if revision is None:
        # It is the base of the next one all the same.
        return Update(Taken.UNCHANGED, _("The desk already has all that is new in it."), State.TAKEN, content=held)
    same = _says(revision) == held
    reason = _("Revision %(number)d, to be reviewed.") % {"number": revision.number}
    return Update(Taken.REVISED, reason, State.TAKEN, revision, "" if same else held)


def waiting(article: Article) -> Delivery | None:
    """The update of `article` that waits to be settled."""
    return article.deliveries.filter(state=Delivery.State.WAITING).last()


def merge_waiting(article: Article, delivery: Delivery) -> Merge:
    """How the waiting `delivery` meets the words the desk has now."""
    return merge_of(article, json.loads(delivery.content))


def merge_of(article: Article, theirs: Content) -> Merge:
    """How what was received as `theirs` meets the words the desk has now; the address that readers know stays."""
    ours = content_of(article)
    if PublishedArticle.objects.filter(article_number=article.pk).exists():
        theirs = {**theirs, "slug": ours["slug"]}
    return merge(base_of(article), ours, theirs)


def result_of(article: Article, merged: Merge) -> dict[str, Any]:
    """What a merge without conflicts makes of `article`, as `settle_update` is told it: `words` and rows."""
    words: dict[str, Any] = {one.name: one.merged for one in merged.fields if one.name not in ("section", "credits")}
    section = merged.field("section").merged
    words |= {"body": merged.body.body, "section_id": section and section["id"]}
    credits = merged.field("credits")
    return {
        "words": words,
        "credits": None if credits.merged == credits.ours else _rows({"credits": credits.merged}).credits,
        "topics": list(Topic.objects.filter(pk__in=[topic["id"] for topic in merged.topics])),
        "origins": _origins(rows_of(article).origins or (), merged),
    }


def settle_update(
    article: Article, delivery: Delivery, *, by: rights.User, seen: int | None, words: Mapping[str, Any], **rows: Any
) -> Revision | None:
    """Writes what a person made of both: `words` and rows as they shall be. From then on the update is the base.

    Raises `Refused` where it waits no longer, `Stale` where the words have moved on since the version `seen`. Returns
    None where the desk's words stay as they are.
    """
    rights.require(by, Verb.REVISE)
    with transaction.atomic():
        settled = Delivery.objects.filter(pk=delivery.pk, article=article, state=Delivery.State.WAITING)
        if not settled.update(state=Delivery.State.TAKEN):
            raise Refused(_("This update waits no longer: it was settled, or a newer one has come."))
        why = _("Settled the update “%(name)s”.") % {"name": delivery.receipt.name}
        revision = drafting.revise(article, by=by, seen=seen, words=words, why=why, **rows)
        held = Delivery.objects.filter(pk=delivery.pk)
        held.update(revision=revision or article.revisions.get(number=article.version))
        verdict = Verdict(receipt=delivery.receipt, step="settle", outcome=Verdict.Outcome.REVISED, article=article)
        receiving.judge([verdict])
        for task in tasks.open_tasks(article).filter(kind=Task.Kind.UPDATE):
            tasks.settle_task(task, by=by, note=why)
    return revision


def base_of(article: Article) -> Content:
    """What was last received of `article` and taken; of a story of our own, its first revision."""
    delivery = receiving.taken(article)
    if delivery is None:
        return json.loads(article.revisions.select_related("words").get(number=1).words.content)
    return json.loads(delivery.content or delivery.revision.words.content)  # type: ignore[union-attr]


def content_of(article: Article) -> Content:
    """What the newest revision of `article` says."""
    return json.loads(_says(article.revisions.select_related("words").get(number=article.version)))


def withdrawn_sentence(supplier: str, note: str) -> str:
    """What a task says where a supplier has withdrawn a story."""
    told = _("%(supplier)s has withdrawn this story. Take it from readers, or say why it stays.")
    return " ".join(filter(None, [told % {"supplier": supplier or _("Its supplier")}, note]))


def corrected_sentence(supplier: str, note: str) -> str:
    """What a task says where a supplier has corrected a story."""
    told = _("%(supplier)s has corrected this story. See what changed, and correct it for readers.")
    return " ".join(filter(None, [told % {"supplier": supplier or _("Its supplier")}, note]))


def _says(revision: Revision) -> str:
    return revision.words.content


def _is_last(article: Article, theirs: Content) -> bool:
    """Whether the last delivery, settled or waiting, said the same."""
    states = (Delivery.State.TAKEN, Delivery.State.WAITING)
    last = article.deliveries.filter(state__in=states).exclude(kind=Delivery.Kind.COPY).last()
    if last is None:
        return False
    held = json.loads(last.content or last.revision.words.content)  # type: ignore[union-attr]
    return all(_told(held, name) == _told(theirs, name) for name in (*snapshot.WORDS, "section", "credits", "topics"))


def _told(content: Content, name: str) -> Any:
    return content[name]


def _write(article: Article, merged: Merge, *, by: rights.User, why: str) -> Revision | None:
    rows = result_of(article, merged)
    change = drafting.Change(article, article.version, rows.pop("words"), Rows(**rows), why=why)
    return drafting.revise_batch([change], by=by, kind=Revision.Kind.IMPORT)[0]


def _origins(held: Sequence[Origin], merged: Merge) -> list[Origin]:
    """The claims held, and those that are new."""
    known = {(one.role, one.organisation_id, one.url) for one in held}
    new = [one for one in merged.origins if (one["role"], one["organisation"]["id"], one["url"]) not in known]
    return [*held, *(_rows({"origins": new}).origins or ())]


def _rows(parts: Content) -> Rows:
    empty: Content = {"section": None, "topics": [], "credits": [], "origins": [], "citations": []}
    return rows_from_content(empty | parts)


def _overtake(article: Article, *, by: rights.User, why: str, occasion: str) -> None:
    """What an earlier update asked for is asked no longer: the newer one takes its place."""
    for task in tasks.open_tasks(article).filter(kind=Task.Kind.UPDATE).exclude(occasion=occasion):
        tasks.settle_task(task, by=by, note=_("A newer version has come: %(why)s.") % {"why": why})


def _keep_embargo(article: Article, until: datetime.datetime | None, *, by: rights.User, occasion: str) -> None:
    """A supplier's later embargo holds at once; an earlier one, or one after the fact, is a matter for a person."""
    now = clock.now()
    if until is None or until <= now or until == article.embargo_until:
        return
    told = _("Its supplier now asks for an embargo until %(until)s.") % {"until": clock.said(until)}
    earlier = article.embargo_until is not None and until < article.embargo_until
    if not earlier and possible(Verb.EMBARGO, article.status, article.standing(at=now)):
        publishing.embargo(article, by=by, until=until, why=told)
    else:
        tasks.raise_tasks([article.pk], Task.Kind.EMBARGO, occasion, told)
