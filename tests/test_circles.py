"""No two files need each other, not even for a type: each can be read and moved on its own."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Container, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.sources import parsed, walk

ROOT = Path(__file__).parent.parent


def rooms() -> list[str]:
    """Return the rooms whose imports are looked at elsewhere, too."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return list(project["tool"]["importlinter"]["root_packages"])


def modules() -> dict[str, ast.Module]:
    """Return every file of the house by its dotted name."""
    found = {}
    for room in rooms():
        for path in (ROOT / room).rglob("*.py"):
            parts = path.relative_to(ROOT).with_suffix("").parts
            name = ".".join(parts).removesuffix(".__init__")
            found[name] = parsed(path)
    return found


def imported(tree: ast.Module, known: Container[str]) -> Iterator[str]:
    """Yield what a file imports, at its top, within functions, and for its types only."""
    for node in walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module, "write the whole name"
            parts = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (part if part in known else node.module for part in parts)


def graph(known: Mapping[str, ast.Module]) -> dict[str, set[str]]:
    """Return for each file which others it needs."""
    return {
        name: {other for other in imported(tree, known) if other in known and other != name}
        for name, tree in known.items()
    }


def circle(needs: Mapping[str, set[str]]) -> list[str]:
    """Return files that need each other in a circle, or nothing."""
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as problem:
        return list(problem.args[1])
    return []


@pytest.mark.long
def test_no_files_need_each_other() -> None:
    needs = graph(modules())

    assert circle(needs) == []
    assert "storage.store" in needs["storage.database"]  # the control: something was read


@pytest.mark.parametrize(
    "back",
    [
        "from a import b",
        "def later():\n    import a.b",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from a.b import B",
    ],
)
def test_a_circle_is_found_wherever_the_import_stands(back: str) -> None:
    there = {"a": "", "a.b": "from a.c import C", "a.c": back}

    found = circle(graph({name: ast.parse(source) for name, source in there.items()}))

    assert set(found) == {"a.b", "a.c"}
