"""Strings that broke other people's software, from the corpus beside the project."""

import json
from pathlib import Path

import pytest

from articles.text.clean import clean, plain, plain_lines
from articles.text.diff import compare, compare_line
from articles.text.render import render_body
from articles.text.slugs import slug_for
from articles.text.summary import excerpt
from bylines.names import parse_signoff

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "hostile-blns" / "blns.json"
pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="no shared/corpora/hostile-blns beside the project")


@pytest.fixture(scope="module")
def hostile():
    return json.loads(CORPUS.read_text("utf-8"))


def test_what_is_clean_stays_clean(hostile):
    for function in (clean, plain, plain_lines):
        once = [function(text) for text in hostile]
        assert [function(text) for text in once] == once


def test_the_rest_of_the_house_can_read_them(hostile):
    bodies = [clean(text) for text in hostile]
    assert [clean(render_body(body)) for body in bodies] == bodies
    assert ["".join(span.text for span in compare_line("", text)) for text in hostile] == hostile
    assert {change.kind for body in bodies for change in compare(body, body)} == {"same"}
    assert max(len(excerpt(body, 80)) for body in bodies) <= 80
    assert max(len(slug_for(plain(text))) for text in hostile) <= 70


def test_none_of_them_signs_a_story(hostile):
    assert [text for text in hostile if parse_signoff(text)] == []
