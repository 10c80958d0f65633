"""Where in the bytes received the words stand that say where the copy came from."""

import re

from articles.importing.decoding import Decoded, decode
from articles.importing.errors import BadInput
from articles.importing.item import Item
from articles.importing.story import OriginClaim

Span = tuple[int, int]
"""The first byte, and the byte after the last."""


def spans(item: Item, claims: tuple[OriginClaim, ...]) -> tuple[Span | None, ...]:
    """For each claim where its evidence stands in the item, lines as they were; None where it is written otherwise."""
    if not claims:
        return ()
    try:
        decoded = decode(item.content, item.envelope.get("encoding"))
    except BadInput:
        return (None,) * len(claims)  # a format with rules of its own for letters
    return tuple(evidence_span(decoded, claim) for claim in claims)


def evidence_span(decoded: Decoded, claim: OriginClaim) -> Span | None:
    """Where the evidence of `claim` stands in what was received."""
    if not claim.evidence.strip():
        return None
    letters = r"\s*".join(re.escape(letter) for letter in claim.evidence if not letter.isspace())
    found = re.compile(letters).search(decoded.text, claim.start)
    return decoded.span(*found.span()) if found else None


def end_of(item: Item) -> dict[str, int | None]:
    """Line and byte of the last words of an item that is text, as a `BadInput` names them."""
    try:
        decoded = decode(item.content, item.envelope.get("encoding"))
    except BadInput:
        return {}
    return decoded.place(len(decoded.text.rstrip()))
