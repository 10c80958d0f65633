"""When a page was published and updated: schema.org, the head's meta elements, `<time>`, the address."""

import datetime
import re
from collections.abc import Iterable, Iterator

from lxml import etree

from articles.importing.moments import moment
from articles.importing.page.bylines import after_headline
from articles.importing.page.document import tokens
from articles.importing.page.languages import language_of
from articles.importing.page.meta import PUBLISHED, UPDATED
from articles.importing.page.schema import values, words
from articles.importing.page.told import Told
from articles.importing.page.written_dates import is_written_date, written_date

_EPOCH = re.compile(r"1\d{9}(?:\d{3})?", re.ASCII)
_ZONED = re.compile(r"(?:Z|[+-]\d\d:?\d\d|\d\s*[A-Z]{3,4})(?:\s*\([^()]*\))?\s*\Z")
_YEAR_LAST = re.compile(r"([A-Za-z]{3} +\d{1,2}) +(\d\d:\d\d:\d\d [A-Z]{3,4}) +(\d{4})\Z")
_BEGINS_ISO = re.compile(r"\d{4}-?\d\d-?\d\d")
_NAMED_ZONE = re.compile(r"\s*(?:\[[\w/]+\]|(?<=[+-]\d{4})\s*\([^()]+\))\Z")
_FRACTION = re.compile(r"(?<=\d)[.,]\d+")
_CLOCK = re.compile(r"\d:\d\d")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=\D|\Z)", re.ASCII)
_OWN = "not(ancestor::aside or ancestor::nav or ancestor::footer or ancestor::li)"
_CALLED = frozenset(
    "date dates dato datum dateline datetime fecha data tarih tanggal published publish pubdate publication posted "
    "time timestamp publicado publie veroeffentlicht".split()
)
_LABELLED = re.compile(
    r"\W*(?:published|posted|created|submitted|date|dated|datum|veröffentlicht|erstellt|stand|publié|publicado|publicada"
    r"|pubblicato|publicat|fecha|data|gepubliceerd|geplaatst|publisert|publicer(?:et|ad|at)|julkaistu|opublikowano"
    r"|publikov[aá]no|zveřejněno|objavljeno|közzétéve|yayın(?:lanma|landı)?|giriş|опубликовано|опубліковано|дата"
    r"|δημοσι\w+|diterbitkan|تاريخ|نشر|פורסם|입력|등록|发布|發布|公開|掲載)\b",
    re.IGNORECASE,
)
_NEAR = 600  # elements after the headline among which a date may be shown
_LONGEST_LINE = 80  # characters


def published_of(page: Told) -> datetime.datetime | None:
    """When the story was first published, with the offset it was told with; UTC where none was told."""
    schema = [words(one) for name in ("datePublished", "dateCreated", "uploadDate") for one in values(page.story, name)]
    return (
        _best([*schema, *page.meta.all(PUBLISHED)])
        or _best(_times(page, "published", "pubdate", "datepublished"))
        or _best(_times(page))
        or _best(_addressed(page))
        or _written(page)
    )


def updated_of(page: Told) -> datetime.datetime | None:
    """When the story was last changed."""
    schema = [words(one) for one in values(page.story, "dateModified")]
    return _best([*schema, *page.meta.all(UPDATED)]) or _best(_times(page, "updated", "modified", "datemodified"))


def _best(told: Iterable[str]) -> datetime.datetime | None:
    """The first time told, or a later one on the same day that says it more exactly."""
    found = [(one, time) for one in told if (time := _moment(one))]
    if not found:
        return None
    _words, first = found[0]
    exact = [_exactness(one) for one, _time in found]
    for (_one, time), exactness in zip(found, exact, strict=True):
        if exactness > exact[0] and abs(time - first) < datetime.timedelta(days=1):
            return time
    return first


def _exactness(told: str) -> int:
    return (bool(_CLOCK.search(told)) or bool(_EPOCH.fullmatch(told))) + bool(_ZONED.search(told))


def _moment(told: str) -> datetime.datetime | None:
    told = told.strip()[:100]
    if _EPOCH.fullmatch(told):
        return datetime.datetime.fromtimestamp(int(told[:10]), datetime.UTC)
    told = _YEAR_LAST.sub(r"\1 \3 \2", _NAMED_ZONE.sub("", told))
    if not _BEGINS_ISO.match(told) and (written := written_date(told)):
        return written
    return moment(told) or moment(_FRACTION.sub("", told))


def _times(page: Told, *called: str) -> Iterator[str]:
    """What the `<time>` elements of the story say: those called so, or those that stand nearest to its headline."""
    for element in _story_times(page):
        names = f"{element.get('itemprop') or ''} {element.get('class') or ''} {element.get('id') or ''}".lower()
        if not called or any(name in names for name in called) or ("pubdate" in called and "pubdate" in element.attrib):
            yield element.get("datetime") or ""
            yield " ".join(element.itertext())[:100]


def _story_times(page: Told) -> list[etree._Element]:
    heading = page.heading
    near = heading.xpath(f"(following::time[{_OWN}])[position() < 4]") if heading is not None else []
    return near or page.page.root.xpath(f"(descendant::time[{_OWN}])[position() < 4]")


def _addressed(page: Told) -> Iterator[str]:
    for address in (page.address, *page.addresses):
        found = _IN_ADDRESS.search(address)
        if found:
            yield "-".join(found.groups())


def _written(page: Told) -> datetime.datetime | None:
    """The date that readers see near the headline: in an element named so, after "Published" or the like, or alone."""
    language = language_of(page)
    for element, line in after_headline(page, _NEAR):
        shown = not tokens(element).isdisjoint(_CALLED) or _LABELLED.match(line) or is_written_date(line)
        if shown and len(line) <= _LONGEST_LINE and (found := written_date(line, language)):
            return found
    return None
