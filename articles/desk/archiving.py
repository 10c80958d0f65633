"""An archive that was already published elsewhere enters as published: with its own dates, authors, slugs, addresses.

The one way around the road from draft to print. It has a permission of its own, asks for a reason, and asks the gate's
rules for archives; wire copy can never use it, for it was never published by the system that is being left.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from articles import clock
from articles.desk import addresses, gate, prints, rights
from articles.desk.drafting import Draft, start_batch
from articles.desk.refusals import Refused
from articles.models import Article, Decision, Person, Revision
from articles.states import Status, Verb

PUBLISHED = "published"


@dataclass
class Archived:
    """A story of an archive: its draft, how the system that is left had it (`was`), when it was first published there
    and last changed (aware), and the addresses it had: paths, with the query where that is part of it.
    """

    draft: Draft
    was: str
    published: datetime.datetime | None
    updated: datetime.datetime | None = None
    addresses: Sequence[str] = ()


@dataclass(frozen=True)
class Entered:
    """A story now held; `lacking` says why it stays a draft, and is empty when readers have it."""

    article: Article
    lacking: tuple[str, ...] = ()


def enter_archive(stories: Sequence[Archived], *, by: rights.User, why: str) -> list[Entered]:
    """Starts the stories and publishes those that were published, at most a batch at once.

    What the gate holds back stays a draft and says why. Raises `Refused` without the right, without a reason, or for a
    story that no publishing system had.
    """
    rights.require(by, Verb.ENTER_ARCHIVE)
    if not why.strip():
        raise Refused(_("Say which archive this is: the record keeps the reason."))
    if any(not story.was for story in stories):
        raise Refused(_("Only an archive enters as published. Import wire copy as drafts, and send them on the road."))
    with transaction.atomic():
        articles = start_batch([story.draft for story in stories], by=by, kind=Revision.Kind.IMPORT, why=why)
        person = rights.person(by)
        heads = {head.article_id: head for head in Revision.objects.filter(article__in=articles, number=1)}
        return [
            Entered(article, _entered(article, story, heads[article.pk], person, why))
            for article, story in zip(articles, stories, strict=True)
        ]


def _entered(article: Article, story: Archived, head: Revision, by: Person, why: str) -> tuple[str, ...]:
    """Publishes one story; or says what it lacks."""
    now = clock.now()
    if story.was != PUBLISHED:
        return (_("It was “%(was)s” in the archive, and is a draft here.") % {"was": story.was},)
    if story.published is None or story.published > now:
        return (_("The archive does not say when it was published. Publish it by hand."),)
    findings = gate.inspect(article, Verb.ENTER_ARCHIVE, by=by, head=head, at=story.published)
    lacking = tuple(finding.sentence for finding in findings if finding.blocks)
    if lacking:
        return lacking
    path = addresses.planned(article, at=story.published)
    details = {"path": path, "addresses": [old for old in story.addresses if old != path]}
    if story.updated and story.published < story.updated <= now:
        details["updated"] = story.updated.isoformat()
    before, article.status = article.status, Status.APPROVED
    article.save(update_fields=["status"])
    decision = Decision.objects.create(
        article=article,
        verb=Verb.ENTER_ARCHIVE,
        from_status=before,
        to_status=article.status,
        revision=head,
        by=by,
        when=now,
        at=story.published,
        why=why,
        warnings=[{"rule": one.rule, "sentence": one.sentence} for one in findings],
        details=details,
    )
    prints.apply(decision)
    return ()
