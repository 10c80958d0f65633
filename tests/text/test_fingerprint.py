"""articles/text/fingerprint.py: how much of one text is in another."""

import random
import struct
import subprocess
import sys
from hashlib import blake2b

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.fingerprint import (
    NEARLY_ALL,
    SHARED,
    Fingerprint,
    compare,
    containment,
    new_passages,
    resemblance,
)
from tests import newsy

WALL = "The harbour wall held through the night, and nobody was hurt."
WALL_WORDS = b"the harbour wall held through the night and nobody was hurt".split()
STORY = "\n".join(newsy.story(1))

sentences = st.lists(st.sampled_from("the wall held all night but not in Mai Straße 我 不 .".split()), max_size=40)
texts = sentences.map(" ".join) | st.text()


def words(text):
    return b" ".join(Fingerprint(text).words).decode()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Yes,” she said — twice.", '"yes" she said - twice'),
        ("It’s  the\u00a0wall,\nagain", "it's the wall again"),
        ("The Har\u00adbour wall", "the harbour wall"),
        ("STRASSE in Zu\u0308rich", "Straße in Zürich"),
        ("**Bold** lines; and [links]", "bold lines and links"),
        ("我不喜欢。", "我 不，喜欢"),
    ],
)
def test_case_punctuation_and_white_space_make_no_difference(one, other):
    assert words(one) == words(other)
    assert compare(one, other).same_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It cost $5", "It cost £5"),
        ("It cost 5 %", "It cost 5"),
        ("Frost of -5 degrees", "Frost of 5 degrees"),
        ("Frost of –5 degrees", "Frost of 5 degrees"),
        ("up 1.5 points", "up 15 points"),
        ("resume", "résumé"),
        ("Straße", "Strase"),
        ("दिन", "दीन"),
    ],
)
def test_what_makes_a_difference_is_a_word_of_its_own(one, other):
    assert words(one) != words(other)
    assert not compare(one, other).same_words


def test_a_minus_is_no_dash_between_words_or_years():
    assert words("−5 and -5, 1914-1918, 1914–1918, north -- south") == "−5 and −5 1914 1918 1914 1918 north south"


def test_every_character_of_chinese_and_japanese_is_a_word():
    assert Fingerprint("港口ABC カメラ").words == [letter.encode() for letter in "港 口 abc カ メ ラ".split()]


def test_a_shingle_is_the_first_hash_of_a_word_the_second_of_the_next_and_so_on():
    hashes = [struct.unpack("<4Q", blake2b(word, digest_size=32).digest()) for word in WALL_WORDS]
    assert Fingerprint(WALL).shingles == {
        one[0] ^ two[1] ^ three[2] ^ four[3]
        for one, two, three, four in zip(hashes, hashes[1:], hashes[2:], hashes[3:], strict=False)
    }


def test_hashes_are_kept_for_years_and_may_never_change():
    assert Fingerprint(WALL).words == WALL_WORDS
    assert Fingerprint(WALL).sketch == [
        1618261865077184363,
        2360863583495516508,
        3033539232532562504,
        6270240581748893689,
        -8983000561146713097,
        -4723163275335001341,
        -4460102794101987077,
        -1295585598417054062,
    ]


def test_every_process_makes_the_same_hashes():
    code = f"from articles.text.fingerprint import Fingerprint; print(Fingerprint({WALL!r}).sketch)"
    done = subprocess.run([sys.executable, "-c", code], env={"PYTHONHASHSEED": "77"}, capture_output=True, check=True)
    assert done.stdout.decode().strip() == str(Fingerprint(WALL).sketch)


def test_fewer_than_four_words_are_one_shingle_and_none_is_none():
    texts = ("", " — ", "More follows", "More follows at noon today")
    assert [len(Fingerprint(text).shingles) for text in texts] == [0, 0, 1, 2]
    assert compare("", "") == compare("…", "")
    assert not compare("", "").shares


@given(texts)
def test_the_sketch_is_the_smallest_of_the_shingles(text):
    smallest = sorted(Fingerprint(text).shingles)[:24]
    assert [value % 2**64 for value in Fingerprint(text).sketch] == smallest
    assert all(-(2**63) <= value < 2**63 for value in Fingerprint(text).sketch)


def test_the_sketch_of_a_long_text_is_the_smallest_too():
    fingerprint = Fingerprint(" ".join(random.Random(1).choices(newsy.WORDS, k=5000)))
    assert [value % 2**64 for value in fingerprint.sketch] == sorted(fingerprint.shingles)[:24]


@given(texts)
def test_a_text_is_all_in_itself_and_has_nothing_new(text):
    itself = Fingerprint(text)
    same = bool(itself.words)
    assert (containment(itself, itself), resemblance(itself, itself)) == (float(same), float(same))
    assert list(new_passages(itself, itself)) == []
    assert compare(text, text).same_words == same


@given(texts, texts)
def test_what_is_in_both_is_in_either(one, other):
    one, other = Fingerprint(one), Fingerprint(other)
    assert resemblance(one, other) == resemblance(other, one)
    assert resemblance(one, other) <= min(containment(one, other), containment(other, one))


@given(texts, texts)
def test_a_sentence_is_new_unless_its_words_are_held(new, held):
    one, other = Fingerprint(new), Fingerprint(held)
    known = f" {words(held)} "
    assert all(f" {words(sentence)} " not in known for sentence in new_passages(one, other))


def test_new_passages_are_whole_sentences():
    new = f'{WALL} Mr. Smith, of the U.S. Navy, said: "It held." He left.\nThe wall is safe. 港口今天。市长继续。'
    held = f"{WALL} He left. 市长继续"
    assert list(new_passages(Fingerprint(new), Fingerprint(held))) == [
        'Mr. Smith, of the U.S. Navy, said: "It held."',
        "The wall is safe.",
        "港口今天。",
    ]


@pytest.mark.parametrize("cut", ["without_end", "without_start", "with_paragraphs_dropped"])
def test_a_shortened_story_is_the_same_copy(cut):
    told = newsy.story(1)
    comparison = compare("\n".join(newsy.COPIES[cut](told, 1)), STORY)
    assert (comparison.same_copy, comparison.same_words) == (True, False)
    assert comparison.of_new > 0.9 > comparison.of_held


def test_an_edited_story_tells_the_sentences_that_were_edited():
    edited = STORY.replace("figure", "number")
    comparison = compare(edited, STORY)
    assert comparison.same_copy
    assert comparison.new
    assert all("number" in sentence for sentence in comparison.new)


def test_a_story_that_quotes_another_shares_passages():
    told, other = newsy.story(1), newsy.story(2)
    half = "\n".join(told[: len(told) // 2])
    comparison = compare(half + "\n" + "\n".join(other[: len(told) // 2]), STORY)
    assert (comparison.shares, comparison.same_copy) == (True, False)
    assert SHARED <= comparison.of_new < NEARLY_ALL
    assert not set(comparison.new) & set(half.split("\n"))


def test_a_story_that_goes_on_after_all_of_another_shares_passages():
    comparison = compare("\n".join([STORY, *newsy.story(2), *newsy.story(3), *newsy.story(4)]), STORY)
    assert (comparison.shares, comparison.same_copy, comparison.of_held) == (True, False, 1.0)
    assert comparison.of_new < SHARED


def test_stories_that_share_a_dateline_and_boilerplate_share_no_passages():
    assert not compare("\n".join([*newsy.story(2), newsy.BOILERPLATE[0]]), f"{STORY}\n{newsy.BOILERPLATE[0]}").shares
