"""Changing what readers already have: the page stays until the approved words replace it, with a note."""

from django.utils.translation import gettext as _

from articles.desk import addresses, prints, rights
from articles.desk.moves import Moving, moving
from articles.desk.refusals import Refused
from articles.models import Article, Correction, Decision, PublishedArticle, Revision
from articles.states import Status, Verb
from articles.text.clean import plain_lines


def correct(
    article: Article,
    *,
    by: rights.User,
    seen: int | None,
    kind: str,
    note: str = "",
    passage: str = "",
    why: str = "",
) -> Decision:
    """Tells readers of a change to what they have. `kind` is one of `Correction.Kind`.

    A typo, an update, a correction or a clarification puts the approved words in place of the live ones; only a typo
    is mended in silence, every other kind needs its `note` for readers. An editor's note or a retraction is the note
    alone: the words stay, whatever the desk is writing meanwhile. `passage` quotes the words concerned as they were.
    Raises `Refused` where the note is missing or there are no other approved words.
    """
    wordless = kind in Correction.WORDLESS
    with moving(article, Verb.CORRECT, by=by, seen=None if wordless else seen, why=why) as move:
        if kind not in Correction.Kind.values:
            raise Refused(_("Say what kind of change this is: a typo, an update, a correction …"))
        note, passage = plain_lines(note), plain_lines(passage)
        if not note and kind not in Correction.SILENT:
            raise Refused(_("Write the note that readers will see with this change."))
        live = PublishedArticle.objects.filter(article_number=article.pk).visible(at=move.when).get()
        before = move.article.revisions.get(number=live.revision_number)
        if wordless:
            move.head = before
        else:
            _require_new_words(move, before)
            move.pass_gate()
        path = addresses.planned(move.article, at=move.when)
        decision = move.decide(at=move.when, details={"path": path})
        Correction.objects.create(
            article=move.article,
            decision=decision,
            kind=kind,
            note=note,
            passage=passage,
            before=before,
            after=move.head,
        )
        prints.apply(decision)
        return decision


def _require_new_words(move: Moving, before: Revision) -> None:
    """Raises `Refused` unless the newest words are approved and other than those readers have."""
    if move.article.status != Status.APPROVED:
        raise Refused(_("The new words are not approved yet. Have them approved, then tell readers of the change."))
    if before == move.head:
        raise Refused(_("Readers already have these words. Save the corrected words and have them approved first."))
