"""A post, page or attachment of an export, field by field, as the export says it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

_SPACES = (
    (re.compile(r"https?://wordpress\.org/export/[^/]*/excerpt/?"), "excerpt"),
    (re.compile(r"https?://wordpress\.org/export/[^/]*/?"), "wp"),
    (re.compile(r"https?://purl\.org/rss/1\.0/modules/content/?"), "content"),
    (re.compile(r"https?://purl\.org/dc/elements/1\.1/?"), "dc"),
)


@dataclass(frozen=True)
class Term:
    """What a post is filed under, in which taxonomy: `category`, `post_tag`, or one of the site's own."""

    taxonomy: str
    slug: str
    name: str


@dataclass(frozen=True)
class Post:
    """`fields` are by name (`title`, `wp:status`, `content:encoded`); of several of one name the first counts.

    `meta` are the custom fields, each with all its values. Comments are only counted.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    terms: tuple[Term, ...] = ()
    meta: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    comments: int = 0

    def text(self, name: str) -> str:
        """The field without the white space around it; empty where it is not there."""
        return self.fields.get(name, "").strip()

    def told(self, *keys: str) -> str:
        """The first custom field of these that says something."""
        return next((value.strip() for key in keys for value in self.meta.get(key, ()) if value.strip()), "")

    @property
    def kind(self) -> str:
        """The post type; `post` where the export names none."""
        return self.text("wp:post_type") or "post"


def post_of(item: etree._Element) -> Post:
    """The fields of an `item`."""
    fields: dict[str, str] = {}
    meta: dict[str, tuple[str, ...]] = {}
    terms, comments = [], 0
    for child in item.iterchildren("*"):
        name = local(child)
        if name == "category":
            terms.append(_term(child))
        elif name == "wp:postmeta":
            key, value = _pair(child)
            meta[key] = (*meta.get(key, ()), value)
        elif name == "wp:comment":
            comments += 1
        else:
            fields.setdefault(name, words(child))
    return Post(fields, tuple(_distinct(terms)), meta, comments)


def local(element: etree._Element) -> str:
    """An element's name with the usual prefix of its namespace: `wp:status` in any version of the format."""
    return _local(str(element.tag))


def words(element: etree._Element) -> str:
    """All text in an element, whatever it is wrapped in."""
    return "".join(map(str, element.itertext())) if len(element) else str(element.text or "")


@lru_cache(maxsize=1000)
def _local(tag: str) -> str:
    space, _end, name = tag.removeprefix("{").rpartition("}")
    prefix = next((prefix for pattern, prefix in _SPACES if pattern.fullmatch(space)), space)
    return f"{prefix}:{name}" if prefix else name


def _pair(meta: etree._Element) -> tuple[str, str]:
    inner = {local(child): words(child) for child in meta.iterchildren("*")}
    return inner.get("wp:meta_key", "").strip(), inner.get("wp:meta_value", "")


def _term(category: etree._Element) -> Term:
    taxonomy = category.get("domain") or ""
    taxonomy = {"tag": "post_tag"}.get(taxonomy, taxonomy)
    return Term(taxonomy, (category.get("nicename") or "").strip(), words(category).strip())


def _distinct(terms: list[Term]) -> Iterator[Term]:
    """Each term once. WXR 1.0 tells every one twice: the second time with its slug, and its taxonomy."""
    slugged = {term.name: term for term in reversed(terms) if term.slug}
    seen = set()
    for term in terms:
        whole = slugged.get(term.name, term) if not term.slug else term
        if whole not in seen:
            seen.add(whole)
            yield whole
