"""HTML that is nested beyond all sense, made shallow before a parser whose time grows with the square of the depth."""

import re

DEEPEST = 8_000
"""Elements within each other, which still take a fifth of a second; on real pages a hundred are many."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())


def shallow(html: str) -> str:
    """`html` without the tags that lie deeper than DEEPEST; every word stays, and where nothing is deep, every byte."""
    if html.count("<") <= DEEPEST:
        return html
    depth = deepest = 0

    def kept(found: re.Match[str]) -> str:
        nonlocal depth, deepest
        closes, name = found.groups()
        if name.lower() in _VOID:
            return found[0]
        if closes:
            depth = max(depth - 1, 0)
            return found[0] if depth < DEEPEST else ""
        depth += 1
        deepest = max(deepest, depth)
        return found[0] if depth <= DEEPEST else ""

    made = _TAG.sub(kept, html)
    return made if deepest > DEEPEST else html
