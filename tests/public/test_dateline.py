"""Datelines."""

import pytest

from articles.public.dateline import run_in

MARK = '<span class="dateline">Marrowby</span>'


def test_without_one_the_body_stays_as_it_is():
    assert run_in("", "<p>Words.</p>") == "<p>Words.</p>"


@pytest.mark.parametrize("head", ["", '<h2 id="h-x">X</h2>\n', '<h2 id="h-x">X</h2>\n<h3 id="h-y">Y</h3>\n'])
def test_it_runs_into_the_first_paragraph_under_any_headings(head):
    assert run_in("Marrowby", f"{head}<p>One.</p>\n<p>Two.</p>") == f"{head}<p>{MARK}&nbsp;— One.</p>\n<p>Two.</p>"


@pytest.mark.parametrize("caption", ["", "<figcaption>It held</figcaption>\n"])
def test_it_runs_into_the_first_paragraph_under_a_picture(caption):
    head = f'<figure class="upright">\n<picture><img alt=""></picture>\n{caption}</figure>\n<h2>X</h2>\n'
    assert run_in("Marrowby", f"{head}<p>One.</p>") == f"{head}<p>{MARK}&nbsp;— One.</p>"


@pytest.mark.parametrize("body", ["", "<ul>\n<li>One</li>\n</ul>", "<blockquote>\n<p>One.</p>\n</blockquote>"])
def test_elsewhere_it_is_a_paragraph_of_its_own(body):
    assert run_in("Marrowby", body) == f"<p>{MARK}</p>\n{body}"


def test_it_is_text_and_not_markup():
    assert run_in("<b>", "") == '<p><span class="dateline">&lt;b&gt;</span></p>\n'
