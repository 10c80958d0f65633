"""What the tests of the desk share: stories that cite somebody, are read for quotes, or rest on a source."""

import pytest

from articles.desk.suggesting import suggest
from articles.models import Citation, Delivery
from bylines.models import Source
from tests.admin.arrivals import bring_in, item
from tests.desk.cited_story import CITED, revise, row
from tests.desk.read_story import body_of
from tests.desk.resting import BODY


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


@pytest.fixture
def site(settings):
    settings.SITE_URL = "https://courier.example"
    return settings


@pytest.fixture
def pilot(db):
    return Source.objects.create(name="Jan Pilot", slug="jan-pilot")


@pytest.fixture
def tell(make_story):
    """Makes a story that cites `source`, or the addresses of other stories of ours."""

    def story(headline, *, source=None, url="", status="live", state="confirmed", **words):
        source = source or Source.objects.create(name=f"Paper {headline}", slug=f"paper-{Source.objects.count()}")
        citation = Citation(source=source, key="gate", quote="it stood wide open", url=url, state=state)
        return make_story(headline, status=status, body=BODY, citations=[citation], **words)

    return story


@pytest.fixture
def delivered(tmp_path, tell):
    """Says that copy of a story came under this id, address or in these words."""
    (result,) = bring_in(tmp_path, item())
    receipt = Delivery.objects.get(article=result.article).receipt

    def deliver(story, **by):
        return Delivery.objects.create(article=story, receipt=receipt, kind="item", state="taken", **by)

    return deliver
