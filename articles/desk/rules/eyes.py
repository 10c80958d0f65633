"""Who has to have looked: nobody approves words of their own, and some copy needs two who approve."""

from django.utils.translation import gettext as _

from articles.desk.rules.case import Case, Lacking
from articles.models import Article
from articles.states import Verb


def four_eyes(case: Case) -> Lacking | None:
    """Whoever approves has written none of it since the last approval."""
    since = case.article.revisions.filter(number__gt=_last_approved(case.article))
    if case.by is None or not since.filter(by=case.by).exists():
        return None
    return Lacking(_("You wrote some of these words yourself. Ask another editor to approve them."))


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
