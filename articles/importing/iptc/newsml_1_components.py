"""The content of a NewsML 1 item: which of its components is the story, and which are pictures beside it.

A NewsComponent holds other ones, or the same content in several renditions; its role says what it is to the one around
it. The main text is the one that is said to be, else the first that is no caption, headline or the like.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from articles.importing.iptc.bodies import body_of, from_base64
from articles.importing.iptc.newscodes import last_part
from articles.importing.iptc.nitf_story import story_of
from articles.importing.iptc.wordings import Wording
from articles.importing.iptc.xhtml import blocks_of_xhtml, is_xhtml
from articles.importing.iptc.xml_document import Element, attribute, child, children, inner_text, words
from articles.importing.story import Story

_MAIN = {"main", "body", "text", "story", "maintext", "fulltext", "article", "maincontent"}
_ASIDE = {
    "caption", "headline", "subheadline", "stylesheet", "contact", "abstract", "summary", "byline", "advisory", "logo",
    "photo", "picture", "graphic", "video", "audio", "sidebar", "keyword", "keywords", "copyright",
}  # fmt: skip
_PICTURED = {"photo", "picture", "graphic", "image", "illustration"}
_NATURES = {"photo": "picture", "image": "picture", "jpeg": "picture"}


@dataclass(frozen=True)
class Content:
    """A ContentItem, the components around it from the innermost outwards, and the nearest role that is told."""

    item: Element
    components: tuple[Element, ...]
    role: str

    @property
    def kind(self) -> str:
        """Its media type, or else its format and medium."""
        told = (attribute(child(self.item, name), "FormalName") for name in ("MimeType", "Format", "MediaType"))
        return next(filter(None, told), "").lower()

    @property
    def nature(self) -> str:
        """What it is by IPTC's word: `text`, `picture`, `video` …; empty where nothing says."""
        medium = last_part(attribute(child(self.item, "MediaType"), "FormalName"))
        if not medium:
            medium = self.kind.partition("/")[0]
        return _NATURES.get(medium, medium)

    @property
    def data(self) -> Element | None:
        """The element that holds its data, however often that was encoded."""
        held = self.item
        while (encoding := child(held, "Encoding")) is not None:
            held = encoding
        return child(held, "DataContent")

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture that lies elsewhere."""
        return bool(attribute(self.item, "Href")) and (self.nature in _PICTURED or self.kind.startswith("image/"))


def contents_of(item: Element) -> list[Content]:
    """All content in a NewsItem, in its order, but for what lies in items within it."""
    return list(_contents(child(item, "NewsComponent"), (), ""))


def main_text(contents: Sequence[Content]) -> Content | None:
    """The content that is the story; of the same in several renditions NITF, else XHTML, else the first."""
    texts = [one for one in contents if one.data is not None and not one.is_picture and "css" not in one.kind]
    main = [one for one in texts if one.role in _MAIN] or [one for one in texts if one.role not in _ASIDE]
    same = [one for one in main if one.components[0] is main[0].components[0]]
    return max(same, key=_preference, default=None)


def in_role(contents: Sequence[Content], *roles: str) -> str:
    """The words of the first content in one of these roles."""
    for one in contents:
        if one.role in roles and one.data is not None and (said := words(one.data)):
            return said
    return ""


def text_of(content: Content, start_of: Callable[[Element], int]) -> Story:
    """The text of a content, in a story of nothing else, or of what NITF says besides."""
    data = content.data
    nitf = child(data, "nitf")
    if nitf is not None:
        return story_of(nitf, start_of)
    held = next((one for one in children(data) if is_xhtml(one)), None)
    if held is not None:
        found = blocks_of_xhtml(held)
        return Story("", blocks=found.blocks, pictures=found.pictures)
    if data is None:
        return Story("")
    kind = content.kind if "/" in content.kind else ""
    return body_of([Wording(_decoded(data), kind="" if kind == "text/plain" and "<" in inner_text(data) else kind)])


def _contents(component: Element | None, around: tuple[Element, ...], role: str) -> Iterator[Content]:
    if component is None:
        return
    role = last_part(attribute(child(component, "Role"), "FormalName")) or role
    components = (component, *around)
    for one in children(component, "ContentItem", "NewsComponent"):
        if one.tag == component.tag:
            yield from _contents(one, components, role)
        else:
            yield Content(one, components, role)


def _preference(content: Content) -> int:
    data = content.data
    if child(data, "nitf") is not None:
        return 2
    return int(any(is_xhtml(one) for one in children(data)))


def _decoded(data: Element) -> str:
    """The text of data; Base64 where the element around it says so."""
    text = inner_text(data)
    encoding = data.getparent()
    is_base64 = encoding is not None and "base64" in last_part(attribute(encoding, "Notation"))
    return from_base64(text) if is_base64 else text
