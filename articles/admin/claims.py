"""Claims about where copy came from, each with its evidence in its surroundings, and what readers are told of them."""

import codecs
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst

from articles.desk.rules.origins import conflicts
from articles.models import Claim, Origin, Receipt

AROUND = 160
"""Bytes of what was received that are shown on either side of the evidence."""


@dataclass(frozen=True)
class Surroundings:
    """The words before the evidence, the evidence, and the words after it."""

    before: str
    evidence: str
    after: str


@dataclass(frozen=True)
class ClaimRow:
    """A row of the form with what is known of its claim."""

    row: Any
    origin: Origin | None
    seen: Surroundings | None


@dataclass(frozen=True)
class Claims:
    """All claims of a story: those that contradict each other, the others, and what readers will see of them."""

    sentences: list[str]
    contested: list[ClaimRow]
    others: list[ClaimRow]
    credit: list[str]


def claims(rows: Sequence[Any]) -> Claims:
    """The claims in the rows of the form, the one for a new claim last among the others."""
    origins = [row.original for row in rows if row.original and row.original.pk]
    sentences = conflicts(origins)
    opposed = [one for one in origins if sentences and _is_contested(one, origins)]
    received = _received(origins)
    told = [ClaimRow(row, row.original, surroundings(row.original, received)) for row in rows]
    return Claims(
        sentences=sentences,
        contested=[one for one in told if one.origin in opposed],
        others=[one for one in told if one.origin not in opposed],
        credit=credit(origins),
    )


def credit(origins: Iterable[Origin]) -> list[str]:
    """What readers will see of where the copy came from: confirmed claims only, and the credit lines they ask for."""
    confirmed = [one for one in origins if one.state == Claim.CONFIRMED]
    lines = [f"{capfirst(one.get_role_display())} {one.organisation}" for one in confirmed]
    return list(
        dict.fromkeys(lines + [one.organisation.credit_line for one in confirmed if one.organisation.credit_line])
    )


def surroundings(origin: Origin | None, received: dict[int, bytes]) -> Surroundings | None:
    """The evidence where it stands; by itself where it was not read in what was received."""
    if origin is None or origin.pk is None or not origin.evidence:
        return None
    whole = received.get(origin.receipt_id or 0, b"")
    start, end = origin.evidence_start or 0, origin.evidence_end or 0
    if not start < end <= len(whole):
        return Surroundings("", origin.evidence, "")
    codec = _codec(whole)
    before = whole[max(0, start - AROUND) : start].decode(codec, errors="ignore")
    after = whole[end : end + AROUND].decode(codec, errors="ignore")
    return Surroundings(
        _last_words(before, cut=start > AROUND), origin.evidence, _first_words(after, cut=end + AROUND < len(whole))
    )


def _is_contested(origin: Origin, origins: Sequence[Origin]) -> bool:
    """Whether the contradiction would read otherwise without this claim."""
    return conflicts(origins) != conflicts([one for one in origins if one is not origin])


def _received(origins: Iterable[Origin]) -> dict[int, bytes]:
    """The bytes in which evidence stands, by receipt."""
    named = {one.receipt_id for one in origins if one.receipt_id and one.evidence_end}
    kept = Receipt.objects.filter(pk__in=named) if named else ()
    return {receipt.pk: receipt.unpack() or b"" for receipt in kept}


def _codec(received: bytes) -> str:
    """How the bytes are written, told as the page of the receipt tells it."""
    for mark, codec in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if received.startswith(mark):
            return codec
    try:
        received.decode()
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _last_words(text: str, *, cut: bool) -> str:
    """White space folded; where the text goes on before, an ellipsis in place of the word that was cut."""
    words = text.split()
    said = " ".join(["…", *words[1:]] if cut else words)
    return f"{said} " if text[-1:].isspace() else said


def _first_words(text: str, *, cut: bool) -> str:
    words = text.split()
    said = " ".join([*words[:-1], "…"] if cut else words)
    return f" {said}" if text[:1].isspace() else said
