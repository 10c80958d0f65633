"""The app of the newsroom, and the one signal receiver of the house."""

from typing import Any

from django.apps import AppConfig
from django.apps import apps as today
from django.apps.registry import Apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connections
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from articles import guards
from articles.states import BESIDE_VERBS, MUST_BLOCK, ROLES, RULES, SYSTEM


class ArticlesConfig(AppConfig):
    """Articles, their record and their print."""

    name = "articles"
    verbose_name = _("Newsroom")

    def ready(self) -> None:
        """Lays the foundation after every migration: permissions do not exist while migrations run.

        Raises `ImproperlyConfigured` where GATE_WARNS or GATE_BLOCKS names no rule, or one that cannot be had so.
        """
        for setting, known in (("GATE_WARNS", RULES - MUST_BLOCK), ("GATE_BLOCKS", RULES)):
            for name in getattr(settings, setting):
                if name not in known:
                    raise ImproperlyConfigured(f"{setting} names {name!r}; it may name: {', '.join(sorted(known))}.")
        post_migrate.connect(lay_foundation, sender=self)


def lay_foundation(using: str, apps: Apps = today, **_signal: Any) -> None:
    """Makes, where missing, the guards, the groups with their permissions, and the system person."""
    try:
        user_model = apps.get_model("auth", "User")
        person_model = apps.get_model("articles", "Person")
    except LookupError:
        return  # migrated backwards to nothing
    guards.install(connections[using])
    group_model, permission_model = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    views = permission_model.objects.using(using).filter(
        codename__startswith="view_", content_type__app_label__in=["articles", "bylines"]
    )
    for role, verbs in ROLES.items():
        group, made = group_model.objects.using(using).get_or_create(name=role)
        if made:  # never again: what a newsroom has since taken from a role stays taken
            codenames = [*(f"{verb}_article" for verb in verbs), *BESIDE_VERBS.get(role, ())]
            held = permission_model.objects.using(using).filter(
                codename__in=codenames, content_type__app_label="articles"
            )
            group.permissions.add(*held, *views)
    system, _made = user_model.objects.using(using).get_or_create(
        username=SYSTEM,
        defaults={"is_active": False, "password": "!", "first_name": "Newsroom", "last_name": "software"},
    )
    person_model.objects.using(using).get_or_create(user=system)
