"""The body of an imported story as HTML: its blocks, escaped, with the bold runs that wire copy marks by asterisks."""

import re
from html import escape

from articles.importing.story import Block

_BOLD = re.compile(r"\*\*(?![\s*])(.+?)(?<![\s*])\*\*")


def body_of(blocks: tuple[Block, ...]) -> str:
    """The blocks as HTML; the desk cleans it like everything else that comes through a door."""
    return "\n".join(f"<{block.kind}>{_inline(block.text)}</{block.kind}>" for block in blocks)


def _inline(text: str) -> str:
    return _BOLD.sub(r"<strong>\1</strong>", escape(text, quote=False))
