"""The whole road in a real browser: a wire file becomes a page, is corrected, and is killed."""

import datetime
import re

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from playwright.sync_api import Page, expect

from articles.models import Article, Correction, PublishedArticle

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "readers"])

NOON = datetime.datetime(2026, 5, 4, 10, tzinfo=datetime.UTC)  # 12:00 in Vienna, the tests' house zone
HOUR = datetime.timedelta(hours=1)

WIRE = """Lighthouse keeper’s log returns to Skerrin

A log book missing since 1911 was handed in at the harbour office. Read Full Article at tidewatertimes.example

Lighthouse keeper’s log returns to Skerrin
**Pages are dry, and in order**

A log book that had been missing since 1911 lay on the counter of the harbour office on Monday morning.

“I found it under my aunt’s sewing box,” said Una Garvock, the island’s postmistress, in an interview.

Odalys Brightwell for Tidewater Times
"""


@pytest.fixture
def clock():
    """Stands at noon; the journey moves it on."""
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def press(page: Page, verb: str, **told: str) -> None:
    """Presses a verb in the side rail, telling it what it asks for, and waits for the answer."""
    button = page.locator(f".verb-{verb}")
    more = page.locator("details.more > summary")
    if not button.is_visible() and more.is_visible():
        more.click()
    if told:
        button.locator("summary").click()
    for name, value in told.items():
        field = button.locator(f"[name={name}]")
        field.select_option(value) if name == "kind" else field.fill(value)
    with page.expect_navigation():
        button.get_by_role("button").click()


def said(page: Page) -> str:
    return " ".join(page.locator(".messagelist").all_inner_texts())


def write(page: Page, text: str) -> None:
    """Adds a paragraph at the end of the body, as an editor types it."""
    page.locator(".tiptap").click()
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    page.keyboard.type(text)


def test_a_wire_story_walks_from_a_file_to_a_published_page(tmp_path, clock, desk_of, page, live_server, rita, ed, pat):
    # Import
    file = tmp_path / "log.txt"
    file.write_text(WIRE, encoding="utf-8")
    call_command("import_articles", str(file), verbosity=0)
    story = Article.objects.get()
    desk = f"{live_server.url}/admin/articles/article/{story.pk}/change/"
    address = f"{live_server.url}/2026/05/04/lighthouse-keepers-log-returns-to-skerrin/"

    # Rita edits, settles where the copy came from, and submits
    reporter = desk_of(rita)
    reporter.goto(desk)
    expect(reporter.locator(".tiptap h2")).to_have_text("Pages are dry, and in order")
    write(reporter, "The harbour master counted 214 pages.")
    reporter.locator("[name=kicker]").fill("Found")
    origins = reporter.locator("#origins-group .contested")
    origins.locator(".is-rejected").first.click()
    origins.locator(".is-confirmed").last.click()
    with reporter.expect_navigation():
        reporter.get_by_role("button", name="Save and submit").click()
    assert said(reporter) == "Saved as revision 2. It is with the editors now."
    assert [message.bcc for message in mail.outbox] == [[ed.email]]

    # Her own approval is refused: first because of her role, then, even as an editor, because she wrote it
    expect(reporter.locator(".verb-approve")).to_have_count(0)
    rita.groups.set(ed.groups.all())
    reporter.goto(desk)
    press(reporter, "approve")
    assert said(reporter) == "You wrote some of these words yourself. Ask another editor to approve them."

    # Ed requests changes, Rita mends, Ed approves
    editor = desk_of(ed)
    editor.goto(desk)
    press(editor, "request_changes", why="Who counted, and when?")
    assert mail.outbox[-1].bcc == [rita.email]
    reporter.goto(desk)
    expect(reporter.locator(".rail")).to_contain_text("Who counted, and when?")
    write(reporter, "He counted them twice on Monday.")
    with reporter.expect_navigation():
        reporter.get_by_role("button", name="Save and submit").click()
    editor.goto(desk)
    press(editor, "approve")
    story.refresh_from_db()
    assert (story.status, story.version) == ("approved", 3)

    # Pat schedules; readers have it from its minute and not before
    publisher = desk_of(pat)
    publisher.goto(desk)
    press(publisher, "schedule", at="2026-05-04T13:00")
    clock.move_to(NOON + HOUR - datetime.timedelta(seconds=1))
    assert page.goto(address).status == 404
    clock.move_to(NOON + HOUR)
    assert page.goto(address).status == 200
    expect(page.get_by_role("heading", level=1)).to_have_text("Lighthouse keeper’s log returns to Skerrin")
    article = page.get_by_role("article").first
    expect(article).to_contain_text("By Odalys Brightwell for Tidewater Times")
    expect(article).to_contain_text("4 May 2026, 13:00")
    expect(article).to_contain_text("He counted them twice on Monday.")
    expect(article).not_to_contain_text("updated")
    page.goto(live_server.url)
    expect(page.locator('a[href="/2026/05/04/lighthouse-keepers-log-returns-to-skerrin/"]').first).to_be_visible()

    # A correction in progress leaves the page alone, and then shows with its note
    clock.move_to(NOON + 3 * HOUR)
    reporter.goto(desk)
    expect(reporter.locator(".tiptap")).to_contain_text("214 pages")
    body = reporter.locator("[name=body]")
    mended = body.input_value().replace("214 pages", "241 pages")
    reporter.evaluate("words => { document.querySelector('[name=body]').value = words }", mended)
    with reporter.expect_navigation():
        reporter.get_by_role("button", name="Save and submit").click()
    editor.goto(desk)
    press(editor, "approve")
    page.goto(address)
    expect(page.get_by_role("article").first).to_contain_text("214 pages")
    publisher.goto(desk)
    press(publisher, "correct", kind="correction", note="The log has 241 pages, not 214.", passage="214 pages")
    page.goto(address)
    corrected = page.get_by_role("article").first
    expect(corrected).to_contain_text("241 pages")
    expect(corrected).to_contain_text("The log has 241 pages, not 214.")
    expect(corrected).to_contain_text(re.compile("updated\\s+4 May 2026, 15:00"))
    assert Correction.objects.get().kind == "correction"

    # A kill, and the address answers 410 for ever
    publisher.goto(desk)
    press(publisher, "kill", why="The log is a forgery")
    assert page.goto(address).status == 410
    expect(page.locator("body")).not_to_contain_text("forgery")
    page.goto(live_server.url)
    assert page.locator('a[href*="lighthouse"]').count() == 0
    assert PublishedArticle.objects.visible(at=NOON + 4 * HOUR).count() == 0
