"""Words out of the little HTML that publishing systems keep in titles, captions and names."""

import html
import re

from articles.text.clean import plain

_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->")
_PARTS = re.compile(r"</?(?:p|br|div|li|h[1-6])\b[^<>]*>", re.IGNORECASE)


def words_of(text: str) -> str:
    """`text` as one line of plain words: tags taken off, entities resolved. "1 < 2" stays."""
    if "<" in text:
        text = _TAG.sub("", _PARTS.sub(" ", text))
    if "&" in text:
        text = html.unescape(text)
    return plain(text)
