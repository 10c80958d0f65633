"""The dateline: where a story was written, when the page marks it as that."""

from lxml import etree

from articles.importing.page.boilerplate import take_out
from articles.importing.page.document import text_of, tokens
from articles.importing.page.kin import Kin
from articles.importing.page.schema import first
from articles.importing.page.told import Told

LONGEST = 80  # characters
_DASHES = " \t\n\xa0-–—―:|•·"


def take_dateline(kin: Kin, told: Told) -> str:
    """The dateline, taken out of the first paragraph where it is marked there; else as schema.org tells it."""
    for paragraph in [block for block in kin.paragraphs if block is not kin.root][:2]:
        for element in paragraph.iterdescendants(etree.Element):
            line = text_of(element).strip(_DASHES)
            if _is_marked(element) and 0 < len(line) <= LONGEST:
                element.tail = (element.tail or "").lstrip(_DASHES)
                take_out(element)
                return line
    dateline = first(told.story, "dateline")
    begins = next((text_of(block) for block in kin.paragraphs if text_of(block)), "")
    return dateline if len(dateline) <= LONGEST and not begins.casefold().startswith(dateline.casefold()) else ""


def _is_marked(element: etree._Element) -> bool:
    return "dateline" in tokens(element) or "dateline" in (element.get("itemprop") or "").split()
