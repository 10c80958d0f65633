"""One receipt as its page tells of it: what arrived, what the steps made of it, and which story it was."""

import codecs
import json
import re
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from articles.admin import library
from articles.admin.retrying import RetryForm, may_be_tried
from articles.desk import rights
from articles.models import Delivery, Receipt, Verdict
from articles.text.diff import Span, compare_line
from articles.text.render import render_body

SHOWN = 100_000
"""Characters of what arrived that a page shows; the rest is in the file."""

MARKED = 10_000
"""Characters of a step whose words are compared; longer ones are shown as they are."""


@dataclass(frozen=True)
class Step:
    """A verdict, with the words before and after it; those that differ are marked."""

    verdict: Verdict
    before: list[Span]
    after: list[Span]


@dataclass(frozen=True)
class Reading:
    """The story as its supplier told it, in our words for its parts."""

    headline: str
    dek: str
    body: SafeString
    language: str
    direction: str


def told(receipt: Receipt, user: rights.User) -> dict[str, Any]:
    """All that the page of `receipt` shows to `user`."""
    deliveries = receipt.deliveries.select_related("article", "revision__words").order_by("pk")
    received = receipt.unpack()
    text = None if received is None else as_text(received)
    return {
        "receipt": receipt,
        "steps": [_step(verdict) for verdict in receipt.verdicts.select_related("article")],
        "deliveries": deliveries,
        "reading": _reading(deliveries),
        "envelope": json.dumps(receipt.envelope, ensure_ascii=False, indent=2) if receipt.envelope else "",
        "text": text and text[:SHOWN],
        "kept": received is not None,
        "cut": bool(text and len(text) > SHOWN),
        "retry": RetryForm(auto_id="id_retry_%s", label_suffix="") if may_be_tried(receipt, user) else None,
    }


def as_text(received: bytes) -> str:
    """Bytes as text to look at: by their mark, as UTF-8, or else as what old systems send."""
    if received.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return received.decode("utf-16", errors="replace")
    try:
        return received.decode("utf-8-sig")
    except UnicodeDecodeError:
        return received.decode("cp1252", errors="replace")


def file_name(receipt: Receipt) -> str:
    """A name under which anybody's computer can keep what arrived: letters, digits, dots, hyphens."""
    stem = re.sub(r"[^A-Za-z0-9.-]+", "-", receipt.name.rpartition("/")[2]).strip("-.")
    return f"{receipt.pk}-{stem[-80:]}" if stem else str(receipt.pk)


def _step(verdict: Verdict) -> Step:
    before, after = verdict.before, verdict.after
    if len(before) + len(after) > MARKED:
        return Step(verdict, [Span("same", before)], [Span("same", after)])
    spans = compare_line(before, after)
    return Step(
        verdict,
        [span for span in spans if span.kind != "added"],
        [span for span in spans if span.kind != "removed"],
    )


def _reading(deliveries: Any) -> Reading | None:
    """What the delivery says word for word, where the desk kept it: of copies and older versions only the bytes are."""
    for delivery in deliveries:
        if held := _content(delivery):
            body = mark_safe(render_body(held["body"], pictures=library.shown_in(held["body"])))
            return Reading(held["headline"], held["dek"], body, held["language"], held["direction"])
    return None


def _content(delivery: Delivery) -> dict[str, Any] | None:
    if delivery.content:
        return json.loads(delivery.content)
    return json.loads(delivery.revision.words.content) if delivery.revision else None
