"""The screen of a source: which passages rest on it, and whether a senior answers for one that is not named."""

import pytest
from django.contrib.auth.models import Permission

from articles.desk import sources
from articles.models import Citation, SourceApproval
from bylines.models import Organisation, Source
from tests.admin.screen import article_url
from tests.admin.sources import BODY, LIST, shown, url
from tests.admin.weights import queries

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("keys")]


@pytest.fixture
def story(official, make_story):
    return make_story(body=BODY, citations=[Citation(source=official, key="gate", quote="it stood wide open")])


# What rests on it


def test_every_passage_is_named_with_its_story_and_where_that_stands(rita, seat, pilot, engine, make_story):
    draft = make_story(
        "Gate open", citations=[Citation(source=pilot, key="k1", quote="It held", via=engine, channel="interview")]
    )
    live = make_story(
        "Gate shut",
        status="live",
        body=BODY,
        citations=[
            Citation(source=pilot, key="gate", quote="it stood wide open"),
            Citation(source=pilot, key="k3", kind="paraphrase", quote="The sea rose", state="suggested", passages=[]),
        ],
    )
    page = seat(rita).open(url("change", pilot.pk))
    assert page.texts("//p[@class='story-on-it']") == ["Gate shut Approved Live", "Gate open Draft Not published"]
    links = page.tree.xpath("//a[@class='quote']/@href")
    assert links[-1] == f"{article_url('change', draft.pk)}#cite-k1"
    assert links[0] == f"{article_url('change', live.pk)}#cite-gate"
    assert page.texts("//span[@class='how']")[-1].startswith("interview via The Engine")


def test_what_was_rejected_does_not_rest_on_it(rita, seat, pilot, make_story):
    make_story(citations=[Citation(source=pilot, state="rejected", quote="It held")])
    assert seat(rita).open(url("change", pilot.pk)).texts("//section[@id='resting']/p") == ["No story yet."]


def test_whoever_sees_no_stories_sees_none_here(nora, seat, pilot, make_story):
    nora.user_permissions.set(Permission.objects.filter(codename="view_source"))
    make_story("Secret gate", citations=[Citation(source=pilot)])
    page = seat(nora).open(url("change", pilot.pk))
    assert (page.status, "Secret gate" in shown(page)) == (200, False)


def test_passages_come_twenty_five_to_a_page(rita, seat, pilot, make_story):
    for number in range(26):
        make_story(f"Gate {number}", citations=[Citation(source=pilot)])
    someone = seat(rita)
    assert len(someone.open(url("change", pilot.pk)).texts("//p[@class='story-on-it']")) == 25
    assert someone.open(url("change", pilot.pk) + "?p=2").texts("//p[@class='story-on-it']/a") == ["Gate 0"]


def test_thirty_passages_cost_what_one_does(mara, seat, official, pilot, make_story):
    someone = seat(mara)

    def add(number):
        via = Organisation.objects.create(name=f"Outlet {number}", slug=f"outlet-{number}")
        story = make_story(citations=[Citation(source=official, via=via)])
        sources.approve_unnamed(story, official, by=mara, why="Met her")
        sources.look(official, by=mara, why="The lawyer asks")

    add(0)
    one = queries(someone, url("change", official.pk)), queries(someone, LIST)
    for number in range(1, 30):
        add(number)
        Source.objects.create(
            name=f"Source {number}", slug=f"source-{number}", affiliation=Organisation.objects.first()
        )
    assert (queries(someone, url("change", official.pk)), queries(someone, LIST)) == one


# Approved


def test_a_senior_approves_where_the_story_is_named(mara, seat, official, story):
    page = seat(mara).open(url("change", official.pk))
    (link,) = page.tree.xpath("//p[@class='answers-for']/a/@href")
    assert link == url("approve", official.pk, story.pk)
    page = seat(mara).open(link)
    assert page.texts("//ul[@class='passages']/li") == ["it stood wide open"]
    page = seat(mara).post(link, why="Ed and I met her.")
    assert page.messages == ["You answer for “a harbour official” in this story."]
    assert SourceApproval.objects.get().by.user == mara
    page = seat(mara).open(url("change", official.pk))
    assert page.texts("//p[@class='answers-for']")[0].startswith("Mara Marek answers for it, ")


def test_a_refusal_is_said_and_nothing_written(mara, seat, official, make_story):
    own = make_story(by=mara, citations=[Citation(source=official)])
    page = seat(mara).post(url("approve", official.pk, own.pk), why="Fine")
    assert page.errors == ["You wrote some of this story yourself. Ask another senior to approve the source."]
    assert page.texts("//textarea[@name='why']") == ["Fine"]
    assert SourceApproval.objects.count() == 0


def test_who_may_not_approve(rita, ed, pat, nora, seat, official, story):
    for user in (rita, ed, pat, nora):
        assert seat(user).open(url("approve", official.pk, story.pk)).status == 403
        assert seat(user).post(url("approve", official.pk, story.pk), why="Fine").status == 403
        assert url("approve", official.pk, story.pk) not in shown(seat(user).open(url("change", official.pk)))
