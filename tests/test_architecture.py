"""The house stands as it is drawn in `tests/architecture.py`, where the table of rooms is."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture import (
    ROOT,
    RULES,
    borrowings,
    hiding_places,
    lent,
    modules,
    overrides,
    receivers,
    room_of,
    source,
    tree_of,
    trespasses,
    writings,
)

READERS_TAGS = {"i18n", "l10n", "static", "tz"}
DRAWERS = {"utils", "helpers", "common", "misc", "services", "signals"}
LONGEST = 320


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_its_rules(rule):
    complaints = [
        f"{source(module).relative_to(ROOT)}:{line}: {complaint}"
        for module in modules()
        for line, complaint in rule(tree_of(module), module)
    ]
    assert not complaints, "\n".join(complaints)


def test_every_module_has_a_room():
    assert [module for module in modules() if room_of(module) == "articles"] == ["articles"]


def test_the_house_listens_to_one_signal():
    assert source("articles.apps").read_text(encoding="utf-8").count(".connect(") == 1


def test_pages_for_readers_load_no_tags_of_the_desk():
    templates = [path for path in (ROOT / "templates").rglob("*.*") if "admin" not in path.parts]
    loads = [
        load
        for template in templates
        for load in re.findall(r"{%\s*load\s+(.+?)\s*%}", template.read_text(encoding="utf-8"))
    ]
    assert {tag for load in loads for tag in load.split(" from ")[-1].split()} <= READERS_TAGS


def ours() -> list[Path]:
    """Every Python file that belongs to the project, by its path in the clone."""
    tops = [top for top in ROOT.iterdir() if not top.name.startswith(".") and not (top / "pyvenv.cfg").exists()]
    paths = [path for top in tops if top.name != "var" for path in ([top] if top.is_file() else top.rglob("*"))]
    return [path.relative_to(ROOT) for path in paths if path.suffix == ".py"]


def test_no_file_or_folder_is_a_drawer():
    assert [path for path in ours() if DRAWERS & {*path.parent.parts, path.stem}] == []


def test_no_file_is_long():
    apart = {"migrations", "tests", "benchmarks"}
    lengths = {
        str(path): len((ROOT / path).read_text(encoding="utf-8").splitlines())
        for path in ours()
        if not apart & set(path.parts)
    }
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}
    assert "articles/states.py" in lengths


# A rule that is never seen to complain may have stopped looking. Each sample breaks one, or comes close to it.


@pytest.mark.parametrize(
    ("module", "code", "complaint"),
    [
        ("articles.public.views", "from articles.models import Article", "articles.models.Article"),
        ("articles.public.views", "from articles.models import PublishedArticle", "articles.models.PublishedArticle"),
        ("articles.public.views", "from articles import models", "articles.models"),
        ("articles.public.views", "from articles.models import *", "articles.models.*"),
        ("articles.public.views", "from articles.models.article import Article", "articles.models.article.Article"),
        ("articles.public.views", "import articles.desk.gate as gate", "articles.desk.gate"),
        ("articles.public.views", "import articles", "articles"),
        ("articles.public.views", "def view():\n    from articles import desk", "articles.desk"),
        ("articles.public.views", "async def view():\n    import articles.admin", "articles.admin"),
        ("articles.public.views", "class View:\n    from articles.importing import run", "articles.importing.run"),
        ("articles.public.views", "if TYPE_CHECKING:\n    from bylines.models import Author", "bylines.models.Author"),
        ("articles.public.views", "import_module('articles.desk')", "articles.desk"),
        ("articles.public.views", "__import__('articles.desk.prints')", "articles.desk.prints"),
        ("articles.public.views", "sys.modules['articles.desk']", "articles.desk"),
        ("articles.public.views", "apps.get_model('articles', 'Article')", "articles.models.Article"),
        ("articles.public.views", "apps.get_model('articles', 'article')", "articles.models.Article"),
        ("articles.public.views", "apps.get_model('articles.Revision')", "articles.models.Revision"),
        ("articles.public.views", "apps.get_model('bylines.Author')", "bylines.Author"),
        ("articles.public.views", "from newsroom.settings import DEBUG", "newsroom.settings.DEBUG"),
        ("articles.text.clean", "from articles.models import Article", "articles.models.Article"),
        ("articles.text.clean", "from articles import states", "articles.states"),
        ("articles.states", "from articles.text.clean import clean", "articles.text.clean.clean"),
        ("articles.guards", "from articles.models import Revision", "articles.models.Revision"),
        ("articles.models.article", "from articles import desk", "articles.desk"),
        ("articles.models.article", "from articles.search import readers", "articles.search.readers"),
        ("articles.models.published", "from articles.models.article import Article", "articles.models.article.Article"),
        ("articles.models.published", "from bylines.models import Author", "bylines.models.Author"),
        ("articles.models.published", "ForeignKey('articles.Article')", "articles.models.Article"),
        ("articles.search", "from articles.desk import gate", "articles.desk.gate"),
        ("articles.desk.gate", "from articles.importing import run", "articles.importing.run"),
        ("articles.desk.gate", "from articles.public.views import story", "articles.public.views.story"),
        ("articles.importing.run", "from articles.admin import rail", "articles.admin.rail"),
        ("articles.admin.rail", "from articles.importing import run", "articles.importing.run"),
        ("articles.admin.rail", "from articles.public.views import story", "articles.public.views.story"),
        ("bylines.names", "from articles.text.clean import clean", "articles.text.clean.clean"),
        ("bylines.names", "def parse():\n    from articles.models import Credit", "articles.models.Credit"),
        ("newsroom.house", "from articles import desk", "articles.desk"),
    ],
)
def test_an_import_of_a_room_out_of_bounds_is_seen(module, code, complaint):
    ((_line, said),) = trespasses(ast.parse(code), module)
    assert said == f"{room_of(module)} may not import {complaint}"


@pytest.mark.parametrize(
    ("module", "code"),
    [
        ("articles.public.views", "from articles.models.published import PublishedArticle"),
        ("articles.public.views", "from articles.models import published"),
        ("articles.public.views", "from articles import clock, search"),
        ("articles.public.views", "apps.get_model('articles', 'PublishedArticle')"),
        ("articles.public.views", "user.has_perm('articles.view_article')"),
        ("articles.public.views", "'''Nothing here imports articles.desk.'''"),
        ("articles.admin.preview", "from articles.public.views import story"),
        ("articles.models.citation", "from bylines.models import Source"),
        ("articles.models.receipt", "ForeignKey('articles.Article')"),
        ("newsroom.urls", "include('articles.public.urls')"),
    ],
)
def test_an_import_within_bounds_passes(module, code):
    assert list(trespasses(ast.parse(code), module)) == []


@pytest.mark.parametrize(
    ("rule", "module", "code"),
    [
        (hiding_places, "articles.apps", "class Config:\n    def ready(self):\n        from articles import guards"),
        (hiding_places, "articles.desk.gate", "def inspect():\n    if True:\n        import json"),
        (hiding_places, "articles.public.views", "from . import errors"),
        (hiding_places, "articles.public.views", "from ..desk import gate"),
        (hiding_places, "articles.public.views", "from importlib import import_module"),
        (hiding_places, "articles.public.views", "import importlib"),
        (hiding_places, "articles.public.views", "from django.utils.module_loading import import_string"),
        (hiding_places, "articles.public.views", "__import__(name)"),
        (hiding_places, "articles.public.views", "apps.get_model(label)"),
        (hiding_places, "articles.public.views", "apps.get_model('articles', model_name=name)"),
        (hiding_places, "articles.public.views", "import json, articles.search"),
        (writings, "articles.admin.article", "article.save()"),
        (writings, "articles.admin.article", "form.save(commit=True)"),
        (writings, "articles.public.views", "Article.objects.create(headline='')"),
        (writings, "articles.public.views", "PublishedArticle.objects.filter(pk=1).update(headline='')"),
        (writings, "articles.importing.run", "Organisation.objects.get_or_create(name='')"),
        (writings, "articles.importing.run", "article.credits.set([])"),
        (writings, "articles.models.article", "self.revisions.all().delete()"),
        (writings, "articles.admin.article", "connection.cursor()"),
        (overrides, "articles.models.article", "class Article(Model):\n    def save(self):\n        pass"),
        (overrides, "bylines.models.author", "class Author(Model):\n    def delete(self):\n        pass"),
        (receivers, "articles.apps", "from django.db.models.signals import post_save"),
        (receivers, "articles.desk.gate", "from django.db.models.signals import post_migrate"),
        (receivers, "articles.admin.article", "from django.dispatch import receiver"),
    ],
)
def test_every_other_rule_is_seen_to_complain(rule, module, code):
    assert len(list(rule(ast.parse(code), module))) == 1


def test_a_name_is_taken_from_where_it_lives():
    lender = next(module for module in modules() if lent(module))
    name, (package, _dot, last) = min(lent(lender)), lender.rpartition(".")
    for code in (
        f"from {lender} import {name}",
        f"from {lender} import *",
        f"from {package} import {last}\n{last}.{name}()",
        f"import {lender} as room\nroom.{name}()",
    ):
        ((_line, said),) = borrowings(ast.parse(code), "articles.public.views")
        assert said.endswith(f" does not live in {lender}")
    assert list(borrowings(ast.parse(f"from {lender} import its_own"), "articles.public.views")) == []


@pytest.mark.parametrize(
    ("rule", "module", "code"),
    [
        (hiding_places, "articles.demo.town", "from importlib.resources import files"),
        (writings, "articles.desk.moves", "article.save()"),
        (writings, "articles.admin.article", "form.save(commit=False)"),
        (writings, "articles.admin.article", "context.update(title='')\nseen.add(1)\ncache.delete('key')"),
        (overrides, "articles.models.article", "class Article(Model):\n    def standing(self):\n        pass"),
        (receivers, "articles.apps", "from django.db.models.signals import post_migrate"),
    ],
)
def test_what_only_looks_like_breaking_a_rule_passes(rule, module, code):
    assert list(rule(ast.parse(code), module)) == []
