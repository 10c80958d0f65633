"""The test files of IPTC's own NewsML-G2 library: each item is read, or named as what it is."""

import io

import pytest

from articles.importing.readers import newsml_g2
from articles.importing.readers.reader import HEAD_BYTES, Head, Source
from articles.importing.story import Signal, Story, StoryTopic
from tests.conformance.corpora import corpus
from tests.conformance.table import ALL
from tests.importing.iptc.answers import outcome

TARGETS = {ALL: 1.0}
ANSWERS = {
    "001_simplest_file.xml": ["no-body"],
    "002_knowledgeitem.xml": ["unsupported"],
    "003_conceptitem.xml": ["unsupported"],
    "004_planningitem.xml": ["unsupported"],
    "005_conceptitem_persondetails.xml": ["unsupported"],
    "006_conceptitem_geoareadetails.xml": ["unsupported"],
    "007_emptynewsmessage.xml": ["unsupported", "no-body"],
    "008_roundtrip_test.xml": ["story"],
    "LISTING_13_Complete_Catalog_Item.xml": ["unsupported"],
    "LISTING_19_Planning_Item_with_delivery_at_CCL.xml": ["unsupported"],
    "LISTING_1_A_NewsML-G2_News_Item.xml": ["no-body"],
    "LISTING_3_Photo_in_NewsML-G2.xml": ["unsupported"],
    "LISTING_6_Simple_NewsML-G2_Package.xml": ["unsupported"],
}


@pytest.fixture(scope="module")
def outcomes(row):
    found = {}
    for path in sorted(corpus("newsml-agencies2").glob("*.xml")):
        received = path.read_bytes()
        assert newsml_g2.recognises(Head(path.name, received[:HEAD_BYTES]))
        items = newsml_g2.split(Source(path.name, io.BytesIO(received), 10_000_000))
        found[path.name] = [outcome(newsml_g2.READER, item) for item in items]
        row.files += 1
        row.stories += sum(isinstance(one, Story) for one in found[path.name])
        row.refused += sum(not isinstance(one, Story) for one in found[path.name])
    return found


def test_every_item_is_read_or_named(outcomes):
    assert {
        name: ["story" if isinstance(one, Story) else one.code for one in items] for name, items in outcomes.items()
    } == ANSWERS


def test_the_story_with_nitf_within_comes_in_whole(outcomes, row):
    (story,) = outcomes["008_roundtrip_test.xml"]
    told = {
        "headline": 'Fed to halt QE to avert "bubble"',
        "dateline": "Berlin",
        "slugline": "US-Finance-Fed",
        "supplier": "REUTERS",
        "supplier_id": "urn:newsml:acmenews.com:20161018:US-FINANCE-FED",
        "version": "11",
        "language": "en-GB",
        "signal": Signal.UPDATE,
        "topics": (
            StoryTopic("economy, business and finance", "medtop:04000000"),
            StoryTopic("labour market", "medtop:20000523"),
        ),
    }
    for name, expected in told.items():
        row.count(name, getattr(story, name) == expected)
    times = [one.isoformat() for one in (story.published, story.updated, story.embargo)]
    row.count("times", times == ["2016-10-18T13:12:21-05:00", "2018-10-21T16:25:32-05:00", "2018-10-23T12:00:00+00:00"])
    row.count("credits", [one.name for one in story.credits] == ["Meredith Jameson"])
    row.count("text", [block.text[:16] for block in story.blocks] == ["(Sports Network)"])
    assert row.missed() == []
