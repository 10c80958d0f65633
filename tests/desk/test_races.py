"""Two people press at once: one is first, the other is told, and nothing doubles."""

import pytest

from articles import desk
from articles.models import Article, Decision, PublishedArticle, Revision
from tests.simultaneously import at_once

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "readers"])


def refused(results):
    return [result for result in results if isinstance(result, desk.Refused)]


def fresh(story):
    return Article.objects.get(pk=story.pk)


@pytest.mark.parametrize("verb", ["approve", "publish"])
def test_the_second_is_told(verb, mara, ed, pat, make_story):
    story = make_story(status={"approve": "in_review", "publish": "approved"}[verb])
    first = {"approve": ed, "publish": pat}[verb]
    acts = [lambda by=by: getattr(desk, verb)(fresh(story), by=by, seen=1) for by in (first, mara)]
    results = at_once(*acts)
    assert len(refused(results)) == 1
    assert f"The last move was “{verb.capitalize()}”" in str(refused(results)[0])
    assert Decision.objects.filter(verb=verb).count() == 1
    assert PublishedArticle.objects.count() == (verb == "publish")


def test_two_saves_of_the_same_version_lose_nothing(rita, ed, make_story):
    story = make_story()
    results = at_once(
        lambda: desk.revise(fresh(story), by=rita, seen=1, words={"dek": "Rita's"}),
        lambda: desk.revise(fresh(story), by=ed, seen=1, words={"dek": "Ed's"}),
    )
    assert [type(refusal) for refusal in refused(results)] == [desk.Stale]
    assert list(Revision.objects.values_list("number", flat=True)) == [1, 2]


def test_many_starts_at_once_all_arrive(rita):
    results = at_once(*(lambda n=n: desk.start(by=rita, words={"headline": f"Story {n}"}) for n in range(6)))
    assert refused(results) == []
    assert Article.objects.count() == Decision.objects.count() == 6


def test_two_stories_cannot_take_one_address_at_once(pat, mara, make_story):
    one, other = make_story(status="approved", slug="storm"), make_story(status="approved", slug="storm")
    results = at_once(
        lambda: desk.publish(fresh(one), by=pat, seen=1), lambda: desk.publish(fresh(other), by=mara, seen=1)
    )
    assert len(refused(results)) == 1
    assert PublishedArticle.objects.count() == 1
