import hashlib
import json
from collections import defaultdict
from urllib.parse import unquote

import pytest
from lxml import etree

from articles.importing.errors import BadInput
from articles.importing.moments import moment
from articles.importing.readers import wxr
from articles.importing.readers.reader import HEAD_BYTES, Head, Source
from articles.importing.shown_words import words_of
from articles.importing.wordpress.item_xml import item_xml
from articles.importing.wordpress.post import post_of
from tests.conformance.corpora import corpus
from tests.conformance.table import ALL

TARGETS = {ALL: 1.0}
LIMIT = 10_000_000
WAS = {"publish": "published", "future": "scheduled"}


@pytest.fixture(scope="module")
def answers():
    rows = defaultdict(list)
    with (corpus("wxr") / "expected.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            rows[row["file"]].append(row)
    return rows


@pytest.fixture(scope="module")
def readings():
    """By file: the stories by the number of their item, what was refused, and whether the file broke off."""
    folder, found = corpus("wxr"), {}
    for path in sorted(folder.rglob("*.xml")):
        with path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
            stream.seek(0)
            if wxr.recognises(Head(path.name, head)):
                found[path.relative_to(folder).as_posix()] = reading_of(Source(path.name, stream, LIMIT))
    return found


def reading_of(source):
    stories, refused = {}, {}
    items = wxr.split(source)
    try:
        for item in items:
            try:
                stories[item.name.rpartition("#")[2]] = (item, wxr.read(item))
            except BadInput as problem:
                refused[item.name.rpartition("#")[2]] = problem
    except BadInput as problem:
        refused["file"] = problem
    return stories, refused


def display_names(path):
    """Logins and the names they show, found without the reader."""
    tree = etree.parse(path, etree.XMLParser(recover=True, resolve_entities=False, no_network=True))
    names = {}
    for author in tree.getroot().iter("{*}author"):
        told = {etree.QName(child).localname: (child.text or "").strip() for child in author}
        names[told.get("author_login", "")] = told.get("author_display_name", "")
    return names


def test_what_a_post_says_comes_in(answers, readings, row):
    folder = corpus("wxr")
    for name, (stories, refused) in readings.items():
        row.files += 1
        row.stories += len(stories)
        row.refused += len(refused)
        names = display_names(folder / name)
        answered = [answer for answer in answers[name] if "title" in answer]
        for number, answer in enumerate(answered, 1):
            if answer["post_type"] in ("post", "page") and answer["title"]:
                item, story = stories.get(str(number), (None, None))
                compare(row, answer, item, story, names)
    assert row.missed() == []


def compare(row, answer, item, story, names):
    row.count("title", story is not None and story.headline == words_of(answer["title"]))
    if story is None:
        return
    row.count("slug", story.slug == unquote((answer.get("post_name") or "").strip()))
    row.count("status", story.was == WAS.get(answer["status"], answer["status"]))
    row.count("date", is_date(story.published, answer))
    if creator := (answer.get("creator") or "").strip():
        shown = names.get(creator) or creator
        row.count("author", shown in [credit.name for credit in story.credits])
    filed = {words_of(term["name"]) for term in answer["terms"] if term["domain"] in (None, "category", "post_tag")}
    row.count("terms", filed <= {story.section, *(topic.name for topic in story.topics)})
    envelope = item.envelope
    post = post_of(item_xml(item.content, envelope.get("encoding", ""), envelope.get("namespaces", {})).element)
    content = post.fields.get("content:encoded", "").encode()
    same = hashlib.sha1(content).hexdigest() == (answer["content_sha1"] or hashlib.sha1(b"").hexdigest())
    row.count("content", same)
    row.count("comments", post.comments == answer["comments"])


def is_date(published, answer):
    there = answer.get("post_date_gmt") or ""
    here = answer.get("post_date") or ""
    if there and not there.startswith("0000"):
        return published == moment(there)
    if here and not here.startswith("0000"):
        return published is not None and f"{published:%Y-%m-%d %H:%M:%S}" == here
    return published == moment(answer.get("pubDate") or "")


def test_whatever_is_refused_is_named_with_its_place(readings):
    problems = [problem for _stories, refused in readings.values() for problem in refused.values()]
    assert {problem.code for problem in problems} <= {"malformed", "no-headline", "unsupported"}
    assert [
        problem for problem in problems if problem.code != "unsupported" and None in (problem.line, problem.byte)
    ] == []


def test_what_breaks_off_gives_what_stands_before(readings):
    assert [name for name, (_stories, refused) in readings.items() if "file" in refused] == [
        "wordpress-importer/malformed-simple.xml"
    ]
