"""XML that is nearly XML, as feeds often are, made well-formed without a word being lost or an entity expanded."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from html.entities import html5

from django.utils.translation import gettext as _

from articles.importing.errors import BadInput

WELL_KNOWN = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
"""What prefixes mean that are used without being declared."""

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REFERENCES = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|&(?:#(?:(\d{1,8})|[xX]([0-9a-fA-F]{1,8}));|(\w{1,64});)?", re.DOTALL
)
_STRAY = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<(?![A-Za-z_/!?])", re.DOTALL)
_TAG = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)"
    r"|<(?P<slash>/?)(?P<name>[^\s<>/!?\"'=]+)(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*(?P<end>>?)",
    re.DOTALL,
)
_PREFIX = re.compile(r"[<\s/]([A-Za-z_][\w.-]{0,40}):[A-Za-z_]")
_DECLARED = re.compile(r"\bxmlns:([A-Za-z_][\w.-]*)\s*=")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})


def referring(text: str) -> str:
    """`text` with characters in place of HTML's entities, which XML does not know, and "&amp;" for every other "&".

    Characters that XML forbids are left out.
    """

    def resolved(found: re.Match[str]) -> str:
        decimal, hexadecimal, name = found.groups()
        if not found[0].startswith("&"):
            return found[0]
        if decimal or hexadecimal:
            return _reference(int(decimal) if decimal else int(hexadecimal, 16))
        if name in _OF_XML:
            return found[0]
        letters = html5.get(f"{name};") if name else None
        return letters.replace("&", "&amp;").replace("<", "&lt;") if letters else f"&amp;{found[0][1:]}"

    return _REFERENCES.sub(resolved, _FORBIDDEN.sub("", text))


def require_no_entities(text: str) -> None:
    """Raises `BadInput` (unsafe) where `text`, whose DOCTYPE declares entities, uses one that is no XML's or HTML's."""
    for found in _REFERENCES.finditer(text):
        if (name := found[3]) and name not in _OF_XML and f"{name};" not in html5:
            reason = _(
                "It uses the entity &%(name)s; of a DOCTYPE. None is ever expanded: ask for the words themselves."
            )
            raise BadInput("unsafe", reason % {"name": name}, line=text.count("\n", 0, found.start()) + 1)


def balanced(text: str) -> str:
    """`text` with every element ended that begins, and no end of what did not begin; a lone "<" is a character."""
    made: list[str] = []
    stack: list[str] = []
    open_ones: Counter[str] = Counter()  # by their names in small letters
    at = 0
    text = _STRAY.sub(lambda found: "&lt;" if found[0] == "<" else found[0], text)
    for tag in _TAG.finditer(text):
        made.append(text[at : tag.start()])
        at = tag.end()
        name = tag["name"]
        if not name:
            made.append(tag[0])
        elif tag["slash"]:
            made += _ends(stack, open_ones, name.lower())
        else:
            if not tag[0].endswith("/>"):
                stack.append(name)
                open_ones[name.lower()] += 1
            made.append(tag[0] if tag["end"] else f"{tag[0]}>")
    return "".join([*made, text[at:], *(f"</{name}>" for name in reversed(stack))])


def undeclared(text: str, declared: Iterable[str]) -> Mapping[str, str]:
    """The namespaces to declare for prefixes that `text` uses without saying what they mean."""
    known = {"xml", "xmlns", *declared}
    used = {prefix for prefix in _PREFIX.findall(text) if prefix not in known}
    used -= set(_DECLARED.findall(text)) if used else set()
    return {prefix: WELL_KNOWN.get(prefix, f"urn:undeclared:{prefix}") for prefix in sorted(used)}


def _ends(stack: list[str], open_ones: Counter[str], name: str) -> Iterator[str]:
    """The end tags that end the element `name` and all that is open within it; none where no such one is open."""
    while open_ones[name]:
        last = stack.pop()
        open_ones[last.lower()] -= 1
        yield f"</{last}>"
        if last.lower() == name:
            return


def _reference(number: int) -> str:
    letter = chr(number) if number <= 0x10FFFF else ""
    return f"&#{number};" if letter and not _FORBIDDEN.match(letter) else ""
