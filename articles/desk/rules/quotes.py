"""Who said it: each quote attributed, checked against its source's words or waived, its mark at the right words."""

from collections.abc import Sequence

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
    sentence = ngettext(
        "%(names)s is no longer in the text. Mark its words again, or take the citation out.",
        "No longer in the text: %(names)s. Mark their words again, or take the citations out.",
        len(lost),
    )
    return Lacking(sentence % {"names": _named(lost)}, _keys(lost))


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
    return Lacking(sentence % {"count": len(open_ones)}, _keys(open_ones))


def checked(case: Case) -> Lacking | None:
    """Each quote checked against its source's own words, or waived with a reason; a row without words needs neither."""
    lacking = [one for one in case.citations if one.quote and not one.is_checked]
    unchecked = [one for one in lacking if one.match == Citation.Match.UNCHECKED]
    other = [one for one in lacking if one.match != Citation.Match.UNCHECKED]
    sentences = []
    if other:
        told = _("Not what the source said: %(names)s. Put it in the source's own words, or say why it may stand.")
        sentences.append(told % {"names": _named(other)})
    if unchecked:
        told = _("Not checked against the source's own words: %(names)s. Paste them, or say why it need not be.")
        sentences.append(told % {"names": _named(unchecked)})
    return Lacking(" ".join(sentences), _keys(lacking)) if lacking else None


def _named(citations: Sequence[Citation]) -> str:
    """What each says in one line, or who says it."""
    lines = [" ".join(one.quote.split()) for one in citations]
    return ", ".join(
        f"“{shortened(line, 40)}”" if line else str(one.source) for line, one in zip(lines, citations, strict=True)
    )


def _keys(citations: Sequence[Citation]) -> list[str]:
    """The passages a person can be led to; what rests on the whole story has none."""
    return [one.key for one in citations if one.key]
