"""Named clean-ups, in order. Each takes a story and gives a story; what it changed is kept with before and after."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

from articles.importing.body import cut, says, with_bold
from articles.importing.fitting import fitting
from articles.importing.lines import bold, is_prose, same_words
from articles.importing.pointers import Pointer, find_pointer, host_of
from articles.importing.story import Block, OriginClaim, Story, StoryCredit
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
    """The headline and the teaser again are dropped where the body begins; what readers already had stays as it was."""
    if story.was:
        return story
    headlines, teasers = [], []
    for block in story.blocks:
        if same_words(block.text, story.headline):
            headlines.append((block.text, ""))
        elif same_words(_unpointed(block.text), story.dek):
            teasers.append((block.text, ""))
        else:
            break
    rest = story.blocks[len(headlines) + len(teasers) :]
    return story.after("repeated-headline", headlines, blocks=rest).after("repeated-teaser", teasers, blocks=rest)


def teaser_to_dek(story: Story) -> Story:
    """The first paragraph is the dek when a pointer ends or follows it, or when headline or teaser come after it.

    Where the format itself told a dek there is no teaser to be found, nor where a picture stands between.
    """
    paragraphs = len(story.blocks) > 1 and story.blocks[0].kind == story.blocks[1].kind == "p"
    if story.dek or not paragraphs or not _unpointed(story.blocks[0].text):
        return story
    first, second, *rest = story.blocks[:3]
    teases = (
        find_pointer(first.text)
        or not _unpointed(second.text)
        or same_words(second.text, story.headline)
        or any(same_words(block.text, first.text) for block in (second, *rest))
    )
    if not teases:
        return story
    dek = bold(first.text) or first.text
    return story.after("teaser-to-dek", [(first.text, dek)], dek=dek, dek_start=first.start, blocks=story.blocks[1:])


def pointers_to_origins(story: Story) -> Story:
    """ "Read Full Article at RT.com" is no part of the story, but a claim about where the copy came from.

    It ends the teaser, stands alone after it, or is among the last words of the body.
    """
    changed, claims, blocks = [], [], []
    if story.dek and (pointer := find_pointer(story.dek)):
        changed.append((story.dek, _unpointed(story.dek)))
        claims.append(_claim(pointer, story.dek, story.dek_start))
    last = len(story.blocks) - 1
    for position, block in enumerate(story.blocks):
        pointer = find_pointer(block.text) if block.kind == "p" and position in (0, last - 1, last) else None
        words = _unpointed(block.text) if pointer else block.text
        if pointer and (not words or position >= last - 1):
            changed.append((block.text, words))
            claims.append(_claim(pointer, block.text, block.start))
            blocks += [cut(block, len(words))] if words else []
        else:
            blocks.append(block)
    return story.after(
        "pointer-to-origin",
        changed,
        dek=_unpointed(story.dek),
        blocks=tuple(blocks),
        origins=(*story.origins, *claims),
    )


def signoff_to_credit(story: Story) -> Story:
    """ "Aarav Patel for TROIB News" as the last line is a credit, and a claim about where the copy came from."""
    last = story.blocks[-1] if story.blocks else None
    credits = _signed(bold(last.text) or last.text) if last and last.kind == "p" else ()
    if last is None or not credits:
        return story
    outlet = credits[0].organisation
    claim = OriginClaim("written_for", outlet, last.text, last.start, "signoff-to-credit", host_of(outlet))
    signed = {credit.name.casefold() for credit in credits}
    told = tuple(credit for credit in story.credits if credit.name.casefold() not in signed)
    return story.after(
        "signoff-to-credit",
        [(last.text, "")],
        blocks=story.blocks[:-1],
        credits=(*credits, *told),
        origins=(*story.origins, claim) if outlet else story.origins,
    )


def bold_lines_to_subheads(story: Story) -> Story:
    """A line that is bold as a whole is a subhead."""
    changed, blocks = [], []
    for block in story.blocks:
        words = bold(block.text) if not block.html else ""
        if words and len(words) <= LONGEST_SUBHEAD and not is_prose(words):
            changed.append((block.text, words))
            block = replace(block, kind="h2", text=words)
        blocks.append(block)
    return story.after("bold-line-to-subhead", changed, blocks=tuple(blocks))


def bold_headline(story: Story) -> Story:
    """A headline needs no mark to stand out."""
    words = bold(story.headline)
    return story.after("bold-headline", [(story.headline, words)] if words else [], headline=words)


def plain_words(story: Story) -> Story:
    """Characters that no story may carry go, and letters are composed; what was typed stays."""
    texts = [story.headline, story.dek, *(block.text for block in story.blocks if not block.html)]
    changed = [(text, plain(text)) for text in texts if plain(text) != text]
    blocks = tuple(block if block.html else replace(block, text=plain(block.text)) for block in story.blocks)
    blocks = tuple(block for block in blocks if says(block))
    return story.after("plain-words", changed, headline=plain(story.headline), dek=plain(story.dek), blocks=blocks)


def bold_words(story: Story) -> Story:
    """Words between double asterisks are bold."""
    blocks = tuple(block if block.html or "**" not in block.text else with_bold(block) for block in story.blocks)
    pairs = zip(story.blocks, blocks, strict=True)
    changed = [(before.text, _inside(after)) for before, after in pairs if before is not after]
    return story.after("bold-words", changed, blocks=blocks)


def right_to_left(story: Story) -> Story:
    """The words run from right to left where most letters do."""
    if story.direction == "rtl":
        return story
    words = " ".join([story.headline, *(block.text for block in story.blocks[:20])])[:_ENOUGH]
    if words.isascii():
        return story
    ways = [unicodedata.bidirectional(letter) for letter in words if letter.isalpha()]
    most = sum(way in ("R", "AL") for way in ways) * 2 > len(ways)
    return story.after("right-to-left", [(story.direction, "rtl")] if most else [], direction="rtl")


STEPS: tuple[Callable[[Story], Story], ...] = (
    drop_repeats,
    teaser_to_dek,
    pointers_to_origins,
    drop_repeats,
    signoff_to_credit,
    bold_headline,
    bold_lines_to_subheads,
    plain_words,
    bold_words,
    right_to_left,
    fitting,
)


def _inside(block: Block) -> str:
    return block.html.removeprefix(f"<{block.kind}>").removesuffix(f"</{block.kind}>")


def _unpointed(text: str) -> str:
    """`text` without the pointer that ends it."""
    pointer = find_pointer(text)
    return text[: pointer.start].strip() if pointer else text


def _claim(pointer: Pointer, text: str, start: int) -> OriginClaim:
    return OriginClaim(
        role="syndicated_from",
        organisation=pointer.name,
        evidence=text[pointer.start :].strip(),
        start=start,
        found_by="pointer-to-origin",
        domain=pointer.domain,
        url=pointer.url,
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
