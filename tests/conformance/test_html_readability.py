"""Pages on which the reader view of a browser was tried; compared with its answers where they lie beside them."""

import json
import re
from collections import Counter

import pytest

from articles.importing.errors import BadInput
from articles.importing.item import item_of
from articles.importing.readers import page
from articles.text.clean import clean
from tests.conformance.corpora import corpus

WORD = re.compile(r"\w+")
TAG = re.compile(r"<[^>]*>")


@pytest.fixture(scope="module")
def stories(row):
    """The story of every page by the name of its folder, without those that were refused."""
    found = {}
    for folder in sorted(one for one in corpus("html-readability").iterdir() if one.is_dir()):
        row.files += 1
        received = (folder / "source.html").read_bytes()
        try:
            found[folder] = page.read(item_of(folder.name, "page", received, envelope={}, limit=10_000_000))
        except BadInput:
            row.refused += 1
        except Exception as error:
            row.crashes.append(f"{folder.name}: {error!r}")
    row.stories = len(found)
    return found


def test_every_page_but_the_one_without_a_headline_is_a_story(stories, row):
    assert (row.stories, row.refused, row.crashes) == (row.files - 1, 1, [])


def test_the_words_are_those_of_the_reader_view(stories, row):
    answered = {folder: story for folder, story in stories.items() if (folder / "expected.html").is_file()}
    if not answered:
        pytest.skip("no expected.html lies beside the pages on this machine")
    row.targets["body"] = 0.9
    for folder, story in answered.items():
        told = WORD.findall(TAG.sub(" ", clean((folder / "expected.html").read_text(encoding="utf-8"))).casefold())
        found = WORD.findall(" ".join(block.text for block in story.blocks).casefold())
        row.count("body", 2 * sum((Counter(found) & Counter(told)).values()) / (len(found) + len(told) or 1))
    assert row.missed() == []


def test_titles_and_names_are_those_of_the_reader_view(stories, row):
    answered = {folder: story for folder, story in stories.items() if (folder / "expected-metadata.json").is_file()}
    if not answered:
        pytest.skip("no expected-metadata.json lies beside the pages on this machine")
    row.targets["title"] = 0.8
    for folder, story in answered.items():
        told = json.loads((folder / "expected-metadata.json").read_text(encoding="utf-8"))
        row.count("title", story.headline in (told.get("title") or ""))
        row.count("site", story.supplier == (told.get("siteName") or ""))
    assert row.missed() == []
