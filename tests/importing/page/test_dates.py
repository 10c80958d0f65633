from datetime import UTC, datetime, timedelta, timezone

import pytest

from articles.importing.page.dates import published_of, updated_of
from articles.importing.page.written_dates import is_written_date, written_date
from tests.importing.page.pages import PARAGRAPHS, ld, meta, told_of

NOWHERE = "https://courier.example/ferry"
SUMMER = timezone(timedelta(hours=1))


def published(head="", body="", address=NOWHERE):
    return published_of(told_of(body, head, address=address))


def story(**facts):
    told = "".join(f', "{name}": "{value}"' for name, value in facts.items())
    return ld(f'{{"@type": "NewsArticle", "headline": "Ferry sails"{told}}}')


def test_it_is_told_with_its_zone():
    assert published(story(datePublished="2024-09-28T06:30:00+01:00")).isoformat() == "2024-09-28T06:30:00+01:00"


@pytest.mark.parametrize("name", ["article:published_time", "dc.date.issued", "parsely-pub-date", "date"])
def test_the_head_tells_it_under_many_names(name):
    head = f'<meta name="{name}" content="2024-09-28T06:30:00Z">'
    assert published(head) == datetime(2024, 9, 28, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told", "head"),
    [
        ("2024-09-28", "2024-09-28T06:30:00+01:00"),
        ("2024-09-28T06:30:00", "2024-09-28T06:30:00+01:00"),
    ],
)
def test_who_says_the_same_more_exactly_is_believed(told, head):
    found = published(story(datePublished=told) + meta(article__published_time=head))
    assert found == datetime(2024, 9, 28, 6, 30, tzinfo=SUMMER)


def test_seconds_since_1970_are_a_time():
    assert published(meta(article__published_time="1727505000000")) == datetime(2024, 9, 28, 6, 30, tzinfo=UTC)


def test_a_time_element_near_the_headline_is_one():
    other = '<aside><time datetime="2020-01-01"></time></aside>'
    body = f'{other}<time datetime="2024-09-28T06:30:00Z">Saturday</time>{PARAGRAPHS}'
    assert published(body=body) == datetime(2024, 9, 28, 6, 30, tzinfo=UTC)


def test_the_address_may_tell_the_day():
    assert published(address="https://courier.example/2024/09/28/ferry") == datetime(2024, 9, 28, tzinfo=UTC)


def test_without_all_else_a_date_that_readers_see_is_read():
    assert published(body=f"<p>28 September 2024, 6:30 am</p>{PARAGRAPHS}") == datetime(2024, 9, 28, 6, 30, tzinfo=UTC)
    assert published(body=PARAGRAPHS) is None


def test_nothing_that_does_not_exist_is_a_time():
    assert published(story(datePublished="2024-13-41") + meta(date="soon")) is None


def test_an_update_is_told_apart():
    told = told_of(head=story(datePublished="2024-09-28", dateModified="2024-09-29T10:00:00Z"))
    assert updated_of(told) == datetime(2024, 9, 29, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("12 May 2024", (2024, 5, 12)),
        ("May 12th, 2024", (2024, 5, 12)),
        ("12. Mai 2024 um 15:44 Uhr", (2024, 5, 12, 15, 44)),
        ("12 de agosto de 2024", (2024, 8, 12)),
        ("12 août 2024 à 8h05", (2024, 8, 12, 8, 5)),
        ("12.5.2024, 18.20 Uhr", (2024, 5, 12, 18, 20)),
        ("2024-05-12 09:15", (2024, 5, 12, 9, 15)),
        ("2024年1月13日 20:01", (2024, 1, 13, 20, 1)),
        ("Updated 12 May 2024 4:05 p.m.", (2024, 5, 12, 16, 5)),
        ("12 May 2024 12:10 am", (2024, 5, 12, 0, 10)),
        ("18:20, 12 MAY 2024", (2024, 5, 12, 18, 20)),
        ("12. mai 2024 kl. 18.20", (2024, 5, 12, 18, 20)),
        ("12 maja 2024, 18:20", (2024, 5, 12, 18, 20)),
        ("12 мая 2024, 18:20", (2024, 5, 12, 18, 20)),
        ("12 Μαΐου 2024", (2024, 5, 12)),
        ("12.5.2024 klo 18.20", (2024, 5, 12, 18, 20)),
        ("2024. május 12. 18:20", (2024, 5, 12, 18, 20)),
        ("2024 m. gegužės 12 d.", (2024, 5, 12)),
        ("2024. gada 12. maijs", (2024, 5, 12)),
        ("2024년 5월 12일 오후 6:20", (2024, 5, 12, 18, 20)),
        ("12 मई 2024", (2024, 5, 12)),
        ("12 مايو 2024", (2024, 5, 12)),
        ("24/12/2024", (2024, 12, 24)),
    ],
)
def test_a_written_date_is_read(line, found):
    assert written_date(line) == datetime(*found, tzinfo=UTC)


@pytest.mark.parametrize("line", ["5/12/2024", "32 May 2024", "May we 2024", "12 May", "", "1.2.3.2024"])
def test_what_can_be_read_in_two_ways_or_in_none_is_no_date(line):
    assert written_date(line) is None


@pytest.mark.parametrize(("line", "is_date"), [("12 May 2024", True), ("On 12 May 2024 the ferry sank again", False)])
def test_a_line_that_is_only_a_date_is_told_from_a_sentence(line, is_date):
    assert is_written_date(line) == is_date


@pytest.mark.parametrize(("line", "hours"), [("12 May 2024 6:20 a.m. EDT", -4), ("12 May 2024 06:20 CEST", 2)])
def test_a_zone_that_is_written_behind_the_time_is_kept(line, hours):
    assert written_date(line) == datetime(2024, 5, 12, 6, 20, tzinfo=timezone(timedelta(hours=hours)))


@pytest.mark.parametrize(
    ("language", "found"), [("fr", (2024, 12, 5)), ("en-GB", (2024, 12, 5)), ("en-US", (2024, 5, 12)), ("en", None)]
)
def test_the_language_of_the_page_may_tell_which_number_is_the_month(language, found):
    assert written_date("5/12/2024", language) == (datetime(*found, tzinfo=UTC) if found else None)


@pytest.mark.parametrize(
    "told",
    [
        "Sat Sep 28 2024 07:30:00 GMT+0100 (British Summer Time)", "Sat Sep 28 07:30:00 BST 2024",
        "Sat, 28 Sep 2024 06:30:00 GMT", "September 28, 2024 7:30 AM BST", "2024-09-28T06:30:00Z[UTC]",
        "20240928T063000Z", "2024-09-28 06:30:00 UTC", "1727505000",
    ],
)  # fmt: skip
def test_a_time_is_read_however_the_system_of_the_page_writes_it(told):
    assert published(meta(date=told)) == datetime(2024, 9, 28, 6, 30, tzinfo=UTC)
