import pytest

from tests.importing.feeds.reading import story_of, texts_in


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Gulls &amp;amp; tides", "Gulls & tides"),
        ("<![CDATA[<b>Gulls</b> &eacute;]]>", "Gulls é"),
        ("Gulls&lt;br>tides", "Gulls tides"),
        ("1 &lt; 2 gulls", "1 < 2 gulls"),
        ("AT&T & gulls &nbsp;&hellip;", "AT&T & gulls \xa0…"),
        ("\u202eGulls\x01", "Gulls"),
        ("&#150; Gulls &#x110000; &#0;", "– Gulls"),
        ("", ""),
    ],
)
def test_a_title_becomes_a_line_of_plain_text(title, headline):
    assert story_of(f"<title>{title}</title><link>https://courier.example/1</link>").headline == headline


@pytest.mark.parametrize(
    ("elements", "dek"),
    [
        ("<description>Gulls queue. Nobody knows why.</description>", "Gulls queue. Nobody knows why."),
        ("<description>&lt;p>Gulls &lt;b>queue&lt;/b>.&lt;/p></description>", "Gulls queue."),
        ("<description>The gulls came</description>", ""),
        ("<description>Gulls queue and […]</description>", ""),
        ("<description>Gulls queue. Continue reading Gulls →</description>", ""),
        ("<description>Gulls queue. The post Gulls appeared first on Courier.</description>", "Gulls queue."),
        ("<description>They want more.</description>", "They want more."),
        (
            "<description>Gulls queue. Read Full Article at tidewater.example</description>",
            "Gulls queue. Read Full Article at tidewater.example",
        ),
    ],
)
def test_a_teaser_is_the_dek_where_it_says_something_of_its_own(elements, dek):
    full = "<content:encoded>&lt;p>The gulls came at noon.&lt;/p></content:encoded>"
    story = story_of(elements + full)
    assert (story.dek, texts_in(story)) == (dek, ["The gulls came at noon."])


def test_without_full_text_the_description_is_the_body_and_there_is_no_dek():
    story = story_of("<description>Gulls queue.\n\nNobody knows\nwhy.</description>")
    assert (story.dek, texts_in(story)) == ("", ["Gulls queue.", "Nobody knows why."])
