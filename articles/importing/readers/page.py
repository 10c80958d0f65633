"""Saved news pages: what an HTML page tells about itself, and the story it shows.

One page a file. Nothing is fetched: no picture, and no next page of a story that goes on there. A page saved as MHTML
is not understood.
"""

import re
from dataclasses import replace

from django.utils.translation import gettext as _
from lxml import html as lxml_html

from articles.importing.errors import BadInput
from articles.importing.item import Item
from articles.importing.markup import marked
from articles.importing.page.articlebodies import fuller
from articles.importing.page.authors import credits_of, is_byline
from articles.importing.page.bodies import reveal_paid, story_part, witness_of
from articles.importing.page.datelines import take_dateline
from articles.importing.page.dates import published_of, updated_of
from articles.importing.page.deks import take_dek
from articles.importing.page.document import parsed
from articles.importing.page.guests import Doorkeeper
from articles.importing.page.headlines import headline_of
from articles.importing.page.indexes import is_list, require_story
from articles.importing.page.kin import Kin
from articles.importing.page.languages import direction_of, language_of
from articles.importing.page.leads import with_lead
from articles.importing.page.letters import REPLACEMENT, letters_of
from articles.importing.page.origins import origins_of, rights_of
from articles.importing.page.phrases import is_notice
from articles.importing.page.pictures import figures_in
from articles.importing.page.subheads import mark_subheads, with_subheads
from articles.importing.page.told import Told, told_by
from articles.importing.page.topics import kicker_of, section_of, topics_of
from articles.importing.pointers import host_of
from articles.importing.readers.reader import Head, Reader, one_item
from articles.importing.sniffing import xml_root
from articles.importing.story import Block, Story, StoryCredit

_BEGINS = frozenset({"html", "head", "body", "meta", "title", "link", "article", "main"})
_DOCTYPE = re.compile(rb"<!doctype\s+html\b", re.IGNORECASE)
_ROOT = re.compile(rb"<html[\s>]", re.IGNORECASE)
_NEAR_START, _NEAR_END = 4, 2  # blocks at the ends of a story among which a line may name its writers
_LATEST = 512  # bytes that may stand before a page
_KEY = re.compile(r'data-picture="([\w-]+)"')


def recognises(head: Head) -> bool:
    """Whether a file begins like an HTML page. Feeds and NITF have a root of their own, whatever they carry."""
    begins = head.received[:_LATEST]
    if _DOCTYPE.search(begins):
        return True
    root = xml_root(head.received)
    return _ROOT.search(begins) is not None if root is None else root.name.lower() in _BEGINS


def read(item: Item) -> Story:
    """The story of a page. Raises `BadInput`: empty, binary, encoding, unsafe (too deep), no-headline, no-body."""
    letters = letters_of(item.content, item.envelope.get("encoding"))
    told = told_by(parsed(letters.text, item.envelope.get("address", "")))
    headline = headline_of(told)
    if not headline:
        raise BadInput("no-headline", _("The page names no headline. Save the page of one story, or import its text."))
    credits = credits_of(told)
    shown = _shown(told, credits)
    if letters.damage and any(REPLACEMENT in line for line in (headline, shown.dek, *(b.text for b in shown.blocks))):
        raise letters.damage
    language = language_of(told)
    return replace(
        shown,
        headline=headline,
        kicker=kicker_of(told, headline),
        credits=credits,
        origins=origins_of(told),
        published=published_of(told),
        updated=updated_of(told),
        language=language,
        direction=direction_of(told, language),
        section=section_of(told),
        topics=topics_of(told),
        address=told.address,
        addresses=told.addresses,
        supplier=told.publisher,
        supplier_domain=host_of(told.address),
        supplier_id=told.address,
        rights=rights_of(told),
        steps=letters.steps,
    )


def _shown(told: Told, credits: tuple[StoryCredit, ...]) -> Story:
    """What readers see: dek, dateline, body and pictures. Raises `BadInput` (no-body)."""
    reveal_paid(told)
    witness = witness_of(told)
    part = story_part(told, witness)
    kin = Kin(part, witness)
    listed = is_list(kin)
    dek, dateline = take_dek(part, kin, told), take_dateline(kin, told)
    mark_subheads(kin, part)
    Doorkeeper(part, kin, witness).let_go()
    pictures = figures_in(part.root, told.page) if kin.paragraphs else []
    blocks, leading = _without_lead(marked(_fragment(kin), base=told.page.base).blocks)
    blocks = with_subheads(_without_loose_ends(_without_bylines(blocks, credits, told)))
    blocks = fuller(blocks, told)
    require_story(told, blocks, listed=listed)
    return Story("", dek=dek, dateline=dateline, blocks=blocks, pictures=tuple(with_lead(told, pictures, leading)))


def _fragment(kin: Kin) -> str:
    """What is left of the page as a fragment of HTML, without what only a whole document has; nothing without prose."""
    for element in list(kin.root.iter("html", "head", "body")):
        element.tag = "div"
    return str(lxml_html.tostring(kin.root, encoding="unicode", with_tail=False)) if kin.paragraphs else ""


def _without_lead(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], str]:
    """The blocks without the picture that stands above them, and its key."""
    key = _KEY.search(blocks[0].html) if blocks and blocks[0].kind == "figure" else None
    return (blocks[1:], key[1]) if key else (blocks, "")


def _without_bylines(blocks: tuple[Block, ...], credits: tuple[StoryCredit, ...], told: Told) -> tuple[Block, ...]:
    """The blocks without a line that names the writers before the story, or after it, or is the site's."""
    ends = {*range(_NEAR_START), *range(len(blocks) - _NEAR_END, len(blocks))}

    def is_loose(at: int, block: Block) -> bool:
        return at in ends and block.kind == "p" and (is_byline(block.text, credits, told) or is_notice(block.text))

    return tuple(block for at, block in enumerate(blocks) if not is_loose(at, block))


def _without_loose_ends(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without subheads and rules that nothing follows."""
    last = next((at for at in range(len(blocks), 0, -1) if blocks[at - 1].kind not in ("h2", "h3", "hr")), 0)
    return blocks[:last]


READER = Reader("page", recognises, one_item("page"), read)
