"""The page as a tree, and where it stood: what everything else in this package reads."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from django.utils.translation import gettext as _
from lxml import etree
from lxml import html as lxml_html

from articles.importing.errors import BadInput
from articles.text.clean import plain

MOST_ELEMENTS = 250_000  # of one page; the page of a story has a tenth of it at the very most
DEEPEST = 255  # elements within each other, where libxml2 stops reading

_WEB = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)
_UNSHOWN = frozenset({"script", "style", "template", "noscript", "svg"})
_WITHIN_LINES = frozenset(
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup "
    "tt u var wbr".split()
)
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAMES = ("class", "id", "data-testid", "data-component", "role")
_NO_TOKENS: frozenset[str] = frozenset()
_TOKEN = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


@dataclass(frozen=True)
class Page:
    """A parsed page. `fetched` is the address it came from, `base` the one that relative addresses are read from.

    Both are empty where nobody told them.
    """

    root: lxml_html.HtmlElement
    fetched: str = ""
    base: str = ""

    def address(self, href: str | None) -> str:
        """`href` as a whole web address; empty where it is none."""
        return web_address(self.base, href or "")


def parsed(text: str, address: str = "") -> Page:
    """The page of an HTML text that was fetched from `address`. Raises `BadInput` (no-body, unsafe)."""
    parser = lxml_html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
    )
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise BadInput("no-body", _("It is no page with words. Save the page of one story.")) from error
    if any(problem.type_name == "ERR_RESOURCE_LIMIT" for problem in parser.error_log):
        reason = _("More than %(number)d elements lie within each other, or a text is too long. Import its text.")
        raise BadInput("unsafe", reason % {"number": DEEPEST})
    if sum(1 for _element in root.iter()) > MOST_ELEMENTS:
        reason = _("It has more than %(number)d elements. Save the page of one story, or import its text.")
        raise BadInput("unsafe", reason % {"number": MOST_ELEMENTS})
    _make_fit(root)
    named = next((base.get("href") for base in root.iter("base") if base.get("href")), "")
    return Page(root, address, web_address(address, named) or address)


def _make_fit(root: etree._Element) -> None:
    """Takes out characters that no XML may hold: references such as `&#1;` bring them into a tree that is to change."""
    for element in root.iter(etree.Element):
        if element.text and _UNFIT.search(element.text):
            element.text = _UNFIT.sub("", element.text)
        if element.tail and _UNFIT.search(element.tail):
            element.tail = _UNFIT.sub("", element.tail)


def web_address(base: str, href: str) -> str:
    """`href`, read from `base`, if that is an address of the web; empty otherwise."""
    if not href.strip():
        return ""
    try:
        whole = urljoin(base, _UNFIT.sub("", href).strip())
        return whole if _WEB.match(whole) and urlsplit(whole).hostname else ""
    except ValueError:
        return ""


def text_of(element: etree._Element, without: Collection[etree._Element] = ()) -> str:
    """The words in an element as one line, with a space where a line breaks; the elements in `without` left out."""
    pieces, left_out = [], None
    for event, one in etree.iterwalk(element, events=("start", "end")):
        if left_out is None and event == "start":
            pieces.append("" if one.tag in _WITHIN_LINES else " ")
            if one in without:
                left_out = one
            elif one.text and one.tag not in _UNSHOWN:
                pieces.append(one.text)
        elif event == "end" and one is left_out:
            left_out = None
        if event == "end" and left_out is None and one is not element:
            pieces.append(f"{'' if one.tag in _WITHIN_LINES else ' '}{one.tail or ''}")
    return plain("".join(pieces))


def line_of(element: etree._Element, most: int) -> str:
    """The words in an element as `text_of` gives them, empty where they are more than `most` characters.

    For looking at many elements within each other, each of which may be the whole page.
    """
    length = 0
    for text in element.itertext():
        length += len(text.strip())
        if length > most:
            return ""
    line = text_of(element)
    return line if len(line) <= most else ""


def tokens(element: etree._Element) -> frozenset[str]:
    """The words in the names an element goes by (`class`, `id` and what test tools call it), in small letters."""
    named = " ".join(filter(None, map(element.get, _NAMES)))
    return _tokens_in(named[:1_000]) if named else _NO_TOKENS


@lru_cache(maxsize=4_096)
def _tokens_in(named: str) -> frozenset[str]:
    return frozenset(token.lower() for token in _TOKEN.findall(named))
