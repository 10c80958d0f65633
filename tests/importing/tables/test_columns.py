import pytest

from articles.importing.story import Story
from articles.importing.tables.columns import COLUMNS, CREDIT_ROLES, ORIGIN_ROLES, column_name
from articles.models import Credit, Origin

MADE_HERE = {"dek_start", "steps"}
IN_OTHER_WORDS = {"blocks": {"body", "body_html", "body_markdown"}}


def test_every_field_of_a_story_has_a_column():
    fields = set(Story.__dataclass_fields__) - MADE_HERE - set(IN_OTHER_WORDS)
    assert fields - set(COLUMNS) == set()
    assert IN_OTHER_WORDS["blocks"] <= set(COLUMNS)


def test_roles_are_those_of_the_desk():
    assert set(Credit.Role.values) == CREDIT_ROLES
    assert set(Origin.Role.values) == ORIGIN_ROLES


@pytest.mark.parametrize("spelt", ["supplier_id", "Supplier ID", " supplier-id ", "SUPPLIER_ID"])
def test_a_column_is_known_however_it_is_spelt(spelt):
    assert column_name(spelt) == "supplier_id"
