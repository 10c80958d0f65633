"""People and places of the paper: authors, organisations, sources, sections, topics; readers' profiles follow."""

from collections.abc import Collection

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.desk import publicity, rights
from articles.desk.refusals import Refused
from articles.text.slugs import slug_for


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


def slug_of(model: type[publicity.Noun], name: str) -> str:
    """An address part made from `name`, with room for a number behind it."""
    room = int(model._meta.get_field("slug").max_length or 0) - len("-999")
    return slug_for(name, limit=room)


def free_slug(model: type[publicity.Noun], name: str, promised: Collection[str] = ()) -> str:
    """An address part made from `name` that no other of its kind has, and that is not `promised` to one."""
    stem, number = slug_of(model, name), 2
    slug = stem
    while slug in promised or model._default_manager.filter(slug=slug).exists():
        slug, number = f"{stem}-{number}", number + 1
    return slug
