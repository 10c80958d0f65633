"""Subheads that are marked as bold lines only: many desks type them so."""

from itertools import pairwise

from lxml import etree

from articles.importing.lines import ends_in_full_stop
from articles.importing.page.document import text_of
from articles.importing.page.kin import Kin
from articles.importing.steps import LONGEST_SUBHEAD

_FEWEST = 2
_MOST = 0.34  # the share of the paragraphs that may be subheads; where more are bold, they are questions, or decoration


def mark_subheads(kin: Kin) -> None:
    """Makes a heading of every paragraph that is a bold line as a whole, with another paragraph after it.

    One alone in a story is left as it is: it may be there to be noticed.
    """
    paragraphs = [block for block in kin.paragraphs if block.tag in ("p", "div") and kin.texts[block].line]
    bold = [block for block in paragraphs[1:-1] if _is_bold_line(block)]
    if not _FEWEST <= len(bold) <= len(paragraphs) * _MOST:
        return
    tag = "h3" if next(kin.root.iter("h2"), None) is not None else "h2"
    after = dict(pairwise(paragraphs))
    for block in bold:
        if after[block] not in bold:
            block.tag = tag
            etree.strip_tags(block, "strong", "b")


def _is_bold_line(block: etree._Element) -> bool:
    line = text_of(block)
    if len(line) > LONGEST_SUBHEAD or ends_in_full_stop(line) or line.endswith((":", "：", ",")):
        return False
    return block.find(".//a") is None and is_bold(block)


def is_bold(block: etree._Element) -> bool:
    """Whether all words in a block are bold, in one piece or in several."""
    pieces = [one for one in block.iter("strong", "b") if next(one.iterancestors("strong", "b"), None) is None]
    bold = "".join("".join(one.itertext()) for one in pieces)
    return bool(bold.strip()) and "".join(bold.split()) == "".join("".join(block.itertext()).split())
