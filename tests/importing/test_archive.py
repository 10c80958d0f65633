"""An archive that was published elsewhere comes in as published, with its dates, authors, slugs and addresses."""

import datetime

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from articles import desk
from articles.desk import rebuilding
from articles.importing.archive import ArchiveImport
from articles.importing.story import StoryCredit
from articles.models import Address, Article, Decision, PublishedArticle, Section
from tests.importing.conftest import told

pytestmark = pytest.mark.django_db

MAY_2019 = datetime.datetime(2019, 5, 4, 9, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
JUNE_2019 = datetime.datetime(2019, 6, 1, tzinfo=datetime.UTC)


def archived(*paragraphs, **more):
    return told(
        *paragraphs,
        **{
            "was": "published",
            "published": MAY_2019,
            "slug": "the-pier",
            "section": "Harbour",
            "credits": (StoryCredit("Ada Finch"),),
            "address": "https://old.example/blog/2019/05/pier.html",
            "addresses": ("https://old.example/?p=123",),
            "supplier": "",
            **more,
        },
    )


@pytest.fixture
def enter(tell, mara):
    def bring(*stories, by=None):
        return tell(*stories, by=by or mara, how=ArchiveImport)

    return bring


def test_what_was_published_is_published_with_its_own_date_author_and_slug(enter, client):
    (result,) = enter(archived(updated=JUNE_2019))
    assert (result.outcome, result.reason) == ("created", "As it came. Published.")
    print_ = PublishedArticle.objects.get()
    assert (print_.path, print_.byline) == ("/2019/05/04/the-pier/", "Ada Finch")
    assert (print_.first_published, print_.visible_from, print_.updated) == (MAY_2019, MAY_2019, JUNE_2019)
    assert client.get("/2019/05/04/the-pier/").status_code == 200


def test_its_sections_come_along(enter):
    enter(archived())
    assert (Section.objects.get().name, PublishedArticle.objects.get().section_slug) == ("Harbour", "harbour")


@pytest.mark.parametrize("address", ["/blog/2019/05/pier.html", "/?p=123"])
def test_its_old_addresses_lead_to_the_new_one(address, enter, client):
    enter(archived())
    response = client.get(address)
    assert (response.status_code, response["Location"]) == (301, "/2019/05/04/the-pier/")


def test_an_old_address_of_a_story_taken_away_is_not_found(enter, client, pat):
    enter(archived())
    desk.unpublish(Article.objects.get(), by=pat, why="Wrong.")
    assert client.get("/blog/2019/05/pier.html").status_code == 404


def test_the_decision_says_who_entered_it_and_why(enter, mara):
    enter(archived())
    assert list(Decision.objects.values_list("verb", "by__user__username", "at", "why")) == [
        ("start", "mara", None, "told#1"),
        ("enter_archive", "mara", MAY_2019, "Archive: told"),
    ]


def test_drafts_of_the_archive_and_wire_copy_stay_drafts(enter):
    results = enter(
        archived(),
        archived("Another story altogether, about a ferry.", was="draft", supplier_id="urn:2", slug="b", addresses=()),
        told("A third one, off the wire, about gulls.", supplier_id="urn:3"),
    )
    assert [result.reason for result in results] == [
        "As it came. Published.",
        "As it came. It was “draft” in the archive, and is a draft here.",
        "As it came.",
    ]
    assert PublishedArticle.objects.count() == 1
    assert list(Article.objects.order_by("pk").values_list("status", flat=True)) == ["approved", "draft", "draft"]


def test_what_the_gate_holds_back_is_a_draft_that_says_why(enter):
    (result,) = enter(archived(credits=()))
    assert result.reason.endswith("Nobody is credited. Add an author, “Staff”, or the organisation it is from.")
    assert (PublishedArticle.objects.count(), Article.objects.get().status) == (0, "draft")


@pytest.mark.parametrize("published", [None, datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC)])
def test_no_date_is_invented(published, enter):
    (result,) = enter(archived(published=published))
    assert result.reason.endswith("The archive does not say when it was published. Publish it by hand.")
    assert PublishedArticle.objects.count() == 0


def test_two_stories_of_one_day_and_slug_do_not_share_an_address(enter):
    results = enter(archived(), archived("Another story altogether, about a ferry.", supplier_id="urn:2"))
    assert "belongs to another story" in results[1].reason
    assert (Article.objects.count(), PublishedArticle.objects.count()) == (2, 1)


def test_the_same_archive_again_changes_nothing(enter):
    enter(archived())
    assert [str(one.outcome) for one in enter(archived())] == ["unchanged"]
    assert (Article.objects.count(), Address.objects.count()) == (1, 3)


def test_only_who_may_enter_an_archive_does(enter, ed):
    with pytest.raises(desk.Refused, match="Enter archive"):
        enter(archived(), by=ed)
    assert Article.objects.count() == 0


def test_the_verb_takes_no_wire_copy_and_asks_for_a_reason(mara):
    story = desk.archiving.Archived(desk.Draft({"headline": "Tide", "body": "<p>Late.</p>"}), "", MAY_2019)
    with pytest.raises(desk.Refused, match="Only an archive"):
        desk.enter_archive([story], by=mara, why="Because.")
    with pytest.raises(desk.Refused, match="Say which archive"):
        desk.enter_archive([story], by=mara, why=" ")


def test_the_print_made_again_from_the_record_is_the_same(enter):
    enter(archived(updated=JUNE_2019))
    fields = [field.name for field in PublishedArticle._meta.fields if field.name != "id"]
    before = list(PublishedArticle.objects.values_list(*fields)), set(Address.objects.values_list("path", "moved_to"))
    rebuilding.rebuild_published()
    assert before == (
        list(PublishedArticle.objects.values_list(*fields)),
        set(Address.objects.values_list("path", "moved_to")),
    )


def test_a_story_of_the_archive_can_be_corrected_like_any_other(enter, mara, ed, client):
    enter(archived())
    article = Article.objects.get()
    desk.revise(article, by=mara, seen=1, words={"headline": "The pier, corrected"})
    desk.submit(article, by=mara, seen=2)
    desk.approve(article, by=ed, seen=2)
    desk.correct(article, by=mara, seen=2, kind="correction", note="It was the pier.")
    assert "The pier, corrected" in client.get("/2019/05/04/the-pier/").content.decode()
    assert client.get("/blog/2019/05/pier.html")["Location"] == "/2019/05/04/the-pier/"


def test_the_admin_shows_how_it_came(enter, mara, client):
    enter(archived())
    client.force_login(User.objects.get(username="mara"))
    page = client.get(reverse("admin:articles_article_history", args=[Article.objects.get().pk])).content.decode()
    assert "Brought in from the archive" in page
