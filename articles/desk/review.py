"""The working copy on its way: assign, submit, request changes, approve, withdraw approval, spike, unspike."""

import datetime

from django.contrib.auth.models import User

from articles.desk import notices, rights
from articles.desk.moves import moving
from articles.models import Article, Decision
from articles.states import Verb


def assign(
    article: Article,
    *,
    by: rights.User,
    to: User | None = None,
    due: datetime.datetime | None = None,
    seen: int | None = None,
    why: str = "",
) -> Decision:
    """Says whose turn it is and by when; either may be nobody or open."""
    with moving(article, Verb.ASSIGN, by=by, seen=seen, why=why) as move:
        decision = move.decide(assignee=to, due=due)
        notices.assigned(decision)
        return decision


def submit(article: Article, *, by: rights.User, seen: int | None, why: str = "") -> Decision:
    """Hands the working copy to the editors, who are told by mail."""
    with moving(article, Verb.SUBMIT, by=by, seen=seen, why=why) as move:
        decision = move.decide()
        notices.submitted(decision)
        return decision


def request_changes(article: Article, *, by: rights.User, seen: int | None, why: str) -> Decision:
    """Hands the working copy back to whoever submitted it, with what is to be mended."""
    with moving(article, Verb.REQUEST_CHANGES, by=by, seen=seen, why=why) as move:
        decision = move.decide()
        notices.changes_requested(decision)
        return decision


def approve(article: Article, *, by: rights.User, seen: int | None, why: str = "") -> Decision:
    """Says that these words may go out. Whoever wrote some of them since the last approval cannot say so."""
    with moving(article, Verb.APPROVE, by=by, seen=seen, why=why) as move:
        move.pass_gate()
        return move.decide()


def second_approve(article: Article, *, by: rights.User, seen: int | None, why: str = "") -> Decision:
    """Says so as a second editor, where the outlet whose copy it is asks for two."""
    with moving(article, Verb.SECOND_APPROVE, by=by, seen=seen, why=why) as move:
        move.pass_gate()
        return move.decide()


def withdraw_approval(article: Article, *, by: rights.User, seen: int | None, why: str) -> Decision:
    """Takes an approval back. A live page stays; words that are scheduled have to be unscheduled first."""
    with moving(article, Verb.WITHDRAW_APPROVAL, by=by, seen=seen, why=why) as move:
        return move.decide()


def spike(article: Article, *, by: rights.User, why: str, seen: int | None = None) -> Decision:
    """Puts a story aside that will not run. Nothing of it is lost."""
    with moving(article, Verb.SPIKE, by=by, seen=seen, why=why) as move:
        return move.decide()


def unspike(article: Article, *, by: rights.User, why: str = "", seen: int | None = None) -> Decision:
    """Takes a spiked story up again, as a draft."""
    with moving(article, Verb.UNSPIKE, by=by, seen=seen, why=why) as move:
        return move.decide()
