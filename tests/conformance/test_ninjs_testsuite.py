"""IPTC's own test suite of ninjs 1: what must pass is read or is no story, what must fail is malformed.

A document that names no version is right for the reader if any version takes it. Four of those that must fail do so in
their version only, and say nothing of it; these are judged by the version of their folder.
"""

import pytest

from articles.importing.decoding import decode
from articles.importing.errors import BadInput
from articles.importing.iptc.ninjs_versions import fault, told_version
from articles.importing.json_text import parsed
from articles.importing.readers import ninjs
from articles.importing.story import Story
from tests.conformance.corpora import corpus
from tests.conformance.table import ALL
from tests.importing.iptc.answers import item, outcome

TARGETS = {ALL: 1.0}
FOLDERS = ["1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.x_dev"]
RIGHT_LATER = {
    "1.0/should_fail/014_type_component.json",
    "1.0/should_fail/016_infosource.json",
    "1.1/should_fail/001_type_component.json",
    "1.1/should_fail/002_infosource.json",
}


@pytest.fixture(scope="module")
def outcomes(row):
    """Of each file by its name: the bytes, and the story or what is wrong with it."""
    folder, found = corpus("ninjs-testsuite"), {}
    for path in sorted(folder.rglob("*.json")):
        received = path.read_bytes()
        found[path.relative_to(folder).as_posix()] = (received, outcome(ninjs.READER, item(received)))
    row.files = len(found)
    row.stories = sum(isinstance(one, Story) for _received, one in found.values())
    row.refused = row.files - row.stories
    return found


def test_what_must_pass_is_read_or_is_no_story(outcomes, row):
    wrong = {}
    for name, (_received, found) in outcomes.items():
        if "should_fail" not in name:
            is_right = isinstance(found, Story) or found.code in ("no-body", "unsupported")
            row.count("should_pass", is_right)
            if not is_right:
                wrong[name] = str(found)
    assert wrong == {}


def test_what_must_fail_is_malformed_with_its_place(outcomes, row):
    wrong = {}
    for name, (_received, found) in outcomes.items():
        if "should_fail" in name and name not in RIGHT_LATER:
            is_right = isinstance(found, BadInput) and found.code == "malformed" and found.line is not None
            row.count("should_fail", is_right)
            if not is_right:
                wrong[name] = str(found)
    assert wrong == {}


def test_every_document_is_judged_right_by_the_version_of_its_folder(outcomes, row):
    wrong = []
    for name, (received, _found) in outcomes.items():
        folder = name.partition("/")[0].replace("_", "-")
        is_right = _is_valid(received, folder) == ("should_fail" not in name)
        row.count("by version", is_right)
        if not is_right:
            wrong.append(name)
    assert wrong == []


def test_those_that_are_right_later_are_refused_all_the_same(outcomes):
    assert {name: outcomes[name][1].code for name in RIGHT_LATER} == dict.fromkeys(RIGHT_LATER, "no-body")


def _is_valid(received, folder):
    try:
        document = parsed(decode(received))
    except BadInput:
        return False
    return (
        fault(document, told_version(document) if folder == "1.x-dev" and "$standard" in document else folder) is None
    )
