"""A row of a table as a story."""

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from django.utils.translation import gettext as _

from articles.importing.errors import BadInput
from articles.importing.markdown.people import credits_in
from articles.importing.markdown.to_html import html_of
from articles.importing.markup import Marked, marked, picture_key
from articles.importing.picture_files import once_each
from articles.importing.story import PubStatus, Signal, Story, StoryCredit, StoryPicture

_BODIES = ("body", "body_html", "body_markdown")
_AS_THEY_ARE = (
    "dek", "kicker", "dateline", "published", "updated", "embargo", "language", "direction", "section", "topics",
    "slugline", "slug", "address", "addresses", "supplier", "supplier_domain", "supplier_id", "version", "ednote",
    "rights", "priority", "was", "origins",
)  # fmt: skip
_LINE_END = re.compile(r"\r\n?|\n")
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")


def story_of(values: Mapping[str, Any], unknown: tuple[str, ...] = ()) -> Story:
    """The story of which a row tells `values`, by the names of their columns; `unknown` are columns nobody knows.

    Raises `BadInput` (no-headline, malformed, unsafe).
    """
    if not any(map(str.isalnum, values.get("headline", ""))):
        raise BadInput("no-headline", _("There is nothing in the column “headline”. Write one there."))
    body = _body(values)
    story = Story(
        values["headline"],
        blocks=body.blocks,
        credits=_credits(values),
        pictures=once_each([*_lead(values), *values.get("pictures", ()), *body.pictures]),
        pub_status=PubStatus(values.get("pub_status", PubStatus.USABLE)),
        signal=Signal(values.get("signal", Signal.NONE)),
        **{name: values[name] for name in _AS_THEY_ARE if name in values},
    )
    return story.after("unknown-columns", [(name, "") for name in unknown])


def _body(values: Mapping[str, Any]) -> Marked:
    told = [name for name in _BODIES if values.get(name, "").strip()]
    if len(told) > 1:
        reason = _("Only one of the columns %(names)s may hold the body.") % {"names": ", ".join(told)}
        raise BadInput("malformed", reason)
    if not told:
        return Marked()
    text: str = values[told[0]]
    if told[0] == "body":
        return marked(_paragraphs(text))
    return marked(html_of(text) if told[0] == "body_markdown" else text)


def _paragraphs(text: str) -> str:
    """Plain text as HTML: blank lines part paragraphs, a single line end is a line break."""
    paragraphs = _BLANK_LINES.split(_LINE_END.sub("\n", text).strip())
    return "".join(f"<p>{escape(paragraph, quote=False).replace(chr(10), '<br>')}</p>" for paragraph in paragraphs)


def _credits(values: Mapping[str, Any]) -> tuple[StoryCredit, ...]:
    """Those of the column `credits`, then whom the byline names besides."""
    told: list[StoryCredit] = list(values.get("credits", ()))
    names = {credit.name for credit in told if credit.name}
    told += [credit for credit in credits_in(values.get("byline", "")) if credit.name not in names]
    return tuple(dict.fromkeys(told))


def _lead(values: Mapping[str, Any]) -> Iterator[StoryPicture]:
    """The picture above the story, where it has columns of its own."""
    names = ("alt", "caption", "credit", "rights", "file")
    told = {name: values[f"picture_{name}"] for name in names if values.get(f"picture_{name}")}
    where = values.get("picture") or told.get("file", "")
    if where:
        yield StoryPicture(picture_key(where), url=values.get("picture", ""), **told, lead=True)
    elif told:
        raise BadInput("malformed", _("There is no address in the column “picture”. Write one, or a file's path."))
