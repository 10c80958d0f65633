"""Unnamed sources: a named senior has approved each, and readers are told why they are not named."""

from django.utils.translation import gettext as _

from articles.desk.rules.case import Case, Lacking
from articles.models import SourceApproval
from bylines.models import Source


def unnamed(case: Case) -> Lacking | None:
    """Each unnamed source approved for this story."""
    cited = {one.source_id: one for one in case.citations if one.source.kind == Source.Kind.UNNAMED}
    approved = SourceApproval.objects.filter(article=case.article, source__in=cited).values_list("source", flat=True)
    open_ones = [one for source, one in cited.items() if source not in set(approved)]
    if not open_ones:
        return None
    names = ", ".join(f"“{one.source}”" for one in open_ones)
    sentence = _("Nobody has approved that the story rests on %(names)s. Ask a managing editor.")
    return Lacking(sentence % {"names": names}, [one.key for one in open_ones])


def withdrawn(case: Case) -> Lacking | None:
    """No source that was withdrawn."""
    gone = [one for one in case.citations if one.source.withdrawn_at]
    if not gone:
        return None
    names = ", ".join(dict.fromkeys(str(one.source) for one in gone))
    sentence = _("%(names)s was withdrawn as a source. Take the passages that rest on it out, or cite another source.")
    return Lacking(sentence % {"names": names}, [one.key for one in gone])
