"""Headlines, descriptions and bodies that come in several roles: which of them a story takes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.importing.iptc.nesting import require_shallow
from articles.importing.markup import marked
from articles.text.clean import plain

BELOW = ("sub", "subheadline", "subhead", "subtitle", "deck", "dek", "hl2", "secondary")
_ABOVE = ("kicker", "overline", "eyebrow", "pretitle", "strapline")
_HEADLINE = ("", "main", "headline", "title", "web", "print")
_DEK = ("summary", "abstract", "dek", "deck", "standfirst", "teaser", "lead", "lede", "intro", "")
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wording:
    """A headline, description or body: in which role, and of which media type, both empty where nothing says."""

    text: str
    role: str = ""
    kind: str = ""

    @property
    def is_html(self) -> bool:
        """Whether it is HTML, by its type, or where none is told by having tags."""
        return "html" in self.kind if self.kind else _TAG.search(self.text) is not None

    @property
    def line(self) -> str:
        """The words as one line, without markup."""
        if not self.is_html:
            return plain(self.text)
        return " ".join(block.text for block in marked(require_shallow(self.text)).blocks)


def headline_of(headlines: Sequence[Wording]) -> str:
    """The headline to print: the one without a role, or the main one, or the first that is no kicker or subhead."""
    others = [one for one in headlines if one.role not in (*_ABOVE, *BELOW)]
    return chosen(headlines, _HEADLINE) or (others[0].line if others else "")


def kicker_of(headlines: Sequence[Wording]) -> str:
    """The line above the headline."""
    return chosen(headlines, _ABOVE)


def dek_of(descriptions: Sequence[Wording], headlines: Sequence[Wording]) -> str:
    """The line below the headline: a summary, else a subordinate headline. A caption is neither."""
    return chosen(descriptions, _DEK) or chosen(headlines, BELOW)


def chosen(wordings: Sequence[Wording], roles: Sequence[str]) -> str:
    """The line of the first wording of the first of these roles that there is, plain text before markup."""
    for role in roles:
        alike = sorted((one for one in wordings if one.role == role), key=lambda one: one.is_html)
        for one in alike:
            if line := one.line:
                return line
    return ""
