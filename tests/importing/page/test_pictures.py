import pytest
from lxml import html as lxml_html

from articles.importing.page.captions import parted, said_of
from articles.importing.page.document import Page
from articles.importing.page.pictures import address_of, same_picture
from tests.importing.page.pages import FIRST, PARAGRAPHS, ld, meta, story_of

FERRY = "https://courier.example/img/ferry-20240928.jpg"


def pictures(body, head=""):
    return [(one.url, one.caption, one.credit, one.lead) for one in story_of(body, head).pictures]


def image(attributes):
    page = Page(lxml_html.fragment_fromstring(f"<div><img {attributes}></div>"), base="https://courier.example/a/b")
    return address_of(page.root[0], page)


@pytest.mark.parametrize(
    ("attributes", "address"),
    [
        ('src="/img/1.jpg"', "https://courier.example/img/1.jpg"),
        ('src="data:image/gif;base64,R0" data-src="/img/1.jpg"', "https://courier.example/img/1.jpg"),
        ('src="/img/placeholder.png" data-lazy-src="/img/1.jpg"', "https://courier.example/img/1.jpg"),
        ('srcset="/s.jpg 300w, /l.jpg 1200w, /m.jpg 600w"', "https://courier.example/l.jpg"),
        ('src="/1.jpg" width="1" height="1"', ""),
        ('src="/1.jpg" class="author-avatar"', ""),
        ('src="/logo.svg"', ""),
        ('src="javascript:1"', ""),
        ('src="https://["', ""),
        ("", ""),
    ],
)
def test_where_a_picture_is(attributes, address):
    assert image(attributes) == address


def test_the_largest_of_a_picture_element_is_taken():
    page = Page(lxml_html.fragment_fromstring("<picture><source srcset='https://a.example/1.webp 2x'><img></picture>"))
    assert address_of(page.root.find(".//img"), page) == "https://a.example/1.webp"


@pytest.mark.parametrize(
    ("told", "caption", "credit"),
    [
        ("The ferry. Photo: Ada Finch", "The ferry.", "Ada Finch"),
        ("The ferry (Photo by Ada Finch/AP)", "The ferry", "Ada Finch/AP"),
        ("The ferry. © BELGA", "The ferry.", "BELGA"),
        ("The ferry — Picture by Ada Finch", "The ferry", "Ada Finch"),
        ("Image Credits: Tidewater", "", "Tidewater"),
        ("Die Fähre. Foto: J. Kranz", "Die Fähre.", "J. Kranz"),
        ("船（岬洋子撮影）", "船", "岬洋子"),
        ("The ferry leaves the quay.", "The ferry leaves the quay.", ""),
        ("A photo of Ada, by herself", "A photo of Ada, by herself", ""),
    ],
)
def test_a_credit_is_told_from_the_caption(told, caption, credit):
    assert parted(told) == (caption, credit)


@pytest.mark.parametrize(
    "said",
    [
        '<figcaption>The ferry <span class="credit">Ada Finch</span></figcaption>',
        '<figcaption>The ferry</figcaption><div class="copyright">Photo: Ada Finch</div>',
        '<figcaption><i>The ferry</i> <span itemprop="copyrightHolder">Ada Finch</span></figcaption>',
        "<figcaption>The ferry <small>Ada Finch</small></figcaption>",
        '<p class="wp-caption-text">The ferry. <cite>Ada Finch</cite></p>',
    ],
)
def test_a_credit_may_have_an_element_of_its_own(said):
    caption, credit = said_of(lxml_html.fragment_fromstring(f"<figure><img src='1.jpg'>{said}</figure>"))
    assert (caption.rstrip("."), credit) == ("The ferry", "Ada Finch")


def test_pictures_stand_where_the_page_shows_them():
    figure = f'<figure><img src="{FERRY}" alt="A ferry"><figcaption>The ferry. Photo: Ada Finch</figcaption></figure>'
    story = story_of(f"<p>{FIRST}</p>{figure}{PARAGRAPHS}")
    (picture,) = story.pictures
    assert (picture.url, picture.alt, picture.caption, picture.credit) == (FERRY, "A ferry", "The ferry.", "Ada Finch")
    assert f'<figure data-picture="{picture.key}">' in story.blocks[1].html


@pytest.mark.parametrize(
    "markup",
    [
        f'<div class="wp-caption"><img src="{FERRY}"><p>The ferry</p></div>',
        f'<div class="media"><span><img src="{FERRY}"></span><p class="c">The ferry</p></div>',
        f'<noscript><img src="{FERRY}"></noscript>',
        f'<a href="{FERRY}"><img src="{FERRY}"></a>',
        f'<amp-img src="{FERRY}"></amp-img>',
    ],
)
def test_whatever_frames_a_picture_it_is_one(markup):
    assert [url for url, *_said in pictures(f"<p>{FIRST}</p>{markup}{PARAGRAPHS}")] == [FERRY]


@pytest.mark.parametrize(
    "markup",
    [
        f'<div class="byline"><img src="{FERRY}"><p>By Ada Finch</p></div>',
        f'<div><a href="/newsletter"><img src="{FERRY}"></a></div>',
        f'<div><a href="/1"><img src="{FERRY}"> Gulls learn to open doors</a></div>',
    ],
)
def test_portraits_and_signs_to_click_on_are_no_pictures_of_the_story(markup):
    assert pictures(f"<p>{FIRST}</p>{markup}{PARAGRAPHS}") == []


def test_of_a_figure_with_several_pictures_each_is_told():
    figure = f'<figure><img src="{FERRY}"><img src="/img/quay-20240927.jpg"><figcaption>Both</figcaption></figure>'
    assert pictures(f"<p>{FIRST}</p>{figure}{PARAGRAPHS}") == [
        (FERRY, "Both", "", False),
        ("https://courier.example/img/quay-20240927.jpg", "", "", False),
    ]


def test_the_picture_before_the_first_paragraph_is_the_lead():
    figure = f'<figure><img src="{FERRY}"><figcaption>The ferry</figcaption></figure>'
    story = story_of(figure + PARAGRAPHS)
    assert [(one.url, one.lead) for one in story.pictures] == [(FERRY, True)]
    assert story.blocks[0].text == FIRST


def test_else_the_picture_the_page_is_shared_with_is_the_lead():
    told = f'{{"@type": "ImageObject", "url": "{FERRY}", "caption": "The ferry", "creditText": "Ada Finch"}}'
    head = ld(f'{{"@type": "NewsArticle", "headline": "Ferry sails", "image": {told}}}')
    assert pictures(PARAGRAPHS, head) == [(FERRY, "The ferry", "Ada Finch", True)]


def test_what_stands_in_the_story_does_not_also_stand_above_it():
    figure = f'<figure><img src="{FERRY}?width=300"></figure>'
    assert pictures(f"<p>{FIRST}</p>{figure}{PARAGRAPHS}", meta(og__image=f"{FERRY}?width=1200")) == [
        (f"{FERRY}?width=300", "", "", False)
    ]


def test_a_logo_is_no_lead():
    assert pictures(PARAGRAPHS, meta(og__image="https://courier.example/img/logo.png")) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (FERRY, f"{FERRY}?w=1", True),
        ("https://a.example/65c677fb917a1dae/300", "https://a.example/65c677fb917a1dae/900", True),
        ("https://a.example/ferry-2024-09-28-300x200.jpg", "https://a.example/ferry-2024-09-28.jpg", True),
        ("https://a.example/img/a.jpg", "https://a.example/img/b.jpg", False),
        ("https://a.example/web2images/1.jpg", "https://a.example/web2images/2.jpg", False),
    ],
)
def test_one_picture_in_two_sizes_is_the_same(one, other, same):
    assert same_picture(one, other) == same
