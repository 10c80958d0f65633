"""Settling an update, with all that comes in between: no choice and no typed word is ever lost."""

import pytest

from tests.admin.arrivals import PARAGRAPHS, changed, item
from tests.admin.disputes import FIRST, LAST, OURS, THEIRS, choose, kept, opened, saved, words_of
from tests.admin.writes import watched

pytestmark = pytest.mark.django_db


# What is still to be chosen


def test_what_is_not_chosen_is_asked_for_and_nothing_is_written(ed, seat, disputed):
    form = choose(opened(seat(ed), disputed), "own", None, "theirs", own_0="Basin shut until May", own_1="<p>Mine</p>")
    with watched() as writes:
        page = form.press()
    assert (page.status, writes.inside, writes.outside) == (200, [], [])
    assert page.errors == ["Something is still to be chosen.", "Choose whose words shall stand here."]
    assert kept(page, form)
    assert choose(page, "own", "own", "theirs").press().messages == ["Settled, as revision 3."]
    assert words_of(disputed) == ("Basin shut until May", [FIRST, "<p>Mine</p>", f"<p>{THEIRS[1]}</p>", LAST])


def test_a_preview_shows_how_it_will_read_and_writes_nothing(ed, seat, disputed):
    form = choose(opened(seat(ed), disputed), "theirs", None, "own", own_2="<p>Mine <script>no</script></p>")
    with watched() as writes:
        page = form.press("_preview")
    assert (writes.inside, writes.outside, page.errors) == ([], [], [])
    assert kept(page, form)
    assert page.texts("//details[@id='result']//h2") == ["Inner basin of Marrowby closes until May"]
    assert page.texts("//details[@id='result']//div[@class='prose']/p") == [
        PARAGRAPHS[0], "Body, 1 of 2 to be chosen", "Mine", LAST[3:-4],
    ]  # fmt: skip
    assert page.texts("//p[@class='left']") == ["1 still to choose"]


def test_a_script_gets_the_result_alone(ed, seat, disputed):
    form = choose(opened(seat(ed), disputed), "ours", "ours", "ours").type(_preview="alone")
    page = form.press()
    assert (page.tree.tag, page.tree.get("id"), page.texts(".//h2")) == ("details", "result", ["Basin shut for weeks"])


# Somebody else was faster


def test_when_somebody_else_saved_every_choice_and_word_is_kept(rita, ed, seat, disputed):
    form = choose(opened(seat(ed), disputed), "theirs", "ours", "own", own_0="Unused words", own_2="<p>Mine</p>")
    saved(disputed, rita, body=("Forty-one boats of the fleet move to the outer quay.", "Forty-one boats leave."))
    page = form.press()
    assert page.errors[0].startswith("Rita Reyes saved other words ")
    assert kept(page, form)
    assert page.texts("//*[@class='moved-note']") == ["The desk has changed these words since you looked."]
    assert page.form.press().messages == ["Settled, as revision 4."]
    assert words_of(disputed)[1] == [FIRST, "<p>Forty-one boats leave.</p>", "<p>Mine</p>", LAST]


def test_words_typed_where_there_is_nothing_left_to_settle_are_shown(rita, ed, seat, disputed):
    form = choose(opened(seat(ed), disputed), "own", "ours", "theirs", own_0="Typed headline", own_1="<p>Typed</p>")
    saved(disputed, rita, headline="Inner basin of Marrowby closes until May", body=(OURS[0], THEIRS[0]))
    page = form.press()
    assert page.errors[0].startswith("Rita Reyes saved other words ")
    assert page.texts("//section[contains(@class, 'leftovers')]//h3") == ["Headline", "Body"]
    assert page.texts("//div[@class='leftover']/div[@class='prose']") == ["Typed headline", "Typed"]
    page = page.form.press("_preview")
    assert page.texts("//div[@class='leftover']/div[@class='prose']") == ["Typed headline", "Typed"]
    assert page.form.press().messages == ["Settled, as revision 4."]


def test_a_newer_version_that_came_meanwhile_is_what_is_to_be_settled(ed, seat, arrive, disputed):
    form = choose(opened(seat(ed), disputed), "own", "own", "theirs", own_0="Typed headline", own_1="<p>Typed</p>")
    newest = changed(1, "Thirty fishing boats move to the outer quay, where there is water for thirty.", PARAGRAPHS)
    arrive(item(3, headline="Inner basin of Marrowby closes until May", paragraphs=changed(2, THEIRS[1], newest)))
    page = form.press()
    assert page.errors[0] == "This update waits no longer: it was settled, or a newer one has come."
    assert (page.form["own-headline"], page.form["choice-headline"]) == ("Typed headline", "own")
    assert page.texts("//div[@class='leftover']/div[@class='prose']") == ["Typed"]
    assert page.texts("(//fieldset[contains(@class, 'dispute')])[2]//div[contains(@class, 'version-3')]//ins") == [
        "Thirty", "thirty",
    ]  # fmt: skip
    choose(page, "own", "theirs", "theirs").press()
    assert words_of(disputed)[0] == "Typed headline"
    assert list(disputed.deliveries.values_list("state", flat=True)) == ["taken", "superseded", "taken"]


def test_the_second_to_settle_is_told_and_keeps_their_words(rita, ed, seat, disputed):
    form = choose(opened(seat(ed), disputed), "own", "ours", "ours", own_0="Typed headline")
    choose(opened(seat(rita), disputed), "theirs", "theirs", "theirs").press()
    page = form.press()
    assert page.errors == ["This update waits no longer: it was settled, or a newer one has come."]
    assert page.texts("//div[@class='leftover']/div[@class='prose']") == ["Typed headline"]
    assert disputed.revisions.count() == 3


def test_whoever_lost_the_right_meanwhile_keeps_what_they_typed(ed, pat, seat, disputed):
    form = choose(opened(seat(ed), disputed), "own", "ours", "theirs", own_0="Typed headline")
    ed.groups.set(pat.groups.all())
    with watched() as writes:
        page = form.press()
    assert page.errors == ["Your role does not include “Save”. Ask a managing editor if you need it."]
    assert (kept(page, form), writes.inside, writes.outside) == (True, [], [])
