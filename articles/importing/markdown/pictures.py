"""The picture that the front matter of a post puts above it."""

import re

from articles.importing.markdown.fields import Fields
from articles.importing.markup import picture_key
from articles.importing.picture_files import is_web
from articles.importing.story import StoryPicture

_PICTURES = (
    "image", "images", "featured_image", "feature_image", "cover", "cover_image", "hero", "hero_image", "header_image",
    "header", "banner", "lead_image", "photo", "picture", "og_image", "thumbnail",
)  # fmt: skip
_SOURCES = ("path", "src", "url", "image", "file", "feature", "teaser", "overlay_image")
_FILE = re.compile(r"\S.*\.(?:jpe?g|png|gif|webp|avif|svg|tiff?|bmp)(?:[?#]\S*)?", re.IGNORECASE)


def lead_picture(fields: Fields) -> StoryPicture | None:
    """The first picture named, with what the fields beside it (or within it) say about it."""
    for name in _PICTURES:
        for value in fields.each(name):
            inner = Fields.of(value if isinstance(value, dict) else {})
            source = value.strip() if isinstance(value, str) else inner.words(*_SOURCES)
            if _FILE.fullmatch(source) or is_web(source):
                return _picture(source, name, inner, fields)
    return None


def _picture(source: str, name: str, inner: Fields, fields: Fields) -> StoryPicture:
    def told(*what: str) -> str:
        beside = [f"{stem}_{word}" for stem in (name, "image", "photo") for word in what]
        return inner.words(*what) or fields.words(*beside)

    return StoryPicture(
        picture_key(source),
        url=source,
        alt=told("alt", "alt_text", "description"),
        caption=told("caption", "figcaption", "title"),
        credit=told("credit", "credits", "photographer", "source", "attribution", "by"),
        rights=told("rights", "copyright", "license"),
        lead=True,
    )
