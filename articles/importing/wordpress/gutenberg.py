"""Blocks of WordPress' editor since 2018: HTML between comments such as `<!-- wp:paragraph -->`.

The HTML of a block is what readers saw and is taken as it stands. What stands between blocks was typed in the old
editor. A block without HTML (a list of recent posts, say) was made for every page view: it is left out and named.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from articles.importing.wordpress.paragraphs import paragraphed

_COMMENT = re.compile(r"<!--\s*(/?)wp:([a-z][a-z0-9_/-]*)([^<>]*?)(/?)-->")
_LIST_TAG = re.compile(r"</?(?:ul|li)\b[^<>]*>")
_DEEPEST = 5  # shared blocks within each other


@dataclass(frozen=True)
class Unblocked:
    """The content without comments, and each block left out with what stands in its place."""

    html: str
    changed: tuple[tuple[str, str], ...] = ()


def has_blocks(content: str) -> bool:
    """Whether the content was written in the block editor."""
    return "<!-- wp:" in content


def without_block_comments(content: str, shared: Mapping[str, str]) -> Unblocked:
    """`content` as the HTML of its blocks; `shared` are the blocks that posts share, by number."""
    pieces = list(_pieces(content, shared, 0))
    return Unblocked("".join(html for html, _left in pieces), tuple(left for _html, left in pieces if left))


def _pieces(content: str, shared: Mapping[str, str], depth: int) -> Iterator[tuple[str, tuple[str, str] | None]]:
    """HTML in order, with the block that was left out there."""
    at, within = 0, list[str]()
    for comment in _COMMENT.finditer(content):
        closes, name, attributes, alone = comment.groups()
        yield _html(content[at : comment.start()], within), None
        at = comment.end()
        if closes:
            del within[-1:]
        elif not alone:
            within.append(name)
        elif name == "block" and depth < _DEEPEST and (inner := shared.get(_told(attributes, "ref"))):
            yield from _pieces(inner, shared, depth + 1)
        else:
            link = _link(_told(attributes, "url"))
            yield link, (comment[0], link)
    yield _html(content[at:], within), None


def _html(html: str, within: list[str]) -> str:
    """What stands between two comments. The list around the pictures of a gallery is no list to read."""
    if not within:
        return f"<div>{paragraphed(html)}</div>" if html.strip() else html
    html = _LIST_TAG.sub("", html) if "gallery" in within[-2:] else html
    return html.replace("</a><a", "</a> <a")


def _told(attributes: str, name: str) -> str:
    """An attribute of a block that is words or a number."""
    try:
        told = json.loads(attributes)
    except (ValueError, RecursionError):
        return ""
    value = told.get(name) if isinstance(told, dict) else None
    return str(value) if isinstance(value, str | int) else ""


def _link(address: str) -> str:
    if not re.fullmatch(r"https?://\S+", address):
        return ""
    return f'<p><a href="{escape(address)}">{escape(address)}</a></p>'
