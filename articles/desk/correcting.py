"""Changing what readers already have: the page stays until the approved words replace it, with a note."""

from django.utils.translation import gettext as _

from articles.desk import addresses, prints, rights
from articles.desk.moves import moving
from articles.desk.refusals import Refused
from articles.models import Article, Correction, Decision, PublishedArticle
from articles.states import Verb
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
    """Puts the approved words in place of the live ones and tells readers why.

    `kind` is one of `Correction.Kind`; a typo is mended in silence, every other kind needs its `note` for readers.
    `passage` quotes the words concerned as they were. An editor's note, a clarification or a retraction may leave
    the words as they are. Raises `Refused` where the note is missing or nothing would change.
    """
    with moving(article, Verb.CORRECT, by=by, seen=seen, why=why) as move:
        if kind not in Correction.Kind.values:
            raise Refused(_("Say what kind of change this is: a typo, an update, a correction …"))
        note, passage = plain_lines(note), plain_lines(passage)
        if not note and kind not in Correction.SILENT:
            raise Refused(_("Write the note that readers will see with this change."))
        live = PublishedArticle.objects.filter(article_number=article.pk).visible(at=move.when).get()
        if live.revision_number == move.head.number and kind not in Correction.WORDLESS:
            raise Refused(_("Readers already have these words. Save the corrected words and have them approved first."))
        move.pass_gate()
        path = addresses.planned(move.article, at=move.when)
        decision = move.decide(at=move.when, details={"path": path, "asked": move.when.isoformat()})
        Correction.objects.create(
            article=move.article,
            decision=decision,
            kind=kind,
            note=note,
            passage=passage,
            before=move.article.revisions.get(number=live.revision_number),
            after=move.head,
        )
        prints.apply(decision)
        return decision
