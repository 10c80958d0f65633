"""The content model of a story: from safe but arbitrary HTML to the lines of a canonical body."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple

from articles.text.characters import folded, lines_of, without_controls
from articles.text.links import safe_href
from articles.text.runs import BREAK, Marks, Run, attribute, paragraphs

DEEPEST = 8  # lists, quotes, tables and figures within each other; what lies deeper is told on this level

_ALIASES = {
    "b": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3", "tfoot": "tbody", "dir": "ul",
    "menu": "ul",
}  # fmt: skip
_INLINE = {"a", "mark", "strong", "em", "sub", "sup"}
_HEADINGS = {"h2", "h3"}
_LISTS = {"ul", "ol"}
_NESTING = _LISTS | {"blockquote", "table", "figure"}
_CELLS = {"td", "th"}
_CAPTIONS = {"caption", "figcaption"}  # hold paragraphs and nothing else
_HOLDERS = _CELLS | _CAPTIONS | {"li"}  # a single paragraph in these is written without its <p>
_PARENTS = {
    "li": _LISTS,
    "figcaption": {"figure"},
    "caption": {"table"},
    "thead": {"table"},
    "tbody": {"table"},
    "tr": {"thead", "tbody"},
    "td": {"tr"},
    "th": {"tr"},
}
_KEY = re.compile(r"[A-Za-z0-9-]{1,36}")
_SPAN = re.compile(r"[2-9]|[1-9][0-9]")


@dataclass
class Block:
    """One block: a leaf with its inside already written, or a holder of other blocks."""

    tag: str
    attributes: str = ""
    inside: str = ""
    children: list["Block"] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """Write the block, one line a leaf, one line for the opening and the closing of a holder."""
        opening, closing = f"<{self.tag}{self.attributes}>", f"</{self.tag}>"
        if self.tag == "hr":
            yield opening
        elif not self.children:
            yield f"{opening}{self.inside}{closing}"
        else:
            yield opening
            for child in self.children:
                yield from child.lines()
            yield closing


class _Place(NamedTuple):
    """Where the reader stands: in which holder, under which marks, writing which kind of block."""

    holder: Block
    marks: Marks = frozenset()
    kind: str = "p"
    depth: int = 0
    lines_count: bool = False


def lines(html: str) -> Iterator[str]:
    """Write well-formed HTML, which nh3 has made safe, as the lines of a canonical body."""
    reader = _Reader()
    reader.feed(html)
    return reader.finished()


class _Reader(HTMLParser):
    """Builds blocks from well-nested tags: each start tag moves to a place, its end tag comes back."""

    def __init__(self) -> None:
        super().__init__()
        self.body = Block("body")
        self.here = _Place(self.body)
        self.outer: list[_Place] = []
        self.runs: list[Run] = []

    def finished(self) -> Iterator[str]:
        self.close()
        self.end_block()
        for block in _settled(self.body):
            for child in block.children:
                yield from child.lines()

    def handle_data(self, data: str) -> None:
        parts = lines_of(data) if self.here.lines_count else [data]
        self.write(BREAK.join(folded(without_controls(part)) for part in parts))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag = _ALIASES.get(tag, tag)
        if tag == "br":
            self.write(BREAK)
        elif tag == "hr":
            self.end_block()
            if self.here.holder.tag not in _CAPTIONS:
                _room_for("hr", self.here.holder).children.append(Block("hr"))
        else:
            self.outer.append(self.here)
            self.here = self.moved(tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        if tag == "q":
            self.write("”")
        elif _ALIASES.get(tag, tag) not in _INLINE:
            self.end_block()
        self.here = self.outer.pop()

    def write(self, text: str) -> None:
        if text:
            self.runs.append((text, self.here.marks))

    def end_block(self) -> None:
        for inside in paragraphs(self.runs):
            block = Block(self.here.kind, inside=inside)
            _room_for(block.tag, self.here.holder).children.append(block)
        self.runs = []

    def moved(self, tag: str, attributes: dict[str, str]) -> _Place:
        if tag == "q":
            self.write("“")
            return self.here
        if tag in _INLINE:
            return self.here._replace(marks=_with_mark(self.here.marks, tag, attributes))
        self.end_block()
        if tag in _HEADINGS and self.here.holder.tag not in _CAPTIONS:
            return self.here._replace(kind=tag)
        if tag == "pre":
            return self.here._replace(lines_count=True)
        if tag in _NESTING or tag in _PARENTS:
            return self.opened(tag, attributes)
        return self.here

    def opened(self, tag: str, attributes: dict[str, str]) -> _Place:
        holder, depth = self.here.holder, self.here.depth
        if holder.tag in _CAPTIONS and (tag, holder.tag) != ("figure", "figcaption"):
            return self.here
        if tag == "li" and holder.tag not in _LISTS and depth < DEEPEST:
            holder, depth = _list_at_end(holder), depth + 1
        if holder.tag not in _PARENTS.get(tag, {holder.tag}) or (tag in _NESTING and depth == DEEPEST):
            return self.here
        block = Block(tag, _attributes(tag, attributes))
        _room_for(tag, holder).children.append(block)
        return _Place(block, self.here.marks, "p", depth + (tag in _NESTING), self.here.lines_count)


def _with_mark(marks: Marks, tag: str, attributes: dict[str, str]) -> Marks:
    """Add a mark, in place of another with the same tag; a link or citation that leads nowhere adds none."""
    value: str | None = ""
    if tag == "a":
        value = safe_href(attributes.get("href", ""))
    elif tag == "mark":
        key = attributes.get("data-citation", "")
        value = key if _KEY.fullmatch(key) else None
    return marks if value is None else frozenset(mark for mark in marks if mark[0] != tag) | {(tag, value)}


def _attributes(tag: str, attributes: dict[str, str]) -> str:
    """Write the few attributes a holder may keep, in one order."""
    kept = {}
    if tag == "figure" and _KEY.fullmatch(attributes.get("data-picture", "")):
        kept["data-picture"] = attributes["data-picture"]
    if tag in _CELLS:
        spans = {name: attributes.get(name, "") for name in ("colspan", "rowspan")}
        kept = {name: span for name, span in spans.items() if _SPAN.fullmatch(span)}
    return "".join(f' {name}="{attribute(value)}"' for name, value in kept.items())


def _room_for(tag: str, holder: Block) -> Block:
    """Find where a block may stand: in a list it needs an item; a list in a list joins the item before."""
    if holder.tag not in _LISTS or tag == "li":
        return holder
    if not holder.children or tag not in _LISTS:
        holder.children.append(Block("li"))
    return holder.children[-1]


def _list_at_end(holder: Block) -> Block:
    """Give an item that stands outside any list the list just before it, or a new one."""
    if not holder.children or holder.children[-1].tag not in _LISTS:
        holder.children.append(Block("ul"))
    return holder.children[-1]


def _settled(block: Block) -> list[Block]:
    """Drop what holds nothing (empty cells and pictures do hold a place) and unwrap what need not be held."""
    if block.inside or block.tag == "hr":
        return [block]
    held, after = _parted(block, [settled for child in block.children for settled in _settled(child)])
    return [*_holding(block, held), *after]


def _parted(block: Block, children: list[Block]) -> tuple[list[Block], list[Block]]:
    """Tell what a block holds from what has to follow it: a picture holds one caption, and a caption no picture."""
    if block.tag == "figcaption":
        held = [child for child in children if child.tag != "figure"]
        return held, [child for child in children if child.tag == "figure"]
    if block.tag != "figure" or not block.attributes:
        return children, []
    caption = next((child for child in children if child.tag == "figcaption"), None)
    loose = [child for child in children if child is not caption]
    return [caption] if caption else [], [told for child in loose for told in _uncaptioned(child)]


def _uncaptioned(block: Block) -> list[Block]:
    """Tell a caption too many as paragraphs."""
    if block.tag != "figcaption":
        return [block]
    return block.children or [Block("p", inside=block.inside)]


def _holding(block: Block, children: list[Block]) -> list[Block]:
    tags = [child.tag for child in children]
    if block.tag == "figure" and not block.attributes and "figcaption" not in tags:
        return children
    if block.tag in _HOLDERS and tags == ["p"]:
        return [Block(block.tag, block.attributes, children[0].inside)]
    if block.tag == "table" and not any(_tells(child) for child in children):
        return []
    if not children and block.tag not in _CELLS and not block.attributes:
        return []
    return [Block(block.tag, block.attributes, "", children)]


def _tells(block: Block) -> bool:
    return bool(block.inside) or block.tag == "figure" or any(_tells(child) for child in block.children)
