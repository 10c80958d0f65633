"""A working copy as the record keeps it: all its words and rows, by value and by id, in plain JSON values."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model

from articles.models import Article, Citation, Credit, Origin, Section, Topic
from articles.text.canonical import instant
from bylines.models import Author, Organisation, Source

FORMAT = 1

WORDS = (
    "headline",
    "dek",
    "kicker",
    "slugline",
    "slug",
    "dateline",
    "body",
    "ednote",
    "language",
    "direction",
)
"""The plain columns of an article that are words of the story; section and topics come beside them."""


def content(
    article: Article,
    *,
    topics: Iterable[Topic],
    credits: Iterable[Credit],
    origins: Iterable[Origin],
    citations: Iterable[Citation],
) -> dict[str, Any]:
    """The content of a revision. Nothing is read from the database if the rows come with their relations."""
    return {
        "format": FORMAT,
        "article": article.pk,
        **{name: getattr(article, name) for name in WORDS},
        "section": _section(article.section),
        "topics": [_topic(topic) for topic in sorted(topics, key=lambda topic: topic.pk)],
        "credits": [_credit(credit) for credit in credits],
        "origins": [_origin(origin) for origin in origins],
        "citations": [_citation(citation) for citation in citations],
        "pictures": [],
    }


def named_today(held: str) -> dict[str, Any]:
    """The rows of a revision's content with the names of today, for a reprint; what is gone keeps its old name."""
    content = json.loads(held)
    today = {
        "section": _again(Section, content["section"], _section),
        "topics": [_again(Topic, topic, _topic) for topic in content["topics"]],
        "credits": content["credits"],
        "origins": content["origins"],
        "citations": content["citations"],
    }
    for credit in today["credits"]:
        credit["author"] = _again(Author, credit["author"], _author)
        credit["organisation"] = _again(Organisation, credit["organisation"], _organisation)
    for origin in today["origins"]:
        origin["organisation"] = _again(Organisation, origin["organisation"], _organisation)
    for citation in today["citations"]:
        citation["source"] = _again(Source, citation["source"], _source)
        citation["via"] = _again(Organisation, citation["via"], _organisation)
    return today


def _again(model: type[Model], held: dict[str, Any] | None, value: Callable[[Any], Any]) -> dict[str, Any] | None:
    row = held and model.objects.filter(pk=held["id"]).first()
    return value(row) if row else held


def _section(section: Section | None) -> dict[str, Any] | None:
    return section and {"id": section.pk, "name": section.name, "slug": section.slug}


def _topic(topic: Topic) -> dict[str, Any]:
    return {"id": topic.pk, "name": topic.name, "slug": topic.slug, "code": topic.code}


def _author(author: Author | None) -> dict[str, Any] | None:
    return author and {"id": author.pk, "name": author.name, "slug": author.slug}


def _organisation(organisation: Organisation | None) -> dict[str, Any] | None:
    return organisation and {
        "id": organisation.pk,
        "name": organisation.name,
        "slug": organisation.slug,
        "kind": organisation.kind,
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.pk,
        "kind": source.kind,
        "name": source.name,
        "slug": source.slug,
        "title": source.title,
        "affiliation": _organisation(source.affiliation),
    }


def _credit(credit: Credit) -> dict[str, Any]:
    return {
        "author": _author(credit.author),
        "organisation": _organisation(credit.organisation),
        "role": credit.role,
        "wording": credit.wording,
    }


def _origin(origin: Origin) -> dict[str, Any]:
    return {
        "role": origin.role,
        "organisation": _organisation(origin.organisation),
        "url": origin.url,
        "evidence": origin.evidence,
        "receipt": origin.receipt_id,
        "evidence_start": origin.evidence_start,
        "evidence_end": origin.evidence_end,
        "found_by": origin.found_by,
        "state": origin.state,
        "settled_by": origin.settled_by_id,
        "settled_at": origin.settled_at and instant(origin.settled_at),
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "key": citation.key,
        "source": _source(citation.source),
        "quote": citation.quote,
        "channel": citation.channel,
        "via": _organisation(citation.via),
        "url": citation.url,
        "source_words": citation.source_words,
        "state": citation.state,
    }
