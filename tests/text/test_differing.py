"""articles/text/differing.py: which words of a quote are not its source's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.differing import Run, told

SOURCE = "We are deeply sorry for what happened, and we will rebuild the wall within a year."


@pytest.mark.parametrize(
    ("quote", "runs"),
    [
        ("We are deeply sorry", [Run("same", "We are deeply sorry")]),
        (
            "We are very sorry for what happened",
            [
                Run("same", "We are "),
                Run("removed", "deeply"),
                Run("added", "very"),
                Run("same", " sorry for what happened"),
            ],
        ),
        (
            "We are sorry for what happened",
            [Run("same", "We are"), Run("removed", " deeply"), Run("same", " sorry for what happened")],
        ),
        (
            "We are … sorry for what happened",
            [
                Run("same", "We are "),
                Run("removed", "deeply", shown=True),
                Run("added", "…", shown=True),
                Run("same", " sorry for what happened"),
            ],
        ),
        (
            "[W]e will rebuild",
            [Run("removed", "we", shown=True), Run("added", "[W]e", shown=True), Run("same", " will rebuild")],
        ),
        ("It never rained", [Run("added", "It never rained")]),
        ("", []),
    ],
    ids=["exact", "altered", "left out", "trimmed", "brackets", "not found", "nothing"],
)
def test_a_quote_is_told_against_its_source(quote, runs):
    assert told(quote, SOURCE) == runs


WORDS = st.lists(st.sampled_from("the wall held all night … [and] we said so , . “ ”".split(" ")), max_size=14).map(
    " ".join
)


@given(WORDS, WORDS)
def test_what_is_not_removed_is_the_quote(quote, source):
    assert "".join(run.text for run in told(quote, source) if run.kind != "removed") == quote
