"""Interviews printed as they were held: a name and a colon before each turn, no marks."""

import re
from collections import Counter
from collections.abc import Sequence

from articles.text.quoting.marks import Marked
from articles.text.quoting.quotation import Place

_LABEL = re.compile(
    r"\s*((?:[A-ZÀ-ÖØ-Þ][\w.’'-]*)(?: (?:[A-ZÀ-ÖØ-Þ][\w.’'-]*|de|van|von|der|la|al|of)){0,5}) ?:\s+(?=\S)"
)
_CAPTION = re.compile(r"(?:^|\. )(?:Ed|Image|Photo|Photograph|Picture|Note|Video|Source)\.?$")
FEWEST = 3  # turns: less is no conversation


def is_labelled(text: str) -> bool:
    """Whether a paragraph begins as a turn does: with a name and a colon."""
    return _labelled(text) is not None


def _labelled(text: str) -> re.Match[str] | None:
    found = _LABEL.match(text)
    return found if found is not None and not _CAPTION.search(found[1]) else None


def turns(texts: Sequence[str]) -> list[Marked]:
    """The turns of a printed interview, each with its label; none where the story is no interview."""
    labelled = [(block, found) for block, text in enumerate(texts) if (found := _labelled(text))]
    counted = Counter(found[1] for _block, found in labelled)
    if len(labelled) < FEWEST or max(counted.values()) < 2:
        return []
    return [
        Marked([Place(block, found.end(), len(texts[block].rstrip()))], "", bare=True, label=found[1])
        for block, found in labelled
    ]
