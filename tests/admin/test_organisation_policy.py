"""The form of an organisation: by what an import knows it, and what it asks of its copy."""

import datetime

import pytest

from articles.models import Origin, PublishedArticle
from articles.text.clean import plain
from bylines.models import Organisation
from tests.admin.nouns import url

pytestmark = pytest.mark.django_db


# What an import asks of organisations


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("domains", "rt.com", ["rt.com"]),
        ("domains", " rt.com \r\n\r\nhttps://www.RT.com/news?a=1\x07\nsport.rt.com", ["rt.com", "sport.rt.com"]),
        ("domains", " \n", []),
        ("other_names", " RT \r\n\r\nwww.rt.com\x07\nRT", ["RT", "www.rt.com"]),
        ("other_names", "", []),
    ],
)
def test_names_typed_one_a_line_are_a_list(name, typed, kept, ed, seat, engine):
    someone = seat(ed)
    setattr(engine, name, ["old.example"])
    engine.save()
    page = someone.open(url(Organisation, "change", engine.pk)).form.type(**{name: typed}).press()
    engine.refresh_from_db()
    assert (page.status, page.errors, getattr(engine, name)) == (200, [], kept)
    form = someone.open(url(Organisation, "change", engine.pk)).form
    assert form[name].splitlines() == kept
    form.press()
    engine.refresh_from_db()
    assert getattr(engine, name) == kept


def test_what_is_no_domain_is_said_line_by_line_and_nothing_is_lost(ed, seat, engine):
    typed = "rt.com\r\nRT\r\nco.uk"
    form = seat(ed).open(url(Organisation, "change", engine.pk)).form
    page = form.type(domains=typed, label="state-affiliated").press()
    assert page.errors == [
        "“RT” is no domain. Type it as in courier.example.",
        "Anybody can have a site under co.uk. Type the whole of the outlet’s own.",
    ]
    assert (page.form["domains"].splitlines(), page.form["label"]) == (typed.splitlines(), "state-affiliated")
    engine.refresh_from_db()
    assert (engine.domains, engine.label) == ([], "")


def test_a_domain_of_another_organisation_is_refused_by_the_desk(ed, seat, engine):
    Organisation.objects.create(name="Tidewire", slug="tidewire", domains=["tidewire.example"])
    form = seat(ed).open(url(Organisation, "change", engine.pk)).form
    page = form.type(domains="https://www.tidewire.example/", name="Engine").press()
    assert page.errors == [
        "tidewire.example is a domain of Tidewire already. Take it away there first, or leave it out here."
    ]
    assert page.form["name"] == "Engine"
    engine.refresh_from_db()
    assert (engine.name, engine.domains) == ("The Engine", [])


# The policy of an organisation

POLICY = {
    "label": "state-affiliated",
    "credit_line": "Courtesy of Tidewire",
    "publishing": "second_approval",
    "surfaces": "site",
    "territory": "Norland",
    "indexing": "noindex_news",
    "ai_mining": "allowed",
}


def test_every_part_of_the_policy_is_kept(ed, seat, engine):
    someone = seat(ed)
    form = someone.open(url(Organisation, "change", engine.pk)).form
    page = form.type(**POLICY, licensed_until="2026-12-31T12:30").press()
    assert (page.status, page.errors) == (200, [])
    engine.refresh_from_db()
    assert {name: getattr(engine, name) for name in POLICY} == POLICY
    assert engine.licensed_until == datetime.datetime(2026, 12, 31, 11, 30, tzinfo=datetime.UTC), (
        "the house is in Vienna"
    )
    again = someone.open(url(Organisation, "change", engine.pk)).form
    assert {name: again[name] for name in POLICY} == POLICY
    assert again["licensed_until"] == "2026-12-31T12:30"
    again.type(licensed_until="").press()
    engine.refresh_from_db()
    assert engine.licensed_until is None


def test_what_readers_are_told_is_one_plain_line(ed, seat, engine):
    typed = {"label": " state-\x07affiliated\u200b ", "credit_line": "Courtesy  of\tTidewire\x00", "territory": " \n"}
    seat(ed).open(url(Organisation, "change", engine.pk)).form.type(**typed).press()
    engine.refresh_from_db()
    assert (engine.label, engine.credit_line, engine.territory) == (
        plain(typed["label"]), "Courtesy of Tidewire", "",
    )  # fmt: skip


@pytest.mark.parametrize("typed", ["0001-01-01T00:00", "9999-12-31T23:59", "soon"])
def test_a_minute_that_is_none_is_asked_again(typed, ed, seat, engine):
    page = seat(ed).open(url(Organisation, "change", engine.pk)).form.type(licensed_until=typed).press()
    assert (page.status, len(page.errors)) == (200, 1)


def test_a_changed_policy_reaches_readers_with_the_press_of_save(ed, seat, client, make_story, engine):
    story = make_story(status="live", origins=[Origin(organisation=engine, state="confirmed")])
    path = PublishedArticle.objects.get(article_number=story.pk).path
    assert "noindex" not in client.get(path)["X-Robots-Tag"]
    seat(ed).open(url(Organisation, "change", engine.pk)).form.type(indexing="noindex").press()
    assert client.get(path)["X-Robots-Tag"].split(", ")[0] == "noindex"
    form = seat(ed).open(url(Organisation, "change", engine.pk)).form
    form.type(licensed_until="2001-01-01T00:00").press()
    assert client.get(path).status_code == 404
