"""By which key an item is known again."""

import pytest

from articles.importing.story import Story
from articles.importing.versions import identity


@pytest.mark.parametrize(
    ("story", "key"),
    [
        ({"supplier_id": "urn:newsml:wave.example:1", "supplier": "Wave"}, "urn:newsml:wave.example:1"),
        ({"supplier_id": "https://wave.example/1"}, "https://wave.example/1"),
        ({"supplier_id": "4711", "supplier": "Wave", "supplier_domain": "Wave.example"}, "wave.example 4711"),
        ({"supplier_id": "4711", "supplier": "Wave"}, "wave 4711"),
        ({"supplier_id": "4711"}, ""),
        ({"supplier": "Wave"}, ""),
    ],
)
def test_a_number_says_little_without_its_supplier(story, key):
    assert identity(Story("Tide turns", **story)) == key
