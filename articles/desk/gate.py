"""What a story must have before it moves: one table that every door shares.

A rule blocks, or only warns where the newsroom says so (GATE_WARNS in the settings); what it let through is kept in
the decision. No permission opens the gate: a superuser stands before it like everybody else.
"""

import datetime
import json
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from articles import clock
from articles.desk import addresses, pictures
from articles.models import Article, Claim, Decision, Delivery, Person, Picture, Revision
from articles.states import Verb
from articles.text.characters import is_blank
from articles.text.pictures import keys_in
from articles.text.summary import shortened, words


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


def _pictures(case: Case) -> str | None:
    """What is printed is what the record says of a picture: a file that came later waits for the next save."""
    keys = keys_in(case.article.body)
    if not keys:
        return None
    held = pictures.named(keys)
    recorded = {picture["key"]: picture for picture in json.loads(case.head.words.content)["pictures"]}
    without = [key for key in keys if key not in held or not held[key].file]
    late = [key for key in keys if key not in without and recorded.get(key, {}).get("sha256") != held[key].sha256]
    dumb = [key for key in keys if key not in (*without, *late) and not recorded[key]["alt"]]
    sentences = (
        (without, _("There is no file yet of %(pictures)s: readers will see neither it nor its caption.")),
        (late, _("The file of %(pictures)s came after these words were saved. Save them once more to print it.")),
        (dumb, _("%(pictures)s has no alt text. Write it in the library, then save the story once more.")),
    )
    named = ((sentence, ", ".join(_called(key, held.get(key)) for key in some)) for some, sentence in sentences if some)
    return " ".join(sentence % {"pictures": names} for sentence, names in named) or None


def _called(key: str, picture: Picture | None) -> str:
    return f"“{shortened(str(picture or key), 60)}”"


def _address(case: Case) -> str | None:
    path = addresses.planned(case.article, at=case.at)
    if not addresses.taken(path, case.article):
        return None
    return _("The address %(path)s belongs to another story. Use the slug “%(slug)s” instead.") % {
        "path": path,
        "slug": addresses.free_slug(case.article, at=case.at),
    }


def _supplier(case: Case) -> str | None:
    arrivals = case.article.deliveries.exclude(kind=Delivery.Kind.COPY).exclude(state=Delivery.State.UNDONE)
    last = arrivals.defer("content").last()
    if last is None or last.pub_status == Delivery.PubStatus.USABLE:
        return None
    return _("%(supplier)s has withdrawn this story. It can go out when a version comes that may be used.") % {
        "supplier": last.supplier or _("Its supplier")
    }


def _update(case: Case) -> str | None:
    if not case.article.deliveries.filter(state=Delivery.State.WAITING).exists():
        return None
    return _("An update from its supplier waits: settle it, or publish the story without it.")


PRINTING = frozenset({Verb.PUBLISH, Verb.SCHEDULE, Verb.CORRECT})
APPROVING = frozenset({Verb.APPROVE})
ARCHIVING = frozenset({Verb.ENTER_ARCHIVE})

RULES = (
    Rule("four_eyes", APPROVING, _four_eyes),
    Rule("body", APPROVING | PRINTING | ARCHIVING, _body),
    Rule("byline", PRINTING | ARCHIVING, _byline),
    Rule("origins", PRINTING, _origins),
    Rule("hold", PRINTING, _hold),
    Rule("embargo", PRINTING | ARCHIVING, _embargo),
    Rule("address", PRINTING | ARCHIVING, _address),
    Rule("supplier", PRINTING, _supplier),
    Rule("update", APPROVING | PRINTING, _update, blocks=False),
    Rule("dek", PRINTING, _dek, blocks=False),
    Rule("section", PRINTING, _section, blocks=False),
    Rule("pictures", PRINTING, _pictures, blocks=False),
)
