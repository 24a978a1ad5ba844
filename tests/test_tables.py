"""What there is stands in tables that one reads; nothing is filled in from elsewhere."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import handlers
from domain.delivery import Kind
from handlers import FEATURES
from handlers.menu import COMMANDS, MENU
from scheduler.jobs import TICKS
from scheduler.letters import RENDERERS
from tests.sources import parsed, walk
from tests.test_promises import files

#: What a file fills in while it runs, and why: a list that only gets shorter.
FILLED = {
    "bot/report_maker.py _begun": "what a process that makes reports begins with",
    "bot/report_maker.py _summaries": "years that were read already",
    "talk/action.py _known": "what reads a button, made at its first press",
    "texts/documents/report_signs.py _known": "signs that were looked up already",
}
#: Deliveries whose words are kept with them, or which take something out of a chat.
WITH_WORDS = {
    Kind.ANSWER,
    Kind.ACCESS_REQUEST,
    Kind.ACCESS_GRANTED,
    Kind.ACCESS_DECLINED,
    Kind.REMOVAL,
}
CHANGES = {"append", "add", "update", "setdefault", "extend", "insert"}


def empty(tree: ast.Module) -> set[str]:
    """Return the collections that a file begins empty."""
    found = set()
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
            if ast.unparse(node.value) in {"{}", "[]", "set()", "dict()", "list()"}:
                found.add(ast.unparse(target))
    return found


def filled(tree: ast.Module) -> Iterator[str]:
    """Yield the collections of a file that are filled by its functions."""
    names = empty(tree)
    for node in walk(tree):
        stored = isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store)
        if stored or (isinstance(node, ast.Attribute) and node.attr in CHANGES):
            assert isinstance(node, ast.Subscript | ast.Attribute)
            yield from names & {ast.unparse(node.value)}


def test_no_table_is_filled_from_elsewhere() -> None:
    found = {f"{path} {name}" for path, tree, _ in files() for name in filled(tree)}

    assert found == set(FILLED)


@pytest.mark.parametrize("line", ["    rows[kind] = 1", "    rows.setdefault(kind, 1)"])
def test_a_table_that_is_filled_is_found(line: str) -> None:
    tree = ast.parse(f"rows: dict[str, int] = {{}}\nTHERE = {{1: 2}}\ndef keep(kind):\n{line}")

    assert set(filled(tree)) == {"rows"}


def test_every_kind_of_delivery_is_made_or_has_its_words() -> None:
    assert set(RENDERERS) | WITH_WORDS == set(Kind)
    assert not set(RENDERERS) & WITH_WORDS


def test_every_feature_stands_in_the_table() -> None:
    found = {
        path.stem
        for path in Path(handlers.__path__[0]).glob("*.py")
        if any(
            isinstance(node, ast.FunctionDef) and node.name == "register"
            for node in parsed(path).body
        )
    }
    named = [getattr(feature, "__name__", "").rpartition(".")[2] for feature in FEATURES]

    assert sorted(named) == sorted(found)


def test_a_row_stands_once() -> None:
    for rows in ([each.name for each in TICKS], [text for text, _, _ in MENU], dict(COMMANDS)):
        assert len(rows) == len(set(rows)) > 0
    assert len(COMMANDS) == len(dict(COMMANDS))
