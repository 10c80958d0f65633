"""WordPress exports (WXR 1.0 to 1.2): a story a post, with what the export says about it elsewhere in its envelope.

A file is read twice: first for its authors, terms and media, then post by post. Posts are stories, and so are pages
and posts of a site's own type that readers could open, each with a step that says so; what WordPress keeps for itself
is passed over.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.importing.elements import Element
from articles.importing.errors import BadInput
from articles.importing.item import Item
from articles.importing.markup import Marked, marked
from articles.importing.picture_files import once_each
from articles.importing.readers.reader import Head, Reader, Source
from articles.importing.shown_words import words_of
from articles.importing.sniffing import xml_root
from articles.importing.story import PubStatus, Story, StoryPicture
from articles.importing.wordpress.attachments import Attachment, original, uploaded
from articles.importing.wordpress.channel import Channel, channel_of, kind_in
from articles.importing.wordpress.content import Content, Media, content_of
from articles.importing.wordpress.item_xml import ItemXml, item_xml
from articles.importing.wordpress.people import credits_of
from articles.importing.wordpress.post import Post, post_of
from articles.importing.wordpress.subjects import language_of, subjects_of
from articles.importing.wordpress.surroundings import Surroundings, envelope_of
from articles.importing.wordpress.times import published, updated
from articles.importing.xml_items import XmlItems

_NAMESPACE = re.compile(r"https?://wordpress\.org/export/")
_INNER_KINDS = re.compile(
    r"attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|guest-author|wp_.*|acf-.*"
    r"|elementor_.*|jp_.*|wpcf7_.*|amp_.*|shop_.*|scheduled-action|mc4wp-form|tablepress_table|ml-slide.*|is_search_form"
)
_WAS = {"publish": "published", "future": "scheduled"}
_KICKERS = ("kicker", "_kicker", "overline")
_DEKS = ("dek", "_dek", "standfirst", "subtitle", "_subtitle", "wps_subtitle", "kia_subtitle", "secondary_title")


def recognises(head: Head) -> bool:
    """Whether its root declares WordPress' namespace, or its fields stand there without one."""
    try:
        root = xml_root(head.received)
    except BadInput:
        return False
    if root is None or root.name not in ("rss", "channel", "item"):
        return False
    declared = any(_NAMESPACE.match(space) for space in root.namespaces.values())
    return declared or re.search(rb"<wp:(?:wxr_version|post_id|post_type)>", head.received) is not None


def split(source: Source) -> Iterator[Item]:
    """The posts. Raises `BadInput` (malformed, encoding) with the place where the file breaks off."""
    channel = channel_of(source.stream, limit=source.limit, encoding=source.encoding or "")
    source.stream.seek(0)
    elements = XmlItems(source.stream, ("item",), limit=source.limit, encoding=source.encoding or "")
    for number, element in enumerate(elements, 1):
        told = source.told()
        if elements.encoding:
            told["encoding"] = elements.encoding
        item = element.item(f"{source.name}#{number}", "wxr", envelope=told, limit=source.limit)
        yield from _items(item, element, channel)


def _items(item: Item, element: Element, channel: Channel) -> Iterator[Item]:
    """The item with its envelope, or with what is wrong with it; nothing for what WordPress keeps for itself."""
    if item.problem:
        yield item
        return
    if _INNER_KINDS.fullmatch(kind_in(item.content).decode("ascii")):
        return
    try:
        found = item_xml(item.content, item.envelope.get("encoding", ""), channel.namespaces)
        post = post_of(found.element)
        _require_no_entity(item.content, channel)
    except BadInput as problem:
        yield replace(item, problem=_placed(problem, element))
        return
    if _INNER_KINDS.fullmatch(post.kind):
        return
    used = {prefix: space for prefix, space in found.element.nsmap.items() if prefix in channel.namespaces}
    around = {"namespaces": dict(sorted(used.items())), **envelope_of(post, channel)}
    item = replace(item, envelope={**item.envelope, **{name: value for name, value in around.items() if value}})
    yield replace(item, problem=_unsupported(post))


def _placed(problem: BadInput, element: Element) -> BadInput:
    """The problem with its place in the file instead of in the item."""
    line = element.line + (problem.line or 1) - 1
    return BadInput(problem.code, problem.reason, line, element.byte + (problem.byte or 0))


def _require_no_entity(received: bytes, channel: Channel) -> None:
    for name in channel.entities:
        if f"&{name};".encode() in received:
            reason = _("It uses the entity &%(name)s; that the file itself declares. Write out what it stands for.")
            raise BadInput("unsafe", reason % {"name": name})


def _unsupported(post: Post) -> BadInput | None:
    """Whether a post of the site's own type was nothing that readers could open: an order, a form, a template."""
    inner = post.kind not in ("post", "page") and ("post_type=" in post.text("link") or not post.text("link"))
    if not inner:
        return None
    reason = _("It is a “%(kind)s”, which readers never saw as a page. Change its post type to import it as a story.")
    return BadInput("unsupported", reason % {"kind": post.kind})


def read(item: Item) -> Story:
    """The story in `item`. Raises `BadInput` (empty, binary, encoding, malformed, no-headline)."""
    envelope: Mapping[str, Any] = item.envelope
    found = item_xml(item.content, envelope.get("encoding", ""), envelope.get("namespaces", {}))
    post, around = post_of(found.element), Surroundings.of(envelope)
    headline = words_of(post.text("title"))
    if not any(map(str.isalnum, headline)):
        reason = _("The post has no title. Give it one in WordPress, or in the export.")
        raise BadInput("no-headline", reason, line=1, byte=0)
    address = _address(post, around)
    content = content_of(post.fields.get("content:encoded", ""), around.media, around.shared)
    body = marked(content.html, base=address)
    section, topics = subjects_of(post, around)
    site = around.site.get("base_blog_url") or around.site.get("link", "")
    story = Story(
        headline,
        dek=words_of(post.text("excerpt:encoded")) or words_of(post.told(*_DEKS)),
        kicker=words_of(post.told(*_KICKERS)),
        blocks=body.blocks,
        credits=credits_of(post, around),
        pictures=_pictures(body, post, around.media),
        published=published(post, around.offset),
        updated=updated(post, around.offset),
        language=language_of(post, around),
        section=section,
        topics=topics,
        slug=unquote(post.text("wp:post_name"), errors="replace"),
        address=address,
        addresses=_other_addresses(post, address, site),
        supplier=around.site.get("title", ""),
        supplier_domain=_host(site),
        supplier_id=_supplier_id(post, site),
        pub_status=PubStatus.WITHHELD if post.text("wp:post_password") else PubStatus.USABLE,
        was=_WAS.get(post.text("wp:status"), post.text("wp:status")),
    )
    return _with_steps(story, found, post, content)


def _with_steps(story: Story, found: ItemXml, post: Post, content: Content) -> Story:
    story = replace(story, steps=found.steps)
    story = story.after("shortcode", content.shortcodes).after("block-left-out", content.blocks)
    if post.kind != "post":
        story = story.after("post-type", [(post.kind, "post")])
    if post.comments:
        told = ngettext("%(number)d comment", "%(number)d comments", post.comments) % {"number": post.comments}
        story = story.after("comments-left-out", [(told, "")])
    return story


def _pictures(body: Marked, post: Post, media: Media) -> tuple[StoryPicture, ...]:
    """The pictures, each once, the featured one first, with what the media library says where the post says nothing."""
    pictures = {picture.key: _from_library(picture, media) for picture in once_each(body.pictures)}
    featured = media.attachments.get(post.told("_thumbnail_id"))
    if featured and featured.url:
        lead = featured.picture(lead=True)
        shown = pictures.pop(lead.key, lead)
        return (replace(lead, alt=shown.alt or lead.alt, caption=shown.caption or lead.caption), *pictures.values())
    return tuple(pictures.values())


def _from_library(picture: StoryPicture, media: Media) -> StoryPicture:
    known = media.at(picture.url) or Attachment(file=original(uploaded(picture.url)))
    return replace(
        picture,
        file=picture.file or known.file,
        alt=picture.alt or known.alt,
        credit=picture.credit or known.credit,
        rights=picture.rights or known.rights,
    )


def _address(post: Post, around: Surroundings) -> str:
    site = around.site.get("base_blog_url") or around.site.get("link", "")
    link = post.text("link") or post.text("guid")
    try:
        return urljoin(f"{site}/", link) if link and site else link
    except ValueError:
        return link


def _other_addresses(post: Post, address: str, site: str) -> tuple[str, ...]:
    """The guid, the address by number that always works, and those of the slugs it had before."""
    number = post.text("wp:post_id")
    told = [post.text("guid"), f"{site.rstrip('/')}/?p={number}" if site and number else ""]
    if "?" not in address:
        folder, _slash, slug = address.rstrip("/").rpartition("/")
        end = address[len(address.rstrip("/")) :]
        told += [f"{folder}/{old.strip()}{end}" for old in post.meta.get("_wp_old_slug", ()) if slug and old.strip()]
    return tuple(dict.fromkeys(one for one in told if one.startswith(("http://", "https://", "/")) and one != address))


def _supplier_id(post: Post, site: str) -> str:
    """The address by number, which neither a new slug nor a new date changes; the guid where there is no number."""
    number = post.text("wp:post_id")
    return f"{site.rstrip('/')}/?p={number}" if site and number else post.text("guid")


def _host(site: str) -> str:
    try:
        return urlsplit(site).hostname or ""
    except ValueError:
        return ""


READER = Reader("wxr", recognises, split, read)
