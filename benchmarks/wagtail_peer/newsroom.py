"""How a story gets into Wagtail: the page that an import makes of it, with everybody and everything it names."""

import datetime
import re
from functools import cache
from typing import Any

from wagtail.models import Page

from benchmarks.stories import story
from benchmarks.wagtail_peer.stories.models import Organisation, Person, Section, StoryCredit, StoryPage

_HEADING = re.compile("<h2>(.*?)</h2>")


def add(news: Page, page: StoryPage) -> None:
    """Adds a story and publishes it."""
    news.add_child(instance=page)
    page.save_revision().publish()


def page_of(number: int) -> StoryPage:
    """The unsaved page of story `number`."""
    told: dict[str, Any] = story(number)
    who, _for, whom = told["byline"].partition(" for ")
    page = StoryPage(
        title=told["headline"],
        slug=f"story-{number}",
        dek=told["dek"],
        body=stream_of(told["body_html"]),
        section=section_named(told["section"]),
        published=datetime.datetime.fromisoformat(told["published"]),
        supplier=organisation_named(told["supplier"], told["supplier_domain"]),
        supplier_key=told["supplier_id"],
        supplier_version=told["version"],
    )
    page.tags.add(*told["topics"])
    page.credits.add(StoryCredit(sort_order=0, person=person_named(who), organisation=organisation_named(whom, "")))
    return page


def stream_of(html: str) -> list[tuple[str, str]]:
    """The blocks of a body: what stands between two headings is one piece of rich text, as it is in the editor."""
    pieces = _HEADING.split(html)
    blocks = [("heading" if place % 2 else "paragraph", piece.strip()) for place, piece in enumerate(pieces)]
    return [block for block in blocks if block[1]]


# A name is looked up once and remembered, which is more than most imports do.


@cache
def person_named(name: str) -> Person:
    """The person of that name."""
    return Person.objects.get_or_create(name=name)[0]


@cache
def organisation_named(name: str, domain: str) -> Organisation:
    """The organisation of that name."""
    return Organisation.objects.get_or_create(name=name, defaults={"domain": domain})[0]


@cache
def section_named(name: str) -> Section:
    """The section of that name."""
    return Section.objects.get_or_create(name=name)[0]
