"""Marks that were lost put back: by what is remembered of a passage, or by its words alone where they stand once."""

from collections.abc import Sequence
from itertools import pairwise

from articles.text.anchor import FEWEST, Anchor, Found, find
from articles.text.citing import Taken, with_mark
from articles.text.passages import Stretch, whole_text


def marked_again(body: str, key: str, remembered: Sequence[Anchor]) -> str:
    """A canonical body with the mark of `key` where its passage is now.

    The body as it is where a part of the passage is not there for sure, or its words are those of another passage.
    """
    return _marked(body, key, found(whole_text(body), remembered))


def marked_by_words(body: str, key: str, words: str) -> str:
    """A canonical body with the mark of `key` on words that somebody typed.

    The body as it is where they do not stand there exactly once, or are too few to be known by.
    """
    return _marked(body, key, _only_place(whole_text(body), words))


def found(text: str, remembered: Sequence[Anchor]) -> list[Stretch]:
    """Where the parts of a passage are now in a body's whole `text`, one behind the other; none if one is lost."""
    places = [find(passage, text) for passage in remembered]
    if any(place.found is Found.ORPHAN for place in places):
        return []
    if any(one.end > other.start for one, other in pairwise(places)):
        return []
    return [Stretch(place.start, place.end) for place in places]


def _only_place(text: str, words: str) -> list[Stretch]:
    if len(words) < FEWEST:
        return []
    place = find(Anchor(words, "", ""), text)
    return [Stretch(place.start, place.end)] if place.found in (Found.EXACT, Found.MOVED) else []


def _marked(body: str, key: str, stretches: Sequence[Stretch]) -> str:
    try:
        return with_mark(body, key, stretches) if stretches else body
    except Taken:
        return body
