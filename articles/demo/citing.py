"""Who said what in the stories of the demo: their sources, and the citations that Rita makes of what was found."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from articles.desk import rights, sources
from articles.desk.citing import new_key
from articles.models import Article, Citation, Claim
from articles.text.runs import escaped
from bylines.models import Organisation, Source

PLAN = Path(__file__).parent / "citations.json"


@cache
def plan() -> dict[str, Any]:
    """The sources of the demo, and by the file of each story what it cites. `words` are those of the story."""
    return json.loads(PLAN.read_text(encoding="utf-8"))


def introduce(*, by: rights.User) -> None:
    """Makes the sources that are missing, by the desk's own verb."""
    for told in plan()["sources"]:
        if Source.objects.accepted().filter(name=told["name"]).exists():
            continue
        affiliation = told.get("affiliation")
        belongs = Organisation.objects.get(name=affiliation) if affiliation else None
        sources.save_source(Source(**{**told, "affiliation": belongs}), by=by)


def cited(article: Article, body: str, file: str) -> tuple[str, list[Citation]]:
    """The body with its passages marked, and every citation of the story: those told, and the other suggestions.

    What was found and is told goes into what is told of it; what is not told is no quote, or none that matters here.
    """
    told = plan()["stories"][file]
    rows = [_citation(one) for one in told]
    for one, row in zip(told, rows, strict=True):
        body = _marked(body, one["words"], row.key)
    others = [row for row in article.citations.all() if not _is_told(row, rows)]
    for row in others:
        row.state = Claim.REJECTED
    return body, [*rows, *others]


def approve(article: Article, *, by: rights.User) -> None:
    """Answers for the unnamed sources of a story."""
    unnamed = Source.objects.filter(citations__article=article, citations__state=Claim.CONFIRMED)
    for source in unnamed.filter(kind=Source.Kind.UNNAMED).distinct():
        sources.approve_unnamed(article, source, by=by, why="I know who it is, and have heard the same from another.")


def _citation(told: dict[str, Any]) -> Citation:
    source = Source.objects.accepted().get(name=told["source"])
    via = told.get("via")
    return Citation(
        key=new_key(),
        kind=told.get("kind", Citation.Kind.QUOTE),
        source=source,
        title=source.title,
        quote=told["words"],
        channel=told.get("channel", ""),
        via=Organisation.objects.get(name=via) if via else None,
        url=told.get("url", ""),
        source_words=told.get("held", ""),
        waived_why=told.get("waived", ""),
        state=Claim.CONFIRMED,
    )


def _marked(body: str, words: str, key: str) -> str:
    html = escaped(words)
    if body.count(html) != 1:
        raise ValueError(f"These words stand {body.count(html)} times in the story: {words}")
    return body.replace(html, f'<mark data-citation="{key}">{html}</mark>')


def _is_told(found: Citation, rows: Iterable[Citation]) -> bool:
    """Whether what was found is part of what is told, or the other way round."""
    return any(row.quote in found.quote or found.quote in row.quote for row in rows)
