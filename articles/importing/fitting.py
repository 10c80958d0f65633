"""The last clean-up: every line of a story fits where the desk keeps it; what does not is kept whole in its ednote."""

import re
from dataclasses import replace
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from articles.importing.story import Story, StoryCredit, StoryTopic
from articles.text.clean import plain, plain_lines
from articles.text.slugs import slug_for
from articles.text.summary import shortened

LONGEST = {"headline": 300, "kicker": 80, "slugline": 120, "dateline": 120, "section": 80}
LONGEST_SLUG = 80
LONGEST_NAME = 200
LONGEST_TOPIC = 120
LONGEST_CODE = 40
LONGEST_ADDRESS = 500
LONGEST_MADE_HEADLINE = 120

_FIRST_SENTENCE = re.compile(r".+?[.!?…](?=\s|$)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


_Value = TypeVar("_Value", Story, StoryCredit, StoryTopic)


def fitting(story: Story) -> Story:
    """The story with a headline of its own, its lines plain and no longer than their columns."""
    return _names(_lines(_headline(story)))


def _headline(story: Story) -> Story:
    """A short post comes without a headline: its first sentence is one, and stays where it is."""
    if any(map(str.isalnum, story.headline)):
        return story
    first = next((block.text for block in story.blocks if any(map(str.isalnum, block.text))), "")
    found = _FIRST_SENTENCE.match(first)
    made = shortened(found[0] if found else first, LONGEST_MADE_HEADLINE)
    return story.after("headline-from-body", [(story.headline, made)] if made else [], headline=made)


def _lines(story: Story) -> Story:
    """Lines too long for their column are cut after a word; nothing is lost: the whole becomes the note of the desk."""
    told = {name: plain(getattr(story, name)) for name in (*LONGEST, "dek")}
    long = {name: text for name, text in told.items() if len(text) > LONGEST.get(name, len(text))}
    cut = {name: shortened(text, LONGEST[name]) for name, text in long.items()}
    whole = [_("%(name)s in full: %(text)s") % {"name": name.capitalize(), "text": text} for name, text in long.items()]
    ednote = plain_lines("\n".join(filter(None, [story.ednote, *whole])))
    plainly = _with(story, **told, ednote=ednote)
    return plainly.after("long-lines", [(long[name], cut[name]) for name in long], **cut)


def _names(story: Story) -> Story:
    """Names, codes and addresses in the form the desk keeps them; what is no language tag or slug is left out."""
    return _with(
        story,
        slug=slug_for(story.slug, LONGEST_SLUG) if story.slug else "",
        language=story.language if _LANGUAGE.fullmatch(story.language) and len(story.language) <= 35 else "",
        credits=tuple(
            _with(
                credit,
                name=plain(credit.name)[:LONGEST_NAME],
                organisation=plain(credit.organisation)[:LONGEST_NAME],
                wording=plain(credit.wording)[:LONGEST_NAME],
                title=plain(credit.title)[:LONGEST_NAME],
            )
            for credit in story.credits
        ),
        topics=tuple(
            _with(
                topic,
                name=plain(topic.name or topic.code)[:LONGEST_TOPIC],
                code=topic.code if len(topic.code) <= LONGEST_CODE else "",
            )
            for topic in story.topics
            if plain(topic.name or topic.code)
        ),
        supplier=plain(story.supplier)[:LONGEST_NAME],
        address=story.address if len(story.address) <= LONGEST_ADDRESS else "",
    )


def _with(value: _Value, **fit: Any) -> _Value:
    """`value` with what is `fit` in its place; nearly always all of it was, which is sooner seen than copied."""
    unlike = {name: one for name, one in fit.items() if one != getattr(value, name)}
    return replace(value, **unlike) if unlike else value
