"""articles/likeness.py: which held articles may be like a story, on both engines alike."""

import pytest
from django.db import connection

from articles import likeness
from articles.text.fingerprint import Fingerprint, compare
from tests import newsy

pytestmark = pytest.mark.django_db

HELD = 2000
FIRST = 1_000_000_000_000  # the number of an article may be as large as its column allows

SKETCH = list(range(-12, 12))


def held():
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT article_id, hash FROM {likeness.SHINGLES} ORDER BY article_id, hash")
        return cursor.fetchall()


def sketch_of(told):
    return Fingerprint("\n".join(told)).sketch


@pytest.fixture(scope="module")
def stories():
    return {FIRST + number: newsy.story(number) for number in range(HELD)}


@pytest.fixture(scope="module")
def sketches(stories):
    return {number: sketch_of(told) for number, told in stories.items()}


@pytest.fixture
def archive(stories, sketches):
    """Two thousand stories, held in batches as the import brings them."""
    for start in range(0, HELD, 500):
        likeness.index({FIRST + number: sketches[FIRST + number] for number in range(start, start + 500)})
    return stories


def test_what_is_indexed_again_takes_the_place_of_what_was_held():
    likeness.index({7: [1, -2, 2**63 - 1], 8: [1, -(2**63)]})
    likeness.index({7: [3, 3], 9: []})
    assert held() == [(7, 3), (8, -(2**63)), (8, 1)]


def test_what_is_forgotten_is_like_nothing():
    likeness.index({7: SKETCH, 8: SKETCH})
    likeness.forget([7])
    assert likeness.candidates([SKETCH]) == [[(8, 24)]]
    likeness.forget([])
    assert {article for article, _hash in held()} == {8}


def test_nothing_is_asked_of_nothing():
    likeness.index({})
    assert (likeness.candidates([]), likeness.candidates([[], SKETCH])) == ([], [[], []])


def test_the_likest_comes_first_and_of_two_alike_the_newest():
    likeness.index({1: SKETCH[:10], 2: SKETCH[:20], 3: SKETCH[14:], 4: SKETCH[22:]})
    assert likeness.candidates([SKETCH, SKETCH[:2]]) == [[(2, 20), (3, 10), (1, 10)], []]


def test_so_many_must_be_shared_and_so_many_are_named():
    likeness.index(dict.fromkeys(range(1, 10), SKETCH[: likeness.FEWEST]))
    likeness.index({10: SKETCH[: likeness.FEWEST - 1]})
    assert likeness.candidates([SKETCH]) == [[(number, likeness.FEWEST) for number in range(9, 9 - likeness.BEST, -1)]]


def test_what_too_many_share_does_not_count():
    own = SKETCH[: likeness.FEWEST]
    boilerplate = SKETCH[likeness.FEWEST :]
    likeness.index(dict.fromkeys(range(likeness.COMMON), boilerplate) | {5000: [*own, 77]})
    assert likeness.candidates([[*own, *boilerplate]]) == [
        [*((likeness.COMMON - 1 - rank, len(boilerplate)) for rank in range(likeness.BEST))]
    ]
    likeness.index({6000: boilerplate})
    assert likeness.candidates([[*own, *boilerplate]]) == [[(5000, len(own))]]


def test_a_whole_batch_is_one_statement(django_assert_num_queries):
    likeness.index({1: SKETCH})
    with django_assert_num_queries(1):
        assert likeness.candidates([SKETCH] * 500) == [[(1, 24)]] * 500


@pytest.mark.parametrize("copy", newsy.COPIES)
def test_copies_are_found_among_two_thousand_stories(archive, copy):
    copies = [newsy.COPIES[copy](archive[FIRST + number], number) for number in range(0, HELD, 10)]
    candidates = likeness.candidates([sketch_of(told) for told in copies])
    found = [
        any(article == FIRST + number * 10 and is_like(copies[number], archive[article]) for article, _shared in likely)
        for number, likely in enumerate(candidates)
    ]
    assert sum(found) >= 0.98 * len(found)


def test_no_story_that_shares_only_boilerplate_is_taken_for_a_copy(archive):
    others = [newsy.story(f"another {number}") for number in range(500)]
    candidates = likeness.candidates([sketch_of(told) for told in others])
    assert [
        (told[0], archive[article][0])
        for told, likely in zip(others, candidates, strict=True)
        for article, _shared in likely
        if is_like(told, archive[article])
    ] == []


def is_like(new, held):
    return compare("\n".join(new), "\n".join(held)).shares
