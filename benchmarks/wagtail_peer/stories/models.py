"""A story as a Wagtail newsroom has it: a page with a dek, a byline and a rich body, all of it searchable."""

from django.db import models
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index


class StoryPage(Page):
    """One story."""

    dek = models.TextField(blank=True)
    byline = models.CharField(max_length=255, blank=True)
    body = RichTextField()

    search_fields = [*Page.search_fields, index.SearchField("dek"), index.SearchField("body")]
