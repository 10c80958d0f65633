"""The second approval that some copy needs."""

import pytest

from articles import desk
from articles.models import Claim, Origin
from articles.states import Verb
from bylines.models import Organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def careful(db):
    return Organisation.objects.create(name="Meridian Wire", slug="meridian-wire", publishing="second_approval")


@pytest.fixture
def story(make_story, careful):
    origin = Origin(organisation=careful, state=Claim.CONFIRMED)
    return make_story(status="approved", origins=[origin])


def test_copy_that_needs_two_waits_for_the_second(story, mara, pat):
    with pytest.raises(desk.Refused, match="Copy of Meridian Wire needs a second approval"):
        desk.publish(story, by=pat, seen=1)
    desk.second_approve(story, by=mara, seen=1)
    desk.publish(story, by=pat, seen=1)


def test_the_first_is_not_the_second(story, ed):
    with pytest.raises(desk.Refused, match="You approved these words first"):
        desk.second_approve(story, by=ed, seen=1)


def test_a_writer_is_not_the_second(make_story, careful, mara):
    story = make_story(by=mara, status="approved", origins=[Origin(organisation=careful, state=Claim.CONFIRMED)])
    with pytest.raises(desk.Refused, match="You wrote some of these words yourself"):
        desk.second_approve(story, by=mara, seen=1)


def test_an_approval_withdrawn_takes_the_second_with_it(story, ed, mara, pat):
    desk.second_approve(story, by=mara, seen=1)
    desk.withdraw_approval(story, by=ed, seen=1, why="Too soon")
    desk.approve(story, by=ed, seen=1)
    with pytest.raises(desk.Refused, match="second approval"):
        desk.publish(story, by=pat, seen=1)


def test_new_words_need_both_again(story, rita, ed, mara, pat):
    desk.second_approve(story, by=mara, seen=1)
    desk.revise(story, by=rita, seen=1, words={"dek": "It held well."})
    desk.submit(story, by=rita, seen=2)
    desk.approve(story, by=ed, seen=2)
    with pytest.raises(desk.Refused, match="second approval"):
        desk.publish(story, by=pat, seen=2)


def test_where_one_is_enough_there_is_no_second(make_story, mara):
    with pytest.raises(desk.Refused, match="One approval is enough"):
        desk.second_approve(make_story(status="approved"), by=mara, seen=1)


def test_a_third_is_not_asked_for(story, mara, ed):
    desk.second_approve(story, by=mara, seen=1)
    with pytest.raises(desk.Refused, match="Two editors have approved"):
        desk.second_approve(story, by=mara, seen=1)


def test_only_who_may_approve_may_be_the_second(story, rita):
    with pytest.raises(desk.Refused, match="Your role does not include"):
        desk.second_approve(story, by=rita, seen=1)
    assert story.decisions.filter(verb=Verb.SECOND_APPROVE).count() == 0
