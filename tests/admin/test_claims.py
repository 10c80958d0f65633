"""Claims about where the copy came from: those that contradict each other side by side, each where it was read."""

import pytest

from articles.admin.claims import Surroundings, credit, surroundings
from articles.desk import receiving
from articles.models import Origin
from bylines.models import Organisation
from tests.admin.screen import article_url
from tests.admin.weights import queries

pytestmark = pytest.mark.django_db

RECEIVED = "The wall held. First published by The Engine. Reporting by Northline Press."

CONTEST = "//div[@class='contest']"


@pytest.fixture
def northline(db):
    """Another outlet."""
    return Organisation.objects.create(name="Northline Press", slug="northline-press", credit_line="© Northline Press")


@pytest.fixture
def receipt(ed):
    """What was received."""
    batch = receiving.open_batch(by=ed, origin="wire")
    arrival = receiving.Arrival("one.txt", "0" * 64, len(RECEIVED), RECEIVED.encode())
    return receiving.receive(batch, [arrival])[0]


@pytest.fixture
def claimed(make_story, engine, northline, receipt):
    """A story that two outlets are said to have had first."""

    def claim(organisation, evidence):
        start = RECEIVED.index(evidence)
        span = {"evidence": evidence, "evidence_start": start, "evidence_end": start + len(evidence)}
        return Origin(organisation=organisation, receipt=receipt, found_by="sign-off", **span)

    return make_story(origins=[claim(engine, "The Engine"), claim(northline, "Northline Press")])


def test_claims_that_contradict_stand_side_by_side_with_their_evidence(rita, seat, claimed):
    page = seat(rita).open_story(claimed)
    assert page.texts(f"{CONTEST}//h3") == ["syndicated from The Engine", "syndicated from Northline Press"]
    assert page.texts(f"{CONTEST}//blockquote") == [RECEIVED, RECEIVED]
    assert page.texts(f"{CONTEST}//blockquote/mark") == ["The Engine", "Northline Press"]
    assert len(page.texts(f"{CONTEST}/p[@class='conflict']")) == 1
    assert "found by sign-off" in page.texts(f"{CONTEST}//p[@class='facts']")[0]


def test_once_settled_the_claims_say_by_whom_and_readers_see_the_line(rita, ed, seat, claimed):
    seat(ed).open_story(claimed).form.type(origins_0_state="rejected", origins_1_state="confirmed").press()
    page = seat(rita).open_story(claimed)
    assert page.texts(CONTEST) == []
    assert "confirmed by Ed Eklund, just now" in page.texts("//p[@class='facts']")[1]
    assert page.texts("//p[@class='credit-line']/b") == ["Syndicated from Northline Press", "© Northline Press"]


def test_nothing_is_promised_to_readers_before_it_is_confirmed(rita, seat, claimed):
    assert seat(rita).open_story(claimed).texts("//p[@class='credit-line']") == [
        "Readers will see no origin: nothing is confirmed."
    ]


def test_evidence_that_stands_nowhere_is_shown_by_itself(engine):
    typed = Origin(pk=1, organisation=engine, evidence="He told me")
    assert surroundings(typed, {}) == Surroundings("", "He told me", "")


def test_evidence_in_a_long_text_is_cut_between_words(engine):
    text = ("Ebb and flood. " * 60 + "By The Engine." + " Flood and ebb." * 60).encode()
    start = text.index(b"The Engine")
    claim = Origin(
        pk=1, organisation=engine, receipt_id=1, evidence="The Engine", evidence_start=start, evidence_end=start + 10
    )
    seen = surroundings(claim, {1: text})
    assert (seen.before[0], seen.before[-4:], seen.after[:7], seen.after[-2:]) == ("…", " By ", ". Flood", " …")
    assert set(seen.before.split()) == {"…", "Ebb", "and", "flood.", "By"}


def test_a_credit_line_is_said_once(engine):
    engine.credit_line = "© The Engine"
    both = [Origin(organisation=engine, state="confirmed"), Origin(organisation=engine, state="confirmed")]
    assert credit(both) == ["Syndicated from The Engine", "© The Engine"]


def test_thirty_claims_cost_what_one_costs(rita, seat, make_story):
    someone = seat(rita)

    def cost(number):
        outlets = [Organisation.objects.create(name=f"{number}-{at}", slug=f"{number}-{at}") for at in range(number)]
        story = make_story(origins=[Origin(organisation=outlet, role="distributed_by") for outlet in outlets])
        return queries(someone, article_url("change", story.pk))

    assert cost(30) == cost(2)
