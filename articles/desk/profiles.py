"""People and places of the paper: authors, organisations, sources, sections, topics; readers' profiles follow."""

from collections.abc import Sequence
from typing import TypeVar

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.desk import publicity, rights
from articles.desk.refusals import Refused
from articles.text.slugs import slug_for
from bylines.models import Author, Organisation

Named = TypeVar("Named", Author, Organisation)


def save_profile(noun: publicity.Noun, *, by: rights.User) -> None:
    """Saves an author, organisation, source, section or topic, and shows readers the change at once.

    Raises `Refused` without the right, or where name or address were taken at the same moment.
    """
    require(by)
    if not noun.slug:
        noun.slug = free_slug(type(noun), noun.name)
    try:
        with transaction.atomic():
            noun.save()
            publicity.refresh(noun)
    except IntegrityError as error:
        raise Refused(
            _("Somebody saved one of this name or address just now. Look whether it is the same, or change it.")
        ) from error


def require(by: rights.User) -> None:
    """Raises `Refused` unless `by` may edit profiles."""
    if not rights.may_edit_profiles(by):
        raise Refused(_("Your role does not include editing profiles. Ask an editor."))


def authors_named(names: Sequence[str], *, by: rights.User) -> list[Author]:
    """The authors of these names, in order, each made where the house does not know it yet."""
    return [_author(name, by=by) for name in names]


def organisation_named(name: str, *, by: rights.User, domain: str = "") -> Organisation:
    """The organisation known by this name, another spelling of it, or its domain; whichever fits first, in this order.

    Made as an outlet where the house does not know it yet, with the domain by which the next import recognises it.
    """
    called, host = name.casefold(), domain.casefold()
    held = Organisation.objects.order_by("pk").only("name", "other_names", "domains")
    by_name = {organisation.name.casefold(): organisation for organisation in held}
    by_other = {other.casefold(): organisation for organisation in held for other in organisation.other_names}
    by_domain = {known.casefold(): organisation for organisation in held for known in organisation.domains}
    found = by_name.get(called) or by_other.get(called) or by_domain.get(host)
    if found:
        return Organisation.objects.get(pk=found.pk)
    return _made(Organisation(name=name, domains=[domain] if domain else []), by=by)


def free_slug(model: type[publicity.Noun], name: str) -> str:
    """An address part made from `name` that no other of its kind has."""
    room = int(model._meta.get_field("slug").max_length or 0) - len("-999")
    stem, number = slug_for(name, limit=room), 2
    slug = stem
    while model._default_manager.filter(slug=slug).exists():
        slug, number = f"{stem}-{number}", number + 1
    return slug


def _author(name: str, *, by: rights.User) -> Author:
    held = Author.objects.filter(name__iexact=name).order_by("pk").first()
    return held or _made(Author(name=name), by=by)


def _made(noun: Named, *, by: rights.User) -> Named:
    require(by)
    model = type(noun)
    noun.slug = free_slug(model, noun.name)
    try:
        with transaction.atomic():
            noun.save(force_insert=True)
    except IntegrityError:  # somebody else made it at the same moment
        return model._default_manager.filter(name=noun.name).order_by("pk")[0]
    return noun
