"""What the tests of the admin share: somebody at the screen, and names to credit."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User

from articles.models import Article, Citation, Credit, Origin, Section, Topic
from bylines.models import Author, Organisation, Source
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
