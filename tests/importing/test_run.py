"""An import from end to end: what is written, what is not, and what is held of everything that came."""

import hashlib

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import override_settings
from django.utils import timezone

from articles import guards
from articles.desk import Refused, drafting, receiving
from articles.importing import run as running
from articles.importing.run import Import
from articles.models import Article, Credit, Decision, ImportBatch, Origin, Receipt, Revision, Section, Verdict
from bylines.models import Author, Organisation
from tests.importing.conftest import STORY, WIRE, everything, no_writes

pytestmark = pytest.mark.django_db

BAD = {
    "empty": (b"", None, None),
    "binary": (b"Tide turns\n\x00", 2, 11),
    "too-large": (STORY.encode() * 40, None, None),
    "encoding": ("Tide turns\n\nThe “café” opened.\n".encode() + b"\xff", 4, 36),
    "no-headline": (b"\n* * *\n\nIt rained.\n", 2, 1),
    "no-body": (b"Tide turns\n\nTIDE TURNS\n", 3, 22),
}
MADE = (Article, Credit, Origin, Revision, Decision, Author, Organisation)


@pytest.fixture(autouse=True)
def limit():
    with override_settings(IMPORT_LIMIT_BYTES=10_000):
        yield


def outcomes(results):
    return [str(result.outcome) for result in results]


# A story comes in


def test_a_file_becomes_one_draft_in_the_name_of_the_system(bring_in):
    assert not User.objects.exclude(username="system").exists()
    assert not Section.objects.exists()
    assert not Organisation.objects.exists()
    (result,) = bring_in(WIRE / "reservoir.txt")
    article = Article.objects.get()
    assert (result.outcome, result.article, result.headline) == ("created", article.pk, article.headline)
    assert (article.status, article.version, article.language) == ("draft", 1, "en")
    assert article.headline == 'Council sets date to empty the Sowerdale "bathtub"'
    assert article.body.split("\n")[0] == "<h2>Engineer Says the Dam’s Clay Core Can Wait No Longer</h2>"
    assert [(str(credit), credit.role) for credit in article.credits.all()] == [
        ("Aurelio Finch for PENNANT News", "writer")
    ]
    revision = article.revisions.get()
    assert (revision.number, revision.kind, revision.by.user.username) == (1, "import", "system")
    decision = article.decisions.get()
    assert (decision.verb, decision.to_status, decision.by.user.username) == ("start", "draft", "system")
    assert decision.why == str(WIRE / "reservoir.txt")


def test_the_bytes_are_kept_and_every_claim_names_its_own(bring_in):
    bring_in(WIRE / "reservoir.txt")
    receipt = Receipt.objects.get()
    received = (WIRE / "reservoir.txt").read_bytes()
    assert receipt.unpack() == received
    assert (receipt.size, receipt.sha256) == (len(received), hashlib.sha256(received).hexdigest())
    assert (receipt.batch.by.user.username, receipt.batch.origin) == ("system", str(WIRE / "reservoir.txt"))
    for origin in Origin.objects.all():
        assert origin.receipt == receipt
        assert received[origin.evidence_start : origin.evidence_end].decode() == origin.evidence
    assert list(
        Origin.objects.values_list("role", "organisation__name", "organisation__kind", "state", "found_by")
    ) == [
        ("syndicated_from", "Brackwater.com", "outlet", "suggested", "pointer-to-origin"),
        ("written_for", "PENNANT News", "outlet", "suggested", "signoff-to-credit"),
    ]


def test_each_clean_up_is_a_verdict_with_its_before_and_after(bring_in):
    bring_in(WIRE / "horn.txt")
    article = Article.objects.get()
    teaser = "The last buyer tried it out."
    headline = "Fog horn of the Outer Skerrin light is for sale again"
    assert list(Verdict.objects.values_list("step", "outcome", "before", "after", "reason", "article")) == [
        ("teaser-to-dek", "cleaned", teaser, teaser, "", article.pk),
        ("pointer-to-origin", "cleaned", "Continue reading on Meridian Wire", "", "", article.pk),
        ("repeated-headline", "cleaned", headline, "", "", article.pk),
        ("decide", "created", "", "", "3 clean-ups.", article.pk),
    ]


def test_no_date_is_invented(bring_in):
    before = timezone.now()
    bring_in(WIRE / "reservoir.txt")
    article = Article.objects.get()
    dates = {
        field.name: getattr(article, field.name) for field in Article._meta.fields if "Date" in type(field).__name__
    }
    assert before <= dates.pop("created") == dates.pop("changed") <= timezone.now()
    assert (dates, article.dateline) == ({"embargo_until": None, "due": None}, "")


def test_whoever_is_named_brings_it_in(bring_in, file, ed):
    bring_in(file(), by=ed)
    assert ImportBatch.objects.get().by.user == ed
    assert {decision.by.user for decision in Decision.objects.all()} == {ed}


def test_right_to_left_words_say_so_and_keep_the_language_of_the_house(bring_in):
    bring_in(WIRE / "market.txt")
    assert list(Article.objects.values_list("direction", "language", "slug")) == [("rtl", "en", "")]


def test_one_call_is_one_batch(bring_in, file):
    bring_in(file(), file(b"", "bad.txt"), WIRE / "horn.txt")
    assert ImportBatch.objects.get().receipts.count() == 3


# The same again


def test_the_same_file_again_changes_nothing(bring_in, file):
    (first,) = bring_in(file())
    before = everything()
    with no_writes():
        (again,) = bring_in(file())
    assert (again.outcome, again.article) == ("unchanged", first.article)
    assert again.reason == f"Received before: it is article {first.article}."
    assert everything() == before


def test_the_same_bytes_under_another_name_or_encoding_change_nothing(bring_in, file):
    bring_in(file())
    before = everything()
    assert outcomes(bring_in(file(name="other.txt"), encoding="latin-1")) == ["unchanged"]
    assert everything() == before


def test_the_same_file_twice_in_one_call_is_one_story(bring_in, file):
    assert outcomes(bring_in(file(), file(name="other.txt"), file())) == ["created", "unchanged", "unchanged"]
    assert Article.objects.count() == 1


def test_a_name_signed_twice_is_one_author(bring_in, file):
    bring_in(file(), file(STORY.replace("doors of the fish market", "lid of the bin"), "other.txt"))
    assert [(author.name, author.credits.count()) for author in Author.objects.all()] == [("Ada Finch", 2)]


# What is wrong with it


@pytest.mark.parametrize("error", BAD)
def test_a_bad_file_leaves_a_receipt_with_one_verdict_and_nothing_else(error, bring_in, file):
    received, line, byte = BAD[error]
    (result,) = bring_in(file(received))
    assert (result.outcome, result.error, result.line, result.byte) == ("refused", error, line, byte)
    assert {model: model.objects.count() for model in MADE} == dict.fromkeys(MADE, 0)
    receipt = Receipt.objects.get()
    assert (receipt.size, receipt.sha256) == (len(received), hashlib.sha256(received).hexdigest())
    assert receipt.unpack() == (None if error == "too-large" else received)
    verdict = Verdict.objects.get()
    assert (verdict.step, verdict.outcome, verdict.article) == (error, "refused", None)
    assert verdict.reason.endswith(result.reason)


@pytest.mark.parametrize("error", BAD)
def test_the_same_bad_file_again_adds_nothing(error, bring_in, file):
    bring_in(file(BAD[error][0]))
    before = everything()
    with no_writes():
        (again,) = bring_in(file(BAD[error][0], "other.txt"))
    assert (again.outcome, again.error) == ("refused", error)
    assert everything() == before


def test_bad_files_do_not_keep_the_others_out(bring_in, file):
    bad = [file(received, f"{error}.txt") for error, (received, _line, _byte) in BAD.items()]
    assert outcomes(bring_in(*bad[:3], file(), *bad[3:])) == ["refused"] * 3 + ["created"] + ["refused"] * 3


def test_what_is_not_there_leaves_no_trace(bring_in, tmp_path):
    with no_writes():
        (result,) = bring_in(tmp_path / "gone.txt")
    assert (result.outcome, result.error, result.reason) == (
        "refused",
        "not-found",
        "There is no such file. Check the path.",
    )


def test_the_right_encoding_opens_a_refused_file(bring_in, file):
    path = file("Паром опоздал\n\nНа час.\n\nПаром опоздал\nВсе ждали.".encode("cp1251"))
    assert [result.error for result in bring_in(path)] == ["encoding"]
    assert outcomes(bring_in(path, encoding="cp1251")) == ["created"]
    assert Article.objects.get().headline == "Паром опоздал"
    assert list(Verdict.objects.values_list("outcome", flat=True)) == ["refused", "cleaned", "cleaned", "created"]
    assert Receipt.objects.count() == 1
    assert outcomes(bring_in(path)) == ["unchanged"]


def test_another_reason_is_another_verdict(bring_in, file):
    path = file("Паром опоздал на час".encode("cp1251"))
    bring_in(path)
    bring_in(path, encoding="ascii")
    bring_in(path, encoding="koi8-r")
    assert list(Verdict.objects.values_list("step", flat=True)) == ["encoding", "encoding", "no-body"]


def test_a_file_over_the_limit_comes_in_once_the_limit_is_raised(bring_in, file):
    path = file()
    with override_settings(IMPORT_LIMIT_BYTES=10):
        assert [result.error for result in bring_in(path)] == ["too-large"]
    assert outcomes(bring_in(path)) == ["created"]
    assert list(Origin.objects.values_list("evidence", "evidence_start")) == [("Ada Finch for Tidewater Times", None)]


# Rehearsal


def test_a_rehearsal_says_the_same_and_writes_nothing(bring_in, file):
    bring_in(WIRE / "horn.txt")
    paths = [file(), *(file(received, f"{error}.txt") for error, (received, *_) in BAD.items())]
    paths += [file(name="again.txt"), str(WIRE / "horn.txt"), str(WIRE / "piano.txt"), "gone.txt", paths[1]]
    call = Import(Receipt.objects.get().batch.by.user, tuple(paths))
    before = everything()
    rehearsed = list(call.rehearse())
    assert everything() == before
    run = list(call.run())

    def told(results):
        return [(one.name, one.outcome, one.headline, one.error, one.line, one.byte, one.steps) for one in results]

    assert told(rehearsed) == told(run)
    assert set(outcomes(run)) == {"created", "unchanged", "refused"}


# Rights


@pytest.mark.parametrize("lacking", ["import_article", "start_article", "revise_article", "edit_profile"])
def test_whoever_lacks_a_right_that_an_import_needs_brings_in_nothing(lacking, bring_in, file, nora):
    needed = {"import_article", "start_article", "revise_article", "edit_profile"} - {lacking}
    nora.user_permissions.set(Permission.objects.filter(codename__in=needed))
    before = everything()
    with pytest.raises(Refused):
        bring_in(file(b"", "bad.txt"), WIRE / "market.txt", file(), by=User.objects.get(pk=nora.pk))
    assert everything() == before


# Interruptions


class Interruption(BaseException):
    """What ends a run from outside, as Ctrl-C does."""


@pytest.mark.parametrize(
    ("place", "verb"),
    [(receiving, "receive"), (drafting, "start_batch"), (receiving, "judge"), (receiving, "open_batch")],
)
def test_an_interrupted_import_leaves_whole_stories_and_the_same_call_finishes(
    place, verb, bring_in, file, monkeypatch
):
    monkeypatch.setattr(running, "BATCH", 1)
    paths = [file(), *sorted(WIRE.glob("*.txt"))]
    done = getattr(place, verb)
    calls = []

    def interrupted(*given, **told):
        result = done(*given, **told)
        calls.append(verb)
        if len(calls) == (1 if verb == "open_batch" else 3):
            raise Interruption
        return result

    monkeypatch.setattr(place, verb, interrupted)
    with pytest.raises(Interruption):
        bring_in(*paths)
    whole = 0 if verb == "open_batch" else 2
    assert [model.objects.count() for model in (Article, Receipt, Revision, Decision)] == [whole] * 4
    assert ImportBatch.objects.count() == min(whole, 1)
    assert Verdict.objects.filter(outcome="created").count() == whole
    monkeypatch.undo()
    assert outcomes(bring_in(*paths)) == ["unchanged"] * whole + ["created"] * (len(paths) - whole)
    assert Article.objects.count() == len(paths)


def test_the_record_is_guarded_all_the_while(bring_in, file):
    bring_in(file())
    assert guards.missing(connection) == []
