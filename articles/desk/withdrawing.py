"""A source falls: all stories that rest on it are found, with a task at each and a note to those who read them.

Withdrawing takes nothing out of any story. It raises a task at each, and the gate lets none that cites the source out
until the passages are gone (`rules.anonymity.withdrawn`).
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from articles import clock
from articles.desk import dependants, rights, tasks
from articles.desk.correcting import correct
from articles.desk.dependants import Dependant, How
from articles.desk.refusals import Refused
from articles.models import Correction, Decision, Task
from articles.states import PUBLIC, Standing, Status, Verb
from bylines.models import Source


@dataclass(frozen=True)
class Withdrawal:
    """All stories that rest on the source, nearest first; the numbers of those at which a task is new, and of those
    whose readers were told just now; and why readers of some could not be told.
    """

    stories: Sequence[Dependant]
    tasks: Sequence[int]
    notices: Sequence[int]
    untold: Sequence[str] = ()


def withdraw_source(source: Source, *, by: rights.User, why: str) -> Withdrawal:
    """Withdraws `source` from all stories that rest on it: a task at each, and where WITHDRAWN_SOURCE_NOTICE is set an
    editor's note for readers of those that they have and that rest on it there.

    Done again it finds what has come since, and nothing new at the others. The first reason stays. Raises `Refused`
    without the permission articles.withdraw_source, without a reason, or for a source that nobody has accepted.
    """
    require(by)
    if not why.strip():
        raise Refused(_("Say why the source is withdrawn: every story that rests on it will be told."))
    with transaction.atomic():
        locked = Source.objects.select_for_update().get(pk=source.pk)
        if locked.state != Source.State.ACCEPTED:
            raise Refused(_("Nobody has accepted this source yet. Reject it where it is suggested."))
        if locked.withdrawn_at is None:
            locked.withdrawn_at, locked.withdrawn_by, locked.withdrawn_why = clock.now(), by, why.strip()
            locked.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
        found = dependants.of(locked)
        new = _raise_tasks(locked, found)
        told, untold = _tell_readers(locked, found, by) if settings.WITHDRAWN_SOURCE_NOTICE else ([], [])
    for name in ("withdrawn_at", "withdrawn_by", "withdrawn_why"):
        setattr(source, name, getattr(locked, name))
    return Withdrawal(found, new, told, untold)


def may_withdraw(user: rights.User) -> bool:
    """Whether `user` may withdraw sources."""
    return user.has_perm("articles.withdraw_source")


def require(by: rights.User) -> None:
    """Raises `Refused` unless `by` may withdraw sources."""
    if not may_withdraw(by):
        raise Refused(_("Your role does not include withdrawing a source. Ask a managing editor or a publisher."))


# Tasks


def _raise_tasks(source: Source, found: Sequence[Dependant]) -> list[int]:
    """One task at each, in as many statements as there are sentences. Returns the stories that had none yet."""
    occasion = f"source-{source.pk}"
    known = set(Task.objects.filter(kind=Task.Kind.SOURCE, occasion=occasion).values_list("article", flat=True))
    new = [one for one in found if one.article.pk not in known]
    said: dict[str, list[int]] = defaultdict(list)
    for one in new:
        said[_sentence(source, one)].append(one.article.pk)
    for sentence, numbers in said.items():
        tasks.raise_tasks(numbers, Task.Kind.SOURCE, occasion, sentence)
    return [one.article.pk for one in new]


def _sentence(source: Source, one: Dependant) -> str:
    happened = _("“%(source)s” was withdrawn as a source: %(why)s") % {"source": source, "why": source.withdrawn_why}
    return " ".join([_ended(happened), one.reason, _to_do(one)])


def _to_do(one: Dependant) -> str:
    if one.standing in PUBLIC:
        return _("Readers have it: check what still stands, and correct or unpublish it.")
    if one.standing == Standing.SCHEDULED:
        return _("It will go out as scheduled: unschedule it, and check what still stands.")
    if one.standing == Standing.KILLED or one.article.status == Status.SPIKED:
        return _("Nobody is working on it; look again should it come back.")
    return _("Check what still stands, and cite another source, before it goes on.")


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


# Readers


def _tell_readers(source: Source, found: Sequence[Dependant], by: rights.User) -> tuple[list[int], list[str]]:
    """Puts the note where readers have not got it yet. It is the house's policy that puts it, so its own account does,
    whatever else the person who withdraws may do; the record says who that was.
    """
    mark = f"{source.slug}: "  # begins the reason of each note: an address part never changes, and is nobody else's
    live = [one for one in found if one.is_told]
    have = _have_note(mark, [one.article.pk for one in live])
    reason = _("source withdrawn by %(who)s: %(why)s") % {"who": rights.person(by).name, "why": source.withdrawn_why}
    told, untold = [], []
    for one in live:
        if one.article.pk in have:
            continue
        try:
            correct(
                one.article,
                by=rights.system(),
                seen=None,
                kind=Correction.Kind.EDITORS_NOTE,
                note=_note(source, one),
                why=mark + reason,
            )
            told.append(one.article.pk)
        except Refused as refused:
            untold.append(f"{one.article}: {refused}")
    return told, untold


def _have_note(mark: str, articles: Collection[int]) -> set[int]:
    notes = Decision.objects.filter(verb=Verb.CORRECT, article__in=articles, why__startswith=mark)
    return set(notes.filter(correction__kind=Correction.Kind.EDITORS_NOTE).values_list("article", flat=True))


def _note(source: Source, one: Dependant) -> str:
    """What readers are told. Why it was withdrawn they are not, and no name that this story has not told them."""
    checking = _("We are checking what still stands.")
    if one.how == How.COPY:
        return " ".join([_("The copy of this story rests on a source that has been withdrawn."), checking])
    if one.how == How.CITES:
        told = _("This story refers to another of ours, which rests on a source that has been withdrawn.")
        return " ".join([told, checking])
    if source.kind == Source.Kind.UNNAMED:
        told = _("A source of this story who is not named, described as “%(source)s”, has been withdrawn.")
    else:
        told = _("A source of this story, %(source)s, has been withdrawn.")
    return " ".join([told % {"source": source}, checking])
