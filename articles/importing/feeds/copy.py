"""The copy of an entry: blocks, dek and pictures, made of its full text, its teaser and what is attached to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from articles.importing.feeds.media import Attached, shown
from articles.importing.feeds.wording import HTML, XHTML, Words, body_of, dek_of
from articles.importing.markup import Marked
from articles.importing.story import Block, StoryPicture


@dataclass(frozen=True, slots=True)
class Copy:
    """What stands under the headline of a story."""

    dek: str = ""
    blocks: tuple[Block, ...] = ()
    pictures: tuple[StoryPicture, ...] = ()


def copy_of(
    contents: Sequence[Words],
    teasers: Sequence[Words],
    attached: Iterable[Attached],
    *,
    headline: str = "",
) -> Copy:
    """The copy of an entry with the full texts `contents` and the `teasers`, the better ones first.

    Where there is no full text, the first teaser is the body and no longer told as dek. A picture's title that only
    says the `headline` again is not what it shows.
    """
    full, told = _full(contents), [body_of(teaser) for teaser in teasers]
    body = full or (told[0] if told else Marked())
    says = any(block.text for block in body.blocks)
    if full and not says:  # a picture alone: what is told of it is the text
        body = Marked((*full.blocks, *(block for one in told[:1] for block in one.blocks)), full.pictures)
    for_dek = told if full and says else told[1:]
    dek = next(filter(None, (dek_of(teaser.blocks, body.blocks) for teaser in for_dek)), "")
    more = [Attached(one.url, "image", alt=one.alt, caption=one.caption) for marked in told for one in marked.pictures]
    named = [replace(one, alt="") if one.alt == headline else one for one in (*attached, *more)]
    blocks, pictures = shown(named, body.blocks, body.pictures)
    return Copy(dek, blocks, pictures)


def _full(contents: Sequence[Words]) -> Marked | None:
    """The first full text that is HTML, or else the first, if it shows anything."""
    for words in sorted(contents, key=lambda words: words.type not in (HTML, XHTML)):
        body = body_of(words) if words.text.strip() else Marked()
        if body.blocks:
            return body
    return None
