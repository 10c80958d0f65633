"""Whom a statement speaks for: "a joint statement from both sides", "the statement released by the ministry"."""

from collections.abc import Iterator

from articles.text.quoting.mentions import Mention, mention
from articles.text.quoting.paragraph import Paragraph
from articles.text.quoting.phrases import phrase_after

ISSUED = ("statement", "press release", "letter")  # the channels that speak for whoever issues them


def issuers(paragraph: Paragraph, first: int, end: int, joint_known: bool) -> Iterator[tuple[str, Mention]]:
    """The channels that a sentence says are issued, each with who issues it.

    `joint_known` tells whether a joint statement was told of before, which "the statement" then is.
    """
    tokens, language = paragraph.tokens, paragraph.language
    for at in range(first, end - 2):
        channel = language.documents.get(tokens[at].low, "")
        if channel not in ISSUED:
            continue
        previous = tokens[at - 1].low if at > first else ""
        if previous in language.jointly or (channel == "statement" and joint_known and previous in language.definite):
            channel = f"joint {channel}"
        by = at + 2 if tokens[at + 1].low in language.issued else at + 1
        phrase = phrase_after(paragraph, by + 1, end) if tokens[by].low in language.issuing else None
        if phrase is not None:
            yield channel, mention(paragraph, *phrase)
