"""What a body suggests to cite: every quotation found in it, with the anchors of its words. Pure: any process may read.

Anchors and stretches speak of the whole text of the body (`articles.text.passages`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from articles.text.anchor import Anchor
from articles.text.anchoring import Anchoring
from articles.text.leaves import Leaf, leaves
from articles.text.passages import Stretch
from articles.text.quotes import quotations_in_leaves
from articles.text.quoting.marks import inside, marked_in
from articles.text.quoting.quotation import Quotation


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A quotation as a citation would hold it: `quote` without the outer marks, where it stands, and its anchors."""

    found: Quotation
    quote: str
    stretches: tuple[Stretch, ...]
    passages: tuple[Anchor, ...]


def suggestions_in(body: str, language: str = "") -> list[Suggestion]:
    """What a canonical body suggests, in the order in which it begins. Raises ValueError if it is not canonical.

    `language` is a BCP 47 tag; without one it is told from the words.
    """
    held = leaves(body)
    begins = list(accumulate((len(leaf.text) + 1 for leaf in held), initial=0))
    anchoring = Anchoring("\n".join(leaf.text for leaf in held))
    made = [_suggestion(one, held, begins, anchoring) for one in quotations_in_leaves(held, language)]
    return [one for one in made if one.stretches]


def _suggestion(found: Quotation, held: Sequence[Leaf], begins: Sequence[int], anchoring: Anchoring) -> Suggestion:
    texts = [held[place.block].text[place.start : place.end] for place in found.places]
    words = [inside(text) for text in texts]
    if "\n".join(words) != found.words:  # a block of its own, which needs no marks around it
        words = [inside(text) if _is_all_quote(text.strip()) else text.strip() for text in texts]
    stretches = []
    for place, text, inner in zip(found.places, texts, words, strict=True):
        start = begins[place.block] + place.start + text.find(inner)
        stretches += [Stretch(start, start + len(inner))] if inner else []
    passages = tuple(anchoring.anchor(*stretch) for stretch in stretches)
    return Suggestion(found, "\n".join(filter(None, words)), tuple(stretches), passages)


def _is_all_quote(text: str) -> bool:
    """Whether one pair of marks stands around all of it."""
    return [(place.start, place.end) for one in marked_in([text]) for place in one.places] == [(0, len(text))]
