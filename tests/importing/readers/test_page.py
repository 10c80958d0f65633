import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.importing.errors import BadInput
from articles.importing.readers import detect, page
from articles.importing.readers.reader import Head
from articles.importing.story import Story
from tests.importing.iptc.answers import DATA, answers_of, item, kept, outcome, refusal, spliced
from tests.importing.page.pages import FIRST, html, lines_of, story_of

READER = page.READER
SAMPLES = sorted((DATA / "pages").glob("*.html"))
UNHURRIED = settings(deadline=None)  # a busy machine is no fault
CODES = {"empty", "binary", "encoding", "unsafe", "no-headline", "no-body"}

PIECES = st.lists(
    st.sampled_from(
        [
            "<p>", "</p>", "<div class=share>", "</div>", "<h1>", "<h2>", "</h2>", "<table><td>", "<li>", "<ul>",
            "<br>", "<a href=x>", "<img src=1.jpg>", "<figure>", "<figcaption>", "Photo: X", "<blockquote>", "<title>",
            "</title>", "<!--", "-->", "<time datetime=2024-13-99>", '<script type="application/ld+json">',
            '{"@type":"NewsArticle",', '"headline":"Tide",', '"author":[', "]", "}", "</script>",
            '<meta property="og:title" content="', '<meta name=author content="', '">', FIRST, "Tide turns",
            "By Ada Finch", "\x00", "&#0;", "😀",
        ]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_page_reads_as_its_answer_says(sample):
    assert answers_of(READER, f"pages/{sample.name}") == kept(f"pages/{sample.name}")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_page_is_recognised(sample):
    assert detect(Head("file", sample.read_bytes())).name == "page"


@pytest.mark.parametrize(
    ("head", "is_page"),
    [
        (b"<!DOCTYPE html>\n<p>It was late.", True),
        (
            b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">\n<html xmlns="y">',
            True,
        ),
        (b"\xef\xbb\xbf<!-- saved from url=(0014)about:internet --><HTML>", True),
        (b"<head><title>Tide turns</title>", True),
        (b"<article><h1>Tide turns</h1>", True),
        (b'<rss version="2.0"><channel><description>&lt;html&gt;', False),
        (b"<nitf><head><title>Tide turns</title></head><body>", False),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', False),
        (b"Tide turns\n\nIt was late.", False),
        (b'{"html": "<html>"}', True),
        (b"", False),
    ],
)
def test_it_is_known_by_how_it_begins(head, is_page):
    assert page.recognises(Head("file", head)) == is_page


@pytest.mark.parametrize(
    ("sample", "says"),
    [("front", "a list of stories"), ("film", "a film and no text"), ("missing", "No paragraph of a story")],
)
def test_a_page_that_is_no_story_says_what_to_do(sample, says):
    code, _line, reason = refusal(READER, (DATA / f"pages/{sample}.html").read_bytes())
    assert (code, says in reason) == ("no-body", True)


@pytest.mark.parametrize(
    ("received", "code"),
    [
        (b"", "empty"),
        (b"<html><body><p>It was late.</p></body></html>", "no-headline"),
        (html("<p> </p>").encode(), "no-body"),
        (html("<div>" * 10_000 + "<p>deep</p>").encode(), "unsafe"),
        (html("<p>" * 250_001).encode(), "unsafe"),
    ],
)
def test_what_is_no_page_of_a_story_is_refused(received, code):
    assert refusal(READER, received)[0] == code


def test_a_byte_that_fits_nowhere_counts_only_in_the_story():
    written = html(f"<p>{FIRST} Café.</p>", "<!-- X -->").encode()
    assert story_of(f"<p>{FIRST} Café.</p>") == READER.read(
        item(written.replace(b"X", b"\xff"), address="https://courier.example/2024/09/28/ferry")
    )
    assert refusal(READER, written.replace("é".encode(), b"\xe9"))[0] == "encoding"


def test_links_that_run_scripts_lose_them():
    (block,) = story_of(f'<p>{FIRST} <a href="javascript:alert(1)">Owners</a> <a href="/o">said</a>.</p>').blocks
    assert block.html == f'<p>{FIRST} Owners <a href="https://courier.example/o">said</a>.</p>'


def test_a_page_without_a_body_is_read_for_what_its_head_holds():
    received = b"<html><head><title>Tide turns</title><me90><li><strong>Permalink</strong></li></me90></head></html>"
    assert refusal(READER, received)[0] == "no-body"


@pytest.mark.parametrize(
    "control", ["\x00", "\x0b", "&#0;", "&#1;", "&#xFFFF;", "\ufffe", "<br>&#8;<button>x</button>&#12;"]
)
def test_characters_that_no_text_has_are_dropped(control):
    assert lines_of(f"<p>{FIRST}{control}</p>")[0][1].rstrip("\ufffd") == FIRST


@UNHURRIED
@given(st.binary(max_size=200))
def test_any_bytes_are_a_story_or_a_named_error(received):
    found = outcome(READER, item(received))
    assert isinstance(found, Story) or found.code in CODES


@UNHURRIED
@given(PIECES)
def test_any_tags_are_a_story_or_a_named_error(received):
    found = outcome(READER, item(received.encode()))
    assert isinstance(found, Story) or found.code in CODES


@settings(deadline=None, max_examples=60)
@given(st.data(), st.sampled_from(SAMPLES))
def test_a_page_with_a_few_other_bytes_is_a_story_or_a_named_error(data, sample):
    found = outcome(READER, item(spliced(sample.read_bytes(), data)))
    assert isinstance(found, Story) or found.code in CODES


@UNHURRIED
@given(st.sampled_from(SAMPLES))
def test_the_same_page_is_the_same_story(sample):
    received = sample.read_bytes()
    one, other = outcome(READER, item(received)), outcome(READER, item(received))
    assert one == other or (isinstance(one, BadInput) and str(one) == str(other))
