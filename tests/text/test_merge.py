"""articles/text/merge.py: three versions become one, and no word that somebody put in is lost."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.clean import clean
from articles.text.merge import Choice, Instead, LineMerge, merge_bodies, merge_line, settle
from articles.text.merge_pieces import Agreed, By, Conflict
from articles.text.summary import words
from articles.text.tokens import is_word, tokens
from tests.text.version_strategies import three_versions

lines = st.lists(st.sampled_from("the ferry sails not again , 我 不 .".split()), max_size=8).map(" ".join) | st.text()

ONE, TWO, THREE = "One ferry sails at dawn.", "Two trams stand still tonight.", "Three tugs wait outside."


def body(*paragraphs):
    return clean("".join(f"<p>{paragraph}</p>" for paragraph in paragraphs))


def told(*bodies):
    return Counter(token.core for each in bodies for token in tokens(words(each)) if is_word(token))


def shown(merged):
    """All that a person sees of a merge, as a bag of words."""
    agreed = [piece.html for piece in merged.pieces if isinstance(piece, Agreed)]
    return told(*agreed, *(html for conflict in merged.conflicts for html in (conflict.ours, conflict.theirs)))


# Lines


@pytest.mark.parametrize(
    ("ours", "theirs", "merged"),
    [
        ("Ferry sails again", "Ferry sails again", "Ferry sails again"),
        ("Ferry sails", "Ferry sails again", "Ferry sails"),
        ("Ferry sails again", "Ferry sails", "Ferry sails"),
        ("The ferry sails", "The ferry sails", "The ferry sails"),
        ("Old ferry sails again", "Ferry sails again tonight", "Old ferry sails again tonight"),
        ("Ferries sails again", "Ferry sails again, says mayor", "Ferries sails again, says mayor"),
        ("sails again", "Ferry sails", "sails"),
        ("Ferry sailed again", "Ferry sailing again", None),
        ("Ferry sailed again", "Ferry sails never", None),
        ("Ferry sails at last again", "Ferry sails tonight again", None),
        ("", "Ferry sails again tonight", None),
    ],
)
def test_a_line_is_merged_word_by_word(ours, theirs, merged):
    base = "Ferry sails again"
    assert merge_line(base, ours, theirs) == LineMerge(base, ours, theirs, merged)
    assert merge_line(base, ours, theirs).conflict == (merged is None)


@given(lines, lines, lines)
def test_a_line_changed_by_one_side_alone_is_taken(base, ours, theirs):
    assert merge_line(base, ours, base).text == ours
    assert merge_line(base, base, theirs).text == theirs
    assert merge_line(base, ours, ours).text == ours


@given(lines, lines, lines)
def test_lines_are_merged_alike_from_either_side_and_no_word_is_lost(base, ours, theirs):
    text = merge_line(base, ours, theirs).text
    assert text == merge_line(base, theirs, ours).text
    if text is not None:
        put_in = {token.core for side in (ours, theirs) for token in tokens(side)}
        assert put_in - {token.core for token in tokens(base)} <= {token.core for token in tokens(text)}
        assert merge_line(theirs, text, theirs).text == text


# Bodies, block by block


def pieces(base, ours, theirs):
    return list(merge_bodies(base, ours, theirs).pieces)


def test_each_side_changes_another_paragraph():
    assert pieces(body(ONE, TWO, THREE), body(ONE, f"{TWO} Why?", THREE), body(ONE, TWO, f"Once {THREE}")) == [
        Agreed(body(ONE), By.NOBODY, body(ONE)),
        Agreed(body(f"{TWO} Why?"), By.US, body(TWO)),
        Agreed(body(f"Once {THREE}"), By.THEM, body(THREE)),
    ]


def test_both_change_other_words_of_a_paragraph():
    assert pieces(body(ONE), body("One old ferry sails at dawn."), body("One ferry sails at dawn, he said.")) == [
        Agreed(body("One old ferry sails at dawn, he said."), By.JOINED, body(ONE))
    ]


def test_both_change_the_same_words_of_a_paragraph():
    ours, theirs = body("One ferry sails at noon."), body("One ferry sails at dusk.")
    assert pieces(body(ONE), ours, theirs) == [Conflict(body(ONE), ours, theirs)]
    assert pieces(body(ONE), ours, ours) == [Agreed(ours, By.BOTH, body(ONE))]


def test_marks_go_with_their_words():
    base = clean('<p>The <a href="/wall">old wall</a> held, <mark data-citation="k1">he said</mark> on Monday.')
    ours = base.replace("held", "still held")
    theirs = base.replace("on Monday", "on <strong>Tuesday</strong>")
    assert merge_bodies(base, ours, theirs).body == theirs.replace("held", "still held")
    unmarked = base.replace('<mark data-citation="k1">he said</mark>', "he said")
    assert merge_bodies(base, ours, unmarked).body == unmarked.replace("held", "still held")
    assert merge_bodies(base, base.replace("he said", "he told us"), unmarked).body is None


def test_one_changes_the_kind_of_a_block_and_one_its_words():
    base, ours, theirs = body(ONE), clean(f"<h2>{ONE}</h2>"), body(f"Today: {ONE}")
    assert merge_bodies(base, ours, theirs).body == clean(f"<h2>Today: {ONE}</h2>")
    assert merge_bodies(base, ours, clean(f"<h3>{ONE}</h3>")).body is None


def test_what_one_takes_out_is_gone_unless_the_other_changed_it():
    base, gone = body(ONE, TWO, THREE), body(ONE, THREE)
    changed = body(ONE, "Two trams stand still at midnight.", THREE)
    kept = [Agreed(body(text), By.NOBODY, body(text)) for text in (ONE, THREE)]
    assert pieces(base, gone, base) == [kept[0], Agreed("", By.US, body(TWO)), kept[1]]
    assert pieces(base, base, gone) == [kept[0], Agreed("", By.THEM, body(TWO)), kept[1]]
    assert pieces(base, gone, gone) == [kept[0], Agreed("", By.BOTH, body(TWO)), kept[1]]
    changed_two = changed.split("\n")[1]
    assert pieces(base, gone, changed) == [kept[0], Conflict(body(TWO), "", changed_two), kept[1]]
    assert pieces(base, changed, gone) == [kept[0], Conflict(body(TWO), changed_two, ""), kept[1]]


def test_neighbours_may_go_on_both_sides():
    assert merge_bodies(body(ONE, TWO, THREE), body(TWO, THREE), body(ONE, THREE)).body == body(THREE)


def test_both_put_something_in_at_the_same_place():
    base, end = body(ONE), "More by noon."
    first = Agreed(body(ONE), By.NOBODY, body(ONE))
    assert pieces(base, body(ONE, TWO), body(ONE, THREE)) == [first, Conflict("", body(TWO), body(THREE))]
    assert pieces(base, body(ONE, TWO, end), body(ONE, THREE, end)) == [
        first,
        Conflict("", body(TWO), body(THREE)),
        Agreed(body(end), By.BOTH),
    ]
    assert pieces(base, body(ONE, TWO, end), body(ONE, end)) == [
        first,
        Agreed(body(TWO), By.US),
        Agreed(body(end), By.BOTH),
    ]
    assert merge_bodies(base, body(TWO, ONE), body(ONE, THREE)).body == body(TWO, ONE, THREE)


def test_one_replaces_what_the_other_rewords():
    base, theirs = body(ONE, TWO, THREE), body(ONE, "Two trams stand still at midnight.", THREE)
    ours = body(ONE, "Nothing is left.", THREE)
    assert merge_bodies(base, ours, theirs).conflicts == [
        Conflict(body(TWO), body("Nothing is left."), theirs.split("\n")[1])
    ]


def test_a_block_that_one_moves_and_the_other_rewords_is_joined_where_it_is_now():
    base, moved = body(ONE, TWO, THREE), body(THREE, ONE, TWO)
    reworded = "Three old tugs wait outside."
    assert merge_bodies(base, moved, body(ONE, TWO, reworded)).pieces[0] == Agreed(body(reworded), By.JOINED)
    assert merge_bodies(base, moved, body(ONE, TWO, reworded)).body == body(reworded, ONE, TWO)
    assert merge_bodies(base, body(ONE, TWO, reworded), moved).body == body(reworded, ONE, TWO)
    assert merge_bodies(base, moved, moved).body == moved


def test_a_block_that_one_moves_and_the_other_takes_out_is_a_conflict():
    assert merge_bodies(body(ONE, TWO, THREE), body(THREE, ONE, TWO), body(ONE, TWO)).conflicts == [
        Conflict(body(THREE), body(THREE), "")
    ]


def test_a_block_that_both_move_apart_is_a_conflict_in_both_places():
    base, four = body(ONE, TWO, THREE, "Four"), body("Four")
    assert merge_bodies(base, body("Four", ONE, TWO, THREE), body(ONE, "Four", TWO, THREE)).conflicts == [
        Conflict("", four, ""),
        Conflict("", "", four),
    ]


def test_a_block_moved_to_a_disputed_place_is_a_conflict_where_it_was_too():
    base = body(ONE, TWO, THREE)
    assert merge_bodies(base, body(THREE, ONE, TWO), body("New words.", ONE, TWO, THREE)).conflicts == [
        Conflict("", body(THREE), body("New words.")),
        Conflict(body(THREE), "", body(THREE)),
    ]


@pytest.mark.parametrize(
    "block",
    [
        "<ul><li>{}<li>b</ul>",
        "<table><tr><td>{}<td>b</table>",
        '<figure data-picture="k"><figcaption>{}</figcaption></figure>',
        "<blockquote><p>{}<p>b</blockquote>",
    ],
)
def test_a_block_of_blocks_is_merged_as_a_whole(block):
    base, ours, theirs = (clean(block.format(words)) for words in ("the words here", "the old words here", "the words"))
    assert merge_bodies(base, ours, base).body == ours
    assert pieces(base, ours, theirs) == [Conflict(base, ours, theirs)]


def test_a_body_that_is_not_canonical_is_refused():
    with pytest.raises(ValueError, match="canonical"):
        merge_bodies("<p>One", "", "")


# Settling


def test_conflicts_are_settled_one_by_one():
    base = body(ONE, TWO, THREE)
    ours, theirs = body("One ferry sails at noon.", TWO, "Three a"), body("One ferry sails at dusk.", TWO, "Three b")
    merged = merge_bodies(base, ours, theirs)
    assert merged.body is None
    assert settle(merged, [Choice.OURS, Choice.THEIRS]) == body("One ferry sails at noon.", TWO, "Three b")
    assert settle(merged, [Choice.BOTH, Instead("<div>Three <b>c")]) == body(
        "One ferry sails at noon.", "One ferry sails at dusk.", TWO, "Three <b>c</b>"
    )
    with pytest.raises(ValueError, match="2 conflicts cannot be settled by 1 choices"):
        settle(merged, [Choice.OURS])


def test_where_nothing_is_to_be_settled_the_body_is_as_merged():
    merged = merge_bodies(body(ONE, TWO), body(ONE), body(ONE, TWO, THREE))
    assert settle(merged, []) == merged.body == body(ONE, THREE)


# What holds for any three versions


@given(three_versions)
@settings(max_examples=100)
def test_what_one_side_alone_changed_is_taken(versions):
    base, ours, theirs = versions
    assert merge_bodies(base, ours, base).body == ours
    assert merge_bodies(base, base, theirs).body == theirs
    assert merge_bodies(base, ours, ours).body == ours


@given(three_versions)
@settings(max_examples=100)
def test_no_word_that_was_put_in_is_lost(versions):
    base, ours, theirs = versions
    merged = merge_bodies(base, ours, theirs)
    assert set(told(ours)) - set(told(base)) <= set(told(settle(merged, [Choice.OURS] * len(merged.conflicts))))
    assert set(told(theirs)) - set(told(base)) <= set(told(settle(merged, [Choice.THEIRS] * len(merged.conflicts))))


@given(three_versions)
@settings(max_examples=100)
def test_no_word_that_both_have_left_alone_is_lost(versions):
    base, ours, theirs = (told(version) for version in versions)
    left_alone = {word for word in base if base[word] == ours[word] == theirs[word] == 1}
    assert left_alone <= set(shown(merge_bodies(*versions)))


@given(three_versions)
@settings(max_examples=100)
def test_either_side_sees_the_same_merge(versions):
    base, ours, theirs = versions
    assert [mirrored(piece) for piece in pieces(base, theirs, ours)] == pieces(base, ours, theirs)


def mirrored(piece):
    if isinstance(piece, Conflict):
        return Conflict(piece.base, piece.theirs, piece.ours)
    return Agreed(piece.html, {By.US: By.THEM, By.THEM: By.US}.get(piece.by, piece.by), piece.base)


@given(three_versions)
@settings(max_examples=100)
def test_what_was_merged_once_is_not_merged_again(versions):
    base, ours, theirs = versions
    merged = merge_bodies(base, ours, theirs)
    settled = settle(merged, [Choice.BOTH] * len(merged.conflicts))
    assert merge_bodies(theirs, settled, theirs).body == settled


@given(three_versions, st.sampled_from(Choice))
@settings(max_examples=100)
def test_all_that_comes_of_a_merge_is_canonical(versions, choice):
    merged = merge_bodies(*versions)
    results = [settle(merged, [choice] * len(merged.conflicts)), merged.body or ""]
    for piece in merged.pieces:
        results += [piece.base, *([piece.html] if isinstance(piece, Agreed) else [piece.ours, piece.theirs])]
    assert [clean(result) for result in results] == results
