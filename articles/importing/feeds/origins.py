"""Where an entry says that it was taken from: `source` of RSS and of Atom, and that of Dublin Core."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from articles.importing.feeds.addresses import web
from articles.importing.feeds.frame import Frame
from articles.importing.feeds.parsing import listed, told
from articles.importing.feeds.wording import line_of
from articles.importing.pointers import host_of
from articles.importing.story import OriginClaim

_SOURCE = re.compile(r"<(?:[\w.-]+:)?source\b", re.IGNORECASE)


def start_of_source(text: str) -> int:
    """Where in the text of an entry the element begins that says where it was taken from; 0 where none does."""
    found = _SOURCE.search(text)
    return found.start() if found else 0


def origins_of(source: Any, said: str, frame: Frame, *, start: int) -> tuple[OriginClaim, ...]:
    """The claims that an entry makes by its `source`, as feedparser tells it, and by that of Dublin Core, `said`.

    Their words stand at `start` or after. That an entry comes from the feed it stands in is no claim.
    """
    own = {frame.title.casefold(), host_of(frame.link)} - {""}
    claims = [
        claim for claim in _claims(source, said, frame) if not {claim.organisation.casefold(), claim.domain} & own
    ]
    return tuple({claim.organisation.casefold(): replace(claim, start=start) for claim in claims}.values())


def _claims(source: Any, said: str, frame: Frame) -> Iterator[OriginClaim]:
    links = [told(link, "href") for link in listed(source, "links") if told(link, "rel") != "self"]
    title, url = told(source, "title").strip(), told(source, "href") or told(source, "link") or next(iter(links), "")
    if title or web(url):
        yield _claim(title, url, "atom:source" if frame.is_atom else "rss:source")
    if said:
        yield _claim("" if web(said) else said, said, "dc:source")


def _claim(title: str, url: str, found_by: str) -> OriginClaim:
    domain = host_of(web(url))
    return OriginClaim("syndicated_from", line_of(title) or domain, title or url, 0, found_by, domain, web(url))
