"""Paragraphs as WordPress makes them of what was typed: a blank line parts them, a single line end is a line break."""

import re

_TOKEN = re.compile(r"<(/?)([A-Za-z][\w:-]*)[^<>]*>")
_COMMENT = re.compile(r"<!--(more|nextpage)?.*?-->", re.DOTALL)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li main map math menu nav ol "
    "option p pre section select summary table tbody td tfoot th thead tr ul".split()
)
_THINGS = {"img", "iframe", "video", "audio", "object", "embed", "canvas", "svg", "input", "button"}
_VERBATIM = {"pre", "script", "style", "textarea"}
_PARTED = re.compile(r"[ \t]*\n(?:[ \t\xa0]*\n)+[ \t]*|[ \t]*\n[ \t]*")
_PART = "<div></div>"  # parts two paragraphs wherever it stands: in a quote, a cell, within bold words
_BARE_ADDRESS = re.compile(r"^([ \t]*)(https?://[^\s<>\"'\[\]]+)([ \t]*)$", re.MULTILINE)


def paragraphed(html: str) -> str:
    """`html` with its blank lines and line ends made to count; what is marked up already stays as it is."""
    html = _without_comments(html.replace("\r\n", "\n").replace("\r", "\n"))
    parts: list[str] = []
    at, verbatim, before = 0, "", "block"
    for token in _TOKEN.finditer(html):
        name = token[2].casefold()
        kind = _kind(name)
        text = html[at : token.start()]
        parts += [text if verbatim else _broken(text, before, kind), token[0]]
        before = kind or ("" if text.strip() else before)
        verbatim = _still_verbatim(verbatim, name, token)
        at = token.end()
    parts.append(html[at:] if verbatim else _broken(html[at:], before, "block"))
    return "".join(parts)


def linked(html: str) -> str:
    """`html` with every web address that has a line to itself as a link: WordPress showed what was there."""
    return _BARE_ADDRESS.sub(lambda found: f'{found[1]}<a href="{found[2]}">{found[2]}</a>{found[3]}', html)


def _without_comments(html: str) -> str:
    """Comments go; those that part a post in two for lists or pages part paragraphs."""
    return _COMMENT.sub(lambda found: "\n\n" if found[1] else "", html) if html.find("-->") >= 0 else html


def _still_verbatim(verbatim: str, name: str, token: re.Match[str]) -> str:
    if verbatim:
        return "" if name == verbatim and token[1] else verbatim
    return name if name in _VERBATIM and not token[1] and not token[0].endswith("/>") else ""


def _kind(name: str) -> str:
    """What a tag is to the line ends beside it: `block`, `br`, `thing` (something shown), or empty for a mere mark."""
    return "block" if name in _BLOCKS else name if name == "br" else "thing" if name in _THINGS else ""


def _broken(text: str, before: str, after: str) -> str:
    """Text between two tags of these kinds."""
    if "\n" not in text:
        return text
    words = text.strip(" \t\n")
    if not words:
        return _ends(text, before if before in ("block", "br") else after)
    start = text[: len(text) - len(text.lstrip(" \t\n"))]
    end = text[len(text.rstrip(" \t\n")) :]
    return _ends(start, before) + _PARTED.sub(lambda found: _ends(found[0], ""), words) + _ends(end, after)


def _ends(space: str, beside: str) -> str:
    """What white space comes to: next to a block its line ends say nothing, next to a break a single one does not."""
    ends = space.count("\n")
    if not ends or beside == "block":
        return space and " "
    if ends > 1:
        return _PART
    return "\n" if beside == "br" else "<br>\n"
