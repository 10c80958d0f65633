"""Nouns: an author writes, an organisation publishes or distributes, a source says something."""

from bylines.models.author import Author
from bylines.models.organisation import Organisation
from bylines.models.source import Source

__all__ = ["Author", "Organisation", "Source"]
