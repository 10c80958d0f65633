"""The buttons beside the sources: an unnamed one approved, quotes looked for, what is lacking rehearsed."""

import pytest

from articles.models import Article, Citation, SourceApproval
from bylines.models import Source
from tests.admin.quotes import BOATS, BODY, WALL, typed_into
from tests.admin.screen import article_url
from tests.admin.writes import watched

pytestmark = pytest.mark.django_db


@pytest.fixture
def official(db):
    """Somebody who is not named."""
    return Source.objects.create(
        kind="unnamed", name="an official at the port", slug="an-official", reason="Might lose the job."
    )


@pytest.fixture
def resting(make_story, official):
    """A story that rests on somebody unnamed."""
    marked = '<p>The wall <mark data-citation="0123456789ab">held all night</mark>, an official said.</p>'
    return make_story(body=marked, citations=[Citation(source=official, key="0123456789ab")])


def approval(page, source):
    return page.tree.xpath(f"//form[@id='approve-{source.pk}']/@action")


def test_a_senior_approves_an_unnamed_source_from_its_row(mara, seat, resting, official):
    (address,) = approval(seat(mara).open_story(resting), official)
    page = seat(mara).post(address, why="I met them")
    assert page.messages == ["Approved: the story may rest on “an official at the port”."]
    assert SourceApproval.objects.values_list("article", "source", "by__user", "why").get() == (
        resting.pk, official.pk, mara.pk, "I met them",
    )  # fmt: skip
    assert approval(page, official) == []


def test_others_are_shown_no_such_button_and_refused(rita, seat, resting, official):
    assert approval(seat(rita).open_story(resting), official) == []
    page = seat(rita).post(article_url("unnamed", resting.pk, official.pk), why="I met them")
    assert len(page.messages) == 1
    assert SourceApproval.objects.count() == 0


def test_an_approval_asks_for_its_reason(mara, seat, resting, official):
    seat(mara).post(article_url("unnamed", resting.pk, official.pk), why=" ")
    assert SourceApproval.objects.count() == 0


def test_a_story_never_read_for_quotes_can_be(rita, seat, make_story):
    story = make_story(body=BODY)
    story.citations.all().delete()
    Article.objects.filter(pk=story.pk).update(read_version=0)
    page = seat(rita).open_story(story)
    (address,) = page.tree.xpath("//form[@id='look-for-quotes']/@action")
    page = seat(rita).post(address)
    assert page.messages == ["2 passages are suggested."]
    assert {one.quote for one in story.citations.all()} == {WALL, BOATS}
    assert page.tree.xpath("//form[@id='look-for-quotes']") == []


def test_whoever_may_not_write_does_not_have_it_read(pat, seat, make_story):
    story = make_story(body=BODY)
    Article.objects.filter(pk=story.pk).update(read_version=0)
    seat(pat).post(article_url("quotes", story.pk))
    story.refresh_from_db()
    assert story.read_version == 0


# What would be lacking


def rehearsed(form, story):
    """The answer to the form as it is typed, which is not saved."""
    return form.page.seat.client.post(article_url("lacking", story.pk), form.held)


def test_what_would_be_lacking_is_told_and_nothing_is_kept(rita, seat, make_story):
    story = make_story(body=BODY)
    form = typed_into(seat(rita).open_story(story).form, WALL, state="confirmed")
    with watched() as writes:
        answer = rehearsed(form, story)
    assert "1 quote is not attributed yet" in answer.content.decode()
    assert writes.outside == []
    story.refresh_from_db()
    assert (story.version, story.body, set(story.citations.values_list("state", flat=True))) == (
        1, BODY, {"suggested"},
    )  # fmt: skip


def test_a_form_that_could_not_be_saved_tells_nothing(rita, seat, make_story):
    story = make_story(body=BODY)
    assert rehearsed(seat(rita).open_story(story).form.type(headline=""), story).status_code == 204
    assert rehearsed(seat(rita).open_story(story).form.type(seen="7"), story).status_code == 204


def test_a_rehearsal_is_asked_for_by_post_only(rita, seat, make_story):
    assert seat(rita).client.get(article_url("lacking", make_story().pk)).status_code == 405


def test_a_rehearsal_is_not_for_strangers(nora, rita, seat, make_story):
    story = make_story(body=BODY)
    form = seat(rita).open_story(story).form
    assert seat(nora).client.post(article_url("lacking", story.pk), form.held).status_code == 403
