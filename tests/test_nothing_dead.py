"""What nothing uses goes out: whatever the house defines is also read in the house.

A name of a file is read in it, or by who imports it. Of members only the names are compared, so
one that shares its name with another in use is not found. Members of classes that come from a
library are called by it and left out, as is what a decorator takes with it: a command, a text.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tests.sources import parsed, walk

ROOT = Path(__file__).parent.parent
#: What nothing in the house reads by its name, and why it stays.
ELSEWHERE = {
    "register": "each feature and each command is asked for it, whatever its file is called",
    "settle_down": "the step that tests take",
    "take_updates": "the same, of the Telegram that is played",
    "LONGEST_POLL": "a limit that the played Telegram does not keep to yet",
    "Method": "what a method of the played Telegram looks like, kept beside the methods, too",
    "InlineDialect": "named in the registry of database drivers",
    "doctype": "called by the parser of XML",
    "form_page": "a form as a page, which no channel serves yet",
    "read_posted": "what comes back from it",
}


def house() -> dict[str, ast.Module]:
    """Return every file by its dotted name, but migrations, which are frozen."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found = {}
    for room in project["tool"]["importlinter"]["root_packages"]:
        for path in (ROOT / room).rglob("*.py"):
            if "migrations" not in path.parts:
                name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
                found[name.removesuffix(".__init__")] = parsed(path)
    return found


def defined(body: Iterable[ast.stmt]) -> Iterator[str]:
    """Yield the constants, functions, classes, or the methods and fields of a body."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            taken = any(isinstance(each, ast.Call) for each in node.decorator_list)
            yield from () if taken else (node.name,)
        elif isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = [node.target] if isinstance(node, ast.AnnAssign) else node.targets
            parts = [part for target in targets for part in ast.walk(target)]
            yield from (part.id for part in parts if isinstance(part, ast.Name))


def members(trees: Mapping[str, ast.Module]) -> Iterator[str]:
    """Yield the members of classes that are built on nothing, or on classes of ours only."""
    classes = [n for t in trees.values() for n in walk(t) if isinstance(n, ast.ClassDef)]
    ours = {each.name for each in classes} | {"Protocol"}
    for each in classes:
        if {ast.unparse(base).rpartition(".")[2] for base in each.bases} <= ours:
            yield from defined(each.body)


def read(name: str, tree: ast.Module) -> Iterator[str]:
    """Yield what a file reads: names of files in full, behind a dot also names of members."""
    called: dict[str, str] = {}
    for node in walk(tree):
        if isinstance(node, ast.Import):
            called |= {alias.asname or alias.name: alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            known = {a.asname or a.name: f"{node.module}.{a.name}" for a in node.names}
            called |= known
            yield from known.values()  # the linter sees to it that they are used
    for node in walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield f"{name}.{node.id}"
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
            owner = ast.unparse(node.value)
            yield f"{called.get(owner, owner)}.{node.attr}"
            yield node.attr
        elif isinstance(node, ast.MatchClass):
            yield from node.kwd_attrs


def dead(trees: Mapping[str, ast.Module]) -> set[str]:
    """Return what is defined and never read."""
    used = {each for name, tree in trees.items() for each in read(name, tree)}
    files = {f"{name}.{each}" for name, tree in trees.items() for each in defined(tree.body)}
    found = (files | set(members(trees))) - used
    return {each for each in found if not each.rpartition(".")[2].startswith("__")}


def test_nothing_is_defined_that_nobody_uses() -> None:
    found = {each for each in dead(house()) if each.rpartition(".")[2] not in ELSEWHERE}

    assert found == set()


def test_what_is_dead_is_found() -> None:
    there = {
        "a": "from b import Thing, here\nimport b\n\nprint(here(), Thing(1).seen, b.TOO)",
        "b": (
            "TOO = 1\nseen = 2\n"
            "def here(): ...\n"
            "def gone(): ...\n"
            "class Thing(Base):\n    seen: int\n    unseen: int\n    def left(self): ...\n"
            "class Base: ...\n"
            "class Of(library.Parser):\n    def called(self): ...\n"
            "@app.command('x')\ndef command(): ...\n"
        ),
    }

    found = dead({name: ast.parse(source) for name, source in there.items()})

    assert found == {"b.gone", "b.seen", "b.Of", "unseen", "left"}
