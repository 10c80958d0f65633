import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.wordpress.shortcodes import Replaced, attributes_of, without_shortcodes


def replaced(content):
    return without_shortcodes(content, lambda attributes: f"<gallery {dict(attributes)}>")


def html(content):
    return replaced(content).html


@pytest.mark.parametrize(
    "prose", ["They said [sic] so.", "[…]", "[1]", "[Editor’s note: shut]", "[co-founder]", "[a = b]", "[[caption]]"]
)
def test_words_in_brackets_are_words(prose):
    assert replaced(prose) == Replaced(prose)


@pytest.mark.parametrize(
    ("content", "figure"),
    [
        (
            '[caption id="a_1" width="300"]<a href="/b"><img src="c.jpg"></a> Shut <i>now</i>[/caption]',
            '<figure><a href="/b"><img src="c.jpg"></a><figcaption>Shut <i>now</i></figcaption></figure>',
        ),
        (
            '[wp_caption caption="Shut" credit="Ada"]<img src="c.jpg" />[/wp_caption]',
            '<figure><img src="c.jpg" /><figcaption>Shut <span class="credit">Ada</span></figcaption></figure>',
        ),
        ("[CAPTION]<img src='c.jpg'>[/CAPTION]", "<figure><img src='c.jpg'></figure>"),
    ],
)
def test_a_caption_is_a_figure(content, figure):
    assert html(content).strip() == figure


def test_a_gallery_is_asked_for_by_its_attributes():
    assert html('[gallery ids="1,2" columns=3]') == "<gallery {'ids': '1,2', 'columns': '3'}>"


@pytest.mark.parametrize(
    ("content", "address"),
    [
        ("[embed width=9]https://a.example/1[/embed]", "https://a.example/1"),
        ("[youtube=https://a.example/1]", "https://a.example/1"),
        ("[youtube Wt7abcd1234]", "https://www.youtube.com/watch?v=Wt7abcd1234"),
        ("[vimeo id=123]", "https://vimeo.com/123"),
        ('[audio mp3="https://a.example/1.mp3"][/audio]', "https://a.example/1.mp3"),
        ("[video src=“https://a.example/1.mp4”]", "https://a.example/1.mp4"),
        ('[pdf src="https://a.example/1.pdf" width="9"]', "https://a.example/1.pdf"),
    ],
)
def test_what_was_played_is_a_link(content, address):
    assert html(content).strip() == f'<a href="{address}">{address}</a>'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('[box title="Facts"]It is long.[/box]', "Facts It is long."),
        ("[col][col2]One[/col2] two[/col]", "One two"),
        ('[heading text="Pier & quay"]', "Pier &amp; quay"),
        ('[slider id="3" title="Front"]', ""),
        ("[a]1[b]2[/a]3[/b]4", "1234"),
        ("[unclosed x=1] words", "words"),
        ("words [/unopened]", "words"),
    ],
)
def test_a_shortcode_that_nobody_knows_is_unwrapped(content, words):
    assert " ".join(html(content).split()) == words


def test_each_that_only_a_plugin_knew_is_told():
    assert replaced('[box title="Facts"]Long[/box] [form id=1]').changed == (
        ('[box title="Facts"]', ""),
        ("[form id=1]", ""),
    )


def test_code_is_shown_as_it_stands():
    assert html("[code]if a < b: [x y=1] = 2[/code]!") == "<pre>if a &lt; b: [x y=1] = 2</pre>!"
    assert html('[sourcecode language="php"]&lt;b&gt;[/sourcecode]') == "<pre>&lt;b&gt;</pre>"


def test_attributes_are_read_with_any_quotes():
    assert attributes_of(" a=\"b c\" D='e' f=g h “i j”") == {
        "a": "b c",
        "d": "e",
        "f": "g",
        "0": "h",
        "1": "“i",
        "2": "j”",
    }
    assert attributes_of(" a=&#8220;b c&#8221;") == {"a": "b c"}


def test_ten_thousand_within_each_other_are_unwrapped():
    content = "".join(f"[a{n}]" for n in range(10_000)) + "words" + "".join(f"[/a{n}]" for n in reversed(range(10_000)))
    assert html(content) == "words"
    assert html("[a]" * 10_000 + "words" + "[/a]" * 10_000) == "words"


@pytest.mark.parametrize("part", ["[", "[a ", "[b]x", '[a b="', "[code]x", "[/a]", "[caption]<a "])
def test_hostile_content_costs_no_more_than_its_length(part):
    assert len(html(part * 20_000 + "[/b]")) <= len(part) * 40_000


@given(st.text(st.sampled_from("[]/ab=\" '\n"), max_size=60))
def test_no_word_vanishes_untold(content):
    found = replaced(content)
    told = found.html + "".join(before for before, _after in found.changed)
    assert sorted(content.replace("/", "")) <= sorted(told) or content.count("a") <= told.count("a")
