"""What the tests of the admin share: somebody at the screen, and names to credit."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import Page

from articles import desk
from articles.importing.run import Result
from articles.models import Article, Citation, Credit, Origin, Section, Topic
from bylines.models import Author, Organisation, Source
from tests.admin.arrivals import bring_in, changed, item
from tests.admin.roads import LATER, saved
from tests.admin.screen import Seat


@pytest.fixture
def seat(db: None) -> Callable[[User], Seat]:
    """Sits a member of the cast down."""
    return Seat


@pytest.fixture
def ada(db: None) -> Author:
    """An author."""
    return Author.objects.create(name="Ada Lovelace", slug="ada-lovelace")


@pytest.fixture
def engine(db: None) -> Organisation:
    """An outlet."""
    return Organisation.objects.create(name="The Engine", slug="the-engine")


@pytest.fixture
def pilot(db: None) -> Source:
    """Somebody who says things."""
    return Source.objects.create(name="Jan Pilot", slug="jan-pilot")


@pytest.fixture
def city(db: None) -> Section:
    """A section."""
    return Section.objects.create(name="City", slug="city")


@pytest.fixture
def ports(db: None) -> Topic:
    """A topic."""
    return Topic.objects.create(name="Ports", slug="ports")


@pytest.fixture
def full_story(
    make_story: Callable[..., Article], ada: Author, engine: Organisation, pilot: Source, city: Section, ports: Topic
) -> Article:
    """A draft with everything a story can have."""
    return make_story(
        credits=[Credit(author=ada, organisation=engine), Credit(wording="Staff")],
        origins=[Origin(organisation=engine, evidence="From The Engine")],
        citations=[Citation(source=pilot, quote="It held")],
        section=city,
        topics=[ports],
    )


# The browser


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser complains of, in this page and in those it opens."""
    heard: list[str] = []
    page.context.on("console", lambda said: heard.append(said.text) if said.type in ("error", "warning") else None)
    page.context.on("weberror", lambda error: heard.append(str(error.error)))
    return heard


@pytest.fixture
def edit(
    page: Page,
    sign_in: Callable[[Page, User], None],
    live_server: Any,
    rita: User,
    make_story: Callable[..., Article],
) -> Callable[[str], Page]:
    """Opens the form of a new story with this body, and waits until one can write."""

    def open_form(body: str) -> Page:
        story = make_story(body=body)
        sign_in(page, rita)
        page.goto(live_server.url + reverse("admin:articles_article_change", args=[story.pk]))
        page.locator(".prose-menubar").wait_for()
        return page

    return open_form


# Copy that arrives


@pytest.fixture
def arrive(db: None, tmp_path: Path) -> Callable[..., list[Result]]:
    """Brings items in, as the import does."""
    return partial(bring_in, tmp_path)


@pytest.fixture
def disputed(arrive: Callable[..., list[Result]], rita: User) -> Article:
    """A draft from the wire in which Rita and then the wire have changed the headline and two paragraphs.

    Another paragraph was changed by the wire alone; the dek by Rita alone.
    """
    (made,) = arrive(item())
    article = Article.objects.get(pk=made.article)
    ours = changed(2, "The work costs 2.3 million; the county pays most of it.")
    ours = changed(1, "Forty-one boats of the fleet move to the outer quay.", ours)
    body = "".join(f"<p>{paragraph}</p>" for paragraph in ours)
    words = {"headline": "Basin shut for weeks", "dek": "Boats have to move.", "body": body}
    desk.revise(article, by=rita, seen=1, words=words)
    theirs = changed(2, "The work will cost 2.6 million, of which the county pays half.")
    theirs = changed(1, "Thirty-eight fishing boats move to the outer quay, where there is water for thirty.", theirs)
    theirs = changed(3, "Ferries to Skerrin keep to their timetable but for two Sundays.", theirs)
    arrive(item(2, headline="Inner basin of Marrowby closes until May", paragraphs=theirs))
    return article


@pytest.fixture
def on_the_road(make_story, rita, ed, pat):
    """Takes a new story along a road of verbs, each done by whoever may."""

    def walk(*road):
        story = make_story()
        steps = {
            "save": lambda: saved(story, rita),
            "submit": lambda: desk.submit(story, by=rita, seen=story.version),
            "approve": lambda: desk.approve(story, by=ed, seen=story.version),
            "spike": lambda: desk.spike(story, by=ed, why="Overtaken"),
            "publish": lambda: desk.publish(story, by=pat, seen=story.version),
            "schedule": lambda: desk.schedule(story, by=pat, seen=story.version, at=LATER),
            "embargo": lambda: desk.embargo(story, by=pat, until=LATER),
            "hold": lambda: desk.hold(story, by=pat, why="The lawyers"),
            "retract": lambda: desk.correct(story, by=pat, seen=story.version, kind="retraction", note="All wrong."),
            "unpublish": lambda: desk.unpublish(story, by=pat, why="For now"),
            "kill": lambda: desk.kill(story, by=pat, why="By order of the court"),
        }
        for step in road:
            steps[step]()
        return story

    return walk
