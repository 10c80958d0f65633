"""The preview: any revision in the reader's own template, for staff alone."""

import pytest

from articles import desk
from articles.models import Credit, PublishedArticle
from tests.admin.screen import Page, Seat, article_url
from tests.admin.writes import watched

pytestmark = pytest.mark.django_db


@pytest.fixture
def two_revisions(make_story, rita, ada, engine):
    """A draft in two revisions."""
    story = make_story(
        "The wall holds", body="<p>The wall held all night.</p>", credits=[Credit(author=ada, organisation=engine)]
    )
    desk.revise(story, by=rita, seen=1, words={"headline": "The wall gives way", "body": "<p>It broke.</p>"})
    return story


@pytest.mark.parametrize(
    ("number", "headline", "body"),
    [(1, "The wall holds", "The wall held all night."), (2, "The wall gives way", "It broke.")],
)
def test_any_revision_is_shown_in_the_readers_template(number, headline, body, rita, seat, two_revisions):
    page = seat(rita).open(article_url("preview", two_revisions.pk, number))
    assert (page.status, page.texts("//article//h1")) == (200, [headline])
    assert page.texts("//article//p[text()=$body]".replace("$body", f"'{body}'")) == [body]
    assert "articles/article.html" in [template.name for template in page.response.templates]
    assert [f"Preview of revision {number}" in text for text in page.texts("//body")] == [True]
    assert ["Ada Lovelace" in text for text in page.texts("//article")] == [True]


def test_a_preview_of_live_words_is_the_page_readers_have(pat, seat, make_story, client, ada):
    story = make_story(status="live", body="<h2>One</h2>\n<p>A <em>B</em>.</p>", credits=[Credit(author=ada)])
    live = Page(None, client.get(PublishedArticle.objects.get().path))
    preview = seat(pat).open(article_url("preview", story.pk, 1))
    assert (live.status, live.texts("//article")) == (200, preview.texts("//article"))


def test_nobody_keeps_a_preview(rita, seat, two_revisions):
    response = seat(rita).client.get(article_url("preview", two_revisions.pk, 1))
    directives = {directive.strip() for directive in response.headers["Cache-Control"].split(",")}
    assert ({"private", "no-store"} <= directives, directives & {"public"}) == (True, set())
    assert ("ETag" in response.headers, "Last-Modified" in response.headers) == (False, False)


def test_a_preview_writes_nothing_and_shows_readers_nothing(rita, seat, client, two_revisions):
    someone = seat(rita)
    with watched() as writes:
        someone.open(article_url("preview", two_revisions.pk, 2))
    assert (writes.inside, writes.outside, PublishedArticle.objects.count()) == ([], [], 0)
    assert "gives way" in someone.open(article_url("preview", two_revisions.pk, 2)).response.content.decode()
    assert "gives way" not in client.get("/").content.decode()


def test_the_ednote_is_not_in_the_preview(rita, seat, make_story):
    story = make_story(ednote="Call her back")
    page = seat(rita).open(article_url("preview", story.pk, 1))
    assert ("Call her back" in page.response.content.decode(), page.status) == (False, 200)


@pytest.mark.parametrize("status", ["draft", "in_review", "approved", "live"])
def test_a_story_is_previewed_wherever_it_is(status, rita, seat, make_story):
    assert seat(rita).open(article_url("preview", make_story(status=status).pk, 1)).status == 200


def test_the_barest_story_has_a_preview(rita, seat):
    story = desk.start(by=rita, words={"headline": "Nothing but a headline"})
    assert seat(rita).open(article_url("preview", story.pk, 1)).texts("//article//h1") == ["Nothing but a headline"]


@pytest.mark.parametrize("number", [0, 3, 10**40])
def test_a_revision_that_never_was_has_no_preview(number, rita, seat, two_revisions):
    assert seat(rita).open(article_url("preview", two_revisions.pk, number)).status == 404


def test_a_preview_is_for_the_desk_alone(nora, pat, ed, seat, client, two_revisions):
    url = article_url("preview", two_revisions.pk, 1)
    assert [Seat(user).open(url).status for user in (nora, pat, ed)] == [403, 200, 200]
    response = client.get(url)
    assert (response.status_code, response.headers["Location"].split("?")[0]) == (302, "/admin/login/")


def test_the_form_leads_to_the_preview_of_what_was_saved(rita, seat, two_revisions):
    page = seat(rita).open_story(two_revisions)
    assert page.tree.xpath("//a[contains(@href, '/preview/')]/@href") == [article_url("preview", two_revisions.pk, 2)]
