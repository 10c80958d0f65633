"""The JSON-LD of a page as nodes, however it is written: in arrays, in @graph, in several scripts, a little broken.

https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents
"""

import html
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from articles.importing.page.schema import Node, bare

MOST_NODES = 5_000  # of one page; no story is described by more

# Below these stand other things than the page is about.
_OF_OTHERS = frozenset(
    "citation comment hasPart isPartOf isBasedOn itemListElement liveBlogUpdate mentions relatedLink subjectOf".split()
)

_WRAPPED = re.compile(r"\A\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/|<!\[CDATA\[)|(?://)?(?:-->|\]\]>)\s*;?\s*\Z")
# What is never closed goes to the end, so that each letter is read once.
_STRING_OR_COMMENT = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\Z)|,(?=\s{0,1000}[\]}])|/\*.*?(?:\*/|\Z)|//[^\n]*', re.DOTALL)
_ESCAPE = re.compile(r'\\(?:(["\\/bfnrt]|u[0-9a-fA-F]{4})|(.?))', re.DOTALL)
_BEGINS = re.compile(r"[{\[]")
_LONGEST = 600  # characters of a simple fact in what is broken
_MOST_BROKEN = 200_000  # characters of it that are looked through
_FACTS = "headline|name|description|datePublished|dateModified|articleSection|url"
# A value ends where JSON goes on, since quotation marks within it may be the reason why it is broken.
_FACT = re.compile(rf'"(@type|{_FACTS})"\s*:\s*"((?:[^"\\\n]|\\.|"(?!\s*[,}}\]])){{0,{_LONGEST}}})"')
_STRING = rf'"((?:[^"\\\n]|\\.|"(?!\s*[,}}\]])){{0,{_LONGEST}}})"(?=\s*[,}}\]])'
_AUTHORS = re.compile(rf'"(?:author|creator)"\s*:\s*(?:(\[[^\[\]]*\]|\{{[^{{}}]*\}})|{_STRING})')
_IN_LIST = re.compile(r'"([^"]*)"')
_NAME = re.compile(rf'"name"\s*:\s*{_STRING}')
_DECODER = json.JSONDecoder(strict=False)


def nodes_in(scripts: Sequence[str]) -> list[Node]:
    """The objects in the scripts that are about the page, the outer ones first.

    References by `@id` are replaced by what they refer to. What cannot be read as JSON even when mended gives the
    simple facts that can be picked out of it, or nothing.
    """
    found = list(_objects([value for script in scripts for value in _values(script)]))
    known = {node["@id"]: node for node, _own in reversed(found) if _is_known_by_id(node)}
    for node, _own in found:
        for name, value in node.items():
            node[name] = _referred(value, known)
    return [node for node, own in found if own and not _is_reference(node)]


def _values(script: str) -> list[Any]:
    script = _WRAPPED.sub("", script).strip().rstrip(";")
    if '"' not in script:
        script = html.unescape(script)
    return _parsed(script) or _parsed(_mended(script)) or _salvaged(script)


def _parsed(text: str) -> list[Any]:
    """The values that stand in `text` one after the other; none where one of them cannot be read."""
    values = []
    begins = _BEGINS.search(text)
    try:
        while begins:
            value, end = _DECODER.raw_decode(text, begins.start())
            values.append(value)
            begins = _BEGINS.search(text, end)
    except (ValueError, RecursionError):
        return []
    return values


def _mended(text: str) -> str:
    """Without comments, without commas that nothing follows, and with backslashes that JSON knows."""
    return _STRING_OR_COMMENT.sub(lambda found: _escaped(found[0]) if found[0].startswith('"') else "", text)


def _escaped(string: str) -> str:
    return _ESCAPE.sub(lambda found: found[0] if found[1] else found[2], string)


def _salvaged(text: str) -> list[Any]:
    """The simple facts of the first thing with a headline in what is broken for good."""
    text = text[:_MOST_BROKEN]
    facts: Node = {}
    authors = _AUTHORS.search(text)
    around = text[: authors.start()] + text[authors.end() :] if authors else text
    for name, value in _FACT.findall(around):
        if name == "@type" and "headline" not in facts:
            facts = {name: value}
        elif name not in facts and facts:
            facts[name] = _string(value)
    if facts and authors:
        names = [authors[2]] if authors[2] else _NAME.findall(authors[1]) or _IN_LIST.findall(authors[1])
        facts["author"] = [_string(name) for name in names if not name.startswith("http")]
    return [facts] if "headline" in facts else []


def _string(written: str) -> str:
    """A string of JSON, or as it is written where it is none."""
    return " ".join(str(one) for part in _parsed(f'["{written}"]') for one in part) or written


def _objects(values: list[Any]) -> Iterator[tuple[Node, bool]]:
    """Objects breadth first, so that the story itself comes before what it quotes; each with whether it is its own."""
    level = [(value, True) for value in values]
    count = 0
    while level and count < MOST_NODES:
        below: list[tuple[Any, bool]] = []
        for value, own in level:
            if isinstance(value, dict):
                count += 1
                _rename(value)
                yield value, own
                below += ((one, own and name not in _OF_OTHERS) for name, one in value.items())
            elif isinstance(value, list):
                below += ((one, own) for one in value)
        level = below


def _rename(node: Node) -> None:
    for name in [name for name in node if bare(name) != name]:
        node.setdefault(bare(name), node.pop(name))


def _is_known_by_id(node: Node) -> bool:
    return isinstance(node.get("@id"), str) and not _is_reference(node)


def _is_reference(node: Node) -> bool:
    return "@id" in node and not node.keys() - {"@id", "@type", "@context"}


def _referred(value: Any, known: dict[str, Node]) -> Any:
    if isinstance(value, list):
        return [_referred(one, known) for one in value] if any(isinstance(one, dict) for one in value) else value
    if isinstance(value, dict) and _is_reference(value) and isinstance(value["@id"], str):
        return known.get(value["@id"], value)
    return value
