"""What machines read of a story: schema.org's NewsArticle as JSON-LD, and what the Open Graph asks for."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.models.published import PublishedArticle, PublishedCorrection
from articles.public.provenance import OWN_HOUSE
from articles.public.quotations import Absolute, cited, thing
from articles.text.links import safe_href

CORRECTING = frozenset({"correction", "clarification", "editors_note", "retraction"})

# `<` would end the script element; the others are for parsers that are older than HTML 5.
_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def json_ld(value: Mapping[str, Any]) -> SafeString:
    """`value` as text that may stand inside a script element."""
    return mark_safe(json.dumps(value, ensure_ascii=False).translate(_ESCAPES))


def news_article(
    print_: PublishedArticle,
    corrections: Sequence[PublishedCorrection],
    *,
    absolute: Absolute,
    credit_lines: Sequence[str] = (),
) -> dict[str, Any]:
    """The story as a schema.org NewsArticle; properties without a value are left out.

    `credit_lines` are those that the outlets whose copy it is ask for.
    """
    modified = print_.updated or print_.first_published
    origins = [origin for origin in print_.origins if origin.get("kind") != OWN_HOUSE]
    article = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": print_.headline,
        "description": print_.summary,
        "image": _image(print_.picture, absolute) if print_.picture else None,
        "url": absolute(print_.path),
        "mainEntityOfPage": absolute(print_.path),
        "datePublished": print_.first_published.isoformat(),
        "dateModified": modified.isoformat(),
        "inLanguage": print_.language,
        "dateline": print_.dateline,
        "articleSection": print_.section_name,
        "wordCount": print_.word_count,
        "keywords": [topic["name"] for topic in print_.topics],
        "creativeWorkStatus": _("Retracted") if print_.retracted else "",
        "author": [_maker(credit, absolute) for credit in print_.credits],
        "publisher": _publisher(absolute),
        "sourceOrganization": _once(
            thing("Organization", "organisation", origin["organisation"], origin["slug"], absolute)
            for origin in origins
        ),
        "isBasedOn": _once(filter(None, (safe_href(origin["url"]) for origin in origins))),
        "creditText": "; ".join(credit_lines or map(origin_line, origins)),
        "citation": cited(print_, absolute),
        "correction": [_correction(one) for one in corrections if one.kind in CORRECTING],
    }
    return {name: value for name, value in article.items() if value}


def origin_line(origin: Mapping[str, Any]) -> str:
    """Where the copy came from as one plain line: "Syndicated from RT.com"."""
    return f"{capfirst(origin['label'])} {origin['organisation']}"


def _maker(credit: Mapping[str, Any], absolute: Absolute) -> dict[str, Any]:
    organisation = thing("Organization", "organisation", credit["organisation"], credit["organisation_slug"], absolute)
    if not credit["name"]:
        return organisation
    person = thing("Person", "author", credit["name"], credit["slug"], absolute)
    return {**person, "worksFor": organisation} if credit["for"] else person


def _once(told: Iterable[Any]) -> list[Any]:
    seen: list[Any] = []
    for one in told:
        if one not in seen:
            seen.append(one)
    return seen


def _image(picture: Mapping[str, Any], absolute: Absolute) -> dict[str, Any]:
    image = {
        "@type": "ImageObject",
        "url": absolute(picture["src"]),
        "width": picture["width"],
        "height": picture["height"],
        "caption": picture["caption"] or picture["alt"],
        "creditText": picture["credit"],
    }
    return {name: value for name, value in image.items() if value}


def _publisher(absolute: Absolute) -> dict[str, str]:
    return {
        "@type": "NewsMediaOrganization",
        "name": settings.NEWSROOM_NAME,
        "url": absolute("/"),
        "correctionsPolicy": absolute("/corrections/"),
    }


def _correction(correction: PublishedCorrection) -> dict[str, str]:
    return {
        "@type": "CorrectionComment",
        "name": capfirst(correction.label),
        "text": correction.note,
        "datePublished": correction.when.isoformat(),
    }
