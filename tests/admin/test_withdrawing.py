"""The page that withdraws a source: what falls, why, and done."""

import pytest
from django.urls import reverse

from articles.models import Citation, Task
from bylines.models import Source
from tests.admin.weights import queries
from tests.admin.writes import watched

pytestmark = pytest.mark.django_db

BODY = '<p>The gate was open, <mark data-citation="gate">it stood wide open</mark>.</p>'


@pytest.fixture
def page_of(pilot):
    return reverse("admin:bylines_source_withdraw", args=[pilot.pk])


@pytest.fixture
def story(pilot, make_story):
    return make_story("Gate open", status="live", body=BODY, citations=[Citation(source=pilot, key="gate")])


def test_everything_that_falls_is_named_before_anything_is_done(pat, seat, pilot, story, page_of):
    page = seat(pat).open(page_of)
    assert page.texts("//ul[@class='falling']/li") == ["Gate open Approved Live This story cites it."]
    assert "Readers of 1 story see an editor’s note." in page.texts("//p[@class='help']")[0]
    assert Task.objects.count() == 0


def test_it_is_done_with_a_reason_and_said_on_the_source(pat, rita, seat, pilot, story, page_of):
    someone = seat(pat)
    page = someone.post(page_of, why=" ")
    assert (page.errors, Task.objects.count()) == (["This field is required."], 0)
    with watched() as writes:
        page = someone.post(page_of, why="The logbook was forged.")
    assert page.messages == ["Withdrawn. 1 new task. Readers of 1 story were told."]
    assert writes.outside == []
    banner = seat(rita).open(reverse("admin:bylines_source_change", args=[pilot.pk]))
    assert banner.texts("//section[contains(@class, 'banner')]/p") == ["Pat Pereira: The logbook was forged."]
    page = seat(pat).post(page_of, why="The logbook was forged.")
    assert page.messages == ["Withdrawn. 0 new tasks."]


def test_the_reason_given_first_is_on_the_page_that_looks_again(pat, seat, pilot, page_of):
    seat(pat).post(page_of, why="The logbook was forged.")
    page = seat(pat).open(page_of)
    assert page.texts("//textarea[@name='why']") == ["The logbook was forged."]
    assert page.texts("//form[@class='undo']//button") == ["Raise what has come since"]


def test_a_newsroom_that_leaves_readers_out_promises_no_note(pat, seat, settings, story, page_of):
    settings.WITHDRAWN_SOURCE_NOTICE = False
    assert "Readers" not in seat(pat).open(page_of).texts("//p[@class='help']")[0]


def test_who_may_not(rita, ed, nora, seat, pilot, page_of):
    for user in (rita, ed, nora):
        assert (seat(user).open(page_of).status, seat(user).post(page_of, why="Forged").status) == (403, 403)
        assert (
            page_of
            not in seat(user).open(reverse("admin:bylines_source_change", args=[pilot.pk])).response.content.decode()
        )
    assert Source.objects.filter(withdrawn_at=None).count() == 1


def test_thirty_stories_cost_what_one_does(pat, seat, pilot, story, page_of, make_story):
    someone = seat(pat)
    one = queries(someone, page_of)
    for number in range(1, 30):
        make_story(f"Gate {number}", status="live", body=BODY, citations=[Citation(source=pilot, key="gate")])
    assert queries(someone, page_of) == one
