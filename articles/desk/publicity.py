"""Profiles as readers see them: written when a print carries them, refreshed when the desk edits them."""

from django.utils.html import linebreaks

from articles.models import PublishedArticle, PublishedLink, PublishedProfile, Section, Topic
from bylines.models import Author, Organisation, Source

Kind = PublishedProfile.Kind
Noun = Author | Organisation | Source | Section | Topic


def link(print_: PublishedArticle) -> None:
    """Ties a print to the profiles it carries, making those that readers have not met yet."""
    carried = [
        *_held(Author, (credit["slug"] for credit in print_.credits)),
        *_held(Organisation, (credit["organisation_slug"] for credit in print_.credits)),
        *_held(Organisation, (origin["slug"] for origin in print_.origins)),
        *_held(Section, [print_.section_slug]),
        *_held(Topic, (topic["slug"] for topic in print_.topics)),
    ]
    profiles = {_profile(noun).pk for noun in carried}
    PublishedLink.objects.bulk_create(PublishedLink(print=print_, profile_id=pk) for pk in sorted(profiles))


def refresh(noun: Noun) -> None:
    """Shows readers what the desk now says of `noun`, if they know it. Its address never changes."""
    PublishedProfile.objects.filter(kind=_kind(noun), slug=noun.slug).update(**_values(noun))


def sweep() -> None:
    """Takes away profiles that no print carries any longer."""
    PublishedProfile.objects.filter(links__isnull=True).delete()


def _held(model: type[Noun], slugs) -> list[Noun]:  # noqa: ANN001 - any iterable of str
    wanted = {slug for slug in slugs if slug}
    return list(model.objects.filter(slug__in=wanted).order_by("pk")) if wanted else []


def _profile(noun: Noun) -> PublishedProfile:
    profile, _made = PublishedProfile.objects.update_or_create(kind=_kind(noun), slug=noun.slug, defaults=_values(noun))
    return profile


def _kind(noun: Noun) -> str:
    return {
        Author: Kind.AUTHOR,
        Organisation: Kind.ORGANISATION,
        Source: Kind.SOURCE,
        Section: Kind.SECTION,
        Topic: Kind.TOPIC,
    }[type(noun)]


def _values(noun: Noun) -> dict[str, object]:
    about = getattr(noun, "bio", "") or getattr(noun, "description", "")
    return {
        "name": noun.name,
        "title": getattr(noun, "title", ""),
        "about": linebreaks(about, autoescape=True) if about else "",
        "homepage": getattr(noun, "homepage", ""),
        "position": getattr(noun, "position", 0),
    }
