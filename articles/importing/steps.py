"""Named clean-ups, in order. Each takes a story and gives a story; what it changed is kept with before and after."""

import re
from collections.abc import Callable
from dataclasses import replace

from articles.importing.errors import BadInput
from articles.importing.readers.wire import same_words
from articles.importing.story import Block, OriginClaim, Story, StoryCredit
from articles.text.clean import plain
from bylines.names import parse_signoff

_POINTER = re.compile(
    r"(?:\(|\[)?\b(?:Read|Continue reading|See|Find)\s+(?:the\s+)?(?:full|whole|entire|original|complete|rest of the)?"
    r"\s*(?:article|story|report|piece|text|more)?\s*(?:at|on|in|from)\s+"
    r"(?P<name>[A-Z0-9][\w&.'’-]*(?:\s+[A-Z0-9&][\w&.'’-]*)*|[\w-]+(?:\.[\w-]+)+)\s*[.»>)\]]*$",
    re.IGNORECASE,
)
_ASKS_TO_READ = re.compile(r"full|whole|entire|original|complete|rest|article|story|report|piece|more", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})", re.IGNORECASE)
_BOLD_LINE = re.compile(r"\*\*(?!\s)(.+?)(?<!\s)\*\*")


def clean_up(story: Story) -> Story:
    """The story after every step. Raises `BadInput` (no-body) when no paragraph is left."""
    for step in STEPS:
        story = step(story)
    if not any(block.kind == "p" and any(map(str.isalnum, block.text)) for block in story.blocks):
        raise BadInput("no-body", "no paragraph is left under headline and teaser")
    return story


def teaser_to_dek(story: Story) -> Story:
    """The first paragraph is the dek when it ends in a pointer, or when headline or teaser come again after it."""
    first, *rest = story.blocks
    again = bool(rest) and same_words(rest[0].text, story.headline)
    if not (again or _pointer(first.text) or any(same_words(block.text, first.text) for block in rest)):
        return story
    if _BOLD_LINE.fullmatch(first.text) or same_words(first.text, story.headline) or not rest:
        return story
    return story.after(
        "teaser-to-dek", first.text, first.text, dek=first.text, dek_start=first.start, blocks=tuple(rest)
    )


def pointer_to_origin(story: Story) -> Story:
    """ "Read Full Article at RT.com" is no part of the dek, but a claim about where the copy came from."""
    found = _pointer(story.dek)
    if not found:
        return story
    evidence = story.dek[found.start() :].strip()
    name = found["name"].rstrip(".")
    domain = _DOMAIN.fullmatch(name)
    claim = OriginClaim(
        role="syndicated_from",
        organisation=name,
        evidence=evidence,
        start=story.dek_start,
        found_by="pointer-to-origin",
        domain=domain[1].lower() if domain else "",
    )
    dek = story.dek[: found.start()].strip()
    return story.after("pointer-to-origin", story.dek, dek, dek=dek, origins=(*story.origins, claim))


def drop_repeats(story: Story) -> Story:
    """The headline and the teaser again are dropped where the body begins."""
    blocks = list(story.blocks)
    while blocks and (same_words(blocks[0].text, story.headline) or (story.dek and _is_dek(blocks[0], story))):
        again = blocks.pop(0)
        name = "repeated-headline" if same_words(again.text, story.headline) else "repeated-teaser"
        story = story.after(name, again.text, "", blocks=tuple(blocks))
    return story


def bold_lines_to_subheads(story: Story) -> Story:
    """A line that is bold as a whole is a subhead."""
    for position, block in enumerate(story.blocks):
        bold = _BOLD_LINE.fullmatch(block.text)
        if bold and block.kind == "p":
            subhead = replace(block, kind="h2", text=bold[1])
            blocks = (*story.blocks[:position], subhead, *story.blocks[position + 1 :])
            story = story.after("bold-line-to-subhead", block.text, bold[1], blocks=blocks)
    return story


def signoff_to_credit(story: Story) -> Story:
    """ "Aarav Patel for TROIB News" as the last line is a credit, and a claim about where the copy came from."""
    if not story.blocks:
        return story
    last = story.blocks[-1]
    byline = parse_signoff(last.text)
    if byline is None or last.kind != "p":
        return story
    credits = tuple(StoryCredit(name, "writer", byline.organisation or "") for name in byline.people)
    claims = story.origins
    if byline.organisation:
        claims += (OriginClaim("written_for", byline.organisation, last.text, last.start, "signoff-to-credit"),)
    return story.after("signoff-to-credit", last.text, "", blocks=story.blocks[:-1], credits=credits, origins=claims)


def plain_words(story: Story) -> Story:
    """Control characters and stray spaces go; what was typed stays."""
    before = (story.headline, story.dek)
    after = (plain(story.headline), plain(story.dek))
    if before == after:
        return story
    return story.after("plain-words", "\n".join(before), "\n".join(after), headline=after[0], dek=after[1])


STEPS: tuple[Callable[[Story], Story], ...] = (
    teaser_to_dek,
    pointer_to_origin,
    drop_repeats,
    bold_lines_to_subheads,
    signoff_to_credit,
    plain_words,
)


def _pointer(text: str) -> re.Match[str] | None:
    found = _POINTER.search(text)
    return found if found and _ASKS_TO_READ.search(found[0][: found.start("name") - found.start()]) else None


def _is_dek(block: Block, story: Story) -> bool:
    teaser = next((step.before for step in story.steps if step.name == "teaser-to-dek"), "")
    return same_words(block.text, story.dek) or same_words(block.text, teaser)
