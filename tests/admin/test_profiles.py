"""Authors, organisations, sources, sections and topics: an address that stays, one verb that writes."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from articles import desk
from articles.desk import profiles
from articles.models import Credit, PublishedProfile, Section, Topic
from bylines.models import Author, Organisation, Source
from tests.admin.nouns import NOUNS, url
from tests.admin.weights import queries
from tests.admin.writes import watched

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", NOUNS)
def test_a_name_is_enough(model, ed, seat):
    page = seat(ed).open(url(model, "add")).form.type(name="Åse & Sønner’s – 1").press()
    assert (page.status, page.errors) == (200, [])
    noun = model.objects.get()
    assert (noun.name, noun.slug) == ("Åse & Sønner’s – 1", "aase-soenners-1")


@pytest.mark.parametrize("model", [Author, Source, Topic])
def test_two_of_one_name_have_two_addresses(model, ed, seat):
    for _time in range(2):
        seat(ed).open(url(model, "add")).form.type(name="Ada").press()
    assert list(model.objects.order_by("pk").values_list("slug", flat=True)) == ["ada", "ada-2"]


@pytest.mark.parametrize("model", [Section, Topic, Author])
def test_the_longest_name_has_an_address_too(model, ed, seat):
    longest = "ß" * model._meta.get_field("name").max_length
    page = seat(ed).open(url(model, "add")).form.type(name=longest).press()
    assert (page.status, page.errors, model.objects.get().name) == (200, [], longest)
    assert len(model.objects.get().slug) <= model._meta.get_field("slug").max_length


@pytest.mark.parametrize("model", NOUNS)
def test_the_address_can_be_chosen_once_and_stays(model, ed, seat):
    someone = seat(ed)
    someone.open(url(model, "add")).form.type(name="Ada", slug="chosen").press()
    noun = model.objects.get()
    form = someone.open(url(model, "change", noun.pk)).form
    assert "slug" not in form.held
    form.held["slug"] = ["other"]
    form.type(name="Ada Lovelace").press()
    noun.refresh_from_db()
    assert (noun.name, noun.slug) == ("Ada Lovelace", "chosen")


@pytest.mark.parametrize("model", NOUNS)
def test_an_address_that_is_taken_is_asked_again(model, ed, seat):
    someone = seat(ed)
    someone.open(url(model, "add")).form.type(name="One", slug="taken").press()
    page = someone.open(url(model, "add")).form.type(name="Two", slug="taken").press()
    assert (page.status, len(page.errors), page.form["name"], model.objects.count()) == (200, 1, "Two", 1)


@pytest.mark.parametrize("model", NOUNS)
def test_only_the_desk_writes_profiles(model, ed, seat, django_capture_on_commit_callbacks):
    someone = seat(ed)
    add = someone.open(url(model, "add")).form.type(name="Ada")
    with watched() as adding, django_capture_on_commit_callbacks(execute=True):
        add.press()
    change = someone.open(url(model, "change", model.objects.get().pk)).form.type(name="Ada Lovelace")
    with watched() as changing, django_capture_on_commit_callbacks(execute=True):
        change.press()
    for writes in (adding, changing):
        assert {sql.split()[2].strip('"') for sql in writes.outside} == {"django_admin_log"}
        assert model._meta.db_table in writes.tables()
    assert model.objects.get().name == "Ada Lovelace"


# Readers


@pytest.fixture
def live_story(make_story, ada, engine, pilot, city, ports):
    """A live story that carries a profile of each kind."""
    return make_story(status="live", credits=[Credit(author=ada, organisation=engine)], section=city, topics=[ports])


@pytest.mark.parametrize(("model", "told"), [(Author, "bio"), (Organisation, "description"), (Section, "")])
def test_readers_see_what_changed_at_once(model, told, ed, seat, live_story):
    noun = model.objects.get()
    form = seat(ed).open(url(model, "change", noun.pk)).form.type(name="Another name")
    if told:
        form.type(**{told: "One.\n\n<b>Two</b>."})
    form.press()
    profile = PublishedProfile.objects.get(kind=model._meta.model_name)
    assert (profile.name, profile.slug) == ("Another name", noun.slug)
    assert profile.about == ("<p>One.</p>\n\n<p>&lt;b&gt;Two&lt;/b&gt;.</p>" if told else "")


def test_a_print_keeps_the_name_it_was_printed_with(ed, seat, live_story, client):
    ada = Author.objects.get()
    seat(ed).open(url(Author, "change", ada.pk)).form.type(name="Countess Lovelace").press()
    page = client.get(f"/author/{ada.slug}/").content.decode()
    assert "Countess Lovelace" in page
    assert [credit.author.name for credit in live_story.credits.all()] == ["Countess Lovelace"]
    assert desk.revise(live_story, by=ed, seen=1, words={}).number == 2, "the working copy says the new name"


def test_readers_hear_nothing_of_somebody_no_print_carries(ed, seat, ada):
    seat(ed).open(url(Author, "change", ada.pk)).form.type(name="Countess Lovelace").press()
    assert PublishedProfile.objects.count() == 0


# Who may


@pytest.mark.parametrize("model", NOUNS)
def test_who_keeps_profiles_and_who_only_looks(model, rita, ed, pat, mara, nora, seat):
    noun = model.objects.create(name="Ada", slug="ada")
    asked = {
        user.username: (
            seat(user).open(url(model, "changelist")).status,
            seat(user).open(url(model, "change", noun.pk)).status,
            seat(user).open(url(model, "add")).status,
            seat(user).post(url(model, "change", noun.pk), name=f"By {user.username}").status,
        )
        for user in (nora, rita, pat)
    }
    # Whoever writes stories may add who spoke in them.
    adds = 200 if model is Source else 403
    assert asked == {"nora": (403,) * 4, "rita": (200, 200, adds, 403), "pat": (200, 200, 403, 403)}
    noun.refresh_from_db()
    assert noun.name == "Ada"
    for user in (ed, mara):
        seat(user).open(url(model, "change", noun.pk)).form.type(name=f"By {user.username}").press()
        noun.refresh_from_db()
        assert noun.name == f"By {user.username}"


@pytest.mark.parametrize("model", NOUNS)
def test_nobody_deletes_what_stories_name(model, seat):
    boss = seat(User.objects.create_superuser("boss"))
    noun = model.objects.create(name="Ada", slug="ada")
    assert boss.open(url(model, "delete", noun.pk)).status == 403
    assert boss.post(url(model, "delete", noun.pk), post="yes").status == 403
    boss.post(url(model, "changelist"), action="delete_selected", _selected_action=noun.pk, post="yes")
    assert model.objects.count() == 1


@pytest.mark.parametrize(
    ("model", "row", "field"),
    [
        (Author, "credit", "author"),
        (Organisation, "credit", "organisation"),
        (Source, "citation", "source"),
        (Topic, "article", "topics"),
    ],
)
def test_a_reporter_finds_names_to_credit(model, row, field, rita, nora, seat):
    noun = model.objects.create(name="Ada Lovelace", slug="ada")
    asked = {"term": "love", "app_label": "articles", "model_name": row, "field_name": field}
    response = seat(rita).client.get(reverse("admin:autocomplete"), asked)
    assert response.json()["results"] == [{"id": str(noun.pk), "text": "Ada Lovelace"}]
    assert seat(nora).client.get(reverse("admin:autocomplete"), asked).status_code == 403


def test_an_editor_ties_an_author_to_an_account(ed, rita, seat, ada):
    form = seat(ed).open(url(Author, "change", ada.pk)).form
    assert [text for text in form.page.texts("//select[@name='user']/option") if "Rita" in text] == ["Rita Reyes"]
    form.type(user=rita.pk).press()
    ada.refresh_from_db()
    assert ada.user == rita


# What they cost


@pytest.mark.parametrize("model", NOUNS)
def test_thirty_rows_cost_what_one_does(model, ed, seat):
    someone = seat(ed)

    def make(number):
        own = {}
        if model is Author:
            own = {"user": User.objects.create_user(f"user-{number}")}
        if model is Source:
            own = {"affiliation": Organisation.objects.create(name=f"Org {number}", slug=f"org-{number}")}
        model.objects.create(name=f"Name {number}", slug=f"name-{number}", **own)

    make(0)
    one = queries(someone, url(model, "changelist"))
    for number in range(1, 30):
        make(number)
    assert queries(someone, url(model, "changelist")) == one


def test_a_name_taken_at_the_same_moment_is_said_on_the_form_with_everything_typed(ed, seat, monkeypatch):
    """Somebody makes the same author between the look whether the address is free and the save."""

    def late(model, name):
        return Author.objects.create(name="Other", slug="ada-lovelace").slug

    monkeypatch.setattr(profiles, "free_slug", late)
    answer = seat(ed).open(url(Author, "add")).form.type(name="Ada Lovelace", title="Countess").press()
    assert answer.errors == [
        "Somebody saved one of this name or address just now. Look whether it is the same, or change it."
    ]
    assert answer.tree.xpath("//input[@name='title']/@value") == ["Countess"]
    assert Author.objects.filter(name="Ada Lovelace").count() == 0
