"""JSON Feed 1.0 and 1.1. An item is one object of the list `items`, with what the feed says of itself."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from articles.importing.decoding import decode
from articles.importing.errors import BadInput
from articles.importing.feeds.addresses import joined, web
from articles.importing.feeds.copy import copy_of
from articles.importing.feeds.json_shape import FEED, ITEM, require
from articles.importing.feeds.media import Attached
from articles.importing.feeds.people import credits_of
from articles.importing.feeds.topics import topics_of
from articles.importing.feeds.wording import HTML, TEXT, Words
from articles.importing.item import Item
from articles.importing.json_items import JsonItems
from articles.importing.json_text import parsed, place_of
from articles.importing.moments import moment
from articles.importing.pointers import host_of
from articles.importing.readers.reader import Head, Reader, Source
from articles.importing.story import Step, Story
from articles.text.clean import plain

VERSIONS = ("1", "1.1")

_VERSION = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version\\?/([^"\\]*)"')
_MARKS = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{}]', re.DOTALL)
_OF_FEED = ("title", "home_page_url", "feed_url", "language")
_CONTENTS = (("content_html", HTML), ("content_text", TEXT))
_DEPTHS = {"{": 1, "[": 1, "}": -1, "]": -1}


def recognises(head: Head) -> bool:
    """Whether it is a JSON object that names a version of JSON Feed as its own."""
    text = head.received.decode("utf-8-sig", "replace").lstrip()
    found = _VERSION.search(text) if text.startswith("{") else None
    return found is not None and _depth(text, found.start()) == 1


def split(source: Source) -> Iterator[Item]:
    """The items of a feed, in its order. It is gone through twice, since what it says of itself may stand last.

    Raises `BadInput`: malformed where it is no feed or breaks off, unsupported where its version is not known,
    encoding where an unknown one is told.
    """
    encoding, told = _feed(source)
    envelope = {**source.told(), **({"encoding": encoding} if encoding else {}), **told}
    source.stream.seek(0)
    members = JsonItems(source.stream, "items", limit=source.limit, encoding=source.encoding or "")
    for number, member in enumerate(members, start=1):
        yield member.item(f"{source.name}#{number}", "json-feed", envelope=envelope, limit=source.limit)


def read(item: Item) -> Story:
    """The story that an item tells.

    Raises `BadInput`: malformed with the path and place of what is not as JSON Feed has it, empty, binary, encoding.
    """
    decoded = decode(item.content, item.envelope.get("encoding"))
    told = parsed(decoded)
    require(ITEM, told, decoded)
    if not str(told["id"]).strip():
        reason = _("Its id is blank, and without one nobody knows it again. Ask the publisher to mend it.")
        raise BadInput("malformed", reason, **decoded.place(place_of(decoded.text, ("id",))))
    if "content_html" not in told and "content_text" not in told:
        reason = _("It has neither content_html nor content_text. Ask the publisher for the words.")
        raise BadInput("malformed", reason, **decoded.place(0))
    return _story(told, item.envelope, decoded.steps)


def _story(told: Mapping[str, Any], feed: Mapping[str, Any], steps: tuple[Step, ...]) -> Story:
    lines = {name: plain(value) for name, value in told.items() if isinstance(value, str)}
    site = feed.get("home_page_url", "") or feed.get("feed_url", "") or feed.get("address", "")
    base = web(joined(site, lines.get("url", ""))) or site
    copy = copy_of(
        [Words(told[name], type, base) for name, type in _CONTENTS if told.get(name)],
        [Words(told["summary"], TEXT)] if told.get("summary") else [],
        _attached(told, base),
        headline=lines.get("title", ""),
    )
    known = [web(joined(site, lines.get("url", ""))), web(str(told["id"]))]
    address, *addresses = dict.fromkeys(filter(None, known)) or ("",)
    return Story(
        lines.get("title", ""),
        dek=copy.dek,
        blocks=copy.blocks,
        pictures=copy.pictures,
        credits=credits_of(_names(told) or feed.get("authors", ())),
        published=moment(lines.get("date_published", "")),
        updated=moment(lines.get("date_modified", "")),
        language=lines.get("language", "") or feed.get("language", ""),
        topics=topics_of({"term": tag} for tag in told.get("tags", ())),
        supplier=feed.get("title", ""),
        supplier_domain=host_of(site),
        supplier_id=str(told["id"]).strip(),
        address=address,
        addresses=tuple(addresses),
        steps=steps,
    )


def _feed(source: Source) -> tuple[str, dict[str, Any]]:
    """The encoding of the feed, empty for UTF-8, and what it says of itself.

    Of one that breaks off, what stands before the items: the rest is said when they are taken out.
    """
    members = JsonItems(source.stream, "items", limit=0, encoding=source.encoding or "")
    broken = None
    try:
        for _member in members:
            pass
    except BadInput as problem:
        broken = problem
    encoding = members.encoding if members.encoding != "utf-8" else source.encoding or ""
    closing = "]}".encode(encoding or "utf-8") if members.has_list else b""
    try:
        decoded = decode(members.head + (members.tail or closing), encoding or None)
        told = parsed(decoded)
        if broken is None:
            require(FEED, told, decoded)
            _require_version(told["version"])
    except BadInput as problem:
        raise broken or BadInput(problem.code, problem.reason) from problem  # the places are not those of the file
    return encoding, _told(told)


def _require_version(version: str) -> None:
    found = _VERSION.fullmatch(f'"version":"{version.rstrip("/")}"')
    if found is None or found[1] not in VERSIONS:
        reason = _("“%(version)s” is no version of JSON Feed that is known here: 1 and 1.1 are.")
        raise BadInput("unsupported", reason % {"version": version})


def _told(feed: Mapping[str, Any]) -> dict[str, Any]:
    """What a feed says of itself that holds for its items; what is not said is left out."""
    told = {name: plain(value) for name in _OF_FEED if isinstance(value := feed.get(name), str)}
    return {name: value for name, value in {**told, "authors": _names(feed)}.items() if value}


def _names(told: Mapping[str, Any]) -> list[str]:
    """The authors, as 1.1 lists them or 1.0 names one."""
    authors = told.get("authors") or [told.get("author")]
    return [name for one in authors if isinstance(one, dict) and (name := plain(one.get("name", "")))]


def _attached(told: Mapping[str, Any], base: str) -> Iterator[Attached]:
    """The pictures of an item, what it points to, and its attachments: of several with one title, which are one thing,
    the first.
    """
    for name in ("image", "banner_image"):
        if told.get(name):
            yield Attached(joined(base, told[name]), "image")
    if told.get("external_url"):
        yield Attached(joined(base, told["external_url"]), HTML)
    titles: set[str] = set()
    for one in told.get("attachments", ()):
        title = plain(one.get("title", ""))
        if not title or title not in titles:
            yield Attached(joined(base, one["url"]), one["mime_type"], title=title)
        titles.add(title)


def _depth(text: str, at: int) -> int:
    """How many lists and objects are open at a place."""
    marks = (mark[0] for mark in _MARKS.finditer(text, 0, at))
    return sum(_DEPTHS.get(mark, 0) for mark in marks)


READER = Reader("json-feed", recognises, split, read)
