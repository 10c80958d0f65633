"""The drawing of the house, and how to see where it is not kept to: who may import whom, and who may write.

Only syntax trees are read: nothing of the house is imported and no database is asked. A function is a hiding place like
any other, and so is a string: `import_module("articles.desk")` and `get_model("articles.Article")` are imports too.
"""

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

PURE = {"articles.states", "articles.clock", "articles.text"}
NOUNS = {"articles.models", "articles.models.published", "bylines"}
BELOW_DESK = {*PURE, *NOUNS, "articles.search", "articles.likeness", "articles.pages"}
ABOVE_DESK = {*BELOW_DESK, "articles.desk"}

# Each room, and the other rooms it may import from. A module belongs to the room with the longest name that begins its
# own. `articles.models` is every noun, those of the desk among them; `articles.models.published` is the print alone.
MAY_IMPORT: dict[str, set[str]] = {
    "newsroom": set(),  # wires the rooms together, and names them in strings only
    "bylines": set(),
    "articles": set(),
    "articles.states": set(),
    "articles.clock": set(),
    "articles.text": set(),
    "articles.guards": set(),
    "articles.grants": {"articles.guards"},
    "articles.apps": {"articles.guards", "articles.states", "articles.models"},
    "articles.models": {*PURE, "articles.models.published", "bylines"},
    "articles.models.published": {"articles.states", "articles.text"},
    "articles.migrations": {*NOUNS, "articles.text"},
    "articles.search": {"articles.models", "articles.models.published", "articles.text"},
    "articles.likeness": {"articles.text"},
    "articles.pages": {"articles.models.published"},
    "articles.desk": {*BELOW_DESK, "articles.guards"},
    "articles.importing": ABOVE_DESK,
    "articles.public": {*PURE, "articles.models.published", "articles.search", "articles.pages"},
    "articles.admin": {*ABOVE_DESK, "articles.admin.preview", "articles.admin.retrying"},
    "articles.admin.preview": {*ABOVE_DESK, "articles.admin", "articles.public"},
    "articles.admin.retrying": {*ABOVE_DESK, "articles.importing"},
    "articles.templatetags": {*ABOVE_DESK, "articles.admin"},
    "articles.demo": {*ABOVE_DESK, "articles.importing"},
    "articles.management": {*ABOVE_DESK, "articles.importing", "articles.demo", "articles.grants"},
}

# Beside the desk only these write: the foundation, the two indexes, the guards, and the demo's accounts.
WRITERS = {
    "articles.apps",
    "articles.demo.cast",
    "articles.desk",
    "articles.grants",
    "articles.guards",
    "articles.likeness",
    "articles.migrations",
    "articles.search",
    "bylines.migrations",
}

LOADERS = re.compile(r"(importlib(?!\.(resources|metadata))|pkgutil|runpy|django\.utils\.module_loading)(\..+)?")
A_NAME = re.compile(r"(articles|bylines|newsroom)(\.\w+)+")
ALWAYS_WRITE = re.compile(r"a?(bulk_create|bulk_update|get_or_create|update_or_create|create)|cursor|raw")
QUERIES = {"objects", "filter", "exclude", "all", "using", "_default_manager", "_base_manager"}
ROWS = {"credits", "origins", "citations", "topics", "groups", "permissions", "user_permissions"}

Complaints = Iterator[tuple[int, str]]


def source(module: str) -> Path:
    """The file of a module of the house."""
    place = ROOT.joinpath(*module.split("."))
    return place / "__init__.py" if place.is_dir() else place.with_suffix(".py")


def modules() -> list[str]:
    """Every module of the house, by its dotted name."""
    paths = [path for top in ("articles", "bylines", "newsroom") for path in sorted((ROOT / top).rglob("*.py"))]
    return [".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in paths]


def within(name: str, room: str) -> bool:
    """Whether the dotted `name` is `room` or something in it."""
    return f"{name}.".startswith(f"{room}.")


def room_of(name: str) -> str:
    """The room a dotted name of the house belongs to; empty for what is not of the house."""
    return max((room for room in MAY_IMPORT if within(name, room)), key=len, default="")


@cache
def tree_of(module: str) -> ast.Module:
    """The syntax tree of a module of the house."""
    return ast.parse(source(module).read_text(encoding="utf-8"))


@cache
def nouns() -> dict[str, str]:
    """The dotted name of every model by its label in small letters: articles.models.Article by articles.article."""
    return {
        f"{module.split('.')[0]}.{node.name}".lower(): f"{room_of(module)}.{node.name}"
        for module in modules()
        if ".models" in module
        for node in tree_of(module).body
        if isinstance(node, ast.ClassDef)
    }


def trespasses(tree: ast.Module, module: str) -> Complaints:
    """Imports that lead where the room of `module` may not go, however they are made."""
    room = room_of(module)
    for line, name, by_string in named(tree):
        there = room_of(name)
        if there in ("", room) or there in MAY_IMPORT[room]:
            continue
        # Wiring is done in strings, "articles.view_article" is a permission, "newsroom.json" a file.
        if not by_string or (room != "newsroom" and there not in ("articles", "newsroom")):
            yield line, f"{room} may not import {name}"


def named(tree: ast.Module) -> Iterator[tuple[int, str, bool]]:
    """Every dotted name a module imports, or holds as a string: line, name, whether it is a string."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, alias.name, False) for alias in names)
            case ast.ImportFrom(module=str(base), names=names, level=0):
                yield from ((node.lineno, f"{base}.{alias.name}", False) for alias in names)
            case ast.Constant(value=str(text)) if A_NAME.fullmatch(text):
                yield node.lineno, nouns().get(text.lower(), text), True
            case ast.Call(func=ast.Attribute(attr="get_model"), args=[ast.Constant(app), ast.Constant(model)]):
                yield node.lineno, nouns().get(f"{app}.{model}".lower(), f"{app}.models.{model}"), True


def hiding_places(tree: ast.Module, module: str) -> Complaints:
    """Imports inside functions, and ways to import that no reader of the code could follow."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                for inner in ast.walk(node):
                    if isinstance(inner, ast.Import | ast.ImportFrom):
                        yield inner.lineno, f"an import is hidden in {name}()"
            case ast.Import(names=names) if ".migrations." not in module:  # Django writes those so
                for name in (alias.name for alias in names if room_of(alias.name) and not alias.asname):
                    yield node.lineno, f"import {name} lays hands on the whole house; say: from … import …"
            case ast.ImportFrom(level=level) if level:
                yield node.lineno, "a relative import does not say where it leads"
            case ast.Name(id="__import__" | "eval" | "exec" as name):
                yield node.lineno, f"{name} can import anything"
            case ast.Call(func=ast.Attribute(attr="get_model"), args=args, keywords=keywords):
                if keywords or not all(isinstance(argument, ast.Constant) for argument in args):
                    yield node.lineno, "get_model() does not say which model"
    for line, name, _by_string in named(tree):
        if LOADERS.fullmatch(name):
            yield line, f"{name} can import anything"


def borrowings(tree: ast.Module, module: str) -> Complaints:
    """Names taken from a module that only imported them itself: a way around the table of rooms."""
    homes = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            homes.update({alias.asname: alias.name for alias in node.names if alias.asname})
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            for alias in node.names:
                homes[alias.asname or alias.name] = f"{node.module}.{alias.name}"
                borrowed = lent(node.module or "")
                if alias.name in borrowed or (alias.name == "*" and borrowed):
                    yield node.lineno, f"{alias.name} does not live in {node.module}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            home = homes.get(node.value.id, "")
            if node.attr in lent(home):
                yield node.lineno, f"{node.attr} does not live in {home}"


@cache
def lent(module: str) -> set[str]:
    """The names that a module of the house imports from the house. A package may hand on what is in it."""
    if not room_of(module) or not source(module).is_file() or source(module).name == "__init__.py":
        return set()
    imported = [node for node in tree_of(module).body if isinstance(node, ast.ImportFrom)]
    return {alias.asname or alias.name for node in imported if room_of(node.module or "") for alias in node.names}


def writings(tree: ast.Module, module: str) -> Complaints:
    """Calls that write to the database, outside the desk."""
    if any(within(module, writer) for writer in WRITERS):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and writes(node, node.func):
            yield node.lineno, f".{node.func.attr}() writes; call a verb of the desk"


def writes(call: ast.Call, method: ast.Attribute) -> bool:
    """Whether calling `method` so changes rows, as far as its name and what it is called on tell."""
    chain = {inner.attr for inner in ast.walk(method.value) if isinstance(inner, ast.Attribute)}
    match method.attr:
        case "save" | "asave":  # a form's save(commit=False) only makes an object
            return not any(word.arg == "commit" and ast.unparse(word.value) == "False" for word in call.keywords)
        case "delete" | "adelete":  # a cache's delete() names a key
            return not call.args
        case "update" | "aupdate":  # so has a dictionary one
            return bool(chain & QUERIES)
        case "add" | "set" | "remove" | "clear":  # so has a set
            return isinstance(method.value, ast.Attribute) and method.value.attr in ROWS
        case name:
            return bool(ALWAYS_WRITE.fullmatch(name))


def overrides(tree: ast.Module, module: str) -> Complaints:
    """Models that do more than save when they are saved."""
    if ".models" not in module:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name in ("save", "delete", "save_base", "asave", "adelete"):
            yield node.lineno, f"a model defines {node.name}(); verbs belong to the desk"


def receivers(tree: ast.Module, module: str) -> Complaints:
    """Signals anywhere but in the one place that may listen to one."""
    for line, name, _by_string in named(tree):
        listens = re.search(r"\.signals(\.|$)|^django\.dispatch", name)
        if listens and (module, name) != ("articles.apps", "django.db.models.signals.post_migrate"):
            yield line, f"{name} is heard; the one signal of the house is post_migrate in articles.apps"


RULES: list[Callable[[ast.Module, str], Complaints]] = [
    trespasses,
    hiding_places,
    borrowings,
    writings,
    overrides,
    receivers,
]
