"""From a canonical body to the HTML readers get: tables of functions, one function a tag.

To show a tag another way, write a function and put it into a table; a tag in no table is shown as written.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from articles.text.body import Kind, Line, Tag, pieces, read, text_of
from articles.text.links import host_of
from articles.text.runs import attribute, escaped
from articles.text.slugs import slug_for


@dataclass
class Page:
    """What is known while a body is rendered: the house's own host, and the ids already given."""

    host: str = ""
    anchors: set[str] = field(default_factory=set)

    def anchor(self, words: str) -> str:
        """Give a heading an id of its own; the prefix keeps it apart from the ids of the page around it."""
        first = f"h-{slug_for(words)}"
        anchor = first
        numbers = count(2)
        while anchor in self.anchors:
            anchor = f"{first}-{next(numbers)}"
        self.anchors.add(anchor)
        return anchor


def render_body(body: str, host: str = "") -> str:
    """Make readers' HTML of a canonical body: the same words, the same bytes.

    `host` is the house's own; a link to any other is marked as external. Raises ValueError for a body that is
    not canonical.
    """
    page = Page(host.lower())
    return "\n".join(_line(line, page) for line in read(body))


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
    return f'<{name} id="{page.anchor(text_of(line.inside))}">{_inside(line, page)}</{name}>'


def table(tag: Tag, page: Page) -> str:
    """Wrap a table, so that it may scroll sideways on a telephone while the page does not."""
    return "</table>\n</div>" if tag.closes else '<div class="table">\n<table>'


def link(tag: Tag, page: Page) -> str:
    """Mark a link that leaves the house."""
    if tag.closes or host_of(tag.attributes["href"]) in ("", page.host):
        return tag.source
    return f'<a href="{attribute(tag.attributes["href"])}" rel="external noopener">'


LEAVES: dict[str, Callable[[Line, Page], str]] = {"h2": heading, "h3": heading, "hr": rule}
HOLDERS: dict[str, Callable[[Tag, Page], str]] = {"table": table}
MARKS: dict[str, Callable[[Tag, Page], str]] = {"a": link, "mark": unwrapped}
