"""The library in the admin: a grid, a page for each picture, files for staff."""

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.models import Picture
from tests.admin.screen import article_url
from tests.admin.test_policy import breaches
from tests.admin.weights import queries
from tests.admin.writes import watched
from tests.conftest import figure
from tests.photographs import decoded, photograph

pytestmark = pytest.mark.django_db


def url(page, *args):
    return reverse(f"admin:articles_picture_{page}", args=args)


def file_url(picture, ending="-480.webp"):
    return url("file", f"{picture.sha256}{ending}")


def sent(**options):
    return SimpleUploadedFile("wall.jpg", photograph(**options), "image/jpeg")


# The grid


def test_pictures_are_a_grid_with_the_newest_first(rita, seat, make_picture):
    wall, fog = make_picture(caption="The wall", credit="Ada"), make_picture(alt="", caption="Fog")
    page = seat(rita).open(url("changelist"))
    assert page.texts("//a[@class='plate-card']") == ["Fog", "The wall"]
    assert page.tree.xpath("//a[@class='plate-card']/img/@src") == [file_url(fog), file_url(wall)]
    assert page.texts("//p[@class='under']") == ["no alt text", "Ada"]


def test_a_picture_without_a_file_says_so(rita, seat):
    Picture.objects.create(key="k", alt="A wall", url="https://wire.example/wall.jpg")
    assert seat(rita).open(url("changelist")).texts("//a[@class='plate-card']") == ["No file yet A wall"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=wall", ["The wall", "Wall at night"]),
        ("q=ada wall", ["The wall"]),
        ("q=zebra", []),
        ("lacking=file", ["Coming"]),
        ("lacking=alt", ["Coming"]),
        ("lacking=credit", ["Coming", "Wall at night"]),
        ("lacking=story", ["Coming", "Wall at night"]),
    ],
)
def test_pictures_are_found_by_what_is_said_of_them_and_by_what_they_lack(
    query, found, rita, seat, make_picture, make_story
):
    shown = make_picture(caption="The wall", credit="Ada Moss")
    make_story(body=figure(shown))
    make_picture(caption="Wall at night")
    Picture.objects.create(key="k", caption="Coming")
    page = seat(rita).open(f"{url('changelist')}?{query}")
    assert sorted(page.texts("//a[@class='plate-card']/span[@class='name']")) == sorted(found)


def test_thirty_pictures_cost_what_one_does(rita, seat, make_picture):
    someone = seat(rita)
    make_picture()
    one = queries(someone, url("changelist"))
    Picture.objects.bulk_create(Picture(caption=f"Picture {number}") for number in range(30))
    assert queries(someone, url("changelist")) == one


# One picture


def test_a_picture_is_shown_large_with_the_stories_it_stands_in(rita, seat, make_picture, make_story):
    wall = make_picture(caption="The wall")
    story = make_story("Dues rise", body=figure(wall))
    page = seat(rita).open(url("change", wall.pk))
    assert page.tree.xpath("//img[@class='plate-picture']/@src") == [file_url(wall, "-640.webp")]
    assert page.tree.xpath("//fieldset[contains(@class, 'stands-in')]//a/@href") == [article_url("change", story.pk)]
    assert page.tree.xpath("//fieldset[contains(@class, 'about-file')]//a/@href") == [file_url(wall, ".jpg")]


def test_an_address_of_a_supplier_that_no_page_may_link_to_is_told_as_text(rita, seat):
    picture = Picture.objects.create(url="javascript:alert(1)")
    page = seat(rita).open(url("change", picture.pk))
    assert page.tree.xpath("//fieldset[contains(@class, 'about-file')]//a") == []
    assert "javascript:alert(1)" in page.texts("//fieldset[contains(@class, 'about-file')]")[0]


def test_a_picture_is_added_with_a_file_and_what_is_said_of_it(rita, seat):
    form = seat(rita).open(url("add")).form.type(alt="A wall", credit="Ada")
    form.held["upload"] = sent()
    page = form.press()
    kept = Picture.objects.get()
    assert (page.status, page.errors, kept.alt, kept.credit, kept.width) == (200, [], "A wall", "Ada", 640)


def test_a_picture_is_not_added_without_a_file(rita, seat):
    page = seat(rita).open(url("add")).form.type(alt="A wall").press()
    assert (page.errors, page.form["alt"], Picture.objects.count()) == (["This field is required."], "A wall", 0)


def test_a_file_that_cannot_be_printed_is_refused_with_everything_typed(rita, seat, make_picture):
    wall = make_picture()
    form = seat(rita).open(url("change", wall.pk)).form.type(alt="Mended")
    form.held["upload"] = SimpleUploadedFile("wall.jpg", b"no picture", "image/jpeg")
    page = form.press()
    assert page.errors == ["This is no picture that can be printed. Choose a JPEG, PNG, WebP, GIF or AVIF file."]
    assert (page.form["alt"], Picture.objects.get().alt) == ("Mended", "A wall")


def test_what_is_said_is_mended_and_a_file_replaced(rita, seat, make_picture):
    wall = make_picture()
    someone = seat(rita)
    someone.open(url("change", wall.pk)).form.type(alt="Mended", rights="Ours").press()
    assert list(Picture.objects.values_list("alt", "rights", "sha256")) == [("Mended", "Ours", wall.sha256)]
    form = someone.open(url("change", wall.pk)).form
    form.held["upload"] = sent(colour=(1, 2, 3))
    form.press()
    kept = Picture.objects.get()
    assert (kept.alt, kept.key, kept.sha256 == wall.sha256) == ("Mended", wall.key, False)


def test_only_the_desk_writes_pictures(rita, seat, make_picture):
    form = seat(rita).open(url("change", make_picture().pk)).form.type(alt="Mended")
    form.held["upload"] = sent()
    with watched() as writes:
        form.press()
    assert {sql.split()[2].strip('"') for sql in writes.outside} == {"django_admin_log"}
    assert Picture.objects.get().alt == "Mended"


# Who may


def test_who_may_add_pictures_who_only_looks_and_who_sees_none(rita, ed, pat, mara, nora, seat, make_picture):
    wall = make_picture()
    asked = {
        user.username: (
            seat(user).open(url("changelist")).status,
            seat(user).open(url("change", wall.pk)).status,
            seat(user).open(url("add")).status,
            seat(user).client.get(file_url(wall)).status_code,
            seat(user).client.get(url("choose")).status_code,
            seat(user).client.post(url("upload"), {"file": sent()}).status_code,
        )
        for user in (rita, ed, mara, pat, nora)
    }
    writers = (200, 200, 200, 200, 200, 201)
    assert asked == {
        "rita": writers, "ed": writers, "mara": writers, "pat": (200, 200, 403, 200, 200, 422), "nora": (403,) * 6,
    }  # fmt: skip
    assert "upload" not in seat(pat).open(url("change", wall.pk)).form.held


def test_nobody_deletes_a_picture(seat, make_picture):
    wall, boss = make_picture(), seat(User.objects.create_superuser("boss"))
    assert boss.open(url("delete", wall.pk)).status == 403
    boss.post(url("changelist"), action="delete_selected", _selected_action=wall.pk, post="yes")
    assert Picture.objects.count() == 1


def test_a_file_is_for_staff_alone_and_nobody_else_keeps_it(client, rita, seat, make_picture):
    wall = make_picture()
    assert client.get(file_url(wall)).status_code == 302
    response = seat(rita).client.get(file_url(wall))
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-cache")
    known = {"If-None-Match": response["ETag"]}
    assert seat(rita).client.get(file_url(wall), headers=known).status_code == 304
    assert client.get(f"/pictures/{wall.sha256}-480.webp").status_code == 404


@pytest.mark.parametrize("name", ["x", "..", f"{'ab' * 32}-480.webp", f"{'ab' * 32}.exe"])
def test_a_file_that_is_none_is_not_there(name, rita, seat):
    assert seat(rita).client.get(f"/admin/articles/picture/file/{name}").status_code == 404


def test_staff_open_the_picture_as_the_house_keeps_it(rita, seat, make_picture):
    wall = make_picture()
    content = seat(rita).client.get(file_url(wall, ".jpg")).getvalue()
    assert (len(content), decoded(content).size) == (wall.size, (640, 400))


# The policy


def test_the_screens_keep_to_the_policy(rita, seat, make_picture, make_story):
    wall = make_picture()
    story = make_story(body=figure(wall))
    for where in (url("changelist"), url("add"), url("change", wall.pk), article_url("change", story.pk)):
        page = seat(rita).open(where)
        assert (where, page.status, breaches(page)) == (where, 200, [])
