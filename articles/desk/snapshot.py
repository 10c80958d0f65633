"""A working copy as the record keeps it: all its words and rows, by value and by id, in plain JSON values."""

import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from django.db.models import Model

from articles.desk import pictures as library
from articles.models import Article, Citation, Credit, Origin, Picture, Receipt, Section, Topic
from articles.text.canonical import instant
from articles.text.pictures import keys_in
from bylines.models import Author, Organisation, Source

FORMAT = 2
"""The form of content that has citations. Content without any is written in form 1, in which it says the same."""

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
    pictures: Mapping[str, Picture] = MappingProxyType({}),
) -> dict[str, Any]:
    """The content of a revision. Nothing is read from the database if the rows come with their relations.

    Citations that are only suggested are no part of it. `pictures` are those held, by key; the content keeps the ones
    that the body's figures name, in their order.
    """
    cited = [_citation(citation) for citation in citations if not citation.is_suggested]
    return {
        "format": FORMAT if cited else 1,
        "article": article.pk,
        **{name: getattr(article, name) for name in WORDS},
        "section": _named(article.section),
        "topics": [_named(topic) for topic in sorted(topics, key=lambda topic: topic.pk)],
        "credits": [_credit(credit) for credit in credits],
        "origins": [_origin(origin) for origin in origins],
        "citations": cited,
        "pictures": named_pictures(article.body, pictures),
    }


def named_today(held: str) -> dict[str, Any]:
    """The rows of a revision's content with the names and pictures of today, for a reprint; what is gone keeps its old
    name.
    """
    content = json.loads(held)
    rows = {name: content[name] for name in ("section", "topics", "credits", "origins", "citations")}
    rows["section"] = _today(Section, rows["section"])
    rows["topics"] = [_today(Topic, topic) for topic in rows["topics"]]
    for credit in rows["credits"]:
        credit["author"] = _today(Author, credit["author"])
        credit["organisation"] = _today(Organisation, credit["organisation"])
    for origin in rows["origins"]:
        origin["organisation"] = _today(Organisation, origin["organisation"])
    for citation in rows["citations"]:
        citation["source"] = _today(Source, citation["source"])
        citation["via"] = _today(Organisation, citation["via"])
    rows["pictures"] = named_pictures(content["body"], library.named(keys_in(content["body"])))
    return rows


def named_pictures(body: str, held: Mapping[str, Picture]) -> list[dict[str, Any]]:
    """Those of the pictures `held` (by key) that the figures of a body name, in their order, by value and by id."""
    return [_named(held[key]) or {} for key in keys_in(body) if key in held]


VALUES: dict[type[Model], tuple[str, ...]] = {
    Section: ("name", "slug"),
    Topic: ("name", "slug", "code"),
    Author: ("name", "slug"),
    Organisation: ("name", "slug", "kind"),
    Source: ("kind", "name", "slug", "title", "url", "reason"),
    Receipt: ("sha256",),
    Picture: ("key", "sha256", "media_type", "width", "height", "alt", "caption", "credit", "rights", "url"),
}
"""What a revision says of the people, places, papers and pictures it names, beside their number."""


def _named(row: Any) -> dict[str, Any] | None:
    """Somebody or something named, by value and by id."""
    if row is None:
        return None
    value = {"id": row.pk, **{name: getattr(row, name) for name in VALUES[type(row)]}}
    if isinstance(row, Source):
        value["affiliation"] = _named(row.affiliation)
    return value


def _today(model: type[Model], held: dict[str, Any] | None) -> dict[str, Any] | None:
    row = model._default_manager.filter(pk=held["id"]).first() if held else None
    return _named(row) or held


def _credit(credit: Credit) -> dict[str, Any]:
    return {
        "author": _named(credit.author),
        "organisation": _named(credit.organisation),
        "role": credit.role,
        "wording": credit.wording,
    }


def _origin(origin: Origin) -> dict[str, Any]:
    return {
        "role": origin.role,
        "organisation": _named(origin.organisation),
        "url": origin.url,
        "evidence": origin.evidence,
        "receipt": _named(origin.receipt),
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
        "kind": citation.kind,
        "source": _named(citation.source),
        "title": citation.title,
        "quote": citation.quote,
        "passages": citation.passages,
        "cue": citation.cue,
        "channel": citation.channel,
        "via": _named(citation.via),
        "url": citation.url,
        "source_words": citation.source_words,
        "match": citation.match,
        "waived_why": citation.waived_why,
        "waived_quote": citation.waived_quote,
        "waived_by": citation.waived_by_id,
        "found_by": citation.found_by,
        "state": citation.state,
        "settled_by": citation.settled_by_id,
        "settled_at": citation.settled_at and instant(citation.settled_at),
    }
