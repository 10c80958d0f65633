"""What tests share: the databases, the cast, stories on their way, and a browser.

The cast: Rita reports, Ed edits, Pat publishes, Mara is managing editor, Nora has an account and no role.
"""

import itertools
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import hypothesis
import pytest
from cryptography.fernet import Fernet
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.db import connections
from django.db.backends.base.operations import BaseDatabaseOperations
from django.test import override_settings
from playwright._impl._driver import compute_driver_executable
from playwright.sync_api import Page, expect

from articles import desk, guards, likeness, search
from articles.desk import pictures, sources
from articles.models import Article, Credit, Picture
from bylines.models import Source
from tests import plugin, postgresql
from tests.photographs import photograph
from tests.unnamed import WHO, unnamed

PASSWORD = "newsroom-1"

# A slow machine is no wrong answer.
hypothesis.settings.register_profile("house", parent=hypothesis.settings.default, deadline=None)
hypothesis.settings.load_profile("house")

# Databases


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Lets every test that may read also read as readers do."""
    for item in items:
        mark = item.get_closest_marker("django_db")
        if mark or {"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ())):
            asked = mark or pytest.mark.django_db.mark
            both = {"databases": ["default", "readers"], **asked.kwargs}
            item.add_marker(pytest.mark.django_db(*asked.args, **both), append=False)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """A place of its own for the database of each run: a file, or a server that ends with the run."""
    if os.environ["DATABASE_URL"] != plugin.OWN_CLUSTER:
        if connections["default"].vendor == "sqlite":
            settings.DATABASES["default"]["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
        yield
        return
    programs = postgresql.programs()
    if programs is None:
        plugin.lacking("PostgreSQL is not on this machine. To test on it too: apt-get install postgresql")
    with postgresql.running(programs) as directory:
        for database in settings.DATABASES.values():
            database["OPTIONS"]["host"] = directory
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Lets the test runner empty the record, which nothing else may."""
    flush = BaseDatabaseOperations.execute_sql_flush

    def lift_and_flush(operations: BaseDatabaseOperations, statements: list[str]) -> None:
        guards.lift(operations.connection)
        # No model stands for the indexes of words and of likeness, so that Django does not know of them.
        indexes = (search.READERS, search.DESK, likeness.SHINGLES)
        flush(operations, [*(f"DELETE FROM {table}" for table in indexes), *statements])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", lift_and_flush)
        yield
    with django_db_blocker.unblock():
        connections["readers"].close()  # an open connection would keep the test database from being dropped


@pytest.fixture(autouse=True)
def readers_see_open_transaction() -> Iterator[None]:
    """In a test that is one transaction readers share the desk's connection: nobody else can see what it wrote.

    A test that commits (`transaction=True`, or with a live server) has readers on a connection of their own.
    """
    own = connections["readers"]
    if connections["default"].in_atomic_block:
        connections["readers"] = connections["default"]
    yield
    connections["readers"] = own


@pytest.fixture(autouse=True, scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Static files as they lie, with nothing to collect first, a store of its own, passwords that take no time."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(
        STORAGES={**settings.STORAGES, "staticfiles": plain},
        WHITENOISE_USE_FINDERS=True,
        WHITENOISE_AUTOREFRESH=True,
        MEDIA_ROOT=tmp_path_factory.mktemp("media"),
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    ):
        yield


# The cast


def member(username: str, last_name: str, *roles: str) -> User:
    """A member of staff in these roles."""
    user = User.objects.create_user(
        username,
        f"{username}@example.org",
        PASSWORD,
        first_name=username.capitalize(),
        last_name=last_name,
        is_staff=True,
    )
    user.groups.set(Group.objects.get(name=role) for role in roles)
    return user


@pytest.fixture
def rita(db: None) -> User:
    """Rita reports."""
    return member("rita", "Reyes", "Reporter")


@pytest.fixture
def ed(db: None) -> User:
    """Ed edits."""
    return member("ed", "Eklund", "Editor")


@pytest.fixture
def pat(db: None) -> User:
    """Pat publishes."""
    return member("pat", "Pereira", "Publisher")


@pytest.fixture
def mara(db: None) -> User:
    """Mara is managing editor."""
    return member("mara", "Marek", "Managing editor")


@pytest.fixture
def nora(db: None) -> User:
    """Nora may not."""
    return member("nora", "Novak")


# Stories


@pytest.fixture
def make_story(rita: User, ed: User, pat: User) -> Callable[..., Article]:
    """Makes a story and walks it to `status` by the verbs of the desk; `words` are its columns and rows."""
    number = itertools.count(1)

    def make(
        headline: str = "Harbour wall holds through the storm", *, status: str = "draft", by: User = rita, **words: Any
    ) -> Article:
        rows = {name: words.pop(name) for name in ("credits", "origins", "citations", "topics") if name in words}
        rows.setdefault("credits", [Credit(wording="Staff")])
        told = {"slug": f"story-{next(number)}", "dek": "It held.", "body": "<p>The wall held all night.</p>"}
        story = desk.start(by=by, words={"headline": headline, **told, **words}, **rows)
        road = {
            "draft": lambda: None,
            "in_review": lambda: desk.submit(story, by=by, seen=story.version),
            "approved": lambda: desk.approve(story, by=ed, seen=story.version),
            "live": lambda: desk.publish(story, by=pat, seen=story.version),
        }
        for step in list(road)[: list(road).index(status) + 1]:
            road[step]()
        return story

    return make


# Sources


@pytest.fixture
def keys(settings: Any) -> Any:
    """The settings, with a key to seal with."""
    settings.SOURCE_KEYS = [Fernet.generate_key().decode()]
    return settings


@pytest.fixture
def official(keys: Any, ed: User) -> Source:
    """A source who must not be named, sealed by Ed."""
    source = unnamed()
    sources.save_source(source, by=ed, identity=WHO)
    return source


# Pictures


@pytest.fixture
def make_picture(rita: User) -> Callable[..., Picture]:
    """Takes a picture into the library, of another colour each time; `words` are what is said of it."""
    shades = itertools.count(1)

    def make(**words: Any) -> Picture:
        words.setdefault("alt", "A wall")
        picture = Picture(**words)
        pictures.keep_file(picture, photograph(colour=(200, next(shades), 90)), by=rita)
        return picture

    return make


def figure(picture: Picture, caption: str = "") -> str:
    """The lines of a body that show `picture`."""
    tag = f'<figure data-picture="{picture.key}">'
    return f"{tag}\n<figcaption>{caption}</figcaption>\n</figure>" if caption else f"{tag}</figure>"


# The browser


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium, which asks nobody for anything while it runs."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        plugin.lacking("Chromium is not on this machine. For the browser tests: apt-get install chromium")
    driver, _program = compute_driver_executable()
    if subprocess.run([driver, "--version"], capture_output=True).returncode:
        plugin.lacking("Playwright's driver does not start. For the browser tests: apt-get install libatomic1")
    quiet = ["gpu", "quic", "background-networking", "component-update", "sync"]
    return {
        **browser_type_launch_args,
        "executable_path": found,
        "chromium_sandbox": os.geteuid() != 0,  # root has none
        "args": ["--no-first-run", *(f"--disable-{what}" for what in quiet)],
    }


@pytest.fixture
def sign_in(live_server: Any) -> Callable[[Page, User], None]:
    """Signs a member of the cast in as they do it themselves, at the door of the admin."""

    def sign(page: Page, user: User) -> None:
        page.goto(f"{live_server.url}/admin/login/")
        page.locator("[name=username]").fill(user.username)
        page.locator("[name=password]").fill(PASSWORD)
        page.locator("[type=submit]").click()
        expect(page).not_to_have_url(re.compile("/login/"))

    return sign


@pytest.fixture
def desk_of(new_context: Callable[[], Any], sign_in: Callable[[Page, User], None]) -> Callable[[User], Page]:
    """Opens the desk as one of the cast, each in a browser of their own."""

    def open_desk(user: User) -> Page:
        page = new_context().new_page()
        sign_in(page, user)
        return page

    return open_desk
