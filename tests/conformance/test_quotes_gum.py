"""News and interviews of Wikinews (GUM, CC BY): who speaks is marked for each turn of an interview, quotes are blocks.

Beyond that the corpus names no speakers, so the rest of the table is what can be counted without knowing them: whether
long stretches in quotation marks are found, and for how many of the quotations somebody is named.
"""

import gzip
import json
import re

import pytest

from articles.text.quotes import Kind
from articles.text.quoting.story import Block, found_in
from tests.conformance.corpora import corpus

TARGETS = {"turns": 0.98, "turn speakers": 0.95, "quote blocks": 1.0, "long quotes": 0.97, "with speaker": 0.8}
LONG = re.compile(r'"(?=\w)[^"“”]{60,}?"')
KINDS = {"head": "heading", "quote": "quote"}


@pytest.fixture(scope="module")
def stories():
    with gzip.open(corpus("quotes-gum") / "gum-wikinews-structured.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def as_blocks(story):
    """The story as a paper prints it: each turn of an interview begins with who speaks."""
    blocks, turns = [], {}
    for block in story["blocks"]:
        kind, text = block["type"].split(" ")[0], " ".join(block["sentences"])
        if kind == "sp":
            name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", block["speakers"][0])
            turns[len(blocks)] = name, text
            text = f"{name}: {text}"
        blocks.append(Block(text, KINDS.get(kind, "p")))
    return blocks, turns


def test_speakers_and_quotes_of_others_are_found(stories, row):
    row.files, row.stories = 1, len(stories)
    for story in stories:
        blocks, turns = as_blocks(story)
        found = [one for one in found_in(blocks, "en") if one.kind is Kind.QUOTATION]
        by_block = {place.block: one for one in found for place in one.places}
        for block, (name, text) in turns.items():
            said = by_block.get(block)
            row.count("turns", said is not None and text.strip() in said.words)
            row.count("turn speakers", said is not None and said.speaker is not None and said.speaker.name == name)
        for number, block in enumerate(blocks):
            if block.kind == "quote":
                row.count("quote blocks", number in by_block)
            for marked in LONG.finditer(block.text) if block.kind == "p" and number not in turns else ():
                places = [place for one in found for place in one.places if place.block == number]
                row.count("long quotes", any(place.start <= marked.start() + 1 < place.end for place in places))
        for one in found:
            if one.places[0].block not in turns:
                row.count("with speaker", one.speaker is not None)
    assert row.missed() == []


def test_every_place_is_of_the_story(stories):
    for story in stories:
        blocks, _turns = as_blocks(story)
        for one in found_in(blocks, "en"):
            for place in (*one.places, *one.nested, *filter(None, (one.mention, one.cue))):
                assert 0 <= place.start < place.end <= len(blocks[place.block].text)
            if one.cue is not None:
                assert blocks[one.cue.block].text[one.cue.start : one.cue.end] == one.cue_words
