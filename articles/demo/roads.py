"""How far each story of the demo goes: the desk's verbs in order, each person doing what is theirs to do."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.utils.html import escape

from articles import clock, desk
from articles.demo import citing
from articles.demo.drawings import drawn
from articles.demo.town import topics_named
from articles.desk import pictures
from articles.models import Article, Claim, Picture, Section


@dataclass(frozen=True)
class Story:
    """One story of the plan at the moment its road begins, and the people who walk it."""

    article: Article
    plan: dict[str, Any]
    cast: dict[str, AbstractBaseUser]
    now: datetime.datetime

    def hours(self, key: str) -> datetime.timedelta:
        """The number of hours that the plan gives for `key`."""
        return datetime.timedelta(hours=self.plan[key])


def walk(story: Story) -> None:
    """Takes an imported draft as far as its plan says. The clock stands where the caller set it."""
    _edit(story)
    ROADS[story.plan["road"]](story)


def _edit(story: Story) -> None:
    """Rita settles where the copy came from and who said what, and fills in what the wire did not say."""
    article, plan = story.article, story.plan
    origins = list(article.origins.select_related("organisation"))
    for origin in origins:
        # The sign-off is the writer's own word; a pointer to somebody else's page is not.
        origin.state = Claim.CONFIRMED if origin.role == "written_for" else Claim.REJECTED
    draft, body = plan["road"] == "draft", article.body
    if "picture" in plan:
        body = _illustrated(body, plan["picture"], by=story.cast["rita"])
    settled: dict[str, Any] = {} if draft else {"origins": origins}
    if plan["file"] in citing.plan()["stories"]:
        body, settled["citations"] = citing.cited(article, body, plan["file"])
    desk.revise(
        article,
        by=story.cast["rita"],
        seen=article.version,
        words={
            **{name: plan.get(name, "") for name in ("kicker", "slugline", "dateline")},
            "section": Section.objects.get(slug=plan["section"]),
            "body": body,
        },
        topics=topics_named(plan["topics"], by=story.cast["mara"]),
        **settled,
    )


def _illustrated(body: str, told: dict[str, str], *, by: AbstractBaseUser) -> str:
    """`body` under a picture, which is drawn and taken into the library."""
    picture = Picture(**{name: told[name] for name in ("alt", "caption", "credit")})
    pictures.keep_file(picture, drawn(told["drawing"]), by=by)
    caption = f"<figcaption>{escape(picture.caption)}</figcaption>"
    return f'<figure data-picture="{picture.key}">{caption}</figure>\n{body}'


def _submit(story: Story) -> None:
    desk.submit(story.article, by=story.cast["rita"], seen=story.article.version)


def _approve(story: Story) -> None:
    _submit(story)
    desk.approve(story.article, by=story.cast["ed"], seen=story.article.version)
    if story.article.source_approvals.exists():
        return
    citing.approve(story.article, by=story.cast["mara"])


def _publish(story: Story) -> None:
    _approve(story)
    desk.publish(story.article, by=story.cast["pat"], seen=story.article.version)


def _draft(story: Story) -> None:
    desk.assign(story.article, by=story.cast["ed"], to=story.cast["rita"], due=story.now + datetime.timedelta(hours=6))


def _schedule(story: Story) -> None:
    _approve(story)
    at = (story.now + story.hours("schedule_in_hours")).replace(minute=0, second=0, microsecond=0)
    desk.schedule(story.article, by=story.cast["pat"], seen=story.article.version, at=at)


def _embargo(story: Story) -> None:
    until = (story.now + story.hours("embargo_in_hours")).replace(minute=0, second=0, microsecond=0)
    desk.embargo(story.article, by=story.cast["ed"], until=until, why=story.plan["why"])
    _publish(story)


def _hold(story: Story) -> None:
    _submit(story)
    desk.hold(story.article, by=story.cast["pat"], why=story.plan["why"])


def _spike(story: Story) -> None:
    desk.spike(story.article, by=story.cast["ed"], why=story.plan["why"])


def _kill(story: Story) -> None:
    _publish(story)
    with clock.set_to(story.now - story.hours("killed_hours_ago")):
        desk.kill(story.article, by=story.cast["pat"], why=story.plan["why"])


def _correct(story: Story) -> None:
    _publish(story)
    mend = story.plan["correction"]
    with clock.set_to(story.now - datetime.timedelta(hours=mend["hours_ago"])):
        body = story.article.body.replace(mend["find"], mend["replace"])
        seen = story.article.version
        desk.revise(story.article, by=story.cast["rita"], seen=seen, words={"body": body}, why=mend["why"])
        _approve(story)
        desk.correct(
            story.article,
            by=story.cast["pat"],
            seen=story.article.version,
            kind=mend["kind"],
            note=mend["note"],
            passage=mend["find"],
        )


ROADS: dict[str, Callable[[Story], None]] = {
    "draft": _draft,
    "in_review": _submit,
    "approved": _approve,
    "live": _publish,
    "scheduled": _schedule,
    "embargoed": _embargo,
    "on_hold": _hold,
    "spiked": _spike,
    "killed": _kill,
    "corrected": _correct,
}
