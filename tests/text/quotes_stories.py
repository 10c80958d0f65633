"""Stories of tests/data/quotes, whose quotations are marked by hand: how they are written, and how they are read.

    {1 “We are done,”}      a quotation; below, its number: speaker | title @ affiliation | cue | channel | via outlet
    {x “withdrawal”}        in quotation marks, but nobody's speech
    {p1 the bridge is safe} a paraphrase; {p1=} says that the sentence is one

A number that comes again goes on in the next paragraph. `as 1` repeats the speaker, title, channel and outlet of
number 1, `-` is nobody, and `a / b` allows either.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "data" / "quotes"
_OPEN = re.compile(r"\{(p?\d+|x)(=\})? ?")


@dataclass
class Said:
    number: str
    places: list[tuple[int, int, int]]
    speakers: list[str] = field(default_factory=list)
    title: str = ""
    affiliation: str = ""
    cue: str = ""
    cue_is_of_before: bool = False
    channel: str = ""
    via: str = ""


@dataclass
class Story:
    name: str
    language: str
    held_out: bool
    paraphrased: bool
    paragraphs: list[str]
    quotes: list[Said]
    paraphrases: list[Said]
    other: list[tuple[int, int, int]]


def stories() -> list[Story]:
    return [read(path) for path in sorted(FOLDER.glob("*.txt"))]


def read(path: Path) -> Story:
    written, _, answers = path.read_text("utf-8").partition("\n----\n")
    head, _, text = written.partition("\n\n")
    told = dict(line.split(": ", 1) for line in head.splitlines())
    spans: dict[str, list[tuple[int, int, int]]] = {}
    paragraphs = [_plain(block, line, spans) for block, line in enumerate(text.strip().split("\n\n"))]
    said = _answers(answers, spans)
    numbered = {number for number in spans if number != "x"}
    assert numbered == set(said), f"{path.name}: {sorted(numbered ^ set(said))} only in the text or only below"
    return Story(
        path.stem,
        told["language"],
        told["set"] == "held",
        told.get("paraphrases") == "yes",
        paragraphs,
        [one for number, one in said.items() if not number.startswith("p")],
        [one for number, one in said.items() if number.startswith("p")],
        spans.get("x", []),
    )


def _plain(block: int, line: str, spans: dict[str, list[tuple[int, int, int]]]) -> str:
    text, opened, at = "", [], 0
    while at < len(line):
        if found := _OPEN.match(line, at):
            if found[2]:
                spans.setdefault(found[1], []).append((block, len(text), len(text)))
            else:
                opened.append((found[1], len(text)))
            at = found.end()
        elif line[at] == "}":
            label, start = opened.pop()
            spans.setdefault(label, []).append((block, start, len(text)))
            at += 1
        else:
            text += line[at]
            at += 1
    assert not opened, f"not closed: {line[:60]}"
    return text


def _answers(text: str, spans: dict[str, list[tuple[int, int, int]]]) -> dict[str, Said]:
    said: dict[str, Said] = {}
    for line in text.strip().splitlines():
        number, _, rest = line.partition(":")
        fields = [part.strip() for part in rest.split("|")]
        one = Said(number, spans.get(number, []))
        if like := re.fullmatch(r"as (\d+)", fields[0]):
            other = said[like[1]]
            one.speakers, one.title, one.affiliation = other.speakers, other.title, other.affiliation
            one.channel, one.via = other.channel, other.via
            cue, *where = fields[1:] or [other.cue]
            one.cue_is_of_before = len(fields) < 2
        else:
            speakers, title, cue, *where = fields + [""] * 2
            one.speakers = [name.strip() for name in speakers.split(" / ")]
            one.title, _, one.affiliation = (part.strip() for part in title.partition("@"))
        one.cue = cue
        one.via = next((part.removeprefix("via ") for part in where if part.startswith("via ")), one.via)
        one.channel = next((part for part in where if part and not part.startswith("via ")), one.channel)
        one.cue = "" if one.cue == "-" else one.cue
        said[number] = one
    return said
