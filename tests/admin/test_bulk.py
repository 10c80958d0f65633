"""Verbs pressed for several stories at once: each is judged for itself, by the version that stood in the list."""

import pytest
from django.contrib.auth.models import User

from articles import desk
from articles.models import Article, Credit, Decision, PublishedArticle
from tests.admin.screen import Form, article_url
from tests.admin.writes import watched

pytestmark = pytest.mark.django_db

UNSEEN = [{}, {"seen": ""}, {"seen": "0"}, {"seen": "two"}, {"seen": "9" * 5000}, {"seen": "-1"}]


def ticked(seat, *stories):
    """The list with these stories ticked."""
    page = seat.open(article_url("changelist"))
    (element,) = page.tree.xpath("//form[@id='changelist-form']")
    return Form(page, element).type(_selected_action=[story.pk for story in stories])


def statuses():
    """The status of every story, the first one made first."""
    return list(Article.objects.order_by("pk").values_list("status", flat=True))


@pytest.mark.parametrize(
    ("name", "verb", "before", "after"),
    [("rita", "submit", "draft", "in_review"), ("ed", "approve", "in_review", "approved")],
)
def test_a_verb_is_done_to_each_story_ticked_and_to_no_other(name, verb, before, after, seat, make_story):
    stories = [make_story(f"Story {number}", status=before) for number in range(3)]
    form = ticked(seat(User.objects.get(username=name)), *stories[:2])
    page = form.type(action=f"{verb}_selected").press()
    assert statuses() == [after, after, before]
    done = Decision.objects.filter(verb=verb, by__user__username=name)
    assert list(done.values_list("article", "revision__number")) == [(stories[0].pk, 1), (stories[1].pk, 1)]
    assert (len(page.messages), page.messages[0].split(": ")[1]) == (1, "2 stories.")


def test_publish_makes_prints(pat, seat, make_story):
    stories = [make_story(f"Story {number}", status="approved") for number in range(2)]
    page = ticked(seat(pat), *stories).type(action="publish_selected").press()
    assert page.messages == ["Publish: 2 stories."]
    assert sorted(PublishedArticle.objects.values_list("article_number", flat=True)) == [story.pk for story in stories]


def test_each_refusal_names_its_story_and_stops_no_other(ed, mara, seat, make_story):
    make_story("A draft")
    make_story("Empty", status="in_review", body="")
    make_story("Fine", status="in_review")
    own = make_story("Own words", by=mara, status="in_review")
    form = ticked(seat(mara), *Article.objects.all())
    page = form.type(action="approve_selected").press()
    assert [message.split(":")[0] for message in page.messages] == ["A draft", "Empty", "Own words", "Approve"]
    assert page.messages[1:] == [
        "Empty: The story has no body. Write it, then try again.",
        "Own words: You wrote some of these words yourself. Ask another editor to approve them.",
        "Approve: 1 story.",
    ]
    assert statuses() == ["draft", "in_review", "approved", "in_review"]
    assert own.decisions.filter(verb="approve").count() == 0


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("rita", ["submit"]),
        ("ed", ["submit", "approve"]),
        ("pat", ["publish"]),
        ("mara", ["submit", "approve", "publish"]),
    ],
)
def test_each_role_is_offered_its_verbs(name, offered, seat, make_story, mara):
    make_story()
    page = seat(User.objects.get(username=name)).open(article_url("changelist"))
    assert page.tree.xpath("//select[@name='action']/option[@value!='']/@value") == [
        f"{verb}_selected" for verb in offered
    ]


def test_a_verb_that_was_not_offered_is_not_done(rita, seat, make_story):
    stories = [make_story(f"Story {number}", status="in_review") for number in range(2)]
    form = ticked(seat(rita), *stories).type(action="approve_selected")
    with watched() as writes:
        page = form.press()
    assert (page.messages, statuses()) == (["No action selected."], ["in_review", "in_review"])
    assert (writes.inside, writes.outside) == ([], [])


def test_a_superuser_stands_before_the_gate_in_bulk_too(seat, make_story):
    boss = User.objects.create_superuser("boss")
    story = make_story("Own words", by=boss, status="in_review")
    page = ticked(seat(boss), story).type(action="approve_selected").press()
    assert page.messages == ["Own words: You wrote some of these words yourself. Ask another editor to approve them."]
    assert statuses() == ["in_review"]


def test_words_that_moved_on_since_the_list_are_not_judged(rita, ed, seat, make_story):
    stale, fresh = make_story("Stale", status="in_review"), make_story("Fresh", status="in_review")
    form = ticked(seat(ed), stale, fresh)
    assert form[f"seen-{stale.pk}"] == "1"
    desk.revise(stale, by=rita, seen=1, words={"dek": "A late change."})
    page = form.type(action="approve_selected").press()
    assert statuses() == ["in_review", "approved"]
    assert (len(page.messages), page.messages[0].startswith("Stale: Rita Reyes saved other words ")) == (2, True)


@pytest.mark.parametrize("seen", UNSEEN)
@pytest.mark.parametrize(("verb", "before"), [("submit", "draft"), ("approve", "in_review"), ("publish", "approved")])
def test_words_that_nobody_saw_are_not_judged(verb, before, seen, mara, seat, make_story):
    story, someone = make_story("Unseen", status=before), seat(mara)
    typed = {f"{name}-{story.pk}": value for name, value in seen.items()}
    typed |= {"action": f"{verb}_selected", "_selected_action": story.pk}
    with watched() as writes:
        page = someone.post(article_url("changelist"), **typed)
    assert (len(page.messages), page.messages[0].startswith("Unseen: ")) == (1, True)
    assert (writes.inside, writes.outside, statuses()) == ([], [], [before])


def test_all_stories_of_all_pages_are_not_approved_unseen(rita, ed, seat):
    words = {"body": "<p>It held.</p>"}
    for story in desk.start_batch([desk.Draft({"headline": f"Story {n}", **words}) for n in range(42)], by=rita):
        desk.submit(story, by=rita, seen=1)
    page = ticked(seat(ed), *Article.objects.all()).type(action="approve_selected", select_across=1).press()
    assert Article.objects.filter(status="approved").count() == 40
    assert [message.split(":")[0] for message in page.messages] == ["Story 0", "Story 1", "Approve"]


def test_nora_presses_nothing(nora, seat, make_story):
    story, nobody = make_story(), seat(nora)
    typed = {"action": "submit_selected", "_selected_action": story.pk, f"seen-{story.pk}": 1}
    assert nobody.post(article_url("changelist"), **typed).status == 403
    assert statuses() == ["draft"]


def test_while_stories_are_published_only_the_desk_writes(pat, seat, make_story, django_capture_on_commit_callbacks):
    stories = [make_story(f"Story {n}", status="approved", credits=[Credit(wording="Staff")]) for n in range(2)]
    form = ticked(seat(pat), *stories).type(action="publish_selected")
    with watched() as writes, django_capture_on_commit_callbacks(execute=True):
        form.press()
    assert (writes.outside, PublishedArticle.objects.count()) == ([], 2)
