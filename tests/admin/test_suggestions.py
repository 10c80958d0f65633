"""Suggestions in a real browser: seen in the text, answered with a key, one by one or all at once."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Article
from tests.admin.at_the_words import choose, row, saved, state
from tests.admin.quotes import BOATS, BODY, WALL, keys_by_quote

pytestmark = pytest.mark.django_db(transaction=True)


def test_suggestions_are_seen_in_the_text_and_are_no_marks(edit):
    page = edit(BODY)
    expect(page.locator(".tiptap .is-suggested")).to_have_text([WALL, BOATS])
    assert "<mark" not in page.locator("#id_body").input_value()


def test_suggestions_are_seen_at_their_own_words_behind_signs_of_any_width(edit):
    page = edit(f"<p>🌊🌊 High<br>water.</p>\n{BODY.replace('told a', 'told 🌊 a').replace('<p>“', '<p>🌊 “')}")
    expect(page.locator(".tiptap .is-suggested")).to_have_text([WALL, BOATS])


def test_suggestions_are_answered_with_a_key(edit, complaints):
    page = edit(BODY)
    row(page, WALL).locator("summary").focus()
    page.keyboard.press("a")
    expect(row(page, BOATS).locator("summary")).to_be_focused()
    page.keyboard.press("r")
    assert (state(page, WALL), state(page, BOATS)) == ("confirmed", "rejected")
    expect(page.locator("#citations-said")).to_have_text("Everything suggested is answered. Save to keep it.")
    expect(page.locator(".unsaved-note")).to_have_text("Unsaved words")
    story = saved(page)
    keys = keys_by_quote(story)
    assert dict(story.citations.values_list("quote", "state")) == {WALL: "confirmed", BOATS: "rejected"}
    assert f'<mark data-citation="{keys[WALL]}">' in story.body
    assert complaints == []


def test_keys_go_from_row_to_row_and_open_one(edit):
    page = edit(BODY)
    row(page, WALL).locator("summary").focus()
    page.keyboard.press("j")
    expect(row(page, BOATS).locator("summary")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(row(page, WALL).locator("summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(row(page, WALL).locator("[name$=-title]")).to_be_visible()
    row(page, WALL).locator("[name$=-title]").fill("ar")
    assert state(page, WALL) == "suggested"


def test_suggestions_are_reviewed_in_the_text(edit):
    page = edit(BODY)
    page.get_by_role("button", name="Review in the text").click()
    card = page.get_by_role("dialog", name="Cited passage")
    expect(card).to_be_focused()
    expect(card.locator("b")).to_have_text("Tomas Ferreira")
    page.keyboard.press("a")
    expect(card.locator("b")).to_have_text("Mirela Danek")
    expect(page.locator(".tiptap .current")).to_have_text(BOATS)
    page.keyboard.press("r")
    expect(card).to_be_hidden()
    assert (state(page, WALL), state(page, BOATS)) == ("confirmed", "rejected")


def test_a_click_on_a_passage_says_whose_it_is_and_lets_one_write(edit):
    page = edit(BODY)
    page.locator(".tiptap .is-suggested").first.click()
    card = page.get_by_role("dialog", name="Cited passage")
    expect(card).to_contain_text("Tomas Ferreira")
    page.keyboard.type("a")
    assert state(page, WALL) == "suggested"
    expect(card).to_be_hidden()
    page.locator(".tiptap .is-suggested").last.click()
    card.get_by_role("button", name="Open").click()
    expect(row(page, BOATS).locator("summary")).to_be_focused()


def test_all_that_name_a_speaker_are_accepted_at_once(edit):
    page = edit(f"<p>“It was over by dawn and we could hardly believe it.”</p>\n{BODY}")
    expect(page.locator(".suggested .cite")).to_have_count(3)
    page.get_by_role("button", name="Accept all that name a speaker").click()
    assert [state(page, words) for words in (WALL, BOATS, "It was over")] == ["confirmed", "confirmed", "suggested"]
    expect(row(page, "It was over").locator("summary")).to_be_focused()


def test_accepting_what_names_nobody_asks_who_said_it(edit, pilot):
    page = edit("<p>“It was over by dawn and we could hardly believe it.”</p>")
    row(page, "It was over").locator("summary").focus()
    page.keyboard.press("a")
    choose(page, "Jan Pilot")
    assert saved(page).citations.values_list("source__name", "state").get() == ("Jan Pilot", "confirmed")


def test_what_is_lacking_follows_what_one_types(edit):
    page = edit(BODY)
    expect(page.locator("#lacking")).to_contain_text("2 quotes are not attributed yet")
    row(page, WALL).locator("summary").focus()
    page.keyboard.press("a")
    expect(page.locator("#lacking")).to_contain_text("1 quote is not attributed yet")
    story = Article.objects.get()
    assert (story.version, story.citations.filter(state="suggested").count()) == (1, 2)


def test_suggestions_are_answered_without_scripts(new_context, live_server, sign_in, rita, make_story):
    story = make_story(body=BODY)
    page = new_context(java_script_enabled=False).new_page()
    sign_in(page, rita)
    page.goto(live_server.url + reverse("admin:articles_article_change", args=[story.pk]))
    row(page, WALL).get_by_text("Accept", exact=True).click()
    page.locator(".save").click()
    assert story.citations.get(quote=WALL).state == "confirmed"
