"""The door every word passes: HTML to a canonical body, a line of type to plain text.

A body is a small, closed subset of semantic HTML in one canonical form: one block a line, no indentation,
equal words are equal bytes. What is stored is what is safe; templates never clean.
"""

import nh3

from articles.text.as_it_stands import as_cleaned, as_received
from articles.text.blocks import lines
from articles.text.characters import composed, folded, lines_of, without_controls
from articles.text.shallow import shallow

_KEPT = {
    "p", "h2", "h3", "blockquote", "ul", "ol", "li", "a", "strong", "em", "sub", "sup", "mark", "br", "hr",
    "figure", "figcaption", "table", "caption", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_TRANSLATED = {"b", "i", "q", "h1", "h4", "h5", "h6", "tfoot", "dir", "menu", "pre"}
_PARTING = {
    "address", "article", "aside", "body", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
    "footer", "form", "header", "hgroup", "legend", "main", "nav", "optgroup", "option", "search", "section",
    "summary",
}  # fmt: skip
_DROPPED = {"script", "style", "template", "title", "noscript", "iframe", "noembed", "noframes"}

_SAFE = nh3.Cleaner(
    tags=_KEPT | _TRANSLATED | _PARTING,
    clean_content_tags=_DROPPED,
    attributes={
        "a": {"href"},
        "mark": {"data-citation"},
        "figure": {"data-picture"},
        "td": {"colspan", "rowspan"},
        "th": {"colspan", "rowspan"},
    },
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)


class CleanBody(str):
    """A canonical body, as `clean` has written it; whoever is handed one need not clean it again."""

    __slots__ = ()


def clean(html: str) -> CleanBody:
    """Bring any HTML, however hostile, into the canonical form of a body.

    No visible word is lost: what is not in the subset is unwrapped, only scripts, styles and the like go with
    their content. Cleaning what is clean changes nothing.
    """
    body = as_received(html)
    if body is None:
        safe = _SAFE.clean(shallow(without_controls(html)))
        body = as_cleaned(safe)
        if body is None:
            body = "\n".join(lines(safe))
    return CleanBody(body)


def plain(text: str) -> str:
    """Give one line of plain text (headline, dek, kicker). Tags are not interpreted: "1 < 2" stays."""
    if not text.isprintable() or "  " in text:  # else there is nothing to drop or to fold
        text = folded(without_controls(text))
    return composed(text.strip())


def plain_lines(text: str) -> str:
    """Give plain text with its line breaks kept (notes, evidence), each line folded, the ends not empty."""
    return "\n".join(plain(line) for line in lines_of(text)).strip("\n")
