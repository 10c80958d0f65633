"""Markdown with front matter, as Jekyll, Hugo, Eleventy and hands write it: one story a file.

The front matter says what the story is called, whose it is and where it stood; names are those in common use. A file
without any is Markdown if its name says so, and its first heading is the headline.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from articles.importing.decoding import Decoded, decode
from articles.importing.errors import BadInput
from articles.importing.item import Item
from articles.importing.lines import same_words
from articles.importing.markdown.fields import Fields
from articles.importing.markdown.front_matter import FrontMatter, begins_with_front_matter, front_matter
from articles.importing.markdown.people import credits_of
from articles.importing.markdown.pictures import lead_picture
from articles.importing.markdown.template_tags import without_template_tags
from articles.importing.markdown.times import time_told
from articles.importing.markdown.to_html import html_of
from articles.importing.markup import Marked, marked
from articles.importing.picture_files import once_each
from articles.importing.readers.reader import Head, Reader, one_item
from articles.importing.shown_words import words_of
from articles.importing.story import Story, StoryTopic
from articles.text.clean import plain

_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
_DATED_NAME = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})-(.+)")
_ADDRESS = re.compile(r"(?:https?:/)?/[^:\s]*(?::\d+)?[^:\s]*")  # whole, or a path; no pattern such as /:year/:title/
_WAS = {"publish": "published", "public": "published", "live": "published"}
_PUBLISHED = ("date", "published_at", "publish_date", "pub_date", "date_published", "published", "created_at")
_UPDATED = ("last_modified_at", "lastmod", "last_modified", "updated", "updated_at", "modified", "date_modified")
_EMBARGO = ("embargo", "embargo_until")


def recognises(head: Head) -> bool:
    """Whether it begins with front matter, or is called a Markdown file."""
    begins = head.received.decode("utf-16" if head.received[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")
    return head.name.casefold().endswith(_SUFFIXES) or begins_with_front_matter(begins)


def read(item: Item) -> Story:
    """The story in `item`. Raises `BadInput` (empty, binary, encoding, malformed, unsafe, too-large, no-headline)."""
    decoded = decode(item.content, item.envelope.get("encoding"))
    matter = front_matter(decoded)
    fields = Fields.of(matter.values)
    untagged = without_template_tags(matter.text, {name: fields.words(name) for name in fields.values})
    address = _address(fields, item)
    found = marked(html_of(untagged.text), base=address if address.startswith("http") else "")
    lead = lead_picture(fields)
    story = _named(fields, found, decoded, matter)
    story = replace(
        _described(story, fields, item),
        address=address,
        credits=credits_of(fields),
        pictures=once_each([*([lead] if lead else []), *found.pictures]),
    )
    story = story.after("front-matter-mended", matter.mended)
    return story.after("template-tags", untagged.changed)


def _named(fields: Fields, found: Marked, decoded: Decoded, matter: FrontMatter) -> Story:
    """The story with its headline and blocks: a heading that begins the text is, or repeats, the headline."""
    headline = words_of(fields.words("title", "headline"))
    blocks = found.blocks
    heads = bool(blocks) and blocks[0].kind == "h2"
    if not headline and heads:
        return Story(blocks[0].text, blocks=blocks[1:], steps=decoded.steps)
    if not any(map(str.isalnum, headline)):
        reason = _("It has no title. Write “title: …” into the front matter, or begin with a heading.")
        raise BadInput("no-headline", reason, **decoded.place(0))
    story = Story(headline, blocks=blocks, steps=decoded.steps)
    if heads and same_words(blocks[0].text, headline):
        return story.after("repeated-headline", [(blocks[0].text, "")], blocks=blocks[1:])
    return story


def _described(story: Story, fields: Fields, item: Item) -> Story:
    section, topics = _subjects(fields)
    name = _name(item)
    dated = _DATED_NAME.fullmatch(name)
    story = replace(
        story,
        dek=_dek(fields),
        kicker=fields.words("kicker", "overline", "eyebrow"),
        dateline=fields.words("dateline"),
        language=fields.words("lang", "language", "locale").replace("_", "-"),
        direction="rtl" if fields.words("dir", "direction").casefold() == "rtl" else "ltr",
        section=section,
        topics=topics,
        slugline=fields.words("slugline"),
        slug=_slug(fields) or (dated[4] if dated else name),
        addresses=_other_addresses(fields),
        supplier_id=fields.words("guid", "uuid", "uid", "id"),
        ednote=fields.words("ednote", "editorial_note"),
        rights=fields.words("rights", "copyright", "license", "licence"),
        was=_was(fields, item.name, bool(dated)),
    )
    times = [_time(fields, names) for names in (_PUBLISHED, _UPDATED, _EMBARGO)]
    published, updated, embargo = (time for time, _told in times)
    if dated and published is None:
        published = time_told("-".join(dated.groups()[:3]))
    story = replace(story, published=published, updated=updated, embargo=embargo)
    return story.after("time-not-understood", [(told, "") for time, told in times if told and time is None])


def _time(fields: Fields, names: tuple[str, ...]) -> tuple[datetime.datetime | None, str]:
    """The time under the first of `names` that tells one, and the words that tell it."""
    told = ((name, fields.words(name)) for name in names if fields.truth(name) is None)
    name, words = next(((name, words) for name, words in told if words), ("", ""))
    return time_told(words), f"{name}: {words}" if words else ""


def _dek(fields: Fields) -> str:
    """The first that says what the story is about, as words alone."""
    return words_of(fields.words("dek", "standfirst", "subtitle", "excerpt", "summary", "description", "teaser"))


def _subjects(fields: Fields) -> tuple[str, tuple[StoryTopic, ...]]:
    """Section and topics. The first category is the section where none is named; each topic is named once."""
    categories = list(_terms(fields, "category", "categories"))
    section = fields.words("section")
    if not section and categories:
        section, *categories = categories
    topics = dict.fromkeys([*categories, *_terms(fields, "tags", "tag", "topics", "topic", "keywords")])
    return section, tuple(StoryTopic(name) for name in topics)


def _terms(fields: Fields, *names: str) -> Iterator[str]:
    """The members of lists; of a line the parts between commas, or in `tags` and `categories` its words, as Jekyll."""
    for name in names:
        value = fields.values.get(name)
        if isinstance(value, str):
            jekyll = name in ("tags", "categories") and "," not in value
            yield from filter(None, map(plain, value.split() if jekyll else value.split(",")))
        else:
            yield from (plain(term) for term in fields.each(name) if isinstance(term, str) and plain(term))


def _address(fields: Fields, item: Item) -> str:
    told = (fields.words(name) for name in ("canonical_url", "canonical", "permalink", "url"))
    whole = next((words for words in told if _ADDRESS.fullmatch(words)), "")
    return whole or str(item.envelope.get("address", ""))


def _other_addresses(fields: Fields) -> tuple[str, ...]:
    told = fields.each("redirect_from", "aliases", "alias", "redirects", "old_urls")
    return tuple(dict.fromkeys(one.strip() for one in told if isinstance(one, str) and _ADDRESS.fullmatch(one.strip())))


def _slug(fields: Fields) -> str:
    path = fields.words("permalink", "url")
    told = fields.words("slug") or (path if _ADDRESS.fullmatch(path) else "")
    return PurePosixPath(told).name.removesuffix(".html").removesuffix(".htm")


def _name(item: Item) -> str:
    """What the file is called; an `index` in a folder of its own is called as the folder."""
    path = PurePosixPath(item.name.replace("\\", "/"))
    stem = path.name if path.suffix.casefold() not in _SUFFIXES else path.stem
    return path.parent.name if stem in ("index", "_index") else stem


def _was(fields: Fields, name: str, is_dated: bool) -> str:
    """Empty where nothing tells that it was ever more than a file: no flag, no date in its name."""
    status = fields.words("status").casefold()
    if fields.truth("draft") or fields.truth("published") is False or "_drafts/" in name:
        return "draft"
    if status:
        return _WAS.get(status, status)
    is_published = fields.truth("published") or fields.truth("draft") is False or is_dated or "_posts/" in name
    return "published" if is_published else ""


READER = Reader("markdown", recognises, one_item("markdown"), read)
