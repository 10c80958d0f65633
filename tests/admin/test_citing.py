"""Citing in a real browser: words are selected and marked, suggestions answered with a key, passages found and lost."""

import pytest
from playwright.sync_api import expect

from articles.models import Article
from tests.admin.at_the_words import choose, row, saved, select
from tests.admin.quotes import BOATS, BODY, WALL

pytestmark = pytest.mark.django_db(transaction=True)


# Cite


def test_selected_words_are_cited_by_the_button(edit, pilot, complaints):
    page = edit("<p>The wall held all night, said Jan.</p>")
    select(page, "held all night")
    page.locator("[data-name=cite]").click()
    choose(page, "Jan Pilot")
    line = row(page, "held all night")
    expect(line.locator(".who b")).to_have_text("Jan Pilot")
    line.locator("[name$=-channel]").fill("interview")
    expect(line.locator(".said")).to_have_text("interview")
    story = saved(page)
    one = story.citations.get(source=pilot)
    assert (one.quote, one.channel, one.state, len(one.key)) == ("held all night", "interview", "confirmed", 12)
    assert f'<mark data-citation="{one.key}">held all night</mark>' in story.body
    assert complaints == []


def test_selected_words_are_cited_by_the_keyboard_alone(edit, pilot):
    page = edit("<p>The wall held all night, said Jan.</p>")
    select(page, " held all night ".rstrip())
    page.keyboard.press("Control+Shift+C")
    choose(page, "Jan Pilot")
    with page.expect_navigation():
        page.keyboard.press("Control+s")
    assert Article.objects.get().citations.get(source=pilot).quote == "held all night"


def test_the_row_follows_the_words_as_one_writes(edit, pilot):
    page = edit("<p>The wall held all night, said Jan.</p>")
    select(page, "held all night")
    page.keyboard.press("Control+Shift+C")
    page.keyboard.press("Escape")
    select(page, " all ")
    page.keyboard.type(" the whole ")
    expect(page.locator(".cite .quote")).to_have_text("held the whole night")


def test_an_undo_takes_the_empty_row_along(edit):
    page = edit("<p>The wall held all night, said Jan.</p>")
    select(page, "held all night")
    page.keyboard.press("Control+Shift+C")
    page.keyboard.press("Escape")
    expect(page.locator(".cited-list .cite")).to_be_visible()
    page.locator(".tiptap").focus()
    page.keyboard.press("Control+z")
    expect(page.locator(".cited-list .cite")).to_be_hidden()
    page.keyboard.press("Control+Shift+z")
    expect(page.locator(".cited-list .cite")).to_be_visible()
    page.keyboard.press("Control+z")
    expect(page.locator(".unsaved-note")).to_have_text("Unsaved words")
    story = saved(page)
    assert (story.body, story.citations.count()) == ("<p>The wall held all night, said Jan.</p>", 0)


def test_citing_a_suggestion_leads_to_its_row(edit):
    page = edit(BODY)
    select(page, "a hand’s width")
    page.locator("[data-name=cite]").click()
    expect(row(page, WALL).locator("summary")).to_be_focused()
    assert page.locator(".cite").count() == 2


# Passages found and lost


def test_a_row_shows_its_passage(edit):
    page = edit(BODY)
    row(page, BOATS).locator("summary").click()
    expect(page.locator(".tiptap .current")).to_have_text(BOATS)
    expect(row(page, BOATS).locator(".context mark")).to_have_text(BOATS)
    row(page, BOATS).get_by_role("button", name="Show in the text").click()
    expect(page.locator(".tiptap .current")).to_be_in_viewport()


def test_a_link_in_the_rail_opens_the_row_however_often_it_is_pressed(edit):
    page = edit(BODY)
    for _time in range(2):
        page.locator("#lacking .passages a", has_text="Nobody on the pilot boats").click()
        expect(row(page, BOATS).locator("summary")).to_be_focused()
        page.locator("#id_headline").focus()
    expect(row(page, BOATS).locator("[name$=-title]")).to_be_visible()
    expect(page.locator(".tiptap .current")).to_have_text(BOATS)


def test_a_row_taken_away_takes_its_mark_along_and_may_be_kept_after_all(edit, pilot):
    page = edit("<p>The wall held all night, said Jan.</p>")
    select(page, "held all night")
    page.keyboard.press("Control+Shift+C")
    choose(page, "Jan Pilot")
    saved(page)
    line = row(page, "held all night")
    line.get_by_text("Remove", exact=True).click()
    expect(page.locator(".tiptap .is-removed")).to_have_text("held all night")
    line.get_by_text("Keep it after all").click()
    expect(page.locator(".tiptap .is-confirmed")).to_have_text("held all night")
    line.get_by_text("Remove", exact=True).click()
    story = saved(page)
    assert (story.body, story.citations.filter(source=pilot).count()) == (
        "<p>The wall held all night, said Jan.</p>",
        0,
    )


def test_words_deleted_leave_a_row_that_can_be_put_elsewhere(edit, pilot):
    page = edit("<p>The wall held all night, said Jan. It stood.</p>")
    select(page, "held all night")
    page.keyboard.press("Control+Shift+C")
    choose(page, "Jan Pilot")
    saved(page)
    select(page, "held all night")
    page.keyboard.press("Delete")
    line = page.locator(".cited-list .cite")
    expect(line.locator(".pill.lost")).to_be_visible()
    select(page, "It stood")
    line.locator("summary").click()
    line.get_by_role("button", name="Mark the selected words").click()
    expect(line.locator(".pill.lost")).to_be_hidden()
    story = saved(page)
    assert story.citations.get(source=pilot).quote == "It stood"
