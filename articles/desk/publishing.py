"""What readers hold: publish, schedule, embargo, hold, unpublish, kill, reprint.

A schedule or an embargo ends because the clock entered the window of the print; nothing has to run at that minute.
"""

import datetime

from django.utils.translation import gettext as _

from articles import clock
from articles.desk import addresses, overlays, prints, rights, snapshot
from articles.desk.moves import Moving, moving
from articles.desk.refusals import Refused
from articles.models import Article, Decision, PublishedArticle
from articles.states import Verb


def publish(article: Article, *, by: rights.User, seen: int | None, why: str = "") -> Decision:
    """Makes the approved words public now; under an embargo, at the minute it ends."""
    with moving(article, Verb.PUBLISH, by=by, seen=seen, why=why) as move:
        until = move.article.embargo_until
        at = max(move.when, until) if until else move.when
        return _print(move, at=at, asked=move.when)


def schedule(article: Article, *, by: rights.User, seen: int | None, at: datetime.datetime, why: str = "") -> Decision:
    """Makes the approved words public at the minute `at` (aware). Words saved later wait for their own decision.

    On a live story the present print ends at that minute and the update begins, with nothing between them.
    """
    with moving(article, Verb.SCHEDULE, by=by, seen=seen, why=why) as move:
        if at <= move.when:
            raise Refused(_("%(at)s has passed. Publish now, or choose a later minute.") % {"at": clock.said(at)})
        return _print(move, at=at, asked=at)


def unschedule(article: Article, *, by: rights.User, seen: int | None = None, why: str = "") -> Decision:
    """Takes back what is scheduled; a live print stays as it is."""
    with moving(article, Verb.UNSCHEDULE, by=by, seen=seen, why=why) as move:
        decision = move.decide()
        prints.apply(decision)
        return decision


def embargo(
    article: Article, *, by: rights.User, until: datetime.datetime, seen: int | None = None, why: str = ""
) -> Decision:
    """Keeps the story from readers before the minute `until` (aware), whatever was or will be scheduled."""
    with moving(article, Verb.EMBARGO, by=by, seen=seen, why=why) as move:
        if until <= move.when:
            raise Refused(_("%(until)s has passed. An embargo ends in the future.") % {"until": clock.said(until)})
        held_until = move.article.embargo_until
        if held_until and move.when < until < held_until:
            raise Refused(
                _("An embargo until %(until)s is in force. To end it earlier, lift it and say why.")
                % {"until": clock.said(held_until)}
            )
        pending = overlays.pending_print(move.article, at=move.when)
        at = max(_asked(move.article), until) if pending else None
        decision = move.decide(at=at, details=_moved(move, at), embargo_until=until)
        prints.apply(decision)
        return decision


def lift_embargo(article: Article, *, by: rights.User, why: str, seen: int | None = None) -> Decision:
    """Ends the embargo now. A story that waited only for it goes out at once; a scheduled one at its own minute."""
    with moving(article, Verb.LIFT_EMBARGO, by=by, seen=seen, why=why) as move:
        pending = overlays.pending_print(move.article, at=move.when)
        at = max(_asked(move.article), move.when) if pending else None
        decision = move.decide(at=at, details=_moved(move, at), embargo_until=None)
        prints.apply(decision)
        return decision


def hold(article: Article, *, by: rights.User, why: str, seen: int | None = None) -> Decision:
    """Legal hold: nothing of the story is or becomes public until the hold is released and it is published again."""
    with moving(article, Verb.HOLD, by=by, seen=seen, why=why) as move:
        decision = move.decide(on_hold=True)
        prints.apply(decision)
        return decision


def release_hold(article: Article, *, by: rights.User, why: str, seen: int | None = None) -> Decision:
    """Ends the hold. What it took from readers comes back only when somebody publishes again."""
    with moving(article, Verb.RELEASE_HOLD, by=by, seen=seen, why=why) as move:
        return move.decide(on_hold=False)


def unpublish(article: Article, *, by: rights.User, why: str, seen: int | None = None) -> Decision:
    """Takes the story from readers now; its address answers 404 until it is published again."""
    with moving(article, Verb.UNPUBLISH, by=by, seen=seen, why=why) as move:
        decision = move.decide()
        prints.apply(decision)
        return decision


def kill(article: Article, *, by: rights.User, why: str, seen: int | None = None) -> Decision:
    """Ends the story for good: gone from every surface, its address answers 410. There is no way back."""
    with moving(article, Verb.KILL, by=by, seen=seen, why=why) as move:
        decision = move.decide()
        prints.apply(decision)
        return decision


def reprint(article: Article, *, by: rights.User, why: str, seen: int | None = None) -> Decision:
    """Prints the live words again with the names of today; a print otherwise keeps those it was made with."""
    with moving(article, Verb.REPRINT, by=by, seen=seen, why=why) as move:
        live = PublishedArticle.objects.filter(article_number=article.pk).visible(at=move.when).get()
        move.head = move.article.revisions.get(number=live.revision_number)
        names = snapshot.named_today(move.head.words.content)
        decision = move.decide(details={"path": live.path, "names": names})
        prints.apply(decision)
        return decision


def _print(move: Moving, *, at: datetime.datetime, asked: datetime.datetime) -> Decision:
    move.pass_gate(at=at)
    details = {"path": addresses.planned(move.article, at=at), "asked": asked.isoformat()}
    decision = move.decide(at=at, details=details)
    prints.apply(decision)
    return decision


def _asked(article: Article) -> datetime.datetime:
    """The minute the publisher asked for when the pending print was made, before any embargo moved it."""
    asking = article.decisions.filter(verb__in=[Verb.PUBLISH, Verb.SCHEDULE]).order_by("-pk")[0]
    return datetime.datetime.fromisoformat(asking.details["asked"])


def _moved(move: Moving, at: datetime.datetime | None) -> dict[str, str]:
    """The address changes with the day of a first release, so that a moved window has to name it anew."""
    if at is None:
        return {}
    path = addresses.planned(move.article, at=at)
    if addresses.taken(path, move.article):
        slug = addresses.free_slug(move.article, at=at)
        raise Refused(
            _("On that day the address %(path)s belongs to another story. Unschedule it and use the slug “%(slug)s”.")
            % {"path": path, "slug": slug}
        )
    return {"path": path}
