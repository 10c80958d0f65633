import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.errors import BadInput
from articles.importing.readers import markdown
from articles.importing.readers.reader import Head
from articles.importing.story import Story
from tests.importing.taking import readings, refusal, the_story, told

READER = markdown.READER
MARKDOWN = Path(__file__).resolve().parents[2] / "data" / "markdown"
SAMPLES = sorted(path for path in MARKDOWN.iterdir() if path.suffix in (".md", ".markdown"))


def story(matter, text="It is shut.", name="pier.md"):
    return the_story(READER, f"---\n{matter}\n---\n{text}", name=name)


def titled(matter="", **how):
    return story(f"title: Pier closes\n{matter}", **how)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_a_post_reads_as_its_answer_says(sample):
    found, problem = readings(READER, sample.read_bytes(), name=sample.name)
    answer = json.loads(sample.with_name(f"{sample.name}.json").read_text(encoding="utf-8"))
    assert {"items": {place: told(one) for place, one in found.items()}, "problem": str(problem or "")} == answer


@pytest.mark.parametrize(
    ("name", "slug", "day"),
    [
        ("_posts/2019-05-03-pier.md", "pier", "2019-05-03"),
        ("2019-5-3-pier-closes.markdown", "pier-closes", "2019-05-03"),
        ("content/pier/index.md", "pier", None),
        ("pier.md", "pier", None),
        ("2019-13-45-pier.md", "pier", None),
    ],
)
def test_the_name_of_the_file_tells_slug_and_day(name, slug, day):
    told = titled(name=name)
    assert (told.slug, told.published and told.published.date().isoformat()) == (slug, day)


@pytest.mark.parametrize(
    ("matter", "name", "was"),
    [
        ("", "pier.md", ""),
        ("published: false", "2019-05-03-pier.md", "draft"),
        ("draft: true", "pier.md", "draft"),
        ("draft: false", "pier.md", "published"),
        ("status: pending", "pier.md", "pending"),
        ("", "2019-05-03-pier.md", "published"),
        ("", "_drafts/pier.md", "draft"),
    ],
)
def test_how_the_site_had_it_is_told_by_flags_and_folders(matter, name, was):
    assert titled(matter, name=name).was == was


def test_a_time_that_is_none_is_told_and_not_lost_in_silence():
    (step,) = titled("date: next spring").steps
    assert (step.name, step.before) == ("time-not-understood", "date: next spring")


@pytest.mark.parametrize(
    ("matter", "section", "topics"),
    [
        ("categories: news harbour\ntags: [pier, news]", "news", ["harbour", "pier"]),
        ("category: Old Harbour\ntags: pier, old planks", "Old Harbour", ["pier", "old planks"]),
        ("section: News\ncategories: [Harbour]", "News", ["Harbour"]),
        ("tags: pier ferry", "", ["pier", "ferry"]),
    ],
)
def test_the_first_category_is_the_section(matter, section, topics):
    told = titled(matter)
    assert (told.section, [topic.name for topic in told.topics if topic.name != section]) == (section, topics)


@pytest.mark.parametrize(
    ("matter", "names"),
    [
        ("author: Ada Finch", [("Ada Finch", "writer")]),
        ("author: Ada Finch and Jo Reed", [("Ada Finch", "writer"), ("Jo Reed", "writer")]),
        ("authors: [ada, jo, ada]", [("ada", "writer"), ("jo", "writer")]),
        ("authors:\n- name: Ada Finch\n- Jo Reed", [("Ada Finch", "writer"), ("Jo Reed", "writer")]),
        ("author:\n  name: Ada Finch", [("Ada Finch", "writer")]),
        ("author: ada\nphotographer: Zoë Halden", [("ada", "writer"), ("Zoë Halden", "photographer")]),
    ],
)
def test_whoever_is_named_is_credited_once(matter, names):
    assert [(credit.name, credit.role) for credit in titled(matter).credits] == names


@pytest.mark.parametrize(
    ("matter", "picture"),
    [
        ("image: /assets/pier.jpg", ("", "assets/pier.jpg", "", "")),
        ("image: https://media.example/p?id=1\nimage_alt: Planks", ("https://media.example/p?id=1", "", "Planks", "")),
        ("cover:\n  image: pier.png\n  alt: Planks\n  caption: In April", ("", "pier.png", "Planks", "In April")),
        ("hero: false\nthumbnail: small.jpg", ("", "small.jpg", "", "")),
    ],
)
def test_the_picture_named_leads(matter, picture):
    (lead,) = titled(matter).pictures
    assert ((lead.url, lead.file, lead.alt, lead.caption), lead.lead) == (picture, True)


def test_a_picture_named_and_shown_is_one():
    (lead,) = titled("image: pier.jpg", text="![Planks](pier.jpg)").pictures
    assert (lead.file, lead.alt, lead.lead) == ("pier.jpg", "Planks", True)


def test_links_are_whole_where_the_post_says_where_it_stood():
    told = titled("canonical_url: https://courier.example/2019/pier/", text="See [it](../ferry/).")
    assert told.blocks[0].html == '<p>See <a href="https://courier.example/2019/ferry/">it</a>.</p>'


def test_a_pattern_for_addresses_is_none():
    assert (titled("permalink: /:year/:title/").address, titled("permalink: /pier/").address) == ("", "/pier/")


def test_a_heading_is_the_headline_where_there_is_no_title():
    assert the_story(READER, "# Gulls queue\n\nThey do.", name="gulls.md").headline == "Gulls queue"
    assert refusal(READER, "They do.", name="gulls.md") == ("no-headline", 1, 0)


@pytest.mark.parametrize(
    ("name", "received", "is_markdown"),
    [
        ("x", "---\ntitle: A\n---\n", True),
        ("x", "\ufeff+++\ntitle = 'A'\n+++\n", True),
        ("x", "---\nPier closes\n---\n", False),
        ("x", "Pier closes\n\nIt is shut.", False),
        ("x.md", "Pier closes", True),
        ("x.txt", "", False),
    ],
)
def test_markdown_is_known_by_front_matter_or_name(name, received, is_markdown):
    assert READER.recognises(Head(name, received.encode())) is is_markdown


@pytest.mark.parametrize(
    ("matter", "code"),
    [
        ("a: &a [x]\nb: [*a, *a]", "unsafe"),
        ("a: !!python/object/apply:os.system ['true']", "unsafe"),
        (f"a: {'[' * 90_000}", "unsafe"),
        ("a: b\nc\nd: e", "malformed"),
        (f"a: {'x' * 100_001}", "too-large"),
    ],
)
def test_hostile_front_matter_is_refused_with_its_place(matter, code):
    problem = story(matter)
    assert (problem.code, problem.line is not None) == (code, True)


@pytest.mark.parametrize("text", [">" * 5_000 + "x", "- " * 5_000 + "x", "[" * 50_000])
def test_what_lies_too_deep_is_refused(text):
    assert titled(text=text).code == "unsafe"


def test_scripts_never_come_through():
    told = titled(text="<script>alert(1)</script>\n\n[x](javascript:alert(1)) <b onclick=x>Bold</b>")
    assert [block.html for block in told.blocks] == ["<p>[x](javascript:alert(1)) <strong>Bold</strong></p>"]


@given(st.binary(max_size=200))
def test_any_bytes_read_as_a_story_or_are_refused_by_name(received):
    for begins in (b"", b"---\ntitle: A\n", b"+++\n", b"---\ntitle: A\n---\n"):
        assert isinstance(the_story(READER, begins + received, name="x.md"), Story | BadInput)


@given(st.text(st.sampled_from("[]{}%<>!-#*_`|:\"'&= \n\tab1^~"), max_size=120))
def test_any_text_reads_as_a_story_or_is_refused_by_name(text):
    assert isinstance(titled(f"x: {text}", text=text), Story | BadInput)
