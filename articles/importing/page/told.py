"""What a page tells about itself, gathered: schema.org in every spelling, the head's meta elements, its headings."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from lxml import etree

from articles.importing.lines import bare
from articles.importing.page import jsonld, microdata
from articles.importing.page.document import Page, text_of, web_address
from articles.importing.page.heading import heading_of
from articles.importing.page.meta import AUTHORS, HEADLINES, SITES, Meta, meta_of
from articles.importing.page.schema import Node, addresses, first, is_page, is_story, told, types, values, words
from articles.importing.page.witness import letters_in
from articles.importing.pointers import host_of

_MOST_HEADINGS = 200
_ARTICLE = re.compile(r"\A(?:the|der|die|das|le|la|les|el|il|lo|o|a|het|de)\s+(?=\S)", re.IGNORECASE)
_GUESTS = frozenset({"ClaimReview", "Review", "Recipe", "SocialMediaPosting"})  # stand on the page of a story, too
_OF_PAGES = frozenset({"description", "name", "about"})  # may be those of the site


@dataclass(frozen=True)
class Told:
    """`story` is the node that says most about the story, completed by others that are about the same one."""

    page: Page
    meta: Meta
    nodes: Sequence[Node]
    story: Node

    @cached_property
    def headings(self) -> list[str]:
        """The words of every `<h1>` of the page."""
        return headings_of(self.page)

    @cached_property
    def titles(self) -> list[str]:
        """Everything the story is called, with the site's name where it stands in it."""
        return [*self.meta.all(HEADLINES), first(self.story, "headline", "name"), *self.headings]

    @cached_property
    def heading(self) -> etree._Element | None:
        """The element that shows the headline; None where nothing looks like one."""
        title = told(self.page.root.findtext(".//title"))
        names = [*self.meta.all(HEADLINES), first(self.story, "headline", "name"), title]
        return heading_of(self.page.root, names, self.is_house)

    @cached_property
    def address(self) -> str:
        """The canonical address: what the page links to as such, Open Graph's, schema.org's, where it came from."""
        named = [self.meta.link("canonical"), *self.meta.all(("og:url",))]
        named += [one for name in ("url", "mainEntityOfPage", "@id") for one in self._addresses(name)]
        whole = (self.page.address(one) for one in named)
        return next((one for one in whole if _is_a_story_address(one)), self.page.fetched)

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """Other addresses the story is known by."""
        named = [
            self.page.fetched,
            self.page.address(self.meta.first(("og:url",))),
            self.page.address(self.meta.link("amphtml")),
        ]
        return tuple(one for one in dict.fromkeys(named) if one and one != self.address)

    @cached_property
    def publisher(self) -> str:
        """The name of who publishes the page."""
        return first(self.story, "publisher") or self.meta.first(SITES)

    @cached_property
    def house_names(self) -> frozenset[str]:
        """All names the publisher goes by, as `letters_in` them, with and without the article before it.

        One that calls itself the author and gives its address, as "The Courier (www.courier.example)", is told, too.
        """
        host = host_of(self.address)
        names = [*map(words, values(self.story, "publisher")), *self.meta.all(SITES), host, *host.split(".")[:-1]]
        if host:
            sites = (one.lower().partition(f"(www.{host}") for one in self.meta.all(AUTHORS))
            names += [name for name, address, _rest in sites if address]
        names += [_ARTICLE.sub("", name) for name in names]
        return frozenset(filter(None, map(letters_in, names)))

    def is_house(self, name: str) -> bool:
        """Whether `name` is one of the publisher's."""
        return letters_in(name) in self.house_names

    def _addresses(self, name: str) -> Iterator[str]:
        return (one for value in values(self.story, name) for one in addresses(value))


def told_by(page: Page) -> Told:
    """All that the page tells about itself."""
    scripts = [script.text for script in page.root.iter("script") if "ld+json" in (script.get("type") or "").lower()]
    nodes = [*jsonld.nodes_in([script for script in scripts if script]), *microdata.nodes_in(page.root)]
    meta = meta_of(page.root)
    if not page.base:  # a page that was saved without its address may name it all the same
        canonical = (web_address("", one) for one in (meta.link("canonical"), meta.first(("og:url",))))
        page = replace(page, base=next(filter(None, canonical), ""))
    own = {_place(page.address(one)) for one in (page.fetched, meta.link("canonical"), *meta.all(("og:url",)))}
    return Told(page, meta, nodes, _story(nodes, [*meta.all(HEADLINES), *headings_of(page)], own - {""}))


def headings_of(page: Page) -> list[str]:
    """The words of the page's `<h1>` elements that have any."""
    found = (text_of(heading) for heading in page.root.xpath("descendant::h1")[:_MOST_HEADINGS])
    return [text for text in found if text]


def _story(nodes: Sequence[Node], titles: Sequence[str], places: Collection[str]) -> Node:
    """The best of the articles, and what others that are about the same story say besides."""
    known = [bare(title) for title in titles]
    stories = [node for node in nodes if is_story(node)]
    stories.sort(key=lambda node: -_weight(node, known, places))
    if not stories or _weight(stories[0], known, places) < 1:
        stories = []
    same = [node for node in stories[1:] if _is_titled(node, known)]
    pages = [node for node in nodes if is_page(node)][:1]
    whole: Node = {}
    for node in (*stories[:1], *same, *pages):
        for name, value in node.items():
            if name not in _OF_PAGES or node not in pages:
                whole.setdefault(name, value)
    return whole


def _weight(node: Node, titles: Sequence[str], places: Collection[str]) -> int:
    """How likely the node is about the story of the page: it has its title, or its address."""
    said = sum(name in node for name in ("headline", "datePublished", "author", "articleBody", "publisher"))
    named = (
        one for name in ("url", "mainEntityOfPage", "@id") for value in values(node, name) for one in addresses(value)
    )
    is_here = not set(places).isdisjoint(map(_place, named))
    return said + 5 * _is_titled(node, titles) + 4 * is_here - 4 * (not types(node).isdisjoint(_GUESTS))


def _place(address: str) -> str:
    """The host and path of a story's address, however it is reached."""
    place = address.partition("#")[0].partition("?")[0].partition("//")[2].rstrip("/").lower()
    return place.removeprefix("www.") if "/" in place else ""


def _is_titled(node: Node, titles: Sequence[str]) -> bool:
    title = bare(first(node, "headline", "name"))
    return bool(title) and any(title in one or (one and one in title) for one in titles)


def _is_a_story_address(address: str) -> bool:
    """Whether it may be a story's own: some pages give that of the front page for all."""
    return bool(address) and address.partition("//")[2].rstrip("/").count("/") > 0
