"""Who may read, approve and withdraw sources: given to new newsrooms and, once, to those that exist."""

from importlib import import_module

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

NEW = ("approve_unnamed", "read_identity", "withdraw_source")
MIGRATION = "0010_rights_to_sources"

GIVEN = {"Managing editor": list(NEW), "Publisher": ["withdraw_source"], "Editor": [], "Reporter": []}


def held():
    """What each role holds of what is new."""
    return {
        name: list(
            Permission.objects.filter(group__name=name, codename__in=NEW)
            .order_by("codename")
            .values_list("codename", flat=True)
        )
        for name in GIVEN
    }


@pytest.mark.django_db
def test_a_new_newsroom_has_them_from_the_first_day():
    assert held() == GIVEN


@pytest.mark.django_db(transaction=True)
def test_a_newsroom_that_exists_is_given_them_once():
    ((_app, before),) = [
        one for one in import_module(f"articles.migrations.{MIGRATION}").Migration.dependencies if one[0] == "articles"
    ]
    call_command("migrate", "articles", before, verbosity=0)
    Permission.objects.filter(codename__in=NEW).delete()
    call_command("migrate", "articles", verbosity=0)
    assert held() == GIVEN
    assert Permission.objects.filter(codename__in=NEW).count() == len(NEW)
    Group.objects.get(name="Publisher").permissions.remove(*Permission.objects.filter(codename__in=NEW))
    call_command("migrate", verbosity=0)
    assert held() == {**GIVEN, "Publisher": []}
