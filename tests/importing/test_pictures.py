"""Pictures come in with their stories, and so do the files that lie beside them."""

import io
import zipfile

import pytest
from PIL import Image

from articles.desk import rights
from articles.importing.markup import figure
from articles.importing.readers import READERS
from articles.importing.readers.reader import Reader, one_item
from articles.importing.run import Import
from articles.importing.story import Block, Story, StoryPicture
from articles.models import Article, Picture, Verdict

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def store(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture(autouse=True)
def shown(monkeypatch):
    """A format whose stories show the pictures they name, a name a line."""

    def read(item):
        headline, *names = item.content.decode().split()
        pictures = tuple(StoryPicture(f"key-{name[:4]}", file=name, alt=f"A {name}", credit="Ada") for name in names)
        blocks = [Block("p", f"The {headline} stands in the harbour of Marrowby."), *map(figure, pictures)]
        return Story(headline, blocks=tuple(blocks), pictures=pictures)

    monkeypatch.setitem(READERS, "shown", Reader("shown", lambda _head: False, one_item("shown"), read))


def photograph(width=640):
    stream = io.BytesIO()
    Image.new("RGB", (width, 400), "navy").save(stream, "JPEG")
    return stream.getvalue()


def bring_in(path, **how):
    return list(Import(rights.system(), (str(path),), "shown", **how).run())


@pytest.fixture
def export(tmp_path):
    folder = tmp_path / "export"
    (folder / "uploads").mkdir(parents=True)
    (folder / "a.txt").write_text("Pier pier.jpg gone.jpg broken.jpg")
    (folder / "uploads" / "pier.jpg").write_bytes(photograph())
    (folder / "uploads" / "broken.jpg").write_bytes(photograph()[:200])
    return folder


def test_the_file_beside_a_story_becomes_its_picture(export):
    bring_in(export)
    picture = Picture.objects.get(key="key-pier")
    assert (picture.width, picture.alt, picture.credit, bool(picture.file)) == (640, "A pier.jpg", "Ada", True)
    article = Article.objects.get()
    assert '<figure data-picture="key-pier"></figure>' in article.body
    assert list(article.pictures.filter(key="key-pier")) == [picture]


def test_the_record_keeps_what_the_picture_was(export):
    bring_in(export)
    picture = Picture.objects.get(key="key-pier")
    assert f'"sha256":"{picture.sha256}"' in Article.objects.get().revisions.get().words.content


def test_a_file_that_cannot_be_kept_is_told_and_keeps_no_story_out(export):
    bring_in(export)
    told = dict(Verdict.objects.exclude(step="decide").values_list("before", "step"))
    assert told == {"gone.jpg": "picture-missing", "broken.jpg": "picture-refused"}
    assert sorted(Picture.objects.filter(file="").values_list("key", flat=True)) == ["key-brok", "key-gone"]


def test_pictures_in_a_zip_come_along(export, tmp_path):
    packed = tmp_path / "export.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in export.rglob("*.*"):
            archive.write(path, path.relative_to(export))
    bring_in(packed)
    assert Picture.objects.get(key="key-pier").width == 640


def test_a_rehearsal_keeps_no_file(export, tmp_path):
    list(Import(rights.system(), (str(export),), "shown").rehearse())
    assert not (tmp_path / "media").exists()
    assert Picture.objects.count() == 0


def test_a_file_sent_later_is_kept_with_the_next_story_that_shows_it(export):
    bring_in(export)
    (export / "uploads" / "gone.jpg").write_bytes(photograph(320))
    (export / "b.txt").write_text("Lighthouse gone.jpg")
    bring_in(export)
    assert Picture.objects.get(key="key-gone").width == 320
