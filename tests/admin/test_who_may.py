"""Who sees the form of a story and who may press what on it; nobody deletes."""

import pytest
from django.contrib.auth.models import User

from articles import desk
from articles.models import Article
from articles.states import Status
from tests.admin.screen import article_url
from tests.admin.typing_in import shows_what_was_typed
from tests.admin.writes import watched

pytestmark = pytest.mark.django_db


def test_nora_sees_no_story_and_writes_none(nora, seat, make_story):
    story = make_story()
    nobody = seat(nora)
    for url in (article_url("changelist"), article_url("add"), article_url("change", story.pk)):
        with watched() as writes:
            assert (nobody.open(url).status, nobody.post(url, headline="Nora was here", seen=1).status) == (403, 403)
        assert (writes.inside, writes.outside) == ([], [])


def test_nobody_is_let_in_without_logging_in(client, make_story):
    url = article_url("change", make_story().pk)
    assert client.get(url).headers["Location"] == f"/admin/login/?next={url}"
    assert client.post(url, {"headline": "Anonymous"}).status_code == 302
    assert Article.objects.get().headline == "Harbour wall holds through the storm"


def test_a_publisher_reads_and_does_not_write(pat, seat, full_story):
    page = seat(pat).open_story(full_story)
    assert (page.status, page.saves()) == (200, [])
    assert [name for name in page.form.held if name in ("headline", "body", "seen", "credits-0-wording")] == []
    assert page.tree.xpath("//button[@name='_continue' or @name='_submit' or @name='_save']") == []
    assert seat(pat).open(article_url("add")).status == 403


@pytest.mark.parametrize("page", ["add", "change"])
def test_whoever_lost_the_right_meanwhile_is_told_and_keeps_what_was_typed(page, rita, pat, seat, full_story, ada):
    someone = seat(rita)
    form = (someone.open(article_url("add")) if page == "add" else someone.open_story(full_story)).form
    form.type(headline="Typed headline", body="<p>Typed body</p>").add("credits", author=ada.pk, wording="Typed row")
    rita.groups.set(pat.groups.all())
    with watched() as writes:
        answer = form.press()
    verb = {"add": "Start", "change": "Save"}[page]
    assert (answer.status, answer.errors) == (
        200, [f"Your role does not include “{verb}”. Ask a managing editor if you need it."],
    )  # fmt: skip
    assert shows_what_was_typed(answer, form)
    assert (writes.inside, writes.outside) == ([], [])


def test_buttons_beside_a_form_shown_again_judge_the_words_on_the_screen(rita, ed, seat, make_story):
    story = make_story(status="in_review")
    form = seat(ed).open_story(story).form.type(headline="")
    desk.revise(story, by=rita, seen=1, words={"dek": "Ed never saw this."})
    page = form.press().button("approve").press()
    assert (len(page.messages), page.messages[0].startswith("Rita Reyes saved other words ")) == (1, True)
    assert Article.objects.get().status == "in_review"


def test_a_spiked_story_is_to_look_at_only(rita, ed, seat, make_story):
    story = make_story()
    desk.spike(story, by=ed, why="Overtaken")
    page = seat(rita).open_story(story)
    assert (page.status, page.saves(), "headline" in page.form.held) == (200, [], False)


@pytest.mark.parametrize("button", ["_addanother", "_popup", "_save"])
def test_other_buttons_of_the_stock_form_are_a_save(button, rita, seat, make_story):
    story = make_story()
    seat(rita).open_story(story).form.type(headline="Two").press(button)
    assert [article.headline for article in Article.objects.all()] == ["Two"]


def test_a_superuser_cannot_approve_by_the_form(seat):
    boss = User.objects.create_superuser("boss", first_name="Boss")
    form = seat(boss).open(article_url("add")).form.type(headline="One", body="<p>x</p>")
    page = form.add("credits", wording="Staff").press("_submit")
    story = Article.objects.get()
    assert (story.status, "approve" in page.verbs) == ("in_review", True)
    page = page.button("approve").press()
    assert page.messages == ["You wrote some of these words yourself. Ask another editor to approve them."]
    assert Article.objects.get().status == Status.IN_REVIEW


def test_a_story_that_never_was_leads_back_to_the_desk(rita, seat):
    page = seat(rita).open(article_url("change", 4711))
    assert (page.response.redirect_chain[-1][0], page.messages) == (
        "/admin/", ["Article with ID “4711” doesn’t exist. Perhaps it was deleted?"],
    )  # fmt: skip


def test_no_story_can_be_deleted(seat, make_story):
    boss = User.objects.create_superuser("boss")
    story = make_story()
    url = article_url("delete", story.pk)
    assert (seat(boss).open(url).status, seat(boss).post(url, post="yes").status) == (403, 403)
    assert Article.objects.count() == 1
