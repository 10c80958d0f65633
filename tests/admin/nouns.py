"""The nouns with screens of one kind, and where those are."""

from django.urls import reverse

from articles.models import Section, Topic
from bylines.models import Author, Organisation, Source

NOUNS = [Author, Organisation, Source, Section, Topic]


def url(model, page, *args):
    """The address of a screen of these nouns."""
    return reverse(f"admin:{model._meta.label_lower.replace('.', '_')}_{page}", args=args)
