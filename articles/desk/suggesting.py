"""Quotes found by themselves: rows that suggest who said what, which a person accepts or rejects.

A suggestion is a row only: the words of the story, and what a person has settled, are never touched. The record does
not have it, and until it is accepted its source is seen nowhere else. It belongs to the software: each save reads it
anew.
"""

import logging
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import CharField, F
from django.utils.translation import gettext as _

from articles.desk import naming, profiles, rights
from articles.desk.recognising import FOUND_BY, Recognised, passages_of, recognised
from articles.desk.refusals import Refused
from articles.desk.speakers import LONGEST, Speaker, accepted_like, like, speaker_of
from articles.desk.suggested_sources import SuggestedSources, sweep_all
from articles.models import Article, Citation, Claim, Person
from articles.states import Verb
from articles.text.quoting.quotation import Kind
from articles.text.suggestions import Suggestion, suggestions_in
from bylines.models import Organisation, Source

log = logging.getLogger(__name__)

READ = ("kind", "source_id", "title", "quote", "passages", "cue", "channel", "via_id")
"""The columns of a suggestion, all told by the words of the story."""

KINDS = {Kind.QUOTATION: Citation.Kind.QUOTE, Kind.PARAPHRASE: Citation.Kind.PARAPHRASE}


def suggest(article: Article) -> int:
    """Finds the quotes in the words as saved, and suggests those that nobody has settled; returns how many stand.

    A suggestion that is still there keeps its row and key; one whose words are gone goes. Twice it changes nothing.
    Called in the transaction of a save, which a fault in reading must not undo: it is logged, and the story stays due.
    """
    try:
        found = suggestions_in(article.body, article.language)
    except Exception:
        log.exception("Article %d could not be read for quotes.", article.pk)
        return 0
    return suggest_batch([(article, found)])[0]


def suggest_batch(stories: Sequence[tuple[Article, Sequence[Suggestion]]]) -> list[int]:
    """Suggests what was found in the words of each story, all or none; returns how many suggestions stand in each.

    A story whose words have moved on since they were read is passed over: it stays due.
    """
    with transaction.atomic():
        still = _still_as_read([article for article, _found in stories])
        read = _recognise([(article, found) for article, found in stories if article.pk in still])
        _write(read)
    stand = {one.article.pk: len(one.recognised.kept) for one in read}
    return [stand.get(article.pk, 0) for article, _found in stories]


def accept_source(source: Source, *, by: Person) -> Source:
    """Makes a suggested source one of the house's, with an address; returns it, or the accepted one that is the same,
    which then has its citations.

    Raises `Refused` where `by` may not revise stories, or where the source is gone.
    """
    rights.require(by.user, Verb.REVISE)
    with transaction.atomic():
        held = Source.objects.select_for_update().select_related(None).filter(pk=source.pk).first()
        if held is not None and held.state == Source.State.ACCEPTED:
            return held
        asked = like(held or source)
        same = accepted_like([asked]).get(asked)
        if same is not None:
            Citation.objects.filter(source=source.pk).update(source=same)
            Source.objects.filter(pk=source.pk).delete()
            return same
        if held is None:
            raise Refused(_("The source “%(name)s” is gone. Choose another, or add it anew.") % {"name": source.name})
        return _take_in(held)


def sweep() -> int:
    """Takes away every suggested source that no citation is left of; returns how many there were.

    Each reading of a story sweeps up behind itself; this is for what other ways of losing a citation leave.
    """
    with transaction.atomic():
        return sweep_all()


@dataclass
class _Read:
    """A story that was read: what is new in it, held, or gone, and the numbers of the sources it cites so far."""

    article: Article
    recognised: Recognised
    cited: set[int]


def _still_as_read(articles: Sequence[Article]) -> set[int]:
    """Those whose words are still the ones that were read; they are locked, and count as read from here on."""
    held = Article.objects.select_for_update().filter(pk__in=[article.pk for article in articles]).order_by("pk")
    versions = dict(held.values_list("pk", "version"))
    still = [article for article in articles if versions.get(article.pk) == article.version]
    Article.objects.filter(pk__in=[article.pk for article in still]).update(read_version=F("version"))
    for article in still:
        article.read_version = article.version
    return {article.pk for article in still}


def _recognise(stories: Sequence[tuple[Article, Sequence[Suggestion]]]) -> list[_Read]:
    rows: dict[int, list[Citation]] = {article.pk: [] for article, _found in stories}
    for row in Citation.objects.filter(article__in=rows).order_by("pk"):
        rows[row.article_id].append(row)
    return [
        _Read(
            article,
            recognised(article.body, found, rows[article.pk]),
            {row.source_id for row in rows[article.pk] if row.source_id},
        )
        for article, found in stories
    ]


def _write(stories: Sequence[_Read]) -> None:
    """Makes, changes and takes away rows and sources: a statement or two a kind, however many stories."""
    kept = [(story.article, one, row) for story in stories for one, row in story.recognised.kept]
    speakers = [(article.pk, speaker) for article, one, _row in kept if (speaker := speaker_of(one.found))]
    sources = SuggestedSources(speakers, {story.article.pk: story.cited for story in stories})
    relays = _relays({one.found.via for _article, one, _row in kept})
    new, changed = [], []
    for article, one, row in kept:
        values = _values(one, relays, sources, article.pk)
        if row is None:
            key = uuid.uuid4().hex[:12]
            new.append(Citation(article=article, key=key, found_by=FOUND_BY, state=Claim.SUGGESTED, **values))
        elif any(getattr(row, name) != value for name, value in values.items()):
            changed.append(row)
            for name, value in values.items():
                setattr(row, name, value)
    Citation.objects.bulk_create(new)
    Citation.objects.bulk_update(changed, READ)
    Citation.objects.filter(pk__in=[row.pk for story in stories for row in story.recognised.gone]).delete()
    sources.sweep()


def _values(
    one: Suggestion, relays: Mapping[str, Organisation], sources: SuggestedSources, story: int
) -> dict[str, Any]:
    """The columns of READ for one suggestion."""
    found, speaker = one.found, speaker_of(one.found)
    source = sources.of(story, speaker) if speaker else None
    via = relays.get(found.via)
    return {
        "kind": KINDS[found.kind],
        "source_id": source.pk if source else None,
        "title": _title(speaker, source) if speaker and source else "",
        "quote": one.quote,
        "passages": passages_of(one),
        "cue": _fitting("cue", found.cue_words),
        "channel": _fitting("channel", found.channel),
        "via_id": via.pk if via else None,
    }


def _title(speaker: Speaker, source: Source) -> str:
    """The title at the time; with the house that was said, where the source itself does not tell of one."""
    said = [speaker.title, "" if source.affiliation_id else speaker.affiliation]
    return _fitting("title", ", ".join(filter(None, said)))


def _relays(names: set[str]) -> dict[str, Organisation]:
    """The outlets of these names, made where the house does not know them yet."""
    wanted = {name: "" for name in names if name and len(name) <= LONGEST}
    return naming.organisations_named(wanted, by=rights.system()) if wanted else {}


def _fitting(name: str, words: str) -> str:
    """Words for a column, or none where it has no room for them: half a title is a wrong one."""
    column = Citation._meta.get_field(name)
    return words if isinstance(column, CharField) and len(words) <= (column.max_length or 0) else ""


def _take_in(source: Source) -> Source:
    """Gives a suggested source its address, and makes it one of the house's."""
    source.slug, source.state = profiles.free_slug(Source, source.name), Source.State.ACCEPTED
    try:
        with transaction.atomic():
            source.save(update_fields=["slug", "state"])
    except IntegrityError as error:
        raise Refused(
            _("Somebody accepted a source of the name “%(name)s” just now. Look whether it is the same.")
            % {"name": source.name}
        ) from error
    return source
