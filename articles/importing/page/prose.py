"""How much running text there is, and where: the measure by which the story is found on a page."""

import re
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from articles.importing.page.witness import Witness
from articles.text.characters import UNSPACED

DOUBTED = 0.1  # what prose counts that no witness knows
SHORTEST = 40  # characters; what is shorter is a label or a title more often than a paragraph

# The elements that begin a line of their own.
BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre search section summary table tbody td tfoot "
    "th thead tr ul".split()
)

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NO_PARAGRAPHS = HEADINGS | {"figcaption", "figure", "caption", "th"}

_UNSPACED = re.compile(f"[{UNSPACED}]")
_SPACES = re.compile(r"\s+")


@dataclass
class Text:
    """The text that stands in a block itself, not in a block within it. `linked` is how much of it are links."""

    words: list[str]
    length: int = 0
    linked: int = 0

    @cached_property
    def line(self) -> str:
        """The words as one line."""
        return _SPACES.sub(" ", "".join(self.words)).strip()

    @property
    def is_linked(self) -> bool:
        """Whether it is links more than anything else."""
        return self.linked * 2 > self.length

    @cached_property
    def weight(self) -> int:
        """Characters of prose: nothing for what is short or links. A Chinese or Japanese character counts as three."""
        if self.is_linked:
            return 0
        length = self.length + 2 * len(_UNSPACED.findall("".join(self.words)))
        return length if length >= SHORTEST else 0


def texts_in(root: etree._Element) -> dict[etree._Element, Text]:
    """Every block under `root` that has text of its own, in the order of the document; a figure has all that is in it.

    Time grows with the size of the page, however it is nested.
    """
    texts: dict[etree._Element, Text] = {}
    blocks: list[etree._Element] = [root]
    links = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            if element.tag in BLOCKS and blocks[-1].tag != "figure" and element is not root:
                blocks.append(element)
            links += element.tag == "a"
            _add(texts, blocks[-1], element.text, links)
        else:
            if blocks[-1] is element and element is not root:
                blocks.pop()
            links -= element.tag == "a"
            if element is not root:
                _add(texts, blocks[-1], element.tail, links)
    return texts


def weights_of(texts: dict[etree._Element, Text], witness: Witness) -> dict[etree._Element, float]:
    """What each block weighs; prose that a witness does not know counts little."""
    weights: dict[etree._Element, float] = {}
    for block, text in texts.items():
        weight = 0 if block.tag in _NO_PARAGRAPHS else text.weight
        if weight:
            weights[block] = weight if not witness or witness.knows(text.line) else weight * DOUBTED
    return weights


def sums_of(root: etree._Element, weights: dict[etree._Element, float]) -> dict[etree._Element, float]:
    """The weight of every element with all that is in it."""
    sums = dict(weights)
    for element in reversed(list(root.iter(etree.Element))):
        parent = element.getparent()
        if element is not root and parent is not None and element in sums:
            sums[parent] = sums.get(parent, 0) + sums[element]
    return sums


def _add(texts: dict[etree._Element, Text], block: etree._Element, text: str | None, links: int) -> None:
    if not text or text.isspace():
        return
    told = texts.get(block) or texts.setdefault(block, Text([]))
    length = len(_SPACES.sub(" ", text).strip())
    told.words.append(text)
    told.length += length
    told.linked += length if links else 0
