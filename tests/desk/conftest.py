"""What the tests of the desk share: a story that cites somebody, and one quote in it that somebody vouches for."""

import pytest

from articles.desk.suggesting import suggest
from articles.models import Citation
from bylines.models import Source
from tests.desk.cited_story import CITED, revise, row
from tests.desk.read_story import body_of


@pytest.fixture
def amsel(db):
    return Source.objects.create(name="Ada Amsel", slug="ada-amsel", title="mayor")


@pytest.fixture
def cited_story(make_story, amsel):
    """A draft in which Rita has cited Ada Amsel."""
    return make_story(body=CITED, citations=[Citation(source=amsel, key="amsel")])


@pytest.fixture
def waived(cited_story, ed):
    """Ed vouches for the quote."""
    cited = row(cited_story)
    cited.waived_why = " Heard at the briefing. "
    revise(cited_story, ed, citations=[cited])
    return cited_story


@pytest.fixture
def read(make_story):
    """Makes a story of these paragraphs and reads it."""

    def make(*paragraphs, **words):
        story = make_story(body=body_of(*paragraphs), **words)
        suggest(story)
        return story

    return make
