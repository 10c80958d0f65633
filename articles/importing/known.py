"""What the house already holds of a batch of items: asked in a few questions, however many items."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.importing.decide import Held, Known, Likeness, is_withdrawn
from articles.importing.errors import BadInput
from articles.importing.item import Item
from articles.importing.reading import Reading
from articles.importing.versions import identity
from articles.likeness import candidates as likely_articles
from articles.models import Delivery, Receipt, Verdict
from articles.text.fingerprint import compare
from articles.text.summary import words

Pair = tuple[Item, Reading | BadInput]

_FINAL = frozenset({Verdict.Outcome.REFUSED, Verdict.Outcome.UNDONE})


@dataclass
class Holdings:
    """What is held, for each item of a batch; `receipts` are those of exactly the same bytes, by their hash."""

    receipts: dict[str, Receipt]
    held: list[Held]


def holdings(pairs: Sequence[Pair]) -> Holdings:
    """Looks up every pair of the batch at once."""
    receipts = _receipts(pairs)
    verdicts = _last_verdicts(receipts.values())
    stories = [reading.story if isinstance(reading, Reading) else None for _item, reading in pairs]
    keys = [identity(story) if story else "" for story in stories]
    by_identity = _deliveries("identity", keys)
    by_address = _deliveries("address", [story.address for story in stories if story])
    hashes = [reading.words_hash for _item, reading in pairs if isinstance(reading, Reading)]
    by_words = _deliveries("words_hash", hashes)
    found = []
    for (item, reading), key in zip(pairs, keys, strict=True):
        verdict = verdicts.get(item.sha256)
        article, refusal = _became(verdict)
        if article is not None or isinstance(reading, BadInput):
            found.append(Held(article, refusal))
            continue
        address = reading.story.address
        same = by_identity.get(key) or _at_address(by_address.get(address), "" if key == address else key)
        known = _known(same) if same else None
        same_words = by_words.get(reading.words_hash)
        found.append(Held(None, refusal, known, _known(same_words) if same_words else None))
    return Holdings(receipts, _with_likeness(pairs, found))


def _receipts(pairs: Sequence[Pair]) -> dict[str, Receipt]:
    hashes = {item.sha256 for item, _reading in pairs if item.sha256}
    return {receipt.sha256: receipt for receipt in Receipt.objects.filter(sha256__in=hashes).defer("packed")}


def _last_verdicts(receipts: Iterable[Receipt]) -> dict[str, Verdict]:
    keys = [receipt.pk for receipt in receipts]
    if not keys:
        return {}
    verdicts = Verdict.objects.filter(receipt__in=keys).select_related("receipt").defer("receipt__packed")
    return {verdict.receipt.sha256: verdict for verdict in verdicts.defer("before", "after").order_by("pk")}


def _became(verdict: Verdict | None) -> tuple[int | None, str]:
    """The article that the bytes are, and why they were refused; an import undone has made nothing."""
    if verdict is None or verdict.outcome == Verdict.Outcome.UNDONE:
        return None, ""
    if verdict.outcome == Verdict.Outcome.REFUSED:
        return None, verdict.reason
    return verdict.article_id, ""


def _deliveries(column: str, values: Iterable[str]) -> dict[str, Delivery]:
    """The last delivery by each value of `column`."""
    wanted = {value for value in values if value}
    if not wanted:
        return {}
    # That none is empty has to be said: of more than a hundred values PostgreSQL does not look whether they all are in
    # the part of the table that is indexed, and would read the whole of it.
    rows = Delivery.objects.filter(**{f"{column}__in": wanted}).exclude(**{column: ""})
    rows = rows.exclude(state=Delivery.State.UNDONE)
    return {getattr(row, column): row for row in rows.defer("content", "rights").order_by("pk")}


def _at_address(delivery: Delivery | None, key: str) -> Delivery | None:
    """Two items with ids of their own that name one address are two: the other is where it was first published. An id
    that is only the address itself is none.
    """
    theirs = delivery.identity if delivery and delivery.identity != delivery.address else ""
    return None if key and theirs else delivery


def _known(delivery: Delivery) -> Known:
    updated = delivery.updated or delivery.published
    return Known(
        delivery.article_id,
        version=delivery.version,
        updated=updated.isoformat() if updated else "",
        is_copy=delivery.kind == Delivery.Kind.COPY,
    )


def _with_likeness(pairs: Sequence[Pair], found: list[Held]) -> list[Held]:
    """The held again, with the article most alike where it may matter: for new items, and for newer copies."""
    asking = [
        number
        for number, ((_item, reading), held) in enumerate(zip(pairs, found, strict=True))
        if isinstance(reading, Reading) and reading.sketch and _matters(reading, held)
    ]
    sketches = [pairs[number][1].sketch for number in asking]  # type: ignore[union-attr]
    candidates = likely_articles(sketches) if sketches else []
    texts = _received_words({article for likely in candidates for article, _shared in likely})
    for number, likely in zip(asking, candidates, strict=True):
        reading, held = pairs[number][1], found[number]
        only = held.item.article if held.item and held.item.article is not None else None
        numbers = [article for article, _shared in likely if only in (None, article)]
        found[number] = _replaced(held, _most_alike(reading, numbers, texts))  # type: ignore[arg-type]
    return found


def _matters(reading: Reading, held: Held) -> bool:
    if is_withdrawn(reading.story) or held.same_words:
        return False
    return held.item is None or held.item.is_copy or held.item.article is None


def _replaced(held: Held, like: Likeness | None) -> Held:
    return Held(held.article, held.refusal, held.item, held.same_words, like)


def _most_alike(reading: Reading, candidates: Iterable[int], texts: dict[int, str]) -> Likeness | None:
    mine = "\n".join(block.text for block in reading.story.blocks)
    passages: Likeness | None = None
    for article in candidates:
        alike = compare(mine, texts.get(article, ""))
        if alike.same_copy:
            return Likeness(article, True, alike.new)
        if alike.shares and passages is None:
            passages = Likeness(article, False, alike.new)
    return passages


def _received_words(articles: Iterable[int]) -> dict[int, str]:
    """The words of these articles as they were last received."""
    rows = Delivery.objects.filter(article__in=set(articles), state=Delivery.State.TAKEN).order_by("pk")
    told = rows.exclude(kind=Delivery.Kind.COPY).values_list("article", "content", "revision__words__content")
    return {article: words(json.loads(content or held)["body"]) for article, content, held in told}
