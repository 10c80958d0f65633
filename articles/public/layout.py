"""How the front page is laid out: a lead with its opening lines, stories beside it, and the rest by section. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.models.published import PublishedArticle, PublishedProfile
from articles.text.body import Kind, read, text_of
from articles.text.numbering import without_numbers
from articles.text.summary import shortened

OPENING = 700
"""Characters of the lead's first words; under a picture half of them fill the page as well."""


@dataclass
class Block:
    """The stories of one section, or of none, in the lower half of the page."""

    name: str
    slug: str
    stories: list[PublishedArticle] = field(default_factory=list)


@dataclass(frozen=True)
class Layout:
    """What stands where: the lead, what stands beside it on one side and on the other, and what stands below."""

    lead: PublishedArticle | None
    beside: Sequence[PublishedArticle]
    across: Sequence[PublishedArticle]
    blocks: Sequence[Block]


def lay_out(prints: Sequence[PublishedArticle], sections: Sequence[PublishedProfile]) -> Layout:
    """Places `prints` (the newest first): one leads, up to four stand beside it, the rest go to their sections."""
    both_sides = len(prints) >= 5
    beside, across = (prints[1:3], prints[3:5]) if both_sides else (prints[1:], [])
    blocks = {section.slug: Block(section.name, section.slug) for section in sections}
    elsewhere = Block("", "")
    for print_ in prints[5:]:
        blocks.get(print_.section_slug, elsewhere).stories.append(print_)
    filled = [block for block in (*blocks.values(), elsewhere) if block.stories]
    return Layout(prints[0] if prints else None, beside, across, filled)


def opening(body: str, characters: int = OPENING) -> list[str]:
    """The first paragraphs of a print's `body` as plain text, of about so many characters, the last one cut.

    What stands in a figure is passed over.
    """
    paragraphs: list[str] = []
    figures = 0
    for line in read(without_numbers(body)):
        if line.tag.name == "figure":
            figures += {Kind.OPENS: 1, Kind.CLOSES: -1, Kind.LEAF: 0}[line.kind]
        if figures or line.tag.name != "p" or not line.inside:
            continue
        text = " ".join(text_of(line.inside).split())
        paragraphs.append(shortened(text, characters))
        characters -= len(text)
        if characters < 100:
            break
    return paragraphs
