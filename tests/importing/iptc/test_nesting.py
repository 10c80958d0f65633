import pytest

from articles.importing.errors import BadInput
from articles.importing.iptc.nesting import DEEPEST, require_shallow


@pytest.mark.parametrize(
    "html", ["<p>a<li>b" * 5000, "<div>" * DEEPEST, "<b>a</b>" * 5000, "a < b " * 5000, "</div>" * 5000, "<br>" * 5000]
)
def test_what_a_story_may_have(html):
    assert require_shallow(html) == html


@pytest.mark.parametrize("html", ["<div>" * (DEEPEST + 1), "<p><SPAN a='b'>" * 5000])
def test_what_stands_too_deep(html):
    with pytest.raises(BadInput, match="unsafe"):
        require_shallow(html)
