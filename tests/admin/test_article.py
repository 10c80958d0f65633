"""The form of a story: it validates, and one verb of the desk writes."""

import json
from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry

from articles import clock, desk
from articles.models import Article, Citation, Claim, Credit, Decision, Person, PublishedArticle, Revision
from articles.states import Status
from tests.admin.rights import may
from tests.admin.screen import article_url
from tests.admin.weights import queries
from tests.admin.writes import watched

pytestmark = pytest.mark.django_db


def held(article):
    """What the last revision of a story keeps."""
    return json.loads(article.revisions.last().words.content)


# Adding


def test_a_new_story_is_one_article_one_revision_one_decision(rita, seat, ada, engine, pilot, city, ports):
    form = seat(rita).open(article_url("add")).form
    form.type(headline="Harbour wall holds", dek="It held.", body="<div>It <b>held</b>.</div><script>no()</script>")
    form.type(kicker="Harbour", section=city.pk, topics=[ports.pk], ednote="Call her back", why="From the scene")
    form.add("credits", author=ada.pk, organisation=engine.pk).add("credits", wording="Staff")
    form.add("origins", organisation=engine.pk, evidence="From The Engine", url="https://engine.example/1")
    form.add("citations", source=pilot.pk, quote="It held")
    page = form.press()

    assert (page.status, page.messages) == (200, ["Saved as a new draft."])
    story = Article.objects.get()
    assert page.response.request["PATH_INFO"] == article_url("change", story.pk)
    assert (story.headline, story.kicker, story.status, story.version) == ("Harbour wall holds", "Harbour", "draft", 1)
    assert story.body == "<p>It <strong>held</strong>.</p>"
    assert (story.section, list(story.topics.all())) == (city, [ports])
    assert [str(credit) for credit in story.credits.all()] == ["Ada Lovelace for The Engine", "Staff"]
    assert list(story.origins.values_list("organisation", "state")) == [(engine.pk, Claim.SUGGESTED)]
    assert list(story.citations.values_list("source", "quote")) == [(pilot.pk, "It held")]
    assert list(Revision.objects.values_list("article", "number", "by__user")) == [(story.pk, 1, rita.pk)]
    assert list(Decision.objects.values_list("verb", "why")) == [("start", "From the scene")]
    assert held(story)["ednote"] == "Call her back"


def test_a_story_can_be_started_and_submitted_in_one(rita, seat):
    page = seat(rita).open(article_url("add")).form.type(headline="Harbour wall holds").press("_submit")
    assert page.messages == ["Saved as a new draft. It is with the editors now."]
    story = Article.objects.get()
    assert (story.status, list(story.decisions.values_list("verb", flat=True))) == ("in_review", ["start", "submit"])


def test_a_start_that_cannot_be_submitted_is_no_start(rita, seat):
    rita.groups.clear()
    may(rita, "view", "start", "revise")
    form = seat(rita).open(article_url("add")).form.type(headline="Harbour wall holds").add("credits", wording="Staff")
    page = form.press("_submit")
    assert (page.status, page.form["headline"], page.form.rows("credits")[0]["wording"]) == (
        200, "Harbour wall holds", "Staff",
    )  # fmt: skip
    assert page.errors == ["Your role does not include “Submit for review”. Ask a managing editor if you need it."]
    assert (Article.objects.count(), Decision.objects.count(), Revision.objects.count()) == (0, 0, 0)


def test_a_story_without_a_headline_is_shown_again(rita, seat):
    page = seat(rita).open(article_url("add")).form.type(body="<p>It held.</p>").add("credits", wording="Staff").press()
    assert (page.status, page.errors, page.form["body"]) == (200, ["This field is required."], "<p>It held.</p>")
    assert Article.objects.count() == 0


def test_what_only_looks_like_a_headline_is_refused_by_the_desk(rita, seat):
    page = seat(rita).open(article_url("add")).form.type(headline="\u202e", dek="It held.").press()
    assert (page.errors, page.form["dek"]) == (["A story needs a headline."], "It held.")
    assert Article.objects.count() == 0


def test_a_credit_that_names_nobody_is_shown_again(rita, seat):
    page = seat(rita).open(article_url("add")).form.type(headline="One").add("credits", role="editor").press()
    assert page.errors == ["Name an author, an organisation, or write the credit's wording."]
    assert [row["role"] for row in page.form.rows("credits")] == ["editor"]
    assert Article.objects.count() == 0


# Changing


def test_a_save_makes_one_revision_and_says_its_number(rita, seat, full_story):
    page = seat(rita).open_story(full_story).form.type(headline="Harbour wall gives way", why="New facts").press()
    full_story.refresh_from_db()
    assert (page.messages, full_story.headline, full_story.version) == (
        ["Saved as revision 2."], "Harbour wall gives way", 2,
    )  # fmt: skip
    assert list(full_story.revisions.values_list("number", "kind", "why")) == [
        (1, "start", ""), (2, "edit", "New facts"),
    ]  # fmt: skip
    assert list(full_story.decisions.values_list("verb", flat=True)) == ["start", "revise"]


def test_a_save_of_the_form_as_it_came_makes_no_revision(rita, seat, full_story):
    before = held(full_story)
    page = seat(rita).open_story(full_story).form.press()
    assert page.messages == ["Nothing was different, so no revision was made."]
    assert (full_story.revisions.count(), full_story.decisions.count(), held(full_story)) == (1, 1, before)


@pytest.mark.parametrize(
    "body",
    [
        "<h2>One</h2>\n<p>A &amp; <em>B</em></p>",
        "<blockquote>\n<p>It held</p>\n</blockquote>",
        "<p>“Quoted” – it is</p>",
    ],
)
def test_a_body_survives_the_form_byte_for_byte(body, rita, seat, make_story):
    story = make_story(body=body)
    seat(rita).open_story(story).form.type(dek="Other").press()
    before, after = (json.loads(each.words.content)["body"] for each in story.revisions.all())
    assert before == after


def test_rows_are_changed_taken_away_and_added(rita, seat, full_story, ada, engine, pilot):
    form = seat(rita).open_story(full_story).form
    form.type(credits_0_role="editor", credits_1_DELETE="on", origins_0_DELETE="on", citations_0_quote="It held!")
    form.add("credits", wording="Agencies").add("origins", organisation=engine.pk, role="written_for")
    form.add("citations", source=pilot.pk, channel="interview")
    assert form.press().messages == ["Saved as revision 2."]
    assert list(full_story.credits.values_list("author", "role", "wording", "position")) == [
        (ada.pk, "editor", "", 0),
        (None, "writer", "Agencies", 1),
    ]
    assert list(full_story.origins.values_list("role", "evidence")) == [("written_for", "")]
    assert list(full_story.citations.values_list("quote", "channel")) == [("It held!", ""), ("", "interview")]
    assert [len(held(full_story)[name]) for name in ("credits", "origins", "citations")] == [2, 1, 2]


def test_all_rows_and_topics_can_go(rita, seat, full_story):
    form = seat(rita).open_story(full_story).form
    form.type(credits_0_DELETE="on", credits_1_DELETE="on", origins_0_DELETE="on", citations_0_DELETE="on")
    form.type(topics=None, section="").press()
    full_story.refresh_from_db()
    rows = ("credits", "origins", "citations", "topics")
    assert [getattr(full_story, name).count() for name in rows] == [0, 0, 0, 0]
    assert [held(full_story)[name] for name in (*rows, "section")] == [[], [], [], [], None]


def test_confirming_an_origin_notes_who_did(ed, seat, full_story):
    seat(ed).open_story(full_story).form.type(origins_0_state="confirmed").press()
    origin = full_story.origins.get()
    assert (origin.state, origin.settled_by, origin.evidence) == (
        Claim.CONFIRMED, Person.objects.get(user=ed), "From The Engine",
    )  # fmt: skip


def test_an_edit_of_approved_words_asks_for_a_new_approval(rita, seat, make_story):
    story = make_story(status="approved")
    seat(rita).open_story(story).form.type(dek="Other").press()
    story.refresh_from_db()
    assert story.status == Status.DRAFT


def test_status_version_and_overlays_cannot_be_typed(rita, seat, make_story):
    story = make_story()
    form = seat(rita).open_story(story).form
    form.held.update(status=["approved"], version=["9"], on_hold=["on"], embargo_until=["2030-01-01"], approve=["1"])
    form.press("_approve")
    story.refresh_from_db()
    assert (story.status, story.version, story.on_hold, story.embargo_until) == ("draft", 1, False, None)


def test_the_slug_stays_once_readers_had_it(rita, seat, make_story):
    story = make_story(status="live", slug="first")
    form = seat(rita).open_story(story).form
    assert "slug" not in form.held
    form.held["slug"] = ["second"]
    form.type(dek="Other").press()
    story.refresh_from_db()
    assert (story.slug, story.dek, story.version) == ("first", "Other", 2)


def test_the_slug_of_a_scheduled_story_is_free_still(rita, pat, seat, make_story):
    story = make_story(status="approved", slug="first")
    desk.schedule(story, by=pat, seen=1, at=clock.now() + timedelta(days=1))
    seat(rita).open_story(story).form.type(slug="second").press()
    story.refresh_from_db()
    assert (story.slug, PublishedArticle.objects.get().path.split("/")[-2]) == ("second", "first")


def test_save_and_submit_hands_it_to_the_editors(
    rita, ed, seat, make_story, mailoutbox, django_capture_on_commit_callbacks
):
    story = make_story()
    form = seat(rita).open_story(story).form.type(dek="Other")
    with django_capture_on_commit_callbacks(execute=True):
        page = form.press("_submit")
    story.refresh_from_db()
    assert page.messages == ["Saved as revision 2. It is with the editors now."]
    assert (story.status, story.decisions.last().revision.number) == ("in_review", 2)
    assert [mail.bcc for mail in mailoutbox] == [["ed@example.org"]]


def test_approved_words_can_be_changed_and_submitted_in_one(rita, seat, make_story):
    story, someone = make_story(status="approved"), seat(rita)
    page = someone.open_story(story).form.press("_submit")
    assert page.errors[0].startswith("“Submit for review” is not possible now")
    page = page.form.type(dek="Other").press("_submit")
    story.refresh_from_db()
    assert page.messages == ["Saved as revision 2. It is with the editors now."]
    assert (story.status, story.version) == ("in_review", 2)


def test_words_that_are_as_they_were_can_be_submitted(rita, seat, make_story):
    story = make_story()
    page = seat(rita).open_story(story).form.press("_submit")
    story.refresh_from_db()
    assert page.messages == ["Nothing was different, so no revision was made. It is with the editors now."]
    assert (story.status, story.version) == ("in_review", 1)


# Who writes


def test_while_a_form_is_saved_only_the_desk_writes(
    rita, seat, full_story, ada, engine, pilot, ports, django_capture_on_commit_callbacks
):
    add = seat(rita).open(article_url("add")).form.type(headline="One", body="<p>x</p>", topics=[ports.pk])
    add.add("credits", author=ada.pk).add("origins", organisation=engine.pk).add("citations", source=pilot.pk)
    change = seat(rita).open_story(full_story).form.type(headline="Two", credits_1_DELETE="on", topics=None)
    change.type(origins_0_state="confirmed", citations_0_quote="Other").add("credits", wording="Agencies")
    for form, button in ((add, "_submit"), (change, "_submit")):
        with watched() as writes, django_capture_on_commit_callbacks(execute=True):
            page = form.press(button)
        assert page.messages[0].endswith("It is with the editors now.")
        assert writes.outside == []
        assert {"articles_article", "articles_credit", "articles_revision", "articles_decision"} <= writes.tables()
    assert LogEntry.objects.count() == 0


def test_a_form_that_is_refused_writes_nothing_at_all(rita, ed, seat, full_story):
    form = seat(rita).open_story(full_story).form.type(headline="")
    stale = seat(rita).open_story(full_story).form.type(headline="Two")
    desk.revise(full_story, by=ed, seen=1, words={"dek": "Ed was here"})
    for each in (form, stale):
        with watched() as writes:
            assert each.press().status == 200
        assert (writes.outside, writes.inside) == ([], [])


def test_whoever_writes_past_the_desk_is_seen(rita, make_story):
    story = make_story()
    with watched() as writes:
        Article.objects.filter(pk=story.pk).update(dek="past the desk")
        story.save()
        Credit.objects.bulk_create([Credit(article=story, wording="Staff"), Credit(article=story, wording="Staff")])
        story.credits.all().delete()
        story.refresh_from_db()
    assert [sql.split()[0] for sql in writes.outside] == ["UPDATE", "UPDATE", "INSERT", "DELETE"]
    assert writes.inside == []


# What it costs


def test_rows_cost_the_same_however_many_they_are(rita, seat, make_story, ada, engine, pilot):
    someone = seat(rita)

    def cost(number):
        story = make_story(
            credits=[Credit(author=ada, organisation=engine) for _row in range(number)],
            citations=[Citation(source=pilot, via=engine) for _row in range(number)],
        )
        return queries(someone, article_url("change", story.pk))

    assert cost(30) == cost(1)
