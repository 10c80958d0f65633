"""The screens of sources: with a name or without, what is sealed, and what rests on each."""

import pytest
from cryptography.fernet import Fernet
from django.contrib.auth.models import Permission
from django.urls import reverse

from articles.desk import sources
from articles.models import Citation, IdentityLook, SourceApproval
from bylines import sealing
from bylines.models import Organisation, Source
from tests.admin.screen import article_url
from tests.admin.weights import queries
from tests.admin.writes import watched

pytestmark = pytest.mark.django_db

NAME = "Ludmila Quistgaard"
LIST, ADD = reverse("admin:bylines_source_changelist"), reverse("admin:bylines_source_add")
UNNAMED = f"{ADD}?kind=unnamed"
BODY = '<p>The gate was open, <mark data-citation="gate">it stood wide open</mark>.</p>'


def url(page, *args):
    return reverse(f"admin:bylines_source_{page}", args=args)


@pytest.fixture(autouse=True)
def keys(settings):
    settings.SOURCE_KEYS = [Fernet.generate_key().decode()]
    return settings


@pytest.fixture
def official(ed):
    source = Source(kind="unnamed", name="a harbour official", reason="Could lose the post.")
    sources.save_source(source, by=ed, identity=NAME)
    return source


@pytest.fixture
def story(official, make_story):
    return make_story(body=BODY, citations=[Citation(source=official, key="gate", quote="it stood wide open")])


def rows(page):
    """The list, a row a source: name, kind, title, affiliation, stories."""
    cells = [row.xpath("th|td") for row in page.tree.xpath("//tbody/tr")]
    return sorted(tuple(" ".join(cell.text_content().split()) for cell in row) for row in cells)


def shown(page):
    """All of the page, as it came."""
    return page.response.content.decode()


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
    answer = form.type(kind="unnamed", reason="Afraid", who=NAME).press()
    assert answer.errors == ["Select a valid choice. unnamed is not one of the available choices."]
    assert Source.objects.get().kind == "person"


def test_an_unnamed_source_is_sealed_when_it_is_saved(ed, seat):
    form = seat(ed).open(UNNAMED).form
    assert {"title", "affiliation", "url", "slug"} & set(form.held) == set()
    page = form.type(name="a harbour official", reason="Could lose the post.", who=NAME).press()
    source = Source.objects.get()
    assert (page.status, page.errors, source.kind, sealing.unseal(source.identity)) == (200, [], "unnamed", NAME)
    page = seat(ed).open(url("change", source.pk))
    assert NAME not in shown(page)
    assert "who" not in page.form.held


def test_who_it_is_may_be_written_down_later(ed, seat):
    seat(ed).open(UNNAMED).form.type(name="an official", reason="Afraid").press()
    source = Source.objects.get()
    assert source.identity == ""
    seat(ed).open(url("change", source.pk)).form.type(who=NAME).press()
    source.refresh_from_db()
    assert sealing.unseal(source.identity) == NAME


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        ({"name": ""}, ["This field is required."]),
        ({"reason": ""}, ["This field is required."]),
        (
            {"name": f"the office of {NAME}"},
            ["The description or the reason says who it is, and both are for readers. Write them otherwise."],
        ),
    ],
)
def test_a_form_that_comes_again_keeps_all_but_who_it_is(typed, errors, ed, seat):
    told = {"name": "an official", "reason": "Afraid", "who": NAME, **typed}
    page = seat(ed).open(UNNAMED).form.type(**told).press()
    assert sorted(page.errors) == sorted([*errors, "Write once more who it is: it was not kept, and is not shown."])
    assert (page.form["name"], page.form["reason"], page.form["who"]) == (told["name"], told["reason"], "")
    assert Source.objects.count() == 0


def test_without_a_key_the_form_says_what_is_to_be_done(ed, seat, keys):
    keys.SOURCE_KEYS = []
    page = seat(ed).open(UNNAMED).form.type(name="an official", reason="Afraid", who=NAME).press()
    assert "There is no key to seal with. Whoever runs the newsroom sets SOURCE_KEYS; nothing was kept." in page.errors
    assert NAME not in shown(page)


def test_a_sealed_source_cannot_be_made_named(ed, seat, official):
    page = seat(ed).open(url("change", official.pk)).form.type(kind="person").press()
    assert page.errors == ["Who this source is is sealed. Have that destroyed before you say that the source is named."]
    assert Source.objects.get().kind == "unnamed"


def test_only_the_desk_writes_what_is_sealed(ed, mara, seat, django_capture_on_commit_callbacks):
    form = seat(ed).open(UNNAMED).form.type(name="an official", reason="Afraid", who=NAME)
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
    assert NAME not in shown(page)
    page = seat(mara).post(url("identity", official.pk), deed="look", why="The lawyer asks")
    assert page.texts("//p[@class='opened-name']") == [NAME]
    assert "no-store" in page.response.headers["Cache-Control"]
    look = IdentityLook.objects.get()
    assert (look.by.user, look.why) == (mara, "The lawyer asks")
    assert NAME not in shown(seat(mara).open(url("identity", official.pk)))


@pytest.mark.parametrize("deed", ["look", "replace", "destroy", "other", ""])
def test_nothing_is_done_without_a_reason(deed, mara, seat, official):
    page = seat(mara).post(url("identity", official.pk), deed=deed, why=" ", who="Somebody else")
    assert (page.status, page.texts("//p[@class='opened-name']"), IdentityLook.objects.count()) == (200, [], 0)
    assert "Somebody else" not in shown(page)
    assert sealing.unseal(Source.objects.get().identity) == NAME


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


# What rests on it


def test_every_passage_is_named_with_its_story_and_where_that_stands(rita, seat, pilot, engine, make_story):
    draft = make_story(
        "Gate open", citations=[Citation(source=pilot, key="k1", quote="It held", via=engine, channel="interview")]
    )
    live = make_story(
        "Gate shut",
        status="live",
        body=BODY,
        citations=[
            Citation(source=pilot, key="gate", quote="it stood wide open"),
            Citation(source=pilot, key="k3", kind="paraphrase", quote="The sea rose", state="suggested", passages=[]),
        ],
    )
    page = seat(rita).open(url("change", pilot.pk))
    assert page.texts("//p[@class='story-on-it']") == ["Gate shut Approved Live", "Gate open Draft Not published"]
    links = page.tree.xpath("//a[@class='quote']/@href")
    assert links[-1] == f"{article_url('change', draft.pk)}#cite-k1"
    assert links[0] == f"{article_url('change', live.pk)}#cite-gate"
    assert page.texts("//span[@class='how']")[-1].startswith("interview via The Engine")


def test_what_was_rejected_does_not_rest_on_it(rita, seat, pilot, make_story):
    make_story(citations=[Citation(source=pilot, state="rejected", quote="It held")])
    assert seat(rita).open(url("change", pilot.pk)).texts("//section[@id='resting']/p") == ["No story yet."]


def test_whoever_sees_no_stories_sees_none_here(nora, seat, pilot, make_story):
    nora.user_permissions.set(Permission.objects.filter(codename="view_source"))
    make_story("Secret gate", citations=[Citation(source=pilot)])
    page = seat(nora).open(url("change", pilot.pk))
    assert (page.status, "Secret gate" in shown(page)) == (200, False)


def test_passages_come_twenty_five_to_a_page(rita, seat, pilot, make_story):
    for number in range(26):
        make_story(f"Gate {number}", citations=[Citation(source=pilot)])
    someone = seat(rita)
    assert len(someone.open(url("change", pilot.pk)).texts("//p[@class='story-on-it']")) == 25
    assert someone.open(url("change", pilot.pk) + "?p=2").texts("//p[@class='story-on-it']/a") == ["Gate 0"]


def test_thirty_passages_cost_what_one_does(mara, seat, official, pilot, make_story):
    someone = seat(mara)

    def add(number):
        via = Organisation.objects.create(name=f"Outlet {number}", slug=f"outlet-{number}")
        story = make_story(citations=[Citation(source=official, via=via)])
        sources.approve_unnamed(story, official, by=mara, why="Met her")
        sources.look(official, by=mara, why="The lawyer asks")

    add(0)
    one = queries(someone, url("change", official.pk)), queries(someone, LIST)
    for number in range(1, 30):
        add(number)
        Source.objects.create(
            name=f"Source {number}", slug=f"source-{number}", affiliation=Organisation.objects.first()
        )
    assert (queries(someone, url("change", official.pk)), queries(someone, LIST)) == one


# Approved


def test_a_senior_approves_where_the_story_is_named(mara, seat, official, story):
    page = seat(mara).open(url("change", official.pk))
    (link,) = page.tree.xpath("//p[@class='answers-for']/a/@href")
    assert link == url("approve", official.pk, story.pk)
    page = seat(mara).open(link)
    assert page.texts("//ul[@class='passages']/li") == ["it stood wide open"]
    page = seat(mara).post(link, why="Ed and I met her.")
    assert page.messages == ["You answer for “a harbour official” in this story."]
    assert SourceApproval.objects.get().by.user == mara
    page = seat(mara).open(url("change", official.pk))
    assert page.texts("//p[@class='answers-for']")[0].startswith("Mara Marek answers for it, ")


def test_a_refusal_is_said_and_nothing_written(mara, seat, official, make_story):
    own = make_story(by=mara, citations=[Citation(source=official)])
    page = seat(mara).post(url("approve", official.pk, own.pk), why="Fine")
    assert page.errors == ["You wrote some of this story yourself. Ask another senior to approve the source."]
    assert page.texts("//textarea[@name='why']") == ["Fine"]
    assert SourceApproval.objects.count() == 0


def test_who_may_not_approve(rita, ed, pat, nora, seat, official, story):
    for user in (rita, ed, pat, nora):
        assert seat(user).open(url("approve", official.pk, story.pk)).status == 403
        assert seat(user).post(url("approve", official.pk, story.pk), why="Fine").status == 403
        assert url("approve", official.pk, story.pk) not in shown(seat(user).open(url("change", official.pk)))
