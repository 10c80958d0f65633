"""A refusal shows the form again with everything typed, and writes nothing."""

import pytest

from articles import desk
from articles.models import Article, Credit, Decision, Revision
from tests.admin.rights import may
from tests.admin.typing_in import shows_what_was_typed, typed
from tests.admin.writes import watched

pytestmark = pytest.mark.django_db


def test_a_story_spiked_meanwhile_keeps_what_was_typed_on_the_screen(rita, ed, seat, full_story, ada):
    form = typed(seat(rita).open_story(full_story).form, ada)
    desk.spike(full_story, by=ed, why="Overtaken")
    with watched() as writes:
        page = form.press()
    assert page.status == 200
    assert page.errors[0].startswith("“Save” is not possible now: the working copy is “Spiked”")
    assert page.errors[1].startswith("The last move was “Spike” by Ed Eklund")
    assert shows_what_was_typed(page, form)
    assert (writes.inside, writes.outside) == ([], [])
    desk.unspike(full_story, by=ed)
    assert page.form.press().messages == ["Saved as revision 2."]


def test_whoever_may_save_and_not_submit_is_told_and_nothing_is_half_saved(rita, seat, full_story, ada, mailoutbox):
    rita.groups.clear()
    may(rita, "view", "revise")
    page = seat(rita).open_story(full_story)
    assert page.saves() == ["_continue"]
    form = typed(page.form, ada)
    page = form.press("_submit")
    assert (page.status, page.errors) == (
        200, ["Your role does not include “Submit for review”. Ask a managing editor if you need it."],
    )  # fmt: skip
    assert shows_what_was_typed(page, form)
    full_story.refresh_from_db()
    assert (full_story.status, full_story.version, full_story.headline) == (
        "draft", 1, "Harbour wall holds through the storm",
    )  # fmt: skip
    assert (Revision.objects.count(), Decision.objects.count(), Credit.objects.count(), mailoutbox) == (1, 1, 2, [])


def test_a_story_submitted_meanwhile_is_not_half_saved_by_save_and_submit(rita, seat, full_story, ada):
    form = typed(seat(rita).open_story(full_story).form, ada)
    desk.submit(full_story, by=rita, seen=1)
    page = form.press("_submit")
    assert page.errors[0].startswith("“Submit for review” is not possible now")
    assert shows_what_was_typed(page, form)
    assert (Article.objects.get().headline, Revision.objects.count()) == ("Harbour wall holds through the storm", 1)


def test_a_row_that_is_wrong_leaves_everything_typed(rita, seat, full_story, ada):
    form = typed(seat(rita).open_story(full_story).form, ada).add("origins", evidence="No organisation")
    page = form.press()
    assert (page.status, page.errors) == (200, ["This field is required."])
    assert shows_what_was_typed(page, form)
    assert Revision.objects.count() == 1
