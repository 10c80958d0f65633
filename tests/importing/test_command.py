"""`manage.py import_articles`: what it prints, where, and how it ends."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, ImportBatch
from tests.importing.conftest import STORY, everything

pytestmark = pytest.mark.django_db


@pytest.fixture
def run():
    """Runs the command; gives what it said, what it complained of, and the error it ended with."""

    def call(*arguments, **options):
        out, err, code, error = io.StringIO(), io.StringIO(), 0, ""
        try:
            call_command("import_articles", *arguments, stdout=out, stderr=err, **options)
        except CommandError as ended:
            code, error = ended.returncode, str(ended)
        assert code == bool(error)
        return out.getvalue(), err.getvalue(), error

    return call


HEADLINE = "Gulls learn to open the fish market’s doors"


def test_a_story_that_came_in_is_a_line(run, file):
    path = file()
    said, complained, error = run(path)
    number = Article.objects.get().pk
    assert said.splitlines() == [
        f"created    {path} → article {number}: {HEADLINE} (3 clean-ups.)",
        "1 created, 0 unchanged, 0 refused.",
        f"Import {ImportBatch.objects.get().pk}; take it back with: "
        f"manage.py undo_import {ImportBatch.objects.get().pk}",
        "Read 1 story for quotes: 1 passage to accept or reject.",
    ]
    assert (complained, error) == ("", "")


def test_the_same_file_again_is_said_to_change_nothing(run, file):
    run(file())
    number = Article.objects.get().pk
    said, complained, error = run(file())
    assert said.splitlines() == [
        f"unchanged  {file()} → article {number}: {HEADLINE} (Received before: it is article {number}.)",
        "0 created, 1 unchanged, 0 refused.",
    ]
    assert (complained, error) == ("", "")


def test_a_bad_file_is_an_error_by_name_with_line_and_byte(run, file):
    bad, good = file(b"Tide\n\x00", "bad.txt"), file()
    said, complained, error = run(bad, good)
    assert complained.splitlines() == [
        f"refused    {bad}: binary, line 2, byte 5: 0x00 does not occur in text. "
        "If it is text after all, name its encoding with --encoding."
    ]
    assert said.splitlines()[-3] == "1 created, 0 unchanged, 1 refused."
    assert error == "1 item was refused; the reason stands above."


def test_several_bad_files_are_counted(run, file, tmp_path):
    _said, complained, error = run(file(b"", "a.txt"), str(tmp_path / "gone.txt"))
    assert [line.split(": ")[1] for line in complained.splitlines()] == ["empty", "not-found"]
    assert error == "2 items were refused; the reasons stand above."


def test_a_folder_is_every_file_in_it(run, file, tmp_path):
    file(name="a.txt")
    file(STORY.replace("doors of the fish market", "lid of the bin"), "b.txt")
    said, _complained, error = run(str(tmp_path))
    assert said.splitlines()[-3] == "2 created, 0 unchanged, 0 refused."
    assert error == ""


def test_a_dry_run_writes_nothing_and_says_so(run, file):
    before = everything()
    said, _complained, error = run(file(), dry_run=True)
    assert everything() == before
    assert said.splitlines() == [
        f"created    {file()}: {HEADLINE} (3 clean-ups.)",
        "Would be: 1 created, 0 unchanged, 0 refused.",
    ]
    assert error == ""


def test_a_dry_run_ends_as_the_run_would(run, file):
    before = everything()
    _said, complained, error = run(file(b""), dry_run=True)
    assert everything() == before
    assert complained.splitlines() == [
        f"refused    {file(b'')}: empty: There is nothing in it. Ask for it to be sent again."
    ]
    assert error == "1 item was refused; the reason stands above."


def test_a_terminal_that_lacks_letters_does_not_end_an_import(file):
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    call_command("import_articles", file(), stdout=out)
    out.flush()
    assert f"{Article.objects.get().pk}: Gulls learn to open the fish market?s doors" in out.buffer.getvalue().decode()


@pytest.mark.parametrize(("verbosity", "lines"), [(0, 0), (1, 4), (2, 7)])
def test_it_says_as_much_as_it_is_asked_for(verbosity, lines, run, file):
    said, _complained, _error = run(file(), verbosity=verbosity)
    assert len(said.splitlines()) == lines


def test_a_report_is_a_line_of_json_an_item(run, file, tmp_path):
    good, bad, report = file(), file(b"Tide\n\x00", "bad.txt"), tmp_path / "report.jsonl"
    run(good, bad, report=str(report))
    first, second = (json.loads(line) for line in report.read_text(encoding="utf-8").splitlines())
    assert first == {
        "name": good,
        "outcome": "created",
        "reason": "3 clean-ups.",
        "article": Article.objects.get().pk,
        "headline": HEADLINE,
        "error": "",
        "line": None,
        "byte": None,
        "steps": ["teaser-to-dek", "repeated-headline", "signoff-to-credit"],
    }
    assert second == {
        "name": bad,
        "outcome": "refused",
        "reason": "0x00 does not occur in text. If it is text after all, name its encoding with --encoding.",
        "article": None,
        "headline": "",
        "error": "binary",
        "line": 2,
        "byte": 5,
        "steps": [],
    }


def test_a_report_that_cannot_be_written_stops_it_before_it_begins(run, file, tmp_path):
    before = everything()
    assert run(file(), report=str(tmp_path))[2] == f"--report: {tmp_path} cannot be written: Is a directory."
    assert everything() == before


def test_an_encoding_is_for_every_file_of_the_call(run, file):
    path = file("Паром опоздал\n\nНа час.\n".encode("cp1251"))
    assert run(path)[2] == "1 item was refused; the reason stands above."
    assert run(path, encoding="cp1251")[2] == ""


def test_a_format_must_be_known(run, file):
    assert run(file(), "--format=wire")[2] == ""
    assert run(file(), "--format=telex")[2].startswith("Error: argument --format: invalid choice: 'telex'")


def test_nobody_unknown_or_gone_brings_anything_in(run, file, ed):
    ed.is_active = False
    ed.save()
    for name in ("ed", "nobody", "system"):
        assert run(file(), by=name)[2] == f"--by: there is no active account named “{name}”."
    assert not Article.objects.exists()


def test_who_may_not_is_told_whom_to_ask(run, file, rita, tmp_path):
    report = tmp_path / "report.jsonl"
    assert run(file(), by="rita", report=str(report))[2] == "Your role does not include importing. Ask an editor."
    assert not report.exists()


def test_an_editor_brings_in_by_name(run, file, ed):
    assert run(file(), by="ed")[2] == ""
    assert Article.objects.get().revisions.get().by.user == ed
