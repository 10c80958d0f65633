import pytest

from articles.importing.errors import BadInput
from articles.importing.markdown.to_html import html_of
from articles.text.clean import clean


def body(text):
    return clean(html_of(text)).split("\n")


def test_tables_and_struck_out_words_are_read():
    assert (
        body("| a |\n|---|\n| ~~b~~ |")[-5:] == ["<tbody>", "<tr>", "<td>b</td>", "</tr>", "</tbody>", "</table>"][-5:]
    )


def test_html_stands_as_it_is():
    assert body('<div class="x">\n\n*Shut*\n\n</div>') == ["<p><em>Shut</em></p>"]


def test_footnotes_are_numbered_as_they_are_referred_to_and_listed_at_the_end():
    assert body("A[^b] b[^a] `[^a]` [^none]\n\n[^a]: One\ntwo\n[^b]: *B*\n\n    more\n\nEnd.") == [
        "<p>A<sup>1</sup> b<sup>2</sup> [^a] [^none]</p>",
        "<p>End.</p>",
        "<ol>",
        "<li>",
        "<p><em>B</em></p>",
        "<p>more</p>",
        "</li>",
        "<li>One two</li>",
        "</ol>",
    ]


def test_notes_that_nothing_refers_to_are_kept():
    assert body("A.\n\n[^x]: Why[^y]\n[^y]: So") == [
        "<p>A.</p>",
        "<ol>",
        "<li>Why<sup>2</sup></li>",
        "<li>So</li>",
        "</ol>",
    ]


def test_an_address_as_a_note_is_a_note():
    assert body("A[^1]\n\n[^1]: https://courier.example/") == [
        "<p>A<sup>1</sup></p>",
        "<ol>",
        "<li>https://courier.example/</li>",
        "</ol>",
    ]


@pytest.mark.parametrize(("mark", "read", "refused"), [(">", 90, 110), ("- ", 45, 55)])
def test_what_lies_too_deep_is_refused_before_words_vanish(mark, read, refused):
    assert "x" in "".join(body(mark * read + "x"))
    with pytest.raises(BadInput) as refusal:
        html_of(mark * refused + "x")
    assert refusal.value.code == "unsafe"


def test_open_brackets_are_counted_by_paragraph():
    assert body("[" * 150 + "\n\n" + "[" * 150) == [f"<p>{'[' * 150}</p>"] * 2
    with pytest.raises(BadInput):
        html_of("[" * 300)
