"""What on a page is not the story: navigation, related stories, share bars, advertising, forms, comments.

Told by the element, by its role, and by the plain words that sites everywhere put into class names and ids.
"""

import re
from collections.abc import Iterator

from lxml import etree

from articles.importing.page.document import tokens

# Never words of the story.
NO_WORDS = frozenset(
    "script style template noscript svg math canvas button input select textarea option datalist label "
    "progress meter map object applet frame frameset link meta base title".split()
)
# By kind beside the story.
_BESIDE = frozenset({"nav", "aside", "footer", "form", "dialog", "menu", "search"})
_ROLES = frozenset(
    "alert alertdialog button complementary contentinfo dialog form menu menubar navigation search tablist "
    "toolbar tooltip".split()
)
# What sites call what stands beside the story.
_CALLED = frozenset(
    "ad ads adbox adslot advert advertisement advertising advertorial anzeige breadcrumb breadcrumbs "
    "bio biography comment comments consent cookie cookies disqus donate donation empfehlung factbox faktenbox infobox "
    "login modal navbar navigation newsletter newsletters "
    "outbrain pagination pager paywall popular popup promo promobox promos promotion "
    "publicidad publicite pub recirc recirculation recommend recommendation recommendations recommended registration "
    "related relacionadas relacionados share shares sharebar sharing sidebar signup social socials sponsor "
    "sponsored subscribe subscription taboola tags teaser teasers trending verwandt werbung whatsapp".split()
)
# What sites call what is said about the story.
_ABOUT = frozenset(
    "author authors autor auteur bio biography byline bylines caption contributor copyright correction credit credits "
    "date dates follow meta metadata player podcast published publishing reporter tag tags timestamp toc tools "
    "topics updated video".split()
)
_WRITERS = frozenset("author authors autor auteur avatar byline bylines contributor newsletter".split())
_HIDDEN = frozenset("hidden d-none sr-only visually-hidden screen-reader-text hide is-hidden noprint no-print".split())
_SHOWN_SOMEWHERE = re.compile(r":(?:block|flex|grid|inline|not-sr-only)")


def take_out_wordless(root: etree._Element) -> None:
    """Takes out what never holds words of a story; the words around it stay."""
    for element in list(root.iter(*NO_WORDS)):
        take_out(element)


def beside_story(root: etree._Element) -> Iterator[etree._Element]:
    """The elements that by kind, role or name are not the story."""
    for element in root.iter(etree.Element):
        if (
            element.tag in _BESIDE
            or (element.get("role") or "").lower() in _ROLES
            or is_hidden(element)
            or not tokens(element).isdisjoint(_CALLED)
        ):
            yield element


def is_about_story(element: etree._Element) -> bool:
    """Whether it is named as what tells who wrote a story, when, and what it is about."""
    while len(element) == 1 and tokens(element).isdisjoint(_ABOUT):
        element = element[0]
    return not tokens(element).isdisjoint(_ABOUT)


def is_byline(element: etree._Element) -> bool:
    """Whether it, or something in it, is named after who wrote the story."""
    return any(not tokens(one).isdisjoint(_WRITERS) for one in element.iter(etree.Element))


def is_hidden(element: etree._Element) -> bool:
    """Whether readers do not see it."""
    style = (element.get("style") or "").replace(" ", "").lower()
    if "hidden" in element.attrib or "display:none" in style or "visibility:hidden" in style:
        return True
    names = (element.get("class") or "").split()
    return not _HIDDEN.isdisjoint(names) and not any(map(_SHOWN_SOMEWHERE.search, names))


def take_out(element: etree._Element) -> None:
    """Takes an element out of the tree and leaves the words after it where they were."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)
