"""Whose a post is: the account that made it, or the co-authors that a plugin names in its place."""

from collections.abc import Iterator

from articles.importing.shown_words import words_of
from articles.importing.story import StoryCredit
from articles.importing.wordpress.post import Post, Term
from articles.importing.wordpress.surroundings import Surroundings, login_of


def credits_of(post: Post, around: Surroundings) -> tuple[StoryCredit, ...]:
    """The writers, each once, by the names they show. Of an account that the export does not name, its login."""
    names = [_co_author(term, around) for term in post.terms if term.taxonomy == "author"]
    return tuple(StoryCredit(name) for name in dict.fromkeys(filter(None, names or _creator(post, around))))


def _creator(post: Post, around: Surroundings) -> Iterator[str]:
    login = post.text("dc:creator")
    yield words_of(around.authors.get(login, "")) or words_of(login)


def _co_author(term: Term, around: Surroundings) -> str:
    """The display name; what the plugin calls the term is a login in some of its versions."""
    known = around.authors.get(login_of(term.slug)) or around.authors.get(login_of(term.name), "")
    return words_of(known) or words_of(login_of(term.name)) or login_of(term.slug)
