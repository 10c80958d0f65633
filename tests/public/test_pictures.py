"""Pictures for readers: their files, and where they stand on the pages."""

import json

import pytest
from django.contrib.auth.models import User
from django.core.files.storage import default_storage
from lxml import etree

from articles import desk
from articles.models import Credit
from articles.text.pictures import place
from bylines.models import Author
from tests.conftest import figure
from tests.photographs import decoded

pytestmark = pytest.mark.django_db


@pytest.fixture
def wall(make_picture):
    """A picture."""
    return make_picture(alt="A <wall> in fog", caption="The wall", credit="Ada Moss/The Courier")


@pytest.fixture
def story(make_story, wall):
    """A live story that shows it."""
    return make_story("Dues rise", status="live", slug="dues", body=f"{figure(wall, 'It held')}\n<p>Ships pay.</p>")


def address(picture, ending="-640.jpg"):
    return f"/pictures/{picture.sha256}{ending}"


# Files


@pytest.mark.parametrize(("ending", "kind"), [("-480.jpg", "image/jpeg"), ("-640.webp", "image/webp")])
def test_a_file_is_served_to_keep_and_to_ask_whether_it_holds(client, story, wall, ending, kind):
    response = client.get(address(wall, ending))
    assert (response.status_code, response["Content-Type"]) == (200, kind)
    assert decoded(response.getvalue()).get_format_mimetype() == kind
    assert response["Cache-Control"] == "public, no-cache"
    assert response["ETag"] == f'"{wall.sha256}{ending}"'
    assert [response.get(name) for name in ("Vary", "Last-Modified", "Set-Cookie")] == [None, None, None]


def test_who_has_it_already_is_told_so_while_readers_may_have_it(client, pat, story, wall):
    known = {"If-None-Match": client.get(address(wall))["ETag"]}
    response = client.get(address(wall), headers=known)
    assert (response.status_code, response["ETag"], response["Cache-Control"]) == (
        304, f'"{wall.sha256}-640.jpg"', "public, no-cache",
    )  # fmt: skip
    desk.unpublish(story, by=pat, why="Wrong")
    assert client.get(address(wall), headers=known).status_code == 404


def test_it_is_the_same_for_staff_and_head_is_get_without_the_bytes(client, story, wall):
    expected = client.get(address(wall))
    head = client.head(address(wall))
    assert (dict(head.headers), head.getvalue()) == (dict(expected.headers), b"")
    client.force_login(User.objects.create_superuser("root"))
    response = client.get(address(wall))
    assert (dict(response.headers), response.getvalue()) == (dict(expected.headers), expected.getvalue())


@pytest.mark.parametrize("ending", [".jpg", "-480.png", "-320.jpg", "-9999.jpg", "-640.jpg/", "-640.JPG", "-0640.jpg"])
def test_what_was_never_made_for_readers_is_not_there(client, story, wall, ending):
    assert client.get(address(wall, ending)).status_code == 404


@pytest.mark.parametrize("name", ["x", "..%2f..%2fsettings.py", "%00", "é.jpg"])
def test_what_is_no_name_is_not_there(client, story, name):
    assert client.get(f"/pictures/{name}").status_code == 404


def test_a_file_that_is_lost_is_not_there(client, story, wall):
    default_storage.delete(place(f"{wall.sha256}-480.webp"))
    assert client.get(address(wall, "-480.webp")).status_code == 404


def test_nothing_can_be_sent_to_it(client, story, wall):
    assert client.post(address(wall)).status_code == 405


def test_it_is_served_only_while_a_visible_print_shows_it(client, at, rita, pat, make_story, make_picture, correct):
    wall, fog = make_picture(), make_picture()

    def served():
        return [client.get(address(picture)).status_code for picture in (wall, fog)]

    story = make_story(body=figure(wall, "It held"))
    assert served() == [404, 404], "a draft shows it"
    with at(-2):
        live = make_story(status="live", body=figure(wall, "It held"))
        assert served() == [200, 404]
    with at(-1):
        correct(live, "correction", "It was fog.", body=figure(fog, "At six"))
        assert served() == [404, 200], "the words that readers have now show the other one"
    desk.kill(live, by=pat, why="Forged")
    assert served() == [404, 404]
    other = make_story(status="live", body=figure(fog, "At six"))
    assert served() == [404, 200], "another story shows it as well"
    desk.hold(other, by=pat, why="The lawyer called")
    assert (served(), story.status) == ([404, 404], "draft")


def test_it_costs_one_query(queries, story, wall):
    assert queries(address(wall)) == 1


# Pages


def test_a_story_shows_its_pictures_where_they_stand(read, story, wall):
    page = read("/2026/05/04/dues/")
    assert page.all("//div[@class='story-body']/*/@class | //div[@class='story-body']/p") == ["Ships pay."]
    assert page.all("//figure//img/@alt") == ["A <wall> in fog"]
    assert page.all("//figure/figcaption") == ["It held Ada Moss/The Courier"]
    assert page.all("//figure/figcaption/span[@class='credit']") == ["Ada Moss/The Courier"]
    assert page.all("//figure//img/@width | //figure//img/@height") == ["640", "400"]


def test_the_dateline_runs_into_the_first_words_below_the_picture(read, make_story, wall):
    body = f"<h2>Storm</h2>\n{figure(wall, 'It held')}\n<p>Ships pay.</p>"
    make_story(status="live", slug="dues", dateline="Marrowby", body=body)
    assert read("/2026/05/04/dues/").all("//div[@class='story-body']/p") == ["Marrowby — Ships pay."]


def test_a_caption_of_paragraphs_is_no_place_for_the_dateline(read, make_story, wall):
    body = figure(wall, "<p>It</p><p>held</p>").replace("<figcaption><p>", "<figcaption>\n<p>")
    make_story(status="live", slug="dues", dateline="Marrowby", body=f"{body}<p>Ships pay.</p>")
    page = read("/2026/05/04/dues/")
    assert page.all("//div[@class='story-body']/p") == ["Marrowby", "Ships pay."]


@pytest.mark.parametrize("page", ["/", "/section/harbour/", "/author/ada/", "/search/?q=ships"])
def test_lists_show_the_first_picture_beside_the_words(page, read, make_story, wall, harbour, many):
    from_here = figure(wall, "It held")
    credits = [Credit(author=Author.objects.create(name="Ada", slug="ada"))]
    body = f"{from_here}\n<p>Ships pay.</p>"
    make_story("Dues rise", status="live", slug="dues", section=harbour, credits=credits, body=body)
    many(1)
    found = read(page)
    assert found.all("//article//img/@src") == [address(wall)]
    assert found.all("//article//img/@alt") == [""], "the headline beside it says where it leads"
    assert (
        found.all("//article//a[@aria-hidden='true']/@href | //article//a[@tabindex='-1']/@href")[0]
        == "/2026/05/04/dues/"
    )


def test_the_front_says_whose_the_picture_of_its_lead_is(read, story):
    page = read("/")
    assert page.all("//article[@class='lead']//figcaption") == ["Ada Moss/The Courier"]
    assert page.all("//article[@class='lead']//img/@loading") == ["eager"]


def test_under_a_picture_the_lead_opens_with_fewer_words(read, make_story, wall):
    words = "<p>" + "Ships pay more. " * 60 + "</p>"
    make_story(status="live", body=words)
    without = len(read("/").classed("opening")[0])
    make_story(status="live", body=f"{figure(wall, 'It held')}\n{words}")
    assert (len(read("/").classed("opening")[0]), without) == (346, 698)


def test_nobody_is_led_into_a_retracted_story_by_its_picture(read, story, correct, client):
    correct(story, "retraction", "It did not.")
    assert read("/").all("//img/@src") == []
    assert b"<enclosure" not in client.get("/feed.xml").content
    assert len(read("/2026/05/04/dues/").all("//figure//img/@src")) == 1


# Machines


def test_machines_are_told_of_the_first_picture(read, story, wall):
    page = read("/2026/05/04/dues/")
    whole = f"http://testserver{address(wall)}"
    assert json.loads(page.root.xpath("string(//script[@type='application/ld+json'])"))["image"] == {
        "@type": "ImageObject", "url": whole, "width": 640, "height": 400, "caption": "The wall",
        "creditText": "Ada Moss/The Courier",
    }  # fmt: skip
    graph = dict(zip(page.all("//meta[@property]/@property"), page.all("//meta[@property]/@content"), strict=True))
    assert {name: graph[name] for name in graph if name.startswith("og:image")} == {
        "og:image": whole, "og:image:type": "image/jpeg", "og:image:width": "640", "og:image:height": "400",
        "og:image:alt": "A <wall> in fog",
    }  # fmt: skip
    assert page.all("//meta[@name='twitter:card']/@content") == ["summary_large_image"]


def test_feeds_carry_the_first_picture_with_its_length(client, story, wall):
    (enclosure,) = etree.fromstring(client.get("/feed.xml").content).xpath("//enclosure")
    length = str(default_storage.size(place(f"{wall.sha256}-640.jpg")))
    assert dict(enclosure.attrib) == {
        "url": f"http://testserver{address(wall)}", "length": length, "type": "image/jpeg",
    }  # fmt: skip
    default_storage.delete(place(f"{wall.sha256}-640.jpg"))
    assert b"<enclosure" not in client.get("/feed.xml").content
