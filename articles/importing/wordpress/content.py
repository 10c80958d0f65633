"""A post's content as readers saw it: blocks or the old editor's text, shortcodes, galleries, embedded things."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape

from articles.importing.wordpress.attachments import Attachment, original, uploaded
from articles.importing.wordpress.gutenberg import Unblocked, has_blocks, without_block_comments
from articles.importing.wordpress.paragraphs import linked, paragraphed
from articles.importing.wordpress.shortcodes import without_shortcodes

_IMAGE = re.compile(r"(<img\b[^<>]*?\bsrc\s*=\s*)(?:\"([^\"<>]*)\"|'([^'<>]*)')", re.IGNORECASE)
_NUMBERS = re.compile(r"\d+")


@dataclass(frozen=True)
class Media:
    """The attachments that a post shows: by number, by their path below uploads, and those attached to the post."""

    attachments: Mapping[str, Attachment]
    children: tuple[str, ...] = ()

    def at(self, url: str) -> Attachment | None:
        """The attachment at an address, or of which that is a rendition."""
        file = uploaded(url)
        exact = (one for one in self.attachments.values() if url == one.url or (file and file == one.file))
        alike = (one for one in self.attachments.values() if file and original(file) == original(one.file))
        return next(exact, None) or next(alike, None)


@dataclass(frozen=True)
class Content:
    """HTML, and what was taken out of it: shortcodes and blocks, each with what stands in its place."""

    html: str
    shortcodes: tuple[tuple[str, str], ...] = ()
    blocks: tuple[tuple[str, str], ...] = ()


def content_of(text: str, media: Media, shared: Mapping[str, str]) -> Content:
    """The content of a post as HTML; pictures are at the address of the original where that is known."""
    replaced = without_shortcodes(text, lambda attributes: _gallery(attributes, media))
    html = linked(replaced.html)
    unblocked = without_block_comments(html, shared) if has_blocks(html) else Unblocked(paragraphed(html))
    html = _IMAGE.sub(lambda image: _with_original(image, media), unblocked.html)
    return Content(html, replaced.changed, unblocked.changed)


def _with_original(image: re.Match[str], media: Media) -> str:
    url = unescape(image[2] or image[3] or "")
    found = media.at(url)
    return f'{image[1]}"{escape(found.url)}"' if found and found.url else image[0]


def _gallery(attributes: Mapping[str, str], media: Media) -> str:
    """The pictures of a gallery, those of the post where it names none; sounds and films as links."""
    named = attributes.get("ids") or attributes.get("include") or ""
    left_out = _NUMBERS.findall(attributes.get("exclude", ""))
    numbers = _NUMBERS.findall(named) or [number for number in media.children if number not in left_out]
    shown = (media.attachments[number] for number in numbers if number in media.attachments)
    return "\n" + "\n".join(map(_figure, shown)) + "\n"


def _figure(attachment: Attachment) -> str:
    url = escape(attachment.url)
    if not attachment.is_picture:
        return f'<p><a href="{url}">{escape(attachment.title or attachment.url, quote=False)}</a></p>'
    caption = escape(attachment.caption, quote=False)
    caption = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure><img src="{url}" alt="{escape(attachment.alt)}">{caption}</figure>'
