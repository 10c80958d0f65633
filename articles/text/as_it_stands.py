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

# Every character a story may carry as it is, but the space; a long solidus overlay is written as a number. Runs are
# taken whole and never given back: what follows one is a space or a tag, which no run holds.
_LETTERS = "[^ <>&\x00-\x1f\x7f-\x9f\u0338\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]++"
_WORD = f"(?:{_LETTERS}|&(?:amp|lt|gt);)+"
_WORDS = f"{_WORD}(?: {_WORD})*"
_LINK = '<a href="(?:[^"<>\\s]+)">'
_MARK = f"(?:{_LINK}{_WORDS}</a>|<strong>{_WORDS}</strong>|<em>{_WORDS}</em>)"
# Between two marks there are words: were there only a space, or nothing, the two might be one.
_INSIDE = f"(?:{_MARK}(?: ?{_WORDS} ?{_MARK})*(?: ?{_WORDS})?|{_WORDS}(?: ?{_MARK} ?{_WORDS})*(?: ?{_MARK})?)"
_BLOCK = re.compile(f"<(p|h2|h3)>{_INSIDE}</\\1>")
_SEAM = re.compile(r"(</(?:p|h2|h3)>)\s*(?=<(?:p|h2|h3)>)")
_HREF = re.compile('<a href="([^"]*)">')
_PLAIN_HREF = re.compile("https?://[a-z0-9.-]+(?:/[A-Za-z0-9/._~-]*)?")  # no port, nothing escaped: nothing to be wrong
_TAGS = re.compile("<[^>]*>")
_LETTER_SHOWN = re.compile(">[^<]*?[A-Za-z0-9]")  # or that of an escaped character, which shows as well


def as_it_stands(html: str) -> str | None:
    """The canonical body that well-formed `html` is already, a block a line; None where it is something else."""
    body = _SEAM.sub(r"\1\n", html.strip())
    if not unicodedata.is_normalized("NFC", body):
        return None
    for line in body.split("\n"):
        if not _BLOCK.fullmatch(line) or not _shows(line):
            return None
    return body if all(map(_is_sound, _HREF.findall(body))) else None


def _shows(line: str) -> bool:
    return bool(_LETTER_SHOWN.search(line)) or not is_blank(unescape(_TAGS.sub("", line)))


def _is_sound(href: str) -> bool:
    return bool(_PLAIN_HREF.fullmatch(href)) or attribute(safe_href(unescape(href)) or "") == href
