import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.importing.body import body_of
from articles.importing.errors import BadInput
from articles.importing.evidence import spans
from articles.importing.readers import feed
from articles.importing.readers.reader import Head, Source
from articles.importing.story import Story
from articles.text.clean import clean
from tests.importing.feeds.reading import ATOM, RSS, items_of, story_of, taken, told

FEEDS = Path(__file__).resolve().parents[2] / "data" / "feeds"
SAMPLES = sorted(path for path in FEEDS.iterdir() if path.suffix in (".rss", ".atom", ".rdf", ".cdf"))

BOMB = '<!DOCTYPE rss [<!ENTITY a "gulls"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'


def refusal_of(item):
    with pytest.raises(BadInput) as refusal:
        feed.read(item)
    return refusal.value.code


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_a_feed_reads_as_its_answer_says(sample):
    items, problem = taken(sample.read_bytes())
    answer = json.loads(sample.with_name(f"{sample.name}.json").read_text(encoding="utf-8"))
    assert {"stories": [told(feed.read(item)) for item in items], "problem": str(problem or "")} == answer


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_an_item_is_bytes_of_the_file_and_an_envelope_of_json(sample):
    received = sample.read_bytes()
    items, _problem = taken(received)
    assert [item.name for item in items] == [f"feed.xml#{number}" for number in range(1, len(items) + 1)]
    for item in items:
        assert item.received in received
        assert json.loads(json.dumps(item.envelope)) == item.envelope


def test_what_changes_at_every_poll_is_in_no_envelope():
    polls = [
        (FEEDS / "courier.rss")
        .read_text()
        .replace("08:00:00 +0000", f"0{hour}:00:00 +0000")
        .replace("<ttl>15", f"<ttl>{hour}")
        for hour in (8, 9)
    ]
    first, second = ([item.envelope for item in items_of(poll)] for poll in polls)
    assert polls[0] != polls[1]
    assert first == second


def test_the_words_that_claim_an_origin_are_found_in_the_bytes():
    item = items_of((FEEDS / "courier.rss").read_bytes())[0]
    ((start, end),) = spans(item, feed.read(item).origins)
    assert item.received[start:end] == b"Tidewater Times"


@pytest.mark.parametrize(
    "text",
    [
        '<rss version="0.91">',
        "\n\n<?xml version='1.0'?><!-- gulls --><rss>",
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/x.dtd"><rss>',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">',
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom">',
        '<feed version="0.3" xmlns="http://purl.org/atom/ns#">',
        '<entry xmlns="http://www.w3.org/2005/Atom">',
        '<CHANNEL HREF="http://tides.example/">',
        '<?xml version="1.0" encoding="utf-16"?><rss>'.encode("utf-16"),
    ],
)
def test_a_feed_is_known_by_its_root(text):
    assert feed.recognises(Head("story.txt", text if isinstance(text, bytes) else text.encode()))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Tide turns\n\nIt was late: <rss> was cut.",
        "<!DOCTYPE html><html><head><title>rss</title>",
        '<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/">',
        "<nitf><head/>",
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
        '<opml version="2.0">',
        '<feed xmlns="http://gulls.example/">',
        '{"version": "https://jsonfeed.org/version/1"}',
    ],
)
def test_what_is_no_feed_is_not_taken_for_one(text):
    assert not feed.recognises(Head("feed.rss", text.encode()))


def test_an_entry_that_is_a_document_of_its_own_is_read():
    (item,) = items_of('<entry xmlns="http://www.w3.org/2005/Atom"><title type="text">A &lt;b> tide</title></entry>')
    assert feed.read(item).headline == "A <b> tide"


@pytest.mark.parametrize(
    "html", ['<a href="javascript:steal()" onclick="steal()">gull</a>', "<script>steal()</script>gull"]
)
@pytest.mark.parametrize("frame", [RSS, ATOM])
def test_nothing_that_acts_comes_in(html, frame):
    escaped = html.replace("<", "&lt;")
    tag = "description" if frame == RSS else 'content type="html"'
    story = story_of(f"<{tag}>{escaped}</{tag.split()[0]}>", frame)
    assert body_of(story.blocks) == "<p>gull</p>"


def test_entities_of_a_doctype_are_never_expanded():
    used, unused = items_of(BOMB + (RSS % "<title>&b;</title></item><item><title>&copy; &amp; b</title>"))
    assert (refusal_of(used), feed.read(unused).headline) == ("unsafe", "© & b")
    (external,) = items_of(BOMB + (RSS % "<title>&c;</title>"))
    assert refusal_of(external) == "unsafe"


def test_null_bytes_are_refused_and_other_controls_left_out():
    null, bell = items_of(RSS % "<title>Gu\0lls</title></item><item><title>Gu\x07lls</title>")
    assert (refusal_of(null), feed.read(bell).headline) == ("binary", "Gulls")


def test_bytes_of_cp1252_in_what_calls_itself_utf_8_are_read_as_such():
    (item,) = items_of((RSS % "<title>The gulls’ café</title>").encode("cp1252"))
    story = feed.read(item)
    assert (story.headline, [step.name for step in story.steps]) == ("The gulls’ café", ["read-as-cp1252"])


def test_an_encoding_that_is_told_goes_first():
    text = '<?xml version="1.0" encoding="latin-1"?>' + RSS % "<title>Паром</title>"
    (item,) = items_of(text.encode("cp1251"), encoding="cp1251")
    assert feed.read(item).headline == "Паром"


def test_an_item_over_the_limit_has_a_problem_and_the_others_are_read():
    large, small = items_of(RSS % ("<title>" + "x" * 5000 + "</title></item><item><title>Gulls</title>"), limit=1000)
    assert (large.received, refusal_of(large), feed.read(small).headline) == (None, "too-large", "Gulls")


@pytest.mark.parametrize("tag", ["author", "source"])
def test_a_name_of_endless_letters_takes_no_time(tag):
    letters = "a" * 400_000
    assert story_of(f"<{tag}><author>{letters}</author>{letters}</{tag}><title>Gulls</title>", ATOM).headline == "Gulls"


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "empty"), ("gulls", "malformed"), ("<html></html>", "malformed"), ("<rss><channel>", "malformed")],
)
def test_what_is_no_feed_or_breaks_off_is_named(text, code):
    items, problem = taken(text)
    assert (items, problem.code) == ([], code)


def test_a_feed_without_items_has_none():
    assert taken(RSS.replace("<item>%s</item>", "")) == ([], None)


class Nothing(io.RawIOBase):
    """A feed of 64 MB of white space."""

    def __init__(self):
        self.at = 0

    def read(self, size=-1):
        first, self.at = self.at, min(self.at + size, 1 << 26)
        return (b"<rss>" if first == 0 else b"").ljust(self.at - first)

    def seek(self, at, whence=0):
        self.at = at
        return at


def test_a_feed_of_nothing_but_white_space_is_malformed_at_its_end():
    with pytest.raises(BadInput) as refusal:
        list(feed.split(Source("nothing", Nothing(), 1000)))
    assert (refusal.value.code, refusal.value.byte) == ("malformed", 1 << 26)


_PIECES = st.sampled_from(
    """<item> </item> <title> </title> <description> </description> <![CDATA[ ]]> <content:encoded> </content:encoded>
    <guid> </guid> <link> <link/> </link> <dc:creator> </dc:creator> <author> </author> <pubDate> </pubDate>
    <media:group> </media:group> <media:content <enclosure url=" type="image/x" /> > < & &amp; &lt;p&gt; &#x110000; &#0;
    &x; &nbsp; <!-- --> <!DOCTYPE <?x ?> <source <atom:entry> http://[ //x: javascript:a \0 \x07 \u202e é 潮
    a@b.example (Ada) 2026-13-40 <a:b </c> xmlns= xmlns:a=" xml:base=" base64 " ' = ] <category <div> </div>""".split()
)


@settings(deadline=None)
@given(st.lists(_PIECES, max_size=25), st.sampled_from([RSS, ATOM, "%s", "<rss>%s", BOMB + RSS]))
def test_any_feed_gives_stories_or_named_errors(pieces, frame):
    items, problem = taken(frame.replace("%s", " ".join(pieces)))
    assert problem is None or problem.code in {"malformed", "empty"}
    for item in items:
        try:
            story = feed.read(item)
        except BadInput as refusal:
            assert refusal.code in {"malformed", "unsafe", "binary", "encoding", "empty"}  # noqa: PT017
        else:
            assert isinstance(story, Story)
            assert clean(body_of(story.blocks)) == body_of(story.blocks)
            assert feed.read(item) == story


@settings(deadline=None)
@given(st.binary(max_size=120))
def test_any_bytes_are_taken_apart_or_named(received):
    _items, problem = taken(b"<rss>" + received)
    assert problem is None or problem.code in {"malformed", "empty"}
