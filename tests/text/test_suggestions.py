"""articles/text/suggestions.py: each quotation as a citation would hold it."""

import pytest
from hypothesis import given, settings

from articles.text.anchor import Found, find
from articles.text.passages import whole_text
from articles.text.suggestions import suggestions_in
from tests.text.html_strategies import bodies
from tests.text.quotes_stories import stories


def test_stretches_are_of_the_whole_text_and_without_marks():
    body = (
        "<h2>Tide</h2>\n<p>“We <em>sail</em> &amp; go,” Ada Brenn said.</p>\n<blockquote>\n<p>Never.</p>\n</blockquote>"
    )
    text = whole_text(body)
    found = [[text[start:end] for start, end in one.stretches] for one in suggestions_in(body, "en")]
    assert found == [["We sail & go,"], ["Never."]]


def test_marks_around_a_block_of_its_own_are_not_of_the_words():
    body = "<blockquote>\n<p>“Never.”</p>\n<p>“A” and “B”</p>\n</blockquote>"
    assert [one.quote for one in suggestions_in(body, "en")] == ["Never.", "“A” and “B”"]


def test_a_line_end_within_a_quote_is_one_of_its_words():
    (one,) = suggestions_in("<p>“We sail.<br>At noon,” Ada Brenn said.</p>", "en")
    assert (one.quote, len(one.stretches)) == ("We sail.\nAt noon,", 1)


def test_a_body_that_is_not_canonical_is_refused():
    with pytest.raises(ValueError, match="canonical"):
        suggestions_in("“We sail,” Ada Brenn said.")


@given(bodies)
@settings(max_examples=100)
def test_whatever_the_body_each_passage_is_its_words(body):
    text = whole_text(body)
    for one in suggestions_in(body):
        assert [text[start:end] for start, end in one.stretches] == [passage.exact for passage in one.passages]
        assert one.quote == "\n".join(passage.exact for passage in one.passages)


@pytest.mark.parametrize("story", stories()[::6], ids=lambda story: story.name)
def test_each_passage_of_a_real_story_is_found_again(story):
    body = "\n".join(f"<p>{text.replace('&', '&amp;')}</p>" for text in story.paragraphs)
    text = whole_text(body)
    for one in suggestions_in(body, story.language):
        for passage, (start, end) in zip(one.passages, one.stretches, strict=True):
            place = find(passage, text)
            assert (place.found, place.start, place.end) == (Found.EXACT, start, end)
