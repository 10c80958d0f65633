"""The body of an imported story: its blocks as the canonical HTML that the desk keeps."""

import re
from collections.abc import Iterable
from dataclasses import replace

from articles.importing.story import Block
from articles.text.body import pieces, read
from articles.text.characters import is_blank
from articles.text.clean import CleanBody, clean
from articles.text.runs import escaped

_BOLD = re.compile(r"\*\*(?![\s*])((?:(?!\*\*).)+?)(?<![\s*])\*\*")


def body_of(blocks: Iterable[Block]) -> CleanBody:
    """The blocks in order. Each is canonical by itself, so that the whole is (a property test holds it to that)."""
    return CleanBody("\n".join(block.html or _wrapped(block.kind, block.text) for block in blocks if says(block)))


def says(block: Block) -> bool:
    """Whether the block shows anything: words, a picture, a rule."""
    return bool(block.html) or not is_blank(block.text)


def with_bold(block: Block) -> Block:
    """`block` with the runs in bold that wire copy makes so by asterisks; the same where there are none."""
    html, found = _BOLD.subn(r"<strong>\1</strong>", escaped(block.text))
    return replace(block, html=clean(f"<{block.kind}>{html}</{block.kind}>")) if found else block


def cut(block: Block, characters: int) -> Block:
    """`block` with only the first so many characters of its words, the marks on them kept. For blocks of one line."""
    text = block.text[:characters].rstrip()
    if not block.html or "\n" in block.html:
        return replace(block, text=text, html="")
    (line,) = read(block.html)
    left = len(text)
    inside: list[str] = []
    opened: list[str] = []
    for piece in pieces(line.inside):
        if isinstance(piece, str):
            inside.append(escaped(piece[:left]))
            left -= min(left, len(piece))
        elif piece.closes:
            inside.append(piece.source)
            opened.pop()
        elif left:
            inside.append(piece.source)
            opened += [piece.name] if piece.name != "br" else []
        else:
            break
    inside += [f"</{name}>" for name in reversed(opened)]
    return replace(block, text=text, html=clean(f"{line.tag.source}{''.join(inside)}</{line.tag.name}>"))


def _wrapped(kind: str, text: str) -> str:
    return f"<{kind}>{escaped(text)}</{kind}>"
