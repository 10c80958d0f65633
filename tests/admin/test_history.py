"""History: every decision, any two revisions side by side, and the way back, which is a copy forward."""

import json

import pytest
from django.contrib.auth.models import User

from articles import desk
from articles.models import Article, Credit, Origin, Revision
from tests.admin.screen import article_url
from tests.admin.weights import queries
from tests.admin.writes import watched

pytestmark = pytest.mark.django_db


def told(page):
    """The comparison a page shows, as kinds and words."""
    comparison = page.response.context["comparison"]
    lines = {label: [(span.kind, span.text) for span in spans] for label, spans in comparison.lines}
    return lines, [(block.kind, [(span.kind, span.text) for span in block.spans]) for block in comparison.body]


def restores(page):
    """The revisions a page offers to restore."""
    return [int(form.get("action").split("/")[-2]) for form in page.tree.forms if "/restore/" in form.get("action", "")]


@pytest.fixture
def three_revisions(make_story, rita, ed, ada, engine, pilot, city, ports):
    """A story in three revisions."""
    story = make_story(
        "The wall holds",
        body="<p>The wall held all night.</p>\n<p>Nobody slept.</p>",
        credits=[Credit(author=ada, organisation=engine)],
        origins=[Origin(organisation=engine, evidence="From The Engine")],
        section=city,
    )
    words = {"headline": "The wall gives way", "body": "<p>The wall held most of the night.</p>\n<p>Nobody slept.</p>"}
    desk.revise(story, by=rita, seen=1, words=words, why="New facts")
    rows = {"credits": [Credit(wording="Staff")], "origins": [], "topics": [ports]}
    desk.revise(story, by=ed, seen=2, words={"section": None}, **rows)
    return story


# Decisions


def test_every_decision_is_told_the_latest_on_top(rita, ed, mara, seat, make_story, settings):
    settings.GATE_WARNS = ["four_eyes"]
    story = make_story(by=ed)
    desk.revise(story, by=rita, seen=1, words={"dek": "Other"}, why="New facts")
    desk.submit(story, by=rita, seen=2)
    desk.request_changes(story, by=mara, seen=2, why="Who said <b>so</b>?")
    desk.submit(story, by=rita, seen=2)
    desk.approve(story, by=ed, seen=2)
    desk.publish(story, by=mara, seen=2)
    page = seat(rita).open(article_url("history", story.pk))
    entries = page.texts("//*[contains(@class, 'history')]/li")
    expected = [
        ["Publish", "Mara Marek", "The story is in no section: readers find it on the front only."],
        ["Approve", "Ed Eklund", "You wrote some of these words yourself. Ask another editor to approve them."],
        ["Submit", "Rita Reyes"],
        ["hanges", "Mara Marek", "Who said <b>so</b>?"],
        ["Submit", "Rita Reyes"],
        ["Save", "Rita Reyes", "New facts"],
        ["Start", "Ed Eklund"],
    ]
    assert len(entries) == 7
    assert [
        (entry, word) for entry, words in zip(entries, expected, strict=True) for word in words if word not in entry
    ] == []


def test_thirty_decisions_cost_what_one_does(rita, seat, make_story):
    story, someone = make_story(), seat(rita)
    url = article_url("history", story.pk)
    one = queries(someone, url)
    for number in range(1, 30):
        desk.revise(story, by=rita, seen=number, words={"dek": f"Version {number}"})
    assert queries(someone, url) == one


@pytest.mark.parametrize("number", ["4711", "0", "abc", "9" * 5000])
def test_the_history_of_no_story_is_not_found(number, rita, seat):
    assert seat(rita).open(f"/admin/articles/article/{number}/history/").status == 404


# Two revisions


def test_words_that_differ_are_marked_and_no_others(rita, seat, three_revisions):
    page = seat(rita).open(article_url("compare", three_revisions.pk, **{"from": 1, "to": 2}))
    lines, body = told(page)
    assert lines == {"Headline": [("same", "The wall"), ("removed", " holds"), ("added", " gives way")]}
    assert body[0] == (
        "changed",
        [("same", "The wall held"), ("removed", " all"), ("added", " most of the"), ("same", " night.")],
    )
    assert [kind for kind, _spans in body] == ["changed", "same"]
    marked = "//{}[not(ancestor::*[contains(@class, 'legend')])]"
    assert page.texts(marked.format("del")) == ["holds", "all"]
    assert page.texts(marked.format("ins")) == ["gives way", "most of the"]


def test_rows_and_fields_are_compared_too(rita, seat, three_revisions):
    lines, body = told(seat(rita).open(article_url("compare", three_revisions.pk, **{"from": 2, "to": 3})))
    assert {label: [text for kind, text in spans if kind == "added"] for label, spans in lines.items()} == {
        "Section": [], "Topics": ["Ports"], "Credits": ["Staff"], "Origins": [],
    }  # fmt: skip
    assert [text for kind, text in lines["Origins"] if kind == "removed"] == ["syndicated from, The Engine, suggested"]
    assert [kind for kind, _spans in body] == ["same", "same"]


@pytest.mark.parametrize(
    ("query", "old", "new"),
    [
        ({}, 2, 3),
        ({"to": 2}, 1, 2),
        ({"to": 1}, 1, 1),
        ({"from": 1}, 1, 3),
        ({"from": 1, "to": 3}, 1, 3),
        ({"from": 3, "to": 1}, 3, 1),
        ({"from": "x", "to": "9" * 5000}, 2, 3),
    ],
)
def test_any_two_can_be_compared(query, old, new, rita, seat, three_revisions):
    context = seat(rita).open(article_url("compare", three_revisions.pk, **query)).response.context
    assert (context["old"].number, context["new"].number) == (old, new)


@pytest.mark.parametrize("query", [{"to": 4}, {"from": 0}, {"from": 4, "to": 1}])
def test_a_revision_that_never_was_is_not_found(query, rita, seat, three_revisions):
    assert seat(rita).open(article_url("compare", three_revisions.pk, **query)).status == 404


def test_there_and_back_swaps_what_was_added_and_removed(rita, seat, three_revisions):
    def marked(start, end, kind):
        lines, body = told(seat(rita).open(article_url("compare", three_revisions.pk, **{"from": start, "to": end})))
        spans = [span for each in (*lines.values(), *(spans for _kind, spans in body)) for span in each]
        return [text for marked_as, text in spans if marked_as == kind]

    assert marked(1, 3, "removed") == marked(3, 1, "added")
    assert marked(1, 3, "added") == marked(3, 1, "removed")
    assert len(marked(1, 3, "removed")) == 6


def test_comparing_costs_the_same_however_many_revisions_there_are(rita, seat, make_story):
    story, someone = make_story(), seat(rita)
    desk.revise(story, by=rita, seen=1, words={"dek": "Two"})
    url = article_url("compare", story.pk, **{"from": 1, "to": 2})
    two = queries(someone, url)
    for number in range(2, 30):
        desk.revise(story, by=rita, seen=number, words={"dek": f"Version {number}"})
    assert queries(someone, url) == two


# Back, which is forward


def test_a_restore_copies_forward(ed, seat, three_revisions, ada, engine, city):
    page = seat(ed).open(article_url("history", three_revisions.pk))
    assert restores(page) == [2, 1]
    (form,) = (form for form in page.tree.forms if form.get("action", "").endswith("/restore/1/"))
    with watched() as writes:
        page = seat(ed).post(form.get("action"), seen=dict(form.form_values())["seen"])
    assert page.messages == ["Revision 1 is back, as revision 4."]
    story = Article.objects.get()
    assert (story.headline, story.section, story.version) == ("The wall holds", city, 4)
    assert [str(credit) for credit in story.credits.all()] == ["Ada Lovelace for The Engine"]
    assert list(story.origins.values_list("organisation", "evidence")) == [(engine.pk, "From The Engine")]
    assert list(story.revisions.values_list("number", "kind")) == [
        (1, "start"), (2, "edit"), (3, "edit"), (4, "restore"),
    ]  # fmt: skip
    first, last = story.revisions.first(), story.revisions.last()
    assert json.loads(first.words.content) == json.loads(last.words.content)
    assert [sql for sql in writes.outside if "django_session" not in sql and "last_login" not in sql] == []


def test_a_restore_needs_the_version_seen(rita, ed, seat, three_revisions):
    url, someone = article_url("restore", three_revisions.pk, 1), seat(rita)
    for seen in ({"seen": 2}, {}, {"seen": "9" * 5000}):
        page = someone.post(url, **seen)
        assert (len(page.messages), page.messages[0].startswith("Ed Eklund saved other words ")) == (1, True)
    assert Revision.objects.count() == 3


def test_a_restore_is_refused_with_a_sentence(rita, pat, ed, seat, three_revisions):
    url = article_url("restore", three_revisions.pk, 3)
    assert seat(rita).post(url, seen=3).messages == ["The story already reads like revision 3."]
    assert seat(rita).post(article_url("restore", three_revisions.pk, 7), seen=3).messages == [
        "There is no revision 7 of this story."
    ]
    assert seat(rita).post(article_url("restore", three_revisions.pk, 10**40), seen=3).status == 200
    assert seat(pat).post(article_url("restore", three_revisions.pk, 1), seen=3).messages == [
        "Your role does not include “Restore”. Ask a managing editor if you need it."
    ]
    desk.spike(three_revisions, by=ed, why="Overtaken")
    assert (
        seat(rita)
        .post(article_url("restore", three_revisions.pk, 1), seen=3)
        .messages[0]
        .startswith("“Restore” is not possible now")
    )
    assert Revision.objects.count() == 3


def test_a_restore_is_offered_to_whoever_may(rita, pat, ed, seat, three_revisions):
    url = article_url("history", three_revisions.pk)
    assert (restores(seat(rita).open(url)), restores(seat(pat).open(url))) == ([2, 1], [])
    desk.spike(three_revisions, by=ed, why="Overtaken")
    assert restores(seat(rita).open(url)) == []


def test_a_restore_of_approved_words_asks_for_a_new_approval(rita, ed, seat, make_story):
    story = make_story()
    desk.revise(story, by=rita, seen=1, words={"dek": "Other"})
    desk.submit(story, by=rita, seen=2)
    desk.approve(story, by=ed, seen=2)
    seat(rita).post(article_url("restore", story.pk, 1), seen=2)
    assert Article.objects.get().status == "draft"


# Who may


def test_nora_sees_no_history_and_restores_nothing(nora, seat, three_revisions):
    nobody = seat(nora)
    for url in (article_url("history", three_revisions.pk), article_url("compare", three_revisions.pk)):
        assert nobody.open(url).status == 403
    assert nobody.post(article_url("restore", three_revisions.pk, 1), seen=3).status == 403
    assert Revision.objects.count() == 3


@pytest.mark.parametrize("page", ["history", "compare"])
def test_nobody_looks_without_logging_in(page, client, three_revisions):
    response = client.get(article_url(page, three_revisions.pk))
    assert (response.status_code, response.headers["Location"].split("?")[0]) == (302, "/admin/login/")


def test_a_member_of_the_public_with_an_account_is_no_staff(client, three_revisions):
    reader = User.objects.create_user("reader", is_superuser=True)
    client.force_login(reader)
    response = client.get(article_url("history", three_revisions.pk))
    assert (response.status_code, response.headers["Location"].split("?")[0]) == (302, "/admin/login/")
