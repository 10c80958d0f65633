"""The desk in a real browser: the policy is kept, a phone is enough, and no words are lost or made up."""

import datetime
import re

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.test import RequestFactory
from django.urls import reverse
from playwright.sync_api import Page, expect

from articles import desk
from articles.desk import receiving
from articles.models import Article, Citation, Credit, Origin, Verdict
from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)

EVERYTHING = """<h2>A subhead</h2>
<p>The <strong>wall</strong> <em>held</em>, <a href="https://example.org/">he said</a>.<br>So did H<sub>2</sub>O.</p>
<ul>
<li>One</li>
<li>Two</li>
</ul>
<ol>
<li>First</li>
</ol>
<blockquote>
<p>It held, <mark data-citation="a-1">all night</mark>.</p>
</blockquote>
<figure data-picture="a-1">
<figcaption>The <em>wall</em></figcaption>
</figure>
<figure>
<figure data-picture="a-2"></figure>
<figcaption>Both</figcaption>
</figure>
<table>
<caption>Gauges</caption>
<thead>
<tr>
<th>Gauge</th>
<th>Metres</th>
</tr>
</thead>
<tbody>
<tr>
<th>Inner</th>
<td>4.1</td>
</tr>
</tbody>
</table>
<h3>Next</h3>
<hr>
<p>The end.</p>"""

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}

SMALL = """() => [...document.querySelectorAll(
    ".bar a, .bar summary, .rail button, .rail summary, .ways-out a, .prose-menubar button, .card input, .card select"
)].filter((one) => one.checkVisibility()
    && !one.matches("[type=radio], [type=checkbox], .select2-hidden-accessible, .select2-search__field")
    && one.getBoundingClientRect().height < 43.5
).map((one) => one.outerHTML.slice(0, 120))"""
"""What is lower than 44 pixels."""

TINY = """() => [...document.querySelectorAll("input, textarea, select, .tiptap")].filter((one) => one.checkVisibility()
    && !one.matches("[type=hidden], [type=radio], [type=checkbox]")
    && parseFloat(getComputedStyle(one).fontSize) < 16
).map((one) => one.outerHTML.slice(0, 120))"""
"""Fields whose words are so small that a phone would zoom in."""


@pytest.fixture
def boss(db):
    """Somebody who sees every screen there is."""
    user = User.objects.create_user("boss", "boss@example.org", PASSWORD, is_staff=True, is_superuser=True)
    user.groups.set(Group.objects.filter(name="Managing editor"))
    return user


@pytest.fixture
def full_story(make_story, rita, ada, engine, pilot, city, ports):
    """A live story with something in every corner of the screen."""
    return make_story(
        status="live",
        body=EVERYTHING,
        kicker="Harbour",
        section=city,
        topics=[ports],
        credits=[Credit(author=ada, organisation=engine)],
        origins=[Origin(organisation=engine, evidence="Ada Lovelace for The Engine", state="confirmed")],
        citations=[Citation(source=pilot, quote="It held, all night.")],
    )


@pytest.fixture
def screens(live_server, full_story, make_story, make_picture, disputed, ed, pat, boss):
    """The addresses of every screen: each list, each empty form, one of each thing, and stories in every state."""
    make_picture(caption="A picture with a caption that is rather long")
    batch = receiving.open_batch(by=ed, origin="wire")
    (receipt,) = receiving.receive(batch, [receiving.Arrival("one.txt", "0" * 64, 3, b"abc")])
    receiving.judge([Verdict(receipt=receipt, step="binary", outcome="refused", reason="It is no text.")])
    desk.revise(full_story, by=ed, seen=1, words={"dek": "Other"})
    held, spiked, embargoed = (make_story(headline, status="in_review") for headline in ("Held", "Off", "Later"))
    desk.hold(held, by=pat, why="The lawyers read it")
    desk.spike(spiked, by=ed, why="Overtaken")
    desk.embargo(embargoed, by=pat, until=full_story.changed + datetime.timedelta(days=1))
    asking = RequestFactory().get("/admin/")
    asking.user = boss
    names = ["admin:index", "admin:password_change"]
    found = [reverse(name) for name in names] + [reverse("admin:app_list", args=["articles"])]
    for model, screen in admin.site._registry.items():
        stem = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        found.append(reverse(f"{stem}_changelist"))
        if screen.has_add_permission(asking):
            found.append(reverse(f"{stem}_add"))
        found += [reverse(f"{stem}_change", args=[one.pk]) for one in model.objects.all()]
    stories = [reverse(f"admin:articles_article_{name}", args=[full_story.pk]) for name in ("history", "compare")]
    found += [*stories, reverse("admin:articles_article_changelist") + "?q=nowhere"]
    found.append(reverse("admin:articles_article_update", args=[disputed.pk]))
    found.append(reverse("admin:articles_importbatch_undo", args=[batch.pk]))
    return [live_server.url + address for address in found]


def change(live_server, story: Article) -> str:
    return live_server.url + reverse("admin:articles_article_change", args=[story.pk])


def said(page: Page) -> str:
    return page.locator(".messagelist").inner_text().strip()


# Every screen


def test_every_screen_keeps_the_policy_and_fits_a_phone(page, sign_in, boss, screens, complaints):
    sign_in(page, boss)
    wide = []
    for address in screens:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(address)
        if page.locator("#id_body").count():
            page.locator(".prose-menubar").wait_for()
        page.set_viewport_size({"width": 360, "height": 740})
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(address)
    assert (complaints, wide) == ([], [])


def test_a_breach_of_the_policy_would_be_heard(page, live_server, complaints):
    page.goto(live_server.url + reverse("admin:login"))
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">A</p>')")
    assert ["Content Security Policy" in complaint for complaint in complaints] == [True]


def test_whoever_may_only_read_gets_a_page_to_read(page, sign_in, live_server, pat, full_story, complaints):
    sign_in(page, pat)
    page.goto(change(live_server, full_story))
    expect(page.locator(".reading h2.headline")).to_have_text(full_story.headline)
    expect(page.locator(".reading td")).to_have_text("4.1")
    assert page.locator("#content-main input:not([type=hidden]), #content-main textarea").count() == 0
    assert complaints == []


def test_its_tools_keep_the_policy(page, sign_in, live_server, boss, full_story, complaints):
    sign_in(page, boss)
    page.goto(change(live_server, full_story))
    page.locator(".tiptap p").first.dblclick()
    page.locator("[data-name=link]").click()
    page.keyboard.press("Escape")
    page.locator("[data-name=table]").click()
    page.locator(".prose-editor-dialog [type=submit]").click()
    expect(page.locator(".tiptap table")).to_have_count(2)
    page.locator("#credits-group .add-row a").click()
    page.locator("#credits-1 .field-author .select2-selection").click()
    page.locator(".select2-results__option", has_text="Ada Lovelace").click()
    with page.expect_popup() as opened:
        page.locator("#credits-1 .field-organisation .add-related").click()
    opened.value.locator("[name=name]").fill("Northline Press")
    with opened.value.expect_event("close"):
        opened.value.locator("[name=_save]").click()
    expect(page.locator("#credits-1 .field-organisation .select2-selection")).to_contain_text("Northline Press")
    assert complaints == []


def test_dates_are_picked_within_the_policy(page, sign_in, live_server, boss, complaints):
    sign_in(page, boss)
    page.goto(live_server.url + reverse("admin:auth_user_change", args=[boss.pk]))
    page.locator(".field-last_login .datetimeshortcuts .date-icon").first.click()
    page.locator(".calendarbox td a", has_text=re.compile("^15$")).first.click()
    expect(page.locator("#id_last_login_0")).to_have_value(re.compile("-15$"))
    assert complaints == []


# Words


def test_an_untouched_form_makes_no_revision(page, sign_in, live_server, rita, full_story):
    sign_in(page, rita)
    page.goto(change(live_server, full_story))
    page.locator(".tiptap td").click()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".unsaved-note")).to_be_empty()
    page.locator(".save").click()
    expect(page.locator(".messagelist")).to_have_text("Nothing was different, so no revision was made.")
    assert full_story.revisions.count() == 1


def test_what_is_typed_and_taken_back_makes_no_revision(page, sign_in, live_server, rita, full_story):
    sign_in(page, rita)
    page.goto(change(live_server, full_story))
    page.locator(".tiptap p").last.click()
    page.keyboard.type("x")
    expect(page.locator(".unsaved-note")).to_have_text("Unsaved words")
    page.keyboard.press("Backspace")
    page.locator(".save").click()
    expect(page.locator(".messagelist")).to_have_text("Nothing was different, so no revision was made.")
    assert full_story.revisions.count() == 1


def test_the_keyboard_saves(page, sign_in, live_server, rita, make_story):
    story = make_story(body="<p>The wall held.</p>")
    sign_in(page, rita)
    page.goto(change(live_server, story))
    page.locator(".tiptap p").click()
    page.keyboard.press("End")
    page.keyboard.type(" All night.")
    with page.expect_navigation():
        page.keyboard.press("Control+s")
    assert said(page) == "Saved as revision 2."
    assert Article.objects.get().body == "<p>The wall held. All night.</p>"


def test_a_verb_pressed_over_unsaved_words_asks_first(page, sign_in, live_server, ed, make_story):
    story = make_story(status="in_review")
    sign_in(page, ed)
    page.goto(change(live_server, story))
    page.locator("#id_headline").fill("Harbour wall fell")
    approve = page.locator(".verb-approve button")
    approve.click()
    page.get_by_role("button", name="Back to the words").click()
    assert story.decisions.filter(verb="approve").count() == 0
    expect(page.locator("#id_headline")).to_have_value("Harbour wall fell")
    approve.click()
    with page.expect_navigation():
        page.get_by_role("button", name="Leave them").click()
    assert story.decisions.filter(verb="approve").count() == 1
    assert Article.objects.get().headline == "Harbour wall holds through the storm"


def test_unsaved_words_can_be_saved_first(page, sign_in, live_server, ed, make_story):
    story = make_story(status="in_review")
    sign_in(page, ed)
    page.goto(change(live_server, story))
    page.locator("#id_headline").fill("Harbour wall fell")
    page.locator(".verb-approve button").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Save them first").click()
    assert (said(page), Article.objects.get().headline) == ("Saved as revision 2.", "Harbour wall fell")


def test_a_story_is_written_without_scripts(new_context, live_server, sign_in, rita, make_story):
    story = make_story()
    page = new_context(java_script_enabled=False).new_page()
    sign_in(page, rita)
    page.goto(change(live_server, story))
    page.locator("#id_body").fill("<p>It fell.</p>")
    page.locator(".save").click()
    assert (said(page), Article.objects.get().body) == ("Saved as revision 2.", "<p>It fell.</p>")


# A phone


@pytest.mark.parametrize(("verb", "standing"), [("unpublish", "unpublished"), ("kill", "killed")])
@pytest.mark.parametrize("who", ["pat", "mara"])
def test_a_story_is_taken_down_from_a_phone_in_two_taps_and_a_reason(
    verb, standing, who, request, new_context, sign_in, live_server, full_story
):
    page = new_context(**PHONE).new_page()
    sign_in(page, request.getfixturevalue(who))
    page.goto(change(live_server, full_story))
    button = page.locator(f".verb-{verb}")
    expect(button).to_be_in_viewport()
    button.locator("summary").tap()
    button.locator("[name=why]").fill("The family asked")
    with page.expect_navigation():
        button.locator("button").tap()
    decision = full_story.decisions.last()
    assert (decision.verb, decision.why) == (verb, "The family asked")
    assert full_story.standing(at=decision.when) == standing


def test_fingers_find_every_control_on_a_phone(new_context, sign_in, live_server, mara, full_story):
    page = new_context(**PHONE).new_page()
    sign_in(page, mara)
    page.goto(change(live_server, full_story))
    expect(page.locator(".prose-menubar button").first).to_be_visible()
    assert (page.evaluate(SMALL), page.evaluate(TINY)) == ([], [])
