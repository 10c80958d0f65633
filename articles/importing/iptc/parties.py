"""People and organisations as IPTC's formats name them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from articles.importing.iptc.newscodes import last_part
from articles.text.clean import plain
from bylines.names import parse_byline

_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)
_TAGGED = re.compile(r"(?:tag:|urn:newsml:)((?:[a-z0-9-]+\.)+[a-z]{2,})[,:]", re.IGNORECASE)
_VOCABULARIES = re.compile(
    r"(?:cv\.iptc|wikidata|wikipedia|dbpedia|viaf|isni|permid|geonames|orcid)\.org$"
    r"|id\.loc\.gov$|freebase\.com$|d-nb\.info$"
)


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody named. `roles` are the last parts of their codes; `evidence` the words that name them, to be found
    in the text from `start` on.

    `kind` is `person` or `organisation`, empty where nothing says which. `title` is what they are, `organisation` for
    whom; `uri` is their identifier or address.
    """

    name: str
    roles: tuple[str, ...] = ()
    kind: str = ""
    title: str = ""
    organisation: str = ""
    uri: str = ""
    evidence: str = ""
    start: int = 0

    @property
    def domain(self) -> str:
        """The host they are known by, empty where none is told. Vocabularies are nobody's host."""
        host = host_of(self.uri) or (self.name if _HOST.fullmatch(self.name) else "")
        return "" if _VOCABULARIES.search(host) else host.lower().removeprefix("www.")

    @property
    def is_organisation(self) -> bool:
        """Whether it is surely an organisation."""
        if self.kind:
            return self.kind == "organisation"
        byline = parse_byline(self.name)
        return bool(self.domain) or (byline is not None and bool(byline.organisation) and not byline.people)

    @property
    def is_person(self) -> bool:
        """Whether it is somebody rather than an organisation; where nothing says so, by the shape of the name."""
        if self.kind:
            return self.kind == "person"
        byline = parse_byline(self.name)
        return byline is not None and len(byline.people) == 1 and not byline.organisation


def host_of(uri: str) -> str:
    """The host of a web address, or that which an id (`tag:host,2020:…`, `urn:newsml:host:…`) begins with."""
    uri = uri.strip()
    if found := _TAGGED.match(uri):
        return found[1].lower()
    try:
        parts = urlsplit(uri)
        return (parts.hostname or "") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""


def is_same(one: Party, other: Party) -> bool:
    """Whether both are surely the same: by name, by host, or because one is named by the other's host."""
    return bool((_known_as(one) & _known_as(other)) - {""})


def role_names(codes: Iterable[str]) -> tuple[str, ...]:
    """The last parts of role codes, which is all that is looked at."""
    return tuple(filter(None, map(last_part, codes)))


def web_address(uri: str) -> str:
    """`uri` where it is an address on the web, and none of a vocabulary; empty else."""
    uri = uri.strip()
    is_web = uri.startswith(("http://", "https://")) and host_of(uri)
    return uri if is_web and not _VOCABULARIES.search(host_of(uri)) else ""


def _known_as(party: Party) -> set[str]:
    """By which names a party goes: "Reuters" is whoever is at reuters.com."""
    name = plain(party.name).casefold()
    return {name, "".join(name.split()), party.domain, party.domain.partition(".")[0]}
