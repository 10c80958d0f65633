import pytest

from articles.importing.iptc.credits import credits_of
from articles.importing.iptc.parties import Party
from articles.importing.story import StoryCredit


@pytest.mark.parametrize(
    ("byline", "parties", "credits"),
    [
        ("", [], []),
        ("By Ada Finch for The Engine", [], [StoryCredit("Ada Finch", organisation="The Engine")]),
        ("Reuters", [], [StoryCredit("", organisation="Reuters")]),
        ("Staff", [], [StoryCredit("", wording="Staff")]),
        ("cae/tcr", [], [StoryCredit("", wording="cae/tcr")]),
        ("By Ada Finch", [Party("ada finch", kind="person", title="mate")], [StoryCredit("Ada Finch", title="mate")]),
        (
            "By Ada Finch",
            [Party("Lea Moor", ("photographer",)), Party("Jo Reed", ("helper",)), Party("sp", ("descrwriter",))],
            [StoryCredit("Ada Finch"), StoryCredit("Lea Moor", "photographer"), StoryCredit("Jo Reed", "contributor")],
        ),
        ("Text: Ada Finch, pictures: Lea Moor", [Party("Ada Finch")], [
            StoryCredit("", wording="Text: Ada Finch, pictures: Lea Moor"), StoryCredit("Ada Finch")
        ]),
        ("ada finch / jo reed", [Party("ada finch", kind="person"), Party("jo reed", kind="person")], [
            StoryCredit("ada finch"), StoryCredit("jo reed")
        ]),
    ],
)  # fmt: skip
def test_who_is_credited(byline, parties, credits):
    assert list(credits_of([byline], parties)) == credits
