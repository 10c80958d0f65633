"""Pages that are no story: fronts and lists of stories, errors, pages with a film and nothing to read."""

from django.utils.translation import gettext as _
from lxml import etree

from articles.importing.errors import BadInput
from articles.importing.lines import bare
from articles.importing.page.document import text_of
from articles.importing.page.kin import Kin
from articles.importing.page.meta import HEADLINES
from articles.importing.page.prose import HEADINGS
from articles.importing.page.schema import first, is_story, types
from articles.importing.page.told import Told
from articles.importing.story import Block

SHORTEST = 200  # characters of prose that a page must have which nowhere says that it is a story
_MANY = 4  # headings that are links

_FEW = 3  # articles that schema.org tells of a page of one

_WORDS = frozenset({"p", "blockquote", "ul", "ol"})
_LISTS = frozenset({"CollectionPage", "SearchResultsPage"})
_STORIES = frozenset({"article", "news", "newsarticle"})


def is_list(kin: Kin) -> bool:
    """Whether what looks like a story announces others: headings that are links stand between its paragraphs."""
    linked = [one for one in kin.root.iter(*HEADINGS) if _is_link(one)]
    return len(linked) >= _MANY and len(linked) * 2 > len(kin.paragraphs)


def require_story(told: Told, blocks: tuple[Block, ...], *, listed: bool) -> None:
    """Raises `BadInput` (no-body), with what to do, where the page shows no story; `listed` where it `is_list`."""
    words = sum(len(block.text) for block in blocks if block.kind in _WORDS)
    listed = listed or any(not types(node).isdisjoint(_LISTS) for node in told.nodes)
    if words and (_is_said_to_be_story(told) or (words >= SHORTEST and not listed)):
        return
    kinds = {one for node in told.nodes for one in types(node)}
    if "VideoObject" in kinds or told.meta.first(("og:type",)).startswith("video"):
        reason = _("The page shows a film and no text. Write the story in the newsroom, and link to the film.")
    elif words and listed:
        reason = _("The page is a list of stories. Save the page of each story, and import those.")
    else:
        reason = _("No paragraph of a story is on the page. Save it again when the story shows, or import its text.")
    raise BadInput("no-body", reason)


def _is_said_to_be_story(told: Told) -> bool:
    if told.meta.first(("og:type",)).lower() in _STORIES:
        return True
    titled = bare(first(told.story, "headline")) in map(bare, [*told.meta.all(HEADLINES), *told.headings])
    return is_story(told.story) and (titled or sum(map(is_story, told.nodes)) <= _FEW)


def _is_link(heading: etree._Element) -> bool:
    """Whether a heading as a whole, or nearly, leads to another page."""
    above = next(heading.iterancestors("a"), None)
    links = [above] if above is not None else list(heading.iter("a"))
    linked = "".join(text_of(one) for one in links if not (one.get("href") or "#").startswith("#"))
    return len(linked) * 2 > len(text_of(heading))
