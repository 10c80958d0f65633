"""Who said what in the demo: words that stand in its stories, and sources that are told of."""

from pathlib import Path

import pytest

from articles import demo
from articles.demo.citing import plan

STORIES = Path(demo.__file__).parent / "stories"
CITED = [(file, one) for file, told in plan()["stories"].items() for one in told]


@pytest.mark.parametrize(("file", "one"), CITED)
def test_the_words_of_a_citation_stand_in_its_story_once(file, one):
    assert (STORIES / file).read_text(encoding="utf-8").count(one["words"]) == 1


def test_each_source_is_told_of_once_and_cited():
    names = [source["name"] for source in plan()["sources"]]
    assert sorted(names) == sorted({one["source"] for _file, one in CITED})


def test_who_is_not_named_is_described_and_nothing_more():
    unnamed = [source for source in plan()["sources"] if source.get("kind") == "unnamed"]
    assert [set(source) for source in unnamed] == [{"kind", "name", "reason"}]
