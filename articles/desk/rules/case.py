"""What a rule of the gate looks at, and what it says."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from articles.models import Article, Citation, Claim, Origin, Person, Revision


@dataclass(frozen=True)
class Case:
    """The story, its newest revision, who asks, and the minute (aware) readers would have it.

    Rows are read once, however many rules ask for them.
    """

    article: Article
    head: Revision
    by: Person | None
    at: datetime.datetime

    @cached_property
    def citations(self) -> list[Citation]:
        """Citations that stand: suggested ones and those waved off are not among them."""
        rows = self.article.citations.filter(state=Claim.CONFIRMED)
        return list(rows.select_related("source", "via").order_by("pk"))

    @cached_property
    def origins(self) -> list[Origin]:
        """Claims about where the copy came from that nobody has rejected."""
        rows = self.article.origins.exclude(state=Claim.REJECTED).select_related("organisation")
        return list(rows.defer("receipt").order_by("pk"))

    @property
    def settled_origins(self) -> list[Origin]:
        """The claims that a person has confirmed."""
        return [origin for origin in self.origins if origin.state == Claim.CONFIRMED]


@dataclass(frozen=True)
class Lacking:
    """What is lacking, as a sentence that says what to do next; `keys` name the cited passages it is about."""

    sentence: str
    keys: Sequence[str] = ()
