"""The side rail of a story: where it is, what it still lacks, and the buttons for what this person may do now."""

from dataclasses import dataclass

from articles import clock
from articles.admin.buttons import Button, buttons
from articles.desk import gate, offers, overlays, rights
from articles.models import Article, Decision, PublishedArticle
from articles.states import Standing, Status, Verb


@dataclass(frozen=True)
class Rail:
    """All that the rail shows."""

    standing: Standing
    live: PublishedArticle | None
    pending: PublishedArticle | None
    waits: bool
    embargoed: bool
    last: Decision | None
    lacking: list[gate.Finding]
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
    found = buttons(article, [verb for verb in offered if verb != Verb.SUBMIT], standing)
    return Rail(
        standing=standing,
        live=live,
        pending=pending,
        waits=bool(pending and pending.revision_number != article.version),
        embargoed=article.is_embargoed(at=now),
        last=article.decisions.select_related("by__user", "revision").last(),
        lacking=_lacking(article, user, live),
        submits=Verb.SUBMIT in offered,
        primary=[button for button in found if button.primary],
        others=[button for button in found if not button.primary and not button.dangerous],
        dangerous=[button for button in found if not button.primary and button.dangerous],
    )


def _lacking(article: Article, user: rights.User, live: PublishedArticle | None) -> list[gate.Finding]:
    """What the gate would say to the next steps; once readers have these very words, nothing is lacking."""
    if article.status == Status.SPIKED or (live and live.revision_number == article.version):
        return []
    now = clock.now()
    opens = max(now, article.embargo_until) if article.embargo_until else now
    findings = offers.lacking(article, Verb.PUBLISH, to=user, at=opens)
    if article.status == Status.IN_REVIEW and rights.may(user, Verb.APPROVE):
        known = {finding.rule for finding in findings}
        approving = offers.lacking(article, Verb.APPROVE, to=user, at=now)
        findings += [finding for finding in approving if finding.rule not in known]
    return sorted(findings, key=lambda finding: not finding.blocks)


def is_released(article: Article) -> bool:
    """Whether readers ever had the story."""
    return PublishedArticle.objects.filter(article_number=article.pk, visible_from__lte=clock.now()).exists()
