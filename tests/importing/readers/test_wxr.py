import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.errors import BadInput
from articles.importing.readers import wxr
from articles.importing.readers.reader import Head, Source
from articles.importing.story import PubStatus, Story
from tests.importing.taking import readings, refusal, taken, the_story, told

READER = wxr.READER
WXR = Path(__file__).resolve().parents[2] / "data" / "wxr"
SAMPLES = sorted(WXR.glob("*.xml"))

HEAD = (
    '<rss xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
    "<title>The Harbour Courier</title><wp:base_blog_url>https://courier.example/</wp:base_blog_url>"
)


def post(inside="", *, title="Pier closes", kind="post", number=20, content="It is shut."):
    return (
        f"<item><title>{title}</title><wp:post_id>{number}</wp:post_id><wp:post_type>{kind}</wp:post_type>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded>{inside}</item>"
    )


def export(*items, head=HEAD):
    return f"{head}{''.join(items)}</channel></rss>"


def meta(key, value):
    return f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{value}</wp:meta_value></wp:postmeta>"


def story(*inside, **how):
    return the_story(READER, export(post("".join(inside), **how)))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_an_export_reads_as_its_answer_says(sample):
    found, problem = readings(READER, sample.read_bytes(), name=sample.name)
    answer = json.loads(sample.with_name(f"{sample.name}.json").read_text(encoding="utf-8"))
    assert {"items": {place: told(one) for place, one in found.items()}, "problem": str(problem or "")} == answer


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_an_item_is_bytes_of_the_file_and_an_envelope_of_json(sample):
    received = sample.read_bytes()
    items, _problem = taken(READER, received)
    for item in items:
        assert item.received in received
        assert json.loads(json.dumps(item.envelope)) == item.envelope


def test_an_envelope_holds_only_what_its_post_needs():
    first, second, draft, *_others = taken(READER, (WXR / "courier.xml").read_bytes())[0]
    assert sorted(first.envelope["attachments"]) == ["11", "12"]
    assert sorted(first.envelope["authors"]) == ["ada", "joost"]
    assert (first.envelope["primary"], first.envelope["children"]) == ("harbour", ["11", "12"])
    assert list(second.envelope["attachments"]) == ["12"]
    assert list(second.envelope["blocks"]) == ["40"]
    assert not {"attachments", "authors", "blocks", "primary"} & set(draft.envelope)


def test_a_post_reads_the_same_whatever_stands_around_it():
    alone = taken(READER, export(post()))[0][0]
    among = taken(READER, export(post(title="Other", number=1), post(), post(number=3)))[0][1]
    assert (among.received, among.envelope) == (alone.received, alone.envelope)


@pytest.mark.parametrize(
    ("status", "was"),
    [("publish", "published"), ("future", "scheduled"), ("draft", "draft"), ("pending", "pending"), ("trash", "trash")],
)
def test_how_wordpress_had_it_is_kept(status, was):
    assert story(f"<wp:status><![CDATA[{status}]]></wp:status>").was == was


def test_what_needs_a_password_is_withheld():
    assert story("<wp:post_password>tide</wp:post_password>").pub_status == PubStatus.WITHHELD


def test_the_time_keeps_the_offset_of_the_sites_clock():
    told = story(
        "<wp:post_date>2019-05-03 09:00:00</wp:post_date><wp:post_date_gmt>2019-05-03 08:00:00</wp:post_date_gmt>"
    )
    assert told.published.isoformat() == "2019-05-03T09:00:00+01:00"


@pytest.mark.parametrize(
    ("fields", "published"),
    [
        ("<wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>", None),
        ("<pubDate>Wed, 30 Nov -0001 00:00:00 +0000</pubDate>", None),
        ("<pubDate>Fri, 03 May 2019 08:00:00 +0000</pubDate>", "2019-05-03T08:00:00+00:00"),
        ("<wp:post_date>2019-05-03 09:00:00</wp:post_date>", "2019-05-03T09:00:00+00:00"),
        (
            "<wp:post_date>2019-05-03 09:00:00</wp:post_date><pubDate>Fri, 03 May 2019 07:00:00 +0000</pubDate>",
            "2019-05-03T09:00:00+02:00",
        ),
    ],
)
def test_where_one_clock_is_missing_the_other_tells(fields, published):
    told = story(fields).published
    assert (told and told.isoformat()) == published


def test_where_only_the_sites_clock_tells_it_is_as_far_from_utc_as_for_other_posts():
    both = "<wp:post_date>2019-05-03 09:00:00</wp:post_date><wp:post_date_gmt>2019-05-03 08:00:00</wp:post_date_gmt>"
    found, _problem = readings(
        READER, export(post(both, number=1), post("<wp:post_date>2019-06-01 12:00:00</wp:post_date>"))
    )
    assert found["2"].published.isoformat() == "2019-06-01T12:00:00+01:00"


def test_the_id_names_the_site_and_the_post_and_survives_a_new_slug():
    first = story("<wp:post_name>pier</wp:post_name>")
    later = story("<wp:post_name>pier-closes</wp:post_name>")
    assert first.supplier_id == later.supplier_id == "https://courier.example/?p=20"


def test_co_authors_stand_in_the_place_of_the_account():
    names = '<category domain="author" nicename="cap-jo"><![CDATA[Jo Reed]]></category>'
    assert [credit.name for credit in story("<dc:creator>admin</dc:creator>", names).credits] == ["Jo Reed"]


def test_a_guest_author_is_called_as_its_profile_says():
    guest = post(meta("cap-display_name", "Jo Reed") + meta("cap-user_login", "jo"), kind="guest-author", number=9)
    written = post('<category domain="author" nicename="cap-jo"><![CDATA[jo]]></category>')
    assert [credit.name for credit in the_story(READER, export(guest, written)).credits] == ["Jo Reed"]


def test_a_page_is_a_story_with_a_step_that_says_so():
    page = story(kind="page")
    assert [(step.name, step.before, step.after) for step in page.steps] == [("post-type", "page", "post")]


def test_a_type_of_the_sites_own_is_a_story_where_readers_could_open_it():
    assert story("<link>https://courier.example/review/hake/</link>", kind="review").headline == "Pier closes"
    received = export(post("<link>https://courier.example/?post_type=order&amp;p=1</link>", kind="order"))
    assert refusal(READER, received) == ("unsupported", None, None)


@pytest.mark.parametrize("kind", ["attachment", "nav_menu_item", "revision", "wp_template", "custom_css"])
def test_what_wordpress_keeps_for_itself_is_passed_over(kind):
    assert taken(READER, export(post(kind=kind))) == ([], None)


def test_a_post_about_exports_is_not_taken_for_what_it_is_about():
    assert (
        story(content="Write &lt;wp:post_type&gt;: <wp:post_type>attachment</wp:post_type>").headline == "Pier closes"
    )


def test_a_post_without_a_title_is_refused():
    assert refusal(READER, export(post(title=""))) == ("no-headline", 1, 0)


def test_the_place_of_a_broken_post_is_that_in_the_file():
    received = export(post(number=1), "\n", post("<wp:comment>"))
    found, _problem = readings(READER, received)
    assert (found["1"].headline, found["2"].code, found["2"].line) == ("Pier closes", "malformed", 2)
    assert received.encode().index(b"<wp:comment>") < found["2"].byte <= len(received)


def test_of_an_export_that_breaks_off_what_came_before_is_read_and_the_place_is_named():
    whole = export(post(number=1), "\n", post(number=2))
    cut = whole.rindex("<content:encoded>")
    found, problem = readings(READER, whole[:cut])
    assert {place: one.headline for place, one in found.items()} == {"1": "Pier closes"}
    assert (problem.code, problem.line, problem.byte) == ("malformed", 2, whole.rindex("<item>"))


def test_an_entity_that_the_file_declares_is_never_expanded():
    bomb = f'<!DOCTYPE rss [<!ENTITY gull "{"gull" * 100}">]>'
    received = bomb + export(post(title="A &gull;"), post(title="Pier"))
    found, _problem = readings(READER, received)
    assert (found["1"].code, found["2"].headline) == ("unsafe", "Pier")


def test_a_post_over_the_limit_is_named_and_not_held():
    items, problem = taken(READER, export(post(content="x" * 5_000), post(number=2)), limit=2_000)
    assert [(item.received is None, item.problem and item.problem.code) for item in items] == [
        (True, "too-large"),
        (False, None),
    ]
    assert problem is None


def test_any_encoding_told_declared_or_marked_is_read():
    received = export(post(title="Caf\u00e9"))
    for encoded in (
        received.encode("utf-16"),
        b'<?xml version="1.0" encoding="latin-1"?>' + received.encode("latin-1"),
    ):
        assert the_story(READER, encoded).headline == "Café"
    assert the_story(READER, received.encode("cp1252"), encoding="cp1252").headline == "Café"


@pytest.mark.parametrize(
    ("received", "is_export"),
    [
        (export(post()), True),
        (export(post()).replace("http:", "https:"), True),
        (post(), True),
        ('<rss version="2.0"><channel><item><title>A feed</title></item></channel></rss>', False),
        ("<html><body>wp:post_id</body></html>", False),
        ("Pier closes\n\nIt is shut.", False),
    ],
)
def test_an_export_is_known_by_its_root(received, is_export):
    assert READER.recognises(Head("file", received.encode())) is is_export


@given(st.binary(max_size=300))
def test_any_bytes_read_as_stories_or_are_refused_by_name(received):
    found, _problem = readings(READER, received)
    assert all(isinstance(one, Story | BadInput) for one in found.values())


@given(st.data())
def test_an_export_that_was_damaged_reads_as_stories_or_is_refused_by_name(data):
    received = bytearray((WXR / "courier.xml").read_bytes())
    for _time in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(received) - 1))
        cut = data.draw(st.integers(0, 40))
        received[at : at + cut] = data.draw(st.sampled_from([b"", b"\0", b"<", b"]]>", b"&x;", b"[", b"\xff", b"<!--"]))
    found, _problem = readings(READER, bytes(received))
    assert all(isinstance(one, Story | BadInput) for one in found.values())


@given(st.text(st.sampled_from("[]/<>!-&;\"'= \n\nabgalleryq1:{}wp"), max_size=200))
def test_any_content_reads(content):
    assert isinstance(story(content=content.replace("]]>", "")), Story)


def test_no_more_than_a_post_is_held_while_an_export_is_taken_apart():
    class Counted(io.BytesIO):
        longest = 0

        def read(self, size=-1):
            Counted.longest = max(Counted.longest, size)
            assert size > 0
            return super().read(size)

    stream = Counted(export(*(post(number=number) for number in range(3_000))).encode())
    assert sum(1 for _item in wxr.split(Source("file", stream, 10_000))) == 3_000
    assert Counted.longest < len(stream.getvalue())
