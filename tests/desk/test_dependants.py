"""What rests on a source: found to any depth, by whatever way it rests there."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import desk
from articles.desk import dependants, sources
from articles.desk.dependants import How
from articles.models import (
    Citation,
    Delivery,
    Origin,
)
from bylines.models import Organisation, Source
from tests.desk.resting import address, found

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


# What rests on it


@pytest.mark.parametrize("state", ["confirmed", "suggested"])
def test_stories_that_cite_it_rest_on_it(state, tell, pilot):
    tell("Gate open", source=pilot, state=state, status="draft")
    tell("Another gate", status="draft")
    assert found(pilot) == [("Gate open", How.SAYS, None)]


def test_a_citation_that_was_rejected_holds_nothing(tell, pilot):
    tell("Gate open", source=pilot, state="rejected", status="draft")
    assert found(pilot) == []


def test_a_print_still_rests_on_what_the_desk_has_taken_out(tell, pilot, rita):
    story = tell("Gate open", source=pilot)
    desk.revise(story, by=rita, seen=1, words={"body": "<p>Nothing.</p>"}, citations=[])
    assert found(pilot) == [("Gate open", How.PRINTED, None)]
    assert [one.is_told for one in dependants.of(pilot)] == [True]


def test_so_does_a_print_that_rests_on_an_unnamed_source_which_has_no_page(tell, rita, ed, pat, mara, keys):
    official = Source.objects.create(kind="unnamed", name="an official", slug="an-official", reason="Afraid")
    story = tell("Gate open", source=official, status="approved")
    sources.approve_unnamed(story, official, by=mara, why="Ed and I met her.")
    desk.publish(story, by=pat, seen=1)
    desk.revise(story, by=rita, seen=1, words={"body": "<p>Nothing.</p>"}, citations=[])
    assert found(official) == [("Gate open", How.PRINTED, None)]


@pytest.mark.parametrize("name", ["identity", "address", "words_hash"])
def test_other_copies_of_the_same_item_rest_on_it_too(name, tell, pilot, delivered):
    first = tell("Gate open", source=pilot, status="draft")
    others = [tell(headline, status="draft") for headline in ("Same copy", "Copy undone", "Other copy")]
    delivered(first, **{name: "one"})
    delivered(first, **{name: "two"})
    delivered(others[0], **{name: "two"})
    Delivery.objects.filter(pk=delivered(others[1], **{name: "one"}).pk).update(state="undone")
    delivered(others[2], **{name: "three"})
    assert found(pilot) == [("Gate open", How.SAYS, None), ("Same copy", How.COPY, "Gate open")]


def test_items_without_id_are_not_the_same_item(tell, pilot, delivered):
    first, other = tell("Gate open", source=pilot, status="draft"), tell("Other", status="draft")
    delivered(first)
    delivered(other)
    assert found(pilot) == [("Gate open", How.SAYS, None)]


@pytest.mark.parametrize(
    "host", ["https://courier.example", "http://courier.example", "https://COURIER.example:8443", "http://testserver"]
)
def test_a_story_that_cites_one_of_ours_rests_on_what_that_rests_on(host, tell, pilot):
    first = tell("Gate open", source=pilot)
    tell("Follow-up", url=address(first, host) + "?from=front#gate", status="draft")
    tell("Elsewhere", url=address(first, "https://tide.example"), status="draft")
    assert found(pilot) == [("Gate open", How.SAYS, None), ("Follow-up", How.CITES, "Gate open")]


def test_so_does_one_that_says_it_came_from_there(tell, pilot, make_story):
    first = tell("Gate open", source=pilot)
    house = Organisation.objects.create(name="Courier", slug="courier")
    for state in ("suggested", "rejected"):
        origin = Origin(organisation=house, url=address(first).rstrip("/"), state=state)
        make_story(f"Rewritten, {state}", origins=[origin])
    assert found(pilot) == [("Gate open", How.SAYS, None), ("Rewritten, suggested", How.CITES, "Gate open")]


def test_they_are_followed_to_any_depth_and_cycles_end(tell, pilot, rita):
    first = tell("One", source=pilot)
    second = tell("Two", url=address(first))
    third = tell("Three", url=address(second))
    tell("Four", url=address(third), status="draft")
    row = first.citations.get()
    round_again = Citation(source=Source.objects.get(name="Paper Four"), url=address(third))
    desk.revise(first, by=rita, seen=1, words={"dek": "Round."}, citations=[row, round_again])
    assert found(pilot) == [
        ("One", How.SAYS, None),
        ("Two", How.CITES, "One"),
        ("Three", How.CITES, "Two"),
        ("Four", How.CITES, "Three"),
    ]


def test_without_a_host_of_ours_no_address_is_ours(site, tell, pilot):
    first = tell("Gate open", source=pilot)
    tell("Follow-up", url=address(first), status="draft")
    site.SITE_URL, site.ALLOWED_HOSTS = "", ["*", ".courier.example"]
    assert found(pilot) == [("Gate open", How.SAYS, None)]


def test_an_address_that_is_none_is_nobodys(tell, pilot):
    first = tell("Gate open", source=pilot)
    Citation.objects.create(article=first, source=pilot, url="https://courier.example:port/[")
    assert found(pilot) == [("Gate open", How.SAYS, None)]


def test_thirty_stories_are_found_in_as_many_questions_as_one(tell, pilot):
    tell("Gate 0", source=pilot)
    with CaptureQueriesContext(connection) as one:
        dependants.of(pilot)
    for number in range(1, 30):
        tell(f"Gate {number}", source=pilot)
    with CaptureQueriesContext(connection) as thirty:
        assert len(dependants.of(pilot)) == 30
    assert len(thirty) == len(one)
