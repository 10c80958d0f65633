"""Citations on the form: all go with it and come back, and accepting one is its state."""

import pytest

from articles import desk
from articles.models import Citation
from bylines.models import Source
from tests.admin.quotes import BOATS, BODY, WALL, keys_by_quote, typed_into
from tests.admin.screen import article_url
from tests.admin.typing_in import shows_what_was_typed
from tests.admin.weights import queries

pytestmark = pytest.mark.django_db

LINES = "//div[@class='cited-list']/div//summary"


@pytest.fixture
def story(make_story):
    """A draft in which two people are quoted."""
    return make_story(body=BODY)


def states(story):
    return dict(story.citations.values_list("quote", "state"))


def body(story):
    story.refresh_from_db()
    return story.body


def test_suggestions_come_with_the_form_and_stay_when_nobody_answers(rita, seat, story):
    before = keys_by_quote(story)
    assert set(before) == {WALL, BOATS}
    assert seat(rita).open_story(story).form.type(dek="Other").press().messages == ["Saved as revision 2."]
    assert (keys_by_quote(story), set(states(story).values())) == (before, {"suggested"})


def test_an_untouched_form_with_suggestions_makes_no_revision(rita, seat, story):
    page = seat(rita).open_story(story).form.press()
    assert page.messages == ["Nothing was different, so no revision was made."]


def test_what_is_accepted_is_marked_and_signed(rita, seat, story):
    form = typed_into(seat(rita).open_story(story).form, WALL, state="confirmed", channel="press conference")
    form.press()
    row = story.citations.get(quote=WALL)
    assert (row.state, row.settled_by.user, row.channel) == ("confirmed", rita, "press conference")
    assert f'<mark data-citation="{row.key}">' in body(story)
    assert states(story)[BOATS] == "suggested"


def test_what_is_rejected_is_not_suggested_again(rita, seat, story):
    typed_into(seat(rita).open_story(story).form, WALL, state="rejected").press()
    seat(rita).open_story(story).form.type(dek="Other").press()
    assert states(story) == {WALL: "rejected", BOATS: "suggested"}
    assert "<mark" not in body(story)


def test_what_is_accepted_needs_somebody_who_said_it(rita, seat, story):
    form = typed_into(seat(rita).open_story(story).form, WALL, state="confirmed", source="", channel="a call")
    page = form.press()
    assert (page.status, page.errors) == (200, ["Say who said it: choose a source, or add one."])
    assert shows_what_was_typed(page, form)
    assert states(story) == {WALL: "suggested", BOATS: "suggested"}
    assert len(page.tree.xpath("//div[contains(@class, 'cite ')]/details[@open]")) == 1


def test_a_suggestion_may_name_nobody(rita, seat, story):
    typed_into(seat(rita).open_story(story).form, WALL, state="rejected", source="").press()
    assert story.citations.get(quote=WALL).state == "rejected"


def test_what_is_wrong_is_never_folded_away(rita, seat, story):
    typed_into(seat(rita).open_story(story).form, WALL, state="rejected", source="").press()
    page = typed_into(seat(rita).open_story(story).form, WALL, state="confirmed").press()
    assert page.errors == ["Say who said it: choose a source, or add one."]
    assert len(page.tree.xpath("//details[@class='waved-off'][@open]")) == 1


def test_a_refusal_keeps_every_answer_on_the_screen(rita, ed, seat, story):
    form = typed_into(seat(rita).open_story(story).form, WALL, state="confirmed", source_words="We expected more.")
    typed_into(form, BOATS, state="rejected", waived_why="Heard it")
    desk.revise(story, by=ed, seen=1, words={"dek": "Ed was here"})
    page = form.press()
    assert page.errors[0].startswith("Ed Eklund saved other words ")
    assert shows_what_was_typed(page, form)
    assert page.form.press().messages == ["Saved as revision 3."]
    assert states(story) == {WALL: "confirmed", BOATS: "rejected"}


def test_two_rows_cannot_name_one_passage(rita, seat, story, pilot):
    key = keys_by_quote(story)[WALL]
    form = seat(rita).open_story(story).form.add("citations", source=pilot.pk, key=key)
    page = form.press()
    assert page.errors == ["Two citations name the same passage. Remove one of them."]
    assert shows_what_was_typed(page, form)


def test_a_key_is_one_that_a_mark_can_carry(rita, seat, story, pilot):
    page = seat(rita).open_story(story).form.add("citations", source=pilot.pk, key='"><b>').press()
    assert page.errors == ["A mark in the text cannot be named like this."]


def test_a_row_made_in_the_browser_keeps_its_key_and_its_mark(rita, seat, make_story, pilot):
    story = make_story(body="<p>The wall held all night.</p>")
    form = seat(rita).open_story(story).form
    form.type(body='<p>The wall <mark data-citation="0123456789ab">held all night</mark>.</p>')
    form.add("citations", source=pilot.pk, key="0123456789ab", quote="held all night").press()
    assert list(story.citations.values_list("key", "state", "quote")) == [
        ("0123456789ab", "confirmed", "held all night")
    ]
    assert '<mark data-citation="0123456789ab">held all night</mark>' in body(story)


def test_a_row_taken_away_takes_its_mark_along(rita, seat, story):
    typed_into(seat(rita).open_story(story).form, WALL, state="confirmed").press()
    assert "<mark" in body(story)
    typed_into(seat(rita).open_story(story).form, WALL, DELETE="on").press()
    assert "<mark" not in body(story)


# What the panel shows


def test_what_waits_for_an_answer_is_counted_and_comes_first(rita, seat, story):
    typed_into(seat(rita).open_story(story).form, WALL, state="confirmed").press()
    page = seat(rita).open_story(story)
    assert page.texts("//div[@class='suggested']//h3") == ["Suggested: 1 quote"]
    assert page.texts("//div[@class='suggested']//q") == [BOATS]
    assert page.texts("//div[@class='cited-list']//q") == [WALL]


def test_a_line_says_who_how_and_through_whom(rita, seat, make_story, engine, pilot):
    rows = [Citation(source=pilot, title="Senior pilot", quote="It held", channel="interview", via=engine)]
    (line,) = seat(rita).open_story(make_story(citations=rows)).texts(f"{LINES}//span[@class='who']")
    assert line.startswith("Jan Pilot")
    assert "Senior pilot, interview, via The Engine" in line


def test_a_lost_passage_is_said_to_be_lost(rita, seat, make_story, pilot):
    story = make_story(citations=[Citation(source=pilot, quote="It was never said here", key="0123456789ab")])
    page = seat(rita).open_story(story)
    assert len(page.tree.xpath("//div[@id='cite-0123456789ab'][contains(@class, 'lost')]")) == 1


def test_words_that_differ_are_shown(rita, seat, make_story, pilot):
    said = "We watched the gauge all night, and we prayed aloud."
    ours = "We watched the gauge all night, and we slept aloud"
    marked = f'<p>“<mark data-citation="0123456789ab">{ours}</mark>,” he said.</p>'
    row = Citation(source=pilot, key="0123456789ab", source_words=said)
    page = seat(rita).open_story(make_story(body=marked, citations=[row]))
    spans = "//p[@class='spans']"
    assert (page.texts(f"{spans}/del"), page.texts(f"{spans}/ins")) == (["prayed"], ["slept"])


def test_whoever_may_only_look_reads_who_said_what(pat, seat, make_story, pilot):
    story = make_story(citations=[Citation(source=pilot, title="Senior pilot", quote="It held", channel="interview")])
    page = seat(pat).open_story(story)
    (line,) = page.texts("//p[@class='cited']")
    assert line == "It held Jan Pilot, Senior pilot, interview confirmed unchecked"
    assert page.tree.xpath("//*[@id='citations-group']") == []


# What it costs


def test_thirty_citations_cost_what_one_costs(rita, seat, make_story, engine):
    someone = seat(rita)

    def cost(number):
        sources = [Source.objects.create(name=f"Pilot {number}-{at}", slug=f"p-{number}-{at}") for at in range(number)]
        quotes = [f"The wall held through night {at} of the storm" for at in range(number)]
        marked = "".join(f'<p><mark data-citation="k-{at}">{quote}</mark></p>' for at, quote in enumerate(quotes))
        rows = [Citation(source=source, via=engine, key=f"k-{at}") for at, source in enumerate(sources)]
        story = make_story(body=marked, citations=rows)
        assert story.citations.count() == number
        return queries(someone, article_url("change", story.pk))

    assert cost(30) == cost(1)
