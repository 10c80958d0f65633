"""What trafilatura takes for the story: a second opinion on which passages belong to it.

The story itself is read from the page, since in what trafilatura gives not all links, lists and pictures survive.
"""

import logging

import trafilatura
from lxml import etree

from articles.importing.page.document import text_of

MOST_ELEMENTS = 60_000  # of a page that trafilatura is given; it takes seconds for more

logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what it cannot read is no news to anybody


def passages(root: etree._Element) -> list[str]:
    """The passages of the main text of a page; none where trafilatura fails or the page is too big for it."""
    if sum(1 for _element in root.iter()) > MOST_ELEMENTS:
        return []
    try:
        document = trafilatura.bare_extraction(root, fast=True, include_comments=False, with_metadata=False)
    except Exception:  # whatever a hostile page makes it raise: it is only a second opinion
        return []
    body = getattr(document, "body", None)
    return [text for text in map(text_of, body if body is not None else ()) if text]
