"""What the outlets whose copy it is allow: whether we may publish it, where, until when."""

from django.utils.translation import gettext as _

from articles import clock
from articles.desk.rules.case import Case, Lacking
from bylines.models import Organisation


def policy(case: Case) -> Lacking | None:
    """No outlet whose copy we never publish, no licence that has ended."""
    never = [one for one in outlets(case) if one.publishing == Organisation.Publishing.NEVER]
    said = [_("The house does not publish copy of %(name)s.") % {"name": one} for one in never]
    ends = [(one, one.licensed_until) for one in outlets(case) if one.licensed_until and one not in never]
    said += [
        _("The licence for copy of %(name)s ended %(when)s.") % {"name": one, "when": clock.said(end)}
        for one, end in ends
        if end <= case.at
    ]
    return Lacking(" ".join(said)) if said else None


def caution(case: Case) -> Lacking | None:
    """Nothing that the house wants to be warned of."""
    wary = [one for one in outlets(case) if one.publishing == Organisation.Publishing.WARN]
    placed = [one for one in outlets(case) if one.territory]
    said = [_("Copy of %(name)s: the house asks you to look twice.") % {"name": one} for one in wary]
    said += [_("Copy of %(name)s: not in %(places)s.") % {"name": one, "places": one.territory} for one in placed]
    return Lacking(" ".join(said)) if said else None


def outlets(case: Case) -> list[Organisation]:
    """The organisations whose copy it is, as a person has confirmed, each once."""
    return list({origin.organisation_id: origin.organisation for origin in case.settled_origins}.values())
