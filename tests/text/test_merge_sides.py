"""articles/text/merge_sides.py: what one version has made of the base."""

import pytest
from hypothesis import given

from articles.text.clean import clean
from articles.text.merge_pieces import together
from articles.text.merge_sides import WINDOW, Region, blocks_of, side_of
from tests.text.html_strategies import bodies
from tests.text.version_strategies import three_versions

ONE, TWO, THREE = "One ferry sails at dawn.", "Two trams stand still tonight.", "Three tugs wait outside."


def body(*paragraphs):
    return clean("".join(f"<p>{paragraph}</p>" for paragraph in paragraphs))


def side(base, version):
    return side_of(blocks_of(base), blocks_of(version))


@given(bodies)
def test_the_blocks_of_a_body_are_the_body(body):
    assert together(block.html for block in blocks_of(body)) == body
    assert all(clean(block.html) == block.html for block in blocks_of(body))


def test_a_list_is_one_block_and_so_is_a_quote():
    html = clean("<h2>a</h2><ul><li>b<ul><li>c</ul></ul><blockquote><p>d<p>e</blockquote><hr>")
    assert [(block.leaf.place, block.leaf.text, block.is_plain) for block in blocks_of(html)] == [
        (("h2",), "a", True),
        (("ul",), "\nb\n\nc\n\n", False),
        (("blockquote",), "d\ne", False),
        (("hr",), "", False),
    ]


def test_what_was_kept_reworded_moved_put_in_and_taken_out():
    made = side(body(ONE, TWO, THREE, "Four"), body(THREE, "One ferry sails at noon.", TWO, "New"))
    assert (made.kept, made.edited, made.moved, made.home) == ({0: 1, 1: 2}, {0}, {2: 0}, {0: 2})
    assert made.regions == [Region(0, 0, range(1)), Region(2, 4, range(3, 4))]


def test_a_rule_is_not_known_again_elsewhere():
    words = body(ONE, TWO)
    rules = side(f"<hr>\n{words}", f"{words}\n<hr>")
    assert (rules.kept, rules.moved) == ({1: 0, 2: 1}, {})


def test_in_a_long_body_blocks_are_known_again_though_each_was_reworded():
    old = [f"Ferry{number} sails from pier{number} at dawn{number}." for number in range(3 * WINDOW)]
    made = side(body(*old), body(*(text.replace("sails", "sailed") for text in old)))
    assert made.kept == {number: number for number in range(3 * WINDOW)}
    assert made.edited == set(made.kept)


@pytest.mark.parametrize("version", [1, 2])
@given(three_versions)
def test_every_block_was_kept_or_moved_or_is_new(version, versions):
    made = side(versions[0], versions[version])
    new = {number for region in made.regions for number in region.new}
    assert sorted([*made.kept.values(), *new]) == list(range(len(made.blocks)))
    assert set(made.moved.values()) <= new
    taken_out = {number for region in made.regions for number in range(region.start, region.end)}
    assert sorted([*made.kept, *taken_out]) == list(range(len(blocks_of(versions[0]))))
