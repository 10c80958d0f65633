"""What keeps a finished story from readers: a hold, an embargo, its supplier, an update that waits."""

from django.utils.translation import gettext as _

from articles import clock
from articles.desk.rules.case import Case, Lacking
from articles.models import Decision, Delivery
from articles.states import Verb


def hold(case: Case) -> Lacking | None:
    """No legal or other hold."""
    if not case.article.on_hold:
        return None
    held = Decision.objects.filter(article=case.article, verb=Verb.HOLD).select_related("by__user").last()
    who, why = (held.by.name, held.why) if held else ("", "")
    sentence = _("The story is on hold (%(who)s: %(why)s). It can go out once the hold is released.")
    return Lacking(sentence % {"who": who, "why": why})


def embargo(case: Case) -> Lacking | None:
    """No embargo at the minute asked for."""
    until = case.article.embargo_until
    if until is None or until <= case.at:
        return None
    sentence = _("The embargo ends %(until)s. Choose that minute or a later one.")
    return Lacking(sentence % {"until": clock.said(until)})


def supplier(case: Case) -> Lacking | None:
    """Copy that its supplier has not withdrawn."""
    arrivals = case.article.deliveries.exclude(kind=Delivery.Kind.COPY).exclude(state=Delivery.State.UNDONE)
    last = arrivals.defer("content").last()
    if last is None or last.pub_status == Delivery.PubStatus.USABLE:
        return None
    sentence = _("%(supplier)s has withdrawn this story. It can go out when a version comes that may be used.")
    return Lacking(sentence % {"supplier": last.supplier or _("Its supplier")})


def update(case: Case) -> Lacking | None:
    """No update that waits to be settled."""
    if not case.article.deliveries.filter(state=Delivery.State.WAITING).exists():
        return None
    return Lacking(_("An update from its supplier waits: settle it, or publish the story without it."))
