"""From a canonical body to the HTML readers get: tables of functions, one function a tag.

To show a tag another way, write a function and put it into a table; a tag in no table is shown as written.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from articles.text.body import Kind, Line, Tag, pieces, read, text_of
from articles.text.links import host_of
from articles.text.numbering import numbered, without_numbers
from articles.text.pictures import Shown
from articles.text.runs import attribute, escaped
from articles.text.slugs import slug_for

SIZES = "(min-width: 60rem) 37.5rem, (min-width: 40rem) 35rem, 92vw"
"""How wide a picture stands in a story, as `--measure` and `--edge` of the paper's style sheet have it."""


@dataclass
class Page:
    """What is known while a body is rendered: the house's own host, its pictures by key, and what was already given."""

    host: str = ""
    pictures: Mapping[str, Shown] = field(default_factory=dict)
    anchors: set[str] = field(default_factory=set)
    shown: int = 0

    def anchor(self, words: str) -> str:
        """Give a heading an id of its own; the prefix keeps it apart from the ids of the page around it."""
        first = f"h-{slug_for(words)}"
        anchor = first
        numbers = count(2)
        while anchor in self.anchors:
            anchor = f"{first}-{next(numbers)}"
        self.anchors.add(anchor)
        return anchor


def render_body(
    body: str,
    host: str = "",
    pictures: Mapping[str, Shown] | None = None,
    citations: Mapping[str, int] | None = None,
    spoken: str = "source {number}",
) -> str:
    """Make readers' HTML of a canonical body: the same words, the same bytes.

    `host` is the house's own; a link to any other is marked as external. `pictures` are those there are, by key: a
    figure of any other is left out with its caption. `citations` are the numbers of cited passages by key, in the order
    of the story; a mark of any other is taken off its words. `spoken` is what a number is to those who listen. Raises
    ValueError for a body that is not canonical.
    """
    lines = numbered(read(body), citations or {}, spoken)
    return "\n".join(_lines(lines, Page(host.lower(), pictures or {})))


def _lines(lines: Iterable[Line], page: Page) -> Iterator[str]:
    rest = iter(lines)
    for line in rest:
        if line.tag.name == "figure":
            yield from figure(line.tag, list(_held(rest)) if line.kind is Kind.OPENS else [], page)
        else:
            yield _line(line, page)


def _held(rest: Iterator[Line]) -> Iterator[Line]:
    """Take the lines up to the one that closes the holder just opened, which is taken and not given."""
    depth = 1
    for line in rest:
        depth += {Kind.OPENS: 1, Kind.CLOSES: -1, Kind.LEAF: 0}[line.kind]
        if depth == 0:
            return
        yield line


def _line(line: Line, page: Page) -> str:
    if line.kind is Kind.LEAF:
        return LEAVES.get(line.tag.name, leaf)(line, page)
    return HOLDERS.get(line.tag.name, as_written)(line.tag, page)


def _inside(line: Line, page: Page) -> str:
    return "".join(
        escaped(piece) if isinstance(piece, str) else MARKS.get(piece.name, as_written)(piece, page)
        for piece in pieces(line.inside)
    )


def as_written(tag: Tag, page: Page) -> str:
    """Show a tag as the body has it."""
    return tag.source


def unwrapped(tag: Tag, page: Page) -> str:
    """Show only the words within."""
    return ""


def leaf(line: Line, page: Page) -> str:
    """Show a block as the body has it, with its marks rendered."""
    return f"{line.tag.source}{_inside(line, page)}</{line.tag.name}>"


def rule(line: Line, page: Page) -> str:
    """Show a change of scene."""
    return line.tag.source


def heading(line: Line, page: Page) -> str:
    """Give a heading an id, so that a link can lead to it."""
    name = line.tag.name
    return f'<{name} id="{page.anchor(text_of(without_numbers(line.inside)))}">{_inside(line, page)}</{name}>'


def table(tag: Tag, page: Page) -> str:
    """Wrap a table, so that it may scroll sideways on a telephone while the page does not."""
    return "</table>\n</div>" if tag.closes else '<div class="table">\n<table>'


def figure(tag: Tag, held: list[Line], page: Page) -> Iterator[str]:
    """Show a picture with its caption and credit, or what else stands under a caption; nothing where the pictures lack.

    The first picture of a page is likely in sight at once and is not waited with.
    """
    key = tag.attributes.get("data-picture")
    caption, rest = _caption(held)
    if key is None:
        pictured = any("data-picture" in line.tag.attributes for line in held)
        if not pictured or any(_lines(rest, Page(page.host, page.pictures))):
            yield from ("<figure>", *_lines(held, page), "</figure>")
    elif picture := page.pictures.get(key):
        page.shown += 1
        loading = "lazy" if page.shown > 1 else "eager"
        opening = '<figure class="upright">' if picture.height > picture.width else "<figure>"
        yield from (opening, picture.tag(SIZES, loading=loading), *_credited(caption, picture.credit, page))
        yield from ("</figure>", *_lines(rest, page))


def _caption(held: list[Line]) -> tuple[list[Line], list[Line]]:
    """Tell the lines of a figure's caption from the others."""
    caption: list[Line] = []
    rest: list[Line] = []
    lines = iter(held)
    depth = 0
    for line in lines:
        if depth == 0 and line.tag.name == "figcaption":
            caption.append(line)
            if line.kind is Kind.OPENS:
                caption += [*_held(lines), Line(Kind.CLOSES, Tag("figcaption", {}, "</figcaption>", closes=True))]
        else:
            depth += {Kind.OPENS: 1, Kind.CLOSES: -1, Kind.LEAF: 0}[line.kind]
            rest.append(line)
    return caption, rest


def _credited(caption: list[Line], credit: str, page: Page) -> Iterator[str]:
    """Show a caption with who is credited for the picture after its words."""
    lines = list(_lines(caption, page))
    said = f'<span class="credit">{escaped(credit)}</span>' if credit else ""
    if not lines:
        yield from [f"<figcaption>{said}</figcaption>"] if said else []
    elif not said:
        yield from lines
    elif len(lines) == 1:
        yield f"{lines[0].removesuffix('</figcaption>')} {said}</figcaption>"
    else:
        yield from (*lines[:-1], f"<p>{said}</p>", lines[-1])


def link(tag: Tag, page: Page) -> str:
    """Mark a link that leaves the house."""
    if tag.closes or host_of(tag.attributes["href"]) in ("", page.host):
        return tag.source
    return f'<a href="{attribute(tag.attributes["href"])}" rel="external noopener">'


LEAVES: dict[str, Callable[[Line, Page], str]] = {"h2": heading, "h3": heading, "hr": rule}
HOLDERS: dict[str, Callable[[Tag, Page], str]] = {"table": table}
MARKS: dict[str, Callable[[Tag, Page], str]] = {"a": link, "mark": unwrapped}
