"""The headline of a page: what it is called by Open Graph, schema.org and its own `<h1>`, without the site's name."""

import re
from collections.abc import Iterator

from articles.importing.lines import bare
from articles.importing.page.document import line_of
from articles.importing.page.meta import HEADLINES
from articles.importing.page.schema import first, told
from articles.importing.page.told import Told

LONGEST = 300  # characters, as long as an article may carry

_PARTED = re.compile(r"\s+[|–—·•»«:/-]{1,2}\s+|\s*[|：｜]\s*|:\s+|_(?=[^_]*\Z)")
_ANY_PART = re.compile(r"\s+[|–—·•»:/-]{1,2}\s+|[|_｜：]")
_LABELLED = re.compile(r"[^|｜]{2,30}\s*[|｜]\s*")
_LINES = (
    "descendant::*[self::h1 or self::h2 or self::h3 or self::div or self::p or self::span or self::td or self::b"
    " or self::strong or self::font]"
)
_MOST_LINES = 2_000
_CUT = re.compile(r"\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])\Z")
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_MOST_PARTS = 4
_MOST_HEADINGS = 60


def headline_of(page: Told) -> str:
    """The headline; empty where nothing on the page is one.

    Open Graph's comes first, since it is the title "without any branding"; one that was cut short is made whole from
    the others. Where it is only what the `<title>` says to search engines, the headline that schema.org tells and the
    page shows is better. https://ogp.me/#metadata
    """
    candidates = [one for one in _candidates(page) if one and not page.is_house(one)]
    if not candidates:
        return ""
    best = candidates[0]
    story = without_site(first(page.story, "headline"), page)
    if bare(best) == bare(_title(page)) and bare(story) in _shown_headings(page):
        best = story
    shorter = [one for one in candidates if _is_first_part(one, best) or _is_labelled(one, best)]
    if shorter and bare(best) != bare(story):
        return shorter[0]
    if _CUT.search(best):
        begins = bare(_CUT.sub("", best))
        best = next((one for one in candidates if not _CUT.search(one) and bare(one).startswith(begins)), best)
    return best if len(best) <= LONGEST else best[:LONGEST].rpartition(" ")[0]


def without_site(title: str, page: Told) -> str:
    """`title` without the site's name that stands before or after it."""
    for _part in range(_MOST_PARTS):
        parts = list(_PARTED.finditer(title))
        if parts and (page.is_house(title[parts[-1].end() :]) or _DATE.fullmatch(title[parts[-1].end() :])):
            title = title[: parts[-1].start()].strip()
        elif parts and page.is_house(title[: parts[0].start()]):
            title = title[parts[0].end() :].strip()
    return title


def _is_first_part(one: str, title: str) -> bool:
    """Whether `title` is `one` and, behind a stroke, something else: a section, a place, a site nobody named."""
    return title.startswith(one) and _ANY_PART.match(title, len(one)) is not None


def _is_labelled(one: str, title: str) -> bool:
    """Whether `title` is `one` behind the label of a section: "Opinion | …"."""
    return title.endswith(one) and _LABELLED.fullmatch(title, 0, len(title) - len(one)) is not None


def _title(page: Told) -> str:
    return without_site(told(page.page.root.findtext(".//title")), page)


def _shown_headings(page: Told) -> set[str]:
    shown = page.page.root.xpath("descendant::*[self::h1 or self::h2]")[:_MOST_HEADINGS]
    return {bare(line_of(one, LONGEST)) for one in shown} - {""}


def _candidates(page: Told) -> Iterator[str]:
    head = page.meta.first(HEADLINES)
    yield without_site(head, page)
    yield without_site(first(page.story, "headline"), page)
    known = {bare(head), bare(first(page.story, "headline"))}
    yield from sorted((without_site(one, page) for one in page.headings[:5]), key=lambda one: bare(one) not in known)
    yield _shown(_title(page), page)
    yield without_site(first(page.story, "name"), page)


def _shown(title: str, page: Told) -> str:
    """The longest beginning of the `<title>` that the page also shows as a line; all of it where it shows none."""
    beginnings = [title[: part.start()] for part in reversed(list(_ANY_PART.finditer(title))[:_MOST_PARTS])]
    if not beginnings:
        return title
    shown = {bare(line_of(one, LONGEST)) for one in page.page.root.xpath(_LINES)[:_MOST_LINES]}
    return next((one.strip() for one in beginnings if bare(one) in shown), title)
