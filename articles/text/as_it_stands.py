"""Bodies that are canonical as they stand: paragraphs and headings with links, bold and italics that do not nest.

Most copy is like that, and seeing it is far quicker than making it safe and reading it tag by tag. In doubt it is not
seen, and read; a property test holds both ways to the same bytes.
"""

import re
import unicodedata
from collections.abc import Callable
from html import unescape

from articles.text.characters import is_blank
from articles.text.links import safe_href
from articles.text.runs import attribute

# Every character a story may carry as it is; a long solidus overlay is written as a number. Runs are taken whole and
# never given back: what follows one is an escaped character or a tag, which no run holds.
_LETTERS = "[^<>&\x00-\x1f\x7f-\x9f\u0338\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]++"
_WORDS = f"(?:{_LETTERS}|&(?:amp|lt|gt);)+"
_ALONE = f"(?! ){_WORDS}(?<! )"
_LINK = '<a href="(?:[^"<>\\s]+)">'
_MARK = f"(?:{_LINK}{_ALONE}</a>|<strong>{_ALONE}</strong>|<em>{_ALONE}</em>)"
# Between two marks there are words: were there only a space, or nothing, the two might be one.
_INSIDE = f"(?! )(?:{_WORDS})?(?:{_MARK}(?! <){_WORDS})*(?:{_MARK})?(?<! )"
_BLOCK = re.compile(f"(<(p|h2|h3)>{_INSIDE}</\\2>)\\s*")
_HREF = re.compile('<a href="([^"]*)">')
# No port, no number for a host, no host in Punycode, nothing escaped: nothing to be wrong.
_PLAIN_HREF = re.compile("https?://[a-z0-9]+(?:[.-][a-z0-9]+)*\\.[a-z]{2,}(?:/[A-Za-z0-9/._~-]*)?")
_TAGS = re.compile("<[^>]*>")
_LETTER_SHOWN = re.compile(">[^<]*?[A-Za-z0-9]")  # or that of an escaped character, which shows as well


def as_received(html: str) -> str | None:
    """The canonical body that `html` is already, a block a line; None where it is something else.

    Nothing that is known here can do harm, and of links only the plainest are: no cleaner has judged them.
    """
    return _standing(html, _is_plain)


def as_cleaned(safe: str) -> str | None:
    """The same of what the cleaner has made `safe`: there any link that stands as the house writes it is known."""
    return _standing(safe, _is_sound)


def _standing(html: str, is_known: Callable[[str], bool]) -> str | None:
    html = html.strip()
    blocks: list[str] = []
    at = 0
    while at < len(html):
        found = _BLOCK.match(html, at)
        if found is None or not _shows(found[1]):
            return None
        blocks.append(found[1])
        at = found.end()
    body = "\n".join(blocks)
    if "  " in body or not unicodedata.is_normalized("NFC", body):
        return None
    return body if all(map(is_known, _HREF.findall(body))) else None


def _shows(line: str) -> bool:
    return bool(_LETTER_SHOWN.search(line)) or not is_blank(unescape(_TAGS.sub("", line)))


def _is_plain(href: str) -> bool:
    return _PLAIN_HREF.fullmatch(href) is not None


def _is_sound(href: str) -> bool:
    return _is_plain(href) or attribute(safe_href(unescape(href)) or "") == href
