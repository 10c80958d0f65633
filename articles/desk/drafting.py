"""Writing: start a story, revise it, restore an earlier revision. Every save is one revision and one decision.

The single forms are batches of one, after which the words are read for quotes; a batch is one transaction for at most
BATCH stories, which are read for quotes later (`articles.desk.suggesting`).
"""

import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles import clock, search
from articles.desk import pictures, rights, snapshot
from articles.desk.appending import append, append_values
from articles.desk.citing import settle
from articles.desk.moves import require_possible, require_seen
from articles.desk.refusals import Refused, Stale
from articles.desk.rows import Rows, citations_of, fill, replace, rows_from_content, rows_of
from articles.desk.suggesting import suggest
from articles.models import Article, Citation, Decision, Person, Picture, Revision, RevisionWords
from articles.states import MOVES, Status, Verb
from articles.text.canonical import canonical_json, sha256
from articles.text.characters import is_blank
from articles.text.clean import CleanBody, clean, plain, plain_lines
from articles.text.pictures import keys_in
from articles.text.terms import Terms

BATCH = 500

LINES = ("headline", "dek", "kicker", "slugline", "slug", "dateline", "language", "direction")


@dataclass
class Draft:
    """A story to start: its words by column name (`section` as an object), and its rows, not yet saved.

    `embargo` is the minute (aware) before which its supplier keeps it from readers; `why` its own reason, in place of
    the batch's. `terms` are what it is found by, where that was worked out with the words.
    """

    words: Mapping[str, Any]
    rows: Rows = field(default_factory=Rows)
    embargo: datetime.datetime | None = None
    why: str = ""
    terms: Terms = b""


@dataclass
class Change:
    """A revision to make: of which story, from which version, to which words, maybe with a reason of its own in place
    of the batch's. Rows that are None stay as they are.
    """

    article: Article
    seen: int | None
    words: Mapping[str, Any]
    rows: Rows = field(default_factory=Rows)
    why: str = ""


def start(*, by: rights.User, words: Mapping[str, Any], why: str = "", **rows: Any) -> Article:
    """Starts one story as a draft; see `start_batch`. `rows` are credits, origins, citations, topics."""
    with transaction.atomic():
        (article,) = start_batch([Draft(words, Rows(**rows))], by=by, why=why)
        suggest(article)
    return article


def start_batch(
    drafts: Sequence[Draft], *, by: rights.User, why: str = "", kind: str = Revision.Kind.START
) -> list[Article]:
    """Starts stories, each with its first revision. Raises `Refused` where one has no headline or rights lack."""
    rights.require(by, Verb.START)
    if len(drafts) > BATCH:
        raise Refused(_("At most %(number)d stories can be started at once.") % {"number": BATCH})
    now = clock.now()
    articles = []
    for draft in drafts:
        article = Article(created=now, changed=now, version=1, embargo_until=draft.embargo)
        write_words(article, draft.words)
        articles.append(article)
    with transaction.atomic():
        person = rights.person(by)
        rows = [_settled(one, draft.rows, (), person, now) for one, draft in zip(articles, drafts, strict=True)]
        append(articles)
        fill(list(zip(articles, rows, strict=True)), by=person, now=now)
        held = pictures.shown_in(articles)
        started = [
            _Frozen(
                article, "", Status.DRAFT, Verb.START, None, *_freeze(article, its, held), draft.why or why, draft.terms
            )
            for article, its, draft in zip(articles, rows, drafts, strict=True)
        ]
        _record(started, person, kind)
    return articles


def revise(
    article: Article,
    *,
    by: rights.User,
    seen: int | None,
    words: Mapping[str, Any],
    why: str = "",
    **rows: Any,
) -> Revision | None:
    """Writes other words into one story; see `revise_batch`. Returns None when nothing was different."""
    with transaction.atomic():
        (made,) = revise_batch([Change(article, seen, words, Rows(**rows))], by=by, why=why)
        # Where no revision was made, the caller's copy may carry words that were never saved.
        suggest(article if made else Article.objects.get(pk=article.pk))
    return made


def revise_batch(
    changes: Sequence[Change],
    *,
    by: rights.User,
    why: str = "",
    kind: str = Revision.Kind.EDIT,
    verb: Verb = Verb.REVISE,
) -> list[Revision | None]:
    """Makes a revision of each story whose content differs, all or none.

    Raises `Refused` where rights, table or an empty headline say no, `Stale` where the words have moved on since
    the version `seen`. An edit voids the approval of the working copy.
    """
    rights.require(by, verb)
    if len(changes) > BATCH:
        raise Refused(_("At most %(number)d stories can be revised at once.") % {"number": BATCH})
    now = clock.now()
    with transaction.atomic():
        person = rights.person(by)
        frozen = [_apply(change, verb, person, now, change.why or why) for change in changes]
        made = _record([each for each in frozen if each], person, kind)
    by_article = {revision.article_id: revision for revision in made}
    for change, each in zip(changes, frozen, strict=True):
        if each:
            _copy(each.article, change.article)
    return [by_article.get(change.article.pk) for change in changes]


def restore_revision(article: Article, number: int, *, by: rights.User, seen: int | None, why: str = "") -> Revision:
    """Copies the content of revision `number` forward as a new revision. Nothing in between is lost."""
    revision = article.revisions.filter(number=number).select_related("words").first()
    if revision is None:
        raise Refused(_("There is no revision %(number)d of this story.") % {"number": number})
    held = json.loads(revision.words.content)
    words = {name: held[name] for name in snapshot.WORDS}
    words["section_id"] = held["section"] and held["section"]["id"]
    rows = rows_from_content(held)
    change = Change(article, seen, words, rows.with_citations([*(rows.citations or ()), *_suggested(article, held)]))
    reason = why or _("Restored from revision %(number)d.") % {"number": number}
    with transaction.atomic():
        (made,) = revise_batch([change], by=by, why=reason, kind=Revision.Kind.RESTORE, verb=Verb.RESTORE_REVISION)
        if made is None:
            raise Refused(_("The story already reads like revision %(number)d.") % {"number": number})
        suggest(article)
    return made


def _suggested(article: Article, content: Mapping[str, Any]) -> list[Citation]:
    """The suggestions a story has beside what a revision's content says of it; the record knows none."""
    recorded = {citation["key"] for citation in content["citations"]}
    return [row for row in citations_of(article) if row.is_suggested and row.key not in recorded]


@dataclass
class _Frozen:
    """A story ready for the record: its columns and rows are written."""

    article: Article
    from_status: str
    to_status: str
    verb: Verb
    previous: Revision | None
    content: str
    content_hash: str
    why: str
    terms: Terms = b""


def _apply(change: Change, verb: Verb, person: Person, now: datetime.datetime, why: str) -> _Frozen | None:
    """Writes words and rows of one change; None when the content stays the same."""
    article = Article.objects.select_for_update().get(pk=change.article.pk)
    require_possible(article, verb, article.standing(at=now))
    require_seen(article, change.seen)
    previous = article.revisions.get(number=article.version)
    before, body = article.status, article.body
    write_words(article, change.words)
    rows = change.rows
    if rows.citations is not None or article.body != body:
        rows = _settled(article, rows, citations_of(article), person, now)
    replace(article, rows, by=person, now=now)
    content, content_hash = _freeze(article, rows_of(article), pictures.shown_in([article]))
    if content_hash == previous.content_hash:
        return None
    article.status = MOVES[verb].leads[Status(before)]
    article.version += 1
    article.changed = now
    # The condition is what holds where the engine knows no row locks: if no row changed, somebody was first.
    columns = {name: getattr(article, name) for name in (*snapshot.WORDS, "section_id", "status", "version", "changed")}
    if not Article.objects.filter(pk=article.pk, version=previous.number).update(**columns):
        raise Stale(_("Somebody saved this story at the same moment. Compare their words with yours, then try again."))
    return _Frozen(article, before, article.status, verb, previous, content, content_hash, why)


def _settled(article: Article, rows: Rows, held: Sequence[Citation], person: Person, now: datetime.datetime) -> Rows:
    """The rows, with citations and marked passages in line; most copy that comes in has neither."""
    citations = held if rows.citations is None else rows.citations
    if not citations and "<mark" not in article.body:
        return rows
    return rows.with_citations(settle(article, citations, by=person, now=now, held=held))


def write_words(article: Article, words: Mapping[str, Any]) -> None:
    """Puts cleaned `words` into the columns of `article`, which is not saved. Raises `Refused` without a headline."""
    for name, value in words.items():
        if name == "body":
            article.body = str(value if isinstance(value, CleanBody) else clean(value))
        elif name == "ednote":
            article.ednote = plain_lines(value)
        elif name in LINES:
            setattr(article, name, plain(value))
        elif name in ("section", "section_id"):
            setattr(article, name, value)
        else:
            raise KeyError(f"{name} is not a word of an article")
    if is_blank(article.headline):
        raise Refused(_("A story needs a headline."))


def _freeze(article: Article, rows: Rows, held: Mapping[str, Picture]) -> tuple[str, str]:
    """The content of a revision and its hash."""
    content = canonical_json(
        snapshot.content(
            article,
            topics=rows.topics or (),
            credits=rows.credits or (),
            origins=rows.origins or (),
            citations=rows.citations or (),
            pictures=held,
        )
    )
    return content, sha256(content)


def _record(stories: Sequence[_Frozen], person: Person, kind: str) -> list[Revision]:
    """Appends revision, words and decision of each story, and brings the desk's index up to date."""
    revisions = []
    for story in stories:
        revision = Revision(
            article_id=story.article.pk,
            number=story.article.version,
            previous_hash=story.previous.hash if story.previous else "",
            content_hash=story.content_hash,
            by_id=person.pk,
            when=story.article.changed,
            kind=kind,
            why=story.why,
        )
        revision.hash = revision.computed_hash()
        revisions.append(revision)
    append(revisions)
    pairs = list(zip(revisions, stories, strict=True))
    append_values(RevisionWords, [{"revision_id": revision.pk, "content": story.content} for revision, story in pairs])
    append_values(
        Decision,
        [
            {
                "article_id": story.article.pk,
                "verb": story.verb,
                "from_status": story.from_status,
                "to_status": story.to_status,
                "revision_id": revision.pk,
                "by_id": person.pk,
                "when": story.article.changed,
                "why": story.why,
                "details": _details(story),
            }
            for revision, story in pairs
        ],
    )
    written = [story.article for story in stories]
    # In a story just started no picture has hung yet.
    pictures.hang([story.article for story in stories if story.previous or keys_in(story.article.body)])
    search.index_articles(written, {story.article.pk: story.terms for story in stories if story.terms})
    return revisions


def _details(story: _Frozen) -> dict[str, str]:
    """A story that starts under an embargo says so in its first decision."""
    until = story.article.embargo_until
    return {"embargo": until.isoformat()} if story.verb == Verb.START and until else {}


def _copy(source: Article, target: Article) -> None:
    for name in (*snapshot.WORDS, "section_id", "status", "version", "changed"):
        setattr(target, name, getattr(source, name))
