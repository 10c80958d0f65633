"""Turning the pages of a list."""

import pytest

pytestmark = pytest.mark.django_db

LISTS = ["/", "/search/?q=wall", "/corrections/", "/section/harbour/", "/sitemap.xml"]


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("page", ["0", "-1", "2", "x", "", "1.0", "01", "%D9%A1", "%00", "9" * 400, "last"])
def test_a_page_that_is_not_there_is_not_found(client, make_story, harbour, address, page):
    make_story(status="live", section=harbour)
    assert client.get(f"{address}{'&' if '?' in address else '?'}page={page}").status_code == 404


@pytest.mark.parametrize("address", LISTS)
def test_the_first_page_may_be_named(client, make_story, harbour, address):
    make_story(status="live", section=harbour)
    assert client.get(f"{address}{'&' if '?' in address else '?'}page=1").status_code == 200
