"""When a post was published and changed. WordPress tells it by the site's clock and by UTC, sometimes by neither."""

import datetime

from articles.importing.moments import moment
from articles.importing.wordpress.post import Post

_FURTHEST = datetime.timedelta(hours=15)  # that a clock anywhere is from UTC
_QUARTER = datetime.timedelta(minutes=15)


def published(post: Post, offset: int) -> datetime.datetime | None:
    """The time a post is dated, whatever its status; where only the site's clock tells, `offset` minutes from UTC.

    The offset said is that of the site's clock at that time, as far as it can be told.
    """
    return _told(post, "wp:post_date", offset) or _zero_is_none(post.text("pubDate"))


def updated(post: Post, offset: int) -> datetime.datetime | None:
    """The time of the last change, which exports tell since WordPress 5.7."""
    return _told(post, "wp:post_modified", offset)


def _told(post: Post, name: str, offset: int) -> datetime.datetime | None:
    here, there = _zero_is_none(post.text(name)), _zero_is_none(post.text(f"{name}_gmt"))
    if here is None:
        return there
    if there is None:
        mailed = _zero_is_none(post.text("pubDate")) if name == "wp:post_date" else None
        there = mailed if mailed and abs(here - mailed) < _FURTHEST else None
    apart = here - there if there else datetime.timedelta(minutes=offset)
    if abs(apart) >= _FURTHEST or apart % _QUARTER:
        return there
    return here.replace(tzinfo=datetime.timezone(apart) if apart else datetime.UTC)


def _zero_is_none(text: str) -> datetime.datetime | None:
    """`0000-00-00 00:00:00` and the mail date of that day, which stand for "not yet", are no times."""
    return None if text.startswith("0000") or "-0001" in text else moment(text)
