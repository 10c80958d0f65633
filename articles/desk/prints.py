"""The print follows the record: each decision about readers opens, moves or closes windows, and nothing else does.

`apply` is the only writer of the published tables. It reads the decision, its revision and the corrections, never
the clock or the working copy, so that replaying all decisions makes the same prints again.
"""

import datetime
import json
from collections.abc import Callable

from django.db.models import Q
from django.utils.translation import gettext as _

from articles import search
from articles.desk import licences, publicity
from articles.desk.compose import compose, corrections_told
from articles.desk.refusals import Refused
from articles.models import (
    Address,
    Correction,
    Decision,
    PublishedArticle,
    PublishedCorrection,
    PublishedPicture,
    RevisionWords,
)
from articles.states import Verb
from articles.text.pictures import hashes_in


def apply(decision: Decision) -> None:
    """Brings the published tables in line with one decision; decisions that do not concern readers change nothing."""
    effect = EFFECTS.get(Verb(decision.verb))
    if effect:
        effect(decision)


def prints_of(decision: Decision):  # noqa: ANN201 - a manager's queryset
    """All prints of the decision's story, past, present and pending."""
    return PublishedArticle.objects.filter(article_number=decision.article_id)


def live_print(decision: Decision) -> PublishedArticle | None:
    """The print whose window is open at the moment of the decision.

    A licence that has ended leaves the window as it is: what is taken down then must stay down when the licence is made
    longer, and a replay must not depend on what outlets allow today.
    """
    still_open = Q(visible_until__isnull=True) | Q(visible_until__gt=decision.when)
    return prints_of(decision).filter(still_open, visible_from__lte=decision.when).first()


def last_print(decision: Decision) -> PublishedArticle | None:
    """The latest print that readers ever had, live or not."""
    return prints_of(decision).filter(visible_from__lte=decision.when).order_by("visible_from").last()


def _correct(decision: Decision) -> None:
    """New words in place of the live ones, or a note beside them."""
    if _kind(decision) in Correction.WORDLESS:
        _annotate(decision)
    else:
        _open(decision)


def _annotate(decision: Decision) -> None:
    """The live print again with the note; what is scheduled stays scheduled, and carries the note as well."""
    live = live_print(decision)
    if live is None:
        return
    coming = list(prints_of(decision).pending(at=decision.when))
    live.visible_until, ends = None, live.visible_until
    _close(live, decision.when)
    live.visible_from, live.visible_until = decision.when, ends
    live.updated = _updated(decision, live, decision.when)
    for print_ in coming:
        _remove(print_)
    for print_ in (live, *coming):
        print_.pk = None
        print_.retracted = print_.retracted or _kind(decision) == Correction.Kind.RETRACTION
        _put(print_, decision)


def _open(decision: Decision) -> None:
    """New words: a window opens at `decision.at`; a live print's window closes at that instant."""
    opens = decision.at or decision.when
    _drop_pending(decision)
    live, last = live_print(decision), last_print(decision)
    print_ = _print_of(decision)
    print_.visible_from = opens
    print_.first_published = last.first_published if last else opens
    print_.updated = _updated(decision, last, opens)
    print_.retracted = bool(last and last.retracted)
    if live:
        _close(live, opens)
    _put(print_, decision)


def _enter_archive(decision: Decision) -> None:
    """A story published elsewhere long ago: its window opens in the past, its old addresses lead to the new one.

    An address that is another story's already stays that story's.
    """
    _open(decision)
    moved = {
        "article_number": decision.article_id,
        "status": Address.Status.MOVED,
        "moved_to": decision.details["path"],
    }
    for path in decision.details["addresses"]:
        Address.objects.get_or_create(path=path, defaults=moved)


def _print_of(decision: Decision) -> PublishedArticle:
    held = RevisionWords.objects.get(revision_id=decision.revision_id)
    content = json.loads(held.content)
    content.update(decision.details.get("names", {}))
    print_ = compose(content, revision_number=decision.revision.number, revision_hash=decision.revision.hash)
    print_.path = decision.details["path"]
    return print_


def _kind(decision: Decision) -> str:
    correction = Correction.objects.filter(decision=decision).first()
    return correction.kind if correction else ""


def _updated(decision: Decision, last: PublishedArticle | None, opens: datetime.datetime) -> datetime.datetime | None:
    """When the page says it was updated: after new words, an update or a correction, never after a typo."""
    if last is None:
        said = decision.details.get("updated")  # by an archive
        return datetime.datetime.fromisoformat(said) if said else None
    kind = _kind(decision)
    if kind:
        return opens if kind in Correction.DATED else last.updated
    return last.updated if last.revision_number == decision.revision.number else opens


def _put(print_: PublishedArticle, decision: Decision) -> None:
    """Writes a print with all that hangs on it: its address, corrections, pictures, profiles, place in the search."""
    _hold_address(print_)
    print_.licensed_until = licences.end_of(print_)
    print_.save()
    made = Correction.objects.filter(article_id=decision.article_id, decision_id__lte=decision.pk)
    told = corrections_told(made.select_related("decision"))
    for correction in told:
        correction.print = print_
    PublishedCorrection.objects.bulk_create(told)
    PublishedPicture.objects.bulk_create(
        PublishedPicture(print=print_, sha256=sha256) for sha256 in hashes_in(print_.body)
    )
    publicity.link(print_)
    search.index_print(print_)


def _hold_address(print_: PublishedArticle) -> None:
    address, _made = Address.objects.get_or_create(path=print_.path, defaults={"article_number": print_.article_number})
    if address.article_number != print_.article_number:
        raise Refused(_("The address %(path)s belongs to another story. Choose another slug.") % {"path": print_.path})


def _close(print_: PublishedArticle, at: datetime.datetime) -> None:
    """Ends a window; one that would never have been open is taken away."""
    if print_.visible_from >= at:
        _remove(print_)
        return
    print_.visible_until = at
    print_.save(update_fields=["visible_until"])


def _remove(print_: PublishedArticle) -> None:
    search.forget_print(print_)
    number, path = print_.article_number, print_.path
    print_.delete()
    # An address nobody ever saw is free again.
    if not PublishedArticle.objects.filter(path=path).exists():
        Address.objects.filter(path=path, article_number=number, status=Address.Status.STANDS).delete()
    publicity.sweep()


def _drop_pending(decision: Decision) -> None:
    """Takes back what no reader has seen; the live print's window is open-ended again."""
    for print_ in prints_of(decision).pending(at=decision.when):
        _remove(print_)
    prints_of(decision).filter(visible_until__gt=decision.when).update(visible_until=None)


def _move_pending(decision: Decision) -> None:
    """Embargo set or lifted: a pending window opens at the minute the decision names."""
    if decision.at is None:
        return
    for print_ in prints_of(decision).pending(at=decision.when):
        _remove(print_)
        print_.pk = None
        print_.visible_from = decision.at
        if print_.first_published > decision.when:
            print_.first_published = decision.at
        print_.path = decision.details.get("path", print_.path)
        _put(print_, decision)


def _withdraw(decision: Decision) -> None:
    """Unpublish, hold: what is pending is dropped, what is live closes now."""
    _drop_pending(decision)
    live = live_print(decision)
    if live:
        _close(live, decision.when)


def _kill(decision: Decision) -> None:
    """Gone from every surface: every address readers had of it answers 410 from now on."""
    seen = prints_of(decision).filter(visible_from__lte=decision.when).values_list("path", flat=True)
    paths = sorted(set(seen))
    _withdraw(decision)
    for path in paths:
        gone = {"article_number": decision.article_id, "status": Address.Status.GONE}
        Address.objects.update_or_create(path=path, defaults=gone)


def _reprint(decision: Decision) -> None:
    """The live print again, from the same revision, with the names of today; readers are told of no update."""
    live = live_print(decision)
    if live is None:
        return
    print_ = _print_of(decision)
    for name in ("first_published", "updated", "retracted", "visible_until"):
        setattr(print_, name, getattr(live, name))
    print_.visible_from = decision.when
    _close(live, decision.when)
    _put(print_, decision)


EFFECTS: dict[Verb, Callable[[Decision], None]] = {
    Verb.ENTER_ARCHIVE: _enter_archive,
    Verb.PUBLISH: _open,
    Verb.SCHEDULE: _open,
    Verb.CORRECT: _correct,
    Verb.UNSCHEDULE: _drop_pending,
    Verb.EMBARGO: _move_pending,
    Verb.LIFT_EMBARGO: _move_pending,
    Verb.HOLD: _withdraw,
    Verb.UNPUBLISH: _withdraw,
    Verb.KILL: _kill,
    Verb.REPRINT: _reprint,
}
