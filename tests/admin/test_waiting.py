"""The front page of the desk: what is waiting for whoever looks."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User

from articles import clock, desk
from articles.admin import waiting
from articles.models import Article
from tests.admin.screen import article_url
from tests.admin.weights import queries

pytestmark = pytest.mark.django_db

LATER = datetime(2031, 7, 1, 6, 30, tzinfo=UTC)


def shown(page):
    """The queues of the front page that are not empty, each with the headlines in it."""
    found = {}
    for queue in page.tree.xpath("//section[contains(@class, 'queue')][.//li]"):
        (label,) = queue.xpath(".//h2//a/text()")
        found[label.strip()] = [" ".join(link.text_content().split()) for link in queue.xpath(".//ul/li//a")]
    return found


def test_each_role_has_its_queues(rita, ed, pat, mara):
    assert {user.username: waiting.names(user) for user in (rita, ed, pat, mara)} == {
        "rita": ["mine", "returned"],
        "ed": ["mine", "review", "returned"],
        "pat": ["mine", "ready"],
        "mara": ["mine", "review", "ready", "returned"],
    }


def test_the_front_page_shows_the_stories_that_wait(rita, ed, pat, mara, seat, make_story):
    make_story("a draft")
    make_story("in review", status="in_review")
    make_story("approved", status="approved")
    make_story("live", status="live")
    desk.assign(make_story("for Mara", status="in_review"), by=ed, to=mara)
    assert {user.username: shown(seat(user).open("/admin/")) for user in (rita, ed, pat, mara)} == {
        "rita": {"My drafts": ["a draft"]},
        "ed": {"To review": ["in review"]},
        "pat": {"Approved, to publish": ["approved"]},
        "mara": {
            "Assigned to me": ["for Mara"],
            "To review": ["for Mara", "in review"],
            "Approved, to publish": ["approved"],
        },
    }


def test_requested_changes_are_back_with_the_reporter(rita, ed, seat, make_story):
    desk.request_changes(make_story("to mend", status="in_review"), by=ed, seen=1, why="Who said so?")
    assert shown(seat(rita).open("/admin/")) == {"My drafts": ["to mend"]}


def test_an_update_that_was_approved_waits_for_the_publisher(rita, ed, pat, seat, make_story):
    story = make_story("live", status="live")
    assert shown(seat(pat).open("/admin/")) == {}
    desk.revise(story, by=rita, seen=1, words={"dek": "Other"})
    desk.submit(story, by=rita, seen=2)
    desk.approve(story, by=ed, seen=2)
    assert shown(seat(pat).open("/admin/")) == {"Approved, to publish": ["live"]}


@pytest.mark.parametrize("verb", ["schedule", "hold"])
def test_what_is_scheduled_or_held_waits_for_nobody(verb, pat, seat, make_story):
    story = make_story(status="approved")
    told = {"schedule": {"seen": 1, "at": LATER}, "hold": {"why": "The lawyers"}}[verb]
    getattr(desk, verb)(story, by=pat, **told)
    assert shown(seat(pat).open("/admin/")) == {}


def test_the_most_urgent_is_on_top_and_the_rest_is_one_link_away(ed, rita, seat, make_story):
    now = clock.now()
    for number in range(8):
        due = now + timedelta(days=8 - number) if number % 2 else None
        desk.assign(make_story(f"Story {number}"), by=ed, to=rita, due=due)
    page = seat(rita).open("/admin/")
    assert shown(page)["Assigned to me"][:4] == ["Story 7", "Story 5", "Story 3", "Story 1"]
    assert len(shown(page)["Assigned to me"]) == 6
    everything = article_url("changelist", waiting="mine")
    assert everything in page.tree.xpath("//section[contains(@class, 'queue')]//a/@href")
    assert len(seat(rita).open(everything).texts("//input[@name='_selected_action']")) == 8


def test_the_front_page_and_the_list_agree(mara, ed, seat, make_story):
    for status in ("draft", "in_review", "approved"):
        make_story(f"{status} by Mara", by=mara, status=status)
        desk.assign(make_story(status, status=status), by=ed, to=mara)
    everything = {article.pk for found in waiting.queues(mara, length=99) for article in found.stories}
    assert set(waiting.waiting_for(mara, Article.objects.all()).values_list("pk", flat=True)) == everything


def test_words_that_wait_behind_a_schedule_are_said_in_red_with_the_way_out(rita, pat, ed, seat, make_story):
    story = make_story("Overtaken", status="approved")
    desk.schedule(story, by=pat, seen=1, at=LATER)
    assert waiting.overtaken() == []
    desk.revise(story, by=rita, seen=1, words={"dek": "Newer."})
    said = {user.username: seat(user).open("/admin/") for user in (ed, pat)}
    banners = {name: page.texts("//*[contains(@class, 'waits')]") for name, page in said.items()}
    assert [len(found) for found in banners.values()] == [1, 1]
    assert [word for word in ("Overtaken", "revision 1", "revision 2") if word not in banners["pat"][0]] == []
    assert (said["ed"].verbs, said["pat"].verbs) == ([], ["unschedule"])
    said["pat"].button("unschedule").press()
    assert (story.decisions.last().verb, waiting.overtaken()) == ("unschedule", [])


def test_the_schedule_is_no_alarm_once_it_has_gone_out(rita, pat, make_story):
    story = make_story(status="approved")
    desk.schedule(story, by=pat, seen=1, at=LATER)
    desk.revise(story, by=rita, seen=1, words={"dek": "Newer."})
    with clock.set_to(LATER):
        assert waiting.overtaken() == []


def test_who_sees_no_stories_sees_no_queue(nora, seat, make_story):
    make_story("Secret")
    page = seat(nora).open("/admin/")
    assert (page.status, shown(page), "Secret" in page.response.content.decode()) == (200, {}, False)


def test_thirty_stories_cost_what_one_does(mara, pat, ed, rita, seat, make_story):
    someone = seat(mara)

    def start(number):
        for status in ("draft", "in_review", "approved"):
            desk.assign(make_story(f"{status} {number}", by=rita, status=status), by=ed, to=mara)
        overtaken = make_story(f"overtaken {number}", status="approved")
        desk.schedule(overtaken, by=pat, seen=1, at=LATER)
        desk.revise(overtaken, by=mara, seen=1, words={"dek": "Newer."})

    start(0)
    one = queries(someone, "/admin/")
    for number in range(1, 10):
        start(number)
    assert queries(someone, "/admin/") == one


def test_a_superuser_waits_for_everything(make_story):
    boss = User.objects.create_superuser("boss")
    make_story("in review", status="in_review")
    assert waiting.names(boss) == ["mine", "review", "ready", "returned"]
    assert [article.headline for article in waiting.waiting_for(boss, Article.objects.all())] == ["in review"]
