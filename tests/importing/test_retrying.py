"""What was refused is tried again from its receipts."""

import dataclasses

import pytest
from django.core.management import CommandError, call_command

from articles.desk import rights
from articles.importing.errors import BadInput
from articles.importing.item import item_of
from articles.importing.readers import READERS
from articles.importing.readers.reader import Reader
from articles.importing.retrying import Retry, quarantined
from articles.importing.story import PubStatus
from articles.models import Article, Receipt
from tests.importing.conftest import everything, told

pytestmark = pytest.mark.django_db

CYRILLIC = "Паром опоздал\n\nНа час.\n".encode("cp1251")


def retry(*receipts, **how):
    return [str(result.outcome) for result in Retry(rights.system(), ("--retry",), receipts=receipts, **how).run()]


def test_the_quarantine_is_what_was_refused_and_is_ours_to_mend(bring_in, tell, file):
    bring_in(file(), file(CYRILLIC, "bad.txt"))
    tell(told(pub_status=PubStatus.CANCELED))
    assert [receipt.name for receipt in quarantined()] == [file(CYRILLIC, "bad.txt")]


def test_nothing_new_is_no_new_verdict(bring_in, file):
    bring_in(file(CYRILLIC))
    before = everything()
    assert retry() == ["refused"]
    assert everything() == before


def test_another_encoding_opens_it_under_the_same_receipt(bring_in, file):
    bring_in(file(CYRILLIC))
    assert retry(encoding="cp1251") == ["created"]
    assert (Article.objects.get().headline, Receipt.objects.count()) == ("Паром опоздал", 1)
    assert (retry(encoding="cp1251"), quarantined().count()) == ([], 0)


def test_only_the_receipts_named_are_tried(bring_in, file):
    bring_in(file(CYRILLIC), file(CYRILLIC + b"!", "b.txt"))
    second = Receipt.objects.get(name__endswith="b.txt").pk
    assert retry(second, encoding="cp1251") == ["created"]
    assert quarantined().count() == 1


def test_a_mended_reader_opens_what_it_refused(bring_in, file, monkeypatch):
    broken = dataclasses.replace(READERS["wire"], read=refuse)
    with monkeypatch.context() as while_broken:
        while_broken.setitem(READERS, "wire", broken)
        bring_in(file())
    assert Article.objects.count() == 0
    assert retry() == ["created"]


def refuse(_item):
    raise BadInput("malformed", "Not today.")


def test_a_file_broken_from_some_place_on_is_taken_apart_again(bring_in, file, monkeypatch):
    whole = Reader("lines", lambda _head: True, split, READERS["wire"].read)

    def split_in_part(source):
        yield next(split(source))
        raise BadInput("malformed", "It breaks off.", line=2)

    path = file(b"Tide turns%%It was late.||Gulls return%%It was early.")
    with monkeypatch.context() as while_broken:
        while_broken.setattr("articles.importing.reading.detect", lambda _head: whole)
        while_broken.setitem(READERS, "lines", dataclasses.replace(whole, split=split_in_part))
        while_broken.setattr("articles.importing.reading.detect", lambda _head: READERS["lines"])
        assert [(str(one.outcome), one.error) for one in bring_in(path)] == [("created", ""), ("refused", "malformed")]
    monkeypatch.setitem(READERS, "lines", whole)
    assert retry() == ["unchanged", "created"]
    assert sorted(Article.objects.values_list("headline", flat=True)) == ["Gulls return", "Tide turns"]
    assert Receipt.objects.get(name=path).state().outcome == "unchanged"
    assert quarantined().count() == 0


def split(source):
    for number, part in enumerate(source.stream.read().split(b"||"), 1):
        text = part.replace(b"%%", b"\n\n")
        yield item_of(f"{source.name}#{number}", "lines", text, envelope=source.told(), limit=source.limit)


def test_the_command_retries_all_or_those_named(bring_in, file, capsys):
    bring_in(file(CYRILLIC))
    call_command("import_articles", "--retry", "--encoding", "cp1251")
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "1 created, 0 unchanged, 0 refused.",
        "Read 1 story for quotes: 0 passages to accept or reject.",
    ]
    with pytest.raises(CommandError, match="by their numbers"):
        call_command("import_articles", "--retry", "story.txt")
