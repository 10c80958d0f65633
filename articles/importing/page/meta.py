"""The `<meta>` and `<link>` elements of a page, by the names that Open Graph, Dublin Core and newsrooms gave them."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from articles.importing.page.schema import told

MOST = 2_000  # elements that are read of one page

HEADLINES = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title")
DESCRIPTIONS = (
    "og:description", "description", "twitter:description", "dc.description", "dcterms.description",
    "sailthru.description", "abstract", "dcterms.abstract",
)  # fmt: skip
AUTHORS = (
    "article:author", "article:author_name", "author", "authors", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "dc.contributor", "byl", "byline", "og:author", "og:article:author", "article.author",
    "citation_author", "creator",
)  # fmt: skip
PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "parsely-pub-date",
    "sailthru.date", "og:published_time", "dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date.created",
    "dc.date", "dcterms.date", "article.published", "published_time", "publish_date", "publish-date", "publishdate",
    "published", "pubdate", "pub_date", "publication_date", "publication-date", "article_date_original",
    "citation_publication_date", "datecreated", "date", "originalpublicationdate", "ptime",
)  # fmt: skip
UPDATED = (
    "article:modified_time", "og:article:modified_time", "article:modified", "datemodified", "og:updated_time",
    "dcterms.modified", "dc.date.modified", "article.updated", "lastmod", "last-modified", "modified_time", "updated",
    "revised",
)  # fmt: skip
SECTIONS = ("article:section", "parsely-section", "og:article:section", "article.section", "articlesection", "section")
TAGS = ("article:tag", "og:article:tag")
KEYWORDS = ("parsely-tags", "sailthru.tags", "news_keywords", "dc.subject", "keywords")
SITES = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application-name")
LANGUAGES = ("inlanguage", "dc.language", "dcterms.language", "content-language", "language", "og:locale")
RIGHTS = ("copyright", "dc.rights", "dcterms.rights", "rights", "dcterms.license")
PICTURES = ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src", "thumbnailurl")


@dataclass(frozen=True)
class Meta:
    """What the head of a page says, by lower-case name; and its links, by what they are (`rel`)."""

    contents: dict[str, list[str]]
    links: dict[str, list[str]]

    def first(self, names: tuple[str, ...]) -> str:
        """The first thing said under the first of these names that says anything."""
        return next(self.all(names), "")

    def all(self, names: tuple[str, ...]) -> Iterator[str]:
        """All that is said under these names, in their order."""
        return (content for name in names for content in self.contents.get(name, ()))

    def link(self, rel: str) -> str:
        """The address of the first link of a kind."""
        return next(iter(self.links.get(rel, ())), "")


def meta_of(root: etree._Element) -> Meta:
    """What the `<meta>` and `<link>` elements of the page say, wherever they stand."""
    contents: dict[str, list[str]] = {}
    links: dict[str, list[str]] = {}
    for element in root.xpath("descendant::meta[@content]")[:MOST]:
        content = told(element.get("content"))
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            for name in (element.get(attribute) or "").lower().split():
                if content and content not in contents.setdefault(name, []):
                    contents[name].append(content)
    for element in root.xpath("descendant::link[@href and @rel]")[:MOST]:
        for rel in (element.get("rel") or "").lower().split():
            links.setdefault(rel, []).append((element.get("href") or "").strip())
    return Meta(contents, links)
