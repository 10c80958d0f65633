"""What somebody said, told in other words."""

import pytest

from articles.text.quotes import Kind, quotations
from tests.text.quoted import only


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Ada Brenn said the ferry would sail at noon.", "Ada Brenn", "the ferry would sail at noon"),
        ("Ada Brenn told the council on Friday that the ferry would sail.", "Ada Brenn", "the ferry would sail"),
        ("The ferry will sail at noon, according to Ada Brenn.", "Ada Brenn", "The ferry will sail at noon"),
        ("The ferry will sail at noon, as reported by Bloomberg.", "Bloomberg", "The ferry will sail at noon"),
        ("Talks went on for months, with officials advocating a sale.", "officials", "a sale"),
    ],
)
def test_what_is_told_in_other_words_is_a_paraphrase(text, name, words):
    found = only(text)
    assert (found.kind, found.speaker.name, found.words) == (Kind.PARAPHRASE, name, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Papers such as Tideline.com have said that they will keep the film.", "they will keep the film"),
        ("When it was found on the street, the council said it was not secret.", "it was not secret"),
        ("The bridge stays, with Skerrin officials advocating for a toll.", "advocating for a toll"),
    ],
)
def test_a_paraphrase_is_the_claim(text, words):
    assert only(text).words == words


@pytest.mark.parametrize(
    "text",
    [
        "The harbour needs many dedicated volunteers willing to do the work.",
        "Recent figures have revealed that the wall is old.",
        "The chat was open, with several people asking questions.",
        "An aide asked not to be named because the talks are private.",
    ],
)
def test_what_claims_nothing_is_no_paraphrase(text):
    assert quotations([text], "en") == []
