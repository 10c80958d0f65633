import pytest

from articles.importing.iptc.beside import picture_at, placed
from articles.importing.story import Block, Story, StoryPicture

WORDS = Block("p", "Words.")


def test_one_leads_and_the_others_follow_the_words():
    story = placed(Story("", blocks=(WORDS,)), [StoryPicture("a", caption="A < B"), StoryPicture("b")], "b")
    assert [(picture.key, picture.lead) for picture in story.pictures] == [("a", False), ("b", True)]
    assert [block.html for block in story.blocks[1:]] == [
        '<figure data-picture="a">\n<figcaption>A &lt; B</figcaption>\n</figure>'
    ]


def test_what_the_text_shows_is_only_told_more_of():
    shown = Story("", blocks=(WORDS,), pictures=(StoryPicture("a", alt="Mine"),))
    story = placed(shown, [StoryPicture("a", alt="Other", credit="EPA")], "a")
    assert story.pictures == (StoryPicture("a", alt="Mine", credit="EPA"),)
    assert story.blocks == (WORDS,)


@pytest.mark.parametrize(
    ("source", "url", "file"),
    [
        (" https://a.example/1.jpg ", "https://a.example/1.jpg", ""),
        ("HTTP://a.example/1.jpg", "HTTP://a.example/1.jpg", ""),
        ("photos/1.jpg", "", "1.jpg"),
        ("C:\\photos\\1.jpg", "", "1.jpg"),
        ("../../etc/passwd", "", "passwd"),
    ],
)
def test_a_picture_is_at_an_address_or_in_a_file(source, url, file):
    picture = picture_at(source, caption="A gull")
    assert (picture.url, picture.file, picture.caption) == (url, file, "A gull")
