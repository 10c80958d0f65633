"""The library as the body's editor and a story's screens ask for it: a choice, an upload, what stands in a body."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles import desk
from articles.models import Picture, PublishedArticle
from tests.admin.screen import article_url
from tests.conftest import figure
from tests.photographs import photograph

pytestmark = pytest.mark.django_db


def url(page, *args):
    return reverse(f"admin:articles_picture_{page}", args=args)


def file_url(picture, ending="-480.webp"):
    return url("file", f"{picture.sha256}{ending}")


def sent(**options):
    return SimpleUploadedFile("wall.jpg", photograph(**options), "image/jpeg")


def test_the_editor_chooses_among_pictures_that_have_a_file(rita, seat, make_picture):
    wall, fog = make_picture(caption="The wall", alt="A wall", credit="Ada"), make_picture(caption="Fog")
    coming = Picture.objects.create(key="k", caption="Coming")
    ask = seat(rita).client.get
    assert [one["name"] for one in ask(url("choose")).json()["pictures"]] == ["Fog", "The wall"]
    assert ask(url("choose"), {"q": "wall ada"}).json() == {
        "more": False,
        "pictures": [
            {
                "key": wall.key, "name": "The wall", "alt": "A wall", "caption": "The wall", "credit": "Ada",
                "thumbnail": file_url(wall), "large": file_url(wall, "-640.webp"), "page": url("change", wall.pk),
            }
        ],
    }  # fmt: skip
    told = ask(url("choose"), {"key": [coming.key, fog.key, "unknown"]}).json()["pictures"]
    assert {one["name"]: one["large"] for one in told} == {"Coming": "", "Fog": file_url(fog, "-640.webp")}


@pytest.mark.parametrize("query", ["q=\x00", "page=x", "page=-1", "page=99", "q=" + "a " * 900, "key="])
def test_odd_questions_are_answered(query, rita, seat, make_picture):
    make_picture()
    assert seat(rita).client.get(f"{url('choose')}?{query}").status_code == 200


def test_there_is_more_to_choose_from_than_one_page(rita, seat):
    Picture.objects.bulk_create(Picture(caption=f"{number}", file="pictures/x", sha256="ab" * 32, width=9, height=9,
                                        media_type="image/jpeg") for number in range(30))  # fmt: skip
    pages = [seat(rita).client.get(url("choose"), {"page": number}).json() for number in (1, 2)]
    assert [(len(page["pictures"]), page["more"]) for page in pages] == [(24, True), (6, False)]


def test_an_upload_is_taken_into_the_library(rita, seat):
    response = seat(rita).client.post(url("upload"), {"file": sent(), "alt": "A wall", "caption": "The wall"})
    kept = Picture.objects.get()
    assert (response.status_code, response.json()["key"]) == (201, kept.key)
    assert (kept.alt, kept.caption, kept.width) == ("A wall", "The wall", 640)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "Choose a file first."),
        ({"file": SimpleUploadedFile("x.svg", b"<svg/>")}, "An SVG drawing can carry programs and is not taken."),
    ],
)
def test_an_upload_that_is_refused_says_why(given, sentence, rita, seat):
    response = seat(rita).client.post(url("upload"), given)
    assert (response.status_code, response.json()["sentences"][0].startswith(sentence)) == (422, True)
    assert Picture.objects.count() == 0


def test_an_upload_from_another_site_is_refused(rita, client):
    client.handler.enforce_csrf_checks = True
    client.force_login(rita)
    assert client.post(url("upload"), {"file": sent()}).status_code == 403


# In a story


def test_the_form_of_a_story_knows_its_pictures(rita, seat, make_picture, make_story):
    wall = make_picture(alt="A wall </script>")
    page = seat(rita).open_story(make_story(body=f'{figure(wall)}\n<figure data-picture="unknown"></figure>'))
    (told,) = page.tree.xpath("//script[@id='body-pictures']/text()")
    assert (wall.key in told, "unknown" in told, "</script>" in told) == (True, False, False)


def test_a_form_shown_again_knows_the_pictures_just_typed(rita, seat, make_picture, make_story):
    wall = make_picture()
    page = seat(rita).open_story(make_story()).form.type(headline="", body=figure(wall)).press()
    assert wall.key in page.tree.xpath("//script[@id='body-pictures']/text()")[0]


def test_whoever_only_reads_sees_the_pictures(pat, seat, make_picture, make_story):
    wall = make_picture()
    page = seat(pat).open_story(make_story(body=figure(wall, "It held")))
    assert page.tree.xpath("//article[@class='reading']//figure//img/@src") == [file_url(wall, "-640.jpg")]
    assert page.tree.xpath("//dialog[@id='library']") == []


def test_a_preview_shows_pictures_that_readers_may_not_have(rita, seat, make_picture, make_story):
    wall = make_picture()
    story = make_story(body=figure(wall, "It held"))
    page = seat(rita).open(article_url("preview", story.pk, 1))
    (image,) = page.tree.xpath("//figure//img")
    assert seat(rita).client.get(image.get("src")).status_code == 200
    assert [address.split(" ")[0] for address in image.get("srcset").split(", ")] == [
        file_url(wall, "-480.jpg"), file_url(wall, "-640.jpg"),
    ]  # fmt: skip
    assert PublishedArticle.objects.count() == 0


def test_a_comparison_says_what_changed_in_the_pictures(rita, seat, make_picture, make_story):
    wall = make_picture(alt="A wall", credit="Ada")
    story = make_story(body=figure(wall))
    Picture.objects.update(alt="A wall in fog")
    desk.revise(story, by=rita, seen=1, words={})
    page = seat(rita).open(article_url("compare", story.pk))
    assert page.texts("//div[@class='changed-line']/p[@class='label']") == ["Pictures"]
    assert page.texts("//div[@class='changed-line']//ins") == ["in fog"]


def test_a_picture_put_into_a_story_is_seen_in_a_comparison(rita, seat, make_picture, make_story):
    story = make_story()
    desk.revise(story, by=rita, seen=1, words={"body": f"{story.body}\n{figure(make_picture(alt='A wall'))}"})
    page = seat(rita).open(article_url("compare", story.pk))
    assert page.texts("//div[contains(@class, 'block added')]") == ["a picture"]
    assert page.texts("//div[@class='changed-line']") == ["PicturesA wall"]


def test_words_of_somebody_else_are_compared_with_their_pictures(rita, ed, seat, make_picture, make_story):
    story = make_story(body=f"{figure(make_picture())}\n<p>It held.</p>")
    form = seat(rita).open_story(story).form.type(dek="Mine")
    desk.revise(story, by=ed, seen=1, words={"dek": "Theirs"})
    page = form.press()
    assert page.texts("//section[@class='theirs']//div[@class='changed-line']/p[@class='label']") == ["Dek"]
