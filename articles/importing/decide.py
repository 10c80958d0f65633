"""What to do with an item, decided from plain values alone: what it reads like, and what the house already holds."""

from dataclasses import dataclass, replace
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.importing.errors import BadInput
from articles.importing.reading import Reading
from articles.importing.story import PubStatus, Signal, Story
from articles.importing.versions import is_older


class Outcome(StrEnum):
    """What becomes of an item."""

    CREATED = "created"
    REVISED = "revised"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


class Act(StrEnum):
    """What the desk is asked to do about it."""

    NOTHING = "nothing"
    REFUSE = "refuse"
    START = "start"
    UPDATE = "update"
    NOTE = "note"
    COPY = "copy"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Known:
    """An earlier delivery: of which article (None where its supplier had withdrawn it before it ever came), which
    version of it, when its supplier changed it, and whether it was only the copy of another outlet.
    """

    article: int | None
    version: str = ""
    updated: str = ""
    is_copy: bool = False


@dataclass(frozen=True, slots=True)
class Likeness:
    """An article that says much the same: whether it is the same copy, and what is new against it, a passage each."""

    article: int
    same_copy: bool
    new: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """What the house already holds of an item.

    Of exactly these bytes: the story made of them, and why they were last refused. Of the same item by its supplier's
    id, or else by its canonical address; of the same words; of words much alike.
    """

    article: int | None = None
    refusal: str = ""
    item: Known | None = None
    same_words: Known | None = None
    like: Likeness | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """The outcome and why, in a sentence; what to do, and to which article where there is one already."""

    outcome: Outcome
    reason: str
    act: Act
    article: int | None = None
    error: str = ""


def decide(reading: Reading | BadInput, held: Held) -> Ruling:
    """What becomes of an item; a refusal that was told before is told again, and nothing is written twice."""
    ruling = _decided(reading, held)
    told = ruling.outcome == Outcome.REFUSED and ruling.reason == held.refusal
    return replace(ruling, act=Act.NOTHING) if told else ruling


def _decided(reading: Reading | BadInput, held: Held) -> Ruling:
    """Bytes that became a story before change nothing; bad input is refused; an item known by its supplier's id or
    address is an update; the same words from elsewhere are a copy; everything else becomes a draft.

    Bytes that were refused before are looked at anew: a fix, or another `--encoding`, may have opened them.
    """
    if held.article is not None:
        reason = _("Received before: it is article %(number)d.") % {"number": held.article}
        return Ruling(Outcome.UNCHANGED, reason, Act.NOTHING, held.article)
    if isinstance(reading, BadInput):
        return Ruling(Outcome.REFUSED, str(reading), Act.REFUSE, error=reading.code)
    if is_withdrawn(reading.story):
        return _withdrawn(reading.story, held.item)
    if held.item:
        return _known(reading, held.item, held.like)
    return _unknown(reading, held)


def is_withdrawn(story: Story) -> bool:
    """Whether its supplier does not let it be used, or no longer."""
    return story.pub_status != PubStatus.USABLE or story.signal == Signal.KILL


def _withdrawn(story: Story, known: Known | None) -> Ruling:
    if known and known.article is not None and not known.is_copy:
        reason = _("Its supplier has withdrawn it. Article %(number)d cannot go out, and a task was raised there.")
        return Ruling(Outcome.UNCHANGED, reason % {"number": known.article}, Act.WITHDRAW, known.article)
    if story.pub_status == PubStatus.WITHHELD and story.signal != Signal.KILL:
        reason = _("Its supplier does not let it be used yet. Nothing was made of it.")
        return Ruling(Outcome.REFUSED, reason, Act.WITHDRAW, error="withheld")
    reason = _("Its supplier has withdrawn it. Nothing was made of it.")
    return Ruling(Outcome.REFUSED, reason, Act.WITHDRAW, error="withdrawn")


def _known(reading: Reading, known: Known, like: Likeness | None) -> Ruling:
    """A newer version is merged; an older one, or the same, changes nothing."""
    story = reading.story
    older = is_older(story, than_version=known.version, than_updated=known.updated)
    if known.article is None:
        if older or known.version == story.version:
            reason = _("Its supplier withdrew it before it came. Nothing was made of it.")
            return Ruling(Outcome.REFUSED, reason, Act.WITHDRAW, error="withdrawn")
        return _unknown(reading, Held(like=like))
    values = {"number": known.article, "version": known.version or known.updated}
    if older:
        reason = _("Article %(number)d already has the newer version %(version)s.") % values
        return Ruling(Outcome.UNCHANGED, reason, Act.NOTE, known.article)
    if known.is_copy:
        return _copy(reading, Likeness(known.article, True, like.new if like else ()))
    return Ruling(Outcome.REVISED, _("A newer version of article %(number)d.") % values, Act.UPDATE, known.article)


def _unknown(reading: Reading, held: Held) -> Ruling:
    if held.same_words and held.same_words.article is not None:
        return _copy(reading, Likeness(held.same_words.article, True))
    if held.like and held.like.same_copy:
        return _copy(reading, held.like)
    parts = [_cleaned(reading)]
    if held.like:
        parts.append(_("It shares passages with article %(number)d.") % {"number": held.like.article})
        parts += _told_new(held.like)
    return Ruling(Outcome.CREATED, " ".join(parts), Act.START)


def _copy(reading: Reading, like: Likeness) -> Ruling:
    told = {"number": like.article, "outlet": reading.story.supplier or reading.story.supplier_domain}
    if told["outlet"]:
        reason = _("The same copy from %(outlet)s: it is article %(number)d.") % told
    else:
        reason = _("The same copy as article %(number)d.") % told
    return Ruling(Outcome.DUPLICATE, " ".join([reason, *_told_new(like)]), Act.COPY, like.article)


def _told_new(like: Likeness) -> list[str]:
    return [_("New in it: %(passages)s") % {"passages": " … ".join(like.new)}] if like.new else []


def _cleaned(reading: Reading) -> str:
    cleaned = len(reading.story.steps)
    if not cleaned:
        return _("As it came.")
    return ngettext("%(number)d clean-up.", "%(number)d clean-ups.", cleaned) % {"number": cleaned}
