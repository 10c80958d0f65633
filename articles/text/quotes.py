"""Quotations in a story, and who said them: found by rules of language, with the exact place of each.

Rules are in `articles/text/quoting`; nothing is learnt, looked up or sent anywhere. Where the text does not make sure
who speaks, nobody is named.
"""

from collections.abc import Sequence

from articles.text.leaves import Leaf, leaves
from articles.text.quoting.quotation import Kind, Place, Quotation, Speaker, SpeakerKind
from articles.text.quoting.story import Block, found_in

__all__ = [
    "Kind",
    "Place",
    "Quotation",
    "Speaker",
    "SpeakerKind",
    "quotations",
    "quotations_in_body",
    "quotations_in_leaves",
]

_HEADINGS = ("h2", "h3")


def quotations(paragraphs: Sequence[str], language: str = "") -> list[Quotation]:
    """Finds what is said in the plain text of a story's blocks, quotations and paraphrases, in the order they begin.

    A first block that no full stop ends is its headline, in which nothing is said. `language` is a BCP 47 tag; without
    one it is told from the words. Places count blocks as given here, and characters of their text.
    """
    return found_in([Block(text) for text in paragraphs], language)


def quotations_in_body(body: str, language: str = "") -> list[Quotation]:
    """Finds what is said in a canonical body; a `blockquote` needs no marks. Raises ValueError if it is not canonical.

    Places count the leaves of the body (`articles.text.leaves`), and characters of a leaf's text.
    """
    return quotations_in_leaves(leaves(body), language)


def quotations_in_leaves(held: Sequence[Leaf], language: str = "") -> list[Quotation]:
    """The same of a body that is taken apart already."""
    return found_in([Block(leaf.text, _kind(leaf)) for leaf in held], language)


def _kind(leaf: Leaf) -> str:
    if leaf.tag in _HEADINGS:
        return "heading"
    return "quote" if any(holder.startswith("blockquote") for holder in leaf.place) else "p"
