"""From stories to the drafts the desk starts: words, credits, topics, and suggested origins with their evidence."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from articles.desk import naming, rights
from articles.desk.drafting import Draft
from articles.desk.rows import Rows
from articles.importing.body import body_of
from articles.importing.evidence import Span
from articles.importing.reading import Reading
from articles.importing.story import OriginClaim, Story
from articles.models import Credit, Origin, Receipt, Section, Topic
from articles.text.clean import plain
from articles.text.links import safe_href
from bylines.models import Author, Organisation


@dataclass(frozen=True)
class Names:
    """Everybody and everything that a batch of stories names, found or made at once."""

    authors: dict[str, Author]
    organisations: dict[str, Organisation]
    topics: dict[tuple[str, str], Topic]
    sections: dict[str, Section]


def names_of(stories: Sequence[Story], *, by: rights.User) -> Names:
    """What wire copy names. A section that the paper does not have becomes a topic."""
    sections = naming.sections_held(story.section for story in stories)
    return _names(stories, sections, by=by)


def archive_names_of(stories: Sequence[Story], *, by: rights.User) -> Names:
    """What an archive names; it brings its own sections."""
    sections = naming.sections_named((story.section for story in stories), by=by)
    return _names(stories, sections, by=by)


def draft_of(reading: Reading, receipt: Receipt | None, names: Names, *, why: str = "") -> Draft:
    """The draft to start, and why.

    What is written for the own house comes from nowhere else: it is credited, and no origin is claimed.
    """
    story = reading.story
    return Draft(
        words_of(story, names),
        Rows(
            credits=credits_of(story, names),
            origins=origins_of(reading, receipt, names),
            topics=topics_of(story, names),
        ),
        embargo=story.embargo,
        why=why,
        terms=reading.terms,
    )


def words_of(story: Story, names: Names) -> dict[str, object]:
    """The columns of the working copy."""
    return {
        "headline": story.headline,
        "dek": story.dek,
        "kicker": story.kicker,
        "slugline": story.slugline,
        "slug": story.slug,
        "dateline": story.dateline,
        "body": body_of(story.blocks),
        "ednote": story.ednote,
        "language": story.language or settings.HOUSE_LANGUAGE,
        "direction": story.direction,
        "section": names.sections.get(story.section),
    }


def credits_of(story: Story, names: Names) -> list[Credit]:
    """Who is credited, in the order told."""
    return [
        Credit(
            author=names.authors.get(one.name),
            organisation=names.organisations.get(one.organisation),
            role=one.role,
            wording=one.wording,
        )
        for one in story.credits
        if one.name or one.organisation or one.wording
    ]


def topics_of(story: Story, names: Names) -> list[Topic]:
    """What it is about, each once."""
    return list(dict.fromkeys(names.topics[key] for key in _topic_keys(story, names.sections)))


def origins_of(reading: Reading, receipt: Receipt | None, names: Names) -> list[Origin]:
    """The claims about where it came from, all of them only suggested."""
    pairs = zip(reading.story.origins, reading.spans, strict=True)
    made = [
        _origin(claim, names.organisations[claim.organisation], span, receipt)
        for claim, span in pairs
        if claim.organisation
    ]
    return [origin for origin in made if origin.organisation.kind != Organisation.Kind.OWN_HOUSE]


def _names(stories: Sequence[Story], sections: dict[str, Section], *, by: rights.User) -> Names:
    authors = {credit.name: credit.title for story in stories for credit in story.credits if credit.name}
    hosts = {credit.organisation: "" for story in stories for credit in story.credits if credit.organisation}
    for story in stories:
        hosts |= {claim.organisation: claim.domain for claim in story.origins if claim.organisation}
    topics = {key for story in stories for key in _topic_keys(story, sections)}
    return Names(
        naming.authors_named(authors, by=by) if authors else {},
        naming.organisations_named(hosts, by=by) if hosts else {},
        naming.topics_named(topics, by=by) if topics else {},
        sections,
    )


def _topic_keys(story: Story, sections: dict[str, Section]) -> list[tuple[str, str]]:
    keys = [(topic.name, topic.code) for topic in story.topics]
    if story.section and story.section not in sections:
        keys.append((story.section, ""))
    return keys


def _origin(claim: OriginClaim, organisation: Organisation, span: Span | None, receipt: Receipt | None) -> Origin:
    start, end = span if span and receipt and receipt.packed is not None else (None, None)
    return Origin(
        role=claim.role,
        organisation=organisation,
        url=(safe_href(claim.url) or "")[:500] if claim.url else "",
        evidence=plain(claim.evidence),
        receipt=receipt,
        evidence_start=start,
        evidence_end=end,
        found_by=claim.found_by,
    )
