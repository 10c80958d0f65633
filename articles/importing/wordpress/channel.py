"""What an export says around its posts: the site, its authors, its terms, its media. Gathered before a post is read.

Of a post only what may matter to another is kept: of an attachment some 850 bytes of memory, of a post nothing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import BinaryIO

from articles.importing.elements import Element
from articles.importing.errors import BadInput
from articles.importing.moments import moment
from articles.importing.shown_words import words_of
from articles.importing.sniffing import xml_root
from articles.importing.wordpress.attachments import Attachment, attachment_of, original
from articles.importing.wordpress.item_xml import item_xml
from articles.importing.wordpress.post import Post, local, post_of, words
from articles.importing.xml_items import XmlItems

_KIND = re.compile(rb"<(?:[\w.-]+:)?post_type(?:\s[^<>]*)?>\s*(?:<!\[CDATA\[)?\s*([\w-]+)")
_TIMES = re.compile(rb"<(?:[\w.-]+:)?post_date(_gmt)?>\s*(?:<!\[CDATA\[)?\s*(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)")
_SITE = re.compile(
    r"<(title|link|language|wp:wxr_version|wp:base_site_url|wp:base_blog_url)>\s*(?:<!\[CDATA\[)?([^<\]]*)"
)
_ENTITY = re.compile(r"<!ENTITY\s+(?:%\s+)?([\w.-]+)")
_GATHERED = (b"attachment", b"guest-author", b"wp_block")
_LONGEST_BLOCKS = 5_000_000  # letters kept of blocks that posts share


@dataclass
class Channel:
    """The export around the posts.

    `authors` are display names by login; `terms` names by taxonomy and slug; `slugs` the slugs of categories by their
    number; `files` the numbers of attachments by the path of their original; `children` the pictures attached to each
    post; `blocks` what posts share (`wp_block`), by number. `offset` is how far most posts' clocks are from UTC.
    """

    site: dict[str, str] = field(default_factory=dict)
    namespaces: dict[str, str] = field(default_factory=dict)
    entities: frozenset[str] = frozenset()
    authors: dict[str, str] = field(default_factory=dict)
    terms: dict[tuple[str, str], str] = field(default_factory=dict)
    slugs: dict[str, str] = field(default_factory=dict)
    attachments: dict[str, Attachment] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    children: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    blocks: dict[str, str] = field(default_factory=dict)
    offset: int = 0

    def attachment_at(self, file: str) -> str:
        """The number of the attachment whose file, or a rendition of it, lies there; empty where none is."""
        return self.files.get(file) or self.files.get(original(file), "")


def channel_of(stream: BinaryIO, *, limit: int, encoding: str = "") -> Channel:
    """Reads the stream through. What is malformed is passed over: it is named when the posts are read."""
    items = XmlItems(stream, ("item", "author", "category", "tag", "term"), limit=limit, encoding=encoding)
    channel = Channel()
    offsets: Counter[int] = Counter()
    with suppress(BadInput):  # broken from there on; whoever takes the posts out meets the same place, and says so
        for element in items:
            if not channel.namespaces:
                root = xml_root(items.head, encoding)
                channel.namespaces = dict(root.namespaces) if root else {}
            _gather(channel, element, items.encoding, offsets)
    frame = (items.head + items.tail).decode(items.encoding or "utf-8", "replace")
    channel.entities = frozenset(_ENTITY.findall(frame))
    for name, value in _SITE.findall(frame):
        channel.site.setdefault(name.removeprefix("wp:"), words_of(value))
    channel.offset = offsets.most_common(1)[0][0] if offsets else 0
    return channel


def kind_in(received: bytes) -> bytes:
    """The post type that the bytes of an item name, without reading them; empty where they name none, or several:
    a post may be about exports.
    """
    kinds = set(_KIND.findall(received))
    return kinds.pop() if len(kinds) == 1 else b""


def _gather(channel: Channel, element: Element, encoding: str, offsets: Counter[int]) -> None:
    received = element.received
    if received is None:
        return
    if encoding.startswith(("utf-16", "utf-32")):
        received = received.decode(encoding, "replace").encode("utf-8")
        encoding = ""
    is_item = received[:8].lower().startswith(b"<item")
    if is_item and kind_in(received) not in _GATHERED:
        offsets.update(_offset(received))
        return
    try:
        tree = item_xml(received, encoding, channel.namespaces).element
    except BadInput:
        return
    if is_item:
        _gather_post(channel, post_of(tree))
    else:
        _gather_name(channel, {local(child): words(child).strip() for child in tree.iterchildren("*")})


def _offset(received: bytes) -> Iterator[int]:
    """The minutes between the site's clock and UTC when a post was published."""
    times = {gmt: moment(told.decode("ascii")) for gmt, told in _TIMES.findall(received)}
    here, there = times.get(b""), times.get(b"_gmt")
    if here and there and abs(here - there) < timedelta(hours=15):
        yield round((here - there) / timedelta(minutes=1))


def _gather_post(channel: Channel, post: Post) -> None:
    number = post.text("wp:post_id")
    if post.kind == "attachment":
        attachment = attachment_of(post)
        channel.attachments[number] = attachment
        if attachment.file:
            channel.files.setdefault(attachment.file, number)
            channel.files.setdefault(original(attachment.file), number)
        if attachment.is_picture and post.text("wp:post_parent") not in ("", "0"):
            channel.children[post.text("wp:post_parent")].append(number)
    elif post.kind == "guest-author":
        name = post.told("cap-display_name") or post.text("title")
        for login in filter(None, (post.told("cap-user_login"), post.text("wp:post_name"))):
            channel.authors[login.removeprefix("cap-")] = name
    elif len(post.text("content:encoded")) + sum(map(len, channel.blocks.values())) <= _LONGEST_BLOCKS:
        channel.blocks[number] = post.text("content:encoded")


def _gather_name(channel: Channel, told: dict[str, str]) -> None:
    """An author, or a term in any of the four spellings that exports have."""
    if login := told.get("wp:author_login"):
        name = f"{told.get('wp:author_first_name', '')} {told.get('wp:author_last_name', '')}".strip()
        channel.authors.setdefault(login, told.get("wp:author_display_name") or name)
        return
    taxonomy = told.get("wp:term_taxonomy") or ("post_tag" if "wp:tag_slug" in told else "category")
    slug = told.get("wp:category_nicename") or told.get("wp:tag_slug") or told.get("wp:term_slug") or ""
    name = told.get("wp:cat_name") or told.get("wp:tag_name") or told.get("wp:term_name") or ""
    if slug and name:
        channel.terms.setdefault((taxonomy, slug), name)
    if slug and taxonomy == "category" and told.get("wp:term_id"):
        channel.slugs.setdefault(told["wp:term_id"], slug)
