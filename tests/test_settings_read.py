"""A setting that nothing reads promises what nobody keeps."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from bot.settings import Settings
from domain.network import Network
from tests.sources import parsed

ROOT = Path(__file__).parents[1]
ROOMS = ("domain", "talk", "texts", "storage", "handlers", "scheduler", "bot")


def trees() -> list[ast.AST]:
    """Return all files of the product, as they are parsed."""
    return [parsed(path) for room in ROOMS for path in (ROOT / room).rglob("*.py")]


def read_in(tree: ast.AST) -> Iterator[str]:
    """Yield what is read of anything; that a value only looks whether it can be is no reading."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef) and node.name == "__post_init__":
            continue
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
            yield node.attr
        yield from read_in(node)


def unread(names: Iterator[str] | set[str], code: list[ast.AST]) -> set[str]:
    """Return the names that no code reads."""
    return set(names) - {name for tree in code for name in read_in(tree)}


def settings_of(kind: Any, seen: set[Any]) -> Iterator[str]:
    """Yield the names of all fields of a value and of the values it is made of."""
    if not is_dataclass(kind) or kind in seen:
        return
    seen.add(kind)
    hints = get_type_hints(kind)
    for field in fields(kind):
        yield field.name
        for part in (hints[field.name], *get_args(hints[field.name])):
            yield from settings_of(part, seen)


@pytest.mark.long
def test_each_setting_is_read() -> None:
    names = set(settings_of(Network, set()))

    assert {"actions_days", "small_cell", "presence", "waitlist_rate"} <= names
    assert unread(names, trees()) == set()
    assert unread(set(Settings.model_fields), trees()) == set()


def test_one_that_nothing_reads_is_found() -> None:
    tree = ast.parse(
        "class Kept:\n"
        "    days: int\n"
        "    def __post_init__(self):\n"
        "        assert self.days\n"
        "        self.days = 3\n"
    )

    assert unread({"days"}, [tree]) == {"days"}
    assert unread({"days"}, [ast.parse("print(kept.days)")]) == set()
