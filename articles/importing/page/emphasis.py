"""Whether a line is emphasised as a whole: a subhead, a standfirst or a signature is often no more than that."""

from lxml import etree


def is_bold(block: etree._Element) -> bool:
    """Whether all words in a block are bold, in one piece or in several."""
    return _is_all_within(block, "strong", "b")


def is_slanted(block: etree._Element) -> bool:
    """Whether all words in a block are in italics."""
    return _is_all_within(block, "em", "i")


def _is_all_within(block: etree._Element, *tags: str) -> bool:
    pieces = [one for one in block.iter(*tags) if next(one.iterancestors(*tags), None) is None]
    within = "".join("".join(one.itertext()) for one in pieces)
    return bool(within.strip()) and "".join(within.split()) == "".join("".join(block.itertext()).split())
