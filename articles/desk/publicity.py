"""Profiles as readers see them: written when a print carries them, refreshed when the desk edits them.

With an organisation goes its policy: label, credit line, what machines are told. So a changed policy holds at once for
every page, and no print has to be made again.
"""

from collections.abc import Iterable

from django.utils.html import linebreaks

from articles.desk import licences
from articles.models import PublishedArticle, PublishedLink, PublishedProfile, Section, Topic
from bylines.models import Author, Organisation, Source

Kind = PublishedProfile.Kind
Noun = Author | Organisation | Source | Section | Topic

_KINDS: dict[type[Noun], Kind] = {
    Author: Kind.AUTHOR,
    Organisation: Kind.ORGANISATION,
    Source: Kind.SOURCE,
    Section: Kind.SECTION,
    Topic: Kind.TOPIC,
}


def link(print_: PublishedArticle) -> None:
    """Ties a print to the profiles it carries, making those that readers have not met yet."""
    origins = {origin["slug"] for origin in print_.origins}
    carried = [
        *_held(Author, {credit["slug"] for credit in print_.credits}),
        *_organisations(print_),
        *_held(Source, {citation["slug"] for citation in print_.citations}),
        *_held(Section, {print_.section_slug}),
        *_held(Topic, {topic["slug"] for topic in print_.topics}),
    ]
    PublishedLink.objects.bulk_create(
        PublishedLink(
            print=print_, profile=profile, is_origin=profile.kind == Kind.ORGANISATION and profile.slug in origins
        )
        for profile in _published(carried)
    )


def refresh(noun: Noun) -> None:
    """Shows readers what the desk now says of `noun`, if they know it. Its address never changes."""
    known = PublishedProfile.objects.filter(kind=_KINDS[type(noun)], slug=noun.slug)
    if not _may_be_known(noun):
        known.delete()
        return
    known.update(**_values(noun))
    if isinstance(noun, Organisation):
        licences.refresh(noun)


def organisations(print_: PublishedArticle) -> list[PublishedProfile]:
    """Unsaved profiles of the organisations a print carries, as the desk has them now: for previews."""
    return [_profile(organisation) for organisation in _organisations(print_)]


def sweep() -> None:
    """Takes away profiles that no print carries any longer."""
    PublishedProfile.objects.filter(links__isnull=True).delete()


def _organisations(print_: PublishedArticle) -> list[Noun]:
    """Whose copy it is, to whom it is credited, who relayed what somebody said, and for whom they speak."""
    named = [origin["slug"] for origin in print_.origins] + [one["organisation_slug"] for one in print_.credits]
    # Not every print that is put again was composed when citations named these by slug.
    named += [citation.get(name, "") for citation in print_.citations for name in ("affiliation_slug", "via_slug")]
    return _held(Organisation, named)


def _held(model: type[Noun], slugs: Iterable[str]) -> list[Noun]:
    wanted = set(slugs) - {""}
    if not wanted:
        return []
    return [noun for noun in model._default_manager.filter(slug__in=wanted) if _may_be_known(noun)]


def _may_be_known(noun: Noun) -> bool:
    """Readers have a page for everybody but those who are not named, and those nobody has accepted as a source."""
    if not isinstance(noun, Source):
        return True
    return noun.state == Source.State.ACCEPTED and noun.kind != Source.Kind.UNNAMED


def _published(nouns: Iterable[Noun]) -> list[PublishedProfile]:
    """The saved profile of each, in one statement, and always in one order: no two prints wait for each other's."""
    profiles = sorted(map(_profile, nouns), key=lambda profile: (profile.kind, profile.slug))
    if not profiles:
        return []
    return PublishedProfile.objects.bulk_create(
        profiles, update_conflicts=True, unique_fields=["kind", "slug"], update_fields=_TOLD
    )


def _profile(noun: Noun) -> PublishedProfile:
    return PublishedProfile(kind=_KINDS[type(noun)], slug=noun.slug, **_values(noun))


def _values(noun: Noun) -> dict[str, object]:
    about = getattr(noun, "bio", "") or getattr(noun, "description", "")
    return {
        "name": noun.name,
        "title": getattr(noun, "title", ""),
        "about": linebreaks(about, autoescape=True) if about else "",
        "homepage": getattr(noun, "homepage", "") or getattr(noun, "url", ""),
        "position": getattr(noun, "position", 0),
        **(_policy(noun) if isinstance(noun, Organisation) else {}),
    }


def _policy(organisation: Organisation) -> dict[str, object]:
    """What its copy asks of pages, feeds and machines; empty where it asks for nothing of its own."""
    indexing, mining = organisation.indexing, organisation.ai_mining
    return {
        "label": organisation.label,
        "credit_line": organisation.credit_line,
        "indexing": "" if indexing == Organisation.Indexing.INDEX else indexing,
        "ai_mining": "" if mining == Organisation.AiMining.HOUSE else mining,
        "in_feeds": organisation.surfaces == Organisation.Surfaces.EVERYWHERE,
    }


_TOLD = ["name", "title", "about", "homepage", "position", "label", "credit_line", "indexing", "ai_mining", "in_feeds"]
