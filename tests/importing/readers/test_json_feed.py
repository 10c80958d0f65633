import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.importing.errors import BadInput
from articles.importing.readers import json_feed
from articles.importing.readers.reader import Head, Source
from articles.importing.story import Story
from tests.importing.feeds.reading import told

LAMPS = Path(__file__).resolve().parents[2] / "data" / "feeds" / "lamps.jsonfeed"
FEED = {"version": "https://jsonfeed.org/version/1.1", "title": "Lamps", "home_page_url": "https://lamps.example/"}


def items_of(received, *, limit=100_000, encoding=None):
    return list(json_feed.split(Source("feed.json", io.BytesIO(received), limit, encoding)))


def feed_of(*items, **more):
    return json.dumps({**FEED, **more, "items": items}).encode()


def story_of(**told):
    (item,) = items_of(feed_of({"id": "1", "content_text": "Light.", **told}))
    return json_feed.read(item)


def refusal_of(received):
    with pytest.raises(BadInput) as refusal:
        [json_feed.read(item) for item in items_of(received)]
    return refusal.value


def test_a_feed_reads_as_its_answer_says():
    stories = [told(json_feed.read(item)) for item in items_of(LAMPS.read_bytes())]
    assert {"stories": stories, "problem": ""} == json.loads(
        LAMPS.with_name("lamps.jsonfeed.json").read_text(encoding="utf-8")
    )


def test_an_item_is_bytes_of_the_file_and_what_the_feed_says_of_itself():
    received = LAMPS.read_bytes()
    first, second = items_of(received)
    assert (first.received in received, second.received in received) == (True, True)
    assert first.envelope == {
        "title": "Lamps of Marrowby",
        "home_page_url": "https://lamps.example/",
        "feed_url": "https://lamps.example/feed.json",
        "language": "en-GB",
        "authors": ["The Lamp Society"],
    }


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_believed(encoding):
    (item,) = items_of(feed_of({"id": "1", "content_text": "Café"}).decode().encode(encoding))
    assert json_feed.read(item).blocks[0].text == "Café"


@pytest.mark.parametrize(
    ("text", "is_feed"),
    [
        (json.dumps(FEED), True),
        (LAMPS.read_text(encoding="utf-8"), True),
        ('{"items": [{"a": "}"}], "version": "https://jsonfeed.org/version/1"}', True),
        ('{"story": {"version": "https://jsonfeed.org/version/1"}}', False),
        ('[{"version": "https://jsonfeed.org/version/1"}]', False),
        ('{"version": "1.1"}', False),
        ("version: https://jsonfeed.org/version/1", False),
    ],
)
def test_a_feed_is_known_by_the_version_it_names(text, is_feed):
    assert json_feed.recognises(Head("story.txt", text.encode())) is is_feed


def test_the_authors_of_an_item_go_before_those_of_the_feed():
    own = {"id": "2", "content_text": "b", "author": {"name": "Ada Finch"}}
    received = feed_of({"id": "1", "content_text": "a"}, own, author={"name": "Alan Reed"})
    assert [json_feed.read(item).credits[0].name for item in items_of(received)] == ["Alan Reed", "Ada Finch"]


def test_the_main_picture_leads_unless_it_stands_in_the_body():
    picture = "https://lamps.example/lamp.jpg"
    assert [one.lead for one in story_of(image=picture).pictures] == [True]
    assert [one.lead for one in story_of(image=picture, content_html=f'<img src="{picture}">Light.').pictures] == [
        False
    ]


def test_an_item_over_the_limit_has_a_problem():
    large, small = items_of(
        feed_of({"id": "1", "content_text": "x" * 900}, {"id": "2", "content_text": "b"}), limit=500
    )
    assert (large.problem.code, small.problem) == ("too-large", None)


def test_a_feed_that_breaks_off_gives_what_came_before():
    items = json_feed.split(
        Source("feed", io.BytesIO(feed_of({"id": "1", "content_text": "a"}, {"id": "2"})[:-8]), 1000)
    )
    assert json_feed.read(next(items)).supplier == "Lamps"
    with pytest.raises(BadInput) as refusal:
        next(items)
    assert refusal.value.code == "malformed"


def test_what_is_wrong_in_an_item_is_named_with_its_place():
    problem = refusal_of(feed_of({"id": "1", "content_text": "a", "attachments": [{"url": "x"}]}))
    assert (problem.code, problem.byte) == ("malformed", 49)
    assert "attachments[0].mime_type" in problem.reason


_NAMES = st.sampled_from(
    "id url title content_html content_text summary image authors name tags attachments mime_type date_published "
    "external_url language".split()
)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=6),
    max_leaves=20,
)


@settings(deadline=None)
@given(st.dictionaries(_NAMES, _VALUES) | _VALUES)
def test_any_item_gives_a_story_or_a_named_error(told):
    for item in items_of(feed_of(told)):
        try:
            story = json_feed.read(item)
        except BadInput as refusal:
            assert refusal.code in {"malformed", "binary", "encoding"}  # noqa: PT017
        else:
            assert isinstance(story, Story)


@given(st.binary(max_size=60))
def test_any_bytes_are_taken_apart_or_named(received):
    assert refusal_of(b'{"items":[' + received).code in {"malformed", "binary", "encoding", "empty"}
