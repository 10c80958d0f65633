from datetime import UTC, datetime, timedelta

import pytest

from articles.importing.readers import feed
from tests.importing.feeds.reading import ATOM, RSS, items_of, story_of

NOON = datetime(2026, 11, 12, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("elements", "id", "address"),
    [
        ("<link>https://courier.example/1</link><guid>g1</guid>", "g1", "https://courier.example/1"),
        ("<guid>https://courier.example/1</guid>", "https://courier.example/1", "https://courier.example/1"),
        ('<guid isPermaLink="false">https://courier.example/1</guid>', "https://courier.example/1", ""),
        ("<guid>g1</guid>", "g1", ""),
        ("<link> /1?a=1&amp;b=2 </link>", "https://courier.example/1?a=1&b=2", "https://courier.example/1?a=1&b=2"),
        ("<link>javascript:steal()</link>", "", ""),
    ],
)
def test_an_item_is_known_by_its_guid_and_stands_at_its_link(elements, id, address):
    story = story_of(elements)
    assert (story.supplier_id, story.address) == (id, address)


def test_relative_addresses_are_those_of_the_page_they_were_fetched_from():
    story = story_of('<link href="a.html"/><id>1</id>', ATOM, address="https://courier.example/feeds/all.atom")
    assert story.address == "https://courier.example/feeds/a.html"


@pytest.mark.parametrize(
    ("elements", "published", "updated"),
    [
        ("<pubDate>Thu, 12 Nov 2026 12:00:00 GMT</pubDate>", NOON, None),
        ("<dc:date>2026-11-12T12:00:00Z</dc:date>", NOON, None),
        (
            "<pubDate>Thu, 12 Nov 2026 12:00:00 GMT</pubDate><dc:date>2026-11-12T13:00:00Z</dc:date>",
            NOON,
            NOON + timedelta(hours=1),
        ),
        ("<pubDate>Πεμ, 12 Νοέ 2026 07:00:00 EST</pubDate>", NOON, None),
        ("<pubDate>2026년 11월 12일 21:00:00</pubDate>", None, None),
        ("<pubDate>soon</pubDate>", None, None),
    ],
)
def test_times_are_those_of_the_item(elements, published, updated):
    story = story_of(elements)
    assert (story.published, story.updated) == (published, updated)


def test_a_time_keeps_the_offset_it_was_said_with():
    story = story_of("<pubDate>Thu, 12 Nov 2026 13:00:00 +0100</pubDate>")
    assert (story.published, story.published.utcoffset()) == (NOON, timedelta(hours=1))


def test_atom_says_apart_when_an_entry_was_published_and_changed():
    story = story_of("<updated>2026-11-12T12:00:00Z</updated>", ATOM)
    assert (story.published, story.updated) == (None, NOON)


@pytest.mark.parametrize(
    ("category", "topic"),
    [
        ("<category>Harbour</category>", ("Harbour", "")),
        ('<category domain="http://cv.iptc.org/newscodes/mediatopic/">20000345</category>', ("", "medtop:20000345")),
        ('<category domain="medtop">20000345</category>', ("", "medtop:20000345")),
        ("<category>medtop:20000345</category>", ("", "medtop:20000345")),
        (
            '<category domain="http://cv.iptc.org/newscodes/mediatopic/20000345">law</category>',
            ("law", "medtop:20000345"),
        ),
        ('<category domain="https://courier.example/tags">20000345</category>', ("20000345", "")),
        ("<dc:subject>Gulls &amp;amp; tides</dc:subject>", ("Gulls & tides", "")),
    ],
)
def test_categories_are_topics_with_the_code_of_iptc_where_it_is_meant(category, topic):
    assert [(one.name, one.code) for one in story_of(category).topics] == [topic]


def test_a_category_that_is_an_address_for_machines_is_no_topic():
    kind = '<category scheme="http://kinds.example/#kind" term="http://kinds.example/kind#post"/>'
    assert story_of(kind, ATOM).topics == ()


def test_that_an_item_comes_from_its_own_feed_claims_no_origin():
    assert story_of('<source url="https://courier.example/feed">Courier</source>').origins == ()


def test_languages_are_told_by_the_nearest_element():
    english, german = items_of(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en_gb"><entry><title>Tide</title></entry>'
        '<entry xml:lang="de"><title>Flut</title></entry></feed>'
    )
    assert (feed.read(english).language, feed.read(german).language) == ("en-GB", "de")


def test_prefixes_that_are_not_declared_mean_what_everybody_means_by_them():
    (item,) = items_of("<rss><item><dcterms:modified>2026-11-12T12:00:00Z</dcterms:modified><x:y>z</x:y></item></rss>")
    assert feed.read(item).updated == NOON


def test_what_a_feed_says_of_itself_may_come_after_its_entries():
    (item,) = items_of(
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id></entry><title>Courier</title></feed>'
    )
    assert feed.read(item).supplier == "Courier"


def test_rights_are_those_of_the_item_or_else_of_the_feed():
    frame = RSS.replace("<item>", "<copyright>Courier 2026</copyright><item>")
    assert story_of("<title>a</title>", frame).rights == "Courier 2026"
    assert story_of("<dc:rights>Ada Finch</dc:rights>", frame).rights == "Ada Finch"
