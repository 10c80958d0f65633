"""The sources that citations stand on: named, still held, and the house's once a person accepts their words."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from articles.desk.refusals import Refused
from articles.desk.suggesting import accept_source
from articles.models import Citation, Claim, Person
from articles.text.summary import shortened
from bylines.models import Source


def stand_on_sources(rows: Sequence[Citation], *, by: Person) -> None:
    """Sees to it that each confirmed row of `rows` has a source that the house has accepted.

    A suggested one is accepted, or gives way to the one that is the same, in every row that names it. Raises `Refused`
    where a row stands without a source, or on one that is gone.
    """
    standing = [row for row in rows if row.state == Claim.CONFIRMED]
    held = Source.objects.select_related("affiliation").in_bulk({row.source_id for row in standing} - {None})
    taken: dict[int, Source] = {}
    for row in standing:
        number = row.source_id
        if number is None:
            raise Refused(_nobody(row))
        if number not in taken:
            taken[number] = _accepted(row, held.get(number), by)
    for row in rows:
        if row.source_id in taken:
            row.source = taken[row.source_id]


def _accepted(row: Citation, held: Source | None, by: Person) -> Source:
    if held is not None and held.state == Source.State.ACCEPTED:
        return held
    known = row.source if Citation.source.is_cached(row) else held
    if known is None:
        raise Refused(_("The source of “%(quote)s” is gone. Choose another.") % {"quote": shortened(row.quote, 60)})
    return accept_source(known, by=by)


def _nobody(row: Citation) -> str:
    if not row.quote:
        return _("A citation needs a source: choose or add one, or take the citation out.")
    told = _("Say who said “%(quote)s”: choose or add a source, then accept it.")
    return told % {"quote": shortened(row.quote, 60)}
