"""What the database refuses of many rows at once is refused as it is of one."""

import pytest
from django.db import DataError, IntegrityError, transaction

from articles.desk.appending import FEW, append, append_values
from articles.models import Article, Credit, Section, Topic

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


@pytest.mark.parametrize("number", [FEW - 1, FEW + 1])
def test_a_number_that_no_column_may_hold_is_no_other_number(number):
    article = Article.objects.create(headline="Ports")
    if transaction.get_connection().vendor == "postgresql":
        with pytest.raises(DataError), transaction.atomic():
            append([Credit(article=article, wording="Staff", position=(1 << 16) + 1) for _ in range(number)])
        assert not Credit.objects.exists()


@pytest.mark.parametrize("number", [FEW - 1, FEW + 1])
def test_a_row_may_be_tied_to_one_that_gets_its_number_only_then(number):
    section = Section(name="Ports", slug="ports")
    articles = [Article(headline="Ports", section=section) for _ in range(number)]
    section.save()
    append(articles)
    assert set(Article.objects.values_list("section", flat=True)) == {section.pk}
    assert articles[0].section is section


@pytest.mark.parametrize("number", [FEW - 1, FEW + 1])
def test_values_become_rows_and_what_is_not_told_is_as_the_model_says(number):
    append_values(Topic, [{"slug": str(place), "name": "Ports"} for place in range(number)])
    topics = Topic.objects.order_by("pk")
    assert [(topic.name, topic.slug, topic.code) for topic in topics] == [("Ports", str(n), "") for n in range(number)]


@pytest.mark.parametrize("number", [FEW - 1, FEW + 1])
def test_values_that_are_refused_are_an_error_of_django(number):
    with pytest.raises(IntegrityError), transaction.atomic():
        append_values(Topic, [{"slug": "0", "name": "Ports"}] * number)
    assert not Topic.objects.exists()


def test_no_values_are_no_rows():
    append_values(Topic, [])
    assert not Topic.objects.exists()
