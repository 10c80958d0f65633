"""The page of one story."""

import datetime

import pytest
from django.test import override_settings

from articles import clock, desk
from articles.models import Address, Claim, Credit, Origin, PublishedArticle, Topic
from bylines.models import Author, Organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def rt(db):
    return Organisation.objects.create(name="RT.com", slug="rt-com")


def test_it_shows_head_facts_and_words(read, make_story, harbour):
    words = {"kicker": "Dues", "dateline": "Marrowby", "body": "<p>Ships pay.</p>"}
    make_story("Dues rise", status="live", section=harbour, **words)
    page = read("/2026/05/04/story-1/")
    assert page.classed("story-head") == ["Harbour / Dues Dues rise It held."]
    assert page.classed("story-facts") == ["By Staff 4 May 2026, 14:00 1 minute to read"]
    assert page.all("//div[@class='story-facts']//time/@datetime") == ["2026-05-04T14:00:00+02:00"]
    assert page.classed("story-body") == ["Marrowby — Ships pay."]
    assert page.all("//title") == ["Dues rise – The Harbour Courier"]


def test_what_is_missing_leaves_no_gap(read, make_story):
    make_story("Bare", status="live", dek="")
    page = read("/2026/05/04/story-1/")
    assert page.classed("story-head") == ["Bare"]
    assert (page.classed("kicker"), page.classed("afterwords"), page.classed("more")) == ([], [], [])


def test_the_byline_leads_to_author_and_outlet(read, make_story):
    ada = Author.objects.create(name="Ada Lovelace", slug="ada")
    engine = Organisation.objects.create(name="The Engine", slug="engine")
    make_story(status="live", credits=[Credit(author=ada, organisation=engine)])
    page = read("/2026/05/04/story-1/")
    assert page.classed("byline") == ["By Ada Lovelace for The Engine"]
    assert page.all("//p[@class='byline']/a/@href") == ["/author/ada/", "/organisation/engine/"]


def test_it_says_where_the_copy_came_from_where_a_person_confirmed_it(read, make_story, rt):
    told = Origin(organisation=rt, url="https://rt.com/story", state=Claim.CONFIRMED)
    make_story(status="live", origins=[told, Origin(organisation=rt, role="written_for", state=Claim.REJECTED)])
    page = read("/2026/05/04/story-1/")
    items = "//section[@aria-labelledby='origins-head']//li"
    assert page.all(items) == ["Syndicated from RT.com · the original"]
    assert page.all(f"{items}/a/@href") == ["/organisation/rt-com/", "https://rt.com/story"]


def test_an_address_that_no_story_may_link_to_is_no_link(read, make_story, rt):
    make_story(status="live", origins=[Origin(organisation=rt, url="javascript:alert(1)", state=Claim.CONFIRMED)])
    page = read("/2026/05/04/story-1/")
    assert page.all("//section[@aria-labelledby='origins-head']//li") == ["Syndicated from RT.com"]


def test_topics_lead_to_their_pages(read, make_story):
    make_story(status="live", topics=[Topic.objects.create(name="Tides", slug="tides")])
    assert read("/2026/05/04/story-1/").all("//ul[@class='topics']//a/@href") == ["/topic/tides/"]


def test_a_typo_is_mended_in_silence(read, make_story, correct, at):
    story = make_story(status="live", body="<p>Teh wall.</p>")
    with at(1):
        correct(story, "typo", body="<p>The wall.</p>")
        page = read("/2026/05/04/story-1/")
    assert page.classed("story-body") == ["The wall."]
    assert page.classed("dates") == ["4 May 2026, 14:00 1 minute to read"]
    assert page.classed("corrections") == []


@pytest.mark.parametrize(
    ("kind", "pointer", "updated"),
    [
        ("correction", "Corrected – see below", "updated 4 May 2026, 15:00"),
        ("update", "Updated – see below", "updated 4 May 2026, 15:00"),
        ("clarification", "Clarified – see below", "updated 4 May 2026, 15:00"),
        ("editors_note", "Editor’s note – see below", ""),
    ],
)
def test_a_change_is_told_below_the_words_and_pointed_to_near_the_date(
    kind, pointer, updated, read, make_story, correct, at
):
    story = make_story(status="live")
    with at(1):
        correct(story, kind, "It was three.", passage="two minutes", body="<p>Three minutes.</p>")
        page = read("/2026/05/04/story-1/")
    dates = " ".join(filter(None, ["4 May 2026, 14:00", updated, pointer, "1 minute to read"]))
    assert page.classed("dates") == [dates]
    assert page.all("//p[@class='pointer']/a/@href") == ["#corrections"]
    label = kind.capitalize().replace("Editors_note", "Editor's note")
    assert page.all("//section[@id='corrections']//div[@class='correction']") == [
        f"{label} 4 May 2026, 15:00 It was three. The passage read: two minutes"
    ]


def test_all_changes_are_kept_in_their_order(read, make_story, correct, at):
    story = make_story(status="live")
    for hour, note in enumerate(["First.", "Second.", "Third."], start=1):
        with at(hour):
            correct(story, "editors_note", note)
    with at(9):
        notes = read("/2026/05/04/story-1/").all("//section[@id='corrections']//div[@class='correction']/div")
    assert notes == ["First.", "Second.", "Third."]


def test_a_retraction_stands_above_the_words(read, make_story, correct):
    story = make_story("Mayor resigns", status="live")
    correct(story, "retraction", "She did not.")
    page = read("/2026/05/04/story-1/")
    assert page.all("//h1") == ["Retracted: Mayor resigns"]
    assert page.all("//title") == ["Retracted: Mayor resigns – The Harbour Courier"]
    assert page.all("//article/*/@class") == ["story-head", "retraction", "story-facts", "story-body"]
    assert page.classed("retraction") == ["Retraction 4 May 2026, 14:00 She did not."]


def test_language_and_direction_are_the_storys_own(read, make_story):
    make_story("رسوم الميناء", status="live", language="ar", direction="rtl")
    page = read("/2026/05/04/story-1/")
    assert page.all("//article[@class='story']/@lang | //article[@class='story']/@dir") == ["ar", "rtl"]
    assert page.all("/html/@lang | /html/@dir") == ["en", "ltr"]


def test_up_to_four_others_of_the_section_follow(read, make_story, many, harbour):
    many(5, section=harbour)
    make_story("Elsewhere", status="live")
    make_story("Here", status="live", section=harbour, slug="here")
    page = read("/2026/05/04/here/")
    assert page.all("//aside[@class='more']/h2") == ["More from Harbour"]
    assert page.all("//aside[@class='more']//h3") == ["Story 1", "Story 2", "Story 3", "Story 4"]


def test_however_much_hangs_on_it_the_page_costs_four_queries(queries, make_story, many, correct, harbour, rt):
    make_story(status="live", slug="bare")
    assert queries("/2026/05/04/bare/") == 2
    credits = [Credit(author=Author.objects.create(name=f"A{n}", slug=f"a{n}")) for n in range(5)]
    origins = [Origin(organisation=rt, state=Claim.CONFIRMED)]
    story = make_story(status="live", section=harbour, slug="full", credits=credits, origins=origins)
    for note in ("One.", "Two.", "Three."):
        correct(story, "editors_note", note)
    many(30, section=harbour)
    assert queries("/2026/05/04/full/") == 4


def test_a_moved_address_leads_on_only_to_what_is_visible(client, pat, make_story):
    story = make_story(status="live")
    Address.objects.create(
        path="/2020/01/01/old/",
        article_number=story.pk,
        status=Address.Status.MOVED,
        moved_to="/2026/05/04/story-1/",
    )
    response = client.get("/2020/01/01/old/")
    assert (response.status_code, response["Location"]) == (301, "/2026/05/04/story-1/")
    desk.unpublish(story, by=pat, why="Wrong")
    assert client.get("/2020/01/01/old/").status_code == 404


def test_readers_keep_the_page_until_the_minute_of_an_update(read, rita, ed, pat, make_story, noon):
    story = make_story(status="live", body="<p>Old.</p>")
    desk.revise(story, by=rita, seen=1, words={"body": "<p>New.</p>"})
    desk.submit(story, by=rita, seen=2)
    desk.approve(story, by=ed, seen=2)
    desk.schedule(story, by=pat, seen=2, at=noon + datetime.timedelta(hours=1))
    assert PublishedArticle.objects.count() == 2
    assert read("/2026/05/04/story-1/").classed("story-body") == ["Old."]
    with clock.set_to(noon + datetime.timedelta(hours=1)):
        assert read("/2026/05/04/story-1/").classed("story-body") == ["New."]


@override_settings(SITE_URL="https://courier.example")
def test_the_canonical_address_is_that_of_the_house(read, make_story):
    make_story(status="live")
    assert read("/2026/05/04/story-1/").all("//link[@rel='canonical']/@href") == [
        "https://courier.example/2026/05/04/story-1/"
    ]
