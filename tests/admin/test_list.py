"""The list of stories: what a row says, which rows there are, and what they cost."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User

from articles import clock, desk
from articles.models import Article, Credit, Section
from bylines.models import Author
from tests.admin.screen import article_url
from tests.admin.weights import queries
from tests.admin.writes import watched

pytestmark = pytest.mark.django_db

LATER = datetime(2031, 7, 1, 6, 30, tzinfo=UTC)


def listed(seat, **query):
    """The headlines in the list, in its order."""
    page = seat.open(article_url("changelist", **query))
    assert (page.status, page.response.redirect_chain) == (200, [])
    return page.texts("//td[contains(@class, 'field-story')]//a | //th[contains(@class, 'field-story')]//a")


def row(page):
    """The one row of a list, by column."""
    columns = ("story", "stage", "section", "byline", "due_when", "last_move")
    return {name: " ".join(page.texts(f"//*[contains(@class, 'field-{name}')]")) for name in columns}


# A row


def test_a_row_says_what_an_editor_asks(rita, ed, pat, seat, make_story, ada, engine, city):
    story = make_story(
        section=city, slugline="harbour-1", credits=[Credit(author=ada, organisation=engine), Credit(wording="Staff")]
    )
    desk.assign(story, by=ed, to=pat, due=datetime(2031, 7, 1, 6, 30, tzinfo=UTC))
    desk.submit(story, by=rita, seen=1)
    page = seat(ed).open(article_url("changelist"))
    assert page.texts("//table[@id='result_list']//thead//th[contains(@class, 'column-')]") == [
        "Story", "Status", "Section", "Byline", "Due", "Last decision",
    ]  # fmt: skip
    said = row(page)
    assert (said["story"], said["stage"], said["section"], said["byline"]) == (
        "Harbour wall holds through the storm harbour-1", "In review", "City", "Ada Lovelace and Staff",
    )  # fmt: skip
    assert [word for word in ("1 Jul", "08:30", "Pat") if word not in said["due_when"]] == []
    assert [word for word in ("Submit", "Rita") if word not in said["last_move"]] == []


def test_the_last_decision_is_the_last_one(rita, ed, seat, make_story):
    story = make_story(status="in_review")
    desk.request_changes(story, by=ed, seen=1, why="Who said so?")
    said = row(seat(rita).open(article_url("changelist")))["last_move"]
    assert [word for word in ("hanges", "Ed") if word not in said] == []


def test_a_row_shows_both_machines_and_what_lies_over_them(ed, pat, seat, make_story):
    story = make_story(status="approved")
    desk.schedule(story, by=pat, seen=1, at=LATER)
    desk.embargo(story, by=ed, until=LATER)
    said = row(seat(ed).open(article_url("changelist")))["stage"]
    assert [word for word in ("Approved", "Scheduled", "Embargo until 1 Jul, 08:30") if word not in said] == []
    desk.hold(story, by=pat, why="The lawyers")
    said = row(seat(ed).open(article_url("changelist")))["stage"]
    assert ("On hold" in said, "Scheduled" in said) == (True, False)


def test_a_story_without_anything_is_a_row_too(rita, seat):
    desk.start(by=rita, words={"headline": "Nothing but a headline"})
    said = row(seat(rita).open(article_url("changelist")))
    assert {name: said[name] for name in ("story", "stage", "byline", "due_when")} == {
        "story": "Nothing but a headline", "stage": "Draft", "byline": "", "due_when": "",
    }  # fmt: skip


def test_what_people_type_is_never_markup(rita, seat, make_story):
    evil = "<script>alert(1)</script>"
    make_story(evil, slugline=evil, credits=[Credit(wording=evil)])
    page = seat(rita).open(article_url("changelist"))
    said = row(page)
    assert (said["story"], said["byline"]) == (f"{evil} {evil}", evil)
    assert page.tree.xpath("//table//script") == []


# Which rows


@pytest.fixture
def six_stories(make_story, rita, ed, pat, mara, city):
    """One story of each kind, known by its headline."""
    make_story("a draft", section=city)
    make_story("one by Mara", by=mara)
    make_story("in review", status="in_review")
    desk.assign(make_story("for Mara", status="in_review"), by=ed, to=mara)
    make_story("approved", status="approved")
    scheduled = make_story("scheduled", status="approved")
    desk.schedule(scheduled, by=pat, seen=1, at=LATER)
    make_story("live", status="live", section=city)
    desk.revise(make_story("live and mended", status="live"), by=rita, seen=1, words={"dek": "Mended."})
    held = make_story("on hold", status="approved")
    desk.hold(held, by=pat, why="The lawyers")
    desk.spike(make_story("spiked"), by=ed, why="Overtaken")
    desk.kill(make_story("killed", status="live"), by=pat, why="By order")
    desk.unpublish(make_story("unpublished", status="live"), by=pat, why="For now")
    retracted = make_story("retracted", status="live")
    desk.correct(retracted, by=pat, seen=1, kind="retraction", note="All wrong.")


@pytest.mark.parametrize(
    ("query", "stories"),
    [
        ({"status__exact": "draft"}, "a draft, live and mended, one by Mara"),
        ({"status__exact": "in_review"}, "for Mara, in review"),
        ({"status__exact": "spiked"}, "killed, spiked"),
        ({"standing": "scheduled"}, "scheduled"),
        ({"standing": "published"}, "live, live and mended"),
        ({"standing": "retracted"}, "retracted"),
        ({"standing": "unpublished"}, "unpublished"),
        ({"standing": "killed"}, "killed"),
        ({"standing": "never", "status__exact": "approved"}, "approved, on hold"),
        ({"section__id__exact": "city"}, "a draft, live"),
        ({"section__id__exact": "city", "status__exact": "draft"}, "a draft"),
    ],
)
def test_filters_choose(query, stories, ed, seat, six_stories):
    if "section__id__exact" in query:
        query = {**query, "section__id__exact": Section.objects.get(slug="city").pk}
    assert ", ".join(sorted(listed(seat(ed), **query))) == stories


@pytest.mark.parametrize(
    ("name", "waiting", "stories"),
    [
        ("rita", "returned", "a draft, live and mended"),
        ("rita", "any", "a draft, live and mended"),
        ("ed", "review", "in review"),
        ("ed", "any", "in review"),
        ("pat", "ready", "approved"),
        ("mara", "mine", "for Mara"),
        ("mara", "review", "for Mara, in review"),
        ("mara", "returned", "one by Mara"),
        ("mara", "any", "approved, for Mara, in review, one by Mara"),
    ],
)
def test_what_waits_for_whom(name, waiting, stories, seat, six_stories):
    assert ", ".join(sorted(listed(seat(User.objects.get(username=name)), waiting=waiting))) == stories


def test_every_filter_is_offered(ed, seat, six_stories):
    page = seat(ed).open(article_url("changelist"))
    hrefs = " ".join(page.tree.xpath("//*[@id='changelist-filter']//a/@href"))
    city = f"section__id__exact={Section.objects.get(slug='city').pk}"
    offered = ["waiting=any", "waiting=review", "status__exact=in_review", "standing=killed", city]
    assert [each for each in (*offered, "waiting=ready") if each in hrefs] == offered  # Ed may not publish


@pytest.mark.parametrize("query", [{"waiting": "nonsense"}, {"standing": "nonsense"}])
def test_a_filter_that_is_none_chooses_all(query, ed, seat, six_stories):
    assert len(listed(seat(ed), **query)) == 13


# Search


@pytest.mark.parametrize(
    ("query", "stories"),
    [
        ("lighthouse", ["Keepers leave"]),  # in the body alone
        ("besancon", ["Besançon floods"]),  # accents folded
        ("FLOODS", ["Besançon floods"]),
        ("keepers lighthouse", ["Keepers leave"]),
        ("keepers besancon", []),
        ("keep-16", ["Keepers leave"]),  # the slugline
        ("doesnotexist", []),
        ('"', []),
        ("%", []),
        ("' OR 1=1 --", []),
    ],
)
def test_the_search_asks_the_index_of_the_desk(query, stories, rita, seat, make_story):
    make_story("Keepers leave", body="<p>The lighthouse goes dark.</p>", slugline="keep-16")
    make_story("Besançon floods", body="<p>Water everywhere.</p>")
    assert listed(seat(rita), q=query) == stories


def test_the_search_knows_what_was_just_saved_and_forgets_what_was_there(rita, seat, make_story):
    story, someone = make_story("Keepers leave"), seat(rita)
    someone.open_story(story).form.type(headline="Wardens stay").press()
    assert (listed(someone, q="keepers"), listed(someone, q="wardens")) == ([], ["Wardens stay"])


def test_search_and_filters_go_together(rita, seat, make_story):
    make_story("Keepers leave")
    make_story("Keepers stay", status="in_review")
    assert listed(seat(rita), q="keepers", status__exact="in_review") == ["Keepers stay"]


# Order


def test_the_latest_change_is_on_top(rita, seat, make_story):
    with clock.set_to(clock.now() - timedelta(hours=2)):
        first = make_story("First")
    with clock.set_to(clock.now() - timedelta(hours=1)):
        make_story("Second")
    assert listed(seat(rita)) == ["Second", "First"]
    desk.submit(first, by=rita, seen=1)
    assert listed(seat(rita)) == ["First", "Second"]


def test_what_is_due_comes_before_what_is_not(ed, rita, seat, make_story):
    for headline, days in (("next week", 7), ("open", None), ("tomorrow", 1)):
        desk.assign(make_story(headline), by=ed, due=days and clock.now() + timedelta(days=days))
    assert listed(seat(rita), o="5") == ["tomorrow", "next week", "open"]
    assert listed(seat(rita), o="-5") == ["open", "next week", "tomorrow"]


@pytest.mark.parametrize("order", ["1", "-2", "3", "6", "-6"])
def test_every_column_sorts(order, rita, seat, six_stories):
    assert len(listed(seat(rita), o=order)) == 13


# What it costs


@pytest.mark.parametrize(
    "query", [{}, {"waiting": "any"}, {"standing": "never"}, {"q": "harbour"}, {"status__exact": "draft"}]
)
def test_thirty_rows_cost_what_one_does(query, mara, ed, seat, city, make_story):
    someone = seat(mara)

    def start(number):
        section = Section.objects.create(name=f"Section {number}", slug=f"section-{number}")
        author = Author.objects.create(name=f"Author {number}", slug=f"author-{number}")
        story = make_story(by=mara, section=section, credits=[Credit(author=author)])
        desk.assign(story, by=ed, to=mara, due=LATER)

    start(0)
    url = article_url("changelist", **query)
    one = queries(someone, url)
    for number in range(1, 30):
        start(number)
    assert (len(listed(someone, **query)), queries(someone, url)) == (30, one)


def test_thirty_credits_cost_what_one_does(rita, seat, make_story, engine):
    authors = [Author.objects.create(name=f"Author {number}", slug=f"author-{number}") for number in range(30)]
    story, someone = make_story(credits=[Credit(author=authors[0], organisation=engine)]), seat(rita)
    one = queries(someone, article_url("changelist"))
    many = [Credit(author=author, organisation=engine) for author in authors]
    desk.revise(story, by=rita, seen=1, words={}, credits=many)
    assert queries(someone, article_url("changelist")) == one


def test_more_stories_than_a_page_holds_are_on_the_next(rita, seat):
    desk.start_batch([desk.Draft({"headline": f"Story {number}"}) for number in range(45)], by=rita)
    someone = seat(rita)
    assert (len(listed(someone)), len(listed(someone, p="2"))) == (40, 5)


# What it cannot do


def test_the_list_shows_and_does_not_edit(mara, seat, make_story):
    make_story()
    page = seat(mara).open(article_url("changelist"))
    fields = page.tree.xpath("//form[@id='changelist-form']//*[self::input or self::select][not(@type='hidden')]/@name")
    assert set(fields) == {"action", "_selected_action"}
    assert page.tree.xpath("//input[@name='_save']") == []


def test_a_list_that_is_posted_like_an_edited_one_writes_nothing(mara, seat, make_story):
    story, someone = make_story(), seat(mara)
    typed = {
        "form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 1, "form-0-id": story.pk, "form-0-headline": "Edited", "_save": 1,
    }  # fmt: skip
    with watched() as writes:
        someone.post(article_url("changelist"), **typed)
    assert (writes.inside, writes.outside) == ([], [])
    assert Article.objects.get().headline == story.headline


def test_nothing_is_deleted_from_the_list(seat, make_story):
    boss = seat(User.objects.create_superuser("boss"))
    story = make_story()
    page = boss.open(article_url("changelist"))
    assert page.tree.xpath("//select[@name='action']/option[@value!='']/@value") == [
        "submit_selected", "approve_selected", "publish_selected",
    ]  # fmt: skip
    with watched() as writes:
        boss.post(article_url("changelist"), action="delete_selected", _selected_action=story.pk, post="yes")
    assert (writes.inside, writes.outside, Article.objects.count()) == ([], [], 1)


def test_who_sees_no_stories_sees_no_list(nora, rita, pat, seat, make_story):
    make_story()
    url = article_url("changelist")
    assert [seat(user).open(url).status for user in (nora, rita, pat)] == [403, 200, 200]
