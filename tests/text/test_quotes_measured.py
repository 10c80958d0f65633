"""articles/text/quotes.py, measured on stories annotated by hand, a third of which no rule was made from.

`python -m tests.text.test_quotes_measured` from the project's folder prints the table and every difference.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field

import pytest

from articles.text.quotes import Kind, Quotation, SpeakerKind, quotations
from tests.text.quotes_stories import Said, Story, stories

ARTICLES = re.compile(
    r"(?:the|a|an|another|his|her|its|their|der|die|das|ein|eine|einem|ihrem|seine|seiner|sein|le|la|les|un|une|sa|son|el|los|las|una"
    r"|su|il|lo|gli|de|het|een|zijn|haar) |l'"
)
STORIES = stories()


@dataclass
class Table:
    """How much was right, of how much, by what was asked; and what was not."""

    asked: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    wrong: list[str] = field(default_factory=list)

    def count(self, name: str, right: bool, what: str) -> None:
        self.asked[name][0] += right
        self.asked[name][1] += 1
        if not right:
            self.wrong.append(f"{name:<16}{what}")

    def share(self, name: str) -> float:
        right, total = self.asked[name]
        return right / total

    def lines(self):
        return [f"{name:<16}{right:>5} of {total:<5}{right / total:.3f}" for name, (right, total) in self.asked.items()]


def measured(chosen: list[Story]) -> Table:
    table = Table()
    for story in chosen:
        found = quotations(story.paragraphs, story.language)
        compare(story, [one for one in found if one.kind is Kind.QUOTATION], table)
        if story.paraphrased:
            compare_paraphrases(story, [one for one in found if one.kind is Kind.PARAPHRASE], table)
    return table


def compare(story: Story, found: list[Quotation], table: Table) -> None:
    matched = set()
    for said in story.quotes:
        block, start, end = said.places[0]
        what = f"{story.name}: {story.paragraphs[block][start:end][:60]}"
        one = next((one for one in found if any(covers(place, said.places[0]) for place in one.places)), None)
        table.count("recall", one is not None, what)
        if one is not None:
            matched.add(id(one))
            table.count("paragraphs", len(one.places) == len(said.places), what)
            compare_speaker(said, one, f"{what} | {' / '.join(said.speakers)}", table)
    for one in found:
        table.count("precision", id(one) in matched, f"{story.name}: {one.words[:60]}")
    for place in story.other:
        left = not any(covers(one, place) for quotation in found for one in quotation.places)
        table.count("left alone", left, f"{story.name}: {story.paragraphs[place[0]][place[1] : place[2]]}")


def compare_speaker(said: Said, one: Quotation, what: str, table: Table) -> None:
    right = is_speaker(said, one)
    table.count("speaker", right, f"{what} | {one.speaker.name if one.speaker else '-'}")
    if one.speaker is not None and one.speaker.kind is SpeakerKind.PERSON:
        table.count("person named", right, f"{what} | {one.speaker.name}")
    if right and one.speaker is not None:
        table.count("title", alike(said.title, one.speaker.title), f"{what} | {said.title} | {one.speaker.title}")
        table.count(
            "affiliation", alike(said.affiliation, one.speaker.affiliation), f"{what} | {one.speaker.affiliation}"
        )
    cue = said.cue if one.cue_words or not said.cue_is_of_before else ""
    table.count("cue", alike(cue, one.cue_words), f"{what} | {cue} | {one.cue_words}")
    table.count("channel", said.channel == one.channel, f"{what} | {said.channel} | {one.channel}")
    table.count("via", plain(said.via) == plain(one.via), f"{what} | {said.via} | {one.via}")


def compare_paraphrases(story: Story, found: list[Quotation], table: Table) -> None:
    matched = set()
    for said in story.paraphrases:
        block, start, _end = said.places[0]
        sentence = sentence_at(story.paragraphs[block], start)
        what = f"{story.name}: {story.paragraphs[block][sentence:][:60]}"
        one = next((one for one in found if one.places[0].block == block
                    and sentence_at(story.paragraphs[block], one.places[0].start) == sentence), None)  # fmt: skip
        table.count("p recall", one is not None, what)
        if one is not None:
            matched.add(id(one))
            table.count("p speaker", is_speaker(said, one), f"{what} | {one.speaker.name if one.speaker else '-'}")
    for one in found:
        table.count("p precision", id(one) in matched, f"{story.name}: {one.words[:60]}")


def covers(place, marked: tuple[int, int, int]) -> bool:
    block, start, end = marked
    return place.block == block and min(place.end, end) - max(place.start, start) > 0.5 * max(
        place.end - place.start, end - start
    )


def sentence_at(text: str, at: int) -> int:
    return max(
        (found.end() for found in re.finditer(r"[.!?][\"”»]? (?=[A-ZÀ-Þ„“«»\"])", text) if found.end() <= at), default=0
    )


def is_speaker(said: Said, one: Quotation) -> bool:
    if one.speaker is None:
        return "-" in said.speakers
    name = plain(one.speaker.name)
    if name in map(plain, said.speakers):
        return True
    # Of who has no name, or of an organisation, the words of one may be all that the other says.
    if one.speaker.kind is SpeakerKind.PERSON:
        return False
    told = set(name.split())
    return any(
        set(plain(answer).split()) <= told or told <= set(plain(answer).split())
        for answer in said.speakers
        if answer != "-"
    )


def alike(one: str, other: str) -> bool:
    """Whether two phrases are the same, or one is part of the other."""
    one, other = plain(one), plain(other)
    return one == other or bool(one and other and (one in other or other in one))


def plain(text: str) -> str:
    text = text.lower().replace("’", "'").replace(".", "").strip()
    while found := ARTICLES.match(text):
        text = text[found.end() :]
    return text


def test_the_stories_are_what_they_are_said_to_be():
    assert len(STORIES) >= 60
    assert sum(len(story.quotes) for story in STORIES) >= 400
    assert sum(len(story.other) for story in STORIES) >= 80
    assert sum(story.paraphrased for story in STORIES) >= 20
    assert sum(story.held_out for story in STORIES) * 3 == len(STORIES)
    languages = [story.language for story in STORIES]
    assert languages.count("en") >= 30
    assert min(languages.count(language) for language in ("de", "fr", "es", "it", "nl")) >= 4


FLOORS = {
    "recall": 0.98, "precision": 0.95, "speaker": 0.80, "person named": 0.90, "left alone": 0.95, "paragraphs": 0.98,
    "cue": 0.90, "channel": 0.90, "via": 0.90, "title": 0.80, "affiliation": 0.90, "p recall": 0.80, "p speaker": 0.80,
    "p precision": 0.80,
}  # fmt: skip


@pytest.mark.parametrize("held_out", [False, True], ids=["tuned", "held out"])
def test_the_table_holds(held_out):
    table = measured([story for story in STORIES if story.held_out is held_out])
    missed = {name: table.lines() for name, floor in FLOORS.items() if table.share(name) < floor}
    assert missed == {}


if __name__ == "__main__":
    for name, chosen in (("tuned", False), ("held out", True)):
        table = measured([story for story in STORIES if story.held_out is chosen])
        print(f"\n{name}", *table.lines(), sep="\n")
        if not chosen:
            print(*table.wrong, sep="\n")
