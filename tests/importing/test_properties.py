"""What holds for any copy: a story comes out as it was put in, and no word of any text vanishes."""

import re
from collections import Counter
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from articles.desk import rights
from articles.importing.body import body_of
from articles.importing.decide import Outcome
from articles.importing.decoding import decode
from articles.importing.errors import BadInput
from articles.importing.reading import Reading
from articles.importing.run import Import
from articles.models import Article
from articles.text import summary
from articles.text.characters import UNSPACED
from articles.text.clean import clean, plain
from tests.importing.conftest import read_wire
from tests.importing.wire_strategies import copies, is_plain

UNHURRIED = settings(deadline=None)  # a busy machine is no fault

_UNSPACED = re.compile(f"[{UNSPACED}\u3000-\u303f\uff01-\uff65]")

_PIECES = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=40),
    st.sampled_from(
        [
            "Tide turns", "TIDE “TURNS”", "**Tide turns**", "**Why now?**", "It was late.", "**", "** **",
            "5 ** 4 ** 3",
            "Read Full Article at RT.com", "(Read more: https://a.example/b)", "Read more at https://[", "Staff",
            "Ada Finch and Alan Reed for The Engine", "Content-Type: text/plain; charset=utf-8", "<b>", "&amp;",
            "潮が\n変", "سوق", "e\u0301", "\u202eetal", "\u200b", "\x1a", "\x85", "\u2029", "cafÃ©", "x" * 301,
        ]
    ),
)  # fmt: skip
_TEXTS = st.lists(st.tuples(_PIECES, st.sampled_from([" ", "\n", "\n\n", "\r\n\r\n", ". "])), max_size=14).map(
    lambda pieces: "".join(piece + gap for piece, gap in pieces)
)


def words_in(*texts):
    return Counter(
        word for text in texts for word in _UNSPACED.sub(r" \g<0> ", text).split() if any(map(str.isalnum, word))
    )


@UNHURRIED
@given(copies().filter(is_plain))
def test_a_story_comes_out_as_it_was_put_in(copy):
    reading = read_wire(copy.received)
    assert isinstance(reading, Reading), reading
    story = reading.story
    assert (story.headline, story.dek) == (copy.headline, copy.dek)
    assert [(block.kind, block.text) for block in story.blocks] == copy.body
    assert [(credit.name, credit.organisation) for credit in story.credits] == copy.credits
    assert [claim.organisation for claim in story.origins] == copy.origins


@UNHURRIED
@given(copies())
def test_every_claim_reads_in_the_bytes_as_it_is_kept(copy):
    reading = read_wire(copy.received)
    assume(isinstance(reading, Reading))
    for claim, (start, end) in zip(reading.story.origins, reading.spans, strict=True):
        assert plain(copy.received[start:end].decode(decode(copy.received).encoding)) == plain(claim.evidence)


@UNHURRIED
@given(_TEXTS)
def test_no_word_vanishes(text):
    reading = read_wire(text.encode("utf-8"))
    assume(isinstance(reading, Reading))
    made = reading.story
    kept = [made.headline, made.dek, summary.words(clean(body_of(made.blocks)))]
    kept += [made.ednote, *(claim.evidence for claim in made.origins), *(step.before for step in made.steps)]
    assert words_in(text) - words_in(*kept) == Counter()


@UNHURRIED
@given(st.binary(max_size=80))
def test_any_bytes_read_as_a_story_or_a_named_error(received):
    made = read_wire(received)
    if isinstance(made, BadInput):
        assert made.code in {"empty", "binary", "encoding", "no-headline", "no-body"}
        assert made.byte is None or 0 <= made.byte <= len(received)


@UNHURRIED
@given(st.binary(max_size=40), st.sampled_from(["utf-7", "utf-16", "iso2022_jp", "hz", "idna", "big5"]))
def test_any_bytes_read_in_any_encoding_as_a_story_or_a_named_error(received, encoding):
    made = read_wire(received, encoding=encoding)
    if isinstance(made, BadInput):
        assert made.code in {"empty", "binary", "encoding", "no-headline", "no-body"}


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=_TEXTS)
def test_any_text_comes_in_as_it_reads_or_is_refused(file, text):
    path = file(f"Tide turns\n\nIt was late.\n\n{text}")
    with transaction.atomic():
        (result,) = Import(rights.system(), (path,)).run()
        if result.outcome == Outcome.CREATED:
            story = read_wire(Path(path).read_bytes()).story
            article = Article.objects.get()
            assert (article.headline, article.dek, article.body) == (
                story.headline,
                story.dek,
                clean(body_of(story.blocks)),
            )
        assert result.outcome in (Outcome.CREATED, Outcome.REFUSED)
        transaction.set_rollback(True)
