"""The pictures that stand beside a ninjs document, in its associations."""

import re

from articles.importing.iptc.beside import picture_at, placed
from articles.importing.iptc.ninjs_document import Document, Rendition
from articles.importing.iptc.wordings import chosen
from articles.importing.story import Story, StoryPicture
from articles.text.clean import plain

_LEADS = re.compile("lead|main|featur|hero|top|cover|opener")
_NEVER_LEADS = re.compile("logo|icon")
_IMAGE = re.compile(r"https?://\S+\.(?:jpe?g|png|gif|webp|avif|tiff?)(?:\?\S*)?", re.IGNORECASE)
_SMALL = re.compile("thumb|small|lowres|preview|icon|square")
_CAPTION, _CREDIT, _ALT = ("caption", "", "text"), ("creditline", "credit"), ("alt", "alttext", "accessibility")


def with_pictures(story: Story, document: Document) -> Story:
    """`story` with the pictures in its associations: one leads, the others stand as figures after the text."""
    told = [picture for _name, one in document.associations if (picture := picture_of(one))]
    return placed(story, told, _lead(story, document))


def picture_of(document: Document) -> StoryPicture | None:
    """The picture that a document is; None where it is none, or there is nowhere to have it from."""
    if document.told.get("type") not in ("picture", "graphic", None):
        return None
    source = _source(document)
    if not source:
        return None
    notice = document.told.get("copyrightnotice") or document.told.get("copyrightholder", "")
    return picture_at(
        source,
        alt=chosen(document.descriptions, _ALT),
        caption=chosen(document.descriptions, _CAPTION),
        credit=chosen(document.descriptions, _CREDIT) or plain(document.told.get("by", "")),
        rights="\n".join(filter(None, [plain(notice), plain(document.told.get("usageterms", ""))])),
    )


def _lead(story: Story, document: Document) -> str:
    """The key of the picture that is named as one to lead, else of the first photograph, else of the first; no logo,
    and none that stands in the text.
    """
    shown = {picture.key for picture in story.pictures}
    found = [(name, one, picture.key) for name, one in document.associations if (picture := picture_of(one))]
    fit = [(name, one, key) for name, one, key in found if key not in shown and not _NEVER_LEADS.search(name)]
    named = [key for name, _one, key in fit if _LEADS.search(name)]
    photographs = [key for _name, one, key in fit if one.told.get("type") == "picture"]
    return next(iter([*named, *photographs, *(key for _name, _one, key in fit)]), "")


def _source(document: Document) -> str:
    images = [one for one in document.renditions if one.href and _is_image(one)]
    if images:
        return max(images, key=lambda one: (one.pixels, not _SMALL.search(one.name))).href
    uri = document.told.get("uri", "")
    return uri if not document.renditions and _IMAGE.fullmatch(uri) else ""


def _is_image(rendition: Rendition) -> bool:
    is_web = rendition.href.lower().startswith(("http://", "https://"))
    return is_web and (
        rendition.kind.startswith("image/") or (not rendition.kind and bool(_IMAGE.match(rendition.href)))
    )
