"""How much of one text is in another: the fingerprint that finds copies among a hundred thousand stories.

Every four words in a row are a shingle, hashed to 64 bits. The smallest of the hashes are the sketch: texts that share
much have sketches that share much (Broder's bottom-k), and a sketch is small enough for a table of the database. What
sketches suggest, `compare` judges by the whole texts.

Hashes are kept in the database: to tell words apart or hash them in another way makes worthless what is held there.
"""

import re
import sys
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2b
from itertools import pairwise

from articles.text.characters import UNSPACED, composed

SHINGLE = 4  # words
SKETCH = 24  # hashes
SHARED = 0.35  # the part of a text from which on it is said to share passages
NEARLY_ALL = 0.8  # the part that is left where every twentieth word was changed

_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
# What is not here makes a difference, like currency and percent signs: "$5" is not "£5".
_PUNCTUATION = (
    "\u0085\u00a0\u00a1\u00a6-\u00a9\u00ab\u00ac\u00ae\u00af\u00b4\u00b6-\u00b8\u00bb\u00bf"  # Latin
    "\u1680\u2000-\u200a\u2010-\u202f\u2032-\u2043\u2045-\u205f"  # spaces, quotes, dashes
    "\u060c\u061b\u061f\u0964\u3000-\u3003\u3008-\u3011"  # Arabic, Devanagari, Chinese
    "\uff01-\uff03\uff06-\uff0a\uff0c-\uff0f\uff1a\uff1b\uff1f"
)
_APART = re.compile(f"[{_INVISIBLE}{_PUNCTUATION}{UNSPACED}]")
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_MINUSES = re.compile(r"-(?<!\S.)(?=\d)"), re.compile(r"–(?<!\S.)(?=\d)")  # apart: one letter to look for is quick
_ASCII = bytes(code if code >= 128 or chr(code).isalnum() or chr(code) in "$%+" else 32 for code in range(256))

_SENTENCE_END = re.compile(
    r"[.!?…。！？](?<!\b[A-Z].)(?<!\b(?:Mr|Ms|Dr|St|Lt).)(?<!\b(?:Mrs|Gen|Col|Sgt|Rev|Sen|Rep|Gov).)(?<!\bProf.)"
    r"[\"'”’»)\]」』]*(?:\s+|(?<=[。！？」』]))"
)

_LANE_BITS = 64


class _Lanes(dict[bytes, bytes]):
    """Four hashes of 64 bits for each word, one for each place it can have in a shingle; what was asked is kept."""

    MOST = 1 << 16
    LONGEST = 64  # bytes

    def __missing__(self, word: bytes) -> bytes:
        lanes = blake2b(word, digest_size=SHINGLE * _LANE_BITS // 8).digest()
        if len(self) >= self.MOST:
            self.clear()
        if len(word) <= self.LONGEST:
            self[word] = lanes
        return lanes


_lanes = _Lanes()


@dataclass(frozen=True)
class Fingerprint:
    """A plain text, a line a block (`summary.words` of a body), and what it is found by, worked out when asked for."""

    text: str

    @cached_property
    def words(self) -> list[bytes]:
        """Its words in UTF-8, without case, punctuation and white space; a Chinese or Japanese character is one."""
        return _words(self.text)

    @cached_property
    def shingles(self) -> frozenset[int]:
        """The hashes of every four words in a row. Fewer words are one shingle, no words none."""
        return frozenset(self._hashes)

    @cached_property
    def sketch(self) -> list[int]:
        """The 24 smallest hashes, or all there are, as the signed 64-bit integers of a database."""
        limit = (40 << _LANE_BITS) // max(len(self._hashes), 40)  # about 40 lie below: cheaper than to sort all
        low = {value for value in self._hashes if value < limit}
        smallest = sorted(low if len(low) >= SKETCH else self.shingles)[:SKETCH]
        return [value - (value >> 63 << _LANE_BITS) for value in smallest]

    @cached_property
    def _hashes(self) -> "array[int]":
        """Tabulation hashing: the first hash of a word, the second of the next one and so on are XORed.

        The first hashes of all words are one great number, the second ones another, so that it takes a few steps
        instead of a few for each word.
        """
        if not self.words:
            return array("Q")
        words = self.words + [b""] * (SHINGLE - len(self.words))
        lanes = array("Q", b"".join(map(_lanes.__getitem__, words)))
        shingles = len(words) - SHINGLE + 1
        xored = 0
        for place in range(SHINGLE):
            first = place * (SHINGLE + 1)  # that lane of the word so many after the first
            xored ^= int.from_bytes(lanes[first : first + shingles * SHINGLE : SHINGLE], "little")
        hashes = array("Q", xored.to_bytes(shingles * lanes.itemsize, "little"))
        if sys.byteorder == "big":
            hashes.byteswap()
        return hashes


@dataclass(frozen=True)
class Comparison:
    """What a new text and one that is held have in common.

    `of_new` is the part of the new text (0 to 1) that is in the held one, `of_held` the part of the held one that is in
    the new; `new` are the sentences of the new text that the held one does not hold, where the two share passages.
    """

    same_words: bool
    of_new: float
    of_held: float
    new: tuple[str, ...]

    @property
    def same_copy(self) -> bool:
        """Whether the held text holds nearly all of the new one: the same words, perhaps shortened or edited."""
        return self.same_words or self.of_new >= NEARLY_ALL

    @property
    def shares(self) -> bool:
        """Whether a good part of the new text is in the held one, or nearly all of the held one in the new."""
        return self.same_copy or self.of_new >= SHARED or self.of_held >= NEARLY_ALL


def compare(new: str, held: str) -> Comparison:
    """Compare two plain texts by their words; case, punctuation and white space do not matter."""
    one, other = Fingerprint(new), Fingerprint(held)
    same_words = bool(one.words) and one.words == other.words
    found = Comparison(same_words, containment(one, other), containment(other, one), ())
    return replace(found, new=tuple(new_passages(one, other))) if found.shares else found


def containment(of: Fingerprint, within: Fingerprint) -> float:
    """Give the part of the shingles of one text that are in another; of no words nothing is."""
    return len(of.shingles & within.shingles) / len(of.shingles) if of.shingles else 0.0


def resemblance(one: Fingerprint, other: Fingerprint) -> float:
    """Give the part of the shingles of two texts that both have (Jaccard's index)."""
    either = one.shingles | other.shingles
    return len(one.shingles & other.shingles) / len(either) if either else 0.0


def new_passages(new: Fingerprint, held: Fingerprint) -> Iterator[str]:
    """Give the sentences of `new` whose words do not stand in `held` one after the other."""
    known = b" %b " % b" ".join(held.words)
    for sentence in _sentences(new.text):
        words = _words(sentence)
        if words and b" %b " % b" ".join(words) not in known:
            yield sentence.strip()


def _sentences(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        ends = [found.end() for found in _SENTENCE_END.finditer(line)]
        yield from (line[start:end] for start, end in pairwise([0, *ends, len(line)]))


def _words(text: str) -> list[bytes]:
    text = composed(text).casefold()
    for minus in _MINUSES:
        text = minus.sub("\u2212", text)
    if not text.isascii():
        text = _APART.sub(_parted, text)
    return text.encode("utf-8", "surrogatepass").translate(_ASCII).split()


def _parted(found: re.Match[str]) -> str:
    character = found[0]
    if character.isalnum():
        return f" {character} "
    return "" if _UNSEEN.match(character) else " "
