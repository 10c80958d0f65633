"""Where a page says its story comes from, if not from the publisher itself."""

from collections.abc import Iterator

from articles.importing.page.meta import RIGHTS
from articles.importing.page.schema import addresses, first, types, values, words
from articles.importing.page.told import Told
from articles.importing.pointers import host_of
from articles.importing.story import OriginClaim

LONGEST_NAME = 200  # characters, as an organisation's name may have
LONGEST_ADDRESS = 500  # characters, as an origin's address may have

# Properties of schema.org, and the role (`Origin.Role`) of whom they name.
_PROPERTIES = {
    "translationOfWork": "translated_from",
    "isBasedOn": "syndicated_from",
    "sourceOrganization": "syndicated_from",
    "provider": "distributed_by",
    "copyrightHolder": "first_published_by",
}
# What Google asked news sites to name, and Dublin Core's source.
_NAMES = {
    "original-source": "first_published_by",
    "syndication-source": "syndicated_from",
    "dc.source": "syndicated_from",
    "dcterms.source": "syndicated_from",
}


def origins_of(page: Told) -> tuple[OriginClaim, ...]:
    """A claim for each organisation named as the source that is not the publisher itself."""
    claims = {claim.organisation.casefold(): claim for claim in reversed(list(_claims(page)))}
    return tuple(reversed(claims.values()))


def rights_of(page: Told) -> str:
    """What the page says about the use of its story: its copyright notice, licence or terms."""
    told = first(page.story, "copyrightNotice", "license", "usageInfo")
    if not told:
        linked = [
            one for name in ("license", "usageInfo") for value in values(page.story, name) for one in addresses(value)
        ]
        told = next(iter(linked), "") or page.meta.first(RIGHTS) or page.meta.link("license")
    return told


def _claims(page: Told) -> Iterator[OriginClaim]:
    for name, role in _PROPERTIES.items():
        for value in values(page.story, name):
            if not isinstance(value, dict) or "Person" not in types(value):
                yield from _claim(page, role, _name(value), next(iter(addresses(value)), ""), f"schema:{name}")
    for name, role in _NAMES.items():
        for content in page.meta.contents.get(name, ()):
            yield from _claim(page, role, content, content, name)


def _name(value: object) -> str:
    """Who is named: the organisation, or the publisher of the work."""
    publisher = first(value, "publisher", "sourceOrganization", "author") if isinstance(value, dict) else ""
    return publisher or words(value)


def _claim(page: Told, role: str, name: str, link: str, found_by: str) -> Iterator[OriginClaim]:
    url = page.page.address(link) if link.startswith(("http:", "https:")) else ""
    domain = host_of(url)
    organisation = domain if name.startswith(("http:", "https:")) or (not name and domain) else name
    if not organisation or len(organisation) > LONGEST_NAME or page.is_house(organisation) or page.is_house(domain):
        return
    url = url if len(url) <= LONGEST_ADDRESS and url.rstrip("/").count("/") > 2 else ""
    yield OriginClaim(role, organisation, name or link, 0, found_by, domain, url)
