"""What a post is filed under: categories make section and topics, tags and the site's own taxonomies topics."""

from collections.abc import Iterator

from articles.importing.shown_words import words_of
from articles.importing.story import StoryTopic
from articles.importing.wordpress.post import Post, Term
from articles.importing.wordpress.surroundings import Surroundings

# Taxonomies by which WordPress and its plugins work; they say nothing about what a post is about.
_INNER = {
    "author", "post_format", "nav_menu", "link_category", "language", "term_language", "post_translations",
    "term_translations", "wp_theme", "wp_template_part_area", "wp_pattern_category", "product_type",
    "product_visibility", "elementor_library_type", "following_users", "ef_usergroup", "amp_validation_error",
    "yst_prominent_words",
}  # fmt: skip
_NO_SECTION = {"uncategorized", "uncategorised"}


def subjects_of(post: Post, around: Surroundings) -> tuple[str, tuple[StoryTopic, ...]]:
    """The section, and the topics, each once. The section is the primary category, else the first one; that a post
    was put into none ("Uncategorized") makes it one only where there is no other.
    """
    categories = [term for term in post.terms if term.taxonomy in ("category", "")]
    chosen = _chosen(categories, around.primary)
    rest = [term for term in post.terms if term is not chosen and term.taxonomy not in _INNER]
    section = _name(chosen, around) if chosen else ""
    names = dict.fromkeys(name for term in rest if (name := _name(term, around)) and name != section)
    return section, tuple(StoryTopic(name) for name in names)


def language_of(post: Post, around: Surroundings) -> str:
    """The language that Polylang files the post under, else that of the site."""
    filed: Iterator[str] = (term.slug for term in post.terms if term.taxonomy == "language")
    return next(filed, "") or around.site.get("language", "")


def _chosen(categories: list[Term], primary: str) -> Term | None:
    by_desk = (term for term in categories if primary and term.slug == primary)
    named = (term for term in categories if (term.slug or term.name).casefold() not in _NO_SECTION)
    return next(by_desk, None) or next(named, None) or next(iter(categories), None)


def _name(term: Term, around: Surroundings) -> str:
    return words_of(term.name or around.terms.get(f"{term.taxonomy} {term.slug}", "") or term.slug)
