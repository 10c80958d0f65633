"""What a story must have before it moves: one table that every door shares.

A rule blocks, or only warns where the newsroom says so (GATE_WARNS in the settings); what it let through is kept in
the decision. No permission opens the gate: a superuser stands before it like everybody else.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from articles import clock
from articles.desk import addresses
from articles.models import Article, Claim, Decision, Person, Revision
from articles.states import Verb
from articles.text.characters import is_blank
from articles.text.summary import words


@dataclass(frozen=True)
class Case:
    """What a rule looks at: the story, its newest revision, who asks, and the minute readers would have it."""

    article: Article
    head: Revision
    by: Person | None
    at: datetime.datetime


@dataclass(frozen=True)
class Rule:
    """One requirement: for which verbs, and the sentence that says what is lacking (None when it is met)."""

    name: str
    verbs: frozenset[Verb]
    lacks: Callable[[Case], str | None]
    blocks: bool = True


@dataclass(frozen=True)
class Finding:
    """A rule that is not met."""

    rule: str
    sentence: str
    blocks: bool


def inspect(article: Article, verb: Verb, *, by: Person | None, head: Revision, at: datetime.datetime) -> list[Finding]:
    """Every rule for `verb` that the story does not meet, the blocking ones first. `at` is when readers get it."""
    case = Case(article, head, by, at)
    findings = [
        Finding(rule.name, sentence, rule.blocks and rule.name not in settings.GATE_WARNS)
        for rule in RULES
        if verb in rule.verbs and (sentence := rule.lacks(case))
    ]
    return sorted(findings, key=lambda finding: not finding.blocks)


def _four_eyes(case: Case) -> str | None:
    since = case.article.revisions.filter(number__gt=_last_approved(case.article))
    if case.by is None or not since.filter(by=case.by).exists():
        return None
    return _("You wrote some of these words yourself. Ask another editor to approve them.")


def _last_approved(article: Article) -> int:
    """The number of the last revision whose approval still stands; a withdrawn approval is none."""
    approved: list[int] = []
    decisions = article.decisions.filter(verb__in=[Verb.APPROVE, Verb.WITHDRAW_APPROVAL])
    for verb, number in decisions.order_by("pk").values_list("verb", "revision__number"):
        if verb == Verb.APPROVE:
            approved.append(number)
        elif approved:
            approved.pop()
    return approved[-1] if approved else 0


def _body(case: Case) -> str | None:
    if not is_blank(words(case.article.body)):
        return None
    return _("The story has no body. Write it, then try again.")


def _byline(case: Case) -> str | None:
    if case.article.credits.exists():
        return None
    return _("Nobody is credited. Add an author, “Staff”, or the organisation it is from.")


def _dek(case: Case) -> str | None:
    return None if case.article.dek else _("There is no dek: lists and feeds will show the first words instead.")


def _section(case: Case) -> str | None:
    return None if case.article.section_id else _("The story is in no section: readers find it on the front only.")


def _origins(case: Case) -> str | None:
    open_claims = case.article.origins.filter(state=Claim.SUGGESTED).select_related("organisation")
    if not open_claims:
        return None
    names = ", ".join(str(claim.organisation) for claim in open_claims)
    return _("Where the copy came from is not settled: confirm or reject %(names)s under Origins.") % {"names": names}


def _hold(case: Case) -> str | None:
    if not case.article.on_hold:
        return None
    held = Decision.objects.filter(article=case.article, verb=Verb.HOLD).select_related("by__user").last()
    who, why = (held.by.name, held.why) if held else ("", "")
    return _("The story is on hold (%(who)s: %(why)s). It can go out once the hold is released.") % {
        "who": who,
        "why": why,
    }


def _embargo(case: Case) -> str | None:
    until = case.article.embargo_until
    if until is None or until <= case.at:
        return None
    return _("The embargo ends %(until)s. Choose that minute or a later one.") % {"until": clock.said(until)}


def _address(case: Case) -> str | None:
    path = addresses.planned(case.article, at=case.at)
    if not addresses.taken(path, case.article):
        return None
    return _("The address %(path)s belongs to another story. Use the slug “%(slug)s” instead.") % {
        "path": path,
        "slug": addresses.free_slug(case.article, at=case.at),
    }


PRINTING = frozenset({Verb.PUBLISH, Verb.SCHEDULE, Verb.CORRECT})
APPROVING = frozenset({Verb.APPROVE})

RULES = (
    Rule("four_eyes", APPROVING, _four_eyes),
    Rule("body", APPROVING | PRINTING, _body),
    Rule("byline", PRINTING, _byline),
    Rule("origins", PRINTING, _origins),
    Rule("hold", PRINTING, _hold),
    Rule("embargo", PRINTING, _embargo),
    Rule("address", PRINTING, _address),
    Rule("dek", PRINTING, _dek, blocks=False),
    Rule("section", PRINTING, _section, blocks=False),
)
