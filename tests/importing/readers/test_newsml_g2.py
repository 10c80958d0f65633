import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.errors import BadInput
from articles.importing.readers import newsml_g2
from articles.importing.readers.reader import Head, Source
from articles.importing.story import PubStatus, Signal, Story, StoryTopic
from tests.importing.iptc.answers import DATA, answers_of, item, kept, outcomes, refusal, spliced

SAMPLES = ["newsml/ferry-g2.xml", "newsml/message-g2.xml"]
READER = newsml_g2.READER
NAMESPACE = "http://iptc.org/std/nar/2006-10-01/"
XHTML = '<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>It was late.</p></body></html></inlineXML>'


def news_item(meta="", about="", content=XHTML, before="", nature="text", **attributes):
    told = {"guid": "urn:x:1", "standard": "NewsML-G2", "standardversion": "2.35", **attributes}
    return (
        f'<newsItem xmlns="{NAMESPACE}" {" ".join(f"{name}={value!r}" for name, value in told.items())}>{before}'
        f'<itemMeta><itemClass qcode="ninat:{nature}"/><provider literal="epa.example"/>'
        f"<versionCreated>2024-09-28T10:00:00Z</versionCreated>{meta}</itemMeta>"
        f"<contentMeta>{about}</contentMeta><contentSet>{content}</contentSet></newsItem>"
    )


def story_of(**parts):
    return READER.read(item(news_item(**parts)))


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_reads_as_its_answer_says(sample):
    assert answers_of(READER, sample) == kept(sample)


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_is_recognised(sample):
    assert newsml_g2.recognises(Head(sample, (DATA / sample).read_bytes()))


def test_an_item_of_a_message_is_its_exact_bytes():
    received = (DATA / "newsml/message-g2.xml").read_bytes()
    items = list(newsml_g2.split(Source("message.xml", io.BytesIO(received), 10_000)))
    assert [received.count(found.received) for found in items] == [1, 1, 1, 1]
    assert items[1].received.startswith(b"<nar:newsItem guid=")
    assert items[1].received.endswith(b"</nar:newsItem>")
    assert items[1].envelope == {
        "encoding": "iso8859-1",
        "namespaces": {"nar": NAMESPACE, "x": "http://www.w3.org/1999/xhtml"},
        "message": {
            "sender": "estuarypress.example",
            "sent": "2024-10-01T08:00:00Z",
            "priority": "4",
            "signals": ["nmsig:update"],
        },
    }


def test_an_item_over_the_limit_is_told_and_not_held():
    received = (DATA / "newsml/message-g2.xml").read_bytes()
    items = list(newsml_g2.split(Source("message.xml", io.BytesIO(received), 500)))
    assert [(found.received is None, found.problem.code if found.problem else "") for found in items] == [
        (True, "too-large"),
        (True, "too-large"),
        (False, ""),
        (False, ""),
    ]


def test_a_message_without_items_is_refused():
    received = f'<newsMessage xmlns="{NAMESPACE}"><header/><itemSet/></newsMessage>'.encode()
    with pytest.raises(BadInput, match="no-body"):
        list(newsml_g2.split(Source("message.xml", io.BytesIO(received), 10_000)))


@pytest.mark.parametrize("name", ["conceptItem", "knowledgeItem", "planningItem", "catalogItem"])
def test_other_items_are_refused_by_name(name):
    code, _line, reason = refusal(READER, f'<{name} xmlns="{NAMESPACE}"/>')
    assert (code, name in reason) == ("unsupported", True)


def test_a_package_names_what_it_lists():
    listed = '<groupSet><group><itemRef residref="urn:x:7"/></group></groupSet>'
    code, _line, reason = refusal(READER, f'<packageItem xmlns="{NAMESPACE}">{listed}</packageItem>')
    assert (code, "urn:x:7" in reason) == ("unsupported", True)


@pytest.mark.parametrize(
    ("received", "said"),
    [
        (news_item(meta="<urgency>3</urgency>"), "newsItem/itemMeta is wrong"),
        (news_item(about="<urgency>0</urgency>"), "newsItem/contentMeta/urgency is wrong"),
        (news_item(about='<subject qcode="medtop"/>'), "a qcode such as medtop:20000002 in qcode"),
        (news_item(about="<urgency>1</urgency><urgency>2</urgency>"), "not <urgency>"),
        (news_item(meta="<embargoed>tomorrow</embargoed>"), "a date and time such as"),
        (news_item(version="0"), "a whole number from 1 in version"),
        (news_item().replace('guid="urn:x:1"', "").replace("guid='urn:x:1'", ""), "the attribute guid"),
        (news_item(colour="red"), "no attribute colour"),
        (news_item(about="<weather/>"), "not <weather>"),
        (news_item().replace(NAMESPACE, "urn:other"), "It begins with <newsItem>"),
        (f'<contentSet xmlns="{NAMESPACE}"/>', "It begins with <contentSet>"),
    ],
)
def test_what_is_wrong_is_named(received, said):
    code, line, reason = refusal(READER, received)
    assert (code, line) == ("malformed", 1)
    assert said in reason


def test_a_later_version_may_say_more():
    assert story_of(standardversion="2.99", about="<weather/>", colour="red").blocks
    assert refusal(READER, news_item(standardversion="2.99", about="<urgency>0</urgency>"))[0] == "malformed"


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"content": ""}, "no-body"),
        ({"content": '<inlineXML><events xmlns="urn:x"/></inlineXML>'}, "no-body"),
        ({"content": "", "nature": "picture"}, "unsupported"),
        (
            {"content": '<remoteContent href="https://a.example/t.xml"/>', "about": "<headline>T</headline>"},
            "unsupported",
        ),
    ],
)
def test_what_is_valid_and_no_story_is_called_that(parts, code):
    assert refusal(READER, news_item(**parts))[0] == code


@pytest.mark.parametrize(
    ("meta", "status", "signal"),
    [
        ('<pubStatus qcode="stat:usable"/>', PubStatus.USABLE, Signal.NONE),
        ('<pubStatus qcode="stat:withheld"/>', PubStatus.WITHHELD, Signal.NONE),
        ('<pubStatus qcode="stat:canceled"/>', PubStatus.CANCELED, Signal.KILL),
        ('<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>', PubStatus.CANCELED, Signal.KILL),
        ('<pubStatus qcode="house:draft"/>', PubStatus.WITHHELD, Signal.NONE),
        ('<signal qcode="sig:update"/><signal qcode="sig:correction"/>', PubStatus.USABLE, Signal.CORRECTION),
        ('<signal qcode="epa:MandatoryKill"/>', PubStatus.USABLE, Signal.KILL),
        ("<embargoed/>", PubStatus.WITHHELD, Signal.NONE),
        ("<embargoed>2024-09-29T10:00:00+02:00</embargoed>", PubStatus.USABLE, Signal.NONE),
    ],
)
def test_whether_it_may_be_used(meta, status, signal):
    story = story_of(meta=meta)
    assert (story.pub_status, story.signal) == (status, signal)


@pytest.mark.parametrize(
    ("content", "blocks"),
    [
        ("<inlineXML><p>Nar.</p></inlineXML>", ["<p>Nar.</p>"]),
        ('<inlineData contenttype="text/plain">One.\n\nTwo.</inlineData>', ["One.", "Two."]),
        ('<inlineData contenttype="text/html">&lt;p&gt;A &lt;b&gt;b&lt;/b&gt;&lt;/p&gt;</inlineData>', None),
        ('<inlineData contenttype="text/plain" encoding="enc:base64">T25lLg==</inlineData>', ["One."]),
        ('<inlineData contenttype="text/plain">Plain.</inlineData>' + XHTML, ["<p>It was late.</p>"]),
    ],
)
def test_the_text_comes_from_the_best_rendition(content, blocks):
    story = story_of(content=content)
    assert [block.html or block.text for block in story.blocks] == (blocks or ["<p>A <strong>b</strong></p>"])


def test_text_in_base64_that_is_none_is_no_text():
    broken = '<inlineData contenttype="text/plain" encoding="enc:base64">!!</inlineData>'
    assert refusal(READER, news_item(content=broken))[0] == "no-body"


def test_an_alias_means_what_the_catalog_says():
    catalog = '<catalog><scheme alias="m" uri="http://cv.iptc.org/newscodes/mediatopic/"/></catalog>'
    story = story_of(before=catalog, about='<subject qcode="m:20000002"/>')
    assert story.topics == (StoryTopic("", "medtop:20000002"),)


@pytest.mark.parametrize("sample", SAMPLES)
@given(data=st.data())
def test_a_sample_cut_and_spliced_is_a_story_or_refused(sample, data):
    found = outcomes(READER, spliced((DATA / sample).read_bytes(), data))
    assert all(isinstance(one, Story | BadInput) for one in found)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_story_or_refused(received):
    assert all(isinstance(one, Story | BadInput) for one in outcomes(READER, received))
