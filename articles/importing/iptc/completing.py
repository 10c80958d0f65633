"""One story told twice in one item, such as by NewsML and by the NITF within: the one filled up with the other."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from articles.importing.iptc.credits import enriched
from articles.importing.iptc.release import heaviest, strictest
from articles.importing.story import Story, StoryCredit, StoryTopic

_ONE_OF = (
    "headline dek kicker blocks dateline published updated language section slugline slug address supplier "
    "supplier_domain supplier_id version rights priority"
).split()


def completed(story: Story, other: Story) -> Story:
    """`story`, with what it does not say taken from `other`. What is said of its use is the stricter of both."""
    filled: dict[str, Any] = {name: getattr(story, name) or getattr(other, name) for name in _ONE_OF}
    embargoes = [one for one in (story.embargo, other.embargo) if one]
    return replace(
        story,
        **filled,
        credits=_credits(story.credits, other.credits),
        origins=_distinct(story.origins, other.origins, "organisation"),
        pictures=_distinct(story.pictures, other.pictures, "key"),
        topics=topics_once((*story.topics, *other.topics)),
        addresses=tuple(dict.fromkeys((*story.addresses, *other.addresses))),
        embargo=max(embargoes, default=None),
        direction=story.direction if story.direction != "ltr" else other.direction,
        pub_status=strictest(story.pub_status, other.pub_status),
        signal=heaviest([story.signal, other.signal]),
        ednote="\n".join(dict.fromkeys(filter(None, [story.ednote, other.ednote]))),
        steps=(*story.steps, *other.steps),
    )


def topics_once(topics: Iterable[StoryTopic]) -> tuple[StoryTopic, ...]:
    """Each topic once, by its code or else its name; named where any of its kind is."""
    once: dict[str, StoryTopic] = {}
    for topic in topics:
        key = topic.code or topic.name.casefold()
        if key:
            known = once.get(key)
            once[key] = topic if known is None or (topic.name and not known.name) else known
    named = {topic.name.casefold() for topic in once.values() if topic.code}
    return tuple(topic for topic in once.values() if topic.code or topic.name.casefold() not in named)


def _credits(mine: tuple[StoryCredit, ...], others: tuple[StoryCredit, ...]) -> tuple[StoryCredit, ...]:
    if not mine:
        return others
    known = {credit.name.casefold(): credit for credit in others if credit.name}
    return tuple(
        enriched(credit, known[credit.name.casefold()]) if credit.name.casefold() in known else credit
        for credit in mine
    )


def _distinct(mine: tuple[Any, ...], others: tuple[Any, ...], name: str) -> tuple[Any, ...]:
    held = {str(getattr(one, name)).casefold() for one in mine}
    return (*mine, *(one for one in others if str(getattr(one, name)).casefold() not in held))
