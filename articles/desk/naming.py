"""People, places and subjects by the names that copy uses: found where the house knows them, made where it does not.

Each function answers for a whole batch in a statement or two. New ones are made in the order of their names, so that
two imports never wait for each other's.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from django.db import IntegrityError, transaction
from django.db.models.functions import Lower

from articles.desk import profiles, rights
from articles.models import Section, Topic
from bylines.domains import covering, domain_of, is_public_suffix
from bylines.models import Author, Organisation

Named = TypeVar("Named", Author, Organisation, Section, Topic)


def authors_named(titles: Mapping[str, str], *, by: rights.User) -> dict[str, Author]:
    """The author of each name. Letters in small or capital make no difference (in SQLite: of ASCII only).

    `titles` gives each name what the copy calls that person, such as "science editor"; only a new author gets it.
    """
    wanted = sorted(titles)
    held = _by_name(Author, wanted)
    new = {name.lower(): Author(name=name, title=titles[name]) for name in reversed(wanted) if name.lower() not in held}
    held |= {author.name.lower(): author for author in _made(list(new.values())[::-1], by=by)}
    return {name: held[name.lower()] for name in wanted}


def organisations_named(domains: Mapping[str, str], *, by: rights.User) -> dict[str, Organisation]:
    """The organisation of each name, known by it, another spelling of it, or its domain; the first that fits, in this
    order. `domains` gives each name its host, empty where none is known; the name itself may be one.

    A host belongs to whoever holds the longest domain that covers it: `edition.tide.example` to `tide.example`, never
    to `example`. Made as an outlet where the house does not know it yet, with the domain by which the next import
    recognises it.
    """
    held = list(Organisation.objects.order_by("pk"))
    by_name = {organisation.name.casefold(): organisation for organisation in reversed(held)}
    by_other = {other.casefold(): one for one in reversed(held) for other in one.other_names}
    by_domain = {domain_of(domain): one for one in reversed(held) for domain in one.domains}
    found = {}
    for name in sorted(domains):
        domain = domain_of(domains[name])
        known = by_name.get(name.casefold()) or by_other.get(name.casefold())
        known = known or _covered(domain or domain_of(name), by_domain)
        if not known:
            told = domain and not is_public_suffix(domain)  # what anybody may have a site under tells nobody apart
            (known,) = _made([Organisation(name=name, domains=[domain] if told else [])], by=by)
            by_name[name.casefold()] = known
            by_domain.setdefault(domain, known)
        found[name] = known
    return found


def _covered(domain: str, held: Mapping[str, Organisation]) -> Organisation | None:
    """Of those that hold a domain, the one to whom `domain` belongs."""
    return next((held[one] for one in covering(domain) if one in held), None) if domain else None


def topics_named(told: Iterable[tuple[str, str]], *, by: rights.User) -> dict[tuple[str, str], Topic]:
    """The topic of each name and code (empty where it has none): known by its code first, then by its name."""
    wanted = sorted(set(told))
    codes = {code for _name, code in wanted if code}
    by_code = {topic.code: topic for topic in Topic.objects.filter(code__in=codes).order_by("-pk")} if codes else {}
    held = _by_name(Topic, [name for name, _code in wanted])
    found = {}
    for name, code in wanted:
        topic = by_code.get(code) if code else None
        same = held.get(name.lower())
        if topic is None and same is not None and same.code in ("", code):
            topic = same
        if topic is None:
            (topic,) = _made([Topic(name=name, code=code)], by=by)
            held[name.lower()] = by_code[code] = topic
        found[name, code] = topic
    return found


def sections_held(names: Iterable[str]) -> dict[str, Section]:
    """The sections of the paper among `names`. What the paper has no section for is left out."""
    wanted = sorted(set(filter(None, names)))
    held = _by_name(Section, wanted)
    return {name: held[name.lower()] for name in wanted if name.lower() in held}


def sections_named(names: Iterable[str], *, by: rights.User) -> dict[str, Section]:
    """The section of each name, made where the paper has none: for archives, which bring their own."""
    wanted = sorted(set(filter(None, names)))
    held = _by_name(Section, wanted)
    new = {name.lower(): Section(name=name) for name in reversed(wanted) if name.lower() not in held}
    held |= {section.name.lower(): section for section in _made(list(new.values())[::-1], by=by)}
    return {name: held[name.lower()] for name in wanted}


def _by_name(model: type[Named], names: Sequence[str]) -> dict[str, Named]:
    """Those of `model` with one of these names, by the name in small letters; of several the first."""
    if not names:
        return {}
    small = Lower("name")
    rows = model._default_manager.annotate(small=small).filter(small__in=[name.lower() for name in names])
    return {row.name.lower(): row for row in rows.order_by("-pk")}


def _made(nouns: Sequence[Named], *, by: rights.User) -> list[Named]:
    """New nouns saved, all at once unless somebody else makes one of them at the same moment."""
    if not nouns:
        return []
    profiles.require(by)
    _address(nouns)
    try:
        with transaction.atomic():
            return type(nouns[0])._default_manager.bulk_create(nouns)
    except IntegrityError:
        return [_made_or_found(noun) for noun in nouns]


def _address(nouns: Sequence[Named]) -> None:
    """Gives each an address of its own."""
    model = type(nouns[0])
    stems = [profiles.slug_of(model, noun.name) for noun in nouns]
    taken = set(model._default_manager.filter(slug__in=stems).values_list("slug", flat=True))
    for noun, stem in zip(nouns, stems, strict=True):
        noun.slug = stem if stem not in taken else profiles.free_slug(model, noun.name, taken)
        taken.add(noun.slug)


def _made_or_found(noun: Named) -> Named:
    model = type(noun)
    noun.pk, noun.slug = None, profiles.free_slug(model, noun.name)
    try:
        with transaction.atomic():
            noun.save(force_insert=True)
    except IntegrityError:  # somebody else made it at the same moment
        return model._default_manager.filter(name=noun.name).order_by("pk")[0]
    return noun
