import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.errors import BadInput
from articles.importing.readers import newsml_1
from articles.importing.readers.reader import Head, Source
from articles.importing.story import PubStatus, Signal, Story
from tests.importing.iptc.answers import DATA, answers_of, item, kept, outcomes, refusal, spliced

SAMPLE = "newsml/ferry-1.2.xml"
READER = newsml_1.READER
PHOTO = '<ContentItem Href="a.jpg"><MediaType FormalName="Photo"/></ContentItem>'
TEXT = "<ContentItem><DataContent><p>It was late.</p></DataContent></ContentItem>"


def news_item(status="Usable", management="", component=TEXT, name="1"):
    return (
        f"<NewsItem><Identification><NewsIdentifier><ProviderId>epa.example</ProviderId><DateId>20240928</DateId>"
        f"<NewsItemId>{name}</NewsItemId><RevisionId>3</RevisionId></NewsIdentifier></Identification><NewsManagement>"
        f'<Status FormalName="{status}"/>{management}</NewsManagement>'
        f"<NewsComponent>{component}</NewsComponent></NewsItem>"
    )


def will_be(status):
    at = "<DateAndTime>20240929T100000Z</DateAndTime>"
    return f'<StatusWillBe><FutureStatus FormalName="{status}"/>{at}</StatusWillBe>'


def component(role, words):
    content = f"<ContentItem><DataContent>{words}</DataContent></ContentItem>"
    return f'<NewsComponent><Role FormalName="{role}"/>{content}</NewsComponent>'


def story_of(**parts):
    return READER.read(item(news_item(**parts)))


def names_in(received):
    source = Source("file.xml", io.BytesIO(f"<NewsML>{received}</NewsML>".encode()), 100_000)
    return [READER.read(found).supplier_id.rpartition(":")[2] for found in newsml_1.split(source)]


def test_the_sample_reads_as_its_answer_says():
    assert answers_of(READER, SAMPLE) == kept(SAMPLE)


def test_it_is_recognised_by_its_root():
    assert newsml_1.recognises(Head("x.xml", (DATA / SAMPLE).read_bytes()))
    assert not newsml_1.recognises(Head("x.xml", b"<newsItem>"))


def test_the_id_leaves_the_revision_to_the_version():
    story = story_of()
    assert (story.supplier_id, story.version) == ("urn:newsml:epa.example:20240928:1", "3")


def test_a_file_is_taken_apart_into_its_items():
    assert names_in(news_item(name="a") + "\n" + news_item(name="b")) == ["a", "b"]


def test_items_within_an_item_come_by_themselves():
    inner = news_item(name="b") + news_item(name="c")
    assert names_in(news_item(name="a", component=inner)) == ["b", "c"]
    assert names_in(news_item(name="a", component=f"{TEXT}{inner}")) == ["a", "b", "c"]


def test_a_file_without_items_is_refused():
    with pytest.raises(BadInput, match="no-body"):
        list(newsml_1.split(Source("x", io.BytesIO(b"<NewsML><NewsEnvelope/></NewsML>"), 1000)))


@pytest.mark.parametrize(
    ("received", "code", "said"),
    [
        ("<NewsItem/>", "malformed", "NewsItem/Identification/NewsIdentifier is missing"),
        ("<NewsML/>", "malformed", "It begins with <NewsML>"),
        (news_item(component='<NewsItemRef NewsItem="urn:x:9"/>'), "unsupported", "urn:x:9"),
        (news_item().replace("<NewsComponent>", "<Update/><NewsComponent>"), "unsupported", "whole item"),
        (news_item(component=""), "no-body", "It has no text"),
        (news_item(component=PHOTO), "unsupported", "picture"),
    ],
)
def test_what_is_no_story_is_refused(received, code, said):
    told, _line, reason = refusal(READER, received)
    assert (told, said in reason) == (code, True)


@pytest.mark.parametrize(
    ("status", "management", "expected"),
    [
        ("Usable", "", (PubStatus.USABLE, Signal.NONE, False)),
        ("Canceled", "", (PubStatus.CANCELED, Signal.KILL, False)),
        ("Withheld", "", (PubStatus.WITHHELD, Signal.NONE, False)),
        ("Embargoed", "", (PubStatus.WITHHELD, Signal.NONE, False)),
        ("Whatever", "", (PubStatus.WITHHELD, Signal.NONE, False)),
        ("Usable", '<Instruction FormalName="Update"/>', (PubStatus.USABLE, Signal.UPDATE, False)),
        (
            "Withheld",
            will_be("Usable"),
            (PubStatus.USABLE, Signal.NONE, True),
        ),
        (
            "Usable",
            will_be("Canceled"),
            (PubStatus.USABLE, Signal.NONE, False),
        ),
    ],
)
def test_whether_it_may_be_used(status, management, expected):
    story = story_of(status=status, management=management)
    assert (story.pub_status, story.signal, story.embargo is not None) == expected


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (
            "<ContentItem><DataContent><![CDATA[<p>Quoted <b>HTML</b>.</p>]]></DataContent></ContentItem>",
            "Quoted HTML.",
        ),
        (
            '<ContentItem><Encoding Notation="Base64"><DataContent>T25lLg==</DataContent></Encoding></ContentItem>',
            "One.",
        ),
        ("<ContentItem><DataContent>One.</DataContent></ContentItem>", "One."),
        (component("Caption", "No.") + component("Body", "Yes."), "Yes."),
    ],
)
def test_the_main_text_is_found(inside, words):
    assert [block.text for block in story_of(component=inside).blocks] == [words]


@given(st.data())
def test_the_sample_cut_and_spliced_is_a_story_or_refused(data):
    found = outcomes(READER, spliced((DATA / SAMPLE).read_bytes(), data))
    assert all(isinstance(one, Story | BadInput) for one in found)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_story_or_refused(received):
    assert all(isinstance(one, Story | BadInput) for one in outcomes(READER, received))
