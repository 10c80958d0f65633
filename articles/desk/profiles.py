"""People and places of the paper: authors, organisations, sources, sections, topics; readers' profiles follow."""

from collections.abc import Collection

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.desk import publicity, rights
from articles.desk.refusals import Refused
from articles.text.slugs import slug_for
from bylines.domains import domain_of
from bylines.models import Organisation


def save_profile(noun: publicity.Noun, *, by: rights.User) -> None:
    """Saves an author, organisation, source, section or topic, and shows readers the change at once.

    Of an organisation the change holds for all its copy as well: label, search engines, the end of its licence.
    Raises `Refused` without the right, where name or address were taken at the same moment, or where another
    organisation claims a domain of this one.
    """
    require(by)
    write(noun)


def write(noun: publicity.Noun) -> None:
    """Does what `save_profile` does, for a verb that has asked for a right of its own. Raises as it does otherwise."""
    if isinstance(noun, Organisation):
        _settle_domains(noun)
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


def _settle_domains(organisation: Organisation) -> None:
    """Brings its domains into the one spelling, each once; two organisations cannot be recognised by the same.

    Asked, not locked: of two people who claim one domain in the same instant both may be told yes. An import then
    goes by the older organisation, and whoever is saved next is told.
    """
    given = [domain_of(domain) or domain for domain in organisation.domains]
    organisation.domains = list(dict.fromkeys(given))
    others = Organisation.objects.exclude(pk=organisation.pk).exclude(domains=[])
    claimed = {domain_of(domain): name for name, domains in others.values_list("name", "domains") for domain in domains}
    taken = [domain for domain in organisation.domains if domain in claimed]
    if taken:
        sentence = _("%(domain)s is a domain of %(name)s already. Take it away there first, or leave it out here.")
        raise Refused(*(sentence % {"domain": domain, "name": claimed[domain]} for domain in taken))


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
