"""What an entry is about: its categories, with their codes where IPTC's Media Topics are meant."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from articles.importing.feeds.parsing import told
from articles.importing.feeds.wording import line_of
from articles.importing.iptc.newscodes import code_of_scheme, code_of_uri
from articles.importing.story import StoryTopic

_OF_IPTC = re.compile(r"medtop:\d{8}|subj:\d{8}", re.ASCII)
_URI = re.compile(r"[a-z][a-z0-9+.-]*:(?://)?\S+", re.IGNORECASE)


def topics_of(tags: Iterable[Any]) -> tuple[StoryTopic, ...]:
    """The topics that `tags` (as feedparser tells them) name, each once."""
    return tuple(dict.fromkeys(_topics(tags)))


def _topics(tags: Iterable[Any]) -> Iterator[StoryTopic]:
    for tag in tags:
        term, scheme, label = (told(tag, name).strip() for name in ("term", "scheme", "label"))
        code = next(filter(_OF_IPTC.fullmatch, [code_of_scheme(scheme, term), code_of_uri(scheme), term]), "")
        name = label or ("" if term.removeprefix("medtop:").isdigit() and code else term)
        if code or (name and not (_URI.fullmatch(name) and not label)):
            yield StoryTopic(line_of(name), code)
