"""Who may: one permission per verb, given to roles; and accounts as the record knows them."""

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from articles.desk.refusals import Refused
from articles.models import Person
from articles.states import SYSTEM, SYSTEM_MAY, Verb


def may(user: User, verb: Verb) -> bool:
    """Whether `user` holds the permission for `verb`. The gate is asked apart: no permission opens it."""
    if user.get_username() == SYSTEM:
        return verb in SYSTEM_MAY
    return user.has_perm(f"articles.{verb}_article")


def may_import(user: User) -> bool:
    """Whether `user` may bring copy into the house."""
    return user.get_username() == SYSTEM or user.has_perm("articles.import_article")


def may_edit_profiles(user: User) -> bool:
    """Whether `user` may edit authors, organisations, sources, sections and topics."""
    return user.get_username() == SYSTEM or user.has_perm("articles.edit_profile")


def may_add_sources(user: User) -> bool:
    """Whether `user` may add sources: whoever writes stories may say who spoke. To change one takes an editor."""
    return may_edit_profiles(user) or may(user, Verb.REVISE)


def require(user: User, verb: Verb) -> None:
    """Raises `Refused` unless `user` may do `verb`."""
    if not may(user, verb):
        raise Refused(
            _("Your role does not include “%(verb)s”. Ask a managing editor if you need it.") % {"verb": verb.label}
        )


def person(user: User) -> Person:
    """The key under which the record knows `user`, made when they first act."""
    return Person.objects.select_related("user").get_or_create(user=user)[0]


def system() -> User:
    """The account in whose name the software itself acts."""
    return User.objects.get(username=SYSTEM)
