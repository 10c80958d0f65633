"""One fictional story in the shapes that publishers and their systems give to pages: all must tell the same."""

import json
from datetime import UTC, date, datetime

import pytest

from articles.importing.readers import page
from tests.importing.iptc.answers import DATA, item

SHAPES = sorted((DATA / "pages" / "shapes").glob("*.html"))
TOLD = json.loads((SHAPES[0].parent / "story.json").read_text(encoding="utf-8"))
# Pages that only say half past six, and not where.
WITHOUT_ZONE = {"labelled_names", "much_around_it", "par_et", "tables_and_breaks"}


@pytest.fixture(params=SHAPES, ids=lambda path: path.stem)
def shape(request):
    return request.param


@pytest.fixture
def story(shape):
    return page.read(item(shape.read_bytes().decode()))


def test_headline_and_writers_are_told(story):
    assert (story.headline, [credit.name for credit in story.credits]) == (TOLD["headline"], TOLD["writers"])


def test_the_minute_is_told(story, shape):
    assert story.published.date() == date(2024, 9, 28)
    assert story.published == datetime(2024, 9, 28, 6 if shape.stem in WITHOUT_ZONE else 5, 30, tzinfo=UTC)


def test_the_body_is_whole_and_nothing_else(story):
    blocks = [block for block in story.blocks if block.kind != "figure"]
    assert [["h" if block.kind in ("h2", "h3") else block.kind, block.text] for block in blocks] == TOLD["body"]
