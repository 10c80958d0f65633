"""Stories, and the plain-text wire copy a supplier would send of them: any wrapping, line end and encoding."""

import textwrap
from dataclasses import dataclass, field
from itertools import combinations

from hypothesis import strategies as st

from articles.importing import mojibake
from articles.importing.lines import same_words

# Cyrillic, Greek and Polish cannot be sent as cp1252; the rest can.
_WORDS = [
    "the", "tide", "turned", "late", "in", "Marrowby", "café", "Übersee", "naïve", "9.30", "3,400", "£5", "U.S.", "for",
    "read", "full", "story", "at", "The", "“queue”", "it’s", "—", "wind–tide", "AT&T", "5<6", "«oui»", "quay\u00a09",
    "staff", "and", "Ada", "Finch", "паром", "Ελλάδα", "Łódź",
]  # fmt: skip
_NAMES = ["Ada Finch", "José Brück", "Zoë O’Hara", "Ludwig van Reed", "Łucja Nowak"]
_OUTLETS = ["Tidewater Times", "The Engine", "TROIB News", "engine.example"]
_POINTERS = [
    ("Read Full Article at RT.com", "RT.com"),
    ("(Read more at The Engine)", "The Engine"),
    ("Continue reading on Tidewater Times.", "Tidewater Times"),
    ("Read the full story at https://www.engine.example/a?b=c#d", "engine.example"),
]

_words = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=30).map(" ".join)
_headlines = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=9).map(lambda words: f"Tide {' '.join(words)}")
_sentences = _words.map(lambda words: f"It was {words} then.")
_paragraphs = st.lists(_sentences, min_size=1, max_size=4).map(" ".join)
_wrappings = st.one_of(st.none(), st.integers(40, 100))


@dataclass(frozen=True)
class Copy:
    """What a supplier had in mind, and the bytes that were sent of it."""

    headline: str
    dek: str
    body: list[tuple[str, str]]
    credits: list[tuple[str, str]]
    origins: list[str]
    received: bytes = field(repr=False)


@st.composite
def copies(draw: st.DrawFn) -> Copy:
    """Stories in the layout of the wire."""
    headline = draw(_headlines)
    repeated, pointer = draw(st.booleans()), draw(st.none() | st.sampled_from(_POINTERS))
    dek = draw(_sentences) if repeated or pointer else ""
    body = draw(st.lists(st.tuples(st.sampled_from(["p", "p", "h2"]), _paragraphs), min_size=1, max_size=5))
    body = [(kind, text.rstrip(".") if kind == "h2" else text) for kind, text in body if len(text) < 190 or kind == "p"]
    body.append(("p", draw(_paragraphs)))
    people = draw(st.lists(st.sampled_from(_NAMES), max_size=3, unique=True))
    outlet = draw(st.sampled_from(_OUTLETS)) if people else ""

    parts = [headline]
    if dek:
        parts.append(_wrapped(f"{dek} {pointer[0]}" if pointer else dek, draw(_wrappings)))
    if repeated:
        parts.append(draw(st.sampled_from([headline, headline.upper(), f"**{headline}**"])))
    parts += [f"**{text}**" if kind == "h2" else _wrapped(text, draw(_wrappings)) for kind, text in body]
    if people:
        *others, last = people
        parts.append(f"{', '.join(others)} and {last} for {outlet}" if others else f"{last} for {outlet}")
    text = draw(st.sampled_from(["", "\n", " \n\n"])) + "\n\n".join(parts) + draw(st.sampled_from(["", "\n", "\n\n "]))
    text = text.replace("\n", draw(st.sampled_from(["\n", "\r\n", "\r"])))
    origins = [one for one in (pointer and pointer[1], outlet) if one]
    return Copy(headline, dek, body, [(name, outlet) for name in people], origins, draw(_sent(text)))


def is_plain(copy: Copy) -> bool:
    """Whether nothing is said twice by chance: it would rightly be taken for headline or teaser told again."""
    texts = [copy.headline, copy.dek, *(text for _kind, text in copy.body)]
    return not any(same_words(one, other) for one, other in combinations(texts, 2))


def _wrapped(text: str, width: int | None) -> str:
    return text if width is None else textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)


@st.composite
def _sent(draw: st.DrawFn, text: str) -> bytes:
    encodings = ["utf-8", "utf-8-sig", "utf-16", "utf-32"]
    legacy = text.encode("cp1252", errors="ignore")
    if legacy.decode("cp1252") == text and not mojibake.is_garbled(text) and not mojibake.is_nearly_utf8(legacy):
        encodings.append("cp1252")
    return text.encode(draw(st.sampled_from(encodings)))
