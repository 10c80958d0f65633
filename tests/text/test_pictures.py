"""articles/text/pictures.py: the files of a picture, their names, and the tags that show it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.pictures import (
    Shown,
    fitting,
    hash_of,
    hashes_in,
    is_kept,
    keys_in,
    place,
    renditions,
    type_of,
)
from articles.text.render import render_body

SHA = "ab" * 32


def sizes(width, height):
    return [(one.width, one.height, one.name.removeprefix(SHA)) for one in renditions(SHA, "image/jpeg", width, height)]


def test_a_large_picture_comes_in_three_widths_and_two_formats():
    assert sizes(4000, 3000) == [
        (480, 360, "-480.webp"), (480, 360, "-480.jpg"), (960, 720, "-960.webp"), (960, 720, "-960.jpg"),
        (1600, 1200, "-1600.webp"), (1600, 1200, "-1600.jpg"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("width", "widths"),
    [(300, [300]), (480, [480]), (481, [480, 481]), (1600, [480, 960, 1600]), (1601, [480, 960, 1600])],
)
def test_none_is_wider_than_the_picture(width, widths):
    assert sorted({one.width for one in renditions(SHA, "image/png", width, 100)}) == widths


@given(st.integers(1, 60_000), st.integers(1, 60_000))
def test_every_rendition_has_a_height_and_a_name_by_which_it_is_found(width, height):
    for one in renditions(SHA, "image/png", width, height):
        assert (one.height >= 1, hash_of(one.name), type_of(one.name)) == (True, SHA, one.media_type)


@pytest.mark.parametrize(
    "name",
    [
        "", SHA, f"{SHA}.jpg", f"{SHA}-480.gif", f"{SHA}-480.jpg\n", f"{SHA}-0480.jpg", f"../{SHA}-480.jpg",
        f"{SHA[1:]}-480.jpg", f"{SHA.upper()}-480.jpg", f"{SHA}-48000.jpg", f"{SHA}-480.jpg/../../x",
    ],
)  # fmt: skip
def test_what_is_no_name_of_a_rendition_has_no_hash(name):
    assert hash_of(name) == ""


def test_the_file_the_house_keeps_is_told_from_those_for_readers():
    assert [is_kept(name) for name in (f"{SHA}.jpg", f"{SHA}.png", f"{SHA}-480.jpg", f"{SHA}.webp", "x.jpg")] == [
        True, True, False, False, False,
    ]  # fmt: skip


def test_a_file_lies_in_a_folder_with_the_first_two_digits_of_its_name():
    assert place(f"{SHA}-480.jpg") == f"pictures/ab/{SHA}-480.jpg"


@pytest.mark.parametrize(("wide", "width"), [(100, 480), (480, 480), (481, 960), (5000, 1200)])
def test_the_smallest_that_fills_a_place_is_chosen(wide, width):
    assert fitting(SHA, "image/jpeg", 1200, 900, wide=wide) == f"{SHA}-{width}.webp"


def test_keys_are_given_once_and_in_their_order():
    figures = '<figure data-picture="b"></figure>\n<figure data-picture="a">\n<figcaption>x</figcaption>\n</figure>\n'
    body = f'<p>&lt;figure data-picture="z"></p>\n{figures}<figure data-picture="b"></figure>'
    assert keys_in(body) == ["b", "a"]
    assert keys_in("<p>None.</p>") == []


def test_a_tag_holds_its_place_and_says_what_is_to_be_seen():
    tag = Shown(SHA, "image/jpeg", 500, 250, alt='"A" <wall>').tag("50vw", loading="lazy")
    assert tag == (
        f'<picture><source type="image/webp" srcset="/pictures/{SHA}-480.webp 480w, /pictures/{SHA}-500.webp 500w"'
        f' sizes="50vw"><img src="/pictures/{SHA}-500.jpg" srcset="/pictures/{SHA}-480.jpg 480w, '
        f'/pictures/{SHA}-500.jpg 500w" sizes="50vw" width="500" height="250" alt="&quot;A&quot; &lt;wall&gt;"'
        ' loading="lazy" decoding="async"></picture>'
    )


def test_a_page_shows_what_its_tags_show_and_not_what_its_words_link_to():
    other = "cd" * 32
    body = f'<figure data-picture="k"></figure>\n<p><a href="/pictures/{other}-480.jpg">a file</a> &lt;picture></p>'
    page = render_body(body, pictures={"k": Shown(SHA, "image/png", 10, 10, alt=f'src="/pictures/{other}-480.jpg"')})
    assert (other in page, hashes_in(page)) == (True, [SHA])


def test_a_card_is_told_of_the_widest_in_the_format_that_all_can_read():
    card = Shown(SHA, "image/png", 3200, 1600, "Alt", "Caption", "Credit").card()
    assert re.sub(f"/pictures/{SHA}", "", str(card)) == str(
        {
            "src": "-1600.png", "srcset": "-480.png 480w, -960.png 960w, -1600.png 1600w",
            "webp": "-480.webp 480w, -960.webp 960w, -1600.webp 1600w", "type": "image/png",
            "width": 1600, "height": 800, "alt": "Alt", "caption": "Caption", "credit": "Credit",
        }
    )  # fmt: skip
