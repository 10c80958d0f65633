"""bylines/names.py: who wrote it, and what only looks like it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bylines.names import Byline, format_byline, parse_byline, parse_signoff

PIECES = "Ada Lovelace van der O'Neill J. and und y & , for of The the Engine BBC Reuters News dpa said 王小明".split()
ADA, ALAN, GRACE = "Ada Lovelace", "Alan Turing", "Grace Hopper"


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Ada Lovelace", Byline((ADA,))),
        ("By Ada Lovelace", Byline((ADA,))),
        ("  by\u00a0Ada  Lovelace ", Byline((ADA,))),
        ("BY ADA LOVELACE AND ALAN TURING", Byline(("ADA LOVELACE", "ALAN TURING"))),
        ("Ada Lovelace and Alan Turing for The Engine", Byline((ADA, ALAN), "The Engine")),
        ("Ada Lovelace, Alan Turing & Grace Hopper", Byline((ADA, ALAN, GRACE))),
        ("Ada Lovelace, Alan Turing, and Grace Hopper", Byline((ADA, ALAN, GRACE))),
        ("Von Ada Lovelace und Alan Turing", Byline((ADA, ALAN))),
        ("Par Ada Lovelace et Alan Turing pour Le Monde", Byline((ADA, ALAN), "Le Monde")),
        ("Por Ada Lovelace y Alan Turing", Byline((ADA, ALAN))),
        ("Ada Lovelace for Smith and Sons News", Byline((ADA,), "Smith and Sons News")),
        ("Ada Lovelace for the Associated Press", Byline((ADA,), "Associated Press")),
        ("Ada Lovelace of The Engine", Byline((ADA,), "The Engine")),
        ("Ada Lovelace, The Engine", Byline((ADA,), "The Engine")),
        ("Ada Lovelace and Reuters", Byline((ADA,), "Reuters")),
        ("Ada for The Engine", Byline(("Ada",), "The Engine")),
    ],
)
def test_people_and_whom_they_write_for(line, byline):
    assert parse_byline(line) == byline


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Ada Lovelace, science correspondent", Byline((ADA,), role="science correspondent")),
        ("Ada Lovelace and Alan Turing, Staff Reporters", Byline((ADA, ALAN), role="Staff Reporters")),
        ("Ada Lovelace, BBC correspondent", Byline((ADA,), "BBC", "correspondent")),
        ("Ada Lovelace, The Engine correspondent", Byline((ADA,), "The Engine", "correspondent")),
        ("Ada Lovelace, US correspondent", Byline((ADA,), role="US correspondent")),
        ("Ada Lovelace, editor-in-chief of The Engine", Byline((ADA,), "The Engine", "editor-in-chief")),
        ("Ada Lovelace, art critic, for The Engine", Byline((ADA,), "The Engine", "art critic")),
    ],
)
def test_what_they_are_called_there(line, byline):
    assert parse_byline(line) == byline


@pytest.mark.parametrize(
    "name",
    [
        "Jan van der Berg", "Ana de la Cruz", "Sean O'Neill", "Sean O’Neill", "John d'Arcy",
        "J. R. R. Tolkien", "J.K. Rowling", "Sammy Davis Jr.", "Anne-Kathrin Neuberg-Vural",
        "José Ortega y Gasset", "Ursula von der Leyen", "Von Miller", "Мария Иванова", "王小明", "محمد صلاح",
        "दैनिक भास्कर", "ʻAna Kahele", "Will Smith", "Jeremy Hunt",
    ],
)  # fmt: skip
def test_a_name_is_one_person(name):
    assert parse_byline(name) == Byline((name,))


def test_a_comma_before_a_suffix_parts_nobody():
    assert parse_byline("Sammy Davis, Jr., and Ada Lovelace") == Byline(("Sammy Davis Jr.", ADA))


@pytest.mark.parametrize(
    "line",
    [
        "Reuters", "Staff", "dpa", "The Engine", "Associated Press", "Press Trust of India",
        "Times of India", "BBC News", "AFP Deutschland", "Guardian staff reporter", "Staff and agencies",
        "Reuters and AFP", "Center for Public Integrity", "example.org", "新华社",
    ],
)  # fmt: skip
def test_an_organisation_may_stand_alone(line):
    assert parse_byline(f"By {line}") == parse_byline(line) == Byline(organisation=line)


@pytest.mark.parametrize(
    "line",
    [
        "", " ", "and", "for The Engine", "Ada Lovelace for", "By the time he left", "By",
        "The minister said no", "The minister said no.", "Ada Lovelace for The Engine.",
        "Who is Ada Lovelace?", "Ada Lovelace: a life", "“Ada Lovelace”", "Ada Lovelace said",
        "He asked for help", "Ends", "By Monday", "Duke of Wellington", "Vote Labour for Change",
        "Ada Lovelace for President", "Good News for Investors", "Read Full Article at example.org",
        "Ada Lovelace 2", "© The Engine", "Ada, " * 40 + "Alan", "गुना में बारिश से छज्जा गिरा",
        "政府今天宣布新政策",
    ],
)  # fmt: skip
def test_what_is_no_byline(line):
    assert parse_byline(line) is None


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Aarav Patel for TROIB News", Byline(("Aarav Patel",), "TROIB News")),
        ("(By Ada Lovelace and Alan Turing for The Engine)", Byline((ADA, ALAN), "The Engine")),
        ("— Ada Lovelace for Northlight", Byline((ADA,), "Northlight")),
        ("– [Reporting by Ada Lovelace for dpa]", Byline((ADA,), "dpa")),
        ("With additional reporting by Ada Lovelace for AP", Byline((ADA,), "AP")),
        ("Ada Lovelace for Center for Public Integrity", Byline((ADA,), "Center for Public Integrity")),
        ("王小明 for The Engine", Byline(("王小明",), "The Engine")),
    ],
)
def test_a_signoff_ends_a_story(line, byline):
    assert parse_signoff(line) == byline


@pytest.mark.parametrize(
    "line",
    [
        "Ada Lovelace", "Reuters", "Ada for The Engine", "Ada Lovelace of The Engine",
        "Ada Lovelace, critic, for The Engine", "London for Beginners", "White House Calls for Restraint",
        "Trump Wins Support for Ukraine", "Best Loans for Bad Credit", "Ada Lovelace for Mayor",
        "Aarav Patel for TROIB News.", "Aarav Patel works for TROIB News",
        "Aarav Patel for TROIB News said so", "Center for Public Integrity", "(Ada Lovelace for The Engine",
    ],
)  # fmt: skip
def test_what_is_no_signoff(line):
    assert parse_signoff(line) is None


given_names = st.sampled_from(["Ada", "Zoë", "J.", "Jean-Luc", "Мария", "Ngũgĩ", "LeVar"])
family_names = st.sampled_from(
    ["Lovelace", "van der Berg", "O'Neill", "de la Cruz", "Иванова", "Davis Jr.", "Smith-Ng"]
)
people = st.lists(st.builds("{} {}".format, given_names, family_names), min_size=1, max_size=5).map(tuple)
organisations = st.sampled_from(["The Engine", "TROIB News", "Smith and Sons News", "dpa", "Le Monde", "24 Hours"])
roles = st.sampled_from(["", "correspondent", "science editor", "Chief Political Correspondent"])


@given(
    st.builds(Byline, people, st.just(""), roles)
    | st.builds(Byline, people, organisations, roles)
    | st.builds(Byline, st.just(()), st.sampled_from(["The Engine", "Reuters", "Staff and agencies"]))
)
def test_what_is_written_is_read_back(byline):
    assert parse_byline(format_byline(byline)) == byline
    assert parse_byline(f"By {format_byline(byline)}") == byline


@given(st.builds(Byline, people, organisations))
def test_every_plain_byline_signs_off(byline):
    assert parse_signoff(f"({format_byline(byline)})") == byline


@given(st.lists(st.sampled_from(PIECES), max_size=8))
@settings(max_examples=300)
def test_whatever_is_read_can_be_written_and_read_again(pieces):
    byline = parse_byline(" ".join(pieces).replace(" ,", ","))
    assert byline is None or parse_byline(format_byline(byline)) == byline
