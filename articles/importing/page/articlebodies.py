"""The words of a story as schema.org's `articleBody` gives them: the last resort where the page itself shows fewer.

Such pages bring their text in by script, or keep it for those who log in and tell it to search engines.
"""

import re

from articles.importing.markup import blocks_of, marked
from articles.importing.page.schema import LONGEST, values
from articles.importing.page.told import Told
from articles.importing.story import Block
from articles.text.clean import clean

_MUCH_MORE = 2  # so many times the characters that the page shows, and the page does not show the story
_TAG = re.compile(r"<(?:p|br|div|h[1-6]|ul|blockquote)\b", re.IGNORECASE)


def fuller(blocks: tuple[Block, ...], told: Told) -> tuple[Block, ...]:
    """`blocks`, or those of the `articleBody` where that says much more."""
    body = "\n\n".join(one for one in values(told.story, "articleBody") if isinstance(one, str))[:LONGEST]
    if len(body) <= _MUCH_MORE * sum(len(block.text) for block in blocks):
        return blocks
    if _TAG.search(body):
        return marked(body, base=told.address).blocks
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in re.split(r"\s*\n\s*", body))
    return tuple(blocks_of(clean(paragraphs)))
