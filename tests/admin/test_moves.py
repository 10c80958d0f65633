"""The buttons beside a story: which are offered, that each works, and that no other way leads past them."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.contrib.messages import get_messages
from django.db import transaction
from django.test import Client

from articles import clock
from articles.models import Article, Decision, Person, PublishedArticle
from articles.states import Verb
from tests.admin.roads import LATER, LIVE, RETRACTED, SCHEDULED, UNPUBLISHED
from tests.admin.screen import article_url
from tests.admin.writes import watched

pytestmark = pytest.mark.django_db

OFFERED = {
    # not published
    "": "submit assign embargo hold spike",
    "submit": "assign request_changes approve embargo hold spike",
    "submit approve": "assign withdraw_approval publish schedule embargo hold spike",
    "spike": "unspike",
    # scheduled
    f"{SCHEDULED} save": "submit assign unschedule embargo hold kill",
    f"{SCHEDULED} save submit": "assign request_changes approve unschedule embargo hold kill",
    f"{SCHEDULED} save submit approve": "assign withdraw_approval publish schedule unschedule embargo hold kill",
    SCHEDULED: "assign publish schedule unschedule embargo hold kill",
    # live
    LIVE: "assign withdraw_approval hold correct unpublish kill reprint",
    f"{LIVE} save": "submit assign hold correct unpublish kill reprint",
    f"{LIVE} save submit": "assign request_changes approve hold correct unpublish kill reprint",
    f"{LIVE} save submit approve": "assign withdraw_approval schedule hold correct unpublish kill reprint",
    # retracted
    f"{RETRACTED} save": "submit assign hold correct unpublish kill reprint",
    f"{RETRACTED} save submit": "assign request_changes approve hold correct unpublish kill reprint",
    f"{RETRACTED} save submit approve": "assign withdraw_approval hold correct unpublish kill reprint",
    # unpublished
    f"{UNPUBLISHED} save": "submit assign embargo hold spike kill",
    f"{UNPUBLISHED} save submit": "assign request_changes approve embargo hold spike kill",
    UNPUBLISHED: "assign withdraw_approval publish schedule embargo hold spike kill",
    f"{UNPUBLISHED} spike": "unspike kill",
    # killed
    f"{LIVE} kill": "",
    # under an embargo, on hold
    "embargo": "submit assign embargo lift_embargo hold spike",
    "hold": "submit assign embargo release_hold spike",
    "hold spike": "unspike release_hold",
    f"{LIVE} hold save": "submit assign embargo release_hold spike kill",
    f"{SCHEDULED} embargo": "assign publish schedule unschedule embargo lift_embargo hold kill",
}
"""What somebody who may do everything is offered, by the road that a story went; *Submit* goes with *Save*."""

ROADS = list(OFFERED)

RIGHTS = {
    "rita": "submit",
    "ed": "submit assign request_changes approve withdraw_approval embargo spike unspike",
    "pat": "publish schedule unschedule correct unpublish kill hold embargo lift_embargo withdraw_approval",
    "mara": " ".join(Verb.values),
}

ASKED = {
    "why": "A reason",
    "at": "2031-07-02T08:30",
    "until": "2031-07-02T08:30",
    "kind": "editors_note",
    "note": "A note for readers",
}
"""What to type where a button asks."""

BY_HAND = sorted(set(Verb.values) - {"start", "enter_archive", "revise", "restore_revision"})


@pytest.mark.parametrize("road", ROADS)
def test_each_role_is_offered_what_it_may_do_now_and_can_do_it(road, seat, on_the_road, rita, ed, pat, mara):
    story = on_the_road(*road.split())
    done = story.decisions.count()
    for user in (rita, ed, pat, mara):
        page = seat(user).open_story(story)
        may = set(RIGHTS[user.username].split())
        assert sorted(page.verbs) == sorted(set(OFFERED[road].split()) & may - {"submit"})
        assert ("_submit" in page.saves()) == ("submit" in may and story.status in ("draft", "approved"))
        for verb in page.verbs:
            with transaction.atomic():
                form = page.button(verb)
                form.type(**{name: ASKED[name] for name in form.held.keys() & ASKED.keys()}).send()
                assert list(story.decisions.values_list("verb", flat=True)[done:]) == [verb]
                transaction.set_rollback(True)


@pytest.mark.parametrize("road", ROADS)
def test_what_is_not_offered_is_refused_with_a_sentence_and_writes_nothing(
    road, seat, on_the_road, rita, ed, pat, mara
):
    story = on_the_road(*road.split())
    for user in (rita, ed, pat, mara):
        client = seat(user).client
        possible = set(OFFERED[road].split()) & set(RIGHTS[user.username].split())
        for verb in sorted(set(BY_HAND) - possible):
            with watched() as writes:
                response = client.post(article_url("move", story.pk, verb), {**ASKED, "seen": story.version})
            assert (user.username, verb, response.status_code) == (user.username, verb, 302)
            assert (writes.inside, writes.outside) == ([], [])
            last = list(get_messages(response.wsgi_request))[-1]
            assert (last.level_tag, len(str(last)) > 20) == ("error", True)
            client.cookies.pop("messages")


def test_a_superuser_is_offered_what_a_managing_editor_is(seat, on_the_road):
    boss = seat(User.objects.create_superuser("boss"))
    assert sorted(boss.open_story(on_the_road("submit")).verbs) == sorted(OFFERED["submit"].split())


@pytest.mark.parametrize("verb", BY_HAND)
def test_nora_may_press_nothing(verb, nora, seat, make_story):
    story, nobody = make_story(status="in_review"), seat(nora)
    with watched() as writes:
        answer = nobody.post(article_url("move", story.pk, verb), seen=1, **ASKED)
    assert (answer.status, writes.inside, writes.outside) == (403, [], [])


def test_nobody_presses_without_logging_in(client, make_story):
    story = make_story(status="live")
    response = client.post(article_url("move", story.pk, "kill"), {"why": "Because"})
    assert (response.status_code, response.headers["Location"].split("?")[0]) == (302, "/admin/login/")
    assert story.decisions.filter(verb="kill").count() == 0


def test_a_right_that_is_taken_away_is_gone_at_the_next_press(ed, seat, make_story):
    story = make_story(status="in_review")
    button = seat(ed).open_story(story).button("approve")
    ed.groups.get().permissions.remove(Permission.objects.get(codename="approve_article"))
    assert button.press().messages == ["Your role does not include “Approve”. Ask a managing editor if you need it."]
    assert Article.objects.get().status == "in_review"


# The gate


def test_a_superuser_cannot_approve_own_words(seat, make_story):
    boss = User.objects.create_superuser("boss")
    story = make_story(by=boss, status="in_review")
    page = seat(boss).open_story(story).button("approve").press()
    assert page.messages == ["You wrote some of these words yourself. Ask another editor to approve them."]
    assert Article.objects.get().status == "in_review"


def test_nobody_approves_own_words(mara, seat, make_story):
    page = seat(mara).open_story(make_story(by=mara, status="in_review")).button("approve").press()
    assert page.messages == ["You wrote some of these words yourself. Ask another editor to approve them."]


def test_what_is_lacking_stands_beside_the_buttons_before_they_are_pressed(pat, seat, make_story):
    story = make_story(status="approved", credits=[])
    page = seat(pat).open_story(story)
    lacks = [(lack.sentence, lack.blocks) for lack in page.response.context["rail"].lacking]
    assert lacks == [
        ("Nobody is credited. Add an author, “Staff”, or the organisation it is from.", True),
        ("The story is in no section: readers find it on the front only.", False),
    ]
    shown = page.texts("//aside[contains(@class, 'rail')]//*[contains(@class, 'lacking')]//li")
    assert shown == [sentence for sentence, _blocks in lacks]
    assert page.button("publish").press().messages == [lacks[0][0]]
    assert PublishedArticle.objects.count() == 0


def test_a_warning_let_through_is_kept(pat, seat, make_story):
    story = make_story(status="approved")
    seat(pat).open_story(story).button("publish").press()
    assert [warning["rule"] for warning in story.decisions.last().warnings] == ["section"]


# What was seen


@pytest.mark.parametrize("verb", ["submit", "request_changes", "approve", "publish", "schedule", "withdraw_approval"])
@pytest.mark.parametrize("seen", [{"seen": 1}, {"seen": "9" * 5000}, {"seen": "-2"}, {"seen": "two"}, {}])
def test_words_nobody_saw_are_not_judged(verb, seen, seat, on_the_road, mara, rita):
    road = {"submit": "", "request_changes": "submit", "approve": "submit"}.get(verb, "submit approve")
    story = on_the_road("save", *road.split())
    page = seat(mara).post(article_url("move", story.pk, verb), **ASKED, **seen)
    assert (page.status, len(page.messages)) == (200, 1)
    assert page.messages[0].startswith("Rita Reyes saved other words ")
    assert story.decisions.filter(verb=verb, by__user=mara).count() == 0


@pytest.mark.parametrize(
    ("verb", "road"), [("unpublish", LIVE), ("kill", LIVE), ("hold", LIVE), ("spike", ""), ("unschedule", SCHEDULED)]
)
def test_what_is_urgent_does_not_wait_for_reading(verb, road, seat, on_the_road, mara):
    story = on_the_road(*road.split(), "save")
    seat(mara).post(article_url("move", story.pk, verb), why="Now", seen=1)
    assert story.decisions.last().verb == verb


def test_two_who_press_at_once_make_one_decision(ed, mara, seat, make_story):
    story = make_story(status="in_review")
    first, second = (seat(user).open_story(story).button("approve") for user in (ed, mara))
    first.press()
    page = second.press()
    assert page.messages[1].startswith("The last move was “Approve” by Ed Eklund")
    assert story.decisions.filter(verb="approve").count() == 1


# Doors that are none


def test_a_move_is_pressed_never_followed(mara, seat, make_story):
    story = make_story(status="live")
    client = seat(mara).client
    assert [
        (client.get(url).status_code, client.head(url).status_code, client.put(url).status_code)
        for url in (article_url("move", story.pk, "unpublish"), article_url("restore", story.pk, 1))
    ] == [(405, 405, 405)] * 2


@pytest.mark.parametrize(
    "verb", ["start", "enter_archive", "revise", "restore_revision", "delete", "Kill", "kill%00", "gate", "Refused"]
)
def test_what_is_no_button_is_not_found(verb, mara, seat, make_story):
    story, someone = make_story(status="live"), seat(mara)
    url = article_url("move", story.pk, "kill").replace("/kill/", f"/{verb}/")
    assert someone.post(url, seen=1, **ASKED).status == 404
    assert Decision.objects.count() == 4


def test_a_story_that_never_was_is_not_found(mara, seat):
    someone = seat(mara)
    for number in (4711, 10**40):
        assert someone.post(article_url("move", number, "kill"), why="Because").status == 404


def test_a_press_must_come_from_the_house_itself(pat, make_story):
    from_elsewhere = Client(enforce_csrf_checks=True)
    from_elsewhere.force_login(pat)
    story = make_story(status="live")
    assert from_elsewhere.post(article_url("move", story.pk, "kill"), {"why": "Because"}).status_code == 403


def test_while_a_button_is_pressed_only_the_desk_writes(pat, seat, make_story, django_capture_on_commit_callbacks):
    story = make_story(status="approved")
    button = seat(pat).open_story(story).button("publish")
    with watched() as writes, django_capture_on_commit_callbacks(execute=True):
        button.press()
    assert (writes.outside, story.decisions.last().verb) == ([], "publish")
    assert Person.objects.filter(user=pat).count() == 1


def test_the_window_opens_by_the_clock_and_the_buttons_follow(pat, seat, on_the_road):
    story = on_the_road(*SCHEDULED.split())
    someone = seat(pat)
    with clock.set_to(LATER - timedelta(seconds=1)):
        assert {"unschedule", "correct"} & set(someone.open_story(story).verbs) == {"unschedule"}
    with clock.set_to(LATER):
        assert {"unschedule", "correct"} & set(someone.open_story(story).verbs) == {"correct"}
