"""Pointers to where copy came from, and sentences that only look like one."""

import pytest

from articles.importing.pointers import Pointer, find_pointer, host_of

TEASER = "The tide turned late. "


@pytest.mark.parametrize(
    ("words", "name", "domain", "url"),
    [
        ("Read Full Article at RT.com", "RT.com", "rt.com", ""),
        ("Read the full story at https://www.tidewatertimes.example/x", "tidewatertimes.example",
         "tidewatertimes.example", "https://www.tidewatertimes.example/x"),
        ("Continue reading on The Engine", "The Engine", "", ""),
        ("(Read more at The Engine)", "The Engine", "", ""),
        ("[Read the rest of the story on engine.example]", "engine.example", "engine.example", ""),
        ("Read more: https://engine.example/a?b=c.", "engine.example", "engine.example",
         "https://engine.example/a?b=c"),
        ("READ FULL ARTICLE AT RT.COM", "RT.COM", "rt.com", ""),
        ("Read the full article at the Guardian »", "Guardian", "", ""),
        ("Read full article at New York Post", "New York Post", "", ""),
        ("Read the original story at Le Monde.", "Le Monde", "", ""),
        ("Continue reading on El País", "El País", "", ""),
        ("See the full report at Times of India", "Times of India", "", ""),
        ("Read more at Нева.рф", "Нева.рф", "нева.рф", ""),
        ("Read more at https://[bad", "", "", None),
    ],
)  # fmt: skip
def test_a_pointer_at_the_end_is_found(words, name, domain, url):
    expected = None if url is None else Pointer(len(TEASER), name, domain, url)
    assert find_pointer(TEASER + words) == expected


def test_a_teaser_that_forgot_its_full_stop_still_ends_before_an_address():
    assert find_pointer("The tide turned Read Full Article at RT.com") == Pointer(16, "RT.com", "rt.com")
    assert find_pointer("The tide turned Read Full Article at Le Monde") is None


def test_the_last_of_two_pointers_counts():
    assert find_pointer("Read more at A. Read more at b.example.") == Pointer(16, "b.example", "b.example")


@pytest.mark.parametrize(
    "text",
    [
        "Voters can read the full report at the town hall.",
        "Many like to read. Read the full list at the town hall.",
        "You can read the full story at RT.com",
        "She was told to read more at The Engine",
        "Soon. Read more on Ada Lovelace",
        "Soon. Read the full report on Monday.",
        "Soon. See the full report in Brussels",
        "Soon. Find more in Chapter Two",
        "Soon. See the full report at page 5",
        "Read more books.",
        "Read at RT.com",
        "Read Full Article at RT.com and tell us what you think",
        "",
    ],
)
def test_a_sentence_about_reading_is_no_pointer(text):
    assert find_pointer(text) is None


def test_an_address_too_long_to_keep_still_names_its_host():
    url = f"https://engine.example/{'x' * 500}"
    assert find_pointer(f"Read more at {url}") == Pointer(0, "engine.example", "engine.example")


def test_a_host_too_long_for_a_name_is_none():
    assert find_pointer(f"Read more at https://{'x.' * 101}example/") is None


@pytest.mark.parametrize(
    ("name", "host"),
    [
        ("RT.com", "rt.com"),
        ("www.RT.com", "rt.com"),
        ("https://www.rt.com:443/x", "rt.com"),
        ("TROIB News", ""),
        ("9.30 a.m.", ""),
        ("", ""),
    ],
)
def test_a_host_is_known_by_its_dots(name, host):
    assert host_of(name) == host
