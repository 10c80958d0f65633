import pytest

from articles.importing.page.languages import direction_of, language_of, tag
from tests.importing.page.pages import ld, meta, told_of


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("en", "en"),
        ("en_GB", "en-GB"),
        ("zh-hans-cn", "zh-Hans-CN"),
        ("de-DE, en", "de-DE"),
        ("utf-8", ""),
        ("English", ""),
    ],
)
def test_a_tag_is_spelt_as_usual(told, found):
    assert tag(told) == found


def test_schema_org_is_believed_before_the_page_and_that_before_its_head():
    story = ld('{"@type": "NewsArticle", "headline": "x", "inLanguage": {"alternateName": "fr"}}')
    locale = meta(og__locale="it_IT")
    assert [
        language_of(told_of(head=story + locale)),
        language_of(told_of(head=locale)),
        language_of(told_of(head=locale, attributes="")),
        language_of(told_of(attributes="")),
    ] == ["fr", "en", "it-IT", ""]


@pytest.mark.parametrize(
    ("attributes", "direction"),
    [
        ('lang="ar"', "rtl"),
        ('lang="en" dir="RTL"', "rtl"),
        ('lang="he" dir="ltr"', "ltr"),
        ('lang="ur-Latn"', "ltr"),
        ("", "ltr"),
    ],
)
def test_the_direction_is_told_or_that_of_the_language(attributes, direction):
    told = told_of(attributes=attributes)
    assert direction_of(told, language_of(told)) == direction
