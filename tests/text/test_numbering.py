"""articles/text/numbering.py: numbers behind passages."""

import re

import pytest
from hypothesis import given, settings

from articles.text.clean import clean
from articles.text.numbering import anchors, anchors_in, keys_in_order, without_numbers
from articles.text.render import render_body
from tests.text.html_strategies import bodies

NUMBERS = {"a": 1, "b": 2, "c": 1}


def said(key, words):
    return f'<mark data-citation="{key}">{words}</mark>'


def shown(body, numbers=NUMBERS):
    """The rendered body with numbers as [1] or, of several at one place, [1, 2]."""
    page = render_body(body, citations=numbers)
    return re.sub(r'<sup class="cited">(.*?)</sup>', lambda sup: f"[{re.sub('<[^>]*>', '', sup[1])}]", page)


def test_a_number_leads_to_the_source_and_can_be_led_back_to():
    assert render_body(f"<p>{said('b', 'It held')}.</p>", citations=NUMBERS) == (
        '<p>It held<sup class="cited"><a href="#source-2" id="cited-2" aria-label="source 2">2</a></sup>.</p>'
    )


def test_what_is_heard_of_it_can_be_said_in_any_language():
    page = render_body(f"<p>{said('a', 'Ja')}</p>", citations=NUMBERS, spoken='"Quelle" {number}')
    assert 'aria-label="&quot;Quelle&quot; 1"' in page


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<p>“{said('a', 'No pilot')},” he said.</p>", "<p>“No pilot,”[1] he said.</p>"),
        (f"<p>{said('a', '“No pilot,”')} he said.</p>", "<p>“No pilot,”[1] he said.</p>"),
        (f"<p>“{said('a', 'No pilot')}”, he said.</p>", "<p>“No pilot”[1], he said.</p>"),
        (f"<p>“‘{said('a', 'No')}!’” he said.</p>", "<p>“‘No!’”[1] he said.</p>"),
        (f"<p>He called it {said('a', 'grave')}.</p>", "<p>He called it grave[1].</p>"),
        (f'<p>"{said("a", "No")}" "Yes"</p>', '<p>"No"[1] "Yes"</p>'),
        (f'<p>{said("a", "as told")} "Yes"</p>', '<p>as told[1] "Yes"</p>'),
        (f"<p>as {said('a', 'Hobday')}’s board said</p>", "<p>as Hobday’s[1] board said</p>"),
        (f"<p>« {said('a', 'Non')}\u00a0», dit-il</p>", "<p>« Non\u00a0»[1], dit-il</p>"),
        (f"<p>„{said('a', 'Nein')}“, sagte er</p>", "<p>„Nein“[1], sagte er</p>"),
        (f"<p>»{said('a', 'Nein')}«, sagte er</p>", "<p>»Nein«[1], sagte er</p>"),
        (f"<p>「{said('a', 'いいえ')}」と</p>", "<p>「いいえ」[1]と</p>"),
        (f"<p>“{said('a', '不')}”他说</p>", "<p>“不”[1]他说</p>"),
        (f"<p><strong>“{said('a', 'No')}</strong>” <em>x</em></p>", "<p><strong>“No</strong>”[1] <em>x</em></p>"),
        (f"<p>{said('a', 'No')}<em>x</em></p>", "<p>No[1]<em>x</em></p>"),
        (f"<h2>{said('a', 'No')}</h2>", '<h2 id="h-no">No[1]</h2>'),
        (f"<ul>\n<li>{said('a', 'No')}</li>\n</ul>", "<ul>\n<li>No[1]</li>\n</ul>"),
    ],
)
def test_it_stands_behind_the_last_word_and_what_closes_the_quotation(body, expected):
    assert shown(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f'<p><a href="/a">{said("a", "No")} more</a>, x</p>', '<p><a href="/a">No more</a>[1], x</p>'),
        ('<p>“<mark data-citation="a">see <a href="/a">it</a></mark>”</p>', '<p>“see <a href="/a">it</a>”[1]</p>'),
        (f"<p>x<sup>{said('a', '2')}n</sup> y</p>", "<p>x<sup>2n</sup>[1] y</p>"),
    ],
)
def test_no_number_stands_in_a_link_or_in_what_is_raised(body, expected):
    assert shown(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<p>“{said('a', 'No')},” he said, “{said('a', 'never')}.”</p>", "<p>“No,” he said, “never.”[1]</p>"),
        (f"<p>“{said('a', 'No.')}</p>\n<p>“{said('a', 'Never.')}”</p>", "<p>“No.</p>\n<p>“Never.”[1]</p>"),
        (
            f"<p>{said('a', 'No.')}</p>\n<p>x</p>\n<p>{said('a', 'Never.')}</p>",
            "<p>No.[1]</p>\n<p>x</p>\n<p>Never.[1]</p>",
        ),
        (f"<p>{said('a', 'No')}, {said('b', 'yes')}, {said('a', 'no')}</p>", "<p>No[1], yes[2], no[1]</p>"),
    ],
)
def test_a_passage_in_parts_is_numbered_once_unless_something_stands_between(body, expected):
    assert shown(body) == expected


def test_passages_that_end_together_share_a_place_and_each_number_stands_there_once():
    body = '<p><mark data-citation="b">x <mark data-citation="a">y <mark data-citation="c">z</mark></mark></mark>.</p>'
    assert shown(body) == "<p>x y z[1, 2].</p>"


def test_each_has_an_id_of_its_own():
    body = f"<p>{said('a', 'x')} {said('c', 'y')} {said('b', 'z')}</p>\n<p>-</p>\n<p>{said('a', 'x')}</p>"
    page = render_body(body, citations=NUMBERS)
    assert re.findall('id="([^"]*)"', page) == ["cited-1", "cited-1-2", "cited-2", "cited-1.2"]
    assert anchors_in(page) == {"cited-1", "cited-1-2", "cited-2", "cited-1.2"}
    assert anchors(NUMBERS) == {"a": "cited-1", "b": "cited-2", "c": "cited-1-2"}


def test_a_mark_of_nobody_leaves_its_words():
    assert render_body(f"<p>{said('z', 'x')}</p>", citations=NUMBERS) == "<p>x</p>"


def test_words_that_look_like_a_number_are_none():
    page = render_body('<p>&lt;a href="#source-1" id="cited-1"&gt;</p>', citations=NUMBERS)
    assert anchors_in(page) == set()


def test_the_id_of_a_heading_does_not_know_of_numbers():
    assert 'id="h-no"' in render_body(f"<h2>{said('a', 'No')}</h2>", citations={"a": 7})


def test_keys_come_in_the_order_of_the_words():
    assert keys_in_order(f"<p>{said('b', 'x')}{said('a', 'y')}</p>\n<p>{said('b', 'z')}</p>") == ["b", "a"]


@given(bodies)
@settings(max_examples=200, deadline=None)
def test_without_its_numbers_a_page_is_what_it_was(body):
    keys = {key: number % 3 + 1 for number, key in enumerate(keys_in_order(body))}
    page = render_body(body, citations=keys)
    assert without_numbers(page) == render_body(body)
    assert clean(without_numbers(page)) == clean(render_body(body))
    ids = re.findall(' id="(cited[^"]*)"', page)
    assert len(ids) == len(set(ids))
    if "<figure" not in body:
        assert {int(number) for number in re.findall('href="#source-([0-9]+)"', page)} == set(keys.values())
