"""The body of an imported story as HTML; the desk cleans it like everything else that comes through a door."""

import re
from collections.abc import Iterable
from html import escape

from articles.importing.story import Block

_BOLD = re.compile(r"\*\*(?![\s*])((?:(?!\*\*).)+?)(?<![\s*])\*\*")


def body_of(blocks: Iterable[Block]) -> str:
    """The blocks as HTML, in order."""
    return "\n".join(
        f"<{block.kind}>{block.html or escape(block.text, quote=False)}</{block.kind}>" for block in blocks
    )


def marked_up(text: str) -> str:
    """`text` as HTML, with the runs that wire copy makes bold by asterisks; empty where there are none."""
    html, found = _BOLD.subn(r"<strong>\1</strong>", escape(text, quote=False))
    return html if found else ""
