"""Blocks to HTML."""

from articles.importing.body import body_of, marked_up
from articles.importing.story import Block
from articles.text.clean import clean


def test_blocks_are_escaped_and_marks_are_not():
    blocks = [Block("h2", "A < B"), Block("p", "**B**", html=marked_up("**B** & C")), Block("p", "<b>“C”</b>—d")]
    assert clean(body_of(blocks)).split("\n") == [
        "<h2>A &lt; B</h2>",
        "<p><strong>B</strong> &amp; C</p>",
        "<p>&lt;b&gt;“C”&lt;/b&gt;—d</p>",
    ]
