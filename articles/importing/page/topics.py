"""Where a page puts its story: section, topics, kicker."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from articles.importing.lines import bare
from articles.importing.page.document import text_of, tokens
from articles.importing.page.meta import KEYWORDS, SECTIONS, TAGS
from articles.importing.page.schema import addresses, first, types, values, words
from articles.importing.page.told import Told
from articles.importing.story import StoryTopic

MOST = 60  # topics of one story
LONGEST = 120  # characters of a topic, a section or a kicker

_CODE = re.compile(r"(?:medtop:|https?://cv\.iptc\.org/newscodes/mediatopic/)(\d{8})\b", re.IGNORECASE)
_NUMBER = re.compile(r"[\da-f-]{16,}|\d+")  # what a database calls it
_LISTED = re.compile(r"\s*[,;،、，]\s*")
_KICKERS = frozenset(
    "kicker eyebrow overline overtitle supertitle pretitle topline dachzeile spitzmarke surtitre antetitulo occhiello "
    "rubrik vignette".split()
)
_NEAR = 6  # elements before the headline among which a kicker is looked for


def section_of(page: Told) -> str:
    """The section, as schema.org or the head of the page tells; the last breadcrumb but the story itself otherwise."""
    told = [*map(words, values(page.story, "articleSection")), *page.meta.all(SECTIONS), *_crumbs(page)]
    titles = {bare(title) for title in page.titles}
    told = [_LISTED.split(one)[0] for one in told]
    return next((one for one in told if one and len(one) <= LONGEST and bare(one) not in titles), "")


def topics_of(page: Told) -> tuple[StoryTopic, ...]:
    """What the story is about, each once: keywords, tags and things told; a code where it is one of IPTC's."""
    found: dict[str, StoryTopic] = {}
    for name, code in _told_topics(page):
        known = found.get(bare(name))
        if bare(name) and len(name) <= LONGEST and not _NUMBER.fullmatch(name) and (known is None or not known.code):
            found[bare(name)] = StoryTopic(known.name if known else name, code)
    return tuple(found.values())[:MOST]


def kicker_of(page: Told, headline: str) -> str:
    """The kicker: the line that is called so and stands in or right before the headline; empty where none does."""
    heading = next((one for one in page.page.root.iter("h1", "h2") if bare(headline) in bare(text_of(one))), None)
    if heading is None:
        return ""
    near = [*heading.iterdescendants(etree.Element), *heading.xpath(f"preceding::*[position() <= {_NEAR}]")]
    lines = (text_of(one) for one in near if not tokens(one).isdisjoint(_KICKERS))
    return next((one for one in lines if 0 < len(one) <= LONGEST and bare(one) != bare(headline)), "")


def _told_topics(page: Told) -> Iterator[tuple[str, str]]:
    """Names and codes, from the first that tells any: schema.org and `article:tag`, else the head's keywords."""
    told = [*_of_schema(page), *_of_head(page, TAGS)]
    yield from told or next(filter(None, (list(_of_head(page, (name,))) for name in KEYWORDS)), [])


def _of_schema(page: Told) -> Iterator[tuple[str, str]]:
    for value in values(page.story, "about"):
        yield words(value), _code(value)
    for value in values(page.story, "keywords"):
        if isinstance(value, dict):
            yield words(value), _code(value)
        else:
            yield from ((one, _code(one)) for one in _LISTED.split(words(value)))


def _of_head(page: Told, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for content in page.meta.all(names):
        yield from ((one, _code(one)) for one in _LISTED.split(content) if one)


def _code(value: Any) -> str:
    """The IPTC Media Topic that a value names by its address or its code."""
    told = [*addresses(value), first(value, "termCode", "sameAs", "identifier")] if isinstance(value, dict) else [value]
    found = next((found for one in told if isinstance(one, str) and (found := _CODE.search(one))), None)
    return f"medtop:{found[1]}" if found else ""


def _crumbs(page: Told) -> Iterator[str]:
    """The breadcrumbs from the inside out, without the first, which is the front page."""
    trail = next((node for node in page.nodes if "BreadcrumbList" in types(node)), {})
    crumbs = [words(one) or words(one.get("item")) for one in values(trail, "itemListElement") if isinstance(one, dict)]
    yield from reversed([crumb for crumb in crumbs[1:] if crumb and not page.is_house(crumb)])
