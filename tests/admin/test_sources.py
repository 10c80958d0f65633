"""The screens of sources: with a name or without, what is sealed, and what rests on each."""

import pytest
from cryptography.fernet import Fernet
from django.urls import reverse

from articles.desk import sources
from articles.models import Citation, IdentityLook
from bylines import sealing
from bylines.models import Source
from tests.admin.sources import LIST, UNNAMED, rows, shown, url
from tests.admin.writes import watched
from tests.unnamed import WHO

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("keys")]


# The list


def test_the_list_says_how_many_stories_rest_on_each(ed, seat, pilot, official, make_story, engine):
    Source.objects.filter(pk=pilot.pk).update(title="Harbour master", affiliation=engine)
    make_story(citations=[Citation(source=pilot), Citation(source=pilot, state="suggested")])
    make_story(citations=[Citation(source=pilot)])
    make_story(citations=[Citation(source=pilot, state="rejected"), Citation(source=official, state="suggested")])
    assert rows(seat(ed).open(LIST)) == [
        ("Jan Pilot", "person", "Harbour master", "The Engine", "2 stories"),
        ("a harbour official", "unnamed source", "", "", "none"),
    ]


def test_a_source_that_is_only_suggested_is_nowhere(ed, rita, seat, pilot):
    maybe = Source.objects.create(name="Maybe Pilot", slug="maybe", state="suggested")
    assert [row[0] for row in rows(seat(ed).open(LIST))] == ["Jan Pilot"]
    assert picked(seat(rita), "pilot") == ["Jan Pilot"]
    assert seat(ed).open(url("change", maybe.pk)).messages == [
        f"Source with ID “{maybe.pk}” doesn’t exist. Perhaps it was deleted?"
    ]


def picked(seat, term):
    """What the picker of a citation offers."""
    asked = {"term": term, "app_label": "articles", "model_name": "citation", "field_name": "source"}
    return [one["text"] for one in seat.client.get(reverse("admin:autocomplete"), asked).json()["results"]]


def test_what_was_withdrawn_is_listed_and_filtered_and_no_longer_offered(rita, seat, pilot, mara):
    other = Source.objects.create(
        name="Old Pilot", slug="old", withdrawn_at="2026-01-01T00:00Z", withdrawn_why="Forged"
    )
    assert [row[0] for row in rows(seat(rita).open(LIST))] == ["Jan Pilot", "Old Pilot Withdrawn"]
    assert [row[0] for row in rows(seat(rita).open(f"{LIST}?withdrawn=yes"))] == ["Old Pilot Withdrawn"]
    assert [row[0] for row in rows(seat(rita).open(f"{LIST}?withdrawn=no"))] == ["Jan Pilot"]
    assert picked(seat(rita), "pilot") == ["Jan Pilot"]
    assert "Forged" in seat(rita).open(url("change", other.pk)).texts("//section[contains(@class, 'banner')]")[0]


# A form for each


def test_a_named_source_cannot_be_made_unnamed(ed, seat, pilot):
    form = seat(ed).open(url("change", pilot.pk)).form
    assert {"reason", "who"} & set(form.held) == set()
    answer = form.type(kind="unnamed", reason="Afraid", who=WHO).press()
    assert answer.errors == ["Select a valid choice. unnamed is not one of the available choices."]
    assert Source.objects.get().kind == "person"


def test_an_unnamed_source_is_sealed_when_it_is_saved(ed, seat):
    form = seat(ed).open(UNNAMED).form
    assert {"title", "affiliation", "url", "slug"} & set(form.held) == set()
    page = form.type(name="a harbour official", reason="Could lose the post.", who=WHO).press()
    source = Source.objects.get()
    assert (page.status, page.errors, source.kind, sealing.unseal(source.identity)) == (200, [], "unnamed", WHO)
    page = seat(ed).open(url("change", source.pk))
    assert WHO not in shown(page)
    assert "who" not in page.form.held


def test_who_it_is_may_be_written_down_later(ed, seat):
    seat(ed).open(UNNAMED).form.type(name="an official", reason="Afraid").press()
    source = Source.objects.get()
    assert source.identity == ""
    seat(ed).open(url("change", source.pk)).form.type(who=WHO).press()
    source.refresh_from_db()
    assert sealing.unseal(source.identity) == WHO


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        ({"name": ""}, ["This field is required."]),
        ({"reason": ""}, ["This field is required."]),
        (
            {"name": f"the office of {WHO}"},
            ["The description or the reason says who it is, and both are for readers. Write them otherwise."],
        ),
    ],
)
def test_a_form_that_comes_again_keeps_all_but_who_it_is(typed, errors, ed, seat):
    told = {"name": "an official", "reason": "Afraid", "who": WHO, **typed}
    page = seat(ed).open(UNNAMED).form.type(**told).press()
    assert sorted(page.errors) == sorted([*errors, "Write once more who it is: it was not kept, and is not shown."])
    assert (page.form["name"], page.form["reason"], page.form["who"]) == (told["name"], told["reason"], "")
    assert Source.objects.count() == 0


def test_without_a_key_the_form_says_what_is_to_be_done(ed, seat, keys):
    keys.SOURCE_KEYS = []
    page = seat(ed).open(UNNAMED).form.type(name="an official", reason="Afraid", who=WHO).press()
    assert "There is no key to seal with. Whoever runs the newsroom sets SOURCE_KEYS; nothing was kept." in page.errors
    assert WHO not in shown(page)


def test_a_sealed_source_cannot_be_made_named(ed, seat, official):
    page = seat(ed).open(url("change", official.pk)).form.type(kind="person").press()
    assert page.errors == ["Who this source is is sealed. Have that destroyed before you say that the source is named."]
    assert Source.objects.get().kind == "unnamed"


def test_only_the_desk_writes_what_is_sealed(ed, mara, seat, django_capture_on_commit_callbacks):
    form = seat(ed).open(UNNAMED).form.type(name="an official", reason="Afraid", who=WHO)
    with watched() as saving:
        form.press()
    source = Source.objects.get()
    someone = seat(mara)
    with watched() as looking:
        someone.post(url("identity", source.pk), deed="look", why="The lawyer asks")
    assert {sql.split()[2].strip('"') for sql in saving.outside} == {"django_admin_log"}
    assert looking.outside == []


# What is sealed


def test_it_is_read_once_with_a_reason(mara, seat, official):
    page = seat(mara).open(url("identity", official.pk))
    assert WHO not in shown(page)
    page = seat(mara).post(url("identity", official.pk), deed="look", why="The lawyer asks")
    assert page.texts("//p[@class='opened-name']") == [WHO]
    assert "no-store" in page.response.headers["Cache-Control"]
    look = IdentityLook.objects.get()
    assert (look.by.user, look.why) == (mara, "The lawyer asks")
    assert WHO not in shown(seat(mara).open(url("identity", official.pk)))


@pytest.mark.parametrize("deed", ["look", "replace", "destroy", "other", ""])
def test_nothing_is_done_without_a_reason(deed, mara, seat, official):
    page = seat(mara).post(url("identity", official.pk), deed=deed, why=" ", who="Somebody else")
    assert (page.status, page.texts("//p[@class='opened-name']"), IdentityLook.objects.count()) == (200, [], 0)
    assert "Somebody else" not in shown(page)
    assert sealing.unseal(Source.objects.get().identity) == WHO


def test_a_key_that_is_gone_is_said(mara, seat, official, keys):
    keys.SOURCE_KEYS = [Fernet.generate_key().decode()]
    page = seat(mara).post(url("identity", official.pk), deed="look", why="The lawyer asks")
    assert page.errors[0].startswith("None of the newsroom's keys opens it.")
    assert IdentityLook.objects.count() == 0


def test_other_words_are_sealed_and_what_is_sealed_is_destroyed(mara, seat, official):
    page = seat(mara).post(url("identity", official.pk), deed="replace", who="Nils Overgaard", why="Wrong desk")
    assert page.messages == ["Other words are sealed now."]
    assert sealing.unseal(Source.objects.get().identity) == "Nils Overgaard"
    page = seat(mara).post(url("identity", official.pk), deed="destroy", why="Promised")
    assert page.messages == ["Nobody can read any more who it is."]
    assert Source.objects.get().identity == ""
    assert page.texts("//ul[@class='looks']/li/span") == ["Promised", "Wrong desk"]


def test_nobody_else_reads_it_or_who_looked(rita, ed, pat, nora, mara, seat, official):
    sources.look(official, by=mara, why="The lawyer asks")
    for user in (rita, ed, pat, nora):
        assert seat(user).open(url("identity", official.pk)).status == 403
        assert seat(user).post(url("identity", official.pk), deed="look", why="Curious").status == 403
        assert "The lawyer asks" not in shown(seat(user).open(url("change", official.pk)))
    assert "The lawyer asks" in shown(seat(mara).open(url("change", official.pk)))
    assert IdentityLook.objects.count() == 1


def test_looks_are_shown_ten_at_a_time_the_newest_first(mara, seat, official):
    for number in range(12):
        sources.look(official, by=mara, why=f"Reason {number}")
    someone = seat(mara)
    assert someone.open(url("change", official.pk)).texts("//ul[@class='looks']/li/span")[::9] == [
        "Reason 11",
        "Reason 2",
    ]
    older = someone.open(url("change", official.pk) + "?looks=2")
    assert older.texts("//ul[@class='looks']/li/span") == ["Reason 1", "Reason 0"]
