"""Speech after a dash, as French, Spanish, Italian and Portuguese print it: "—Sí —dijo Ana—. Vámonos."

Within the paragraph a dash parts speech from what the narrator says of it. French has no second dash: there the
narrator is known by a verb of saying with its subject behind it.
"""

import re
from collections.abc import Iterator, Sequence

from articles.text.quoting.language import Language
from articles.text.quoting.marks import Marked
from articles.text.quoting.quotation import Place

_DASH = "[—―–]"
_OPENING = re.compile(rf"\s*(?:{_DASH}|-(?=\s))\s*(?=[^\W\d_]|[¡¿«“\"…])")
_PARTED = re.compile(rf"\s*{_DASH}\s*|\s+-\s+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*['’]?")
_BREAK = re.compile(r"(?:,|(?<=[!?…»]))\s+(?=[^\W\d_])")
_SENTENCE = re.compile(r"[.!?…]\s+(?=[^\W\d_])")
_PRONOUN_BEHIND = re.compile(r"-(?:t-)?(?:ils?|elles?|on|je)$")


def after_dashes(texts: Sequence[str], language: Language) -> list[Marked]:
    """The speech of paragraphs that begin with a dash, piece by piece, without what the narrator puts between."""
    found = []
    for block, text in enumerate(texts):
        opening = _OPENING.match(text)
        if opening is not None:
            found += [
                Marked([Place(block, start, end)], "", bare=True)
                for start, end in _spoken(text, opening.end(), language)
            ]
    return found


def narrator_in(text: str, start: int, end: int, language: Language) -> int:
    """Where the narrator speaks within a quote, as French papers let him: « Non, soupire le maire. Jamais. »

    The first character of his words, `end` where he keeps silent.
    """
    cut = next(
        (found for found in _BREAK.finditer(text, start, end) if _is_told(text[found.end() : end], language)), None
    )
    return cut.end() if cut is not None else end


def _spoken(text: str, start: int, language: Language) -> Iterator[tuple[int, int]]:
    told = False
    at = start
    parts = [*_PARTED.finditer(text, start), None]
    for dash in parts:
        end = dash.start() if dash else len(text.rstrip())
        if not told:
            yield from _without_narrator(text, *_trimmed(text, at, end), language)
        if dash is None:
            return
        at = dash.end()
        told = not told and _is_told(text[at:], language)


def _without_narrator(text: str, start: int, end: int, language: Language) -> Iterator[tuple[int, int]]:
    """Speech up to ", dit-il", and again from the sentence after it."""
    while start < end:
        cut = next(
            (found for found in _BREAK.finditer(text, start, end) if _is_told(text[found.end() : end], language)), None
        )
        if cut is None:
            yield start, end
            return
        yield start, cut.start()
        resumed = _SENTENCE.search(text, cut.end(), end)
        if resumed is None:
            return
        start = resumed.end()


def _is_told(rest: str, language: Language) -> bool:
    """Whether words begin with a verb of saying, after small words at most: "dijo Ana", "le preguntó", "a-t-il dit"."""
    for found in list(_WORD.finditer(rest))[:4]:
        word = found[0].lower().replace("’", "'")
        verb = _PRONOUN_BEHIND.sub("", word)
        if verb in language.verbs | language.doubtful:
            return True
        if not (verb in language.auxiliaries or verb in language.reflexive or verb in language.adverbs):
            return False
    return False


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the full stop that belongs to the sentence before: "—Sí —dijo—. Vámonos."."""
    while start < end and text[start] in ".,;: \u00a0":
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
