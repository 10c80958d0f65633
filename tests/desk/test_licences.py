"""Until when readers may have the copy of others."""

import datetime

import pytest

from articles import clock, desk
from articles.desk import profiles
from articles.desk.rebuilding import rebuild_published
from articles.models import Claim, Credit, Origin, PublishedArticle
from articles.states import Standing
from bylines.models import Author, Organisation

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2026, 5, 4, 12, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


@pytest.fixture(autouse=True)
def at_noon():
    with clock.set_to(NOON):
        yield


@pytest.fixture
def tidewire(db):
    return Organisation.objects.create(name="Tidewire", slug="tidewire", licensed_until=NOON + HOUR)


@pytest.fixture
def saltpost(db):
    return Organisation.objects.create(name="Salt Post", slug="salt-post")


def claims(*outlets, state=Claim.CONFIRMED, roles=("syndicated_from", "written_for")):
    return [Origin(organisation=one, role=role, state=state) for one, role in zip(outlets, roles, strict=False)]


def license_until(outlet, when, by):
    outlet.licensed_until = when
    profiles.save_profile(outlet, by=by)


def ends():
    return set(PublishedArticle.objects.values_list("licensed_until", flat=True))


def readers_have(at):
    return PublishedArticle.objects.visible(at=at).count()


def test_a_print_ends_with_the_licence_of_its_outlet(make_story, tidewire, saltpost):
    make_story(status="live", origins=claims(tidewire, saltpost))
    assert ends() == {NOON + HOUR}
    assert [readers_have(NOON + HOUR - datetime.timedelta(microseconds=1)), readers_have(NOON + HOUR)] == [1, 0]


def test_a_claim_that_was_rejected_ends_nothing(ed, make_story, tidewire):
    make_story(status="live", origins=claims(tidewire, state=Claim.REJECTED))
    license_until(tidewire, NOON + 2 * HOUR, ed)
    assert ends() == {None}


def test_saving_an_outlet_moves_the_end_for_all_its_prints_and_no_others(ed, make_story, tidewire, saltpost):
    make_story(status="live", origins=claims(tidewire))
    make_story(status="live", origins=claims(saltpost))
    make_story(status="live")
    license_until(tidewire, NOON + 5 * HOUR, ed)
    told = PublishedArticle.objects.order_by("article_number").values_list("licensed_until", flat=True)
    assert list(told) == [NOON + 5 * HOUR, None, None]


def test_of_several_outlets_the_earliest_end_counts(ed, make_story, tidewire, saltpost):
    make_story(status="live", origins=claims(tidewire, saltpost))
    for when, end in ((2, 1), (0.5, 0.5), (None, 1)):
        license_until(saltpost, when and NOON + when * HOUR, ed)
        assert ends() == {NOON + end * HOUR}
    license_until(tidewire, None, ed)
    assert ends() == {None}


def test_an_outlet_that_only_employs_the_author_ends_nothing(ed, make_story, tidewire):
    ada = Author.objects.create(name="Ada Lovelace", slug="ada")
    make_story(status="live", credits=[Credit(author=ada, organisation=tidewire)])
    license_until(tidewire, NOON + HOUR, ed)
    assert ends() == {None}


def test_one_statement_moves_the_end_of_one_print_and_of_thirty(ed, make_story, tidewire, django_assert_num_queries):
    make_story(status="live", origins=claims(tidewire))
    with django_assert_num_queries(6) as one:
        license_until(tidewire, NOON + 2 * HOUR, ed)
    for _ in range(29):
        make_story(status="live", origins=claims(tidewire))
    with django_assert_num_queries(len(one)):
        license_until(tidewire, NOON + 3 * HOUR, ed)


# When the desk goes on after the end


def test_a_longer_licence_gives_back_what_nobody_took_down(ed, make_story, tidewire):
    story = make_story(status="live", origins=claims(tidewire))
    with clock.set_to(NOON + 2 * HOUR):
        assert story.standing(at=clock.now()) == Standing.UNPUBLISHED
        license_until(tidewire, NOON + 9 * HOUR, ed)
        assert story.standing(at=clock.now()) == Standing.PUBLISHED


def test_what_was_killed_after_the_end_stays_away_when_the_licence_is_made_longer(ed, pat, make_story, tidewire):
    story = make_story(status="live", origins=claims(tidewire))
    with clock.set_to(NOON + 2 * HOUR):
        desk.kill(story, by=pat, why="Forged")
        license_until(tidewire, None, ed)
        assert readers_have(NOON + 3 * HOUR) == 0
        rebuild_published()
        assert readers_have(NOON + 3 * HOUR) == 0


def test_a_story_goes_out_again_when_the_claim_was_wrong(rita, ed, pat, make_story, tidewire):
    story = make_story(status="live", origins=claims(tidewire))
    with clock.set_to(NOON + 2 * HOUR):
        desk.revise(story, by=rita, seen=1, words={}, origins=claims(tidewire, state=Claim.REJECTED))
        desk.submit(story, by=rita, seen=2)
        desk.approve(story, by=ed, seen=2)
        desk.publish(story, by=pat, seen=2)
    windows = PublishedArticle.objects.order_by("visible_from").values_list("visible_from", "visible_until")
    assert list(windows) == [(NOON, NOON + 2 * HOUR), (NOON + 2 * HOUR, None)]
    assert readers_have(NOON + 3 * HOUR) == 1


def test_the_same_record_gives_the_same_prints_before_and_after_the_end(ed, pat, make_story, tidewire, saltpost):
    story = make_story(status="live", origins=claims(tidewire, saltpost))
    with clock.set_to(NOON + HOUR / 2):
        desk.correct(story, by=pat, seen=1, kind="editors_note", note="So it was.")
    with clock.set_to(NOON + 2 * HOUR):
        before = published()
        assert len(before) == 2
        for _time in range(2):
            rebuild_published()
            assert published() == before
        license_until(tidewire, NOON + HOUR / 4, ed)
        rebuild_published()
        assert [{**row, "licensed_until": NOON + HOUR} for row in published()] == before


def published():
    rows = PublishedArticle.objects.order_by("article_number", "visible_from").values()
    return [{name: value for name, value in row.items() if name != "id"} for row in rows]
