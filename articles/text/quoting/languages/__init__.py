"""The languages known, and in which of them a story is written."""

import re
from collections import Counter
from collections.abc import Iterable

from articles.text.quoting.languages.dutch import DUTCH
from articles.text.quoting.languages.english import ENGLISH
from articles.text.quoting.languages.french import FRENCH
from articles.text.quoting.languages.german import GERMAN
from articles.text.quoting.languages.italian import ITALIAN
from articles.text.quoting.languages.portuguese import PORTUGUESE
from articles.text.quoting.languages.spanish import SPANISH
from articles.text.quoting.languages.swedish import SWEDISH

LANGUAGES = {
    language.code: language for language in (ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, DUTCH, SWEDISH)
}

_WORD = re.compile(r"[^\W\d_]+")
_KANA = re.compile("[\u3040-\u30ff]")
_HAN = re.compile("[\u3400-\u9fff]")


def code_of(texts: Iterable[str], tag: str = "") -> str:
    """The code of a story's language: what a BCP 47 tag names, else what its letters and its small words tell.

    Empty where nothing tells.
    """
    if tag:
        return tag.split("-")[0].lower()
    text = " ".join(texts).lower()
    if len(_HAN.findall(text)) * 4 > len(text):
        return "ja" if _KANA.search(text) else "zh"
    seen = Counter(_WORD.findall(text))
    known = {code: sum(seen[word] for word in language.common) for code, language in LANGUAGES.items()}
    likeliest = max(known, key=lambda code: known[code])
    return likeliest if known[likeliest] else ""
