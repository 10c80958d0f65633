"""Settings from the environment: documented, complete, and safe where they are not for development."""

import ast
import os
import shutil
import subprocess
import sys

import pytest

from tests import plugin

PRODUCTION = {
    "SECRET_KEY": "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ALLOWED_HOSTS": "news.example.org",
    "DATABASE_URL": "sqlite://:memory:",
}


@pytest.fixture
def manage(tmp_path):
    """Calls manage.py as on a clone of its own, where nothing is set but what is given."""
    # Copied, for their own place tells them where the clone is; what only lies beside them is linked.
    shutil.copy(plugin.ROOT / "manage.py", tmp_path)
    shutil.copytree(plugin.ROOT / "newsroom", tmp_path / "newsroom")
    for name in ("articles", "bylines", "templates", "static"):
        (tmp_path / name).symlink_to(plugin.ROOT / name)

    def call(*words, **environment):
        return subprocess.run(
            [sys.executable, tmp_path / "manage.py", *words],
            env={"PATH": os.environ["PATH"], **environment},
            capture_output=True,
            text=True,
        )

    return call


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_the_start_stops_with_one_line_where_production_lacks_a_setting(manage, name):
    done = manage("check", **{other: value for other, value in PRODUCTION.items() if other != name})
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"{name} is missing: ")
    assert done.returncode == 1


def test_a_zone_that_is_none_stops_the_start(manage):
    done = manage("check", **PRODUCTION, HOUSE_TIME_ZONE="Vienna")
    assert done.stderr == "HOUSE_TIME_ZONE 'Vienna' is not a time zone such as Europe/Vienna.\n"


def test_the_deployment_check_has_nothing_to_say_of_production(manage):
    done = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert (done.returncode, done.stderr) == (0, "")


def test_development_needs_nothing_but_debug(manage):
    assert manage("check", DEBUG="true").returncode == 0


def test_an_env_file_is_read_and_the_environment_wins_over_it(manage, tmp_path):
    (tmp_path / ".env").write_text("DEBUG=true\nHOUSE_TIME_ZONE=Vienna\n")
    assert "'Vienna'" in manage("check").stderr
    assert manage("check", HOUSE_TIME_ZONE="Europe/Vienna").returncode == 0


def test_every_name_the_settings_read_is_documented():
    tree = ast.parse((plugin.ROOT / "newsroom/settings.py").read_text(encoding="utf-8"))
    read = {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "env"
        and isinstance(node.args[0], ast.Constant)
    }
    assert read == plugin.documented_names()
