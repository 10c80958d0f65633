"""articles/text/blocks.py: which blocks a body may have, and where."""

import pytest

from articles.text.clean import clean


def body(*lines: str) -> str:
    """A body, written one line an argument."""
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("bare <b>text</b>", body("<p>bare <strong>text</strong></p>")),
        ("<div>a<p>b</p>c</div>d", body("<p>a</p>", "<p>b</p>", "<p>c</p>", "<p>d</p>")),
        ("<section><article><p>a</p></article></section>", body("<p>a</p>")),
        ("<b>a<p>b</p></b>", body("<p><strong>a</strong></p>", "<p><strong>b</strong></p>")),
        ("<dl><dt>a<dd>b</dl>", body("<p>a</p>", "<p>b</p>")),
        ("<h1>a</h1><h4>b</h4><h6>c</h6>", body("<h2>a</h2>", "<h3>b</h3>", "<h3>c</h3>")),
        ("<h2><p>a</p><div>b</div></h2>c", body("<h2>a</h2>", "<h2>b</h2>", "<p>c</p>")),
        ("<p>a<hr>b", body("<p>a</p>", "<hr>", "<p>b</p>")),
        ("<p> </p><p>&nbsp;</p><h2></h2><ul><li></ul><blockquote></blockquote>", ""),
    ],
)
def test_text_stands_in_paragraphs_and_headings(html, cleaned):
    assert clean(html) == cleaned


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("<p>a<br>b", body("<p>a<br>b</p>")),
        ("<p><br>a<br> <br/>b<br>", body("<p>a</p>", "<p>b</p>")),
        ("<p>a<br>&nbsp;<br>b", body("<p>a</p>", "<p>b</p>")),
        ("<ul><li>a<br><br>b</ul>", body("<ul>", "<li>", "<p>a</p>", "<p>b</p>", "</li>", "</ul>")),
        ("<pre>a\nb\n\nc</pre>", body("<p>a<br>b</p>", "<p>c</p>")),
    ],
)
def test_breaks_stay_within_blocks_and_empty_lines_part_them(html, cleaned):
    assert clean(html) == cleaned


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("<ul><li><p>a</p></li><li>b", body("<ul>", "<li>a</li>", "<li>b</li>", "</ul>")),
        ("<li>a</li><li>b</li>c", body("<ul>", "<li>a</li>", "<li>b</li>", "</ul>", "<p>c</p>")),
        ("<ol>a<p>b</p></ol>", body("<ol>", "<li>a</li>", "<li>b</li>", "</ol>")),
        (
            "<ul><li>a<ol><li>b</ol></ul>",
            body("<ul>", "<li>", "<p>a</p>", "<ol>", "<li>b</li>", "</ol>", "</li>", "</ul>"),
        ),
        (
            "<ul><li><h2>a</h2></li><ul><li>b</ul></ul>",
            body("<ul>", "<li>", "<h2>a</h2>", "<ul>", "<li>b</li>", "</ul>", "</li>", "</ul>"),
        ),
        ("<blockquote>a<p>b", body("<blockquote>", "<p>a</p>", "<p>b</p>", "</blockquote>")),
        ("<q>a</q>", body("<p>“a”</p>")),
    ],
)
def test_lists_have_items_and_quotes_have_paragraphs(html, cleaned):
    assert clean(html) == cleaned


def test_a_table_keeps_its_empty_cells_and_its_spans():
    assert clean(
        "<table><caption>c</caption><thead><tr><th rowspan=2 colspan=1>a<th colspan=400>b</thead>"
        "<tr><td>1<p>2</p><td></td></tr><tr></tr><tfoot><tr><td>3</tfoot></table>"
    ).splitlines() == [
        "<table>", "<caption>c</caption>",
        "<thead>", "<tr>", '<th rowspan="2">a</th>', "<th>b</th>", "</tr>", "</thead>",
        "<tbody>", "<tr>", "<td>", "<p>1</p>", "<p>2</p>", "</td>", "<td></td>", "</tr>", "</tbody>",
        "<tbody>", "<tr>", "<td>3</td>", "</tr>", "</tbody>", "</table>",
    ]  # fmt: skip


def test_a_table_without_a_word_is_dropped():
    assert clean("<table><tr><td></td><td> </td></tr></table>") == ""


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("<figure data-picture=a-1><img src=x></figure>", '<figure data-picture="a-1"></figure>'),
        (
            "<figure data-picture=a-1><figcaption><p>c</p></figcaption></figure>",
            body('<figure data-picture="a-1">', "<figcaption>c</figcaption>", "</figure>"),
        ),
        ("<figure><img><figcaption>c</figure>", body("<figure>", "<figcaption>c</figcaption>", "</figure>")),
        ("<figure><blockquote>q</blockquote></figure>", body("<blockquote>", "<p>q</p>", "</blockquote>")),
        ("<figcaption>c</figcaption>", "<p>c</p>"),
    ],
)
def test_a_figure_holds_a_picture_or_a_caption(html, cleaned):
    assert clean(html) == cleaned


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        (
            "<figure data-picture=a>one<figcaption>c</figcaption><ul><li>two</ul></figure>",
            body('<figure data-picture="a">', "<figcaption>c</figcaption>", "</figure>", "<p>one</p>", "<ul>")
            + "\n<li>two</li>\n</ul>",
        ),
        (
            "<figure data-picture=a><figcaption>c</figcaption><figcaption>d</figcaption></figure>",
            body('<figure data-picture="a">', "<figcaption>c</figcaption>", "</figure>", "<p>d</p>"),
        ),
        (
            "<figure data-picture=a><figcaption>c<figure data-picture=b></figure></figcaption></figure>",
            body(
                '<figure data-picture="a">',
                "<figcaption>c</figcaption>",
                "</figure>",
                '<figure data-picture="b"></figure>',
            ),
        ),
        (
            "<figure data-picture=a><figure data-picture=b></figure></figure>",
            body('<figure data-picture="a"></figure>', '<figure data-picture="b"></figure>'),
        ),
    ],
)
def test_what_is_no_caption_follows_the_picture_it_stood_in(html, cleaned):
    assert clean(html) == cleaned


@pytest.mark.parametrize(
    ("html", "caption"),
    [
        ("<h2>a</h2>b", ["<p>a</p>", "<p>b</p>"]),
        ("<ul><li>a<li>b</ul>", ["<p>a</p>", "<p>b</p>"]),
        ("<blockquote>a</blockquote><hr>b", ["<p>a</p>", "<p>b</p>"]),
        ("<table><tr><td>a<td>b</table>", ["<p>a</p>", "<p>b</p>"]),
    ],
)
def test_a_caption_holds_paragraphs(html, caption):
    assert clean(f"<figure data-picture=a><figcaption>{html}</figcaption></figure>") == body(
        '<figure data-picture="a">', "<figcaption>", *caption, "</figcaption>", "</figure>"
    )
