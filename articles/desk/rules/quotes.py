"""Who said it: each quote attributed, checked against its source's words or waived, its mark at the right words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.rules.case import Case, Lacking
from articles.models import Citation, Claim
from articles.text.citing import keys_of
from articles.text.summary import shortened


def orphans(case: Case) -> Lacking | None:
    """No citation whose passage is lost."""
    marked = keys_of(case.article.body)
    lost = [one for one in case.citations if one.key and one.key not in marked]
    if not lost:
        return None
    sentence = _("The passages of %(names)s are no longer in the text. Mark them again, or take the citations out.")
    return Lacking(sentence % {"names": _named(lost)}, [one.key for one in lost])


def attributed(case: Case) -> Lacking | None:
    """Each quote in the text accepted as somebody's, or waved off as no quote."""
    rows = case.article.citations.filter(state=Claim.SUGGESTED, kind=Citation.Kind.QUOTE).order_by("pk")
    open_ones = list(rows)
    if not open_ones:
        return None
    sentence = ngettext(
        "%(count)d quote is not attributed yet: accept or reject what is suggested under Sources.",
        "%(count)d quotes are not attributed yet: accept or reject what is suggested under Sources.",
        len(open_ones),
    )
    return Lacking(sentence % {"count": len(open_ones)}, [one.key for one in open_ones])


def checked(case: Case) -> Lacking | None:
    """Each quote checked against its source's own words, or waived with a reason."""
    unchecked = [one for one in case.citations if not one.is_checked]
    if not unchecked:
        return None
    sentence = _("Not checked against the source's own words: %(names)s. Paste them, or say why it need not be.")
    return Lacking(sentence % {"names": _named(unchecked)}, [one.key for one in unchecked])


def _named(citations: list[Citation]) -> str:
    return ", ".join(f"“{shortened(one.quote, 40)}”" if one.quote else str(one.source) for one in citations)
