"""articles/text/quotes.py: who said what, in texts small enough to see at a glance."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.text.clean import clean
from articles.text.quotes import Kind, quotations, quotations_in_body
from tests.text.html_strategies import bodies
from tests.text.quoted import only, said

SEED = Path(__file__).parents[3] / "shared" / "seeds" / "000_60beb9624716e767.txt"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"We sail," Ada Brenn said.', "We sail,"),
        ("“We sail,” Ada Brenn said.", "We sail,"),
        ("‘We couldn’t sail,’ Ada Brenn said.", "We couldn’t sail,"),
        ("'The boats' owners can't sail,' Ada Brenn said.", "The boats' owners can't sail,"),
        ("``We sail,'' Ada Brenn said.", "We sail,"),
        ("„We sail“, Ada Brenn said.", "We sail"),
        ("„We sail”, Ada Brenn said.", "We sail"),
        ("”We sail”, Ada Brenn said.", "We sail"),
        ("«We sail», Ada Brenn said.", "We sail"),
        ("« We sail », Ada Brenn said.", "We sail"),
        ("»We sail«, Ada Brenn said.", "We sail"),
        ("‹We sail›, Ada Brenn said.", "We sail"),
        ("‚We sail‘, Ada Brenn said.", "We sail"),
        ("「We sail」, Ada Brenn said.", "We sail"),
        ("『We sail』, Ada Brenn said.", "We sail"),
    ],
)
def test_every_kind_of_mark_is_known(text, words):
    assert said(text) == [("Ada Brenn", words)]


def test_feet_and_inches_open_no_quote():
    assert said("The mast is 12\" thick and 40' high. The boat's deck is 6\" of oak.") == []


def test_a_quote_within_a_quote_is_kept_with_it():
    found = only("“He said, ‘Go home,’ and I went,” Ada Brenn said.")
    assert found.words == "He said, ‘Go home,’ and I went,"
    assert [(place.start, place.end) for place in found.nested] == [(10, 20)]


def test_a_quote_split_by_its_speaker_is_two_of_the_same():
    assert said("“We sail,” said Ada Brenn, “at noon.”") == [("Ada Brenn", "We sail,"), ("Ada Brenn", "at noon.")]


def test_a_quote_runs_over_paragraphs_that_open_it_again():
    found = only("Ada Brenn said: “We sail.", "“We sail at noon.", "“Be there.”")
    assert [(place.block, place.start) for place in found.places] == [(0, 16), (1, 0), (2, 0)]
    assert (found.words, found.speaker.name) == ("We sail.\nWe sail at noon.\nBe there.", "Ada Brenn")


def test_a_quote_that_nobody_closed_ends_with_its_paragraph():
    assert said("Ada Brenn said: “We sail.", "The union said “no.”") == [
        ("Ada Brenn", "We sail."),
        ("the union", "no."),
    ]


@pytest.mark.parametrize(
    ("language", "text", "cue"),
    [
        ("en", "“Yes,” said Ada Brenn.", "said"),
        ("en", "“Yes,” according to Ada Brenn.", "according to"),
        ("en", "As Ada Brenn put it: “Yes.”", "put"),
        ("en", "Ada Brenn, who owns two boats, called it “a good yes.”", "called"),
        ("en", "“Yes,” Ada Brenn, 52, of Quay Street, told the council.", "told"),
        ("en", "“Yes,” harrumphed Ada Brenn.", "harrumphed"),
        ("de", "„Ja“, sagte Ada Brenn am Freitag.", "sagte"),
        ("de", "„Ja“, so Ada Brenn.", "so"),
        ("de", "Am Freitag sagte Ada Brenn: „Ja.“", "sagte"),
        ("de", "„Ja“, hat Ada Brenn am Freitag gesagt.", "gesagt"),
        ("fr", "« Oui », a déclaré Ada Brenn.", "déclaré"),
        ("fr", "Pour Ada Brenn, c’est « oui ».", "Pour"),
        ("fr", "« Oui, soupire Ada Brenn. Enfin. »", "soupire"),
        ("fr", "— Oui, dit Ada Brenn.", "dit"),
        ("es", "—Sí —dijo Ada Brenn.", "dijo"),
        ("es", "“Sí”, dijo a los periodistas la alcaldesa, Ada Brenn.", "dijo"),
        ("it", "«Sì», ha detto la sindaca Ada Brenn.", "detto"),
        ("it", "“Sì, si parte”. Lo ha detto Ada Brenn.", "detto"),
        ("pt", "“Sim”, afirmou Ada Brenn.", "afirmou"),
        ("nl", "‘Ja’, aldus Ada Brenn.", "aldus"),
        ("sv", "– Ja, säger Ada Brenn.", "säger"),
    ],
)
def test_the_words_of_saying_are_known(language, text, cue):
    (found,) = [one for one in quotations([text], language) if one.kind is Kind.QUOTATION]
    assert (found.speaker.name, found.cue_words) == ("Ada Brenn", cue)


def test_the_language_is_told_by_its_small_words():
    text = "„Wir fahren“, sagte Ada Brenn, und die Leute von der Insel waren nicht mit dem Schiff gekommen."
    assert quotations([text]) == quotations([text], "de-AT")


def test_places_are_those_of_the_text():
    text = "On Friday the harbour master, Ada Brenn, said: “We sail.”"
    found = only(text)
    places = (found.places[0], found.mention, found.cue)
    assert [text[place.start : place.end] for place in places] == ["“We sail.”", "Ada Brenn", "said"]


@pytest.mark.parametrize(
    "text",
    [
        "The “shock and awe” campaign came first.",
        "Ada Brenn denounced the so-called “withdrawal” on Friday.",
        "Ada Brenn read from her novel “The Landlady” for an hour.",
        "Leroy “Mother” Bascombe trained champions.",
        "The robot, named “Dipper,” drilled a hole.",
        "He was charged with “reckless sailing.”",
        "Der Bericht stand in der „Nordküsten-Zeitung“ vom Freitag.",
    ],
)
def test_words_held_with_tongs_are_nobody_s(text):
    assert said(text) == []


def test_a_headline_says_nothing_by_itself():
    assert said("Brenn: ‘We sail’", "The ferry sails at noon.") == []


def test_a_printed_interview_is_read_by_its_labels():
    interview = ["Ada Brenn runs the ferry.", "Q: Do you sail?", "A: At noon.", "Q: Always?", "A: Always."]
    assert said(*interview) == [
        (None, "Do you sail?"),
        ("Ada Brenn", "At noon."),
        (None, "Always?"),
        ("Ada Brenn", "Always."),
    ]


@pytest.mark.parametrize(
    ("text", "name", "title", "words"),
    [
        ("港务局发言人王海星期五在记者会上表示：“渡轮中午出发。”", "王海", "港务局发言人", "渡轮中午出发。"),
        ("“渡轮中午出发，”船长李明说。", "船长李明", "", "渡轮中午出发，"),
        ("山田首相は会見で「対話を続ける」と述べた。", "山田", "首相", "対話を続ける"),
        ("「早く決めてほしい」と佐藤花子さん(61)は語った。", "佐藤花子", "", "早く決めてほしい"),
    ],
)
def test_chinese_and_japanese_are_read_by_patterns(text, name, title, words):
    found = only(text, language="")
    assert (found.speaker.name, found.speaker.title, found.words) == (name, title, words)


@pytest.mark.parametrize("text", ["映画『海の声』は来月公開される。", "所谓“海上长城”计划仍未公布。"])
def test_their_titles_and_terms_are_left_alone(text):
    assert said(text, language="") == []


def test_in_a_language_without_rules_nobody_is_named():
    found = only("قال وزير الخارجية أحمد سالم: «لن نتراجع عن موقفنا».", language="ar")
    assert (found.words, found.speaker, found.cue) == ("لن نتراجع عن موقفنا", None, None)


def test_a_canonical_body_is_read_leaf_by_leaf():
    body = clean(
        "<h2>‘We sail’</h2><p>Ada Brenn said:</p><blockquote><p>We sail at <b>noon</b>.</p></blockquote>"
        "<ul><li>“Never,” said Carl Voss.</li></ul>"
    )
    found = [(one.places[0].block, one.speaker.name, one.words) for one in quotations_in_body(body, "en")]
    assert found == [(2, "Ada Brenn", "We sail at noon."), (3, "Carl Voss", "Never,")]


@pytest.mark.skipif(not SEED.exists(), reason="no shared/seeds beside the project")
def test_the_story_the_project_was_founded_on():
    paragraphs = [line.replace("**", "") for line in SEED.read_text("utf-8").splitlines() if line.strip()]
    found = quotations(paragraphs, "en")
    told = [
        (one.words[:24], one.speaker.name, one.speaker.kind.value, one.speaker.title, one.channel, one.via)
        for one in found
        if one.kind is Kind.QUOTATION
    ]
    state, singh = ("US State Department", "document", ""), ("Sabrina Singh", "person", "Pentagon spokesperson")
    sudani = ("Mohammed Shia al-Sudani", "person", "Iraqi Prime Minister", "interview", "Bloomberg TV")
    assert told == [
        ("prevent the return of th", *state, "joint statement", ""),
        ("ensure the physical prot", *state, "joint statement", ""),
        ("Our footprint is going t", *singh, "press briefing", ""),
        ("No, the US is not withdr", *singh, "press briefing", ""),
        ("Iraq in 2024 is not the ", *sudani),
        ("We have moved on from wa", *sudani),
    ]
    paraphrased = {one.speaker.name for one in found if one.kind is Kind.PARAPHRASE}
    assert {"Bloomberg", "Iraqi officials", "Pentagon"} <= paraphrased


PIECES = "“ ” „ « » ‘ ’ ' \" 「 」 — , . : ? Ada Brenn she said according to the mayor told Reuters that statement no"
scraps = st.lists(st.sampled_from(PIECES.split()) | st.text(max_size=4), max_size=30).map(" ".join) | st.text(
    max_size=80
)


@example(["\ue000 “We sail,” Ada Brenn said \ue000\ue000."], "en")
@given(st.lists(scraps, max_size=5), st.sampled_from(["", "en", "de", "fr", "es", "it", "pt", "nl", "sv", "ja"]))
@settings(max_examples=300, deadline=None)
def test_whatever_is_read_every_place_is_of_the_text(paragraphs, language):
    for one in quotations(paragraphs, language):
        for place in (*one.places, *one.nested, *filter(None, (one.mention, one.cue))):
            assert 0 <= place.start < place.end <= len(paragraphs[place.block])


@given(bodies)
@settings(max_examples=100, deadline=None)
def test_any_body_can_be_read(body):
    assert all(one.words for one in quotations_in_body(body))


@pytest.mark.parametrize(
    "text",
    [
        "“Papers found on rainy street” — Harbour Courier, August 15",
        "It would be what planners call a “gas station in the sky.”",
        "Joost Amsel. Image: Sarvis for Governor. Ed.: See the index.",
    ],
)
def test_what_nobody_says_is_left_alone(text):
    assert said("A tide came in.", text) == []


def test_a_mark_that_was_set_on_the_wrong_side_of_its_space_opens_a_quote():
    assert said('Ada Brenn said," We sail at noon". She left.') == [("Ada Brenn", "We sail at noon")]
