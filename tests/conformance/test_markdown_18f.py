import datetime
import html
import re

import frontmatter
import pytest

from articles.importing.errors import BadInput
from articles.importing.readers import markdown
from articles.importing.readers.reader import HEAD_BYTES, Head, Source
from tests.conformance.corpora import corpus
from tests.conformance.table import ALL

TARGETS = {ALL: 1.0}
LIMIT = 10_000_000
TAG = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module")
def posts():
    return sorted((corpus("markdown-18f") / "content").rglob("*.md"))


def story_of(path):
    with path.open("rb") as stream:
        head = Head("posts/file", stream.read(HEAD_BYTES))
        assert markdown.recognises(head)
        stream.seek(0)
        (item,) = markdown.READER.split(Source(path.name, stream, LIMIT))
    return markdown.read(item)


def test_every_post_comes_in_as_its_front_matter_says(posts, row):
    for path in posts:
        row.files += 1
        try:
            story = story_of(path)
        except BadInput:
            row.refused += 1
            continue
        row.stories += 1
        answer = frontmatter.load(path).metadata
        row.count("title", same_words(story.headline, answer["title"]))
        row.count("authors", [credit.name for credit in story.credits] == list(dict.fromkeys(answer["authors"])))
        row.count("tags", [topic.name for topic in story.topics] == list(dict.fromkeys(answer["tags"])))
        row.count("excerpt", same_words(story.dek, answer["excerpt"]))
        row.count("date", is_date(story.published, answer.get("date"), path.name))
        row.count("body", any(block.kind == "p" for block in story.blocks))
        row.count("slug", path.stem.endswith(f"-{story.slug}") or "permalink" in answer)
    assert (row.refused, row.missed()) == (0, [])


def same_words(words, written):
    return "".join(words.split()) == "".join(html.unescape(TAG.sub("", written)).split())


def is_date(published, told, name):
    if told is None:
        return f"{published:%Y-%m-%d}" == name[:10]
    if isinstance(told, datetime.datetime):
        return published == told.replace(tzinfo=told.tzinfo or datetime.UTC)
    return published.isoformat().startswith(f"{told}"[:10])
