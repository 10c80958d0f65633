"""The pages of sources and organisations: which stories rest on them, and with which words."""

import pytest

from articles import desk
from articles.desk.sources import approve_unnamed
from articles.models import Citation, Claim, Origin
from bylines.models import Organisation, Source

pytestmark = pytest.mark.django_db

SAID = "//ul[@class='rest-said']/li"


def said(key, words="It held"):
    return f'<mark data-citation="{key}">{words}</mark>'


@pytest.fixture
def port(db):
    return Organisation.objects.create(name="The Port", slug="port", kind="institution")


@pytest.fixture
def wire(db):
    return Organisation.objects.create(name="Meridian Wire", slug="meridian", kind="wire", label="state-affiliated")


@pytest.fixture
def hobday(port):
    return Source.objects.create(name="Lennart Hobday", slug="hobday", title="chief", affiliation=port)


@pytest.fixture
def tell(make_story):
    """A live story with these citations, each with words of its own."""

    def make(*citations, headline="Dues rise", **words):
        body = "\n".join(f"<p>“{said(one.key, f'Words of {one.key},')}” he said.</p>" for one in citations)
        return make_story(headline, status="live", body=body or "<p>x</p>", citations=citations, **words)

    return make


def test_a_source_is_introduced(read, tell, hobday):
    tell(Citation(key="a", source=hobday))
    page = read("/source/hobday/")
    assert page.all("//header[@class='list-head']/*") == [
        "Source / Person", "Lennart Hobday", "chief, The Port", "1 story rests on this source",
    ]  # fmt: skip
    assert page.all("//header[@class='list-head']//a/@href") == ["/organisation/port/"]


def test_a_data_set_leads_to_where_it_lies(read, tell):
    soundings = Source.objects.create(
        kind="data_set", name="Soundings", slug="soundings", url="https://port.example/soundings"
    )
    tell(Citation(key="a", source=soundings, kind="paraphrase"))
    page = read("/source/soundings/")
    assert page.classed("kicker")[0] == "Source / Data set"
    assert page.all("//p[@class='list-facts']/a/@href") == ["https://port.example/soundings"]


def test_a_source_has_the_passages_of_each_story_and_the_way_to_them(read, tell, hobday, wire):
    tell(Citation(key="a", source=hobday, channel="briefing"), Citation(key="b", source=hobday, channel="briefing"))
    tell(Citation(key="c", source=hobday, title="then clerk", via=wire, kind="paraphrase"), headline="Clerk speaks")
    page = read("/source/hobday/")
    assert page.classed("headline") == ["Clerk speaks", "Dues rise"]
    assert page.all(SAID) == [
        "Words of c in our words then clerk via Meridian Wire", "Words of a Words of b Briefing",
    ]  # fmt: skip
    assert page.all(f"{SAID}//a/@href") == [
        "/2026/05/04/story-2/#cited-1", "/2026/05/04/story-1/#cited-1", "/2026/05/04/story-1/#cited-1-2",
    ]  # fmt: skip
    assert set(page.all(f"{SAID}//a/@href")[1:]) == {
        f"/2026/05/04/story-1/#{anchor}" for anchor in read("/2026/05/04/story-1/").all("//sup/a/@id")
    }


def test_the_words_of_others_in_the_story_are_not_theirs(read, tell, hobday):
    other = Source.objects.create(name="Dagmar Veitch", slug="veitch")
    tell(Citation(key="a", source=hobday), Citation(key="b", source=other))
    assert read("/source/veitch/").all(f"{SAID}//q") == ["Words of b"]


def test_more_than_a_few_passages_are_counted(read, tell, hobday):
    tell(*(Citation(key=f"k{number}", source=hobday) for number in range(8)))
    page = read("/source/hobday/")
    assert len(page.all(f"{SAID}//q")) == 3
    assert page.classed("rest-more") == ["5 more passages in the story"]
    assert page.all("//p[@class='rest-more']/a/@href") == ["/2026/05/04/story-1/#sources"]


def test_nobody_is_quoted_again_from_a_retracted_story(read, tell, hobday, correct):
    correct(tell(Citation(key="a", source=hobday)), "retraction", "It was not said.")
    page = read("/source/hobday/")
    assert page.classed("headline") == ["Retracted: Dues rise"]
    assert page.all(SAID) == []


def test_search_engines_do_not_index_people_for_having_spoken(read, tell, hobday):
    tell(Citation(key="a", source=hobday))
    assert "noindex" in read("/source/hobday/").all("//meta[@name='robots']/@content")
    assert "noindex" not in read("/organisation/port/").all("//meta[@name='robots']/@content")


def test_an_organisation_has_its_copy_what_its_people_say_and_what_came_by_it(read, tell, hobday, port, wire):
    tell(Citation(key="a", source=hobday, channel="briefing"))
    tell(Citation(key="b", source=hobday, via=wire), headline="By wire")
    tell(headline="Its own", origins=[Origin(organisation=wire, state=Claim.CONFIRMED)])
    page = read("/organisation/port/")
    assert page.classed("headline") == ["By wire", "Dues rise"]
    assert page.all(SAID) == [
        "Words of b Lennart Hobday, chief via Meridian Wire",
        "Words of a Lennart Hobday, chief Briefing",
    ]
    page = read("/organisation/meridian/")
    assert page.classed("headline") == ["Its own", "By wire"]
    assert page.classed("rest-copy") == ["Syndicated from Meridian Wire"]
    assert page.all(SAID) == ["Words of b Lennart Hobday, chief"]
    assert page.classed("list-facts") == ["2 stories, 1 of them its copy"]
    assert page.classed("label") == ["state-affiliated"]


def test_where_all_are_its_copy_that_is_said(read, tell, wire):
    tell(origins=[Origin(organisation=wire, state=Claim.CONFIRMED)])
    assert read("/organisation/meridian/").classed("list-facts") == ["1 story, its copy"]
    tell(origins=[Origin(organisation=wire, state=Claim.CONFIRMED)])
    assert read("/organisation/meridian/").classed("list-facts") == ["2 stories, all of them its copy"]


def test_an_unnamed_source_has_no_page_and_is_but_described_on_that_of_who_relayed_them(
    read, make_story, wire, mara, pat
):
    nobody = Source.objects.create(kind="unnamed", name="an official", slug="an-official", reason="Not allowed to.")
    story = make_story(
        status="approved", body=f"<p>“{said('a')}”</p>", citations=[Citation(key="a", source=nobody, via=wire)]
    )
    approve_unnamed(story, nobody, by=mara, why="I know them.")
    desk.publish(story, by=pat, seen=1)
    read("/source/an-official/", 404)
    assert read("/organisation/meridian/").all(SAID) == ["It held An official"]


@pytest.mark.parametrize("address", ["/source/hobday/", "/organisation/port/", "/organisation/meridian/"])
def test_thirty_stories_cost_as_many_queries_as_one(address, queries, tell, hobday, wire):
    def make(number):
        for place in range(number):
            key = f"k{place}"
            origin = Origin(organisation=wire, state=Claim.CONFIRMED)
            tell(Citation(key=key, source=hobday, via=wire), headline=f"Story {key}", origins=[origin])

    make(1)
    one = queries(address)
    make(29)
    assert queries(address) == one == (4 if "source" in address else 5)


def test_the_pages_of_a_long_list_are_turned(read, tell, hobday):
    for number in range(31):
        tell(Citation(key="a", source=hobday), headline=f"Story {number}")
    assert len(read("/source/hobday/").classed("rest")) == 30
    assert read("/source/hobday/?page=2").classed("headline") == ["Story 0"]
    assert read("/source/hobday/?page=2").all("//link[@rel='canonical']/@href") == [
        "http://testserver/source/hobday/?page=2"
    ]
