"""Reads the pages of the folder: their tables, and the tests and files that they name as proofs."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

from tests.sources import parsed

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "datenschutz"
TEST = re.compile(r"`(tests/[\w/.]+\.py)(?:::([\w:]+))?`")
_FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def pages() -> list[Path]:
    """Return all pages of the folder."""
    return sorted(FOLDER.rglob("*.md"))


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def tables(text: str) -> list[list[list[str]]]:
    """Return the tables of a page: each a list of rows without the head, each row its cells."""
    found, rows = [], list[list[str]]()
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
        elif rows:
            found.append(rows[2:])
            rows = []
    return found


def table_under(text: str, heading: str) -> list[list[str]]:
    """Return the rows of the first table behind a heading."""
    return tables(text.split(f"\n{heading}\n", 1)[1])[0]


def _defined(tree: ast.AST, within: str = "") -> set[str]:
    """Return the names of all tests and classes of tests of a file, as pytest calls them."""
    names = set[str]()
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.ClassDef):
            names |= _defined(node, f"{node.name}::")
        elif isinstance(node, _FUNCTION) and node.name.startswith("test_"):
            names.add(within + node.name)
    return names


@cache
def proofs_in(path: str) -> frozenset[str]:
    """Return the names of the tests of a file; none if it is not there."""
    file = ROOT / path
    return frozenset(_defined(parsed(file))) if file.is_file() else frozenset()


def missing_tests(text: str) -> list[str]:
    """Return what a text names as a test and is none."""
    return [
        f"{path}::{name}"
        for path, name in TEST.findall(text)
        if not proofs_in(path) or (name and name not in proofs_in(path))
    ]


def missing_files(page: Path, text: str) -> list[str]:
    """Return the links of a page that lead nowhere."""
    targets = [link for link in LINK.findall(text) if "://" not in link]
    return [target for target in targets if not (page.parent / target).exists()]
