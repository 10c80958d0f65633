"""One element of an export as a tree, from its exact bytes and the namespaces that were in force around it.

Plugins, hand edits and broken databases leave exports that are no XML any more. What is mended is what WordPress' own
importer reads all the same: a bare `&`, entities of HTML, CDATA within CDATA, tags within a field, control characters.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.entities import html5

from django.utils.translation import gettext as _
from lxml import etree

from articles.importing.decoding import Decoded, decode
from articles.importing.errors import BadInput
from articles.importing.story import Step

NAMESPACES = {
    "wp": "http://wordpress.org/export/1.2/",
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
}
"""What the prefixes mean where an export forgot to say so."""

_SAFELY = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r")
_TO_SPACES = bytes(0x20 if byte in _CONTROLS else byte for byte in range(256))
_PREFIX = re.compile(r"<([A-Za-z_][\w.-]*):")
_MARKUP = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|&(?:#(?:x[0-9a-fA-F]+|[0-9]+)|\w+)?;?", re.DOTALL)
_XML_ENTITIES = ("&amp;", "&lt;", "&gt;", "&quot;", "&apos;")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FIELD = re.compile(
    r"<((?:[\w.-]+:)?(?:title|link|pubDate|creator|guid|description|encoded|category|meta_key|meta_value|post_\w+"
    r"|comment_\w+|status|is_sticky|attachment_url|author_\w+|cat_name|category_\w+|tag_\w+|term_\w+))(\s[^<>]*)?(?<!/)>"
)


@dataclass(frozen=True)
class ItemXml:
    """The element, and what was done to the bytes before it could be read."""

    element: etree._Element
    steps: tuple[Step, ...] = ()


def item_xml(received: bytes, encoding: str = "", namespaces: Mapping[str, str] | None = None) -> ItemXml:
    """The element that the bytes are. Raises `BadInput` (empty, binary, encoding, malformed) with the place in them."""
    sound = received if encoding.startswith(("utf-16", "utf-32")) else received.translate(_TO_SPACES)
    decoded = decode(sound, encoding or None)
    steps = decoded.steps
    if sound != received:
        steps += (Step("control-characters", f"{_count(received)}", ""),)
    opening = _opening(decoded.text, namespaces or {})
    try:
        return ItemXml(_element(opening, decoded.text), steps)
    except etree.XMLSyntaxError as error:
        problem = _malformed(decoded, len(opening), error)
    for mend in (_entities_mended, _fields_mended):
        text = mend(decoded.text)
        try:
            element = _element(opening, text)
        except etree.XMLSyntaxError:
            continue
        return ItemXml(element, (*steps, Step("xml-mended", problem.reason, "")))
    raise problem


def _count(received: bytes) -> int:
    return len(received) - len(received.translate(None, _CONTROLS))


def _opening(text: str, namespaces: Mapping[str, str]) -> str:
    """The tag of an element around the item, in which every prefix that the item uses is declared."""
    used = sorted(set(_PREFIX.findall(text)) - {"xml", "xmlns"})
    known = {prefix: namespaces.get(prefix) or NAMESPACES.get(prefix) or f"urn:undeclared:{prefix}" for prefix in used}
    declared = (f' xmlns:{prefix}="{html.escape(uri)}"' for prefix, uri in known.items())
    return f"<rss{''.join(declared)}>"


def _element(opening: str, text: str) -> etree._Element:
    """The element. That a namespace has no sound name is no reason to refuse what stands in it."""
    whole = f"{opening}{text}</rss>"
    parser = etree.XMLParser(**_SAFELY)
    try:
        root = etree.fromstring(whole, parser)
    except etree.XMLSyntaxError:
        if any(entry.domain != etree.ErrorDomains.NAMESPACE for entry in parser.error_log):
            raise
        root = etree.fromstring(whole, etree.XMLParser(**_SAFELY, recover=True))
    first = next(root.iterchildren("*"), None)
    if first is None:
        raise etree.XMLSyntaxError(_("there is no element"), 0, 1, len(opening) + 1)
    return first


def _malformed(decoded: Decoded, opening: int, error: etree.XMLSyntaxError) -> BadInput:
    """What is wrong and where, `opening` letters having stood before the text."""
    line, column = error.position
    starts = [0, *(end.end() for end in re.finditer("\n", decoded.text))]
    begins = starts[min(line, len(starts)) - 1]
    place = begins + max(0, column - 1 - (opening if line == 1 else 0))
    problem = re.sub(r",? line \d+(?:, column \d+)?", "", (error.msg or "").partition("\n")[0])[:200]
    reason = _("It is no well-formed XML: %(problem)s. Mend the export, or ask for it anew.") % {"problem": problem}
    return BadInput("malformed", reason, **decoded.place(min(place, len(decoded.text))))


def _entities_mended(text: str) -> str:
    """A bare `&` is one, and an entity of HTML its letter."""
    return _MARKUP.sub(lambda found: found[0] if found[0][0] == "<" else _entity(found[0]), text)


def _entity(entity: str) -> str:
    if entity in _XML_ENTITIES:
        return entity
    letter = html.unescape(entity) if entity.startswith("&#") or entity[1:] in html5 else entity
    return html.escape(_NO_XML.sub("", letter), quote=False)


def _fields_mended(text: str) -> str:
    """Every field is read as WordPress' importer reads it: from its start tag to its end tag, whatever is between."""
    return "".join(_mended_parts(text))


def _mended_parts(text: str) -> Iterator[str]:
    at, missing = 0, set()
    for field in _FIELD.finditer(text):
        if field.start() < at or field[1] in missing:
            continue
        end = text.find(f"</{field[1]}", field.end())
        if end < 0:
            missing.add(field[1])
            continue
        yield _entities_mended(text[at : field.end()])
        words = _NO_XML.sub("", _field_words(text[field.end() : end]))
        yield "<![CDATA[" + words.replace("]]>", "]]]]><![CDATA[>") + "]]>"
        at = end
    yield _entities_mended(text[at:])


def _field_words(inside: str) -> str:
    """What a field says: in CDATA as it stands, else with its entities resolved."""
    bare = inside.strip()
    if bare.startswith("<![CDATA[") and bare.endswith("]]>"):
        return bare[9:-3].replace("]]]]><![CDATA[>", "]]>")
    return html.unescape(inside)
