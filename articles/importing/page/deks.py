"""The dek of a page: the standfirst that readers see, else the description, unless it repeats how the story begins."""

import re
from collections.abc import Iterator

from lxml import etree

from articles.importing.lines import bare
from articles.importing.page.bodies import Part
from articles.importing.page.boilerplate import take_out
from articles.importing.page.bylines import looks_like_byline
from articles.importing.page.document import text_of, tokens
from articles.importing.page.emphasis import is_bold
from articles.importing.page.kin import Kin
from articles.importing.page.meta import DESCRIPTIONS
from articles.importing.page.phrases import is_notice, points_elsewhere
from articles.importing.page.schema import first
from articles.importing.page.told import Told
from articles.importing.page.witness import letters_in

LONGEST = 1_000  # characters

_STANDFIRST = frozenset(
    "standfirst dek deck subtitle subheadline subheading subhead strapline lead lede intro introduction teaser summary "
    "excerpt sapo bajada chapo chapeau entradilla vorspann ingress abstract description sottotitolo occhiello "
    "sommario".split()
)
_CUT = re.compile(r"\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])\Z")
_SHORTEST = 25  # characters; labels and dates are shorter
_TELLING = 40  # characters; so many are hardly repeated by chance
_LONGEST_PLACE = 40  # characters of the place that may stand before a standfirst
_BEGINNING = 8_000  # characters of the story among which its description may stand
_MOST = 60  # blocks before the first paragraph that are looked at


def take_dek(part: Part, kin: Kin, told: Told) -> str:
    """The dek, taken out of the story where it stands there as an element of its own."""
    descriptions = descriptions_of(told)
    opening = [(block, text_of(block)) for block in _opening(kin)]
    opening = [(block, line) for block, line in opening if _may_be_dek(block, line, kin, told)]
    repeated = [one for one in opening if _repeats(one[1], descriptions) and _stands_out(one[0], kin)]
    marked = [one for one in opening if _is_marked(one[0], part)]
    apart = [one for one in opening if one[0] not in kin.paragraphs and _is_passage(*one)]
    bold = [one for one in opening if _is_bold_opening(*one, kin)]
    for block, line in (*repeated, *marked, *(apart if len(apart) == 1 else ()), *bold):
        take_out(block)
        return line
    begins = letters_in(" ".join(text.line for text in kin.texts.values())[:_BEGINNING])
    return next((one for one in descriptions if letters_in(_CUT.sub("", one)) not in begins), "")


def descriptions_of(told: Told) -> list[str]:
    """What the page is said to be about, each once, those that were cut short last."""
    said = [first(told.story, "description", "abstract"), *told.meta.all(DESCRIPTIONS)]
    titles = {bare(title) for title in told.titles}
    kept = [one for one in dict.fromkeys(said) if bare(one) and bare(one) not in titles and not told.is_house(one)]
    kept = [one for one in kept if not looks_like_byline(one)]
    return sorted(kept, key=lambda one: bool(_CUT.search(one)))


def _opening(kin: Kin) -> Iterator[etree._Element]:
    """The blocks with words up to the first paragraph of the story, which is the last one."""
    own = set(kin.paragraphs)
    for block in [block for block in kin.texts if block is not kin.root and block.tag not in ("figure", "li")][:_MOST]:
        yield block
        if block in own and kin.texts[block].weight:
            return


def _may_be_dek(block: etree._Element, line: str, kin: Kin, told: Told) -> bool:
    if not _SHORTEST <= len(line) <= LONGEST or kin.texts[block].is_linked or looks_like_byline(line):
        return False
    return not points_elsewhere(line) and not is_notice(line) and bare(line) not in map(bare, told.titles)


def _stands_out(block: etree._Element, kin: Kin) -> bool:
    """Whether it is not just the first paragraph: another kind of element, named for what it is, or bold as a whole."""
    return block not in kin.paragraphs or is_bold(block) or not tokens(block).isdisjoint(_STANDFIRST)


def _is_bold_opening(block: etree._Element, line: str, kin: Kin) -> bool:
    """Whether it is the first paragraph, a sentence or more, and bold where the next is not."""
    second = next((one for one in kin.paragraphs[1:] if kin.texts[one].weight), None)
    first = bool(kin.paragraphs) and block is kin.paragraphs[0] and is_bold(block)
    return first and len(line) >= 2 * _SHORTEST and second is not None and not is_bold(second)


def _is_marked(block: etree._Element, part: Part) -> bool:
    holders = {part.container, *part.container.iterancestors()}
    around = [block, *block.iterancestors()][:3]
    named = any(not tokens(one).isdisjoint(_STANDFIRST) for one in around if one not in holders)
    return named or "description" in (block.get("itemprop") or "")


def _is_passage(block: etree._Element, line: str) -> bool:
    return (
        block.tag in ("p", "h2", "h3", "div")
        and len(line) >= 2 * _SHORTEST
        and not block.xpath("ancestor::li|ancestor::a")
    )


def _repeats(line: str, descriptions: list[str]) -> bool:
    words = bare(line)
    told = [bare(_CUT.sub("", one)) for one in descriptions]
    return any(words == one or (len(one) >= _TELLING and words.startswith(one)) for one in told) or any(
        len(one) >= _TELLING and words.endswith(one) and len(words) - len(one) <= _LONGEST_PLACE for one in told
    )
