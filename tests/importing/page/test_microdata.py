from lxml import html as lxml_html

from articles.importing.page.microdata import nodes_in


def nodes(markup):
    return nodes_in(lxml_html.document_fromstring(markup))


def test_a_thing_has_the_properties_in_it_and_not_those_of_things_in_it():
    story, author = nodes(
        '<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline name">Tide <b>turns</b></h1>'
        '<time itemprop="datePublished" datetime="2024-09-28">Saturday</time>'
        '<meta itemprop="articleSection" content="Sea">'
        '<a itemprop="author" itemscope itemtype="https://schema.org/Person" href="/p">'
        '<i itemprop="name">Ada Finch</i></a></div>'
    )
    assert story == {
        "@type": ["NewsArticle"],
        "headline": ["Tide turns"],
        "name": ["Tide turns"],
        "datePublished": ["2024-09-28"],
        "articleSection": ["Sea"],
        "author": [author],
    }
    assert author == {"@type": ["Person"], "name": ["Ada Finch"]}


def test_rdfa_lite_says_the_same():
    (story,) = nodes(
        '<div vocab="https://schema.org/" typeof="NewsArticle"><h1 property="headline">Tide turns</h1>'
        '<img property="image" src="/ferry.jpg"></div>'
    )
    assert story == {"@type": ["NewsArticle"], "headline": ["Tide turns"], "image": ["/ferry.jpg"]}


def test_a_link_named_as_the_author_is_there_for_the_name_it_shows():
    (story,) = nodes('<p itemscope><a itemprop="author" href="/finch">Ada Finch</a></p>')
    assert story["author"] == ["Ada Finch"]


def test_properties_of_nothing_are_passed_over():
    assert nodes('<p itemprop="headline">Tide turns</p>') == []
