"""Two people on one story: the second sees the first one's words, and nothing typed is lost."""

import json

import pytest

from articles import desk
from articles.models import Article
from tests.admin.typing_in import shows_what_was_typed, typed

pytestmark = pytest.mark.django_db


def test_the_second_editor_sees_the_first_ones_words_and_keeps_their_own(rita, ed, seat, full_story, ada):
    form = typed(seat(rita).open_story(full_story).form, ada)
    seat(ed).open_story(full_story).form.type(headline="Ed was here", dek="Ed's dek").press()
    page = form.press()
    assert (page.status, len(page.errors)) == (200, 1)
    assert page.errors[0].startswith("Ed Eklund saved other words ")
    assert shows_what_was_typed(page, form)
    assert Article.objects.get().headline == "Ed was here"
    lines = dict(page.response.context["theirs"].lines)
    assert [(span.kind, span.text.strip()) for span in lines["Headline"]] == [
        ("removed", "Ed was here"), ("added", "Typed headline"),
    ]  # fmt: skip
    (shown,) = page.texts("//section[contains(@class, 'theirs')]")
    assert [words for words in ("Ed was here", "Typed headline", "Ed's dek") if words not in shown] == []


def test_pressing_save_again_wins_and_the_history_keeps_both(rita, ed, seat, full_story, ada):
    form = typed(seat(rita).open_story(full_story).form, ada)
    seat(ed).open_story(full_story).form.type(headline="Ed was here").press()
    page = form.press().form.press()
    assert page.messages == ["Saved as revision 3."]
    assert [json.loads(each.words.content)["headline"] for each in full_story.revisions.all()] == [
        "Harbour wall holds through the storm", "Ed was here", "Typed headline",
    ]  # fmt: skip
    assert [str(credit) for credit in full_story.credits.all()] == [
        "Typed wording for The Engine", "Typed new row",
    ]  # fmt: skip


def test_a_third_editor_in_between_is_told_of_too(rita, ed, mara, seat, full_story):
    again = seat(rita).open_story(full_story).form.type(headline="Rita was here")
    seat(ed).open_story(full_story).form.type(headline="Ed was here").press()
    again = again.press().form
    seat(mara).open_story(full_story).form.type(headline="Mara was here").press()
    page = again.press()
    assert page.errors[0].startswith("Mara Marek saved other words ")
    assert page.form.press().messages == ["Saved as revision 4."]


def test_rows_the_other_took_away_are_still_on_the_screen(rita, ed, seat, full_story, ada):
    form = typed(seat(rita).open_story(full_story).form, ada)
    theirs = seat(ed).open_story(full_story).form.type(credits_0_DELETE="on", citations_0_DELETE="on")
    theirs.add("credits", wording="Ed's row").press()
    page = form.press()
    assert page.errors[0].startswith("Ed Eklund saved other words ")
    assert shows_what_was_typed(page, form)
    assert page.form.press().messages == ["Saved as revision 3."]
    assert [str(credit) for credit in full_story.credits.all()] == [
        "Typed wording for The Engine", "Typed new row",
    ]  # fmt: skip
    assert [citation.quote for citation in full_story.citations.all()] == ["Typed quote"]


def test_a_restore_in_between_takes_no_row_from_whoever_types(rita, ed, seat, full_story, ada):
    """A restore makes every row anew, under other keys."""
    desk.revise(full_story, by=ed, seen=1, words={"dek": "Other"})
    form = typed(seat(rita).open_story(full_story).form, ada)
    desk.restore_revision(full_story, 1, by=ed, seen=2)
    page = form.press()
    assert page.errors[0].startswith("Ed Eklund saved other words ")
    assert shows_what_was_typed(page, form)
    assert page.form.press().messages == ["Saved as revision 4."]


def test_what_the_other_changed_beside_the_words_is_shown_too(rita, ed, seat, full_story, engine):
    form = seat(rita).open_story(full_story).form.type(dek="Rita's dek")
    theirs = seat(ed).open_story(full_story).form
    theirs.type(section="", topics=None, dateline="OSTHAVN", ednote="Ed's note", credits_1_DELETE="on")
    theirs.type(origins_0_state="rejected").press()
    page = form.press()
    assert len(page.tree.xpath("//section[contains(@class, 'theirs')]")) == 1
    assert [label for label, _spans in page.response.context["theirs"].lines] == [
        "Dek", "Dateline", "Section", "Topics", "Credits", "Origins", "Ednote",
    ]  # fmt: skip


def test_a_form_that_does_not_say_what_it_saw_is_stale(rita, seat, make_story):
    story = make_story()
    page = seat(rita).open_story(story).form.type(headline="Blind", seen="").press()
    assert page.status == 200
    assert Article.objects.get().headline == story.headline
