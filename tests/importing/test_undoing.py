"""An import taken back: nothing is deleted, and the same file makes its stories anew."""

import pytest
from django.core.management import CommandError, call_command

from articles import desk
from articles.desk import rights
from articles.models import Article, Delivery, ImportBatch, Receipt, Verdict
from tests.importing.conftest import PARAGRAPHS, STORY, everything, told

pytestmark = pytest.mark.django_db


def undo(batch=None, by=None):
    return desk.undo_import(batch or ImportBatch.objects.first(), by=by or rights.system())


def test_untouched_drafts_are_spiked_and_the_receipts_say_so(bring_in, file):
    bring_in(file(), file(b"", "bad.txt"))
    undone = undo()
    article = Article.objects.get()
    assert (undone.spiked, undone.kept, article.status) == ([article], [], "spiked")
    assert article.decisions.last().why.startswith("Import ")
    good = Receipt.objects.get(name=file())
    assert (good.state().outcome, good.state().step) == ("undone", "undo")
    assert Receipt.objects.get(size=0).state().outcome == "refused"


def test_the_same_file_again_makes_its_story_anew(bring_in, file):
    bring_in(file())
    undo()
    (again,) = bring_in(file())
    assert (again.outcome, Article.objects.count(), Receipt.objects.count()) == ("created", 2, 1)
    assert Article.objects.get(pk=again.article).status == "draft"
    assert [str(result.outcome) for result in bring_in(file())] == ["unchanged"]


def test_the_same_item_again_makes_it_anew_by_id_and_by_words(tell):
    tell(told())
    undo()
    assert [str(one.outcome) for one in tell(told(version="2"))] == ["created"]
    undo()
    assert [str(one.outcome) for one in tell(told(supplier_id="urn:wave:1"))] == ["created"]


def test_what_somebody_has_worked_on_stays(tell, rita, ed):
    edited, submitted, plain = (
        Article.objects.get(
            pk=tell(told(f"{PARAGRAPHS[number]} Number {number}.", supplier_id=f"urn:{number}"))[0].article
        )
        for number in range(3)
    )
    desk.revise(edited, by=rita, seen=1, words={"dek": "Late."})
    desk.submit(submitted, by=rita, seen=1)
    undone = [undo(batch) for batch in ImportBatch.objects.order_by("pk")]
    assert [one.kept for one in undone] == [[edited], [submitted], []]
    assert [one.spiked for one in undone] == [[], [], [plain]]


def test_undone_twice_it_does_nothing_new(bring_in, file):
    bring_in(file())
    undo()
    before = everything()
    assert undo().spiked == []
    assert everything() == before


def test_an_update_merged_into_an_older_story_stays(tell):
    (first,) = tell(told(version="1"))
    tell(told(*PARAGRAPHS[:2], version="2"))
    undone = undo(ImportBatch.objects.get(receipts__deliveries__version="2"))
    assert (undone.spiked, undone.kept) == ([], [])
    assert Article.objects.get(pk=first.article).version == 2


def test_copies_of_an_import_are_forgotten_with_it(tell):
    tell(told())
    tell(told(supplier_id="urn:wave:1", supplier="Wave"))
    undo(ImportBatch.objects.get(receipts__deliveries__kind="copy"))
    assert list(Delivery.objects.values_list("kind", "state")) == [("item", "taken"), ("copy", "undone")]


def test_only_who_may_import_and_spike_takes_an_import_back(bring_in, file, rita, ed):
    bring_in(file())
    with pytest.raises(desk.Refused):
        undo(by=rita)
    assert undo(by=ed).spiked == [Article.objects.get()]


def test_the_command_says_what_it_did(bring_in, file, rita, capsys):
    bring_in(file(), file(STORY.replace("doors of the fish market", "lid of the bin"), "b.txt"))
    kept = Article.objects.first()
    desk.revise(kept, by=rita, seen=1, words={"dek": "Late."})
    call_command("undo_import", str(ImportBatch.objects.get().pk))
    assert capsys.readouterr().out.splitlines() == [
        "1 draft spiked.",
        f"Kept, for somebody has worked on it: article {kept.pk}, {kept.headline}",
    ]
    assert Verdict.objects.filter(outcome="undone").count() == 1


def test_the_command_names_what_is_wrong(db):
    with pytest.raises(CommandError, match="There is no import 7"):
        call_command("undo_import", "7")
    with pytest.raises(CommandError, match="no active account named “nobody”"):
        call_command("undo_import", "7", by="nobody")
