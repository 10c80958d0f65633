"""Quotes found by themselves: rows that suggest who said what."""

import logging

import pytest
from django.db.models import F

from articles.desk import rights
from articles.desk.suggesting import accept_source, suggest, suggest_batch, sweep
from articles.models import Article, Citation, Claim
from articles.text.suggestions import suggestions_in
from bylines.models import Organisation, Source
from tests.desk.read_story import FERRY, OTHER, SAID, body_of, rows, save

pytestmark = pytest.mark.django_db


def test_a_story_in_the_shape_of_the_first_one_gives_who_said_what(read):
    story = read(*FERRY)
    told = [
        (str(row.source), row.source.kind, row.title, row.channel, str(row.via or ""), row.kind, row.quote)
        for row in rows(story)
    ]
    quotes = [one[:5] + one[6:] for one in told if one[5] == "quote"]
    ministry = ("Skerrin Transport Ministry", "statement", "", "joint statement", "")
    whitlock = ("Dana Whitlock", "person", "Port Office spokesperson", "press briefing", "")
    minister = ("Oswin Amal al-Halloran", "person", "Skerrin Prime Minister", "interview", "Tideline TV")
    assert quotes == [
        (*ministry, "prevent the loss of the last crossing,"),
        (*ministry, "ensure the safety of pilots working at night,"),
        (*whitlock, "Our timetable is going to be changing this year,"),
        (*whitlock, "No, the town is not losing its ferry,"),
        (*minister, "Skerrin in 2026 is not the same as Skerrin in 2016,"),
        (*minister, "We have moved on from boats to bridges."),
    ]
    paraphrased = {one[0]: one[1] for one in told if one[5] == "paraphrase"}
    assert (paraphrased["Bloomberg"], paraphrased["Skerrin officials"]) == ("organisation", "organisation")
    assert not any("splash" in one[6] or "farewell" in one[6] for one in told)
    assert {row.state for row in rows(story)} == {Claim.SUGGESTED}
    assert {row.source.state for row in rows(story)} == {Source.State.SUGGESTED}


def test_passages_anchor_the_words_without_their_marks(read):
    story = read("The gale came at noon.", "“We are done,” Ada Brenn said. “Go home.”")
    first, second = rows(story, "passages")
    assert [passage["exact"] for (passages,) in (first, second) for passage in passages] == ["We are done,", "Go home."]
    assert first[0][0]["prefix"] == "The gale came at noon.\n“"


def test_a_quote_over_paragraphs_has_a_passage_in_each(read):
    story = read("“We are done,” Ada Brenn said. “The pumps have stopped.", "“And nobody came.”")
    assert rows(story, "quote")[-1] == ("The pumps have stopped.\nAnd nobody came.",)
    assert [passage["exact"] for passage in rows(story, "passages")[-1][0]] == [
        "The pumps have stopped.",
        "And nobody came.",
    ]


def test_a_block_of_quotation_needs_no_marks(make_story):
    story = make_story(body="<p>Ada Brenn wrote:</p>\n<blockquote>\n<p>The wall will hold.</p>\n</blockquote>")
    suggest(story)
    assert rows(story, "quote") == [("The wall will hold.",)]


def test_twice_changes_nothing(read):
    story = read(*FERRY)
    before = list(Citation.objects.order_by("pk").values()), list(Source.objects.order_by("pk").values())
    assert suggest(story) == len(before[0])
    assert (list(Citation.objects.order_by("pk").values()), list(Source.objects.order_by("pk").values())) == before


def test_the_words_count_as_read(read):
    story = read(SAID)
    assert story.read_version == Article.objects.get().read_version == story.version


def test_a_suggestion_keeps_its_key_while_words_around_and_within_it_change(read):
    story = read("It rained.", SAID)
    before = rows(story, "pk", "key")
    save(story, body_of("It poured all day.", "More came.", SAID.replace("open", "shut"), OTHER))
    assert rows(story, "pk", "key")[:1] == before
    assert rows(story, "quote")[0] == ("The berths will be shut by the spring,",)


def test_a_suggestion_goes_with_its_words_and_so_does_its_source(read):
    story = read(SAID, OTHER)
    save(story, body_of(OTHER))
    assert [str(row.source) for row in rows(story)] == ["Joost Amsel"]
    assert [str(source) for source in Source.objects.all()] == ["Joost Amsel"]


@pytest.mark.parametrize("words", [SAID, SAID.replace("open", "shut"), f"On Friday: {SAID}"])
def test_what_was_rejected_is_not_suggested_again(read, words):
    story = read(SAID, OTHER)
    story.citations.filter(source__name="Ada Brenn").update(state=Claim.REJECTED)
    before = story.citations.filter(state=Claim.REJECTED).values().get()
    assert save(story, body_of("It rained.", words, OTHER)) == 1
    assert story.citations.filter(state=Claim.REJECTED).values().get() == before
    assert story.citations.count() == 2


def test_what_was_confirmed_is_not_suggested_again(read):
    story = read(SAID, OTHER)
    row = story.citations.get(source__name="Ada Brenn")
    accept_source(row.source, by=rights.person(story.decisions.get().by.user))
    story.citations.filter(pk=row.pk).update(state=Claim.CONFIRMED)
    before = story.citations.filter(pk=row.pk).values().get()
    mark = f'<mark data-citation="{row.key}">The big berths'
    marked = SAID.replace("The berths", mark).replace("spring,", "spring,</mark>")
    assert save(story, body_of("It rained.", marked, OTHER)) == 1
    assert story.citations.filter(pk=row.pk).values().get() == before
    assert story.citations.count() == 2


def test_a_passage_that_a_person_cited_covers_the_quotes_within_it(read, ed):
    story = read("Nothing was said.")
    source = Source.objects.create(name="Ada Brenn", slug="ada-brenn")
    Citation.objects.create(article=story, source=source, key="abc", quote="all of it", kind="paraphrase")
    assert save(story, body_of(f'<mark data-citation="abc">{SAID}</mark>')) == 0


def test_rows_that_others_suggest_are_left_alone(read):
    story = read("Nothing was said.")
    source = Source.objects.create(name="Ada Brenn", slug="ada-brenn")
    Citation.objects.create(article=story, source=source, key="abc", state=Claim.SUGGESTED, found_by="supplier")
    save(story, body_of("It rained."))
    assert rows(story, "found_by") == [("supplier",)]


def test_who_is_not_named_is_left_open(read):
    story = read("The gale came at noon. “We never saw it coming, not one of us.”")
    (row,) = rows(story)
    assert (row.source, row.quote, str(row)) == (None, "We never saw it coming, not one of us.", row.quote)


def test_a_source_that_the_house_knows_is_found(read):
    ada = Source.objects.create(name="Ada Brenn", slug="ada-brenn")
    story = read(SAID)
    assert rows(story, "source", "title") == [(ada, "harbour master")]


def test_a_namesake_of_another_kind_is_another(read):
    Source.objects.create(name="Ada Brenn", slug="ada-brenn", kind=Source.Kind.BROADCAST)
    (row,) = rows(read(SAID))
    assert (row.source.kind, row.source.state) == (Source.Kind.PERSON, Source.State.SUGGESTED)


def test_one_of_two_namesakes_is_known_by_the_title(read):
    Source.objects.create(name="Ada Brenn", slug="one", title="baker")
    master = Source.objects.create(name="Ada Brenn", slug="two", title="harbour master")
    assert rows(read(SAID), "source") == [(master,)]
    Source.objects.filter(pk=master.pk).update(title="poet")
    assert rows(read(SAID), "source")[0][0].state == Source.State.SUGGESTED


def test_a_last_name_is_enough_with_the_same_title(read):
    ada = Source.objects.create(name="Ada Brenn", slug="ada-brenn", title="Harbour Master")
    assert rows(read("Harbour Master Brenn said the berths would open."), "source") == [(ada,)]
    assert rows(read("Mayor Brenn said the berths would open."), "source") != [(ada,)]


def test_a_last_name_that_fits_two_is_nobody_known(read):
    for slug in ("ada", "ida"):
        Source.objects.create(name=f"{slug.title()} Brenn", slug=slug, title="Harbour Master")
    (source,) = rows(read("Harbour Master Brenn said the berths would open."), "source")[0]
    assert source.state == Source.State.SUGGESTED


def test_stories_share_whom_a_full_name_tells_and_no_residents(read):
    words = (SAID, "Residents said the tolls were too high.")
    one, other = read(*words), read(*words)
    assert rows(one, "source")[0] == rows(other, "source")[0]
    assert [str(source) for (source,) in (rows(one, "source")[1], rows(other, "source")[1])] == ["residents"] * 2
    assert rows(one, "source")[1] != rows(other, "source")[1]


def test_a_shared_source_stays_while_one_story_has_it(read):
    one, other = read(SAID), read(SAID)
    save(one, body_of("It rained."))
    assert [str(row.source) for row in rows(other)] == ["Ada Brenn"]
    save(other, body_of("It rained."))
    assert Source.objects.count() == 0


def test_a_relaying_outlet_is_known_by_its_other_names(read):
    tide = Organisation.objects.create(name="Tideline Television", slug="tide", other_names=["Tideline TV"])
    assert {row.via for row in rows(read(FERRY[7]))} == {tide}


def test_a_house_that_is_not_held_stands_in_the_title(read):
    words = "“The banks will not pay,” Ada Brenn, an economist at Kestrel Bank, said."
    assert rows(read(words), "title") == [("economist, Kestrel Bank",)]
    kestrel = Organisation.objects.create(name="Kestrel Bank", slug="kestrel")
    Citation.objects.all().delete()
    sweep()
    (row,) = rows(read(words))
    assert (row.title, row.source.affiliation) == ("economist", kestrel)


def test_words_too_long_for_a_column_are_no_half_title(read):
    story = read(f"“We are done for, all of us,” Ada Brenn, a {'very ' * 60}old harbour master, said.")
    assert [len(title) <= 200 for (title,) in rows(story, "title")] == [True]


def test_words_that_have_moved_on_stay_due(read):
    story = read("It rained.")
    found = suggestions_in(body_of(SAID))
    Article.objects.update(version=F("version") + 1)
    assert suggest_batch([(story, found)]) == [0]
    assert (story.citations.count(), Article.objects.filter(read_version__lt=F("version")).count()) == (0, 1)


def test_a_body_that_cannot_be_read_is_logged_and_stays_due(make_story, caplog):
    story = make_story()
    Article.objects.update(body="no canonical body", version=F("version") + 1)
    story.refresh_from_db()
    with caplog.at_level(logging.ERROR):
        assert suggest(story) == 0
    assert caplog.messages == [f"Article {story.pk} could not be read for quotes."]
    assert story.read_version < story.version


def test_many_stories_cost_as_many_questions_as_one(make_story, django_assert_max_num_queries):
    stories = [make_story(body=body_of(*FERRY)) for _number in range(12)]
    Citation.objects.all().delete()
    pairs = [(story, suggestions_in(story.body)) for story in stories]
    with django_assert_max_num_queries(20):
        counts = suggest_batch(pairs)
    assert len(set(counts)) == 1
    assert Citation.objects.count() == sum(counts)
