"""The dateline as newspapers set it: run into the first paragraph of the story."""

import re

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

_HEADING = r"<h([23])[^>]*>.*</h\1>\n"
_PICTURE = r"<figure[^>]*>\n<picture>.*\n(?:<figcaption>.+\n)?</figure>\n"
_ABOVE_THE_WORDS = re.compile(f"(?:{_HEADING}|{_PICTURE})*")


def run_in(dateline: str, body: str) -> SafeString:
    """A print's `body`, which is safe as it stands, with `dateline` before its first words.

    Headings and pictures may come before them; where something else does, the dateline is a paragraph of its own.
    """
    if not dateline:
        return mark_safe(body)
    mark = format_html('<span class="dateline">{}</span>', dateline)
    head, first, rest = body.partition("<p>")
    if first and _ABOVE_THE_WORDS.fullmatch(head):
        return mark_safe(f"{head}<p>{mark}&nbsp;— {rest}")
    return mark_safe(f"<p>{mark}</p>\n{body}")
