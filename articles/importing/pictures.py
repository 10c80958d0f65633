"""The pictures of stories on their way in, with the files that came along beside them."""

from collections.abc import Iterable, Mapping

from django.conf import settings

from articles.desk import pictures, rights
from articles.importing.errors import BadInput
from articles.importing.media import Beside
from articles.importing.story import Step, Story, StoryPicture


def take_in(stories: Iterable[Story], *, by: rights.User) -> None:
    """Takes in what a batch of stories says of its pictures; their files follow, one by one."""
    received = [_received(picture) for story in stories for picture in story.pictures]
    if received:
        pictures.receive_pictures(received, by=by)


def take_in_files(story: Story, beside: Beside, *, by: rights.User) -> tuple[Step, ...]:
    """Keeps the files that came with `story`, one at a time: a batch may have more than memory holds.

    Returns a step for each that could not be kept, with its name and why. The story comes in without it.
    """
    missing = []
    for picture in story.pictures:
        if not picture.file:
            continue
        try:
            content = beside.read(picture.file, limit=settings.IMPORT_LIMIT_BYTES)
        except BadInput as problem:
            missing.append(Step("picture-missing", picture.file, str(problem)))
            continue
        refused = pictures.receive_pictures([_received(picture, content)], by=by)
        missing += [Step("picture-refused", picture.file, sentence) for sentence in refused.values()]
    return tuple(missing)


def came_along(story: Story, besides: Mapping[str, Beside], name: str) -> Beside | None:
    """Where the files of `story` lie, the item `name`; None where it names none."""
    return besides.get(name) if any(picture.file for picture in story.pictures) else None


def _received(picture: StoryPicture, content: bytes | None = None) -> pictures.Received:
    return pictures.Received(
        picture.key,
        url=picture.url,
        alt=picture.alt,
        caption=picture.caption,
        credit=picture.credit,
        rights=picture.rights,
        content=content,
    )
