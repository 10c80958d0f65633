"""The library of pictures: what comes with stories, what people send, what the record and the print say of it."""

import json

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import desk
from articles.desk import gate, imaging, offers, pictures
from articles.desk.pictures import Received
from articles.desk.rebuilding import rebuild_published
from articles.desk.refusals import Refused
from articles.models import Article, Decision, Picture, PublishedArticle, PublishedPicture
from articles.states import Verb
from tests.conftest import figure
from tests.photographs import photograph

pytestmark = pytest.mark.django_db

WHOSE = {"credit": "Rita Reyes", "rights": "Ours"}


def held(article, number=None):
    """What a revision says of its pictures."""
    return json.loads(article.revisions.get(number=number or article.version).words.content)["pictures"]


def files():
    """The names of all files that lie in the store."""
    folders, _files = default_storage.listdir("pictures") if default_storage.exists("pictures") else ([], [])
    return {name for folder in folders for name in default_storage.listdir(f"pictures/{folder}")[1]}


# A file


def test_a_file_is_kept_with_its_renditions(rita):
    picture = Picture(alt="A wall")
    pictures.keep_file(picture, photograph(1000, 600), by=rita)
    kept = Picture.objects.get()
    assert (kept.key == picture.key, len(kept.key), kept.alt) == (True, 20, "A wall")
    assert (kept.media_type, kept.width, kept.height) == ("image/jpeg", 1000, 600)
    assert kept.file.name == f"pictures/{kept.sha256[:2]}/{kept.sha256}.jpg"
    with kept.file.open() as file:
        content = file.read()
    assert (imaging.sha256(content), len(content)) == (kept.sha256, kept.size)
    assert {name.removeprefix(kept.sha256) for name in files() if name.startswith(kept.sha256)} == {
        ".jpg", "-480.jpg", "-480.webp", "-960.jpg", "-960.webp", "-1000.jpg", "-1000.webp",
    }  # fmt: skip


def test_the_same_file_twice_is_kept_once(rita):
    one, other = Picture(), Picture()
    pictures.keep_file(one, photograph(), by=rita)
    before = files()
    pictures.keep_file(other, photograph(), by=rita)
    assert (one.file.name, one.sha256, files()) == (other.file.name, other.sha256, before)


def test_what_a_crash_left_half_written_is_written_again(rita):
    picture = Picture()
    pictures.keep_file(picture, photograph(), by=rita)
    with default_storage.open(picture.file.name, "wb") as file:
        file.write(b"half")
    pictures.keep_file(picture, photograph(), by=rita)
    assert default_storage.size(picture.file.name) == picture.size


def test_what_the_file_says_fills_only_what_is_empty(rita):
    said = (
        b'<x xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        b"<rdf:Description><dc:description>The wall</dc:description><dc:rights>Ours</dc:rights></rdf:Description></x>"
    )
    picture = Picture(caption="Our own words")
    pictures.keep_file(picture, photograph(xmp=said), by=rita)
    assert (picture.caption, picture.rights, picture.credit) == ("Our own words", "Ours", "")


def test_a_file_that_is_refused_changes_nothing(rita, make_picture):
    picture = make_picture(alt="A wall")
    before, name = files(), picture.file.name
    with pytest.raises(Refused):
        pictures.keep_file(picture, b"no picture", by=rita)
    assert (files(), Picture.objects.get().file.name) == (before, name)


def test_what_is_said_of_a_picture_is_plain_text(rita, make_picture):
    picture = make_picture()
    picture.alt, picture.credit = " A\u202e wall\n in <fog>\x00 ", "Ada\u2028Moss"
    pictures.save_picture(picture, by=rita)
    assert list(Picture.objects.values_list("alt", "credit")) == [("A wall in <fog>", "Ada Moss")]


@pytest.mark.parametrize("deed", [pictures.save_picture, lambda one, by: pictures.keep_file(one, photograph(), by=by)])
def test_whoever_writes_or_imports_may(deed, rita, ed, pat, nora):
    for user in (rita, ed):
        deed(Picture(), by=user)
    for user in (pat, nora):
        with pytest.raises(Refused, match="Your role does not include adding pictures"):
            deed(Picture(), by=user)
    assert Picture.objects.count() == 2


# With a story


def test_pictures_of_a_batch_are_taken_in_with_two_statements(ed):
    told = [Received(f"key-{number}", url=f"https://wire.example/{number}.jpg", alt="A wall") for number in range(60)]
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert pictures.receive_pictures(told, by=ed) == {}
    wrote = [query["sql"] for query in asked if '"articles_picture"' in query["sql"]]
    assert [sql.split()[0] for sql in wrote] == ["SELECT", "INSERT"]
    assert Picture.objects.count() == 60
    assert list(Picture.objects.filter(key="key-7").values_list("url", "alt", "file", "width")) == [
        ("https://wire.example/7.jpg", "A wall", "", 0)
    ]


def test_what_the_desk_wrote_is_never_written_over(ed, make_picture):
    mended = make_picture(alt="Mended", key="k")
    again = Received("k", alt="As received", credit="Wire", content=photograph(colour=(1, 2, 3)))
    assert pictures.receive_pictures([again], by=ed) == {}
    kept = Picture.objects.get()
    assert (kept.alt, kept.credit, kept.sha256) == ("Mended", "", mended.sha256)


def test_a_file_that_comes_later_is_kept(ed):
    pictures.receive_pictures([Received("k", alt="A wall")], by=ed)
    pictures.receive_pictures([Received("k", alt="Other", content=photograph())], by=ed)
    kept = Picture.objects.get()
    assert (kept.alt, kept.media_type, bool(kept.file)) == ("A wall", "image/jpeg", True)


def test_a_bad_file_is_told_and_stops_nothing(ed):
    told = [Received("bad", caption="Kept", content=photograph()[:200]), Received("good", content=photograph())]
    refused = pictures.receive_pictures(told, by=ed)
    assert refused == {"bad": "The file is damaged or ends too early. Fetch it again from where it came."}
    assert list(Picture.objects.order_by("key").values_list("key", "caption", "media_type")) == [
        ("bad", "Kept", ""), ("good", "", "image/jpeg"),
    ]  # fmt: skip


def test_a_key_told_twice_is_one_picture_and_one_that_is_no_key_is_none(ed):
    pictures.receive_pictures([Received("k", alt="First"), Received("k", alt="Second"), Received("no key")], by=ed)
    assert list(Picture.objects.values_list("key", "alt")) == [("k", "First")]
    assert pictures.receive_pictures([], by=ed) == {}


# In the record


def test_a_revision_keeps_its_pictures_by_value_in_the_order_of_the_body(rita, make_story, make_picture):
    wall, fog = (
        make_picture(alt="A wall"),
        make_picture(alt="Fog", credit="Ada", rights="Ours", url="https://x.example/1"),
    )
    story = make_story(body=f"{figure(fog)}\n<p>It held.</p>\n{figure(wall)}\n{figure(fog)}")
    assert [picture["alt"] for picture in held(story)] == ["Fog", "A wall"]
    assert held(story)[0] == {
        "id": fog.pk, "key": fog.key, "sha256": fog.sha256, "media_type": "image/jpeg", "width": 640, "height": 400,
        "alt": "Fog", "caption": "", "credit": "Ada", "rights": "Ours", "url": "https://x.example/1",
    }  # fmt: skip
    fog.alt = "Mended"
    pictures.save_picture(fog, by=rita)
    assert held(story)[0]["alt"] == "Fog"
    desk.revise(story, by=rita, seen=1, words={})
    assert [held(story, number)[0]["alt"] for number in (1, 2)] == ["Fog", "Mended"]


def test_a_figure_whose_picture_is_not_held_is_kept_in_the_words_alone(make_story):
    story = make_story(body='<figure data-picture="unknown"></figure>')
    assert (held(story), story.body) == ([], '<figure data-picture="unknown"></figure>')


def test_stories_without_pictures_ask_nothing_of_the_library(rita, make_story):
    story = make_story()
    with CaptureQueriesContext(connection) as asked:
        desk.revise(story, by=rita, seen=1, words={"dek": "Other"})
    assert [query["sql"] for query in asked if 'FROM "articles_picture" ' in query["sql"]] == []


def test_a_batch_of_stories_asks_for_all_its_pictures_at_once(rita, make_picture):
    wall = make_picture()
    drafts = [desk.Draft({"headline": f"Story {number}", "body": figure(wall)}) for number in range(5)]
    with CaptureQueriesContext(connection) as asked:
        desk.start_batch(drafts, by=rita)
    about = [query["sql"] for query in asked if '"articles_picture' in query["sql"]]
    assert len(about) == 4  # the pictures for the record; the pictures, the ties held and the new ones for the library
    assert wall.articles.count() == 5


def test_a_picture_knows_the_stories_it_stands_in(rita, make_story, make_picture):
    wall, fog = make_picture(), make_picture()
    story, other = make_story(body=figure(wall)), make_story(body=f"{figure(wall)}\n{figure(fog)}")
    assert set(wall.articles.all()) == {story, other}
    desk.revise(other, by=rita, seen=1, words={"body": "<p>None.</p>"})
    assert (set(wall.articles.all()), set(fog.articles.all())) == ({story}, set())
    desk.restore_revision(other, 1, by=rita, seen=2)
    assert set(fog.articles.all()) == {other}


# In print


def live(article):
    return PublishedArticle.objects.get(article_number=article.pk, visible_until=None)


def test_a_print_shows_what_was_approved_and_not_what_the_library_says_since(rita, mara, make_story, make_picture):
    wall = make_picture(alt="A wall")
    story = make_story(status="live", body=figure(wall, "It held"))
    first = wall.sha256
    pictures.keep_file(wall, photograph(colour=(9, 9, 9)), by=rita)
    wall.alt = "Mended"
    pictures.save_picture(wall, by=rita)
    assert (first in live(story).body, 'alt="A wall"' in live(story).body, live(story).picture["alt"]) == (
        True, True, "A wall",
    )  # fmt: skip
    desk.reprint(story, by=mara, why="The picture was mended")
    assert (first in live(story).body, wall.sha256 in live(story).body, live(story).picture["alt"]) == (
        False, True, "Mended",
    )  # fmt: skip
    shown = PublishedPicture.objects.order_by("pk").values_list("print__visible_until", "sha256")
    assert [(until is None, sha256) for until, sha256 in shown] == [(False, first), (True, wall.sha256)]


def test_the_first_picture_that_has_a_file_is_that_of_the_cards(ed, make_story, make_picture):
    pictures.receive_pictures([Received("later", alt="Not yet here")], by=ed)
    wall = make_picture(alt="A wall", caption="In the library", credit="Ada Moss")
    story = make_story(
        status="live", body=f'<figure data-picture="later"></figure>\n<p>One.</p>\n{figure(wall, "It held")}'
    )
    shown = live(story)
    assert shown.picture | {"srcset": "", "webp": ""} == {
        "src": f"/pictures/{wall.sha256}-640.jpg", "srcset": "", "webp": "", "type": "image/jpeg",
        "width": 640, "height": 400, "alt": "A wall", "caption": "In the library", "credit": "Ada Moss",
    }  # fmt: skip
    assert (shown.body.count("<figure>"), "later" in shown.body) == (1, False)
    assert live(make_story(status="live")).picture == {}


def test_the_record_gives_the_same_pictures_again(rita, mara, pat, make_story, make_picture):
    wall, fog = make_picture(), make_picture()
    story = make_story(status="live", body=figure(wall, "It held"))
    make_story(status="live", body=f"{figure(fog, 'At six')}\n{figure(wall)}")
    desk.kill(make_story(status="live", body=figure(fog, "At six")), by=pat, why="Forged")
    pictures.keep_file(wall, photograph(colour=(9, 9, 9)), by=rita)
    desk.reprint(story, by=mara, why="Sharper")

    def everything():
        prints = list(
            PublishedArticle.objects.order_by("article_number", "visible_from").values_list("body", "picture")
        )
        return prints, sorted(PublishedPicture.objects.values_list("print__article_number", "sha256"))

    before = everything()
    Picture.objects.update(alt="Said today", sha256="0" * 64)
    rebuild_published()
    assert (everything(), len(before[0]), len(before[1])) == (before, 4, 5)


# At the gate

LATER, UNKNOWN = '<figure data-picture="k"></figure>', '<figure data-picture="x"></figure>'


def lacks(story, verb=Verb.PUBLISH):
    story.refresh_from_db()
    head = story.revisions.last()
    findings = gate.inspect(story, verb, by=None, head=head, at=head.when)
    return [(finding.sentence, finding.blocks) for finding in findings if finding.rule == "pictures"]


def test_the_gate_warns_of_a_picture_without_a_file(rita, ed, make_story):
    pictures.receive_pictures([Received("k", alt="A wall", caption="The wall")], by=ed)
    story = make_story(status="approved", body=f"<p>It held.</p>\n{LATER}\n{UNKNOWN}")
    sentence = "There is no file yet of “The wall”, “x”: readers will see neither it nor its caption."
    assert lacks(story) == [(sentence, False)]


def test_the_gate_warns_of_a_file_that_came_after_the_words(rita, ed, pat, make_story):
    pictures.receive_pictures([Received("k", alt="A wall", **WHOSE)], by=ed)
    story = make_story(status="approved", body=f"<p>It held.</p>\n{LATER}")
    pictures.receive_pictures([Received("k", content=photograph())], by=ed)
    sentence = "The file of “A wall” came after these words were saved. Save them once more to print it."
    assert lacks(story) == [(sentence, False)]
    desk.publish(story, by=pat, seen=1)
    assert sentence in [warning["sentence"] for warning in Decision.objects.last().warnings]
    assert "<figure" not in live(story).body
    desk.revise(story, by=rita, seen=1, words={})
    assert (lacks(story), Article.objects.get().version) == ([], 2)


def test_the_gate_warns_of_a_picture_that_says_nothing_to_who_does_not_see_it(make_story, make_picture):
    story = make_story(body=figure(make_picture(alt="", caption="The wall", **WHOSE)))
    assert lacks(story) == [
        ("“The wall” has no alt text. Write it in the library, then save the story once more.", False)
    ]


def test_the_gate_warns_of_a_picture_that_is_nobodys(make_story, make_picture):
    sentence = "“A wall” lacks credit or rights. Write them in the library, then save the story once more."
    for whose in ({}, {"credit": "Rita Reyes"}, {"rights": "Ours"}):
        assert lacks(make_story(body=figure(make_picture(**whose)))) == [(sentence, False)]


def test_the_gate_has_nothing_to_say_of_pictures_that_are_whole(make_story, make_picture, pat):
    story = make_story(status="approved", body=f"<p>It held.</p>\n{figure(make_picture(**WHOSE))}")
    assert (lacks(story), lacks(make_story())) == ([], [])
    assert [one.rule for one in offers.lacking(story, Verb.PUBLISH, to=pat, at=story.changed)] == ["section"]
