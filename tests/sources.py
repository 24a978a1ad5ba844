"""The files of the house as syntax trees: each is read and gone through once in a process."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path


@cache
def parsed(path: Path) -> ast.Module:
    """Return what a file says; nobody may change it."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def walk(tree: ast.AST) -> tuple[ast.AST, ...]:
    """Return all parts of a tree, each before those within it."""
    return tuple(ast.walk(tree))
