"""The byline that readers see, where nothing else on the page says who wrote the story."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import etree

from articles.importing.page.byline_words import LABELLED, PICTURED, TRANSLATED
from articles.importing.page.document import line_of, tokens
from articles.importing.page.emphasis import is_bold, is_slanted
from articles.importing.page.prose import BLOCKS
from articles.importing.page.told import Told

LONGEST = 160  # characters of a line that may be a byline
_NEAR = 400  # elements after the headline among which a byline may stand
_FAR = 4_000  # elements after it among which a list of facts at the end of the story may name its author
_OPENING = 6  # paragraphs after the headline of which one may be a name alone
_LONGEST_NAME = 60  # characters of what a link or a line says that is nothing but a name
_FEWEST = 3  # paragraphs of a story whose last one may name who wrote it

_CALLED = frozenset(
    "author authors autor autore autores autori auteur auteurs autoren byline bylines contributor contributors creator "
    "forfatter journalist journalists reporter reporters redactor signature skribent toimittaja writer writers "
    "writtenby yazar".split()
)
# What an address has before the name of somebody who writes for the site.
_PAGES_OF_AUTHORS = frozenset(
    "author authors autor autore autores autori autoren auteur auteurs autorzy by byline bylines columnist columnists "
    "contributor contributors correspondents firmas forfatter journalist journalists journaliste journalistes "
    "korrespondenten muhabir penulis profile profiles reporter reporters signataires skribent staff writer writers "
    "yazar yazarlar автор".split()
)
_EDITED = re.compile(
    r"[(（\[【]?\s*(?:责任编辑|责编|編集|编辑)\s*[:：]\s*(?P<name>[^()（）\[\]【】]{2,60})[)）\]】]?\s*"
)
_ELSEWHERE = frozenset({"nav", "aside", "form"})
# What sites call what stands around a story and has bylines of its own.
_OF_OTHERS = frozenset(
    "comment comments commentlist disqus empfehlung next outbrain popular promo promos recirc recommended "
    "recommendations related relacionadas taboola teaser teasers trending".split()
)


@dataclass(frozen=True)
class Seen:
    """A line that may name writers; `names` are the parts of it that are marked as a name each."""

    line: str
    names: tuple[str, ...] = ()


def visible_bylines(page: Told) -> Iterator[list[Seen]]:
    """The bylines that may be those of the story, each as its lines, the surest first.

    They are marked as a byline, read like one, are a name alone, or sign the story.
    """
    near = list(after_headline(page, _NEAR))
    yield from _linked(near)
    yield from _called(near)
    yield from ([Seen(line, _names_in(one))] for one, line in near[-1:0:-1] if looks_like_byline(line))
    yield from ([Seen(line)] for _one, line in after_headline(page, _FAR) if looks_like_byline(line))
    paragraphs = [(element, line) for element, line in near if element.tag == "p"][:_OPENING]
    yield from ([Seen(line.replace("/", ", "))] for element, line in paragraphs if is_bold(element))
    yield from _signed(page)


def helpers(page: Told) -> Iterator[tuple[str, str]]:
    """Who else is named in a line of the story, each role once: the editor in charge, as Chinese and Japanese pages
    name them at the end, and who put it into the language of the page.
    """
    told: set[str] = set()
    for _element, line in after_headline(page, _FAR):
        for role, labelled in (("editor", _EDITED), ("translator", TRANSLATED)):
            found = labelled.fullmatch(line) if role not in told else None
            if found and len(found["name"]) <= _LONGEST_NAME:
                told.add(role)
                yield role, found["name"]


def looks_like_byline(line: str) -> bool:
    """Whether the line begins with "By" and a name."""
    return len(line) <= LONGEST and LABELLED.match(line) is not None


def after_headline(page: Told, most: int) -> Iterator[tuple[etree._Element, str]]:
    """The elements after the headline that have no more words than a byline, with these words.

    What has bylines and dates of its own, such as comments and other stories, is passed over.
    """
    heading = page.heading
    elements = [] if heading is None else heading.xpath(f"following::*[position() <= {most}]")
    beside: set[etree._Element] = set()
    for element in elements:
        if element.getparent() in beside or _is_beside(element):
            beside.add(element)
            continue
        line = line_of(element, LONGEST)
        if len(line) > 1:
            yield element, line


def _is_beside(element: etree._Element) -> bool:
    if element.tag == "footer":
        return next(element.iterancestors("article"), None) is None
    return element.tag in _ELSEWHERE or (element.tag != "article" and not tokens(element).isdisjoint(_OF_OTHERS))


def _linked(near: list[tuple[etree._Element, str]]) -> Iterator[list[Seen]]:
    """Names that are marked as those of authors, or lead to their pages, with all in the line they stand in."""
    marked = {element: line for element, line in near if _is_marked(element) and len(line) <= _LONGEST_NAME}
    done: set[etree._Element] = set()
    for element in marked:
        if element not in done:
            around = _line_around(element)
            together = [one for one in around.iter(etree.Element) if one in marked]
            innermost = [one for one in together if not any(other in marked for other in one.iterdescendants())]
            done.update(together)
            yield [Seen(line_of(around, LONGEST), tuple(marked[one] for one in innermost))]


def _line_around(element: etree._Element) -> etree._Element:
    """The outermost element around a name that has no more words than a byline."""
    around = element
    for above in element.iterancestors():
        if above.tag in ("article", "main", "body") or not line_of(above, LONGEST):
            break
        around = above
    return around


def _called(near: list[tuple[etree._Element, str]]) -> Iterator[list[Seen]]:
    """The lines in what is named after authors; what stands side by side under one name is one byline."""
    called = {element: line for element, line in near if not tokens(element).isdisjoint(_CALLED)}
    outermost = [one for one in called if not any(above in called for above in one.iterancestors())]
    groups: dict[tuple[etree._Element | None, str], list[Seen]] = {}
    for element in outermost:
        group = groups.setdefault((element.getparent(), element.get("class") or ""), [])
        group += [seen for line in _lines_in(element) if not PICTURED.match((seen := _seen(line)).line)]
    yield from filter(None, groups.values())


def _seen(element: etree._Element) -> Seen:
    return Seen(line_of(element, LONGEST), _names_in(element))


def _lines_in(element: etree._Element) -> list[etree._Element]:
    """The innermost blocks in an element that have words; itself where it has none."""
    blocks = [one for one in element.iterdescendants(*BLOCKS) if line_of(one, LONGEST)]
    innermost = [one for one in blocks if next(one.iterdescendants(*BLOCKS), None) is None]
    return innermost or [element]


def _names_in(element: etree._Element) -> tuple[str, ...]:
    """The links in a line; else what stands in elements of its own in it, where there are several."""
    links = tuple(filter(None, (line_of(one, _LONGEST_NAME) for one in element.iterdescendants("a"))))
    if links:
        return links
    leaves = [one for one in element.iterdescendants(etree.Element) if not len(one)]
    apart = tuple(line for one in leaves if (line := line_of(one, _LONGEST_NAME)) and not line.endswith((":", "：")))
    return apart if len(apart) > 1 else ()


def _is_marked(element: etree._Element) -> bool:
    names = f"{element.get('rel') or ''} {element.get('itemprop') or ''} {element.get('property') or ''}".lower()
    if not {"author", "schema:author", "creator"}.isdisjoint(names.split()):
        return True
    return element.tag == "a" and _leads_to_author(element.get("href") or "")


def _leads_to_author(href: str) -> bool:
    try:
        parts = [part.lower() for part in urlsplit(href).path.split("/") if part]
    except ValueError:
        return False
    return not _PAGES_OF_AUTHORS.isdisjoint(parts[:-1])


def _signed(page: Told) -> Iterator[list[Seen]]:
    """The last paragraph of a story where it is short and set apart: in brackets, in italics, in bold."""
    for element, line in after_headline(page, _FAR):
        if element.tag != "p" or len(line) > _LONGEST_NAME or element.getnext() is not None:
            continue
        paragraphs = [] if element.getparent() is None else element.getparent().findall("p")
        is_apart = (line[0], line[-1]) in {("(", ")"), ("[", "]")} or is_bold(element) or is_slanted(element)
        if len(paragraphs) > _FEWEST and is_apart:
            yield [Seen(line.strip("()[] "))]
