"""The pictures beside the text of a NewsML 1 item, each in its largest rendition."""

from collections.abc import Mapping, Sequence

from articles.importing.iptc.beside import picture_at, placed
from articles.importing.iptc.newscodes import last_part
from articles.importing.iptc.newsml_1_components import Content
from articles.importing.iptc.xml_document import Element, attribute, child, children, words
from articles.importing.story import Story, StoryPicture

_NEVER_LEADS = {"logo", "icon"}


def with_pictures(story: Story, contents: Sequence[Content], credit: str) -> Story:
    """`story` with the pictures among `contents`: that of the highest rank leads, but no logo. `credit` is for those
    that name nobody of their own.
    """
    renditions: dict[Element, list[Content]] = {}
    for one in contents:
        if one.is_picture:
            renditions.setdefault(one.components[0], []).append(one)
    captions = _captions(contents)
    found = [(same[0], _picture(same, captions, credit)) for same in renditions.values()]
    fit = [(_rank(one), picture.key) for one, picture in found if one.role not in _NEVER_LEADS]
    lead = min(fit, key=lambda pair: pair[0])[1] if fit else ""
    return placed(story, [picture for _one, picture in found], lead)


def _picture(renditions: Sequence[Content], captions: Mapping[Element, str], credit: str) -> StoryPicture:
    best = max(renditions, key=_size)
    component = best.components[0]
    lines = child(component, "NewsLines")
    creator = attribute(child(component, "AdministrativeMetadata", "Creator", "Party"), "FormalName")
    return picture_at(
        attribute(best.item, "Href"),
        caption=captions.get(component) or captions.get(component.getparent()) or words(child(lines, "HeadLine")),
        credit=words(child(lines, "CreditLine")) or words(child(lines, "ByLine")) or creator or credit,
        rights=words(child(lines, "CopyrightLine")),
    )


def _captions(contents: Sequence[Content]) -> dict[Element, str]:
    """The captions by the components they are for: the one they stand in, and the one around that."""
    told: dict[Element, str] = {}
    for one in contents:
        if one.role == "caption" and one.data is not None and (said := words(one.data)):
            for component in one.components[:2]:
                told.setdefault(component, said)
    return told


def _size(content: Content) -> tuple[int, int]:
    """How large a rendition is: in pixels, else in bytes."""
    told = child(content.item, "Characteristics")
    sides = {
        last_part(attribute(one, "FormalName")).removeprefix("pixel"): _number(attribute(one, "Value"))
        for one in children(told, "Property")
    }
    return sides.get("width", 0) * sides.get("height", 0), _number(words(child(told, "SizeInBytes")))


def _rank(content: Content) -> int:
    told = child(content.components[0], "DescriptiveMetadata")
    ranks = [attribute(one, "Value") for one in children(told, "Property") if attribute(one, "FormalName") == "Rank"]
    return _number(ranks[0]) if ranks else 1000


def _number(told: str) -> int:
    return int(told) if told.isdecimal() and len(told) < 10 else 0
