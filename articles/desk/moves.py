"""How every verb moves a story: lock it, ask rights and table, check what the person saw, write the decision."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles import clock
from articles.desk import gate, overlays, rights
from articles.desk.refusals import Refused, Stale
from articles.models import Article, Decision, Person, Revision
from articles.states import MOVES, Standing, Status, Verb, possible

MOVING_FIELDS = ("status", "version", "embargo_until", "on_hold", "assignee_id", "due", "slug", "changed")


@dataclass
class Moving:
    """A story in the middle of a verb: locked, allowed by rights and table, nothing written yet."""

    article: Article
    verb: Verb
    by: Person
    when: datetime.datetime
    standing: Standing
    head: Revision
    why: str = ""
    warnings: list[dict[str, str]] = field(default_factory=list)

    def pass_gate(self, *, at: datetime.datetime | None = None) -> None:
        """Asks the gate. Raises `Refused` with every rule that blocks; keeps what only warns for the decision."""
        findings = gate.inspect(self.article, self.verb, by=self.by, head=self.head, at=at or self.when)
        blocking = [finding.sentence for finding in findings if finding.blocks]
        if blocking:
            raise Refused(*blocking)
        self.warnings += [{"rule": finding.rule, "sentence": finding.sentence} for finding in findings]

    def decide(
        self, *, at: datetime.datetime | None = None, details: dict[str, Any] | None = None, **changes: Any
    ) -> Decision:
        """Writes `changes` and the new status to the working copy, and the decision to the record."""
        before = self.article.status
        for name, value in changes.items():
            setattr(self.article, name, value)
        self.article.status = MOVES[self.verb].leads[Status(before)]
        self.article.changed = self.when
        self.article.save(update_fields=["status", "changed", *changes])
        return Decision.objects.create(
            article=self.article,
            verb=self.verb,
            from_status=before,
            to_status=self.article.status,
            revision=self.head,
            by=self.by,
            when=self.when,
            at=at,
            why=self.why,
            warnings=self.warnings,
            details=details or {},
        )


@contextmanager
def moving(
    article: Article, verb: Verb, *, by: rights.User, seen: int | None = None, why: str = ""
) -> Iterator[Moving]:
    """One transaction around one verb on one story.

    `seen` is the version the person was looking at. Raises `Refused` where rights or table say no, `Stale` where
    the words have moved on. When it ends well, `article` carries the new status and overlays.
    """
    rights.require(by, verb)
    with transaction.atomic():
        locked = Article.objects.select_for_update().get(pk=article.pk)
        now = clock.now()
        standing = locked.standing(at=now)
        require_possible(locked, verb, standing)
        if lacking := overlays.lacks(locked, verb, at=now):
            raise Refused(lacking)
        require_seen(locked, seen)
        if MOVES[verb].reason and not why.strip():
            raise Refused(_("Say why: “%(verb)s” asks for a reason, and the record keeps it.") % {"verb": verb.label})
        head = locked.revisions.get(number=locked.version)
        yield Moving(locked, verb, rights.person(by), now, standing, head, why.strip())
    for name in MOVING_FIELDS:
        setattr(article, name, getattr(locked, name))


def require_possible(article: Article, verb: Verb, standing: Standing) -> None:
    """Raises `Refused` where the table has no way for `verb`, naming who moved the story last."""
    if possible(verb, article.status, standing):
        return
    last = article.decisions.select_related("by__user").order_by("-pk")[0]  # a start at the least
    raise Refused(
        _("“%(verb)s” is not possible now: the working copy is “%(status)s”, and for readers it is “%(standing)s”.")
        % {"verb": verb.label, "status": article.get_status_display(), "standing": standing.label},
        _("The last move was “%(verb)s” by %(who)s, %(when)s.")
        % {"verb": last.get_verb_display(), "who": last.by.name, "when": clock.said(last.when)},
    )


def require_seen(article: Article, seen: int | None) -> None:
    """Raises `Stale` when the words have moved on since the version `seen` (None asks for nothing)."""
    if seen is None or seen == article.version:
        return
    head = article.revisions.select_related("by__user").get(number=article.version)
    raise Stale(
        _("%(who)s saved other words %(when)s, after you opened this story. Compare them with yours, then try again.")
        % {"who": head.by.name, "when": clock.said(head.when)}
    )
