"""Reading schema.org: a node is a dict of properties, whether it was written as JSON-LD, microdata or RDFa.

https://schema.org/NewsArticle and its kin. Whatever type a value may have, asking for words gives words.
"""

import html
import re
from typing import Any

from articles.text.clean import plain

Node = dict[str, Any]

LONGEST = 100_000  # characters of one value that is read as words
_MOST_VALUES = 200

_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>")
_VOCABULARY = re.compile(r"\A(?:https?://(?:www\.)?schema\.org/|schema:)", re.IGNORECASE)
_STORIES = frozenset(
    {"BlogPosting", "Report", "LiveBlogPosting", "SocialMediaPosting", "ClaimReview", "Review", "Recipe"}
)
_PAGES = frozenset({"WebPage", "ItemPage", "AboutPage", "QAPage", "MedicalWebPage"})


def bare(name: str) -> str:
    """The name of a type or property without that of the vocabulary."""
    return _VOCABULARY.sub("", name.strip())


def types(node: Node) -> set[str]:
    """The types of a node."""
    told = node.get("@type")
    return {bare(one) for one in (told if isinstance(told, list) else [told]) if isinstance(one, str)}


def is_story(node: Node) -> bool:
    """Whether the node is an article of some kind."""
    return any(one.lower().endswith("article") or one in _STORIES for one in types(node))


def is_page(node: Node) -> bool:
    """Whether the node is the page that an article may stand on."""
    return not types(node).isdisjoint(_PAGES)


def values(node: Node, name: str) -> list[Any]:
    """All values of a property, one after the other, also those in lists."""
    found: list[Any] = []
    queue = [node.get(name)]
    while queue and len(found) < _MOST_VALUES:
        value = queue.pop(0)
        if isinstance(value, list):
            queue = [*value[:_MOST_VALUES], *queue]
        elif isinstance(value, dict) and isinstance(value.get("@list"), list):
            queue.insert(0, value["@list"])
        elif value is not None and value != "":
            found.append(value)
    return found


def words(value: Any) -> str:
    """What a value says as one line of plain text; of a node its name."""
    if isinstance(value, list):
        return next(filter(None, map(words, value[:_MOST_VALUES])), "")
    if isinstance(value, dict):
        named = (value.get(key) for key in ("@value", "name", "legalName", "headline", "alternateName"))
        return next((words(one) for one in named if isinstance(one, str | list | dict) and words_once(one)), "")
    return told(value) if isinstance(value, str) else ""


def words_once(value: Any) -> str:
    """The words of a value that is no node: a node within a name is no name."""
    if isinstance(value, list):
        return next(filter(None, (told(one) for one in value if isinstance(one, str))), "")
    if isinstance(value, dict):
        return told(value.get("@value") if isinstance(value.get("@value"), str) else "")
    return told(value) if isinstance(value, str) else ""


def first(node: Node, *names: str) -> str:
    """The words of the first of these properties that has any."""
    return next((text for name in names for text in map(words, values(node, name)) if text), "")


def addresses(value: Any) -> list[str]:
    """The addresses a value gives: itself, or what a node calls its `url`, `contentUrl` or `@id`."""
    if isinstance(value, str):
        return [value.strip()]
    if isinstance(value, dict):
        return [
            one.strip() for key in ("url", "contentUrl", "@id") for one in values(value, key) if isinstance(one, str)
        ]
    return []


def told(text: str | None) -> str:
    """`text` as one line of plain words: entities resolved (also twice), tags taken off."""
    text = (text or "")[:LONGEST]
    if "&" in text:
        text = html.unescape(html.unescape(text))
    return plain(_TAGS.sub(" ", text) if "<" in text else text)
