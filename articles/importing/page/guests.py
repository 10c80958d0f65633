"""What stands between the paragraphs of a story: subheads, lists, quotes, tables and pictures stay, the rest goes."""

import re
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from articles.importing.lines import ends_in_full_stop
from articles.importing.page import captions
from articles.importing.page.bodies import Part
from articles.importing.page.boilerplate import is_about_story, is_byline, take_out
from articles.importing.page.bylines import looks_like_byline
from articles.importing.page.embeds import EMBED
from articles.importing.page.kin import Kin, holds_block
from articles.importing.page.phrases import is_notice, points_elsewhere
from articles.importing.page.pictures import IMAGES
from articles.importing.page.prose import HEADINGS, SHORTEST, Text
from articles.importing.page.witness import LONGEST, Witness, letters_in

_SHORTEST_PASSAGE = 80  # characters that a paragraph of another kind must have to be one of the story
_SHORTEST_LINE = 12  # the same, where it stands among the story's own
_LONGEST_POINTER = 60  # characters of a paragraph that only names another story
_NEARLY_ALL = 0.95  # the share of the paragraphs that who knows the whole story knows
_TELLING = 40  # letters; so many in a row are never twice in a story by chance
_FEWEST_TELLING = 16  # letters that a quote must have to be known again
_DEEPEST = 8  # elements within each other that only arrange guests
_SHOWING = IMAGES | {"iframe", "video", "audio"}
_TABLE = frozenset({"table"})
_UNITS = frozenset({"ul", "ol", "dl", "table", "blockquote", "pre"})
_TO_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|\Z)|attachment|/image|/photo|/foto|#", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?…:;。！？।؟۔][\"'”’»)\]」』]*\s*\Z")


@dataclass(frozen=True)
class Guest:
    """An element between the paragraphs, and the blocks in it that have text."""

    element: etree._Element
    inside: list[tuple[etree._Element, Text]]

    @cached_property
    def length(self) -> int:
        """Characters."""
        return sum(text.length for _block, text in self.inside)

    @cached_property
    def linked(self) -> int:
        """Characters that are links."""
        return sum(text.linked for _block, text in self.inside)

    @property
    def is_linked(self) -> bool:
        """Whether it is links more than anything else."""
        return self.linked * 2 > self.length

    @property
    def leads_elsewhere(self) -> bool:
        """Whether a link in it leads further than to a place on the page, as those of headings do."""
        return any(not (one.get("href") or "#").startswith("#") for one in self.element.iter("a"))

    @cached_property
    def line(self) -> str:
        """All words as one line."""
        return " ".join(text.line for _block, text in self.inside)

    def is_all_within(self, tags: frozenset[str]) -> bool:
        """Whether all words stand in such elements."""
        within = {one for tag in tags for top in self.element.iter(tag) for one in top.iter(etree.Element)}
        return all(block in within for block, _text in self.inside)

    def shows(self, tags: frozenset[str]) -> bool:
        """Whether it is such an element, or holds one."""
        return next(self.element.iter(*tags), None) is not None


class Doorkeeper:
    """Knows the paragraphs of a part of a page, and lets in what belongs between them."""

    def __init__(self, part: Part, kin: Kin, witness: Witness) -> None:
        self.part, self.kin, self.witness = part, kin, witness
        self.own = set(kin.paragraphs)
        self.told = "\n".join(letters_in(kin.texts[block].line) for block in kin.paragraphs)[:LONGEST]
        self.opening = _until_first(part.root, self.own - {part.root})

    def let_go(self) -> None:
        """Takes out what does not belong to the story, with the headings that announced it."""
        if not self.own:
            return
        for block in self.kin.texts:
            if block in self.kin.holders and block not in self.own:
                _take_out_loose_words(block)
        waiting = [(element, 0) for element in reversed(list(self.kin.guests()))]
        while waiting:
            element, depth = waiting.pop()
            guest = Guest(element, self.kin.text_in(element))
            if depth < _DEEPEST and self._is_layout(guest):
                _take_out_loose_words(element)
                waiting += [(child, depth + 1) for child in reversed(element)]
            elif not self.is_welcome(guest):
                _send_away(guest)
        for block in self._beyond():
            take_out(block)
        for block in self.own - {self.part.root}:
            if block.get(EMBED) is None and _is_no_paragraph(self.kin.texts[block]):
                take_out(block)

    def _tells(self, line: str) -> bool:
        """Whether the story's own paragraphs have these words already: two of their beginning, middle and end."""
        letters = letters_in(line)
        if len(letters) <= _TELLING:
            return len(letters) >= _FEWEST_TELLING and letters in self.told
        starts = (0, (len(letters) - _TELLING) // 2, len(letters) - _TELLING)
        return sum(letters[at : at + _TELLING] in self.told for at in starts) >= 2

    def _beyond(self) -> list[etree._Element]:
        """Own paragraphs before the first and after the last that a witness knows who knows the story to its end."""
        own = [block for block in self.kin.paragraphs if block is not self.part.root]
        known = [self.witness.knows(self.kin.texts[block].line) for block in own]
        length = sum(self.kin.texts[block].length for block in own)
        heard = sum(self.kin.texts[block].length for block, is_known in zip(own, known, strict=True) if is_known)
        if not self.witness.is_whole or not heard or heard < length * _NEARLY_ALL:
            return []
        first, last = known.index(True), len(known) - known[::-1].index(True)
        return [*own[:first], *own[last:]]

    def is_welcome(self, guest: Guest) -> bool:
        """Whether a guest may stay where it is."""
        if guest.shows(IMAGES) and guest.length <= captions.LONGEST and not (guest.length and guest.is_linked):
            return self._is_welcome_picture(guest)
        if not guest.length:
            return guest.element.tag == "hr"
        if all(block.get(EMBED) is not None for block, _text in guest.inside):
            return self._is_among_paragraphs(guest)
        if guest.shows(_TABLE):
            return self._is_among_paragraphs(guest) and not guest.is_linked
        if is_notice(guest.line) or points_elsewhere(guest.line) or is_about_story(guest.element):
            return False
        if guest.element.tag == "figure" and not guest.shows(_UNITS):
            return False
        if guest.is_all_within(HEADINGS):
            return not (guest.is_linked and guest.leads_elsewhere) and self._is_among_paragraphs(guest)
        if guest.is_linked:
            return self._is_line(guest)
        if guest.is_all_within(_UNITS):
            return self._is_welcome_unit(guest)
        return self._is_passage(guest) or self._is_line(guest)

    def _is_layout(self, guest: Guest) -> bool:
        """Whether it only arranges several guests, as what stands between the headline and the paragraphs does."""
        if self._is_among_paragraphs(guest) or guest.element.tag in _UNITS or guest.element.tag == "figure":
            return False
        return sum(holds_block(child) for child in guest.element) > 1 and not self._is_passage(guest)

    def _is_among_paragraphs(self, guest: Guest) -> bool:
        return self.part.container in guest.element.iterancestors()

    def _is_welcome_picture(self, guest: Guest) -> bool:
        """Whether a picture is the story's, and nobody's portrait beside a byline, and no sign to click on."""
        if is_byline(guest.element) or looks_like_byline(guest.line) or is_notice(guest.line):
            return False
        link = next((one for one in guest.element.iter("a") if next(one.iter(*IMAGES), None) is not None), None)
        if link is not None and not guest.length and not _TO_PICTURE.search(link.get("href") or ""):
            return False
        self._frame(guest)
        return True

    def _frame(self, guest: Guest) -> None:
        """Makes a figure of what shows a picture, since the words in it are about that.

        Where a figure is in it already, the words outside of that are the title of a film, or buttons.
        """
        if guest.shows(frozenset({"figure"})):
            outside = [(block, text) for block, text in guest.inside if block.tag != "figure"]
            for block, text in outside:
                if block is not guest.element and not self._is_passage(Guest(block, [(block, text)])):
                    take_out(block)
        elif guest.element.tag not in IMAGES:
            guest.element.tag = "figure"

    def _is_welcome_unit(self, guest: Guest) -> bool:
        prose = [text.line for _block, text in guest.inside if text.weight]
        if guest.shows(frozenset({"blockquote"})) and any(self._tells(text.line) for _block, text in guest.inside):
            return False  # a pull quote: the story has these words, too
        if guest.element in self.opening and not any(map(_SENTENCE.search, prose)):
            return False  # who, when, how long to read
        if self._is_among_paragraphs(guest) and not guest.linked:
            return True
        return not self.witness or any(self.witness.knows(text.line) for _block, text in guest.inside)

    def _is_passage(self, guest: Guest) -> bool:
        """Whether it reads like paragraphs: whole sentences, long enough, and known to whoever knows the story."""
        told = [text for block, text in guest.inside if block.tag not in HEADINGS]
        if any(self._tells(text.line) for text in told if text.weight):
            return False
        known = sum(text.length for text in told if self.witness.knows(text.line)) * 2 > guest.length
        sentences = all(_SENTENCE.search(text.line) for text in told)
        return (known or not self.witness) and sentences and guest.length >= _SHORTEST_PASSAGE

    def _is_line(self, guest: Guest) -> bool:
        """Whether it is a paragraph that only looks different, among the story's own."""
        if guest.element.tag != "p" or guest.element.getparent() not in self.kin.holders or not guest.inside:
            return False
        text = guest.inside[0][1]
        known = self.witness.knows(text.line) and not self._tells(text.line)
        return known and text.length >= _SHORTEST_LINE and not _is_no_paragraph(text)


def _until_first(root: etree._Element, own: set[etree._Element]) -> set[etree._Element]:
    """The elements before the first own paragraph."""
    before: set[etree._Element] = set()
    for element in root.iter(etree.Element):
        if element in own:
            return before
        before.add(element)
    return set()


def _send_away(guest: Guest) -> None:
    heading = guest.element.getprevious()
    if guest.is_linked and heading is not None and heading.tag in HEADINGS:
        take_out(heading)
    take_out(guest.element)


def _is_no_paragraph(text: Text) -> bool:
    """Whether a line that looks like a paragraph of the story is a link to another one, or the site's."""
    if is_notice(text.line):
        return True
    if points_elsewhere(text.line):
        return text.is_linked or text.length < _LONGEST_POINTER
    loose = text.length - text.linked
    is_sentence = ends_in_full_stop(text.line) or (loose * 2 >= SHORTEST and _SENTENCE.search(text.line) is not None)
    return text.is_linked and loose < SHORTEST and not is_sentence


def _take_out_loose_words(holder: etree._Element) -> None:
    """Takes out words that stand in no block, in an element made to hold blocks."""
    holder.text = None
    for child in list(holder):
        child.tail = None
        if not holds_block(child) and child.tag not in _SHOWING:
            holder.remove(child)
