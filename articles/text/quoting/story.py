"""A whole story: its blocks, where the words of others stand in them, and what becomes of each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.text.quoting import east_asian
from articles.text.quoting.dashes import after_dashes
from articles.text.quoting.language import Language
from articles.text.quoting.languages import LANGUAGES, code_of
from articles.text.quoting.languages.english import ENGLISH
from articles.text.quoting.marks import Marked, marked_in
from articles.text.quoting.paragraph import Covered, Paragraph
from articles.text.quoting.quotation import Kind, Place, Quotation
from articles.text.quoting.reader import Reader
from articles.text.quoting.turns import is_labelled, turns

LONGEST_HEADLINE = 30  # words
LONGEST_CROSSHEAD = 8

_ENDS = re.compile(r"[.!…:。！][\s”’»“\"'\])」』]*$|[?!.,…。！？]\s?[”’»“\"'」』]$")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a story: its words, and whether it is a `p`, a `heading`, or a `quote` that needs no marks."""

    text: str
    kind: str = "p"


def found_in(blocks: Sequence[Block], tag: str = "") -> list[Quotation]:
    """The quotations and paraphrases of a story, in the order in which they begin. `tag` is its language (BCP 47).

    In a language without rules here, quotations are found by their marks alone, and nobody is named.
    """
    texts = [block.text for block in blocks]
    code = code_of(texts, tag)
    language = LANGUAGES.get(code, ENGLISH)
    blocks = [replace(block, kind="heading") if _is_headline(block, at) else block for at, block in enumerate(blocks)]
    marked = _marked(blocks, language)
    if code in east_asian.CODES:
        return east_asian.quotations(texts, marked, code)
    paragraphs = _paragraphs(blocks, marked, language)
    reader = Reader(paragraphs, marked)
    for paragraph in paragraphs:
        if paragraph.kind != "heading":
            reader.read(paragraph)
    found = sorted(reader.found, key=lambda one: (one.places[0].block, one.places[0].start, one.kind))
    return found if code in LANGUAGES else [_of_nobody(one) for one in found if one.kind is Kind.QUOTATION]


def _of_nobody(found: Quotation) -> Quotation:
    """A quotation in a language that no rules are known of: it stands there, and nothing is said of whose it is."""
    return Quotation(found.kind, found.places, found.words, nested=found.nested)


def _is_headline(block: Block, at: int) -> bool:
    """Whether a paragraph is a headline or, farther down, a line between: a line of type that no full stop ends."""
    longest = LONGEST_CROSSHEAD if at else LONGEST_HEADLINE
    if (
        block.kind != "p"
        or len(block.text.split()) > longest
        or (at and ("?" in block.text or is_labelled(block.text)))
    ):
        return False
    return not _ENDS.search(block.text.rstrip())


def _marked(blocks: Sequence[Block], language: Language) -> list[Marked]:
    """The stretches that may be somebody's words, in the order in which they are looked for."""
    texts = [block.text if block.kind == "p" else "" for block in blocks]
    found = turns(texts)
    texts = _without(texts, found)
    if language.dashes:
        dashed = after_dashes(texts, language)
        texts = _without(texts, dashed)
        found += dashed
    quoted = [
        Marked([Place(at, 0, len(block.text))], "", bare=True)
        for at, block in enumerate(blocks)
        if block.kind == "quote" and block.text.strip()
    ]
    return found + marked_in(texts) + quoted


def _without(texts: Sequence[str], marked: Sequence[Marked]) -> list[str]:
    taken = {place.block for mark in marked for place in mark.places}
    return ["" if at in taken else text for at, text in enumerate(texts)]


def _paragraphs(blocks: Sequence[Block], marked: Sequence[Marked], language: Language) -> list[Paragraph]:
    covered: dict[int, list[Covered]] = {}
    for number, mark in enumerate(marked):
        for place in mark.places:
            covered.setdefault(place.block, []).append(Covered(place.start, place.end, number))
    return [
        Paragraph(at, block.text, block.kind, sorted(covered.get(at, [])), language)
        for at, block in enumerate(blocks)
        if block.text.strip()
    ]
