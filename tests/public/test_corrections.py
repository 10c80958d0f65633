"""The page of all corrections."""

import pytest

from articles import desk

pytestmark = pytest.mark.django_db


def test_without_any_it_says_so(read):
    assert read("/corrections/").classed("quiet") == [
        "Nothing so far. If you find a mistake, tell the newsroom: the note will stand here."
    ]


def test_they_are_listed_newest_first_with_their_story(read, make_story, correct, at):
    one, other = make_story("One", status="live"), make_story("Other", status="live")
    for hour, (story, kind) in enumerate([(one, "editors_note"), (other, "retraction"), (one, "editors_note")], 1):
        with at(hour):
            correct(story, kind, f"Note {hour}.")
    with at(9):
        page = read("/corrections/")
    assert page.classed("headline") == ["One", "Retracted: Other", "One"]
    assert page.classed("correction") == ["Note 3.", "Note 2.", "Note 1."]
    assert page.classed("facts") == [
        "Editor's note 4 May 2026, 17:00",
        "Retraction 4 May 2026, 16:00",
        "Editor's note 4 May 2026, 15:00",
    ]


def test_those_of_a_story_taken_from_readers_go_with_it(read, pat, make_story, correct):
    story = make_story(status="live")
    correct(story, "editors_note", "Frankly so.")
    desk.unpublish(story, by=pat, why="Wrong")
    assert read("/corrections/").classed("correction") == []


def test_thirty_cost_as_many_queries_as_one(queries, make_story, correct):
    story = make_story(status="live")
    correct(story, "editors_note", "One.")
    one = queries("/corrections/")
    for number in range(29):
        correct(story, "editors_note", f"Note {number}.")
    assert queries("/corrections/") == one == 3
