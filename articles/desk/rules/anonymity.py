"""Sources that are not named, and sources that fell: a named senior answers for each, and readers are told why."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from articles.desk.rules.case import Case, Lacking
from articles.models import Citation, SourceApproval
from bylines.models import Source


def unnamed(case: Case) -> Lacking | None:
    """Each unnamed source approved for this story by a named senior, with a reason that readers are told."""
    cited = [one for one in case.citations if one.source and one.source.kind == Source.Kind.UNNAMED]
    approvals = SourceApproval.objects.filter(article=case.article, source__in=[one.source_id for one in cited])
    approved = set(approvals.values_list("source", flat=True)) if cited else set()
    alone = [one for one in cited if one.source_id not in approved]
    silent = [one for one in cited if one.source and not one.source.reason.strip()]
    said = [
        sentence % {"names": _named(rows)}
        for rows, sentence in (
            (alone, _("Nobody has approved that the story rests on %(names)s. Ask a managing editor.")),
            (silent, _("Readers have to be told why %(names)s is not named. Write the reason on the source's page.")),
        )
        if rows
    ]
    return Lacking(" ".join(said), [one.key for one in cited if one in alone or one in silent]) if said else None


def withdrawn(case: Case) -> Lacking | None:
    """No source that was withdrawn."""
    gone = [one for one in case.citations if one.source and one.source.withdrawn_at]
    if not gone:
        return None
    sentence = _("Withdrawn as a source: %(names)s. Take the passages out that rest on it, or cite another source.")
    return Lacking(sentence % {"names": _named(gone)}, [one.key for one in gone])


def _named(citations: Iterable[Citation]) -> str:
    return ", ".join(dict.fromkeys(f"“{one.source}”" for one in citations))
