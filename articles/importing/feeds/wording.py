"""The words of an entry: its headline, its body, and the teaser where that says something of its own."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import unescape

from articles.importing.lines import one_line
from articles.importing.markup import Marked, blocks_of, marked
from articles.importing.pointers import find_pointer
from articles.importing.story import Block
from articles.text.clean import clean, plain

HTML = "text/html"
TEXT = "text/plain"
XHTML = "application/xhtml+xml"

WIDEST_WRAPPED = 120  # characters; nobody wraps lines wider than that, so that each longer line is a paragraph
LONGEST_ENDING = 400  # characters, in which a teaser may say that it is cut off

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|<!")
_OF_HEADLINES = re.compile(
    r"</?(?:a|abbr|b|big|br|cite|code|em|font|i|img|p|q|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>", re.IGNORECASE
)
_NEVER_OPENED = re.compile(r"</(?:area|br|col|embed|hr|img|input|param|source|track|wbr)\s*>", re.IGNORECASE)
_CUT_OFF = re.compile(
    r"(?:…|\.{3,}|\[\s*(?:…|\.{3,})\s*\]|\(\s*(?:…|\.{3,})\s*\)|\b[Mm]ore\s*[»›>→]+"
    r"|(?:^|[.!?…»)\]]\s*|\[\s*)(?:Continue|Keep|Read|CONTINUE|READ)\s+(?i:reading|more|on|the rest|the full)\b"
    r".{0,200})"
    r"[\s»›>→.\]]*$"
)
_NO_COMMENT = re.compile(r"<!(?!--|DOCTYPE\s)", re.IGNORECASE)
_POSTED = re.compile(r"\s*The post .{1,400} (?:appeared first|first appeared) on .{1,200}$")


@dataclass(frozen=True, slots=True)
class Words:
    """Words as a feed gives them: of which media type, and the address that links within are relative to."""

    text: str
    type: str = HTML
    base: str = ""


def headline_of(words: Words) -> str:
    """`words` as one line of plain text. HTML loses its tags, plain text keeps what only looks like some."""
    return plain(words.text) if words.type == TEXT else line_of(words.text)


def guessed(words: Words) -> Words:
    """`words` of a line of RSS, which never says whether it is plain text: HTML if it has tags that headlines have."""
    return replace(words, type=HTML) if words.type == TEXT and _OF_HEADLINES.search(words.text) else words


def line_of(html: str) -> str:
    """The words of an HTML fragment as one line."""
    if "<" not in html:
        return plain(unescape(html))
    return plain(" ".join(block.text for block in blocks_of(clean(_whole(html)))))


def body_of(words: Words) -> Marked:
    """`words` as blocks with their pictures."""
    if words.type not in (HTML, XHTML):
        return Marked(tuple(paragraphs(words.text)))
    if not _MARKUP.search(words.text):
        return Marked(tuple(paragraphs(unescape(words.text))))
    html = _NEVER_OPENED.sub("", words.text) if words.type == XHTML else _whole(words.text)
    return marked(html, base=words.base)


def paragraphs(text: str) -> Iterator[Block]:
    """The paragraphs of plain text: parted by blank lines, or each line one where none was wrapped."""
    lines = [line.strip() for line in text.splitlines()]
    wrapped = max(map(len, lines), default=0) <= WIDEST_WRAPPED
    held: list[str] = []
    for line in [*lines, ""]:
        if held and (not line or not wrapped):
            yield Block("p", plain(one_line(held)))
            held = []
        held += [line] if line else []


def dek_of(teaser: Iterable[Block], blocks: Iterable[Block]) -> str:
    """The teaser as plain text; empty where it only tells the beginning of the body, `blocks`, again, or is cut off.

    One that ends in a pointer to another outlet stays: that is for a clean-up to take.
    """
    dek = _POSTED.sub("", " ".join(block.text for block in teaser if block.text))
    if find_pointer(dek):
        return plain(dek)
    body = " ".join(block.text for block in blocks)
    says_more = any(map(str.isalnum, dek)) and not _letters(body).startswith(_letters(dek))
    return plain(dek) if says_more and not _CUT_OFF.search(dek, max(0, len(dek) - LONGEST_ENDING)) else ""


def _whole(html: str) -> str:
    """`html` without what would take words for a comment: sections of CDATA within, "<!" that begins nothing."""
    return _NO_COMMENT.sub("&lt;!", html.replace("<![CDATA[", "").replace("]]>", "")) if "<!" in html else html


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
