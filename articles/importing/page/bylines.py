"""The byline that readers see, where nothing else on the page says who wrote the story."""

import re
from collections.abc import Iterator

from lxml import etree

from articles.importing.page.document import line_of, tokens
from articles.importing.page.subheads import is_bold
from articles.importing.page.told import Told

LONGEST = 160  # characters of a line that may be a byline
_NEAR = 400  # elements after the headline among which a byline may stand
_FAR = 4_000  # elements after it among which a list of facts at the end of the story may name its author
_OPENING = 6  # paragraphs after the headline of which one may be a name alone

_CALLED = frozenset(
    "author authors autor autore autores auteur auteurs byline bylines journalist reporter writer".split()
)
_LABELLED = re.compile(
    r"(?i:(?:(?:written|words|reported|story|text)\s+)?(?:by|von|par|por|di|door|av|af|text|текст))"
    r"(?:\s*[:：]\s*|\s+(?=[^\W\d_a-z]))\S"
    r"|(?i:autor(?:in|es|en|e|a)?(?:/autor(?:in)?)?|authors?|auteurs?|автор|yazar|作者|记者|記者|文|بقلم)(?:\s*[:：]\s*|\s+)(?=[^\W\d_a-z])"
)
_EDITED = re.compile(r"[(（\[【]?\s*(?:责任编辑|责编|編集|编辑)\s*[:：]\s*([^()（）\[\]【】]{2,60})[)）\]】]?\s*")
_ELSEWHERE = frozenset({"nav", "footer", "aside", "form"})


def visible_bylines(page: Told) -> Iterator[str]:
    """The lines that are marked as a byline, read like one, or are a name alone, the surest first."""
    near = list(after_headline(page, _NEAR))
    yield from _marked(near)
    yield from (line for _element, line in near[-1:0:-1] if looks_like_byline(line))
    yield from (line for _element, line in after_headline(page, _FAR) if looks_like_byline(line))
    paragraphs = [(element, line) for element, line in near if element.tag == "p"][:_OPENING]
    yield from (line.replace("/", ", ") for element, line in paragraphs if is_bold(element))


def editors(page: Told) -> Iterator[str]:
    """The editors in charge, as Chinese and Japanese pages name them at the end of a story."""
    for _element, line in after_headline(page, _FAR):
        found = _EDITED.fullmatch(line)
        if found:
            yield found[1]
            return


def looks_like_byline(line: str) -> bool:
    """Whether the line begins with "By" and a name."""
    return len(line) <= LONGEST and _LABELLED.match(line) is not None


def _marked(near: list[tuple[etree._Element, str]]) -> Iterator[str]:
    yield from (line for element, line in near if (element.get("rel") or "").lower() == "author")
    called = {element for element, _line in near if tokens(element) & _CALLED}
    outer = {above for element in called for above in element.iterancestors()}
    yield from (line for element, line in near if element in called - outer)


def after_headline(page: Told, most: int) -> Iterator[tuple[etree._Element, str]]:
    """The elements after the headline that have no more words than a byline, with these words."""
    heading = next(page.page.root.iter("h1"), None)
    elements = [] if heading is None else heading.xpath(f"following::*[position() <= {most}]")
    for element in elements:
        if not any(one.tag in _ELSEWHERE for one in element.iterancestors()):
            line = line_of(element, LONGEST)
            if len(line) > 1:
                yield element, line
