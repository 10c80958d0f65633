import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.errors import BadInput
from articles.importing.readers import nitf
from articles.importing.readers.reader import Head
from articles.importing.story import PubStatus, Signal, Story, StoryCredit
from tests.importing.iptc.answers import DATA, answers_of, item, kept, outcomes, refusal, spliced

SAMPLE = "nitf/ferry.xml"
READER = nitf.READER


def document(docdata="", head="", content="<p>It was late.</p>", **attributes):
    told = " ".join(f'{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return (
        f"<nitf><head><docdata {told}>{docdata}</docdata></head><body><body.head>"
        f"<hedline><hl1>Tide turns</hl1></hedline>{head}</body.head>"
        f"<body.content>{content}</body.content></body></nitf>"
    )


ANYTHING = st.text(max_size=200).map(lambda text: document(content=text).encode("utf-8", "ignore"))


def story_of(**parts):
    return READER.read(item(document(**parts)))


def test_the_sample_reads_as_its_answer_says():
    assert answers_of(READER, SAMPLE) == kept(SAMPLE)


def test_it_is_recognised_by_its_root_behind_a_doctype():
    assert nitf.recognises(Head("x.xml", (DATA / SAMPLE).read_bytes()))
    assert nitf.recognises(Head("x", b'<n:nitf xmlns:n="http://iptc.org/std/NITF/2006-10-18/">'))
    assert not nitf.recognises(Head("x", b"<html>"))


def test_its_namespace_makes_no_difference():
    plain = document()
    named = plain.replace("<nitf>", '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">')
    assert READER.read(item(named)) == READER.read(item(plain))


@pytest.mark.parametrize(
    ("received", "code"),
    [
        ("<nitf><head/></nitf>", "malformed"),
        ("<html><body/></html>", "malformed"),
        ("<nitf><body>", "malformed"),
        ("<nitf><body><body.head><hedline><hl1>Alone</hl1></hedline></body.head></body></nitf>", "no-body"),
        (document(content="<p> … </p>"), "no-body"),
        ("<nitf>" * 300 + "</nitf>" * 300, "unsafe"),
        ("<nitf><body>" + "x" * 100 + "\x00</body></nitf>", "binary"),
        ("", "empty"),
    ],
)
def test_what_is_no_story_is_refused(received, code):
    assert refusal(READER, received)[0] == code


def test_entities_that_are_declared_and_used_are_refused():
    assert refusal(READER, f'<!DOCTYPE nitf [<!ENTITY a "boo">]>{document(content="<p>&a;</p>")}')[0] == "unsafe"
    assert refusal(READER, f'<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/hosts">]>{document()}') is None


@pytest.mark.parametrize(
    ("told", "status", "signal"),
    [
        ({}, PubStatus.USABLE, Signal.NONE),
        ({"management_status": "usable"}, PubStatus.USABLE, Signal.NONE),
        ({"management_status": "canceled"}, PubStatus.CANCELED, Signal.KILL),
        ({"management_status": "withheld"}, PubStatus.WITHHELD, Signal.NONE),
        ({"management_status": "embargoed"}, PubStatus.WITHHELD, Signal.NONE),
        ({"management_status": "perhaps"}, PubStatus.WITHHELD, Signal.NONE),
        ({"docdata": '<ed-msg msg-type="Kill"/>'}, PubStatus.USABLE, Signal.KILL),
        ({"docdata": '<ed-msg info="Eds: UPDATES throughout"/>'}, PubStatus.USABLE, Signal.UPDATE),
        ({"docdata": '<ed-msg info="With picture"/>'}, PubStatus.USABLE, Signal.NONE),
        ({"docdata": '<correction info="Name was wrong"/>'}, PubStatus.USABLE, Signal.CORRECTION),
    ],
)
def test_whether_it_may_be_used(told, status, signal):
    story = story_of(**told)
    assert (story.pub_status, story.signal) == (status, signal)


def test_it_is_embargoed_until_its_release_if_that_is_later():
    issue, release = '<date.issue norm="20240928T100000Z"/>', '<date.release norm="20240928T180000Z"/>'
    assert story_of(docdata=issue + release, management_status="embargoed").embargo.hour == 18
    assert story_of(docdata=issue + release.replace("18", "10")).embargo is None


def test_what_withdraws_another_document_goes_by_the_id_of_that_one():
    story = story_of(
        docdata='<doc-id id-string="two"/>', management_doc_idref="one", management_idref_status="canceled"
    )
    assert (story.supplier_id, story.signal) == ("one", Signal.KILL)


def test_the_title_of_the_document_stands_in_for_a_headline():
    received = document().replace("<hl1>Tide turns</hl1>", "<hl1/>").replace("<head>", "<head><title>Title</title>")
    assert READER.read(item(received)).headline == "Title"


def test_an_abstract_is_the_dek_where_there_is_no_second_headline():
    assert story_of(head="<abstract><p>By nine minutes.</p></abstract>").dek == "By nine minutes."


@pytest.mark.parametrize(
    ("byline", "credits"),
    [
        ("By Ada Finch and Jo Reed", (StoryCredit("Ada Finch"), StoryCredit("Jo Reed"))),
        ("By Ada Finch, <byttl>AP Writer</byttl>", (StoryCredit("Ada Finch", title="AP Writer"),)),
        ("Ada Finch<byttl><org>The Engine</org></byttl>", (StoryCredit("Ada Finch", organisation="The Engine"),)),
        ("<byttl>Sports Network</byttl>", (StoryCredit("", organisation="Sports Network"),)),
        (
            "<person>Ada Finch<function>mate</function></person>",
            (StoryCredit("Ada Finch", title="mate"),),
        ),
        ("", ()),
    ],
)
def test_bylines(byline, credits):
    assert story_of(head=f"<byline>{byline}</byline>").credits == credits


def test_a_time_stamp_is_no_dateline():
    stamp = '<dateline><story.date norm="20240928T100000Z">20240928T100000Z</story.date></dateline>'
    story = story_of(head=stamp)
    assert (story.dateline, story.published.isoformat()) == ("", "2024-09-28T10:00:00+00:00")


@given(st.binary(max_size=200) | ANYTHING)
def test_any_bytes_are_a_story_or_refused(received):
    assert all(isinstance(one, Story | BadInput) for one in outcomes(READER, received))


@given(st.data())
def test_the_sample_cut_and_spliced_is_a_story_or_refused(data):
    found = outcomes(READER, spliced((DATA / SAMPLE).read_bytes(), data))
    assert all(isinstance(one, Story | BadInput) for one in found)
