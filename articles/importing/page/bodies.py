"""Which part of a page is the story: the element that holds its prose, from the headline on."""

import re
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from articles.importing.lines import bare
from articles.importing.page import extraction
from articles.importing.page.boilerplate import beside_story, take_out, take_out_wordless
from articles.importing.page.document import line_of, text_of
from articles.importing.page.embeds import link_embeds
from articles.importing.page.heading import LONGEST
from articles.importing.page.pictures import frame_pictures, unwrap_unscripted
from articles.importing.page.prose import sums_of, texts_in, weights_of
from articles.importing.page.schema import values, words
from articles.importing.page.told import Told
from articles.importing.page.witness import Witness

_MOST = 0.85  # the share of the prose that a child must have to be the story alone
_MUCH = 0.3  # the share that keeps an element from being taken out for its name
_MOST_HEADINGS = 100
_CLASSES = re.compile(r"\.([\w-]+)")
_NEAR = 60  # elements before the story, and at its beginning, that may show the headline without being a heading
_ENOUGH = 500  # characters of an `articleBody` that may be the whole story


def reveal_paid(told: Told) -> None:
    """Brings to light what is hidden until a reader has paid, and which the page tells search engines is the story.

    https://developers.google.com/search/docs/appearance/structured-data/paywalled-content
    """
    parts = [one for one in values(told.story, "hasPart") if isinstance(one, dict)]
    classes = {name for part in parts for one in values(part, "cssSelector") for name in _CLASSES.findall(words(one))}
    for element in told.page.root.xpath("descendant::*[@class and (@style or @hidden)]") if classes else ():
        if not classes.isdisjoint((element.get("class") or "").split()):
            element.attrib.pop("style", None)
            element.attrib.pop("hidden", None)


def witness_of(told: Told) -> Witness:
    """Who knows the words of the story: schema.org's `articleBody` where it is told, else trafilatura."""
    passages = [words(value) for value in values(told.story, "articleBody")]
    complete = sum(map(len, passages)) >= _ENOUGH
    return Witness(passages if complete else [*passages, *extraction.passages(told.page.root)], is_whole=complete)


@dataclass(frozen=True)
class Part:
    """A part of a page: `root` holds all from the headline on, and within it `container` the paragraphs."""

    root: etree._Element
    container: etree._Element


def story_part(told: Told, witness: Witness) -> Part:
    """A copy of the part of the page between the headline and the end of the story, freed of what stands beside it."""
    root = deepcopy(told.page.root)
    unwrap_unscripted(root)
    take_out_wordless(root)
    weights = weights_of(texts_in(root), witness)
    _take_out_beside(root, weights)
    _take_out_other_stories(root, told)
    frame_pictures(root)
    link_embeds(root, told.page)
    container = _innermost(root, weights)
    return Part(_from_headline(container, told), container)


def _take_out_beside(root: etree._Element, weights: dict[etree._Element, float]) -> None:
    """Takes out what by kind or name is beside the story, unless much of the prose stands in it."""
    sums = sums_of(root, weights)
    most = sums.get(root, 0) * _MUCH
    for element in list(beside_story(root)):
        if sums.get(element, 0) <= most:
            take_out(element)


def _take_out_other_stories(root: etree._Element, told: Told) -> None:
    """Takes out the stories that follow on the same page, each an article with a headline of its own."""
    headings = list(root.iter("h1"))[:_MOST_HEADINGS]
    titles = {bare(title) for title in told.titles[: -len(headings) or None]}
    main = next((one for one in headings if bare(text_of(one)) in titles), None)
    around = set() if main is None else set(main.iterancestors("article"))
    for heading in headings if around else ():
        article = next(heading.iterancestors("article"), None)
        if article is not None and article not in around and bare(text_of(heading)) not in titles:
            take_out(article)


def _innermost(root: etree._Element, weights: dict[etree._Element, float]) -> etree._Element:
    """The innermost element that holds nearly all of the prose."""
    sums = sums_of(root, weights)
    here = root
    while True:
        heavy = max(here, key=lambda child: sums.get(child, 0), default=None)
        if heavy is None or sums.get(heavy, 0) < max(1, sums.get(here, 0) * _MOST):
            return here
        here = heavy


def _from_headline(container: etree._Element, told: Told) -> etree._Element:
    """The element around headline and `container`, with nothing before the one and nothing after the other in it."""
    heading = _heading(container, told)
    if heading is None:
        return container
    above = {container, *container.iterancestors()}
    around = next(one for one in heading.iterancestors() if one in above)
    if around is not container:
        _cut(container, around, preceding=False)
    _cut(heading, around, preceding=True)
    take_out(heading)
    return around


def _heading(container: etree._Element, told: Told) -> etree._Element | None:
    """The headline that stands in `container` or before it, the last one if it comes again."""
    titles = {bare(title) for title in told.titles}
    headings = container.xpath("preceding::*[self::h1 or self::h2]|descendant::h1")[-_MOST_HEADINGS:]
    lines = [(one, bare(text_of(one))) for one in headings]
    matching = [one for one, line in lines if line in titles]
    with_kicker = [one for one, line in lines if one.tag == "h1" and any(map(line.endswith, titles - {""}))]
    found = next(iter([*reversed(matching), *reversed(with_kicker)]), None)
    if found is None and told.heading is not None and told.heading.tag not in ("h1", "h2"):
        shown = bare(text_of(told.heading))
        near = container.xpath(f"preceding::*[position() <= {_NEAR}]|descendant::*[position() <= {_NEAR}]")
        found = next((one for one in reversed(near) if bare(line_of(one, LONGEST)) == shown), None)
    return found


def _cut(element: etree._Element, around: etree._Element, *, preceding: bool) -> None:
    """Takes out all that stands in `around` before `element`, or after it."""
    while element is not around:
        parent = element.getparent()
        if parent is None:
            return
        if preceding:
            parent.text = None
        else:
            element.tail = None
        for sibling in list(element.itersiblings(preceding=preceding)):
            parent.remove(sibling)
        element = parent
