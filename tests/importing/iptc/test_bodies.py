import pytest

from articles.importing.iptc.bodies import body_of, from_base64
from articles.importing.iptc.wordings import Wording


@pytest.mark.parametrize(
    ("bodies", "words"),
    [
        ([], []),
        ([Wording(" ")], []),
        ([Wording("One.\n\nTwo.")], ["One.", "Two."]),
        ([Wording("Plain.", kind="text/plain"), Wording("<p>Marked.</p>", kind="text/html")], ["Marked."]),
        ([Wording("Short.", "teaser"), Wording("Main.", "main")], ["Main."]),
        ([Wording("Short.", "teaser")], ["Short."]),
        ([Wording("<nitf><body><body.content><p>Of NITF.</p></body.content></body></nitf>")], ["Of NITF."]),
    ],
)
def test_the_main_text_goes_first_and_markup_before_plain_words(bodies, words):
    assert [block.text for block in body_of(bodies).blocks] == words


@pytest.mark.parametrize(
    ("text", "told"), [("R3VsbHMu", "Gulls."), ("R3Vs\n bHMu", "Gulls."), ("R3Vsb", ""), ("?", ""), ("", "")]
)
def test_what_is_no_base64_says_nothing(text, told):
    assert from_base64(text) == told
