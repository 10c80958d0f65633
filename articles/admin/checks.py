"""What checking a quote against its source's own words came to, as an editor reads it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.models import Citation
from articles.text.differing import Run, told


@dataclass(frozen=True)
class Check:
    """The outcome in a word, what to make of it in a sentence, and the quote with what differs marked."""

    outcome: str
    label: str
    sentence: str
    spans: tuple[Run, ...] = ()


def checked(citation: Citation) -> Check | None:
    """How a quote stands to its source's own words; None for a paraphrase, which has no words to check."""
    if citation.kind == Citation.Kind.PARAPHRASE:
        return None
    if citation.match in Citation.FAITHFUL:
        return _found(citation)
    if citation.is_waived:
        sentence = _("%(who)s vouches for it: “%(why)s”")
        who = citation.waived_by.name if citation.waived_by else _("Somebody")
        return Check("waived", _("waived"), sentence % {"who": who, "why": citation.waived_why})
    return _found(citation)


def _found(citation: Citation) -> Check:
    match citation.match:
        case Citation.Match.EXACT:
            return Check("exact", _("exact"), _("Word for word what the source said."))
        case Citation.Match.TRIMMED:
            sentence = _("Word for word, but for what the marks show. Struck through: what they leave out.")
            return Check("trimmed", _("trimmed […]"), sentence, tuple(told(citation.quote, citation.source_words)))
        case Citation.Match.ALTERED:
            sentence = _("Some words are not the source's. Struck through: theirs. Underlined: ours.")
            return Check("altered", _("altered"), sentence, tuple(told(citation.quote, citation.source_words)))
        case Citation.Match.NOT_FOUND:
            return Check("not_found", _("not found"), _("The source's own words, as pasted, do not hold this quote."))
        case _:
            return Check("unchecked", _("unchecked"), _("Paste the source's own words, or say why it need not be."))
