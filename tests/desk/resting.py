"""Stories that rest on a source, and what readers of them are told."""

from articles.desk import dependants
from articles.models import (
    PublishedArticle,
    PublishedCorrection,
)

BODY = '<p>The gate was open, <mark data-citation="gate">it stood wide open</mark>.</p>'


def address(story, host="https://courier.example"):
    return host + PublishedArticle.objects.filter(article_number=story.pk).latest("pk").path


def found(source):
    """What rests on `source`: headline, how, through which story."""
    return [(one.article.headline, one.how, one.through and one.through.headline) for one in dependants.of(source)]


def told(story):
    """The notes that readers of `story` have."""
    notes = PublishedCorrection.objects.filter(print__article_number=story.pk, print__visible_until=None)
    return list(notes.values_list("note", flat=True))
