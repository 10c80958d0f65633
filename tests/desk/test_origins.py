"""Claims about where the copy came from: which contradict each other, and what that keeps from readers."""

import pytest

from articles import desk
from articles.desk.rules.origins import conflicts
from articles.models import Claim, Origin
from bylines.models import Organisation

pytestmark = pytest.mark.django_db

WIRE, QUAY = "Meridian Wire", "North Quay News"


@pytest.fixture
def claim():
    def make(name, role="syndicated_from", state=Claim.SUGGESTED):
        slug = name.lower().replace(" ", "-")
        outlet, _made = Organisation.objects.get_or_create(name=name, slug=slug)
        return Origin(organisation=outlet, role=role, state=state)

    return make


def test_two_outlets_in_one_role_contradict_each_other(claim):
    assert conflicts([claim(WIRE, state=Claim.CONFIRMED), claim(QUAY, state=Claim.CONFIRMED)]) == [
        "Claims contradict each other: syndicated from Meridian Wire or syndicated from North Quay News. "
        "Confirm what is true, and reject what is not."
    ]


def test_two_that_had_it_first_contradict_each_other_until_both_are_confirmed(claim):
    pointer, signed = claim(WIRE), claim(QUAY, role="written_for")
    said = (
        "Claims contradict each other: syndicated from Meridian Wire or written for North Quay News. "
        "Confirm what is true, and reject what is not."
    )
    assert conflicts([pointer, signed]) == [said]
    pointer.state = Claim.CONFIRMED
    assert conflicts([pointer, signed]) == [said]
    signed.state = Claim.CONFIRMED
    assert conflicts([pointer, signed]) == []


@pytest.mark.parametrize("role", ["distributed_by", "translated_from"])
def test_who_passed_it_on_may_be_another(role, claim):
    assert conflicts([claim(WIRE), claim(QUAY, role=role)]) == []


def test_one_outlet_contradicts_itself_in_no_role(claim):
    assert conflicts([claim(WIRE), claim(WIRE, role="written_for"), claim(WIRE)]) == []


def test_what_was_rejected_contradicts_nothing(claim):
    assert conflicts([claim(WIRE), claim(QUAY, state=Claim.REJECTED)]) == []


def test_publishing_waits_until_the_origins_are_settled(make_story, rita, mara, pat, claim):
    story = make_story(status="approved", origins=[claim(WIRE), claim(QUAY, role="written_for")])
    with pytest.raises(desk.Refused) as refused:
        desk.publish(story, by=pat, seen=1)
    assert refused.value.sentences == [
        "Where the copy came from is not settled: confirm or reject Meridian Wire, North Quay News under Origins.",
        "Claims contradict each other: syndicated from Meridian Wire or written for North Quay News. "
        "Confirm what is true, and reject what is not.",
    ]
    pointer, signed = story.origins.all()
    pointer.state, signed.state = Claim.CONFIRMED, Claim.REJECTED
    desk.revise(story, by=rita, seen=1, words={}, origins=[pointer, signed])
    desk.submit(story, by=rita, seen=2)
    desk.approve(story, by=mara, seen=2)
    desk.publish(story, by=pat, seen=2)
