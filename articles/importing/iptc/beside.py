"""Pictures that come beside a text, not in it: one leads, the others stand as figures after the words."""

from collections.abc import Sequence
from dataclasses import replace

from articles.importing.markup import figure, picture_key
from articles.importing.story import Story, StoryPicture

_TOLD = ("alt", "caption", "credit", "rights")


def picture_at(source: str, *, alt: str = "", caption: str = "", credit: str = "", rights: str = "") -> StoryPicture:
    """The picture at `source`: an address, or else the name of a file, of which only the last part counts."""
    source = source.strip()
    is_address = source.lower().startswith(("http://", "https://"))
    return StoryPicture(
        picture_key(source),
        url=source if is_address else "",
        file="" if is_address else source.replace("\\", "/").rpartition("/")[2],
        alt=alt,
        caption=caption,
        credit=credit,
        rights=rights,
    )


def placed(story: Story, pictures: Sequence[StoryPicture], lead: str) -> Story:
    """`story` with these pictures; `lead` is the key of the one that leads. What the text shows already is only told
    more of.
    """
    told = {picture.key: picture for picture in pictures}
    shown = {picture.key for picture in story.pictures}
    beside = [picture for picture in told.values() if picture.key not in shown]
    within = tuple(_filled(picture, told.get(picture.key)) for picture in story.pictures)
    after = tuple(figure(picture) for picture in beside if picture.key != lead)
    leading = tuple(replace(picture, lead=picture.key == lead) for picture in beside)
    return replace(story, pictures=(*within, *leading), blocks=(*story.blocks, *after))


def _filled(picture: StoryPicture, told: StoryPicture | None) -> StoryPicture:
    if told is None:
        return picture
    return replace(picture, **{name: getattr(picture, name) or getattr(told, name) for name in _TOLD})
