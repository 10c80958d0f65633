"""Made-up news in any number: the same number, the same story, in any process. Bodies of about 5.5 kB of HTML."""

import datetime
import json
import random
from collections.abc import Iterator
from itertools import accumulate

BODY = 5_500  # bytes
EPOCH = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)

_ONSETS = "b br c cr d dr f fl g gr h j k l m n p pl qu r s sh st t th tr v w".split()
_VOWELS = "a e i o u ai ea ee oa ou".split()
_CODAS = "b ck d g l m n nd nt p r rd rk rn s sh st t th x".split()
_SMALL = "the of a and to in on for at with by from was is that it as be has will".split()
DESKS = ["Harbour", "City", "Sport", "Culture", "Business"]
_TOPICS = ["Ports", "Fishing", "Ferries", "Weather", "Budget", "Courts", "Schools", "Housing", "Football", "Music"]
_AGENCIES = ["Estuary Press", "Tidewater Wire", "North Quay News", "Saltgate Agency"]


def _vocabulary() -> list[str]:
    chance = random.Random(1)
    made = {
        "".join(chance.choice(part) for part in (_ONSETS, _VOWELS, _CODAS, _VOWELS, _CODAS)[: chance.choice((3, 5))])
        for _number in range(30_000)
    }
    words = sorted(made)
    chance.shuffle(words)
    return words


WORDS = _vocabulary()
_CUMULATED = list(accumulate(1 / (rank + 8) for rank in range(len(WORDS))))  # a few words often, most seldom


def story(number: int) -> dict[str, object]:
    """Story `number`, as a row of JSON Lines."""
    chance = random.Random(number)
    paragraphs: list[str] = []
    size = 0
    while size < BODY:
        paragraph = _paragraph(chance, len(paragraphs))
        paragraphs.append(paragraph)
        size += len(paragraph) + 1
    agency = chance.choice(_AGENCIES)
    published = EPOCH + datetime.timedelta(minutes=number)
    return {
        "headline": _sentence(chance, 7).rstrip("."),
        "dek": _sentence(chance, 16),
        "body_html": "\n".join(paragraphs),
        "byline": f"{chance.choice(WORDS[:20]).title()} {chance.choice(WORDS[20:60]).title()} for {agency}",
        "section": chance.choice(DESKS),
        "topics": chance.sample(_TOPICS, 2),
        "published": published.isoformat(),
        "supplier": agency,
        "supplier_domain": f"{agency.split()[0].lower()}.example",
        "supplier_id": f"urn:newsml:{agency.split()[0].lower()}.example:{number}",
        "version": "1",
        "language": "en",
    }


def lines(first: int, count: int) -> Iterator[bytes]:
    """So many stories from number `first`, a line of JSON each."""
    for number in range(first, first + count):
        yield json.dumps(story(number), ensure_ascii=False).encode("utf-8") + b"\n"


def _paragraph(chance: random.Random, place: int) -> str:
    if place and place % 6 == 0:
        return f"<h2>{_sentence(chance, 5).rstrip('.')}</h2>"
    words = " ".join(_sentence(chance, chance.randint(8, 24)) for _number in range(chance.randint(2, 4)))
    link = f'<a href="https://{chance.choice(WORDS)}.example/{chance.randint(1, 99_999)}">{chance.choice(WORDS)}</a>'
    if place % 3 == 1:
        words = f"{words} <strong>{_sentence(chance, 4)}</strong> See {link}."
    return f"<p>{words}</p>"


def _sentence(chance: random.Random, length: int) -> str:
    rare = chance.choices(WORDS, cum_weights=_CUMULATED, k=length)
    words = [chance.choice(_SMALL) if chance.random() < 0.4 else word for word in rare]
    return f"{' '.join(words).capitalize()}."
