"""The app of authors, organisations and sources."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BylinesConfig(AppConfig):
    """People and organisations that stories name."""

    name = "bylines"
    verbose_name = _("People and sources")
