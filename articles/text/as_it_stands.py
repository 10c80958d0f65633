"""Bodies that are canonical as they stand: paragraphs and headings with links, bold and italics that do not nest.

Most copy is like that, and seeing it costs a fifth of reading it tag by tag. In doubt it is not seen, and read; a
property test holds both ways to the same bytes.
"""

import re
import unicodedata
from html import unescape

from articles.text.characters import is_blank
from articles.text.links import safe_href
from articles.text.runs import attribute

# Every character a story may carry as it is, but the space; a long solidus overlay is written as a number.
_LETTER = (
    '(?:[^\\s<>&"\x00-\x1f\x7f-\x9f\u0338\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]'
    '|["\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]|&(?:amp|lt|gt);)'
)
_WORDS = f"{_LETTER}+(?: {_LETTER}+)*"
_LINK = '<a href="(?:[^"<>\\s]+)">'
_MARK = f"(?:{_LINK}{_WORDS}</a>|<strong>{_WORDS}</strong>|<em>{_WORDS}</em>)"
# Between two marks there are words: were there only a space, or nothing, the two might be one.
_INSIDE = f"(?:{_MARK}(?: ?{_WORDS} ?{_MARK})*(?: ?{_WORDS})?|{_WORDS}(?: ?{_MARK} ?{_WORDS})*(?: ?{_MARK})?)"
_BLOCK = re.compile(f"<(p|h2|h3)>{_INSIDE}</\\1>")
_SEAM = re.compile(r"(</(?:p|h2|h3)>)\s*(?=<(?:p|h2|h3)>)")
_HREF = re.compile('<a href="([^"]*)">')
_TAGS = re.compile("<[^>]*>")


def as_it_stands(html: str) -> str | None:
    """The canonical body that well-formed `html` is already, a block a line; None where it is something else."""
    body = _SEAM.sub(r"\1\n", html.strip())
    if not unicodedata.is_normalized("NFC", body):
        return None
    for line in body.split("\n"):
        if not _BLOCK.fullmatch(line) or is_blank(unescape(_TAGS.sub("", line))):
            return None
    return body if all(map(_is_sound, _HREF.findall(body))) else None


def _is_sound(href: str) -> bool:
    return attribute(safe_href(unescape(href)) or "") == href
