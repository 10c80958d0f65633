"""The paragraphs of a story are of one kind: the same element under the same names. What stands between is a guest."""

import re
from collections.abc import Callable, Hashable, Iterator
from functools import cached_property
from itertools import islice

from lxml import etree

from articles.importing.page.bodies import Part
from articles.importing.page.prose import BLOCKS, Text, texts_in, weights_of
from articles.importing.page.witness import Witness

_MUCH = 0.15  # the share of the prose that makes paragraphs of one kind the story's own
_MOST = 0.6  # the share of the prose that the story's own paragraphs have, or kinds were told apart too finely
_SET_APART = frozenset({"li", "blockquote"})
_AROUND = 3  # elements around a block that may set it apart
_DIGITS = re.compile(r"\d+")

KindOf = Callable[[etree._Element], Hashable]


class Kin:
    """The blocks of a part that are paragraphs of the story, told by the company they keep.

    Which kinds are the story's own its `container` tells. Items of lists and words of quotes are of no kind, unless
    the story is made of them.
    """

    def __init__(self, part: Part, witness: Witness) -> None:
        self.root = part.root
        self.texts = texts_in(part.root)
        within = set(part.container.iter(etree.Element))
        weights = {block: one for block, one in weights_of(self.texts, witness).items() if block in within}
        running = {block: one for block, one in weights.items() if not _is_set_apart(block)}
        self._weights = running if sum(running.values()) * 2 >= sum(weights.values()) else weights

    @cached_property
    def paragraphs(self) -> list[etree._Element]:
        """The story's own paragraphs in the order of the document."""
        all_prose = sum(self._weights.values())
        own: list[etree._Element] = []
        for kind_of in (_closely, _by_name, _by_element):
            kinds = self._own_kinds(kind_of, all_prose * _MUCH)
            own = [block for block in self.texts if kind_of(block) in kinds]
            if sum(self._weights.get(block, 0) for block in own) >= all_prose * _MOST:
                break
        return own

    @cached_property
    def holders(self) -> set[etree._Element]:
        """Own paragraphs, and every element that holds one."""
        holders = set(self.paragraphs)
        for block in self.paragraphs:
            for above in block.iterancestors():
                if above in holders:
                    break
                holders.add(above)
        return holders

    def guests(self) -> Iterator[etree._Element]:
        """The outermost elements that hold no own paragraph, and are in none, in the order of the document."""
        own, holders = set(self.paragraphs), self.holders
        waiting = [self.root]
        while waiting:
            element = waiting.pop()
            if element not in holders:
                yield element
            else:
                waiting += [child for child in reversed(element) if element not in own or holds_block(child)]

    def text_in(self, element: etree._Element) -> list[tuple[etree._Element, Text]]:
        """The blocks in an element that have text, itself among them."""
        return [(block, self.texts[block]) for block in element.iter(etree.Element) if block in self.texts]

    def _own_kinds(self, kind_of: KindOf, enough: float) -> set[Hashable]:
        kinds: dict[Hashable, float] = {}
        for block, weight in self._weights.items():
            kinds[kind_of(block)] = kinds.get(kind_of(block), 0) + weight
        return {kind for kind, weight in kinds.items() if weight >= enough}


def holds_block(element: etree._Element) -> bool:
    """Whether it is a block, or has one in it."""
    return any(one.tag in BLOCKS for one in element.iter(etree.Element))


def _is_set_apart(block: etree._Element) -> bool:
    return any(one.tag in _SET_APART for one in (block, *islice(block.iterancestors(), _AROUND)))


def _closely(block: etree._Element) -> Hashable:
    """An element and its names, and those of the element around it."""
    parent = block.getparent()
    return (_by_name(block), None if parent is None else _by_name(parent))


def _by_name(block: etree._Element) -> Hashable:
    names = (_DIGITS.sub("", name) for name in (block.get("class") or "").split())
    return (block.tag, frozenset(names))


def _by_element(block: etree._Element) -> Hashable:
    return block.tag
