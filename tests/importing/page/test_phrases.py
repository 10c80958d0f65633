import pytest

from articles.importing.page.phrases import is_notice, points_elsewhere


@pytest.mark.parametrize(
    "line",
    ["Read more: Gulls", "READ ALSO", "» Lire aussi : X", "Lesen Sie auch:", "Te puede interesar", "Leggi anche",
     "Läs mer", "Читайте также: X", "اقرأ أيضا: س", "【関連記事】灯台", "相关阅读：", "यह भी पढ़ें", "Related stories"],
)  # fmt: skip
def test_a_line_may_point_to_another_story(line):
    assert points_elsewhere(line)


@pytest.mark.parametrize(
    "line",
    [
        "Reading more is good.",
        "Related crimes rose.",
        "See you there.",
        "Mehr zu tun gibt es nicht.",
        "Zum Themenabend",
        "",
    ],
)
def test_a_sentence_does_not(line):
    assert not points_elsewhere(line)


@pytest.mark.parametrize(
    "line",
    ["Advertisement", "ANZEIGE", "広告", "Share this article", "3 min read", "Lesezeit: 4 Minuten", "© AFP",
     "All rights reserved.", "Sign up for our newsletter", "Follow us on Facebook", "Published: 12 May 2024",
     "12 May 2024", "17:41 JST, October 13, 2024"],
)  # fmt: skip
def test_a_line_may_be_the_site_s(line):
    assert is_notice(line)


@pytest.mark.parametrize(
    "line",
    [
        "Sharing is hard.",
        "Advertising pays.",
        "In 2024 the ferry sank.",
        "Print is dead.",
        "The year was 2024.",
        "",
        "a" * 500,
    ],
)
def test_a_line_of_the_story_is_not(line):
    assert not is_notice(line)
