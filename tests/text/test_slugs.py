"""articles/text/slugs.py: the words in an address."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.slugs import slug_for


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("Minister says no to new trains", "minister-says-no-to-new-trains"),
        ("“Don’t” — rock'n'roll/jazz & AT&T: 1,000!", "dont-rocknroll-jazz-at-t-1-000"),
        ("Größe, Öl, Übel, Spaß, GROẞ", "groesse-oel-uebel-spass-gross"),
        ("Smørrebrød på Ærø, Århus, Þór, Łódź", "smoerrebroed-paa-aeroe-aarhus-thor-lodz"),
        ("Señor Café à Besançon, İstanbul, ﬁne", "senor-cafe-a-besancon-istanbul-fine"),
        ("A\u0308pfel", "aepfel"),
        ("2024", "2024"),
        ("习近平 meets Biden", "meets-biden"),
        ("الوزير يقول لا 2024", "story-c2a6759e"),
        ("", "story"),
        ("?! …", "story"),
    ],
)
def test_a_headline_makes_an_address(headline, slug):
    assert slug_for(headline) == slug


@pytest.mark.parametrize(("limit", "slug"), [(70, "one-two-three"), (12, "one-two"), (7, "one-two"), (2, "on")])
def test_it_is_cut_at_a_word(limit, slug):
    assert slug_for("One two three", limit) == slug


@given(st.text(), st.integers(14, 80))
def test_every_headline_makes_one_that_stays(headline, limit):
    slug = slug_for(headline, limit)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", slug)[0] == slug
    assert len(slug) <= limit
    assert slug_for(slug, limit) == slug
