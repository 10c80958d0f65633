"""What a person is asked to choose: told from three contents alone."""

import pytest

from articles.admin.conflicts import Conflict, body_parts, fields_in_conflict, merged_lines
from articles.desk.merging import merge

CITY, PORT = ({"id": number, "name": name, "slug": name.lower()} for number, name in ((1, "City"), (2, "Port")))

EMPTY = {
    **dict.fromkeys(("headline", "dek", "kicker", "slugline", "dateline", "ednote", "slug", "body"), ""),
    "language": "en",
    "direction": "ltr",
    "section": None,
    "topics": [],
    "credits": [],
    "origins": [],
}


def content(**told):
    """A content of the record that says this and nothing else."""
    return {**EMPTY, **told}


def names(base, ours, theirs):
    """The fields that are to be chosen."""
    merged = merge(content(**base), content(**ours), content(**theirs))
    return [conflict.name for conflict in fields_in_conflict(merged)]


def in_body(base, ours, theirs):
    """The conflicts of a body whose paragraphs these are."""
    bodies = ("\n".join(f"<p>{words}</p>" for words in side) for side in (base, ours, theirs))
    parts = body_parts(merge(*(content(body=body) for body in bodies)))
    return [part for part in parts if isinstance(part, Conflict)]


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "asked"),
    [
        (CITY, CITY, None, []),  # they took it away
        (CITY, None, CITY, []),  # we did
        (CITY, None, PORT, ["section"]),
        (CITY, PORT, None, ["section"]),
        (None, CITY, PORT, ["section"]),
        (None, CITY, CITY, []),
    ],
)
def test_a_section_is_asked_about_where_both_changed_it(base, ours, theirs, asked):
    assert names({"section": base}, {"section": ours}, {"section": theirs}) == asked


def test_a_line_in_which_both_changed_other_words_is_not_asked_about():
    told = (
        {"headline": words}
        for words in ("Basin shut for nine weeks", "Basin shuts for nine weeks", "Basin shut for ten weeks")
    )
    assert names(*told) == []
    assert names({"headline": "A"}, {"headline": "B"}, {"headline": "C"}) == ["headline"]


def test_the_key_of_a_conflict_does_not_follow_what_the_desk_does_to_it():
    one, other = (in_body(["Nine weeks."], [ours], ["Ten weeks."])[0] for ours in ("Weeks.", "Some weeks."))
    assert (one.key, one.ours_print == other.ours_print) == (other.key, False)
    (newer,) = in_body(["Nine weeks."], ["Weeks."], ["Eleven weeks."])
    assert newer.key != one.key


def test_the_same_words_twice_are_two_conflicts():
    found = in_body(
        ["It held.", "Between.", "It held."],
        ["It holds.", "Between.", "It holds on."],
        ["It fell.", "Between.", "It fell."],
    )
    assert (len(found), len({conflict.key for conflict in found})) == (2, 2)
    assert [conflict.label for conflict in found] == ["Body, 1 of 2", "Body, 2 of 2"]


def test_what_merges_by_itself_is_told_with_whose_it_is():
    base = content(kicker="Port", dek="A", headline="Basin shut for nine weeks", dateline="MARROWBY", topics=[CITY])
    ours = {**base, "kicker": "Harbour", "headline": "Basin shuts for nine weeks", "dateline": "QUAY"}
    theirs = {**base, "dek": "B", "headline": "Basin shut for ten weeks", "dateline": "QUAY", "topics": [CITY, PORT]}
    lines = list(merged_lines(merge(base, ours, theirs), ours))
    read = ["".join(span.text for span in line.spans if span.kind != "removed") for line in lines]
    assert [(line.label, line.by, words) for line, words in zip(lines, read, strict=True)] == [
        ("Headline", "joined", "Basin shuts for ten weeks"),
        ("Dek", "theirs", "B"),
        ("Kicker", "ours", "Harbour"),
        ("Dateline", "both the same", "QUAY"),
        ("Topics", "theirs", "City, Port"),
    ]  # fmt: skip
