"""Whether a quote says what its source said, who vouches for it where that cannot be told, and who settled its row."""

import datetime
from typing import NamedTuple

from articles.models import Citation, Claim, Person
from articles.text import verbatim


class Before(NamedTuple):
    """What a row said when it was last saved."""

    state: str
    kind: str
    quote: str
    source_words: str
    match: str
    waived_why: str

    @classmethod
    def of(cls, row: Citation) -> "Before":
        """What a row says now."""
        return cls(*(getattr(row, name) for name in cls._fields))


def check(row: Citation, before: Before | None) -> None:
    """Compares the quote with its source's own words, if they are held and either has changed."""
    if row.kind == Citation.Kind.PARAPHRASE or not row.quote or not row.source_words.strip():
        row.match = Citation.Match.UNCHECKED
        return
    same = before is not None and (before.kind, before.quote, before.source_words) == (
        row.kind,
        row.quote,
        row.source_words,
    )
    if before is not None and before.match and same:
        row.match = before.match
    else:
        row.match = Citation.Match[verbatim.check(row.quote, row.source_words).match.name]


def waive(row: Citation, before: Before | None, by: Person) -> None:
    """Notes who said why these very words need not be checked; other words end it."""
    row.waived_why = row.waived_why.strip()
    restored = before is None and row.waived_by_id
    typed = not restored and (before is None or before.waived_why != row.waived_why)
    if row.waived_why and typed:
        row.waived_by, row.waived_quote = by, row.quote
    elif not row.waived_why or row.waived_quote != row.quote:
        row.waived_why, row.waived_by, row.waived_quote = "", None, ""


def sign(row: Citation, before: Before | None, by: Person, now: datetime.datetime) -> None:
    """Notes who accepted or rejected a row, and when; a suggestion is nobody's."""
    if row.state == Claim.SUGGESTED:
        row.settled_by, row.settled_at = None, None
    elif before is None and row.settled_by_id:
        return  # a restored row was settled when it was first said
    elif before is None or before.state != row.state:
        row.settled_by, row.settled_at = by, now
