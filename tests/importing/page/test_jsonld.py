from time import perf_counter

import pytest

from articles.importing.page.jsonld import nodes_in

STORY = {"@type": "NewsArticle", "headline": "Tide turns"}


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "Tide turns"}',
        '[{"@type": "NewsArticle", "headline": "Tide turns"}]',
        '<!-- {"@type": "NewsArticle", "headline": "Tide turns"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Tide turns"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "Tide turns",};',
        '{"@type": "NewsArticle", /* the story */ "headline": "Tide turns" // so far\n}',
        '{"schema:headline": "Tide turns", "@type": "NewsArticle"}',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Tide turns&quot;}",
    ],
)
def test_a_story_is_found_however_it_is_written(script):
    assert nodes_in([script])[0] == STORY


def test_line_ends_and_odd_backslashes_within_strings_are_mended():
    (node,) = nodes_in(['{"headline": "Tide\nturns", "name": "Gulls\\\' door"}'])
    assert node == {"headline": "Tide\nturns", "name": "Gulls' door"}


def test_references_are_replaced_by_what_they_refer_to():
    nodes = nodes_in(['{"@graph": [{"author": [{"@id": "#a"}]}]}', '{"@id": "#a", "name": "Ada Finch"}'])
    assert {"author": [{"@id": "#a", "name": "Ada Finch"}]} in nodes


def test_things_that_know_each_other_are_no_trap():
    one, other = nodes_in(['[{"@id": "#a", "x": {"@id": "#b"}}, {"@id": "#b", "x": {"@id": "#a"}}]'])
    assert (one["x"]["@id"], other["x"]["@id"]) == ("#b", "#a")


def test_what_the_story_only_mentions_is_not_its_own():
    nodes = nodes_in(['{"@type": "NewsArticle", "citation": {"@type": "NewsArticle", "headline": "Another"}}'])
    assert [node.get("headline") for node in nodes] == [None]


@pytest.mark.parametrize("script", ["", "var x = 1", "[" * 100_000, '{"a":' * 100_000, "null", '"text"', "{"])
def test_what_is_no_json_gives_nothing(script):
    assert nodes_in([script]) == []


@pytest.mark.parametrize("piece", ['"/*', "//", '"name":"', ",,", '\\"', "[{"])
def test_time_grows_with_the_size_only(piece):
    began = perf_counter()
    nodes_in([piece * 200_000])
    assert perf_counter() - began < 20


@pytest.mark.parametrize(
    ("broken", "author"),
    [
        ('"author": "Ada "The Gull" Finch", "name": x', ['Ada "The Gull" Finch']),
        ('"author": {"@type": "Person", "name": "Ada Finch"} "name": x', ["Ada Finch"]),
        ('"author": [{"name": "Ada Finch"}, {"name": "Tom Brake"}] "name": x', ["Ada Finch", "Tom Brake"]),
        ('"author": ["Ada Finch", "Tom Brake"] "name": x', ["Ada Finch", "Tom Brake"]),
    ],
)
def test_of_what_is_broken_for_good_the_simple_facts_and_the_writers_are_read(broken, author):
    (node,) = nodes_in([f'{{"@type": "NewsArticle", "headline": "Tide "turns" again", {broken}}}'])
    assert node == {"@type": "NewsArticle", "headline": 'Tide "turns" again', "author": author}
