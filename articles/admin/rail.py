"""The side rail of a story: where it is, what it still lacks, and the buttons for what this person may do now."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles import clock
from articles.admin.buttons import Button, buttons
from articles.desk import gate, offers, overlays, rights
from articles.models import Article, Decision, PublishedArticle
from articles.states import Standing, Status, Verb
from articles.text.summary import shortened

PLACES = {
    "body": "words-body",
    "dek": "words-dek",
    "byline": "credits-group",
    "origins": "origins-group",
    "conflict": "origins-group",
    "policy": "origins-group",
    "caution": "origins-group",
    "orphans": "citations-group",
    "attributed": "citations-group",
    "checked": "citations-group",
    "unnamed": "citations-group",
    "withdrawn": "citations-group",
    "section": "id_section",
    "address": "id_slug",
    "pictures": "words-body",
    "update": "update-waits",
    "supplier": "received",
}
"""Where on the form a rule of the gate is met, as the id to go to."""


@dataclass(frozen=True)
class Passage:
    """A cited passage to go to: the key of its citation, and how it begins."""

    key: str
    words: str


@dataclass(frozen=True)
class Lack:
    """Something the story still lacks, where on the form to mend it, and the passages it is about."""

    sentence: str
    blocks: bool
    place: str
    passages: list[Passage]


@dataclass(frozen=True)
class Banner:
    """What lies over the story, said so that nobody misses it, with the button that ends it."""

    kind: str
    title: str
    sentence: str
    button: Button | None


@dataclass(frozen=True)
class Rail:
    """All that the rail shows."""

    standing: Standing
    live: PublishedArticle | None
    banners: list[Banner]
    last: Decision | None
    overdue: bool
    lacking: list[Lack]
    complete: bool
    blocked: bool
    submits: bool
    primary: list[Button]
    others: list[Button]
    dangerous: list[Button]


def rail(article: Article, user: rights.User) -> Rail:
    """The rail of `article` for `user`, now."""
    now = clock.now()
    standing = article.standing(at=now)
    prints = PublishedArticle.objects.filter(article_number=article.pk).listed()
    live, pending = prints.visible(at=now).first(), overlays.pending_print(article, at=now)
    offered = offers.offered(article, to=user, standing=standing, at=now)
    found = {button.verb: button for button in buttons(article, offered, standing)}
    banners = _banners(article, pending, now, found)
    said_above = {banner.button.verb for banner in banners if banner.button}
    beside = [button for verb, button in found.items() if verb != Verb.SUBMIT and verb not in said_above]
    printed = bool(live and live.revision_number == article.version)
    asked = article.status != Status.SPIKED and not printed
    lacks = lacking(article, user) if asked else []
    blocked = article.status == Status.APPROVED and any(lack.blocks for lack in lacks)
    primary = [button for button in beside if button.primary and not printed]
    return Rail(
        standing=standing,
        live=live,
        banners=banners,
        last=article.decisions.select_related("by__user", "revision").last(),
        overdue=bool(article.due and article.due < now),
        lacking=lacks,
        complete=asked and not lacks,
        blocked=blocked,
        submits=offers.submits_when_saved(article, to=user),
        primary=primary,
        others=[button for button in beside if button not in primary and not button.dangerous],
        dangerous=[button for button in beside if button.dangerous],
    )


def _banners(
    article: Article, pending: PublishedArticle | None, now: datetime.datetime, found: dict[Verb, Button]
) -> list[Banner]:
    """Hold, embargo and schedule, each with its button where this person may press it."""
    banners = []
    if article.on_hold:
        banners.append(Banner("hold", _("On hold"), _why_held(article), found.get(Verb.RELEASE_HOLD)))
    if article.is_embargoed(at=now):
        title = _("Under embargo until %(until)s") % {"until": clock.said(article.embargo_until)}
        sentence = _("Readers cannot have it before that minute, whatever is scheduled.")
        banners.append(Banner("embargo", title, sentence, found.get(Verb.LIFT_EMBARGO)))
    if pending:
        waits = pending.revision_number != article.version
        title = _("Goes out %(when)s") % {"when": clock.said(pending.visible_from)}
        numbers = {"number": pending.revision_number, "newer": article.version}
        sentence = (
            _("But as revision %(number)d. What was saved since, revision %(newer)d, waits until you unschedule it.")
            if waits
            else _("As revision %(number)d, these very words.")
        )
        kind = "waits" if waits else "scheduled"
        banners.append(Banner(kind, title, sentence % numbers, found.get(Verb.UNSCHEDULE)))
    return banners


def _why_held(article: Article) -> str:
    held = article.decisions.filter(verb=Verb.HOLD).select_related("by__user").last()
    if held is None:
        return ""
    return _("%(who)s, %(when)s: “%(why)s”") % {"who": held.by.name, "when": clock.said(held.when), "why": held.why}


def lacking(article: Article, user: rights.User) -> list[Lack]:
    """What the gate would say to the next steps, what blocks first."""
    now = clock.now()
    opens = max(now, article.embargo_until) if article.embargo_until else now
    findings = offers.lacking(article, Verb.PUBLISH, to=user, at=opens)
    if article.status == Status.IN_REVIEW and rights.may(user, Verb.APPROVE):
        known = {finding.rule for finding in findings}
        approving = offers.lacking(article, Verb.APPROVE, to=user, at=now)
        findings += [finding for finding in approving if finding.rule not in known]
    quotes = _quotes(article, {key for finding in findings for key in finding.keys})
    lacks = [_lack(finding, quotes, rights.may(user, Verb.REVISE)) for finding in findings]
    return sorted(lacks, key=lambda lack: not lack.blocks)


def _quotes(article: Article, keys: set[str]) -> dict[str, str]:
    """The words of the citations that `keys` name."""
    return dict(article.citations.filter(key__in=keys).values_list("key", "quote")) if keys else {}


def _lack(finding: gate.Finding, quotes: dict[str, str], mends: bool) -> Lack:
    if not mends:
        return Lack(finding.sentence, finding.blocks, "", [])
    keys = [key for key in finding.keys if key]
    if len(keys) == 1:
        return Lack(finding.sentence, finding.blocks, f"cite-{keys[0]}", [])
    named = [_passage(number, key, quotes.get(key, ""), finding.sentence) for number, key in enumerate(keys, 1)]
    return Lack(finding.sentence, finding.blocks, PLACES.get(finding.rule, ""), named)


def _passage(number: int, key: str, quote: str, sentence: str) -> Passage:
    """By its first words, or by its number where the sentence has those already."""
    words = " ".join(quote.split())
    return Passage(key, f"“{shortened(words, 32)}”" if words and words[:20] not in sentence else str(number))


def is_released(article: Article) -> bool:
    """Whether readers ever had the story."""
    return PublishedArticle.objects.filter(article_number=article.pk, visible_from__lte=clock.now()).exists()
