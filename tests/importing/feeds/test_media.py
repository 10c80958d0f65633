from tests.importing.feeds.reading import story_of, texts_in


def test_what_media_rss_says_of_a_picture_is_not_the_story():
    story = story_of(
        "<title>Gulls</title><description>Gulls queue.</description><media:description>A gull</media:description>"
        '<media:title>Picture</media:title><media:content url="https://courier.example/a.jpg" medium="image"/>'
    )
    assert (story.headline, texts_in(story)) == ("Gulls", ["Gulls queue."])
    assert [(one.caption, one.alt, one.lead) for one in story.pictures] == [("A gull", "Picture", True)]


def test_what_media_rss_says_is_the_story_where_nothing_else_does():
    story = story_of(
        "<media:group><media:title>Gulls</media:title>"
        '<media:content url="https://courier.example/v.mp4" type="video/mp4"/>'
        '<media:thumbnail url="https://courier.example/t.jpg"/>'
        "<media:description>Gulls queue.</media:description></media:group>"
    )
    assert (story.headline, texts_in(story)) == (
        "Gulls",
        ["Gulls queue.", "Gulls"],
    )
    assert [(one.url, one.caption) for one in story.pictures] == [("https://courier.example/t.jpg", "")]


def pictures_in(elements):
    return [(one.url.rpartition("/")[2], one.lead) for one in story_of(elements).pictures]


def content(name, more='medium="image"'):
    return f'<media:content url="https://courier.example/{name}" {more}/>'


def test_of_several_sizes_of_one_picture_the_widest_counts():
    sizes = content("a.jpg?w=140", 'width="140" medium="image"') + content("a.jpg?w=900", 'width="900" medium="image"')
    assert pictures_in(sizes) == [("a.jpg?w=900", True)]


def test_of_a_group_the_rendition_meant_as_default_counts():
    renditions = content("a.jpg", 'type="image/jpeg" width="9"') + content(
        "b.jpg", 'type="image/jpeg" isDefault="true"'
    )
    assert pictures_in(f"<media:group>{renditions}</media:group>") == [("b.jpg", True)]


def test_a_picture_that_stands_in_the_body_does_not_lead():
    body = '<description>&lt;p>Gulls&lt;/p>&lt;img src="/a-900x600.jpg"></description>'
    assert pictures_in(body + content("a-300x200.jpg") + content("b.jpg")) == [
        ("b.jpg", True),
        ("a-900x600.jpg", False),
    ]


def test_further_pictures_stand_at_the_end_of_the_body():
    story = story_of("<description>Gulls.</description>" + content("a.jpg") + content("b.jpg"))
    assert [block.kind for block in story.blocks] == ["p", "figure"]
    assert story.pictures[1].key in story.blocks[1].html


def test_a_thumbnail_counts_where_there_is_no_other_picture():
    thumbnail = '<media:thumbnail url="https://courier.example/t.jpg"/>'
    assert pictures_in(thumbnail) == [("t.jpg", True)]
    assert pictures_in(thumbnail + content("a.jpg")) == [("a.jpg", True)]


def test_faces_of_authors_and_pixels_that_count_readers_are_no_pictures():
    face = '<media:content url="https://0.gravatar.com/avatar/1?s=96" medium="image"/>'
    assert pictures_in(face + content("pixel.gif", 'medium="image" width="1" height="1"')) == []


def test_enclosures_are_pictures_by_their_type_or_else_their_name():
    enclosures = "".join(
        f'<enclosure url="https://courier.example/{name}" type="{type}"/>'
        for name, type in [("a", "image/png"), ("b.jpg", ""), ("c.mp3", "audio/mpeg"), ("d", "")]
    )
    story = story_of(enclosures)
    assert pictures_in(enclosures) == [("a", True), ("b.jpg", False)]
    assert texts_in(story) == ["", "https://courier.example/c.mp3", "https://courier.example/d"]


def test_what_has_no_address_on_the_web_is_left_out():
    story = story_of('<enclosure url="javascript:steal()" type="audio/mpeg"/>' + '<enclosure url="" type="image/png"/>')
    assert (story.blocks, story.pictures) == ((), ())
