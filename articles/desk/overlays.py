"""Schedule, embargo and hold lie over a story beside its status; some verbs make sense only under one of them."""

import datetime
from collections.abc import Callable

from django.utils.translation import gettext as _

from articles.desk import approvals
from articles.models import Article, PublishedArticle
from articles.states import Verb


def lacks(article: Article, verb: Verb, *, at: datetime.datetime) -> str | None:
    """The sentence that says why `verb` has nothing to do at `at`, or None when it has."""
    want = WANTS.get(verb)
    return want(article, at) if want else None


def pending_print(article: Article, *, at: datetime.datetime) -> PublishedArticle | None:
    """The print of `article` whose window has not opened at `at`."""
    return PublishedArticle.objects.filter(article_number=article.pk).pending(at=at).first()


def _scheduled(article: Article, at: datetime.datetime) -> str | None:
    return None if pending_print(article, at=at) else _("Nothing is scheduled for this story.")


def _not_with_readers(article: Article, at: datetime.datetime) -> str | None:
    live = PublishedArticle.objects.filter(article_number=article.pk).visible(at=at)
    if not live.filter(revision_number=article.version).exists():
        return None
    return _("Readers already have these words. Save and approve an update first.")


def _embargoed(article: Article, at: datetime.datetime) -> str | None:
    return None if article.is_embargoed(at=at) else _("No embargo is in force for this story.")


def _free(article: Article, _at: datetime.datetime) -> str | None:
    return _("The story is already on hold.") if article.on_hold else None


def _held(article: Article, _at: datetime.datetime) -> str | None:
    return None if article.on_hold else _("The story is not on hold.")


def _not_scheduled_as_it_is(article: Article, at: datetime.datetime) -> str | None:
    pending = pending_print(article, at=at)
    if pending is None or pending.revision_number != article.version:
        return None
    return _("These words are scheduled. Unschedule them, then withdraw the approval.")


def _wants_two(article: Article, _at: datetime.datetime) -> str | None:
    if not approvals.asking_for_two(article):
        return _("One approval is enough for this story.")
    if approvals.second(article):
        return _("Two editors have approved these words already.")
    return None


WANTS: dict[Verb, Callable[[Article, datetime.datetime], str | None]] = {
    Verb.SCHEDULE: _not_with_readers,
    Verb.UNSCHEDULE: _scheduled,
    Verb.LIFT_EMBARGO: _embargoed,
    Verb.HOLD: _free,
    Verb.RELEASE_HOLD: _held,
    Verb.SECOND_APPROVE: _wants_two,
    Verb.WITHDRAW_APPROVAL: _not_scheduled_as_it_is,
}
