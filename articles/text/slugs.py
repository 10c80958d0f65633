"""The part of a story's address that tells what it is about."""

import hashlib
import re
import unicodedata

_SPELT_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
     "đ": "d", "ł": "l", "ı": "i"}
)  # fmt: skip
_APOSTROPHES = re.compile("['’‘ʼ]")
_NOT_ADDRESS = re.compile("[^a-z0-9]+")
_FALLBACK = "story"


def slug_for(headline: str, limit: int = 70) -> str:
    """Make an address part of ASCII letters, digits and hyphens, cut at a word to at most `limit` characters.

    German and Nordic letters are spelt out. A headline in a script without Latin letters gives "story-" and
    eight hexadecimal digits of its SHA-256, always the same; one without any letter or digit gives "story".
    """
    headline = unicodedata.normalize("NFC", " ".join(headline.split()))
    spelt = _APOSTROPHES.sub("", headline.casefold().translate(_SPELT_OUT))
    plain = unicodedata.normalize("NFKD", spelt)
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    slug = _cut(_NOT_ADDRESS.sub("-", letters).strip("-"), limit)
    if any(map(str.isalpha, slug)) or (slug and not any(map(str.isalpha, headline))):
        return slug
    return _stable(headline)[:limit] if any(map(str.isalnum, headline)) else _FALLBACK[:limit]


def _cut(slug: str, limit: int) -> str:
    if len(slug) <= limit:
        return slug
    at = slug.rfind("-", 0, limit + 1)
    return slug[: at if at > 0 else limit]


def _stable(headline: str) -> str:
    return f"{_FALLBACK}-{hashlib.sha256(headline.encode('utf-8', 'replace')).hexdigest()[:8]}"
