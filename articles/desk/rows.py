"""The rows of a working copy: credits, origins, citations and topics, exchanged for others in one go."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from articles.desk.appending import append, append_values
from articles.desk.refusals import Refused
from articles.models import Article, Citation, Claim, Credit, Origin, Person, Section, Topic
from bylines.models import Author, Organisation, Source

KEPT = {
    Credit: ("author_id", "organisation_id", "role", "wording", "position"),
    Origin: ("role", "organisation_id", "url", "evidence", "state", "settled_by_id", "settled_at"),
    Citation: (
        "key", "kind", "source_id", "title", "quote", "passages", "cue", "channel", "via_id", "url", "source_words",
        "match", "waived_why", "waived_quote", "waived_by_id", "found_by", "state", "settled_by_id", "settled_at",
    ),
}  # fmt: skip
"""The columns by which a row given by the form differs from the one held."""


@dataclass
class Rows:
    """What a story's rows shall be, each list whole and in order; None leaves that kind as it is."""

    credits: Sequence[Credit] | None = None
    origins: Sequence[Origin] | None = None
    citations: Sequence[Citation] | None = None
    topics: Sequence[Topic] | None = None

    def with_citations(self, citations: Sequence[Citation]) -> "Rows":
        """These rows, with other citations."""
        return Rows(self.credits, self.origins, citations, self.topics)


def fill(stories: Sequence[tuple[Article, Rows]], *, by: Person, now: datetime.datetime) -> None:
    """Gives stories just started their first rows: one statement a kind, however many stories."""
    for article, rows in stories:
        _prepare(rows, {}, by, now)
        given: list[Credit | Origin | Citation]
        given = [*(rows.credits or ()), *(rows.origins or ()), *(rows.citations or ())]
        for row in given:
            row.pk, row.article = None, article  # a row handed over twice is two rows
    append(row for _article, rows in stories for row in rows.credits or ())
    append(row for _article, rows in stories for row in rows.origins or ())
    append(row for _article, rows in stories for row in rows.citations or ())
    append_values(
        Article.topics.through,
        [{"article_id": article.pk, "topic_id": topic.pk} for article, rows in stories for topic in rows.topics or ()],
    )


def replace(article: Article, rows: Rows, *, by: Person, now: datetime.datetime) -> None:
    """Makes the story's rows those given: new ones added, changed ones written, missing ones taken away."""
    held = {origin.pk: origin for origin in article.origins.all()} if rows.origins is not None else {}
    _prepare(rows, held, by, now)
    for model, given in ((Credit, rows.credits), (Origin, rows.origins), (Citation, rows.citations)):
        if given is not None:
            _exchange(article, model, given)
    if rows.topics is not None:
        article.topics.set(rows.topics)


def _prepare(rows: Rows, held: Mapping[int, Origin], by: Person, now: datetime.datetime) -> None:
    """Numbers the credits in their order, and notes who settled which claim."""
    for position, credit in enumerate(rows.credits or ()):
        credit.position = position
    for origin in rows.origins or ():
        _settle(origin, held.get(origin.pk), by, now)


def _settle(origin: Origin, held: Origin | None, by: Person, now: datetime.datetime) -> None:
    """Notes who settled a claim and when; a claim put back to *suggested* is nobody's."""
    if origin.state == Claim.SUGGESTED:
        origin.settled_by, origin.settled_at = None, None
    elif held is None and origin.settled_by_id:
        return  # a restored row was settled when it was first said
    elif held is None or held.state != origin.state:
        origin.settled_by, origin.settled_at = by, now


def _exchange(article: Article, model: type[Model], given: Sequence[Any]) -> None:
    held = {row.pk: row for row in model._default_manager.filter(article=article)}
    for row in given:
        row.article = article
        if row.pk is not None and row.pk not in held:
            row.pk = None  # it was taken away in the meantime; what the person typed comes back as a new row
    model._default_manager.filter(pk__in=set(held) - {row.pk for row in given}).delete()
    model._default_manager.bulk_create([row for row in given if row.pk is None])
    columns = KEPT[model]
    changed = [
        row
        for row in given
        if row.pk in held and any(getattr(row, name) != getattr(held[row.pk], name) for name in columns)
    ]
    model._default_manager.bulk_update(changed, columns)


def rows_of(article: Article) -> Rows:
    """The rows a story has, each with whom and what it names."""
    return Rows(
        credits=list(article.credits.select_related("author", "organisation")),
        origins=list(article.origins.select_related("organisation", "receipt").defer("receipt__packed")),
        citations=citations_of(article),
        topics=list(article.topics.all()),
    )


def citations_of(article: Article) -> list[Citation]:
    """The citations a story has, suggested ones too, each with whom and what it names."""
    return list(article.citations.select_related("source__affiliation", "via"))


def rows_from_content(content: dict[str, Any]) -> Rows:
    """The rows a revision's content speaks of, as new rows. Raises `Refused` where what it names is gone."""
    _require_held(content)
    return Rows(
        credits=[
            Credit(
                author_id=_id(credit["author"]),
                organisation_id=_id(credit["organisation"]),
                role=credit["role"],
                wording=credit["wording"],
            )
            for credit in content["credits"]
        ],
        origins=[
            Origin(
                role=origin["role"],
                organisation_id=origin["organisation"]["id"],
                url=origin["url"],
                evidence=origin["evidence"],
                receipt_id=_id(origin["receipt"]),
                evidence_start=origin["evidence_start"],
                evidence_end=origin["evidence_end"],
                found_by=origin["found_by"],
                state=origin["state"],
                settled_by_id=origin["settled_by"],
                settled_at=origin["settled_at"] and parse_datetime(origin["settled_at"]),
            )
            for origin in content["origins"]
        ],
        citations=[_citation(citation) for citation in content["citations"]],
        topics=list(Topic.objects.filter(pk__in=[topic["id"] for topic in content["topics"]])),
    )


def _citation(citation: dict[str, Any]) -> Citation:
    """A row as content of any format tells it; the first knew less of it.

    Whom a rejected row names may be gone by now, as suggested sources are: its words are what is remembered.
    """
    number = _still_held if citation["state"] == Claim.REJECTED else lambda _model, value: _id(value)
    return Citation(
        key=citation["key"],
        kind=citation.get("kind", Citation.Kind.QUOTE),
        source_id=number(Source, citation["source"]),
        title=citation.get("title", ""),
        quote=citation["quote"],
        passages=citation.get("passages", []),
        cue=citation.get("cue", ""),
        channel=citation["channel"],
        via_id=number(Organisation, citation["via"]),
        url=citation["url"],
        source_words=citation["source_words"],
        match=citation.get("match", ""),
        waived_why=citation.get("waived_why", ""),
        waived_quote=citation.get("waived_quote", ""),
        waived_by_id=citation.get("waived_by"),
        found_by=citation.get("found_by", ""),
        state=citation["state"],
        settled_by_id=citation.get("settled_by"),
        settled_at=parse_datetime(citation.get("settled_at") or ""),
    )


def _still_held(model: type[Model], value: dict[str, Any] | None) -> int | None:
    return _id(value) if value and model._default_manager.filter(pk=value["id"]).exists() else None


def _id(value: dict[str, Any] | None) -> int | None:
    return value["id"] if value else None


def _require_held(content: dict[str, Any]) -> None:
    """Every author, organisation, source and section named must still be held."""
    named: list[tuple[type[Model], Any]] = [(Section, content["section"])]
    for credit in content["credits"]:
        named += [(Author, credit["author"]), (Organisation, credit["organisation"])]
    named += [(Organisation, origin["organisation"]) for origin in content["origins"]]
    for citation in (one for one in content["citations"] if one["state"] != Claim.REJECTED):
        named += [(Source, citation["source"]), (Organisation, citation["via"])]
    for model, value in named:
        if value and not model._default_manager.filter(pk=value["id"]).exists():
            raise Refused(
                _("“%(name)s” is no longer held here. Add it again, then restore this revision.")
                % {"name": value["name"]}
            )
