"""Tasks: on top of the story until somebody says what was done, on the front page, and in a list."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from articles import clock
from articles.desk import tasks
from articles.models import Receipt, Task
from tests.admin.arrivals import changed, item
from tests.admin.screen import article_url
from tests.admin.weights import queries
from tests.admin.writes import watched

pytestmark = pytest.mark.django_db

LIST = reverse("admin:articles_task_changelist")


@pytest.fixture
def raised(make_story):
    """Raises a task of a kind, at a story of its own unless one is told."""

    def task(kind="kill", sentence="Meridian Wire has withdrawn this story.", *, story=None, receipt=None):
        story = story or make_story(f"Story to {kind}")
        tasks.raise_tasks([story.pk], kind, sentence, sentence, receipt=receipt)
        return story.tasks.get(kind=kind, occasion=sentence)

    return task


def banners(page):
    """The tasks on top of a story."""
    return page.texts("//section[contains(@class, 'task')]/h2")


def done(page, task, note="The page is down."):
    """The page after *Done*."""
    (form,) = (each for each in page.tree.forms if each.get("action", "").endswith(f"/task/{task.pk}/"))
    return page.seat.post(form.get("action"), note=note)


def on_the_front_page(page):
    """The headlines under *Tasks*."""
    return page.texts("//section[contains(@class, 'tasks')]//li/a")


# On the story


def test_an_open_task_stands_on_top_of_its_story(rita, seat, arrive, raised):
    arrive(b"Gulls queue\n\nThey wait for the light to turn green.")
    receipt = Receipt.objects.get()
    task = raised(receipt=receipt)
    page = seat(rita).open_story(task.article)
    (banner,) = page.tree.xpath(f"//section[@id='task-{task.pk}']")
    assert "Meridian Wire has withdrawn this story." in banner.text_content()
    assert banner.xpath(".//p//a/@href") == [reverse("admin:articles_receipt_change", args=[receipt.pk])]


def test_the_most_pressing_comes_first(rita, seat, raised, make_story):
    story = make_story()
    for kind in ("embargo", "correction", "kill"):
        raised(kind, kind, story=story)
    assert banners(seat(rita).open_story(story)) == [
        "Withdrawn by its supplier", "Corrected by its supplier", "Embargo changed by its supplier",
    ]  # fmt: skip


def test_done_says_who_did_what(rita, seat, raised):
    task = raised()
    page = done(seat(rita).open_story(task.article), task)
    assert (page.messages, banners(page)) == (["Done: withdrawn by its supplier."], [])
    task.refresh_from_db()
    assert (task.settled_by.user, task.note) == (rita, "The page is down.")


@pytest.mark.parametrize("note", ["", "  "])
def test_done_asks_what_was_done(note, rita, seat, raised):
    task = raised()
    page = done(seat(rita).open_story(task.article), task, note)
    assert page.messages == ["Say what was done about it; the next person will want to know."]
    assert banners(page) == ["Withdrawn by its supplier"]


def test_the_second_to_press_is_told_and_gets_their_words_back(rita, ed, seat, raised):
    task = raised()
    page = seat(rita).open_story(task.article)
    tasks.settle_task(task, by=ed, note="Killed it.")
    assert done(page, task).messages == [
        "Somebody settled this task a moment ago. You had written: “The page is down.”"
    ]


def test_a_publisher_who_takes_it_down_says_so_too(pat, seat, raised):
    task = raised()
    assert done(seat(pat).open_story(task.article), task).messages == ["Done: withdrawn by its supplier."]


def test_nora_settles_nothing(nora, seat, raised):
    task = raised()
    page = seat(nora).post(article_url("task", task.article_id, task.pk), note="Nora was here")
    task.refresh_from_db()
    assert (page.status, task.settled_at) == (403, None)


def test_a_task_is_settled_at_its_own_story_and_pressed_never_followed(ed, seat, raised, make_story):
    task = raised()
    assert seat(ed).post(article_url("task", make_story().pk, task.pk), note="x").status == 404
    assert seat(ed).client.get(article_url("task", task.article_id, task.pk)).status_code == 405


def test_an_update_that_waits_says_so_once(rita, seat, disputed):
    page = seat(rita).open_story(disputed)
    assert (disputed.tasks.get().kind, banners(page)) == ("update", [])
    assert len(page.tree.xpath("//section[@id='update-waits']")) == 1


@pytest.mark.parametrize(
    ("headline", "still_open"), [("Marrowby closes inner basin", 0), ("Basin of Marrowby shut until June", 1)]
)
def test_a_newer_update_takes_the_place_of_the_task_of_an_older_one(headline, still_open, arrive, disputed):
    arrive(item(3, headline=headline, paragraphs=changed(3, "Ferries to Skerrin do not sail on Sundays.")))
    assert disputed.tasks.filter(settled_at=None).count() == still_open
    assert disputed.tasks.last().note.startswith("A newer version has come: ")


def test_while_a_task_is_settled_only_the_desk_writes(ed, seat, raised):
    task = raised()
    page = seat(ed).open_story(task.article)
    with watched() as writes:
        done(page, task)
    task.refresh_from_db()
    assert (writes.outside, task.note) == ([], "The page is down.")


# On the front page


def test_the_front_page_shows_them_to_those_who_act(rita, ed, pat, nora, seat, raised):
    for kind in ("update", "correction", "kill"):
        raised(kind, kind)
    shown = [on_the_front_page(seat(user).open("/admin/")) for user in (rita, ed, pat, nora)]
    assert shown == [["Story to kill", "Story to correction", "Story to update"]] * 3 + [[]]


def test_of_many_the_first_are_shown_and_the_rest_is_one_link_away(ed, seat, raised, make_story):
    now = clock.now()
    for number in range(8):
        with clock.set_to(now - timedelta(hours=number)):
            raised("kill", str(number), story=make_story(f"Story {number}"))
    page = seat(ed).open("/admin/")
    assert on_the_front_page(page) == [f"Story {number}" for number in range(7, 1, -1)]
    (everything,) = page.tree.xpath("//section[contains(@class, 'tasks')]/a/@href")
    assert len(seat(ed).open(everything).texts("//td[contains(@class, 'field-what')]")) == 8


def test_what_is_done_waits_for_nobody(ed, seat, raised):
    tasks.settle_task(raised(), by=ed, note="Killed it.")
    assert on_the_front_page(seat(ed).open("/admin/")) == []


def test_refused_copy_is_counted_for_whoever_may_import(ed, rita, seat, arrive):
    assert seat(ed).open("/admin/").texts("//section[contains(@class, 'refused')]") == []
    arrive(b"", b"Tide turns\n\x00", b"Gulls queue\n\nThey wait for the light to turn green.")
    page = seat(ed).open("/admin/")
    assert page.texts("//section[contains(@class, 'refused')]//h2") == ["Refused copy 2"]
    (quarantine,) = page.tree.xpath("//section[contains(@class, 'refused')]//a/@href")
    assert len(seat(ed).open(quarantine).texts("//th[contains(@class, 'field-name')]")) == 2
    assert seat(rita).open("/admin/").texts("//section[contains(@class, 'refused')]") == []


# The list


def test_the_list_says_what_is_to_be_done_and_what_was(ed, rita, seat, raised):
    raised("correction", "Weight in second paragraph.")
    tasks.settle_task(raised("kill", "Gone."), by=ed, note="Killed it.")
    page = seat(rita).open(LIST)
    names = ("story", "what", "outcome")
    cells = [page.texts(f"//td[contains(@class, 'field-{name}')]") for name in names]
    assert list(zip(*cells, strict=True)) == [
        ("Story to kill", "withdrawn by its supplier Gone.", "Killed it. Ed Eklund, just now"),
        ("Story to correction", "corrected by its supplier Weight in second paragraph.", ""),
    ]
    assert page.tree.xpath("//input[@name='_selected_action'] | //select[@name='action']") == []


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("settled=no", {"correction", "embargo"}),
        ("settled=yes", {"kill"}),
        ("settled=joke", {"kill", "correction", "embargo"}),
        ("kind__exact=embargo", {"embargo"}),
        ("q=embargo+story", {"embargo"}),
    ],
)
def test_the_list_is_filtered(query, kinds, ed, rita, seat, raised):
    for kind in ("correction", "embargo"):
        raised(kind, kind)
    tasks.settle_task(raised("kill", "kill"), by=ed, note="Killed it.")
    found = seat(rita).open(f"{LIST}?{query}").texts("//td[contains(@class, 'field-story')]")
    assert set(found) == {f"Story to {kind}" for kind in kinds}


def test_a_task_leads_to_its_story(rita, nora, seat, raised):
    task = raised()
    where = reverse("admin:articles_task_change", args=[task.pk])
    answer = seat(rita).client.get(where)
    assert (answer.status_code, answer.headers["Location"]) == (
        302, f"{article_url('change', task.article_id)}#task-{task.pk}",
    )  # fmt: skip
    assert [seat(user).open(url).status for user in (nora,) for url in (where, LIST)] == [403, 403]
    assert seat(rita).open(reverse("admin:articles_task_change", args=[4711])).status == 404


def test_nobody_adds_or_deletes_a_task(seat, raised):
    boss, task = seat(User.objects.create_superuser("boss")), raised()
    pages = [reverse("admin:articles_task_add"), reverse("admin:articles_task_delete", args=[task.pk])]
    assert ([boss.post(page, post="yes").status for page in pages], Task.objects.count()) == ([403, 403], 1)


@pytest.mark.parametrize("page", ["list", "front", "story"])
def test_thirty_tasks_cost_what_one_does(page, ed, seat, raised, make_story):
    someone, story = seat(ed), make_story()
    where = {"list": LIST, "front": "/admin/", "story": article_url("change", story.pk)}[page]

    def raise_some(numbers):
        for number in numbers:
            task = raised("kill", str(number), story=story)
            if page == "list" and number % 2:
                tasks.settle_task(task, by=ed, note="Killed it.")

    raise_some([1])
    one = queries(someone, where)
    raise_some(range(2, 31))
    assert (Task.objects.count(), queries(someone, where)) == (30, one)
