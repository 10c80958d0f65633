import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.errors import BadInput
from articles.importing.readers import ninjs
from articles.importing.readers.reader import Head, Source
from articles.importing.story import PubStatus, Signal, Story, StoryCredit, StoryTopic
from tests.importing.iptc.answers import DATA, answers_of, item, kept, outcome, outcomes, refusal

SAMPLES = ["ninjs/ferry-1.5.json", "ninjs/gulls-2.1.json", "ninjs/tide-3.1.json"]
READER = ninjs.READER

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=20,
)


def document(**properties):
    return json.dumps({"uri": "urn:x:1", "headline": "Tide turns", "body_text": "It was late.", **properties})


def outcome_of(text):
    return outcome(READER, item(text))


def story_of(**properties):
    return READER.read(item(document(**properties)))


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_reads_as_its_answer_says(sample):
    assert answers_of(READER, sample) == kept(sample)


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_is_recognised(sample):
    assert ninjs.recognises(Head(sample, (DATA / sample).read_bytes()))


@pytest.mark.parametrize(
    "begins",
    [
        b"<nitf>",
        b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"uri": 1}]}',
        b'{"@context": "https://schema.org", "uri": "x"}',
        b'{"headline": "No address"}',
        b'A line with "uri": in it',
    ],
)
def test_what_is_something_else_is_not_recognised(begins):
    assert not ninjs.recognises(Head("file.json", begins))


def test_an_array_is_taken_apart_into_the_exact_bytes_of_its_documents():
    one, two = document(uri="urn:x:1"), document(uri="urn:x:2", headline="a ], [ \\ “b”")
    received = f"\ufeff [ {one} ,\n{two}\n]".encode()
    items = list(ninjs.split(Source("wire.json", io.BytesIO(received), 10_000, address="https://epa.example/")))
    assert [(found.name, found.received.decode()) for found in items] == [("wire.json#1", one), ("wire.json#2", two)]
    assert items[0].envelope == {"address": "https://epa.example/", "encoding": "utf-8"}
    assert [READER.read(found).supplier_id for found in items] == ["urn:x:1", "urn:x:2"]


def test_an_array_that_breaks_off_gives_what_came_before():
    items = ninjs.split(Source("wire.json", io.BytesIO(f"[{document()},{document()[:40]}".encode()), 10_000))
    assert READER.read(next(items)).headline == "Tide turns"
    with pytest.raises(BadInput, match="malformed"):
        next(items)


@pytest.mark.parametrize(
    ("received", "line", "said"),
    [
        ('{"uri": "x",\n "headline": 5}', 2, "“headline” is wrong: ninjs expects a string."),
        ('{"uri": "x",\n "subject": [{"name": "a"},\n {"nom": 1}]}', 3, "“subject[1].nom” is wrong"),
        ('{"headline": "x"}', 1, "“uri” is wrong: ninjs expects it to be there."),
        ('{"uri": "x", "pubstatus": "cancelled"}', 1, "one of usable, withheld, canceled"),
        ('{"uri": "x",\n"headline": "a",\n"headline": "b"}', 3, "once, not several times"),
        ('{"uri": "x",\n}', 2, "It is no JSON"),
        ('{"uri": "x",\n"urgency": NaN}', 2, "there is no NaN in it"),
        ("[" * 50_000 + "]" * 50_000, None, "too deep"),
        ('{"uri": "x", "altids": ' + "[" * 200 + "]" * 200 + "}", None, "too deep"),
        ('"uri"', 1, "expected is an object"),
        ('{"uri": "x", "$standard": {"version": "1.1"}}', 1, "“$standard” is wrong"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(received, line, said):
    code, told_line, reason = refusal(READER, received)
    assert (code, told_line) == ("malformed", line)
    assert said in reason


@pytest.mark.parametrize(
    ("properties", "code"),
    [
        ({}, "no-body"),
        ({"headline": "Only this"}, "no-body"),
        ({"body_text": " [ … ] "}, "no-body"),
        ({"type": "picture", "headline": "A boat"}, "unsupported"),
        ({"type": "video"}, "unsupported"),
        ({"renditions": {"main": {"href": "https://a.example/a.jpg"}}}, "unsupported"),
        ({"associations": {"text": {"uri": "urn:x:2", "body_text": "Words."}}}, "unsupported"),
    ],
)
def test_what_is_valid_and_no_story_is_called_that(properties, code):
    assert refusal(READER, json.dumps({"uri": "urn:x:1", **properties}))[0] == code


def test_a_package_names_what_it_holds():
    received = json.dumps({"uri": "urn:x:1", "associations": {"a": {"uri": "urn:x:2", "body_text": "Words."}}})
    assert "urn:x:2" in refusal(READER, received)[2]


def test_what_was_withdrawn_needs_no_words():
    story = READER.read(item('{"uri": "urn:x:1", "pubstatus": "canceled", "ednote": "Wrong fish."}'))
    assert (story.pub_status, story.signal, story.ednote) == (PubStatus.CANCELED, Signal.KILL, "Wrong fish.")


@pytest.mark.parametrize("embargoed", ["Next Monday", "", "2024-02-30"])
def test_an_embargo_that_cannot_be_read_is_not_over(embargoed):
    story = story_of(embargoed=embargoed)
    assert (story.embargo, story.pub_status) == (None, PubStatus.WITHHELD)
    assert story.ednote == f"Embargoed: {embargoed or 'no time is told'}"


def test_a_title_stands_in_for_a_headline():
    received = json.dumps({"uri": "urn:x:1", "title": "FERRY", "body_html": "<p>Words."})
    assert READER.read(item(received)).headline == "FERRY"


@pytest.mark.parametrize("urgency", [0, 10, 2.5, 1e999, -1])
def test_an_urgency_that_there_is_not_is_none(urgency):
    assert story_of(urgency=5 if urgency == 1e999 else urgency).priority == (5 if urgency == 1e999 else None)


def test_numbers_that_are_too_large_are_no_crash():
    received = document()[:-1] + ', "urgency": 1e999, "wordcount": ' + "9" * 6000 + "}"
    assert READER.read(item(received)).priority is None


def test_half_a_character_is_left_out():
    assert story_of(headline="Tide\ud800 turns").headline == "Tide turns"


def test_the_provider_is_the_supplier_and_no_origin():
    sources = [{"name": "EPA", "rel": "provider"}, {"name": "EPA"}, {"name": "Gazette"}]
    story = story_of(infosource=sources)
    assert (story.supplier, story.supplier_domain) == ("EPA", "")
    assert [claim.organisation for claim in story.origins] == ["Gazette"]


def test_a_later_version_may_say_more():
    story = story_of(**{"$standard": {"name": "ninjs", "version": "1.9"}, "mood": "calm"})
    assert story.headline == "Tide turns"


def test_what_it_only_mentions_is_no_topic():
    places = [{"name": "Skerrin", "rel": "about"}, {"name": "Oldport", "rel": "mentions"}]
    assert story_of(place=places).topics == (StoryTopic("Skerrin"),)


def test_a_byline_that_is_none_is_kept_as_wording():
    assert story_of(byline="cae/tcr").credits == (StoryCredit("", wording="cae/tcr"),)


@given(json_values)
def test_any_json_is_a_story_or_refused(value):
    assert isinstance(outcome_of(json.dumps(value)), Story | BadInput)


@given(st.data(), json_values)
def test_a_sample_with_anything_anywhere_is_a_story_or_refused(data, value):
    sample = json.loads((DATA / data.draw(st.sampled_from(SAMPLES))).read_text(encoding="utf-8"))
    holder, keys = sample, list(sample)
    while True:
        key = data.draw(st.sampled_from(keys))
        inner = holder[key]
        keys = list(inner) if isinstance(inner, dict) else list(range(len(inner))) if isinstance(inner, list) else []
        if not keys or data.draw(st.booleans()):
            break
        holder = inner
    holder[key] = value
    assert isinstance(outcome_of(json.dumps(sample)), Story | BadInput)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_story_or_refused(received):
    assert all(isinstance(one, Story | BadInput) for one in outcomes(READER, received))
