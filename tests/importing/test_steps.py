"""Each clean-up by its name, with what was before and after."""

import pytest

from articles.importing import steps
from articles.importing.story import Block, OriginClaim, Step, Story, StoryCredit


def story(*blocks, headline="Tide turns", **more):
    return Story(headline, blocks=tuple(Block("p", text, start) for start, text in enumerate(blocks)), **more)


def texts(made):
    return [block.text for block in made.blocks]


def names(made):
    return [step.name for step in made.steps]


# The teaser


@pytest.mark.parametrize(
    "blocks",
    [
        ("It was late.", "Tide turns", "Text."),
        ("It was late.", "**TIDE TURNS!**", "Text."),
        ("It was late.", "It was late.", "Text."),
        ("It was late.", "**Why?**", "It was late.", "Text."),
        ("It was late.", "Read more at RT.com", "Text."),
        ("**It was late.**", "Tide turns", "Text."),
        ("It was late. Read more at RT.com", "Text."),
    ],
)
def test_the_first_paragraph_is_the_dek_where_the_layout_tells(blocks):
    made = steps.clean_up(story(*blocks))
    assert (made.dek, names(made)[0], texts(made)[-1]) == ("It was late.", "teaser-to-dek", "Text.")


@pytest.mark.parametrize(
    "blocks",
    [
        ("It was late.", "Text."),
        ("Many like to read the full story at home.", "Text."),
        ("Tide turns", "It was late.", "Text."),
        ("Read more at RT.com", "Text."),
        ("**Why?**", "It was late.", "Text."),
    ],
)
def test_otherwise_it_stays_in_the_body(blocks):
    assert steps.clean_up(story(*blocks)).dek == ""


def test_the_teaser_is_kept_before_and_after():
    made = steps.teaser_to_dek(story("**It was late.**", "Tide turns"))
    assert made.steps == (Step("teaser-to-dek", "**It was late.**", "It was late."),)


# Pointers


def test_a_pointer_is_taken_off_the_dek_and_claims_an_origin():
    made = steps.pointers_to_origins(story("Text.", dek="It was late. Read Full Article at RT.com", dek_start=12))
    assert made.dek == "It was late."
    assert made.steps == (Step("pointer-to-origin", "It was late. Read Full Article at RT.com", "It was late."),)
    assert made.origins == (
        OriginClaim("syndicated_from", "RT.com", "Read Full Article at RT.com", 12, "pointer-to-origin", "rt.com"),
    )


@pytest.mark.parametrize(
    ("blocks", "left"),
    [
        (("Text.", "Read more at RT.com"), ["Text."]),
        (("Text.", "Read more at RT.com", "Ada Finch for The Engine"), ["Text.", "Ada Finch for The Engine"]),
        (("Read more at RT.com", "Text.", "More.", "Last."), ["Text.", "More.", "Last."]),
        (("Text. (Read more at RT.com)",), ["Text."]),
    ],
)
def test_a_pointer_may_stand_where_the_body_begins_or_ends(blocks, left):
    made = steps.pointers_to_origins(story(*blocks))
    assert (texts(made), [claim.organisation for claim in made.origins]) == (left, ["RT.com"])


def test_a_pointer_amid_the_body_leads_elsewhere_and_stays():
    blocks = ("Text.", "Read more at RT.com", "More.", "Last.")
    assert steps.pointers_to_origins(story(*blocks)) == story(*blocks)


def test_a_pointer_that_ends_a_paragraph_is_one_only_at_the_end():
    before = story("Text. Read more at RT.com", "More.", "Last.", dek="It was late.")
    assert steps.pointers_to_origins(before) == before


def test_an_address_is_kept_with_its_host():
    made = steps.pointers_to_origins(story("Text.", "Read more at https://www.engine.example/x"))
    (claim,) = made.origins
    assert (claim.organisation, claim.domain, claim.url) == (
        "engine.example",
        "engine.example",
        "https://www.engine.example/x",
    )


# Repeats


def test_an_archive_keeps_what_its_readers_had():
    before = story("Tide turns", "It was late.", "Text.", dek="It was late.", was="published")
    assert steps.drop_repeats(before) == before


def test_headline_and_teaser_again_are_dropped_where_the_body_begins():
    made = steps.drop_repeats(story("“Tide turns”", "It was late", "Text.", "Tide turns", dek="It was late."))
    assert texts(made) == ["Text.", "Tide turns"]
    assert made.steps == (Step("repeated-headline", "“Tide turns”", ""), Step("repeated-teaser", "It was late", ""))


def test_a_step_keeps_a_line_for_each_time_it_was_made():
    made = steps.bold_lines_to_subheads(story("**Why?**", "Text.", "**How?**"))
    assert made.steps == (Step("bold-line-to-subhead", "**Why?**\n**How?**", "Why?\nHow?"),)


def test_the_teaser_again_with_its_pointer_is_dropped():
    made = steps.drop_repeats(story("It was late. Read more at RT.com", "Text.", dek="It was late."))
    assert texts(made) == ["Text."]


# The sign-off


def credit(name, outlet="The Engine", wording=""):
    return StoryCredit(name, "writer", outlet, wording)


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("Aarav Patel for The Engine", (credit("Aarav Patel"),)),
        ("**Aarav Patel for The Engine**", (credit("Aarav Patel"),)),
        ("(Ada Finch and Alan Reed for The Engine)", (credit("Ada Finch"), credit("Alan Reed"))),
        ("Ada Finch and Ada Finch for The Engine", (credit("Ada Finch"),)),
        ("Staff for The Engine", (credit("", wording="Staff"),)),
        ("By staff reporters for The Engine", (credit("", wording="staff reporters"),)),
        ("— Staff", (credit("", "", "Staff"),)),
    ],
)
def test_a_signoff_is_credited(line, credits):
    made = steps.signoff_to_credit(story("Text.", line))
    assert (made.credits, texts(made)) == (credits, ["Text."])
    assert made.steps == (Step("signoff-to-credit", line, ""),)


def test_a_signoff_claims_an_origin():
    made = steps.signoff_to_credit(story("Text.", "Ada Finch for engine.example"))
    assert made.origins == (
        OriginClaim(
            "written_for",
            "engine.example",
            "Ada Finch for engine.example",
            1,
            "signoff-to-credit",
            "engine.example",
        ),
    )


def test_staff_of_no_outlet_claims_none():
    assert steps.signoff_to_credit(story("Text.", "Staff")).origins == ()


@pytest.mark.parametrize(
    "line",
    [
        "They voted for change.",
        "It was time for the Harbour Board",
        "Staff for the night shift are hard to find",
        "Staff were told to go home for Christmas",
        "He is running for President",
        "Thanks for Everything",
        "Ada Finch for President",
        "Nobody moved.",
    ],
)
def test_an_ordinary_last_paragraph_is_no_signoff(line):
    before = story("Text.", line)
    assert steps.signoff_to_credit(before) == before


def test_a_story_without_body_has_no_signoff():
    assert steps.signoff_to_credit(story()) == story()


# Bold


def test_a_bold_line_is_a_subhead():
    made = steps.bold_lines_to_subheads(story("Text.", "**Why now?**"))
    assert made.blocks[1] == Block("h2", "Why now?", 1)
    assert made.steps == (Step("bold-line-to-subhead", "**Why now?**", "Why now?"),)


@pytest.mark.parametrize(
    "text",
    ["**It rained on Monday. Ships waited outside.**", f"**{'so ' * 67}on**", "**Why** and **how**", "Text **bold**"],
)
def test_a_bold_paragraph_stays_one(text):
    made = steps.bold_lines_to_subheads(story(text))
    assert made.blocks[0].kind == "p"


def test_a_headline_needs_no_asterisks():
    made = steps.clean_up(story("Text.", headline="**Tide turns**"))
    assert (made.headline, names(made)) == ("Tide turns", ["bold-headline"])


def test_bold_words_are_strong_and_the_rest_is_escaped():
    made = steps.bold_words(story("5 < 6 & **so** on **", "2 ** 3 ** 4"))
    assert [block.html for block in made.blocks] == [
        "<p>5 &lt; 6 &amp; <strong>so</strong> on **</p>",
        "",
    ]
    assert names(made) == ["bold-words"]


# Characters and direction


def test_characters_no_story_may_carry_go_and_say_so():
    made = steps.plain_words(story("Te\x08xt.", "Fine", headline="Cafe\u0301", dek="\u202eLate"))
    assert made.steps == (Step("plain-words", "Cafe\u0301\n\u202eLate\nTe\x08xt.", "Café\nLate\nText."),)
    assert (made.headline, made.dek, texts(made)) == ("Café", "Late", ["Text.", "Fine"])


@pytest.mark.parametrize(
    ("headline", "text", "direction"),
    [
        ("سوق السمك", "قرر المجلس", "rtl"),
        ("שוק הדגים", "Tide", "rtl"),
        ("Tide turns", "سوق", "ltr"),
        ("9", "10", "ltr"),
    ],
)
def test_the_words_run_as_most_letters_do(headline, text, direction):
    made = steps.right_to_left(story(text, headline=headline))
    assert (made.direction, names(made)) == (direction, ["right-to-left"] if direction == "rtl" else [])
