"""The tabs over the list: each is a filter, one of them is where one is."""

from datetime import timedelta

import pytest
from django.test import RequestFactory

from articles import desk
from articles.admin.tabs import empty, tabs
from tests.admin.screen import article_url


def current(query):
    return [tab.label for tab in tabs(RequestFactory().get("/", query)) if tab.current]


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ({}, "All"),
        ({"waiting": "any"}, "Waiting for me"),
        ({"status__exact": "in_review"}, "To review"),
        ({"standing": "published", "q": "wall", "p": "2", "o": "-1"}, "Live"),
    ],
)
def test_a_tab_is_open_whatever_is_searched_or_sorted_in_it(query, label):
    assert current(query) == [label]


def test_no_tab_is_open_under_other_filters():
    assert current({"status__exact": "in_review", "section__id__exact": "1"}) == []


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({}, "There are no stories yet."),
        ({"waiting": "any"}, "Nothing is waiting for you."),
        ({"q": "wall"}, "No story here has these words. Try fewer of them, or search in all stories."),
        ({"status__exact": "spiked"}, "No story matches. Take a filter away to see more."),
    ],
)
def test_an_empty_list_says_why(query, sentence):
    assert empty(RequestFactory().get("/", query)) == sentence


@pytest.mark.django_db
def test_each_tab_leads_to_its_stories(mara, pat, seat, make_story):
    make_story("a draft")
    make_story("in review", status="in_review")
    make_story("approved", status="approved")
    make_story("live", status="live")
    later = make_story("later", status="approved")
    desk.schedule(later, by=pat, seen=1, at=later.changed + timedelta(days=1))
    mara = seat(mara)
    shown = {
        tab.label: mara.open(article_url("changelist") + tab.url).texts("//tbody//a[contains(@class, 'headline')]")
        for tab in tabs(RequestFactory().get("/"))
    }
    assert {label: sorted(stories) for label, stories in shown.items()} == {
        "Waiting for me": ["approved", "in review"],
        "Drafts": ["a draft"],
        "To review": ["in review"],
        "Approved": ["approved"],
        "Scheduled": ["later"],
        "Live": ["live"],
        "All": ["a draft", "approved", "in review", "later", "live"],
    }
