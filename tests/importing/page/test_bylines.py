import pytest

from articles.importing.page.authors import credits_of
from articles.importing.page.bylines import helpers, visible_bylines
from tests.importing.page.pages import PARAGRAPHS, told_of

BOTH = ["Ada Finch", "Tom Brake"]


def seen(byline, **parts):
    return [one.name or one.wording or one.organisation for one in credits_of(told_of(byline + PARAGRAPHS, **parts))]


@pytest.mark.parametrize(
    "byline",
    [
        '<div>By <a href="/author/ada">Ada Finch</a> and <a href="/author/tom">Tom Brake</a></div>',
        '<div>By <a href="/author/ada">Ada Finch</a> and Tom Brake</div>',
        '<div><a rel="author">Ada Finch</a>, Transport reporter and <a rel="author">Tom Brake</a></div>',
        '<div class="byline"><div>Ada Finch &amp; Tom Brake</div><div>Tidewater News</div></div>',
        '<div class="person"><span class="author">Ada Finch</span> <span class="author">Tom Brake</span></div>',
        '<ul class="authors"><li>Ada Finch</li><li>Tom Brake</li></ul>',
        '<div class="contributors"><p>Text: <b>Ada Finch</b> <b>Tom Brake</b></p><p>Foto: Lou Sandpiper</p></div>',
        '<p>Submitted by <span itemprop="author">Ada Finch and Tom Brake</span> on Sat, 09/28/2024 - 06:30</p>',
        '<footer class="meta">By Ada Finch and Tom Brake 28 Sep 2024</footer>',
        "<p>Por Ada Finch y Tom Brake</p>",
        "<p>Tekst: Ada Finch, Tom Brake</p>",
    ],
)
def test_everybody_in_a_visible_byline_is_credited(byline):
    article = byline if "<footer" not in byline else f"<article>{byline}</article>"
    assert seen(article) == BOTH


@pytest.mark.parametrize(
    "other",
    [
        '<div class="comments"><b class="author">Lou Sandpiper</b></div>',
        '<div class="related"><span class="byline">By Lou Sandpiper</span></div>',
        '<p>A keeper, <a href="/people/lou">Lou Sandpiper</a>, heard it break and went down to look.</p>',
        '<a class="author" href="#">View Profile</a>',
        '<span class="author">Twitter Facebook</span>',
    ],
)
def test_names_and_buttons_elsewhere_are_no_byline(other):
    assert seen(other) == []


def test_a_teaser_above_the_headline_does_not_name_the_writer():
    teaser = '<div><h3>Gulls open doors</h3><span class="byline">By Lou Sandpiper</span></div>'
    assert seen("<p>By Ada Finch</p>", above=f"<h1>The Harbour Courier</h1>{teaser}<h1>Ferry sails</h1>") == [
        "Ada Finch"
    ]


@pytest.mark.parametrize("signed", ["(Ada Finch)", "<em>Ada Finch</em>", "<strong>Ada Finch</strong>"])
def test_a_story_may_be_signed_at_its_end(signed):
    assert [one.name for one in credits_of(told_of(f"{PARAGRAPHS}<p>{signed}</p>"))] == ["Ada Finch"]


def test_the_name_of_a_login_gives_way_to_the_name_that_is_shown():
    head = '<meta name="author" content="afinch2">'
    assert (seen("<p>By Ada Finch</p>", head=head), seen("", head=head)) == (["Ada Finch"], ["afinch2"])


def test_a_site_that_gives_its_address_as_the_author_is_the_house():
    head = '<meta name="author" content="Marrowby Weekly (www.courier.example)">'
    assert seen("<p>By Ada Finch</p>", head=head) == ["Ada Finch"]


def test_who_translated_a_story_is_credited_for_that():
    line = "<p><em>Translated by Ina Vries</em></p>"
    (credit,) = credits_of(told_of(PARAGRAPHS + line))
    assert (credit.name, credit.role) == ("Ina Vries", "translator")
    assert list(helpers(told_of(f"{PARAGRAPHS}<p>Übersetzung: Ina Vries</p>"))) == [("translator", "Ina Vries")]


def test_a_page_without_words_after_the_headline_shows_no_byline():
    assert list(visible_bylines(told_of("<br>"))) == []
