"""The library of pictures: received with a story or from a person, their files checked, cleaned and kept.

Files lie in the store (MEDIA_ROOT) by the hash of what is in them and are never deleted: the record names them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _

from articles import clock
from articles.desk import imaging, rights
from articles.desk.embedded import Words, words_in
from articles.desk.refusals import Refused
from articles.models import Article, Picture
from articles.states import Verb
from articles.text.characters import without_controls
from articles.text.clean import plain
from articles.text.pictures import KEY, keys_in, place

WORDS = ("alt", "caption", "credit", "rights")


@dataclass(frozen=True)
class Received:
    """A picture that came with a story: the key in the story's body, what is said of it, its file if that came too."""

    key: str
    url: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""
    rights: str = ""
    content: bytes | None = None


def receive_pictures(pictures: Sequence[Received], *, by: rights.User) -> dict[str, str]:
    """Takes in the pictures of a whole batch of stories, before these are started: in two statements, however many.

    A key that is held stays as the desk has it; only a file it lacks is kept, by a statement more. Returns for each key
    whose file could not be kept a sentence that says why; the picture itself is taken in without it. Raises `Refused`
    without the right.
    """
    require(by)
    given = {one.key: one for one in reversed(pictures) if KEY.fullmatch(one.key)}  # of several, the first one speaks
    held = {picture.key: picture for picture in Picture.objects.filter(key__in=given)}
    new = {key: _made(one) for key, one in given.items() if key not in held}
    refused: dict[str, str] = {}
    for key, one in given.items():
        picture = new.get(key) or held[key]
        if one.content is None or picture.file:
            continue
        try:
            _take(picture, one.content)
        except Refused as sentence:
            refused[key] = str(sentence)
        else:
            if key in held:
                _write(picture)
    Picture.objects.bulk_create(new.values(), ignore_conflicts=True)  # another import may just have taken one in
    return refused


def keep_file(picture: Picture, received: bytes, *, by: rights.User) -> None:
    """Keeps `received` as the file of `picture`, new or held, and writes it with all that is said of it.

    What the file says of itself fills what is empty. Raises `Refused` without the right, or with a sentence for a file
    that cannot be printed.
    """
    require(by)
    _take(picture, received)
    _write(picture)


def save_picture(picture: Picture, *, by: rights.User) -> None:
    """Writes what is said of a picture. Raises `Refused` without the right.

    Stories that readers have keep what they were printed with until they are printed again.
    """
    require(by)
    _write(picture)


def require(by: rights.User) -> None:
    """Raises `Refused` unless `by` may bring pictures into the house: whoever writes or imports stories."""
    if not may(by):
        raise Refused(_("Your role does not include adding pictures. Ask an editor."))


def may(user: rights.User) -> bool:
    """Whether `user` may add and mend pictures."""
    return rights.may(user, Verb.REVISE) or rights.may_import(user)


def shown_in(articles: Iterable[Article]) -> dict[str, Picture]:
    """The pictures held that the bodies of these working copies name, by key: one query, or none."""
    return named(key for article in articles for key in keys_in(article.body))


def named(keys: Iterable[str]) -> dict[str, Picture]:
    """The pictures held of these keys: one query, or none."""
    wanted = set(keys)
    return {picture.key: picture for picture in Picture.objects.filter(key__in=wanted)} if wanted else {}


def hang(articles: Sequence[Article]) -> None:
    """Notes which pictures stand in these working copies, just written: three statements at most, however many."""
    tie = Picture.articles.through
    held = shown_in(articles)
    wanted = {(article.pk, held[key].pk) for article in articles for key in keys_in(article.body) if key in held}
    ties = tie.objects.filter(article__in=[article.pk for article in articles])
    hung = {(article, picture): pk for pk, article, picture in ties.values_list("pk", "article_id", "picture_id")}
    gone = [hung[pair] for pair in hung.keys() - wanted]
    if gone:
        tie.objects.filter(pk__in=gone).delete()
    if wanted - hung.keys():
        new = sorted(wanted - hung.keys())
        tie.objects.bulk_create(tie(article_id=article, picture_id=picture) for article, picture in new)


def _made(one: Received) -> Picture:
    now = clock.now()
    picture = Picture(key=one.key, url=without_controls(one.url), created=now, changed=now)
    _say(picture, Words(one.alt, one.caption, one.credit, one.rights))
    return picture


def _take(picture: Picture, received: bytes) -> None:
    """Brings the file into the store and what it is into the columns."""
    image = imaging.opened(received)
    said = words_in(image)
    upright = imaging.upright(image)
    kept = imaging.kept(upright, image.format)
    name = _stored(kept.name, kept.content)
    for rendition, content in imaging.rendered(upright, kept):
        _stored(rendition.name, content)
    picture.file, picture.sha256, picture.media_type = name, kept.sha256, kept.media_type
    picture.width, picture.height, picture.size = kept.width, kept.height, len(kept.content)
    _say(picture, said)


def _stored(name: str, content: bytes) -> str:
    """Puts a file where it belongs, unless it lies there whole: the same picture is kept once."""
    path = place(name)
    if default_storage.exists(path):
        if default_storage.size(path) == len(content):
            return path
        default_storage.delete(path)  # what a crash left half written
    return default_storage.save(path, ContentFile(content))


def _say(picture: Picture, said: Words) -> None:
    """Fills in what nobody has said of the picture yet."""
    for name in WORDS:
        if not getattr(picture, name):
            setattr(picture, name, plain(getattr(said, name)))


def _write(picture: Picture) -> None:
    for name in WORDS:
        setattr(picture, name, plain(getattr(picture, name)))
    picture.changed = clock.now()
    if picture.pk is None:
        picture.created = picture.changed
    with transaction.atomic():
        picture.save()
