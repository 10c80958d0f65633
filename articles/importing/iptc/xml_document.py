"""An XML item as a tree, and nothing else: no DTD is read, no entity expanded, nothing fetched.

A DOCTYPE is no reason to refuse an item, NITF comes with one. The characters that HTML has names for are understood
where it is there, for the DTDs of news declare them.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from html.entities import html5
from typing import TypeAlias

from django.utils.translation import gettext as _
from lxml import etree

from articles.importing.decoding import Decoded, decode
from articles.importing.errors import BadInput
from articles.importing.item import Item
from articles.importing.story import Story
from articles.text.characters import folded, without_controls

Element: TypeAlias = etree._Element

FRAME = "frame"
"""What is put around an item to have the namespaces in force that were declared outside of it."""

_DOCTYPE = re.compile(r"<!DOCTYPE\b[^>]*?\b(?:PUBLIC|SYSTEM)\b", re.IGNORECASE)
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
_OF_XML = {"amp", "lt", "gt", "quot", "apos"}
_IN_TAG = re.compile(r"<[A-Za-z][^<>&]*(?:&(?:amp|lt|gt|quot|apos|#\w+);[^<>&]*)*(&[A-Za-z][\w.-]*;)")
_EXHAUSTING = re.compile("amplification|limit exceeded|Excessive depth|too long|entity (?:reference )?loop|[Hh]uge")
_FOR_PROGRAMMERS = re.compile(r", (?:see xml|use XML|try XML|line \d)")
_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
_MOST_ATTRIBUTES = 300  # reading them takes time with the square of their number
_HEAD = 4096  # characters within which a DOCTYPE begins


@dataclass(frozen=True)
class Document:
    """The root element of an item, and the text it was read from."""

    root: Element
    decoded: Decoded

    def told(self, story: Story) -> Story:
        """`story`, with what was done to the letters before it could be read."""
        return replace(story, steps=(*self.decoded.steps, *story.steps))

    def start_of(self, element: Element) -> int:
        """Where in the text `element` begins; of several of its name in one line, where the first of them does."""
        text, name = self.decoded.text, name_of(element)
        tag = f"<{element.prefix}:{name}" if element.prefix else f"<{name}"
        line = min(element.sourceline or 1, len(self._line_ends)) - 1
        last = text.rfind(tag, 0, self._line_ends[line])
        line_begins = self._line_ends[line - 1] if line else 0
        if 0 <= last < line_begins:
            line_begins = text.rfind("\n", 0, last) + 1
        return max(0, text.find(tag, line_begins)) if last >= 0 else 0

    @cached_property
    def _line_ends(self) -> list[int]:
        return [found.end() for found in _LINE.finditer(self.decoded.text)]


def document(item: Item) -> Document:
    """The tree of `item`; the namespaces in its envelope are in force.

    Raises `BadInput` with the line: empty, binary or encoding where it is no text, malformed where it is no XML,
    unsafe where it relies on entities or is made to exhaust whoever reads it.
    """
    decoded = decode(item.content, item.envelope.get("encoding"))
    root = _tree(decoded, item.envelope.get("namespaces") or {})
    return Document(root, decoded)


def tree_of(text: str) -> Element | None:
    """The tree of XML that stands as text within an item; None where it is none, or not a safe one."""
    try:
        return _tree(Decoded(text, b""), {})
    except BadInput:
        return None


def name_of(element: Element) -> str:
    """The local name of an element; empty for what is none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def namespace_of(element: Element) -> str:
    """The namespace of an element; empty where it has none."""
    tag = element.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag.startswith("{") else ""


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The child elements of these local names, whatever their namespace; all of them where no name is given."""
    for child in element if element is not None else ():
        if (name := name_of(child)) and (not names or name in names):
            yield child


def child(element: Element | None, *path: str) -> Element | None:
    """The first element down a path of local names."""
    for name in path:
        element = next(children(element, name), None)
    return element


def within(element: Element | None, *names: str) -> Iterator[Element]:
    """The elements of these local names at any depth, in the order they stand."""
    if element is not None:
        yield from (one for one in element.iterdescendants() if name_of(one) in names)


def words(element: Element | None) -> str:
    """All words in an element, as one line."""
    return "" if element is None else folded(without_controls("".join(map(str, element.itertext())))).strip()


def attribute(element: Element | None, name: str) -> str:
    """The value of an attribute without namespace, its ends trimmed; empty where it is not there."""
    return (element.get(name) or "").strip() if element is not None else ""


def language_of(element: Element | None) -> str:
    """What `xml:lang` says of an element itself."""
    return attribute(element, "{http://www.w3.org/XML/1998/namespace}lang")


def inner_text(element: Element) -> str:
    """The text of an element as it stands, lines kept."""
    return "".join(map(str, element.itertext()))


def _tree(decoded: Decoded, namespaces: Mapping[str, str]) -> Element:
    text = _with_characters(decoded.text)
    if namespaces:
        text = f"<{FRAME} {_declared(namespaces)}>{text}</{FRAME}>"
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise _broken(error) from error
    if any(len(element.attrib) > _MOST_ATTRIBUTES for element in root.iter(etree.Element)):
        raise BadInput("unsafe", _("An element has more attributes than any format knows. Ask for a plainer one."))
    _refuse_entities(root, text)
    return root if not namespaces else _only_child(root)


def _only_child(frame: Element) -> Element:
    found = list(children(frame))
    if len(found) != 1:
        raise BadInput("malformed", _("It is not one XML element. Ask for it to be sent again."), line=1)
    return found[0]


def _with_characters(text: str) -> str:
    """`text` with the characters that HTML names in their place, if a DTD may have named them."""
    if not _DOCTYPE.search(text, 0, _HEAD) or "&" not in text:
        return text

    def character(found: re.Match[str]) -> str:
        known = found[1] not in _OF_XML and f"{found[1]};" in html5
        return html.unescape(found[0]) if known else found[0]

    return _NAMED.sub(character, text)


def _declared(namespaces: Mapping[str, str]) -> str:
    told = {f"xmlns:{prefix}" if prefix else "xmlns": uri for prefix, uri in namespaces.items() if prefix != "xml"}
    return " ".join(f'{name}="{html.escape(uri)}"' for name, uri in told.items())


def _refuse_entities(root: Element, text: str) -> None:
    """Entities in words are still there to be seen; in attributes they are looked for where they are written."""
    for used in root.iter(etree.Entity):
        raise _unsafe(str(used.text), used.sourceline)
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is None:
        return
    if dtd.system_url and (found := _IN_TAG.search(text)):
        raise _unsafe(found[1], text.count("\n", 0, found.start(1)) + 1)
    declared = text.find("<!ENTITY")
    for name in [entity.name for entity in dtd.iterentities() if entity.name]:
        at = text.find(f"&{name};", declared)
        if at >= 0:
            raise _unsafe(f"&{name};", text.count("\n", 0, at) + 1)


def _unsafe(reference: str, line: int | None) -> BadInput:
    reason = _("It refers to %(name)s, which is declared elsewhere. Ask for it with the words themselves in place.")
    return BadInput("unsafe", reason % {"name": reference}, line=line)


def _broken(error: etree.XMLSyntaxError) -> BadInput:
    line = error.position[0] or None
    what = _FOR_PROGRAMMERS.split(error.msg or "")[0].strip(" .\n")
    if _EXHAUSTING.search(what):
        reason = _("It is made to exhaust whoever reads it: %(what)s. Ask for a plainer one.")
        return BadInput("unsafe", reason % {"what": what}, line=line)
    reason = _("It is no XML: %(what)s. Ask for it to be sent again.")
    return BadInput("malformed", reason % {"what": what}, line=line)
