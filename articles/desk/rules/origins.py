"""Where the copy came from: every claim settled, and no two that contradict each other."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from articles.desk.rules.case import Case, Lacking
from articles.models import Claim, Origin


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
    """A sentence for every role in which more than one organisation is claimed to have had the copy."""
    named: dict[str, list[str]] = {}
    for origin in claims:
        if origin.state != Claim.REJECTED:
            named.setdefault(origin.role, []).append(str(origin.organisation))
    return [
        _("Two claims contradict each other: %(role)s %(names)s. Reject those that are wrong.")
        % {"role": Origin.Role(role).label, "names": _(" and ").join(dict.fromkeys(names))}
        for role, names in named.items()
        if len(set(names)) > 1
    ]
