"""Sources as the desk keeps them, and those that are not named: who they are is sealed, and each look is in the record.

What the desk says of an unnamed source in the clear is the description agreed with them and why they are not named,
nothing else. No line of any log names who they are, and no sentence of a refusal does.
"""

import re

from django.db import transaction
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from articles import clock
from articles.desk import profiles, rights
from articles.desk.refusals import Refused
from articles.models import Article, Claim, IdentityLook, SourceApproval
from bylines import sealing
from bylines.models import Source

UNNAMED = Source.Kind.UNNAMED
TELLING = ("title", "affiliation_id", "url")
"""What would say in the clear who an unnamed source is."""
KEPT = ("state", "identity", "withdrawn_at", "withdrawn_by_id", "withdrawn_why")
"""What other verbs write: somebody may have called one while this source stood in a form."""


@sensitive_variables("identity")
def save_source(source: Source, *, by: rights.User, identity: str = "", why: str = "") -> None:
    """Saves a source; where `identity` says who an unnamed one is, it is sealed with it. One transaction.

    Whoever writes stories may add one; to change one takes the right to edit profiles. Raises `Refused` without the
    right, where an unnamed source lacks its description or its reason or says more than those, where a named one would
    become unnamed or the other way round, and as `seal_identity`.
    """
    _require(by, source)
    with transaction.atomic():
        held = Source.objects.select_for_update().filter(pk=source.pk).first() if source.pk else None
        _settle_kind(source, held)
        if source.kind == UNNAMED:
            _settle_unnamed(source, identity)
        elif identity.strip():
            raise Refused(_("Only of an unnamed source is sealed who it is. Take that out, or make an unnamed source."))
        for name in KEPT if held else ():
            setattr(source, name, getattr(held, name))
        profiles.write(source)
        if identity.strip():
            _seal(source, identity, by, why)


@sensitive_variables("identity")
def seal_identity(source: Source, identity: str, *, by: rights.User, why: str = "") -> None:
    """Seals who an unnamed source is. Nobody can read it afterwards without `look`.

    To put other words in the place of sealed ones takes the permission to read them and a reason, and counts as a look.
    Raises `Refused` where that lacks, where `by` may not edit profiles, for a source that is named, for no words, or
    where there is no key to seal with.
    """
    profiles.require(by)
    if source.kind != UNNAMED:
        raise Refused(_("This source is named. Only an unnamed source has an identity to seal."))
    if not identity.strip():
        raise Refused(_("Write who it is; nothing was sealed."))
    with transaction.atomic():
        _seal(source, identity, by, why)


def look(source: Source, *, by: rights.User, why: str) -> str:
    """Who an unnamed source is. That `by` looked, and why, is in the record for good before the name is handed out.

    Raises `Refused` without the permission articles.read_identity, without a reason, where nothing is sealed, or where
    no key opens it; then nobody has looked.
    """
    # Durable: inside another transaction, which may yet be undone, the name could get out and the look be lost.
    with transaction.atomic(durable=True):
        locked = Source.objects.select_for_update().get(pk=source.pk)
        _note_look(locked, by, why)
        return _opened(locked.identity)


def destroy_identity(source: Source, *, by: rights.User, why: str) -> None:
    """Takes away for good what is sealed of a source, as was promised to them perhaps. Counts as a look.

    Raises `Refused` as `look` does, but for the key: what nobody can open any more can still be destroyed.
    """
    with transaction.atomic():
        locked = Source.objects.select_for_update().get(pk=source.pk)
        _note_look(locked, by, why)
        _keep(source, "")


def approve_unnamed(article: Article, source: Source, *, by: rights.User, why: str) -> SourceApproval:
    """Says in the record that `article` may rest on an unnamed source, in the name of the senior who answers for it.

    Raises `Refused` without the permission articles.approve_unnamed or a reason; for a source that is named, withdrawn,
    not cited in the story, or approved there already; and for whoever wrote some of the story or cited it there.
    """
    if not by.has_perm("articles.approve_unnamed"):
        raise Refused(_("Your role does not include approving unnamed sources. Ask a managing editor."))
    if source.kind != UNNAMED or source.withdrawn_at:
        raise Refused(_("Only an unnamed source that has not been withdrawn can be approved."))
    if not why.strip():
        raise Refused(_("Say why the story may rest on this source: the record keeps it."))
    person = rights.person(by)
    with transaction.atomic():
        locked = Article.objects.select_for_update().get(pk=article.pk)
        cited = locked.citations.filter(source=source, state=Claim.CONFIRMED)
        if not cited.exists():
            raise Refused(_("The story does not cite this source. Cite it first, and save."))
        if locked.revisions.filter(by=person).exists() or cited.filter(settled_by=person).exists():
            raise Refused(_("You wrote some of this story yourself. Ask another senior to approve the source."))
        if held := locked.source_approvals.filter(source=source).select_related("by__user").first():
            raise Refused(
                _("%(who)s approved this source for the story already, %(when)s.")
                % {"who": held.by.name, "when": clock.said(held.when)}
            )
        return SourceApproval.objects.create(
            article=locked, source=source, by=person, when=clock.now(), why=why.strip()
        )


@sensitive_variables("told", "identity", "name")
def gives_away(told: str, identity: str) -> bool:
    """Whether words that are for everybody hold the name with which `identity` begins."""
    name = re.split(r"[,;:(\n\d]", identity)[0].strip().casefold()
    return len(name) > 2 and name in told.casefold()


def gives_it_away() -> str:
    """The sentence for words that do."""
    return _("The description or the reason says who it is, and both are for readers. Write them otherwise.")


def may_read(user: rights.User) -> bool:
    """Whether `user` may read who unnamed sources are, and who looked."""
    return user.has_perm("articles.read_identity")


def _require(by: rights.User, source: Source) -> None:
    """Raises `Refused` unless `by` may save this source: a new one, or one that is held."""
    if source.pk:
        profiles.require(by)
    elif not rights.may_add_sources(by):
        raise Refused(_("Your role does not include adding sources. Ask an editor."))


@sensitive_variables("identity")
def _seal(source: Source, identity: str, by: rights.User, why: str) -> None:
    locked = Source.objects.select_for_update().get(pk=source.pk)
    if locked.identity:
        _note_look(locked, by, why)
    _keep(source, _sealed(identity.strip()))


def _settle_kind(source: Source, held: Source | None) -> None:
    """A source stays named or unnamed: address, pages and old revisions would join the name with the description."""
    if held is None or (held.kind == UNNAMED) == (source.kind == UNNAMED):
        return
    if source.kind == UNNAMED:
        raise Refused(_("Its address already says who this is. Make a new unnamed source instead."))
    if held.identity:
        raise Refused(_("Who this source is is sealed. Have that destroyed before you say that the source is named."))
    if held.citations.exists():
        raise Refused(_("Stories cite it as a source that is not named. Make a new source for what is said by name."))


@sensitive_variables("identity")
def _settle_unnamed(source: Source, identity: str) -> None:
    if not (source.name.strip() and source.reason.strip()):
        raise Refused(
            _("An unnamed source needs the description agreed with them and the reason why they are not named.")
        )
    if any(getattr(source, name) for name in TELLING):
        raise Refused(_("Title, affiliation and web address say who it is: leave them empty for an unnamed source."))
    if any(gives_away(told, identity) for told in (source.name, source.reason, source.slug)):
        raise Refused(gives_it_away())
    if source.pk is None:
        source.slug = ""  # made from the description: a typed one might say too much


def _note_look(source: Source, by: rights.User, why: str) -> None:
    """Raises `Refused` unless `by` may open what is sealed, says why, and there is something to open."""
    if not may_read(by):
        raise Refused(_("Your role does not include reading who an unnamed source is. Ask a managing editor."))
    if not why.strip():
        raise Refused(_("Say why you have to know: the record keeps the reason beside your name."))
    if not source.identity:
        raise Refused(_("Nothing is sealed here: nobody has written down who this source is."))
    IdentityLook.objects.create(source=source, by=rights.person(by), when=clock.now(), why=why.strip())


def _keep(source: Source, token: str) -> None:
    source.identity = token
    Source.objects.filter(pk=source.pk).update(identity=token)


@sensitive_variables("identity")
def _sealed(identity: str) -> str:
    try:
        return sealing.seal(identity)
    except sealing.Unsealable as error:
        raise Refused(str(error)) from error


def _opened(token: str) -> str:
    try:
        return sealing.unseal(token)
    except sealing.Unsealable as error:
        raise Refused(str(error)) from error
