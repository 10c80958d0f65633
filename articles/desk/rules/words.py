"""What a story needs to be read: a body, a credit, a dek, a section, an address of its own."""

from django.utils.translation import gettext as _

from articles.desk import addresses
from articles.desk.rules.case import Case, Lacking
from articles.text.characters import is_blank
from articles.text.summary import words


def body(case: Case) -> Lacking | None:
    """Words to read."""
    if not is_blank(words(case.article.body)):
        return None
    return Lacking(_("The story has no body. Write it, then try again."))


def byline(case: Case) -> Lacking | None:
    """Somebody credited."""
    if case.article.credits.exists():
        return None
    return Lacking(_("Nobody is credited. Add an author, “Staff”, or the organisation it is from."))


def dek(case: Case) -> Lacking | None:
    """A dek for lists and feeds."""
    if case.article.dek:
        return None
    return Lacking(_("There is no dek: lists and feeds will show the first words instead."))


def section(case: Case) -> Lacking | None:
    """A section to be found in."""
    if case.article.section_id:
        return None
    return Lacking(_("The story is in no section: readers find it on the front only."))


def address(case: Case) -> Lacking | None:
    """An address that no other story has."""
    path = addresses.planned(case.article, at=case.at)
    if not addresses.taken(path, case.article):
        return None
    sentence = _("The address %(path)s belongs to another story. Use the slug “%(slug)s” instead.")
    return Lacking(sentence % {"path": path, "slug": addresses.free_slug(case.article, at=case.at)})
