"""What a feed says around its entries: what is needed to read one of them alone, the same at every poll."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Self

from django.utils.translation import gettext as _
from lxml import etree

from articles.importing.errors import BadInput
from articles.importing.feeds.addresses import joined, web
from articles.importing.feeds.parsing import listed, parsed, told, words_of
from articles.importing.feeds.people import names_in
from articles.importing.feeds.tree import Tag, is_media, name_of, tree_of
from articles.importing.feeds.wording import guessed, headline_of
from articles.importing.letters import encoding_of
from articles.importing.sniffing import attributes_of, root_of

ROOTS = frozenset({"rss", "rdf", "feed", "channel"})

_CHANNEL = re.compile(r"<(?:[\w.-]+:)?channel\b((?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)>", re.IGNORECASE)
_ENTITY = re.compile(r"<!ENTITY\s")
_ATOM_1_0 = "http://www.w3.org/2005/atom"
_AUTHORS = frozenset({"author"})
_READ = frozenset({"title", "link", "language", "rights", "copyright"})
_HOLDING = frozenset({"version", "xml:lang", "lang"})


@dataclass(frozen=True)
class Frame:
    """What a feed says around its entries, empty where it says nothing.

    `root` is its root element as spelt, prefix included, with the `attributes` and `namespaces` that hold for entries;
    `base` is the address that theirs are relative to; `declares_entities` says whether a DOCTYPE does. The others are
    the feed's own.
    """

    root: str = "rss"
    attributes: Mapping[str, str] = field(default_factory=dict)
    namespaces: Mapping[str, str] = field(default_factory=dict)
    declares_entities: bool = False
    base: str = ""
    title: str = ""
    link: str = ""
    language: str = ""
    rights: str = ""
    authors: Sequence[str] = ()

    @property
    def kind(self) -> str:
        """One of ROOTS."""
        return self.root.rpartition(":")[2].lower()

    @property
    def is_atom(self) -> bool:
        """Whether it is Atom, whose entries have the authors of their feed."""
        return self.kind == "feed"

    @property
    def says_types(self) -> bool:
        """Whether it says truly what is plain text and what HTML. Of feeds, only those in Atom 1.0 do."""
        return self.is_atom and _ATOM_1_0 in (uri.lower() for uri in self.namespaces.values())

    @property
    def within(self) -> list[Tag]:
        """The tags that stand around an entry."""
        prefix = self.root.rpartition(":")[0]
        channel: list[Tag] = [(f"{prefix}:channel" if prefix else "channel", {})] if self.kind == "rss" else []
        return [(self.root, self.attributes), *channel]

    def told(self) -> dict[str, Any]:
        """What is said, as JSON values under the names of the fields; what is not said is left out."""
        return {one.name: value for one in fields(self) if (value := getattr(self, one.name))}

    @classmethod
    def of(cls, envelope: Mapping[str, Any]) -> Self:
        """The frame that an envelope tells."""
        return cls(**{one.name: envelope[one.name] for one in fields(cls) if one.name in envelope})


def frame_of(around: bytes, *, encoding: str = "", address: str = "") -> Frame:
    """The frame of the feed of which `around` are the bytes before, between and after the entries, mark included.

    `encoding` is its codec, `address` where it was fetched from. Raises `BadInput` (malformed) where it is no feed.
    """
    text = _decoded(around, encoding)
    if not text.strip():
        raise BadInput("empty", _("There is nothing in it. Ask for it to be sent again."))
    root = root_of(text)
    if root is None or root.name.lower() not in ROOTS:
        reason = _("It does not begin like a feed. Name its format with --format.")
        raise BadInput("malformed", reason, line=1, byte=0)
    inner = text[root.end :].rpartition("</")[0]
    channel = _CHANNEL.search(inner) if root.name.lower() == "rss" else None
    attributes = _attributes(text[root.start : root.end]) | (_attributes(channel[1]) if channel else {})
    bare = Frame(
        (f"{root.prefix}:" if root.prefix else "") + root.name,
        {name: value for name, value in attributes.items() if name in _HOLDING},
        _declared(attributes),
        _ENTITY.search(text, 0, root.start) is not None,
        joined(address, attributes.get("xml:base", attributes.get("base", ""))),
    )
    return _filled(bare, inner, address)


def _filled(bare: Frame, inner: str, address: str) -> Frame:
    """`bare` with what the feed says of itself in its elements, which are `inner`."""
    tree = tree_of(inner, [(bare.root, bare.attributes)], namespaces=bare.namespaces)
    authors = names_in(tree, _AUTHORS) if bare.is_atom else ()
    _leave_out(tree)
    feed = parsed(tree, bare.base or address).feed
    links = [web(told(one, "href")) for one in listed(feed, "links")]
    link = web(told(feed, "link"))
    lines = {name: words_of(feed, name) for name in ("title", "rights")}
    plain = {name: headline_of(words if bare.says_types else guessed(words)) for name, words in lines.items()}
    bases = [bare.base, address, link] if bare.is_atom else [bare.base, link, address]
    return Frame(
        bare.root,
        bare.attributes,
        bare.namespaces,
        bare.declares_entities,
        base=next(filter(None, map(web, bases)), ""),
        title=plain["title"],
        link=link or next(filter(None, links), ""),
        language=told(feed, "language"),
        rights=plain["rights"],
        authors=list(authors),
    )


def _leave_out(tree: etree._Element) -> None:
    """Takes out what is not read of a feed, such as its picture, which has a title of its own."""
    channels = [one for one in tree if name_of(one) == "channel" and name_of(tree) != "channel"]
    for parent in (tree, *channels):
        for child in list(parent):
            if child not in channels and (is_media(child) or name_of(child) not in _READ):
                parent.remove(child)


def _attributes(tag: str) -> dict[str, str]:
    """The attributes in a start tag; CDF spells their names in capitals."""
    return {name if name.startswith("xmlns") else name.lower(): value for name, value in attributes_of(tag)}


def _declared(attributes: Mapping[str, str]) -> dict[str, str]:
    return {
        name.removeprefix("xmlns").removeprefix(":"): "".join(value.split())
        for name, value in attributes.items()
        if name == "xmlns" or name.startswith("xmlns:")
    }


def _decoded(around: bytes, encoding: str) -> str:
    """The bytes as text; in doubt as cp1252, and what no encoding has as a mark for it: nothing here is a story."""
    _codec, mark = encoding_of(around)
    try:
        return around[mark:].decode(encoding or "utf-8")
    except UnicodeDecodeError:
        return around[mark:].decode(encoding if encoding and encoding != "utf-8" else "cp1252", "replace")
