"""Provenance in a real browser: a file with two origins and several voices becomes a page that tells of them."""

import json

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from articles.models import Article, Claim
from tests.test_journey import press, said

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "readers"])

WIRE = """Marrowby to close the inner basin

The county and the port have agreed on a closure until May. Read Full Article at tidewatertimes.example

Marrowby to close the inner basin

The inner basin will close for three months, as outlined in a joint statement from the county and the port.

The work serves “the safety of every boat in the harbour,” according to the statement released by the Estuary
Commission on Friday.

Port spokesman Tomas Ferreira clarified during a press briefing on Friday, “No, the fleet is not leaving Marrowby,”
and “The ferries will keep to their timetable,” he added.

In an interview with Skerrin Radio last week, Harbour Minister Mirela Danek said that the basin could wait no longer.
“We have moved on from patching walls,” she stated.

The “silent spring” of 1911, when the first basin was dug, is still told of on the quays.

Odalys Brightwell for North Quay News
"""


def held(story, **wanted):
    """What is cited, in the words of the model, by the quote."""
    rows = story.citations.filter(**wanted).select_related("source", "via")
    return {row.quote: (str(row.source), row.title, row.channel, str(row.via or "")) for row in rows}


def test_origins_and_voices_walk_from_a_file_to_a_page(tmp_path, desk_of, page, live_server, rita, ed, pat):
    file = tmp_path / "basin.txt"
    file.write_text(WIRE, encoding="utf-8")
    call_command("import_articles", str(file), verbosity=0)
    story = Article.objects.get()
    desk = f"{live_server.url}/admin/articles/article/{story.pk}/change/"
    assert held(story, kind="quote") == {
        "the safety of every boat in the harbour,": ("Estuary Commission", "", "joint statement", ""),
        "No, the fleet is not leaving Marrowby,": ("Tomas Ferreira", "Port spokesman", "press briefing", ""),
        "The ferries will keep to their timetable,": ("Tomas Ferreira", "Port spokesman", "press briefing", ""),
        "We have moved on from patching walls,": ("Mirela Danek", "Harbour Minister", "interview", "Skerrin Radio"),
    }

    # Rita sees the conflict and the voices, and submits without settling anything
    reporter = desk_of(rita)
    reporter.goto(desk)
    expect(reporter.locator(".contest .conflict")).to_contain_text("Claims contradict each other")
    expect(reporter.locator(".tiptap .is-suggested").first).to_be_visible()
    with reporter.expect_navigation():
        reporter.get_by_role("button", name="Save and submit").click()
    editor, publisher = desk_of(ed), desk_of(pat)
    editor.goto(desk)
    press(editor, "approve")
    publisher.goto(desk)
    press(publisher, "publish")
    refusal = said(publisher)
    assert "confirm or reject tidewatertimes.example, North Quay News under Origins" in refusal

    # She settles where it came from, accepts every voice by key, and submits again
    reporter.goto(desk)
    origins = reporter.locator("#origins-group .contested")
    origins.locator(".is-rejected").first.click()
    origins.locator(".is-confirmed").last.click()
    suggested = reporter.locator(".cite.state-suggested")
    suggested.first.locator("summary").focus()
    for _number in range(suggested.count()):
        reporter.keyboard.press("a")
    expect(suggested).to_have_count(0)
    with reporter.expect_navigation():
        reporter.get_by_role("button", name="Save and submit").click()
    story.refresh_from_db()
    assert held(story, kind="quote", state=Claim.CONFIRMED).keys() == {
        "the safety of every boat in the harbour,",
        "No, the fleet is not leaving Marrowby,",
        "The ferries will keep to their timetable,",
        "We have moved on from patching walls,",
    }
    editor.goto(desk)
    press(editor, "approve")
    publisher.goto(desk)
    press(publisher, "publish")

    # Readers see who said what, and where it came from
    page.goto(live_server.url)
    page.get_by_role("link", name="Marrowby to close the inner basin").first.click()
    sources = page.locator("#sources")
    expect(sources.locator(".source-who", has_text="Tomas Ferreira")).to_have_text("Tomas Ferreira, Port spokesman")
    danek = sources.locator("li", has=page.locator(".source-who", has_text="Mirela Danek"))
    expect(danek.locator(".source-how")).to_contain_text("via Skerrin Radio")
    page.locator(".cited a").first.click()
    expect(sources.locator("> ol > li:target")).to_have_count(1)
    expect(page.get_by_role("article").first).to_contain_text("ritten for North Quay News")
    expect(page.get_by_role("article").first).not_to_contain_text("tidewatertimes")
    told = json.loads(page.locator('script[type="application/ld+json"]').first.inner_text())
    assert "We have moved on from patching walls" in [one.get("text") for one in told["citation"]]
    sources.get_by_role("link", name="Mirela Danek").click()
    expect(page.locator("main")).to_contain_text("We have moved on from patching walls")
