"""What the database refuses of many rows at once is refused as it is of one."""

import pytest
from django.db import DataError, IntegrityError, transaction

from articles.desk.appending import FEW, append
from articles.models import Topic

pytestmark = pytest.mark.django_db


def topics(*slugs):
    return [Topic(name="Ports", slug=slug) for slug in slugs]


@pytest.mark.parametrize("number", [FEW - 1, FEW + 1])
def test_rows_get_their_numbers_in_order(number):
    made = append(topics(*map(str, range(number))))
    assert [topic.slug for topic in Topic.objects.order_by("pk")] == [topic.slug for topic in made]
    assert [topic.pk for topic in made] == sorted(Topic.objects.values_list("pk", flat=True))


@pytest.mark.parametrize("number", [FEW - 1, FEW + 1])
def test_a_refusal_is_an_error_of_django_and_nothing_is_written(number):
    with pytest.raises(IntegrityError), transaction.atomic():
        append(topics(*map(str, range(number)), "0"))
    assert not Topic.objects.exists()


@pytest.mark.parametrize("number", [FEW - 1, FEW + 1])
def test_what_no_column_may_hold_is_an_error_of_django(number):
    if transaction.get_connection().vendor == "postgresql":
        with pytest.raises((DataError, ValueError)), transaction.atomic():
            append(topics(*map(str, range(number)), "x" * 500))
        assert not Topic.objects.exists()
