"""Named clean-ups, in order. Each takes a story and gives a story; what it changed is kept with before and after."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from articles.importing.body import marked_up
from articles.importing.lines import bold, is_prose, same_words
from articles.importing.pointers import find_pointer, host_of
from articles.importing.story import OriginClaim, Story, StoryCredit
from articles.text.clean import plain
from bylines.names import parse_signoff

LONGEST_SUBHEAD = 200  # characters; what is longer is a paragraph in bold

_STAFF = re.compile(r"(?:by\s+)?(?P<wording>staff(?:\s+(?:writers?|reporters?))?)(?=\s+for\s|$)", re.IGNORECASE)
_AROUND_SIGNOFF = " -–—()[]"
_ENOUGH = 5_000  # characters tell which way the words run


def clean_up(story: Story) -> Story:
    """The story after every step."""
    for step in STEPS:
        story = step(story)
    return story


def drop_repeats(story: Story) -> Story:
    """The headline and the teaser again are dropped where the body begins."""
    while story.blocks:
        again = story.blocks[0].text
        if same_words(again, story.headline):
            name = "repeated-headline"
        elif same_words(_unpointed(again), story.dek):
            name = "repeated-teaser"
        else:
            break
        story = story.after(name, again, "", blocks=story.blocks[1:])
    return story


def teaser_to_dek(story: Story) -> Story:
    """The first paragraph is the dek when a pointer ends or follows it, or when headline or teaser come after it."""
    if len(story.blocks) < 2 or not _unpointed(story.blocks[0].text):
        return story
    first, second, *rest = story.blocks
    teases = (
        find_pointer(first.text)
        or not _unpointed(second.text)
        or same_words(second.text, story.headline)
        or any(same_words(block.text, first.text) for block in (second, *rest[:1]))
    )
    if not teases:
        return story
    dek = bold(first.text) or first.text
    return story.after("teaser-to-dek", first.text, dek, dek=dek, dek_start=first.start, blocks=story.blocks[1:])


def pointers_to_origins(story: Story) -> Story:
    """ "Read Full Article at RT.com" is no part of the story, but a claim about where the copy came from.

    It ends the teaser, stands alone after it, or is among the last words of the body.
    """
    if _unpointed(story.dek) != story.dek:
        story = _claimed(story, story.dek, story.dek_start, dek=_unpointed(story.dek))
    last = len(story.blocks) - 1
    for position in sorted({0, last - 1, last} & set(range(last + 1)), reverse=True):
        block = story.blocks[position]
        rest = _unpointed(block.text)
        if not rest or (rest != block.text and position >= last - 1):
            blocks = story.with_block(position, *([replace(block, text=rest)] if rest else []))
            story = _claimed(story, block.text, block.start, blocks=blocks)
    return story


def signoff_to_credit(story: Story) -> Story:
    """ "Aarav Patel for TROIB News" as the last line is a credit, and a claim about where the copy came from."""
    if not story.blocks:
        return story
    last = story.blocks[-1]
    credits = _signed(bold(last.text) or last.text)
    if not credits:
        return story
    claims = story.origins
    outlet = credits[0].organisation
    if outlet:
        domain = host_of(outlet)
        claims += (OriginClaim("written_for", outlet, last.text, last.start, "signoff-to-credit", domain),)
    return story.after("signoff-to-credit", last.text, "", blocks=story.blocks[:-1], credits=credits, origins=claims)


def bold_lines_to_subheads(story: Story) -> Story:
    """A line that is bold as a whole is a subhead; a headline needs no mark to stand out."""
    if bold(story.headline):
        story = story.after("bold-headline", story.headline, bold(story.headline), headline=bold(story.headline))
    for position, block in enumerate(story.blocks):
        words = bold(block.text)
        if words and len(words) <= LONGEST_SUBHEAD and not is_prose(words):
            blocks = story.with_block(position, replace(block, kind="h2", text=words))
            story = story.after("bold-line-to-subhead", block.text, words, blocks=blocks)
    return story


def plain_words(story: Story) -> Story:
    """Characters that no story may carry go, and letters are composed; what was typed stays."""
    for name in ("headline", "dek"):
        before = getattr(story, name)
        if plain(before) != before:
            story = story.after("plain-words", before, plain(before), **{name: plain(before)})
    for position, block in enumerate(story.blocks):
        words = plain(block.text)
        if words != block.text:
            story = story.after(
                "plain-words", block.text, words, blocks=story.with_block(position, replace(block, text=words))
            )
    return story


def bold_words(story: Story) -> Story:
    """Words between double asterisks are bold."""
    for position, block in enumerate(story.blocks):
        html = marked_up(block.text)
        if html:
            blocks = story.with_block(position, replace(block, html=html))
            story = story.after("bold-words", block.text, html, blocks=blocks)
    return story


def right_to_left(story: Story) -> Story:
    """The words run from right to left where most letters do."""
    words = " ".join([story.headline, *(block.text for block in story.blocks[:20])])[:_ENOUGH]
    ways = [unicodedata.bidirectional(letter) for letter in words if letter.isalpha()]
    if sum(way in ("R", "AL") for way in ways) * 2 <= len(ways):
        return story
    return story.after("right-to-left", story.direction, "rtl", direction="rtl")


STEPS: tuple[Callable[[Story], Story], ...] = (
    drop_repeats,
    teaser_to_dek,
    pointers_to_origins,
    drop_repeats,
    signoff_to_credit,
    bold_lines_to_subheads,
    plain_words,
    bold_words,
    right_to_left,
)


def _unpointed(text: str) -> str:
    """`text` without the pointer that ends it."""
    pointer = find_pointer(text)
    return text[: pointer.start].strip() if pointer else text


def _claimed(story: Story, text: str, start: int, **changes: Any) -> Story:
    """The story with the claim that the pointer in `text` makes."""
    pointer = find_pointer(text)
    claim = OriginClaim(
        role="syndicated_from",
        organisation=pointer.name,
        evidence=text[pointer.start :].strip(),
        start=start,
        found_by="pointer-to-origin",
        domain=pointer.domain,
        url=pointer.url,
    )
    return story.after(
        "pointer-to-origin", text, text[: pointer.start].strip(), origins=(*story.origins, claim), **changes
    )


def _signed(line: str) -> tuple[StoryCredit, ...]:
    """Who signs the story by this line, each once."""
    byline = parse_signoff(line)
    if byline:
        return tuple(StoryCredit(name, "writer", byline.organisation) for name in dict.fromkeys(byline.people))
    line = line.strip(_AROUND_SIGNOFF)
    staff = _STAFF.match(line)
    if staff is None:
        return ()
    outlet = line[staff.end() :]
    byline = parse_signoff(f"Ada Lovelace{outlet}")  # staff sign where somebody with a name would
    if outlet and byline is None:
        return ()
    return (StoryCredit("", "writer", byline.organisation if byline else "", staff["wording"]),)
