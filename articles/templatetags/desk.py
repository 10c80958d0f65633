"""What the desk's templates may ask beside their context."""

import datetime

from django import template
from django.http import HttpRequest

from articles import clock
from articles.admin import buttons, deeds, receipts, tasks, waiting
from articles.desk import rights
from articles.models import Article, Task, Verdict

register = template.Library()


@register.simple_tag
def queues_of(request: HttpRequest) -> list[waiting.Queue]:
    """The queues of whoever looks, each with its first stories; none for somebody who may not see stories."""
    return waiting.queues(request.user) if request.user.has_perm("articles.view_article") else []


@register.simple_tag
def overtaken_for(request: HttpRequest) -> list[Article]:
    """The stories about to go out in words older than the newest; none for somebody who may not see stories."""
    return waiting.overtaken() if request.user.has_perm("articles.view_article") else []


@register.simple_tag
def tasks_for(request: HttpRequest) -> list[Task]:
    """The open tasks, the most pressing on top, for whoever acts on them; none for others."""
    return tasks.open_for(request.user)


@register.simple_tag
def refused_for(request: HttpRequest) -> int:
    """How many receipts are in quarantine, for whoever can have them tried again."""
    return receipts.refused().count() if rights.may_import(request.user) else 0


@register.filter
def deed(verb: str) -> str:
    """A verb as it is told once it was pressed."""
    return deeds.deed(verb)


@register.filter
def outcome(value: str) -> str:
    """What became of a receipt, as people say it."""
    return str(Verdict.Outcome(value).label)


@register.filter
def said(when: datetime.datetime) -> str:
    """A moment as the house says it."""
    return clock.said(when)


@register.filter
def called(user: rights.User) -> str:
    """A member of staff as colleagues call them."""
    return buttons.called(user)


@register.filter
def ago(when: datetime.datetime) -> str:
    """How long ago `when` was."""
    return deeds.ago(when)


@register.filter
def passed(when: datetime.datetime) -> bool:
    """Whether the clock has passed `when`."""
    return when < clock.now()
