"""What of the export around it a post needs to be read alone: the envelope of an item, small and of JSON values."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from articles.importing.wordpress.attachments import Attachment, uploaded
from articles.importing.wordpress.channel import Channel
from articles.importing.wordpress.content import Media
from articles.importing.wordpress.post import Post

MOST_CHILDREN = 500  # pictures of one gallery

_IMAGE = re.compile(r"<img\b[^<>]*?\bsrc\s*=\s*[\"']([^\"'<>]*)", re.IGNORECASE)
_GALLERY = re.compile(r"\[(?:gallery|playlist)\b([^\[\]]*)\]")
_NUMBERS = re.compile(r"\d+")
_SHARED = re.compile(r"<!--\s*wp:block\s[^<>]*?\"ref\":\s*(\d+)")
_SITE = ("title", "link", "base_blog_url", "language", "wxr_version")
_PRIMARY = ("_yoast_wpseo_primary_category", "rank_math_primary_category", "_seopress_robots_primary_cat")


@dataclass(frozen=True)
class Surroundings:
    """`site` is the export's channel; `authors` are display names by login, `terms` names by `taxonomy slug`; `primary`
    is the slug of the category that the desk chose first; `offset` how far the site's clock is from UTC, in minutes.
    """

    site: Mapping[str, str] = field(default_factory=dict)
    authors: Mapping[str, str] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)
    primary: str = ""
    media: Media = field(default_factory=lambda: Media({}))
    shared: Mapping[str, str] = field(default_factory=dict)
    offset: int = 0

    @classmethod
    def of(cls, envelope: Mapping[str, Any]) -> "Surroundings":
        """Those that an envelope tells."""
        attachments = {number: Attachment(**told) for number, told in envelope.get("attachments", {}).items()}
        return cls(
            site=envelope.get("site", {}),
            authors=envelope.get("authors", {}),
            terms=envelope.get("terms", {}),
            primary=envelope.get("primary", ""),
            media=Media(attachments, tuple(envelope.get("children", ()))),
            shared=envelope.get("blocks", {}),
            offset=envelope.get("offset", 0),
        )


def envelope_of(post: Post, channel: Channel) -> dict[str, Any]:
    """What the post needs of the channel, and nothing else. What is empty is not in it."""
    content = post.text("content:encoded")
    children = _children(post, content, channel)
    numbers = dict.fromkeys([post.told("_thumbnail_id"), *_shown(content, channel), *children])
    logins = [post.text("dc:creator"), *(login_of(term.slug) for term in post.terms if term.taxonomy == "author")]
    unnamed = ((term.taxonomy, term.slug) for term in post.terms if not term.name)
    told = {
        "site": {name: channel.site[name] for name in _SITE if channel.site.get(name)},
        "authors": {login: channel.authors[login] for login in sorted(set(logins)) if channel.authors.get(login)},
        "terms": {" ".join(key): channel.terms[key] for key in unnamed if key in channel.terms},
        "primary": channel.slugs.get(post.told(*_PRIMARY), ""),
        "attachments": {
            number: channel.attachments[number].told() for number in numbers if number in channel.attachments
        },
        "children": children,
        "blocks": dict(_blocks(content, channel)),
        "offset": channel.offset,
    }
    return {name: value for name, value in told.items() if value}


def login_of(slug: str) -> str:
    """The login for which an `author` term of Co-Authors Plus stands."""
    return slug.removeprefix("cap-")


def _shown(content: str, channel: Channel) -> Iterator[str]:
    """The numbers of the attachments that the content shows."""
    for address in _IMAGE.findall(content):
        if number := channel.attachment_at(uploaded(unescape(address))):
            yield number
    for attributes in _GALLERY.findall(content):
        yield from _NUMBERS.findall(attributes)


def _children(post: Post, content: str, channel: Channel) -> list[str]:
    """The pictures attached to the post, where a gallery shows them without naming any."""
    shows_all = any(not re.search(r"\b(?:ids|include)\s*=", found) for found in _GALLERY.findall(content))
    return channel.children.get(post.text("wp:post_id"), [])[:MOST_CHILDREN] if shows_all else []


def _blocks(content: str, channel: Channel) -> Iterator[tuple[str, str]]:
    """The shared blocks that the content shows, and those within them."""
    waiting, seen = _SHARED.findall(content), set()
    while waiting:
        number = waiting.pop()
        if number in channel.blocks and number not in seen:
            seen.add(number)
            yield number, channel.blocks[number]
            waiting += _SHARED.findall(channel.blocks[number])
