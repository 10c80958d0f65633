"""Which verbs a person may press now: the same questions the verbs themselves ask, asked beforehand."""

import datetime

from articles.desk import gate, overlays, rights
from articles.models import Article, Person
from articles.states import MOVES, Standing, Status, Verb, possible

IN_THE_FORM = frozenset({Verb.REVISE, Verb.RESTORE_REVISION})


def offered(article: Article, *, to: rights.User, standing: Standing, at: datetime.datetime) -> list[Verb]:
    """The verbs that `to` may press on `article` at `at`, in the order of the table. The gate is not asked here."""
    return [
        verb
        for verb in MOVES
        if verb not in IN_THE_FORM
        and possible(verb, article.status, standing)
        and rights.may(to, verb)
        and overlays.lacks(article, verb, at=at) is None
    ]


def submits_when_saved(article: Article, *, to: rights.User) -> bool:
    """Whether `to` may save other words and submit them in one go: an edit makes an approved story a draft again."""
    saved = MOVES[Verb.REVISE].leads.get(Status(article.status))
    return saved == Status.DRAFT and rights.may(to, Verb.SUBMIT)


def lacking(article: Article, verb: Verb, *, to: rights.User, at: datetime.datetime) -> list[gate.Finding]:
    """What the gate would say if `to` pressed `verb` now."""
    head = article.revisions.get(number=article.version)
    return gate.inspect(article, verb, by=Person.objects.filter(user_id=to.pk).first(), head=head, at=at)
