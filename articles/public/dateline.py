"""The dateline as newspapers set it: run into the first paragraph of the story."""

import re

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

_ONLY_HEADINGS = re.compile(r"(?:<h([23])[^>]*>.*</h\1>\n)*")


def run_in(dateline: str, body: str) -> SafeString:
    """A print's `body`, which is safe as it stands, with `dateline` before its first words.

    Headings may come before them; where something else does, the dateline is a paragraph of its own.
    """
    if not dateline:
        return mark_safe(body)
    mark = format_html('<span class="dateline">{}</span>', dateline)
    head, first, rest = body.partition("<p>")
    if first and _ONLY_HEADINGS.fullmatch(head):
        return mark_safe(f"{head}<p>{mark}&nbsp;— {rest}")
    return mark_safe(f"<p>{mark}</p>\n{body}")
