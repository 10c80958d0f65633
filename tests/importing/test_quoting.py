"""Stories that came in, read for quotes: what is due, who reads it, what a fault or an end half-way leaves."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.db.models import F

from articles.importing.quoting import AT_HOME, PARCEL, Outcome, due, due_among, find_quotes
from articles.importing.quoting_process import Words, read, read_ahead
from articles.models import Article, Citation
from bylines.models import Source

pytestmark = pytest.mark.django_db

SAID = "<p>“The berths will be open by the spring,” Ada Brenn, the harbour master, said.</p>"


def story(body=SAID, **columns):
    return Article.objects.create(headline="Tide", version=1, body=body, **columns)


def numbers(stories):
    return [words.number for words in stories]


def test_due_is_what_has_words_that_nobody_has_read():
    first, second = story(), story()
    story(read_version=1)
    story(status="spiked")
    assert numbers(due()) == [first.pk, second.pk]
    assert numbers(due_among([second.pk, second.pk, 99])) == [second.pk]


def test_what_is_due_is_suggested_and_due_no_longer():
    one, other = story(), story("<p>It rained.</p>")
    assert list(find_quotes(due())) == [Outcome(one.pk, 1), Outcome(other.pk, 0)]
    assert str(Citation.objects.get().source) == "Ada Brenn"
    assert list(due()) == []


def test_a_story_that_cannot_be_read_stays_due_and_keeps_no_other_waiting():
    bad, good = story("no canonical body"), story()
    first, second = find_quotes(due())
    assert (first.number, first.suggestions, second) == (bad.pk, 0, Outcome(good.pk, 1))
    assert first.fault.startswith("ValueError: ")
    assert numbers(due()) == [bad.pk]


def test_a_story_that_changed_while_it_was_read_stays_due():
    one = story()
    stories = list(due())
    Article.objects.update(version=F("version") + 1)
    assert list(find_quotes(stories)) == [Outcome(one.pk, 0)]
    assert numbers(due()) == [one.pk]


def test_another_process_reads_what_we_would_read():
    parcels = [[Words(number, 1, body, "en")] for number, body in enumerate((SAID, "no canonical body", "<p>Ebb.</p>"))]
    assert list(read_ahead(parcels)) == [(parcel, read(parcel)) for parcel in parcels]


def many(count):
    return Article.objects.bulk_create(
        Article(headline="Tide", version=1, body=SAID.replace("Brenn", f"Brenn{number}")) for number in range(count)
    )


def test_many_stories_are_read_by_another_process():
    many(AT_HOME + 25)
    assert [outcome.suggestions for outcome in find_quotes(due())] == [1] * (AT_HOME + 25)
    assert Source.objects.suggested().count() == AT_HOME + 25


def test_a_run_that_ends_half_way_leaves_whole_stories_and_the_others_due():
    stories = many(AT_HOME + 3 * PARCEL)
    run = find_quotes(due())
    done = [next(run).number for _story in range(AT_HOME + 1)]
    run.close()
    held = set(Citation.objects.values_list("article", flat=True))
    assert set(done) <= held
    assert sorted(held | set(numbers(due()))) == [story.pk for story in stories]
    assert held.isdisjoint(numbers(due()))


# The commands


def command(name, *arguments, **options):
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command(name, *arguments, stdout=out, stderr=err, **options)
    except CommandError as error:
        return out.getvalue(), err.getvalue(), str(error)
    return out.getvalue(), err.getvalue(), ""


def test_the_command_says_what_there_is_to_accept():
    story()
    assert command("find_quotes") == ("Read 1 story for quotes: 1 passage to accept or reject.\n", "", "")
    assert command("find_quotes") == ("Read 0 stories for quotes: 0 passages to accept or reject.\n", "", "")
    assert command("find_quotes", verbosity=0) == ("", "", "")


def test_the_command_names_what_it_could_not_read_and_ends_with_an_error():
    bad = story("no canonical body")
    said, complained, error = command("find_quotes")
    assert said == "Read 1 story for quotes: 0 passages to accept or reject.\n"
    assert complained.startswith(f"Article {bad.pk} could not be read for quotes and stays due: ValueError: ")
    assert error == "1 story could not be read; the reason stands above."


def test_the_command_sweeps_up_sources_that_no_citation_is_left_of():
    Source.objects.create(name="Ada Brenn", slug="ada", state=Source.State.SUGGESTED)
    kept = Source.objects.create(name="Joost Amsel", slug="joost")
    command("find_quotes")
    assert list(Source.objects.all()) == [kept]


def test_an_import_reads_its_own_stories_only(tmp_path):
    other = story()
    path = tmp_path / "story.txt"
    path.write_text("Berths to open\n\n“The berths will be open by the spring,” Joost Amsel said.\n", encoding="utf-8")
    said, _complained, _error = command("import_articles", str(path))
    assert said.splitlines()[-1] == "Read 1 story for quotes: 1 passage to accept or reject."
    assert numbers(due()) == [other.pk]


def test_an_import_that_ended_before_it_read_reads_when_it_is_called_again(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text("Berths to open\n\n“The berths will be open by the spring,” Joost Amsel said.\n", encoding="utf-8")
    command("import_articles", str(path))
    Citation.objects.all().delete()
    Article.objects.update(read_version=0)
    said, _complained, _error = command("import_articles", str(path))
    assert said.splitlines()[-1] == "Read 1 story for quotes: 1 passage to accept or reject."


def test_neither_a_rehearsal_nor_an_archive_is_read(tmp_path, mara):
    path = tmp_path / "story.txt"
    path.write_text("Berths to open\n\n“The berths will be open by the spring,” Joost Amsel said.\n", encoding="utf-8")
    for option in ("dry_run", "publish"):
        said, _complained, error = command("import_articles", str(path), by=mara.username, **{option: True})
        assert ("for quotes" in said, error) == (False, "")
    assert Citation.objects.count() == 0
    assert len(list(due())) == 1
