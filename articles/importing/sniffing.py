"""What an XML file is, by the element it begins with; its name says nothing and its first bytes little."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from articles.importing.letters import encoding_of

_JUNK = "\ufeff\ufffe\u200b\x00ï»¿"  # byte order marks that stand too late, or were read wrongly
_DECLARATION = re.compile(r"(?!\s*<)(?:[^<\n]|\n(?!\s*\n)){1,200}(?=<\?xml\s)")
# What is looked ahead at is never given back; possessive groups that may backtrack go wrong before Python 3.11.5.
_PROLOGUE = re.compile(
    r"""\s+ | <\?.*?\?> | <!--.*?-->
    | <!DOCTYPE
      (?: "[^"]*" | '[^']*' | [^>\["']
        | \[ (?=(?P<subset> (?: "[^"]*" | '[^']*' | <!--.*?(?:-->|\Z) | <\?.*?(?:\?>|\Z) | [^\]"'] )* ))(?P=subset) \]
      )* >
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"<([^\W\d][^\s<>/=\"'!?:]*:)?([^\W\d][^\s<>/=\"'!?:]*)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)(>?)")
_ATTRIBUTE = re.compile(r"(?<![^\s\"'])([^\s=\"'/<>]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))")


@dataclass(frozen=True)
class XmlRoot:
    """The element a file begins with: its local name as spelt, its namespace and prefix (empty where it has none).

    `namespaces` are those declared on it, by prefix, the default one under the empty prefix; `attributes` are all
    others, by name as spelt. Its tag stands from `start` to `end` in the text, counted in characters.
    """

    name: str
    namespace: str = ""
    namespaces: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)
    prefix: str = ""
    start: int = 0
    end: int = 0


def xml_root(head: bytes, encoding: str = "") -> XmlRoot | None:
    """The root element of the XML that begins with `head`; None where it does not begin like XML.

    Byte order marks, comments, processing instructions and a DOCTYPE may stand before it, and a little junk before
    the declaration. `encoding` is what was told from outside. A head cut off within the tag shows what is there.
    HTML has a root, too: `html`. Raises `BadInput` (encoding) where an unknown encoding is told.
    """
    codec, mark = encoding_of(head, encoding)
    return root_of(head[mark:].decode(codec or "utf-8", "replace"))


def root_of(text: str) -> XmlRoot | None:
    """The root element of the XML that `text` begins with, as `xml_root` finds it."""
    tag = _TAG.match(text, _root_at(text))
    if tag is None:
        return None
    prefix, name, inside = (tag[1] or "").removesuffix(":"), tag[2], tag[3]
    told = dict(attributes_of(inside))
    namespaces = {
        key.removeprefix("xmlns").removeprefix(":"): value.strip()
        for key, value in told.items()
        if key == "xmlns" or key.startswith("xmlns:")
    }
    others = {key: value for key, value in told.items() if key.partition(":")[0] != "xmlns"}
    return XmlRoot(name, namespaces.get(prefix, ""), namespaces, others, prefix, tag.start(), tag.end())


def attributes_of(tag: str) -> Iterator[tuple[str, str]]:
    """The attributes in `tag`, the inside of a start tag, in their order; entities and references are resolved."""
    for found in _ATTRIBUTE.finditer(tag):
        yield found[1], html.unescape(next(value for value in found.groups()[1:] if value is not None))


def _root_at(text: str) -> int:
    """Where the first element may begin."""
    begins = len(text) - len(text.lstrip(_JUNK + " \t\r\n"))
    junk = _DECLARATION.match(text, begins)
    at = junk.end() if junk else begins
    while before := _PROLOGUE.match(text, at):
        at = before.end()
    return at
