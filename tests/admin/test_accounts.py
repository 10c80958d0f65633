"""The door of the admin, and the accounts of those who go through it."""

from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles import desk
from articles.states import SYSTEM
from tests.admin.screen import Page, Seat, article_url
from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db

LOGIN = "/admin/login/"


def log_in(client, username, password=PASSWORD, after="/admin/"):
    """Presses *Log in*."""
    return client.post(f"{LOGIN}?next={after}", {"username": username, "password": password})


# The door


def test_the_login_page_stands_under_the_policy(client):
    response = client.get(LOGIN)
    policy = response.headers["Content-Security-Policy"]
    assert (response.status_code, "unsafe-" in policy, "default-src 'none'" in policy) == (200, False, True)
    page = Page(None, response)
    assert sorted(page.tree.xpath("//form[@method='post']//input[@required]/@name")) == ["password", "username"]
    assert page.tree.xpath("//*[@style] | //*[starts-with(name(@*), 'on')] | //script[not(@src)]") == []


def test_who_has_an_account_comes_in(rita, client):
    where = article_url("changelist")
    response = log_in(client, "rita", after=where)
    assert (response.status_code, response.headers["Location"]) == (302, where)
    assert client.get(where).status_code == 200


def test_the_page_after_the_door_is_in_the_house(rita, client):
    for elsewhere in ("https://elsewhere.example/", "//elsewhere.example/", "javascript:x()"):
        where = urlsplit(log_in(client, "rita", after=elsewhere).headers["Location"])
        assert (where.scheme, where.netloc, where.path[0]) == ("", "", "/")


@pytest.mark.parametrize(
    ("username", "password"),
    [("rita", "wrong"), ("nobody", PASSWORD), (SYSTEM, "!"), ("gone", PASSWORD), ("reader", PASSWORD)],
)
def test_others_are_told_so_at_the_door(username, password, rita, client):
    User.objects.create_user("gone", password=PASSWORD, is_staff=True, is_active=False)
    User.objects.create_user("reader", password=PASSWORD)
    response = log_in(client, username, password)
    assert (response.status_code, "_auth_user_id" in client.session) == (200, False)
    assert len(Page(None, response).texts("//p[contains(@class, 'errornote')]")) == 1


def test_whoever_is_deactivated_is_out_at_once(rita, seat):
    someone = seat(rita)
    assert someone.open("/admin/").response.redirect_chain == []
    rita.is_active = False
    rita.save()
    assert someone.open("/admin/").response.redirect_chain == [("/admin/login/?next=/admin/", 302)]


def test_a_press_at_the_door_must_come_from_the_house_itself(rita):
    assert log_in(Client(enforce_csrf_checks=True), "rita").status_code == 403


def test_the_way_out(rita, seat):
    someone = seat(rita)
    assert someone.client.get("/admin/logout/").status_code == 405
    someone.client.post("/admin/logout/")
    assert someone.open("/admin/").response.redirect_chain != []


# The accounts


@pytest.fixture
def boss(db):
    """A superuser at the screen."""
    return Seat(User.objects.create_superuser("boss"))


def test_nobody_deletes_an_account(boss, rita, nora):
    for user in (rita, nora):
        where = reverse("admin:auth_user_delete", args=[user.pk])
        assert (boss.open(where).status, boss.post(where, post="yes").status) == (403, 403)
    page = boss.open(reverse("admin:auth_user_changelist"))
    assert page.tree.xpath("//select[@name='action']") == []
    boss.post(reverse("admin:auth_user_changelist"), action="delete_selected", _selected_action=nora.pk, post="yes")
    assert User.objects.filter(pk__in=[rita.pk, nora.pk]).count() == 2


def test_there_is_no_button_to_delete_either(boss, nora):
    page = boss.open(reverse("admin:auth_user_change", args=[nora.pk]))
    assert (page.status, page.tree.xpath("//a[contains(@href, '/delete/')]")) == (200, [])


def test_an_account_is_deactivated_instead(boss, rita, make_story):
    story = make_story()
    form = boss.open(reverse("admin:auth_user_change", args=[rita.pk])).form
    form.type(is_active=None, first_name="", last_name="", email="").press("_save")
    rita.refresh_from_db()
    assert (rita.is_active, rita.get_full_name(), story.decisions.get().by.user) == (False, "", rita)
    with pytest.raises(desk.Refused):
        desk.submit(story, by=rita, seen=1)


def test_a_new_account_starts_with_nothing(boss, make_story):
    make_story()
    form = boss.open(reverse("admin:auth_user_add")).form
    form.type(username="newcomer", password1="harbour-wall-9", password2="harbour-wall-9").press("_save")
    newcomer = User.objects.get(username="newcomer")
    assert (newcomer.is_staff, newcomer.is_superuser, newcomer.get_all_permissions()) == (False, False, set())


@pytest.mark.parametrize("page", ["auth_user_changelist", "auth_user_add", "auth_group_changelist"])
def test_accounts_are_for_superusers(page, rita, ed, pat, mara, nora):
    assert {Seat(user).open(reverse(f"admin:{page}")).status for user in (rita, ed, pat, mara, nora)} == {403}


def test_a_role_is_given_on_the_screen_and_holds_at_once(boss, nora, make_story):
    story = make_story(status="in_review")
    page = boss.open(reverse("admin:auth_user_change", args=[nora.pk]))
    (editor,) = page.tree.xpath("//select[@name='groups']/option[text()='Editor']/@value")
    page.form.type(groups=[editor]).press("_save")
    Seat(nora).open_story(story).button("approve").press()
    assert story.decisions.last().verb == "approve"
