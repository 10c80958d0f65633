"""Feeds in XML: RSS 0.90 to 2.0 and 1.0 (RDF), Atom 0.3 and 1.0, CDF. An item is one entry, with its feed's frame."""

from collections.abc import Iterator
from contextlib import suppress

from articles.importing.decoding import Decoded, decode
from articles.importing.errors import BadInput
from articles.importing.feeds.addresses import web
from articles.importing.feeds.copy import copy_of
from articles.importing.feeds.entry import NAMES, Entry, entry_in
from articles.importing.feeds.frame import Frame, frame_of
from articles.importing.feeds.origins import origins_of, start_of_source
from articles.importing.feeds.people import credits_of
from articles.importing.feeds.topics import topics_of
from articles.importing.item import Item
from articles.importing.pointers import host_of
from articles.importing.readers.reader import HEAD_BYTES, Head, Reader, Source
from articles.importing.sniffing import xml_root
from articles.importing.story import Story, StoryCredit
from articles.importing.xml_items import XmlItems

_RSS_IN_RDF = ("http://purl.org/rss/1.0", "http://my.netscape.com/rdf/simple/0.9", "http://channel.netscape.com/rdf/")
_ATOM = ("http://www.w3.org/2005/atom", "http://purl.org/atom/ns#")
_WORDPRESS = "http://wordpress.org/export/"
# XML forbids these; the rest of the controls tell of another encoding, or shift within one.
_CONTROLS = bytes({*range(1, 32)} - {*b"\t\n\r\x0e\x0f\x1b"})


def recognises(head: Head) -> bool:
    """Whether the file's root element is that of a feed, or of an entry alone. RSS that WordPress exports is none."""
    root = xml_root(head.received)
    name = root.name.lower() if root else ""
    if root is None or any(uri.startswith(_WORDPRESS) for uri in root.namespaces.values()):
        return False
    if name == "rdf":
        return any(uri.lower().startswith(_RSS_IN_RDF) for uri in root.namespaces.values())
    if name in ("feed", "entry"):
        return root.namespace.lower().startswith(_ATOM) or (name == "feed" and not root.namespace)
    return name == "rss" or (name == "channel" and not root.namespace)


def split(source: Source) -> Iterator[Item]:
    """The entries of a feed, in its order. It is gone through twice, since what it says of itself may stand last.

    Raises `BadInput`: malformed where it is no feed or breaks off, empty, encoding where an unknown one is told.
    """
    codec, frame = _frame(source)
    encoding = codec if codec != "utf-8" else source.encoding or ""  # what calls itself UTF-8 may prove not to be
    envelope = {**source.told(), **({"encoding": encoding} if encoding else {}), **frame.told()}
    source.stream.seek(0)
    elements = XmlItems(source.stream, NAMES, limit=source.limit, encoding=source.encoding or "")
    for number, element in enumerate(elements, start=1):
        yield element.item(f"{source.name}#{number}", "feed", envelope=envelope, limit=source.limit)


def read(item: Item) -> Story:
    """The story that an entry tells. Raises `BadInput` (empty, binary, encoding, malformed, unsafe)."""
    frame, decoded = Frame.of(item.envelope), _decoded(item)
    entry = entry_in(decoded.text, frame)
    headline = entry.line("title")
    copy = copy_of(entry.contents, entry.teasers, [*entry.attached, *entry.elsewhere], headline=headline)
    published, updated = entry.times
    address, *addresses = entry.addresses or ("",)
    return Story(
        headline,
        dek=copy.dek,
        blocks=copy.blocks,
        pictures=copy.pictures,
        credits=_credits(entry),
        origins=origins_of(entry.source, entry.told("dc_source"), frame, start=start_of_source(decoded.text)),
        published=published,
        updated=updated,
        language=entry.language,
        section=entry.section,
        topics=topics_of(entry.listed("tags")),
        supplier=frame.title,
        supplier_domain=host_of(frame.link or frame.base),
        supplier_id=entry.id or address,
        address=address,
        addresses=tuple(addresses),
        rights=entry.rights,
        steps=decoded.steps,
    )


def _frame(source: Source) -> tuple[str, Frame]:
    """The codec of a feed and its frame. An entry of Atom that is a document of its own stands in no feed."""
    root = xml_root(source.stream.read(HEAD_BYTES), source.encoding or "")
    source.stream.seek(0)
    elements = XmlItems(source.stream, NAMES, limit=0, encoding=source.encoding or "")
    with suppress(BadInput):  # where it breaks off is said when its entries are taken out
        for _element in elements:
            pass
    if root and root.name.lower() in NAMES:
        return elements.encoding, Frame("feed", namespaces={"": root.namespace}, base=web(source.address))
    around = elements.head + elements.tail
    return elements.encoding, frame_of(around, encoding=elements.encoding, address=source.address)


def _decoded(item: Item) -> Decoded:
    """The text of an entry, without controls that are no text."""
    encoding = item.envelope.get("encoding", "")
    is_wide = encoding.startswith(("utf-16", "utf-32", "cp037"))
    return decode(item.content if is_wide else item.content.translate(None, _CONTROLS), encoding or None)


def _credits(entry: Entry) -> tuple[StoryCredit, ...]:
    """Who wrote it; in Atom the authors of the feed it was taken from, or of its own feed, where it names nobody."""
    writers = credits_of(entry.writers) or credits_of(entry.inherited_authors)
    named = {credit.name.casefold() for credit in writers}
    others = credits_of(entry.contributors, "contributor")
    return (*writers, *(credit for credit in others if credit.name.casefold() not in named))


READER = Reader("feed", recognises, split, read)
