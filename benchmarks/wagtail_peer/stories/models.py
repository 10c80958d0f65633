"""A story as a Wagtail newsroom has it, after the blog of Wagtail's own demonstration, bakerydemo.

The body is a stream of headings and rich text, all of it searchable; people, their organisations and sections are
snippets; whom a story credits hangs on it in order; its topics are tags; its supplier knows it by an id and a version.
"""

from django.db import models
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.blocks import CharBlock, RichTextBlock
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index
from wagtail.snippets.models import register_snippet


@register_snippet
class Organisation(models.Model):
    """Who a person writes for, and who supplies a story."""

    name = models.CharField(max_length=200, unique=True)
    domain = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.name


@register_snippet
class Person(models.Model):
    """Somebody who writes."""

    name = models.CharField(max_length=200, unique=True)

    def __str__(self) -> str:
        return self.name


@register_snippet
class Section(models.Model):
    """A part of the paper."""

    name = models.CharField(max_length=80, unique=True)

    def __str__(self) -> str:
        return self.name


class StoryTag(TaggedItemBase):
    """One topic of one story."""

    content_object = ParentalKey("StoryPage", related_name="tagged_items", on_delete=models.CASCADE)


class StoryPage(Page):
    """One story."""

    dek = models.TextField(blank=True)
    body = StreamField([("heading", CharBlock(form_classname="title")), ("paragraph", RichTextBlock())])
    section = models.ForeignKey(Section, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    published = models.DateTimeField(null=True, blank=True)
    supplier = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    supplier_key = models.CharField(max_length=600, blank=True)
    supplier_version = models.CharField(max_length=80, blank=True)
    tags = ClusterTaggableManager(through=StoryTag, blank=True)

    search_fields = [*Page.search_fields, index.SearchField("dek"), index.SearchField("body")]


class StoryCredit(Orderable):
    """One name in the byline of one story, with whom it writes for."""

    page = ParentalKey(StoryPage, related_name="credits", on_delete=models.CASCADE)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
