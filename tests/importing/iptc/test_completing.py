import datetime

from articles.importing.iptc.completing import completed, topics_once
from articles.importing.story import OriginClaim, PubStatus, Signal, Step, Story, StoryCredit, StoryPicture, StoryTopic

NOON = datetime.datetime(2024, 9, 28, 12, tzinfo=datetime.UTC)
LATER = NOON + datetime.timedelta(hours=1)


def test_what_is_not_said_is_taken_from_the_other():
    story = completed(Story("Mine", version="2"), Story("Other", dek="Dek", published=NOON, priority=3))
    assert (story.headline, story.dek, story.published, story.version, story.priority) == ("Mine", "Dek", NOON, "2", 3)


def test_of_its_use_the_stricter_counts():
    one = Story("", pub_status=PubStatus.WITHHELD, embargo=NOON, signal=Signal.UPDATE)
    other = Story("", pub_status=PubStatus.USABLE, embargo=LATER, signal=Signal.CORRECTION)
    both = [completed(one, other), completed(other, one)]
    strict = (PubStatus.WITHHELD, LATER, Signal.CORRECTION)
    assert [(told.pub_status, told.embargo, told.signal) for told in both] == [strict, strict]


def test_the_same_person_is_told_more_of_and_nobody_is_added():
    mine, others = (StoryCredit("Ada Finch"),), (StoryCredit("ADA FINCH", title="mate"), StoryCredit("Jo Reed"))
    told = completed(Story("", credits=mine), Story("", credits=others)).credits
    assert told == (StoryCredit("Ada Finch", title="mate"),)
    assert completed(Story(""), Story("", credits=others)).credits == others


def test_lists_are_joined_and_each_told_once():
    epa, EPA = OriginClaim("x", "epa", "", 0, ""), OriginClaim("y", "EPA", "", 0, "")
    one = Story("", pictures=(StoryPicture("a"),), origins=(epa,), ednote="A", steps=(Step("s", "", ""),))
    other = Story("", pictures=(StoryPicture("a"), StoryPicture("b")), origins=(EPA,), ednote="B")
    story = completed(one, other)
    assert [picture.key for picture in story.pictures] == ["a", "b"]
    assert [claim.role for claim in story.origins] == ["x"]
    assert (story.ednote, len(story.steps)) == ("A\nB", 1)


def test_a_topic_is_told_once_and_by_its_name():
    coded = [StoryTopic("", "subj:1"), StoryTopic("Fish", "subj:1")]
    topics = [*coded, *map(StoryTopic, ("fish", "Boats", "boats", ""))]
    assert topics_once(topics) == (StoryTopic("Fish", "subj:1"), StoryTopic("Boats"))
