"""The element that shows the headline: who wrote the story, and when, stands near it.

That is not always the first `<h1>`: it may be the name of the site, or the end of a breadcrumb trail.
"""

from collections.abc import Callable, Collection, Sequence
from itertools import islice

from lxml import etree

from articles.importing.lines import bare
from articles.importing.page.document import line_of, tokens

LONGEST = 300  # characters
_MOST = 200  # headings that are looked at
_MOST_TITLES = 40  # things a story may be called
_MOST_LINES = 1_500  # other elements that may show the headline
_SHORTEST = 12  # characters of a line that may be a headline with something else behind it in the title
_MUCH = 0.5  # the share of the title that it must have
_TRAILS = frozenset({"breadcrumb", "breadcrumbs"})
_AROUND = 4  # elements around a heading that may make it the end of a trail
_OTHERS = "descendant::*[self::div or self::p or self::span or self::td or self::b or self::strong or self::font]"


def heading_of(root: etree._Element, titles: Sequence[str], is_house: Callable[[str], bool]) -> etree._Element | None:
    """The heading that says one of `titles`, else what else says one, else the first that is not the site's name."""
    first_level = root.xpath("descendant::h1")[:_MOST]
    named = [one for one in first_level if (line := line_of(one, LONGEST)) and not is_house(line)]
    apart = [one for one in named if not _is_in_trail(one)]
    told = [bare(title) for title in titles][:_MOST_TITLES]
    for headings in (apart, root.xpath("descendant::h2")[:_MOST], named):
        found = saying(headings, told)
        if found:
            return found[0]
    others = [] if apart else saying(root.xpath(_OTHERS)[:_MOST_LINES], told)
    return next(iter([*others[-1:], *apart, *first_level]), None)


def saying(elements: Sequence[etree._Element], titles: Collection[str]) -> list[etree._Element]:
    """Those of the elements that say one of `titles`, given `bare`: those that say no more and no less, if any do."""
    lines = [(one, line) for one in elements if (line := bare(line_of(one, LONGEST)))]
    exactly = [one for one, line in lines if line in titles]
    return exactly or [one for one, line in lines if any(_is_most_of(line, title) for title in titles)]


def _is_most_of(line: str, title: str) -> bool:
    """Whether the title is the line and the site's name, or the line is a kicker and the title."""
    if not title or len(line) < _SHORTEST:
        return False
    return (title.startswith(line) and len(line) >= len(title) * _MUCH) or (
        line.endswith(title) and len(title) >= len(line) * _MUCH
    )


def _is_in_trail(heading: etree._Element) -> bool:
    if any("breadcrumb" in str(name) for name in heading.attrib):
        return True
    return any(not _TRAILS.isdisjoint(tokens(one)) for one in (heading, *islice(heading.iterancestors(), _AROUND)))
