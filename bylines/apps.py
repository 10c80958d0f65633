"""The app of authors, organisations and sources."""

from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _

from bylines.checks import source_keys


class BylinesConfig(AppConfig):
    """People and organisations that stories name."""

    name = "bylines"
    verbose_name = _("People and sources")

    def ready(self) -> None:
        """Has the keys of unnamed sources looked at whenever Django checks itself."""
        checks.register(source_keys, checks.Tags.security)
