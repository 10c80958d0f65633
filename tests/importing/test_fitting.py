"""What does not fit its column is cut after a word, and kept whole in the note of the desk."""

import pytest

from articles.importing.fitting import fitting
from articles.importing.story import Block, Step, Story, StoryCredit, StoryTopic

LONG = "The tide turned late and the wall held. " * 10


def names(story):
    return [step.name for step in story.steps]


def test_what_fits_stays_as_it_is():
    story = Story("Tide turns", dek="Late.", kicker="Harbour", slug="tide-turns", language="pt-BR")
    assert fitting(story) == story


@pytest.mark.parametrize(("name", "most"), [("headline", 300), ("kicker", 80), ("dateline", 120), ("slugline", 120)])
def test_a_long_line_is_cut_and_kept_whole(name, most):
    made = fitting(Story(**{"headline": "Tide turns", name: LONG}))
    assert len(getattr(made, name)) <= most
    assert made.ednote == f"{name.capitalize()} in full: {LONG.strip()}"
    assert made.steps == (Step("long-lines", LONG.strip(), getattr(made, name)),)


def test_a_note_of_the_supplier_stays_before_what_was_cut():
    assert fitting(Story("Tide", ednote="Check names.", kicker=LONG)).ednote.split("\n")[0] == "Check names."


def test_a_post_without_headline_gets_its_first_sentence_and_keeps_it():
    made = fitting(Story("", blocks=(Block("p", "—"), Block("p", "It was late. The wall held."))))
    assert (made.headline, made.blocks[1].text) == ("It was late.", "It was late. The wall held.")
    assert names(made) == ["headline-from-body"]


def test_where_nothing_is_said_there_is_no_headline_either():
    assert fitting(Story("")).headline == ""


@pytest.mark.parametrize(
    ("language", "kept"), [("en", "en"), ("zh-Hant-TW", "zh-Hant-TW"), ("english", ""), ("e", ""), ("en us", "")]
)
def test_what_is_no_language_tag_is_left_out(language, kept):
    assert fitting(Story("Tide", language=language)).language == kept


def test_names_codes_and_addresses_take_the_form_the_desk_keeps():
    made = fitting(
        Story(
            "Tide",
            slug="Ebb & Flow!",
            credits=(StoryCredit(" Ada  Finch ", title="x" * 300),),
            topics=(StoryTopic("", "medtop:1"), StoryTopic(" ")),
            address="https://a.example/" + "x" * 500,
        )
    )
    assert (made.slug, made.address) == ("ebb-flow", "")
    assert (made.credits[0].name, len(made.credits[0].title)) == ("Ada Finch", 200)
    assert made.topics == (StoryTopic("medtop:1", "medtop:1"),)
