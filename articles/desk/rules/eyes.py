"""Who has to have looked: nobody approves words of their own, and some copy needs two who approve."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from articles.desk import approvals
from articles.desk.rules.case import Case, Lacking


def four_eyes(case: Case) -> Lacking | None:
    """Whoever approves has written none of it since the last approval."""
    if not _wrote_since(case, approvals.standing(case.article)):
        return None
    return Lacking(_("You wrote some of these words yourself. Ask another editor to approve them."))


def other_eyes(case: Case) -> Lacking | None:
    """Whoever approves as second is not the first, and has written none of it since the approval before."""
    first = approvals.first(case.article)
    if case.by is not None and first is not None and first.by_id == case.by.pk:
        return Lacking(_("You approved these words first. Ask another editor to be the second."))
    if not _wrote_since(case, approvals.standing(case.article)[:-1]):
        return None
    return Lacking(_("You wrote some of these words yourself. Ask another editor to be the second."))


def _wrote_since(case: Case, approved: Sequence[int]) -> bool:
    since = case.article.revisions.filter(number__gt=approved[-1] if approved else 0)
    return case.by is not None and since.filter(by=case.by).exists()


def second_approval(case: Case) -> Lacking | None:
    """Two who approve, where the outlet whose copy it is asks for that."""
    asking = approvals.asking_for_two(case.article)
    if not asking or approvals.second(case.article):
        return None
    names = ", ".join(map(str, asking))
    return Lacking(
        _("Copy of %(names)s needs a second approval. Ask another editor to approve it too.") % {"names": names}
    )
