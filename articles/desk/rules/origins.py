"""Where the copy came from: every claim settled, and no two that contradict each other."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from articles.desk.rules.case import Case, Lacking
from articles.models import Claim, Origin

FIRST = frozenset({Origin.Role.SYNDICATED_FROM, Origin.Role.FIRST_PUBLISHED_BY, Origin.Role.WRITTEN_FOR})
"""Roles of whoever had the copy before all others; who distributed or translated it may be somebody else."""


def origins(case: Case) -> Lacking | None:
    """Each claim confirmed or rejected by a person."""
    open_claims = [origin for origin in case.origins if origin.state == Claim.SUGGESTED]
    if not open_claims:
        return None
    names = ", ".join(dict.fromkeys(str(claim.organisation) for claim in open_claims))
    sentence = _("Where the copy came from is not settled: confirm or reject %(names)s under Origins.")
    return Lacking(sentence % {"names": names})


def conflict(case: Case) -> Lacking | None:
    """No two claims left that contradict each other."""
    said = conflicts(case.origins)
    return Lacking(" ".join(said)) if said else None


def conflicts(claims: Iterable[Origin]) -> list[str]:
    """A sentence for every contradiction among claims that nobody has rejected.

    Two outlets in one role contradict each other. So do two that each are said to have had the copy first, in whatever
    words, until a person has confirmed that both are true.
    """
    standing = [origin for origin in claims if origin.state != Claim.REJECTED]
    in_one_role = [
        _contradiction(same)
        for role in Origin.Role
        if len(_outlets(same := [origin for origin in standing if origin.role == role])) > 1
    ]
    first = [origin for origin in standing if origin.role in FIRST]
    is_open = any(origin.state == Claim.SUGGESTED for origin in first)
    if in_one_role or not is_open or len(_outlets(first)) < 2:
        return in_one_role
    return [_contradiction(first)]


def _outlets(claims: Iterable[Origin]) -> set[int]:
    return {origin.organisation_id for origin in claims}


def _contradiction(claims: Iterable[Origin]) -> str:
    said = list(dict.fromkeys(str(origin) for origin in claims))
    sentence = _("Claims contradict each other: %(claims)s. Confirm what is true, and reject what is not.")
    return sentence % {"claims": _(" or ").join(said)}
