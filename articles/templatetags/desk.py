"""What the desk's templates may ask beside their context."""

from django import template
from django.http import HttpRequest

from articles.admin import waiting

register = template.Library()


@register.simple_tag
def queues_of(request: HttpRequest) -> list[waiting.Queue]:
    """The queues of whoever looks, each with its first stories; none for somebody who may not see stories."""
    return waiting.queues(request.user) if request.user.has_perm("articles.view_article") else []
