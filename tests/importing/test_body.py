"""Blocks to HTML."""

from hypothesis import given
from hypothesis import strategies as st

from articles.importing.body import body_of, cut, with_bold
from articles.importing.markup import blocks_of
from articles.importing.story import Block
from articles.text.clean import clean, plain
from tests.text.html_strategies import nasty_html


def test_blocks_are_escaped_and_marks_are_not():
    blocks = [Block("h2", "A < B"), with_bold(Block("p", "**B** & C")), Block("p", "<b>“C”</b>—d")]
    assert body_of(blocks).split("\n") == [
        "<h2>A &lt; B</h2>",
        "<p><strong>B</strong> &amp; C</p>",
        "<p>&lt;b&gt;“C”&lt;/b&gt;—d</p>",
    ]


def test_a_block_that_says_nothing_is_left_out():
    assert body_of([Block("p", ""), Block("p", "\u200b"), Block("hr", "", html="<hr>")]) == "<hr>"


@given(st.lists(st.text(max_size=30) | st.sampled_from(["**a****b**", "** a **", "**“a”**", "x\u0338"]), max_size=5))
def test_any_words_in_blocks_are_a_canonical_body(texts):
    body = body_of(with_bold(Block("p", plain(text))) for text in texts)
    assert clean(body) == body


@given(st.lists(nasty_html, max_size=3))
def test_any_blocks_of_clean_bodies_are_a_canonical_body_together(fragments):
    body = body_of(block for html in fragments for block in blocks_of(clean(html)))
    assert clean(body) == body


def test_a_block_is_cut_with_the_marks_on_its_words():
    (block,) = blocks_of(clean('<p>It was <a href="/x">late <em>again</em></a>. Read more at RT.com</p>'))
    assert cut(block, 14) == Block("p", "It was late ag", html='<p>It was <a href="/x">late <em>ag</em></a></p>')
    assert cut(block, 7) == Block("p", "It was", html="<p>It was</p>")
    assert cut(Block("p", "It was late."), 6) == Block("p", "It was")
