"""What machines read of a story."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.models import Citation, Claim, Credit, Origin, Topic
from articles.public.metadata import json_ld
from bylines.models import Author, Organisation, Source

pytestmark = pytest.mark.django_db


@pytest.fixture
def described(read):
    """The JSON-LD of the first story."""
    return lambda: json.loads(read("/2026/05/04/story-1/").root.xpath("string(//script[@type='application/ld+json'])"))


def test_a_plain_story(described, make_story):
    make_story("Dues rise", status="live")
    assert described() == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Dues rise",
        "description": "It held.",
        "url": "http://testserver/2026/05/04/story-1/",
        "mainEntityOfPage": "http://testserver/2026/05/04/story-1/",
        "datePublished": "2026-05-04T12:00:00+00:00",
        "dateModified": "2026-05-04T12:00:00+00:00",
        "inLanguage": "en",
        "wordCount": 5,
        "author": [{"@type": "Person", "name": "Staff"}],
        "publisher": {
            "@type": "NewsMediaOrganization",
            "name": "The Harbour Courier",
            "url": "http://testserver/",
            "correctionsPolicy": "http://testserver/corrections/",
        },
    }


def test_who_made_it_for_whom_and_what_it_is_based_on(described, make_story, harbour):
    ada = Author.objects.create(name="Ada Lovelace", slug="ada")
    engine = Organisation.objects.create(name="The Engine", slug="engine")
    make_story(
        status="live",
        section=harbour,
        dateline="Marrowby",
        topics=[Topic.objects.create(name="Tides", slug="tides")],
        credits=[Credit(author=ada, organisation=engine), Credit(organisation=engine)],
        origins=[Origin(organisation=engine, url="https://engine.example/1", state=Claim.CONFIRMED)],
    )
    told = described()
    outlet = {"@type": "Organization", "name": "The Engine", "url": "http://testserver/organisation/engine/"}
    ada_told = {"@type": "Person", "name": "Ada Lovelace", "url": "http://testserver/author/ada/", "worksFor": outlet}
    assert told["author"] == [ada_told, outlet]
    assert told["isBasedOn"] == ["https://engine.example/1"]
    assert told["creditText"] == "Syndicated from The Engine"
    assert told["sourceOrganization"] == [outlet]
    assert (told["articleSection"], told["dateline"], told["keywords"]) == ("Harbour", "Marrowby", ["Tides"])


def test_the_credit_line_an_outlet_asks_for_is_the_credit(described, make_story):
    wire = Organisation.objects.create(name="Wire", slug="wire", credit_line="© Wire")
    make_story(status="live", origins=[Origin(organisation=wire, state=Claim.CONFIRMED)])
    assert described()["creditText"] == "© Wire"


def test_what_is_the_own_houses_is_based_on_nothing(described, make_story):
    house = Organisation.objects.create(name="The Harbour Courier", slug="courier", kind="own_house")
    origin = Origin(organisation=house, url="https://courier.example/1", state=Claim.CONFIRMED)
    make_story(status="live", origins=[origin])
    assert {"isBasedOn", "creditText", "sourceOrganization"} & described().keys() == set()


def test_whom_it_quotes(described, make_story):
    ada = Source.objects.create(name="Ada Lovelace", slug="ada")
    body = '<p>“<mark data-citation="a">It counts</mark>.”</p>'
    make_story(status="live", body=body, citations=[Citation(key="a", source=ada)])
    who = {"@type": "Person", "name": "Ada Lovelace", "url": "http://testserver/source/ada/"}
    assert described()["citation"] == [{"@type": "Quotation", "text": "It counts", "spokenByCharacter": who}]


def test_corrections_are_told_and_updates_are_not_corrections(described, make_story, correct, at):
    story = make_story(status="live")
    with at(1):
        correct(story, "update", "More is known.", dek="More.")
    with at(2):
        correct(story, "retraction", "It was not so.")
        told = described()
    assert told["correction"] == [
        {
            "@type": "CorrectionComment",
            "name": "Retraction",
            "text": "It was not so.",
            "datePublished": "2026-05-04T14:00:00+00:00",
        }
    ]
    assert (told["dateModified"], told["creativeWorkStatus"]) == ("2026-05-04T14:00:00+00:00", "Retracted")


def test_a_headline_cannot_leave_the_script(described, make_story):
    headline = "</script><script>alert('x')</script> & <!--"
    make_story(headline, status="live")
    assert described()["headline"] == headline


@given(st.dictionaries(st.text(), st.text()))
def test_any_text_comes_back_and_nothing_in_it_is_markup(value):
    text = json_ld(value)
    assert json.loads(text) == value
    assert not set("<>&") & set(text)


def test_the_open_graph_is_told_the_same(read, make_story):
    make_story("Dues & rise", status="live")
    page = read("/2026/05/04/story-1/")
    graph = dict(zip(page.all("//meta[@property]/@property"), page.all("//meta[@property]/@content"), strict=True))
    assert graph == {
        "og:type": "article",
        "og:site_name": "The Harbour Courier",
        "og:title": "Dues & rise",
        "og:description": "It held.",
        "og:url": "http://testserver/2026/05/04/story-1/",
        "article:published_time": "2026-05-04T14:00:00+02:00",
    }
