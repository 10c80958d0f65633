"""What holds for every page of the paper: its headers, its markup, and that nobody is recognised."""

import re

import pytest
from django.contrib.auth.models import User

from articles import desk
from articles.models import Citation, Credit, Topic
from bylines.models import Author, Organisation, Source

pytestmark = pytest.mark.django_db

PAGES = {
    "/": 200,
    "/section/harbour/": 200,
    "/author/ada/": 200,
    "/organisation/engine/": 200,
    "/source/una/": 200,
    "/topic/tides/": 200,
    "/2026/05/04/full/": 200,
    "/search/": 200,
    "/search/?q=wall": 200,
    "/search/?q=zebra": 200,
    "/corrections/": 200,
    "/nowhere/": 404,
    "/2026/05/04/killed/": 410,
}
FILES = {"/feed.xml": 200, "/section/harbour/feed.xml": 200, "/sitemap.xml": 200, "/robots.txt": 200}


@pytest.fixture(autouse=True)
def paper(make_story, pat, correct, harbour):
    """A story that has everything, and one that was killed."""
    credit = Credit(
        author=Author.objects.create(name="Ada", slug="ada"),
        organisation=Organisation.objects.create(name="The Engine", slug="engine"),
    )
    una = Source.objects.create(name="Una", slug="una", affiliation=credit.organisation)
    body = '<p>“<mark data-citation="a">The wall</mark> held.”</p>'
    cited = [Citation(key="a", source=una, channel="interview")]
    topics = [Topic.objects.create(name="Tides", slug="tides")]
    story = make_story(
        status="live", slug="full", section=harbour, credits=[credit], topics=topics, body=body, citations=cited
    )
    correct(story, "editors_note", "Frankly so.")
    desk.kill(make_story(status="live", slug="killed"), by=pat, why="Wrong")


@pytest.mark.parametrize("address", [*PAGES, *FILES])
def test_anybody_may_keep_it_and_must_ask_whether_it_holds(client, address):
    response = client.get(address)
    assert response.status_code == {**PAGES, **FILES}[address]
    assert response["Cache-Control"] == "public, no-cache"
    assert [response.get(name) for name in ("Vary", "Last-Modified", "Set-Cookie")] == [None, None, None]
    assert dict(client.cookies) == {}


@pytest.mark.parametrize("address", [*PAGES, *FILES])
def test_it_is_the_same_for_staff(client, address):
    expected = client.get(address)
    client.force_login(User.objects.create_superuser("root"))
    response = client.get(address)
    assert (dict(response.headers), response.content) == (dict(expected.headers), expected.content)


@pytest.mark.parametrize("address", [*PAGES, *FILES])
def test_head_is_get_without_the_words(client, address):
    get, head = client.get(address), client.head(address)
    del get.headers["ETag"]  # Django makes it of the words
    assert (head.status_code, dict(head.headers), head.content) == (get.status_code, dict(get.headers), b"")


@pytest.mark.parametrize("address", [address for address, status in {**PAGES, **FILES}.items() if status == 200])
def test_who_has_it_already_is_told_so(client, address):
    tag = client.get(address)["ETag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("address", PAGES)
def test_it_says_its_language_and_direction(read, address):
    page = read(address, PAGES[address])
    assert page.all("/html/@lang | /html/@dir") == ["en", "ltr"]


@pytest.mark.parametrize("address", PAGES)
def test_it_runs_nothing_and_styles_nothing_in_line(read, address):
    page = read(address, PAGES[address])
    assert page.all("//@style | //style | //@*[starts-with(name(), 'on')]") == []
    assert page.all("//script[not(@type='application/ld+json')]") == []
    assert page.response["Content-Security-Policy"].count("nonce") == 0


@pytest.mark.parametrize("address", PAGES)
def test_it_has_one_of_each_landmark_and_one_head(read, address):
    page = read(address, PAGES[address])
    found = {name: len(page.root.xpath(f"//body/{name}")) for name in ("header", "main", "footer")}
    assert found == {"header": 1, "main": 1, "footer": 1}
    assert len(page.root.xpath("//h1")) == 1
    assert page.all("//body/a[1]/@href") == ["#main"]


@pytest.mark.parametrize("address", PAGES)
def test_no_id_is_given_twice(read, address):
    ids = read(address, PAGES[address]).all("//@id")
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("address", ["/", "/section/harbour/", "/search/?q=wall", "/corrections/"])
def test_links_to_stories_are_root_relative_in_double_quotes(client, address):
    links = re.findall(r"""href=(.)([^"' >]*full/)""", client.get(address).content.decode())
    assert set(links) == {('"', "/2026/05/04/full/")}
