import pytest

from articles.importing.iptc.nitf_body import body_of, picture_of
from articles.importing.iptc.xml_document import tree_of


def body(inside):
    return body_of([tree_of(f"<body.content>{inside}</body.content>")])


def blocks(inside):
    return [block.html for block in body(inside).blocks]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<p>a <person>Jo <function>mate</function></person></p>", ["<p>a Jo mate</p>"]),
        ("<p><num>3<frac><numer>1</numer><denom>2</denom></frac></num></p>", ["<p>3 1/2</p>"]),
        ("<p>x<num><sup>2</sup></num> H<num><sub>2</sub></num>O</p>", ["<p>x<sup>2</sup> H<sub>2</sub>O</p>"]),
        ("<p><em>a</em> <em style='font-weight: bold'>b</em></p>", ["<p><em>a</em> <strong>b</strong></p>"]),
        ("<p><lang>a</lang> <pronounce guide='x'>b</pronounce> <money>c</money></p>", ["<p>a b c</p>"]),
        ("<p>a<x:b xmlns:x='urn:x'> b</x:b></p>", ["<p>a <strong>b</strong></p>"]),
        ("<p>a<alt-code idsrc='x' value='y'/> b</p>", ["<p>a b</p>"]),
        ("<hl2>Sub</hl2><hr/>", ["<h2>Sub</h2>", "<hr>"]),
        ("<dl><dt>a</dt><dd>b</dd></dl>", ["<p>a</p>", "<p>b</p>"]),
        ("<fn><body.content><p>Foot.</p></body.content></fn>", ["<p>Foot.</p>"]),
        ("<pre>a\nb</pre>", ["<p>a<br>b</p>"]),
        (
            "<block><byline>By Ada</byline><p>a</p><datasource>EPA</datasource></block>",
            ["<p>By Ada</p>", "<p>a</p>", "<p>EPA</p>"],
        ),
        ("<block><key-list><keyword key='x'/></key-list><classifier>y</classifier><p>a</p></block>", ["<p>a</p>"]),
        ("<p><a href='javascript:alert(1)'>a</a><script>b</script></p>", ["<p>ab</p>"]),
        ("loose words", ["<p>loose words</p>"]),
    ],
)
def test_every_element_has_its_place_or_keeps_its_words(inside, expected):
    assert blocks(inside) == expected


def test_a_block_that_the_next_one_begins_with_is_told_once():
    assert blocks("<block><p>a</p></block><block><p>a</p><p>b</p></block>") == ["<p>a</p>", "<p>b</p>"]
    assert blocks("<block><p>a</p></block><block><p>b</p></block>") == ["<p>a</p>", "<p>b</p>"]
    assert blocks("<block><p>a</p></block><block><p>a</p></block>") == ["<p>a</p>", "<p>a</p>"]


def test_notes_that_are_not_to_be_published_are_no_part_of_it():
    found = body("<note type='npa'><body.content><p>Hush.</p></body.content></note>Loose<p>a</p>")
    assert ([block.text for block in found.blocks], found.notes) == (["Loose", "a"], ["Hush."])


@pytest.mark.parametrize(
    ("media", "told"),
    [
        ("<media media-type='image'><media-reference source='a.jpg'/></media>", ("", "a.jpg", "")),
        ("<media media-type='photo'><media-reference data-location='x\\a.jpg'/></media>", ("", "a.jpg", "")),
        (
            "<media media-type='x'><media-reference mime-type='image/png' source='https://a.example/a.png' "
            "source-credit='EPA'/></media>",
            ("https://a.example/a.png", "", "EPA"),
        ),
        ("<media media-type='image'><media-reference mime-type='video/mp4' source='a.mp4'/></media>", None),
        ("<media media-type='image'><media-reference/></media>", None),
        ("<media media-type='image'/>", None),
    ],
)
def test_the_picture_of_a_medium(media, told):
    picture = picture_of(tree_of(media))
    assert (picture and (picture.url, picture.file, picture.credit)) == told


def test_what_is_no_picture_is_linked_and_what_lies_nowhere_leaves_its_caption():
    media = "<media media-type='{}'><media-reference{}/><media-caption>Film.</media-caption></media>"
    assert blocks(media.format("video", " source='https://a.example/v'")) == [
        '<p>Film. <a href="https://a.example/v">https://a.example/v</a></p>'
    ]
    assert blocks(media.format("image", "")) == ["<p>Film.</p>"]
