"""The Sources panel of a story's form: its citations, what is suggested first, each told in one line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import ModelForm
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin import passages
from articles.admin.checks import Check, checked
from articles.models import Article, Citation, Claim
from articles.text.citing import keys_of
from bylines.models import Source


@dataclass(frozen=True)
class Line:
    """A citation told in one line: the words, whose they are, how they came, and how they stand to the source's own."""

    citation: Citation
    state: str
    quote: str
    speaker: str
    said: str
    check: Check | None


@dataclass(frozen=True)
class Row:
    """One citation with its form. A row `is_lost` whose passage is no longer in the text."""

    line: Line
    form: ModelForm
    key: str
    is_lost: bool
    is_removed: bool
    may_be_approved: bool

    @property
    def is_open(self) -> bool:
        """Whether its fields are shown at once: something in them is wrong."""
        return bool(self.form.errors)

    @property
    def was_suggested(self) -> bool:
        """Whether it is the software's find: then it can be waved off for good, not only removed."""
        return bool(self.line.citation.found_by) or self.line.state != Claim.CONFIRMED

    @property
    def source_is_new(self) -> bool:
        """Whether accepting it takes its source in among the sources."""
        source = self.line.citation.source
        return source is not None and source.state == Source.State.SUGGESTED


@dataclass(frozen=True)
class Panel:
    """All rows: what waits for an answer, what stands, what was waved off; the empty one; and the data of passages."""

    suggested: list[Row]
    standing: list[Row]
    rejected: list[Row]
    empty: Row
    told: str
    passages: dict[str, list[dict[str, Any]]]

    @property
    def shows_rejected(self) -> bool:
        """Whether what was waved off is unfolded: something is wrong in it."""
        return any(row.is_open for row in self.rejected)


def panel(forms: Sequence[ModelForm], empty: ModelForm, body: str, approvable: Iterable[int] = ()) -> Panel:
    """The panel over a canonical `body`. `approvable` are the unnamed sources that this person may approve now."""
    marked = keys_of(body)
    waiting = [form.instance for form in forms if form.instance.key and form.instance.key not in marked]
    found = passages.told_in(body, [one for one in waiting if one.passages])
    approvable = set(approvable)
    rows = [_row(form, marked | found.keys(), approvable) for form in forms]
    suggested = [row for row in rows if _was(row) == Claim.SUGGESTED]
    return Panel(
        suggested=suggested,
        standing=[row for row in rows if _was(row) == Claim.CONFIRMED],
        rejected=[row for row in rows if _was(row) == Claim.REJECTED],
        empty=_row(empty, set(), set()),
        told=_told(suggested),
        passages=found,
    )


def lines(article: Article) -> list[Line]:
    """The citations of a story for whoever may only look."""
    rows = article.citations.select_related("source", "via", "waived_by__user").order_by("pk")
    return [_line(one, one.state) for one in rows]


def _was(row: Row) -> str:
    """The state it came with: a row stays where it is until it is saved."""
    return row.form.initial.get("state", row.line.state) if row.form.instance.pk else row.line.state


def _row(form: ModelForm, found: set[str], approvable: set[int]) -> Row:
    one, state, key = form.instance, form["state"].value(), form["key"].value() or ""
    return Row(
        line=_line(one, state),
        form=form,
        key=key,
        is_lost=state == Claim.CONFIRMED and bool(key) and key not in found,
        is_removed=bool(form["DELETE"].value()),
        may_be_approved=one.source_id in approvable and state == Claim.CONFIRMED,
    )


def _line(one: Citation, state: str) -> Line:
    speaker = str(one.source) if one.source_id else ""
    check = checked(one) if one.pk and state == Claim.CONFIRMED else None
    return Line(one, state, " ".join(one.quote.split()), speaker, _said(one), check)


def _said(citation: Citation) -> str:
    """The speaker's title, the channel, and whether it is second-hand."""
    via = _("via %(outlet)s") % {"outlet": citation.via} if citation.via_id else ""
    return ", ".join(filter(None, (citation.title, citation.channel, via)))


def _told(suggested: Sequence[Row]) -> str:
    """How much is suggested."""
    paraphrases = sum(row.line.citation.kind == Citation.Kind.PARAPHRASE for row in suggested)
    quotes = len(suggested) - paraphrases
    parts = (
        ngettext("%(count)d quote", "%(count)d quotes", quotes) % {"count": quotes} if quotes else "",
        ngettext("%(count)d paraphrase", "%(count)d paraphrases", paraphrases) % {"count": paraphrases}
        if paraphrases
        else "",
    )
    return ", ".join(filter(None, parts))
