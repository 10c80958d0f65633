"""The pictures and other media of an export: what it says about each, and how their addresses are known again."""

import re
from dataclasses import asdict, dataclass
from urllib.parse import unquote, urlsplit

from articles.importing.markup import picture_key
from articles.importing.shown_words import words_of
from articles.importing.story import StoryPicture
from articles.importing.wordpress.post import Post

_UPLOADS = re.compile(
    r"/(?:wp-content/uploads|wp-content/blogs\.dir/\d+/files|files(?=/\d{4}/\d\d/))/(?:sites/\d+/)?(.+)"
)
_HOSTED = re.compile(r"/(\d{4}/\d\d/[^/]+)")  # on name.files.wordpress.com
_RENDITION = re.compile(r"-\d{1,5}x\d{1,5}(?=\.[A-Za-z0-9]{2,5}$)|-scaled(?=\.[A-Za-z0-9]{2,5}$)")
_CREDITS = (
    "_media_credit", "media_credit", "_wp_attachment_credit", "credit", "_credit", "photo_credit", "image_credit",
    "photographer", "_photographer", "isc_image_source", "_isc_image_source",
)  # fmt: skip
_RIGHTS = ("copyright", "_copyright", "image_copyright", "license", "isc_image_licence")
_PICTURES = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|tiff?|bmp|heic)(?=[?#]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attachment:
    """One medium: where it is, its path below the uploads folder, and its words. Credit and rights as far as told."""

    url: str = ""
    file: str = ""
    title: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""
    rights: str = ""

    @property
    def is_picture(self) -> bool:
        """Whether it is shown rather than played or downloaded."""
        return _PICTURES.search(self.url) is not None

    def told(self) -> dict[str, str]:
        """What an envelope keeps of it."""
        return {name: value for name, value in asdict(self).items() if value}

    def picture(self, *, lead: bool = False) -> StoryPicture:
        """The picture that it is."""
        return StoryPicture(
            picture_key(self.url),
            url=self.url,
            file=self.file,
            alt=self.alt,
            caption=self.caption,
            credit=self.credit,
            rights=self.rights,
            lead=lead,
        )


def attachment_of(post: Post) -> Attachment:
    """What an attachment's item says. Its description stands in for a caption that is missing."""
    url = post.text("wp:attachment_url") or post.text("guid") or post.text("link")
    kept = post.told("_wp_attachment_metadata")
    file = post.told("_wp_attached_file")
    return Attachment(
        url=url,
        file=file if file and not file.startswith("/") else uploaded(url),
        title=words_of(post.text("title")),
        alt=words_of(post.told("_wp_attachment_image_alt")),
        caption=words_of(post.text("excerpt:encoded")) or words_of(post.text("content:encoded")),
        credit=words_of(post.told(*_CREDITS) or _serialized(kept, "credit")),
        rights=words_of(post.told(*_RIGHTS) or _serialized(kept, "copyright")),
    )


def uploaded(url: str) -> str:
    """The path below the uploads folder that an address names; empty for one that lies elsewhere."""
    try:
        parts = urlsplit(url)
        hosted = (parts.hostname or "").endswith(".files.wordpress.com")
    except ValueError:
        return ""
    found = (_HOSTED if hosted else _UPLOADS).search(unquote(parts.path))
    return found[1] if found else ""


def original(file: str) -> str:
    """The file that a rendition (`pier-300x200.jpg`, `pier-scaled.jpg`) was made from."""
    return _RENDITION.sub("", file)


def _serialized(kept: str, name: str) -> str:
    """A text that PHP serialized under `name`. Its length is told in bytes, and its quotes are not escaped."""
    found = re.search(rf's:{len(name)}:"{name}";s:(\d{{1,6}}):"', kept)
    if found is None:
        return ""
    return kept[found.end() :].encode("utf-8", "replace")[: int(found[1])].decode("utf-8", "ignore")
