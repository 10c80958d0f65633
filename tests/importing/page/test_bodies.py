import pytest

from tests.importing.page.pages import FIRST, PARAGRAPHS, SECOND, THIRD, ld, lines_of, story_of

STORY = [("p", FIRST), ("p", SECOND), ("p", THIRD)]
BOX = "Every Friday the best of the week comes to your inbox, and it costs nothing at all."


def between(markup):
    return lines_of(f"<p>{FIRST}</p>{markup}<p>{SECOND}</p><p>{THIRD}</p>")[1:-2]


@pytest.mark.parametrize(
    "markup",
    [
        f"<aside><p>{BOX}</p></aside>",
        f"<nav><p>{BOX}</p></nav>",
        f"<form><p>{BOX}</p></form>",
        f'<div role="complementary"><p>{BOX}</p></div>',
        f'<div class="newsletter-signup"><p>{BOX}</p></div>',
        f'<div id="taboola-below"><p>{BOX}</p></div>',
        f'<p style="display: none">{BOX}</p>',
        f"<div hidden><p>{BOX}</p></div>",
        '<div><h3>Related</h3><a href="/1">Gulls learn to open doors</a></div>',
        '<h3>Auch interessant</h3><div><a href="/1">Gulls learn to open doors</a></div>',
        '<p><a href="/1">Read more: Gulls learn to open doors</a></p>',
        '<p>Lire aussi : <a href="/1">Un piano dans l’écluse</a></p>',
        '<p>ALSO | <a href="/1">Gulls learn to open doors</a></p>',
        '<ul><li><a href="/1">Gulls learn to open doors</a></li><li><a href="/2">A piano in the lock</a></li></ul>',
        "<p>Advertisement</p>",
        "<div>Werbung</div>",
        "<p>© 2024 The Harbour Courier</p>",
        "<p>Sign up for our newsletter here.</p>",
        '<div class="author-box"><p>Ada Finch has written about the harbour since she could hold a pencil.</p></div>',
        '<div class="caption"><p>The ferry on Friday</p></div>',
        "<script>late()</script><style>p{}</style>",
        '<blockquote class="pull"><p>will carry two deckhands on each of its eleven daily crossings</p></blockquote>',
    ],
)
def test_what_is_not_the_story_s_is_left_out(markup):
    assert between(markup) == []


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<h2>Why now</h2>", [("h2", "Why now")]),
        ("<h4>Why now</h4>", [("h3", "Why now")]),
        ("<div><h3>Why now</h3></div>", [("h3", "Why now")]),
        ("<ul><li>Eleven crossings</li><li>Forty passengers</li></ul>", [("ul", "Eleven crossings Forty passengers")]),
        ("<ol><li>Cast off</li><li>Sail</li></ol>", [("ol", "Cast off Sail")]),
        ("<table><tr><td>2023</td><td>41,000</td></tr></table>", [("table", "2023 41,000")]),
        ("<figure><table><tr><td>2023</td></tr></table></figure>", [("table", "2023")]),
        ("<blockquote><p>We asked in January.</p></blockquote>", [("blockquote", "We asked in January.")]),
        ("<p>“No.”</p>", [("p", "“No.”")]),
        ('<p><a href="/1">They said so on Friday.</a></p>', [("p", "They said so on Friday.")]),
        (f'<p class="wide">{BOX}</p>', [("p", BOX)]),
        ("<hr>", [("hr", "")]),
    ],
)  # fmt: skip
def test_what_is_the_story_s_stays_in_its_place(markup, lines):
    assert between(markup) == lines


def test_the_story_is_found_among_other_prose():
    comments = "".join(f"<div class='comment'><p>{BOX} {number}</p></div>" for number in range(20))
    body = (
        f"<div class='s'>{PARAGRAPHS}</div><div class='comments'>{comments}</div><div><p><a href='/'>Home</a></p></div>"
    )
    assert lines_of(body) == STORY


def test_paragraphs_in_wrappers_of_their_own_are_one_story():
    body = "".join(f'<div class="block-{number}"><p>{text}</p></div>' for number, (_kind, text) in enumerate(STORY))
    assert lines_of(body) == STORY


def test_paragraphs_may_be_parted_by_line_breaks():
    assert lines_of(f"<div>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</div>") == STORY


def test_paragraphs_before_the_body_s_container_belong_to_it():
    body = f"<section><p>{FIRST}</p><p>{SECOND}</p></section><div>{f'<p>{THIRD}</p>' * 12}</div>"
    assert lines_of(body)[:2] == STORY[:2]


def test_the_next_story_on_the_same_page_is_not_read():
    other = f"<article><h1>Gulls open doors</h1>{f'<p>{BOX}</p>' * 3}</article>"
    assert lines_of(above=f"<article><h1>Ferry sails</h1>{PARAGRAPHS}</article>{other}", body=" ") == STORY


def test_byline_and_date_are_no_paragraphs():
    body = f"<p>By Ada Finch</p><p>28 September 2024</p><p>3 min read</p>{PARAGRAPHS}<p>Ada Finch</p>"
    assert lines_of(body, '<meta name="author" content="Ada Finch">') == STORY


def test_a_subhead_that_nothing_follows_is_dropped():
    assert lines_of(f"{PARAGRAPHS}<h2>More on this</h2><h2>Why now</h2>") == STORY


def test_who_knows_the_whole_story_tells_where_it_ends():
    paragraphs = [text.replace("the", word) for word in ("the", "this", "that") for _kind, text in STORY]
    head = ld(f'{{"@type": "NewsArticle", "headline": "Ferry sails", "articleBody": "{" ".join(paragraphs)}"}}')
    body = "".join(f"<p>{text}</p>" for text in [*paragraphs, "Help us."])
    assert lines_of(body, head) == [("p", text) for text in paragraphs]
    assert lines_of(body)[-1] == ("p", "Help us.")


def test_words_that_only_schema_org_tells_are_the_last_resort():
    head = ld(f'{{"@type": "NewsArticle", "headline": "Ferry sails", "articleBody": "{FIRST}\\n\\n{SECOND}"}}')
    assert lines_of("<div id=app></div>", head) == STORY[:2]
    marked = head.replace(FIRST, f"<p>{FIRST}</p>").replace("\\n\\n", "<h2>Why now</h2>")
    assert [kind for kind, _text in lines_of("<div id=app></div>", marked)] == ["p", "h2", "p"]


def test_who_knows_the_story_of_a_page_that_shows_none_tells_it():
    head = ld(f'{{"@type": "NewsArticle", "headline": "Ferry sails", "articleBody": "{" ".join([FIRST] * 8)}"}}')
    assert lines_of("<figure></figure><hr>", head) == [("p", " ".join([FIRST] * 8))]


def test_bold_lines_are_subheads_where_there_are_several():
    bold = "<p><strong>{}</strong></p>"
    body = PARAGRAPHS + bold.format("Why now") + PARAGRAPHS + "<p><b>What it </b><b>costs</b></p>" + PARAGRAPHS
    assert [text for kind, text in lines_of(body) if kind == "h2"] == ["Why now", "What it costs"]
    assert ("p", "Why now") in lines_of(PARAGRAPHS + bold.format("Why now") + PARAGRAPHS)


def test_many_bold_lines_are_questions():
    body = "".join(f"<p><strong>Why {number}</strong></p><p>{FIRST}</p>" for number in range(8))
    assert "h2" not in dict(lines_of(body))


def test_a_dateline_that_is_marked_is_told_apart():
    body = PARAGRAPHS.replace("<p>", '<p><span class="dateline">MARROWBY — </span>', 1)
    story = story_of(body)
    assert (story.dateline, story.blocks[0].text) == ("MARROWBY", FIRST)


@pytest.mark.parametrize(
    ("embed", "address"),
    [
        ('<iframe src="https://films.example/1" allowfullscreen></iframe>', "https://films.example/1"),
        ('<div class="video"><iframe data-src="//films.example/1"></iframe></div>', "https://films.example/1"),
        ('<video><source src="/films/1.mp4"></video>', "https://courier.example/films/1.mp4"),
        ('<blockquote class="x-tweet"><p>Hm</p><a href="https://posts.example/1">May 1</a></blockquote>', "https://posts.example/1"),
    ],
)  # fmt: skip
def test_a_film_or_a_post_becomes_a_link(embed, address):
    assert between(embed) == [("p", address)]


def test_a_frame_of_advertising_is_left_out():
    assert between('<iframe src="https://ads.example/1"></iframe>') == []


def test_a_first_paragraph_that_shares_a_few_words_with_others_is_no_repetition():
    first = "Ferries sail from Monday with two deckhands on each crossing, whatever the passengers think of that."
    others = "".join(
        f'<p class="text">{text} Ferries sail from Monday with two deckhands.</p>' for text in (FIRST, SECOND)
    )
    assert lines_of(f'<div><p class="first">{first}</p></div>{others}')[0] == ("p", first)


def test_a_paragraph_that_is_mostly_links_stays_where_it_is_a_sentence():
    line = "Does the county know what <a href='/a'>its own report on the ferry</a> says?"
    assert ("p", "Does the county know what its own report on the ferry says?") in lines_of(
        f"{PARAGRAPHS}<p>{line}</p>{PARAGRAPHS}"
    )


def test_words_hidden_until_a_reader_has_paid_are_the_story_where_the_page_says_so():
    part = '{"@type": "WebPageElement", "isAccessibleForFree": false, "cssSelector": ".paid"}'
    head = ld(f'{{"@type": "NewsArticle", "headline": "Ferry sails", "hasPart": {part}}}')
    body = f'<p>{FIRST}</p><div class="paid" style="display: none"><p>{SECOND}</p><p>{THIRD}</p></div>'
    assert lines_of(body, head) == [("p", FIRST), ("p", SECOND), ("p", THIRD)]


def test_a_line_named_as_a_subhead_is_one_and_so_is_a_bold_line_before_a_break():
    assert lines_of(f'<p>{FIRST}</p><p class="crosshead">Why now</p><p>{SECOND}</p>')[1] == ("h2", "Why now")
    run_in = f"{PARAGRAPHS}<p><b>Why now</b><br>{SECOND}</p><p><b>And how</b><br>{THIRD}</p>"
    assert [line for line in lines_of(run_in) if line[0] == "h2"] == [("h2", "Why now"), ("h2", "And how")]


def test_a_heading_that_leads_to_itself_is_a_subhead():
    assert ("h2", "Why now") in lines_of(
        f'<p>{FIRST}</p><h2 id="why"><a href="#why">Why now</a></h2><p>{SECOND}</p><p>{THIRD}</p>'
    )
