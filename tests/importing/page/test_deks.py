import pytest

from tests.importing.page.pages import FIRST, PARAGRAPHS, SECOND, THIRD, lines_of, meta, story_of

DEK = "The owners give way after a winter of letters."


def test_a_description_is_the_dek():
    assert story_of(head=meta(description=DEK)).dek == DEK


@pytest.mark.parametrize("description", [FIRST, FIRST[:60] + "…", "Ferry sails", "By Ada Finch", ""])
def test_one_that_only_repeats_the_story_is_none(description):
    story = story_of(head=meta(description=description))
    assert (story.dek, [block.text for block in story.blocks]) == ("", [FIRST, SECOND, THIRD])


@pytest.mark.parametrize(
    "standfirst",
    [
        f'<p class="standfirst">{DEK}</p>',
        f'<h2 class="subtitle">{DEK}</h2>',
        f'<div class="article-intro"><p>{DEK}</p></div>',
        f"<p><b>{DEK} It took them eleven months.</b></p>",
    ],
)
def test_a_standfirst_is_the_dek_and_no_paragraph(standfirst):
    story = story_of(standfirst + PARAGRAPHS, meta(description="Ferries and more"))
    assert story.dek.startswith(DEK)
    assert [block.text for block in story.blocks] == [FIRST, SECOND, THIRD]


def test_a_standfirst_before_the_body_is_the_dek_even_if_nothing_names_it():
    above = f"<header><h1>Ferry sails</h1><p class='a1'>{DEK} It took eleven months.</p></header>"
    story = story_of(PARAGRAPHS * 3, above=above)
    assert (story.dek, story.blocks[0].text) == (f"{DEK} It took eleven months.", FIRST)


def test_an_ordinary_first_paragraph_stays():
    assert lines_of(head=meta(description=FIRST))[0] == ("p", FIRST)
