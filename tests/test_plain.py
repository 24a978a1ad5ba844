"""Plain before fast: no private attributes of libraries, no tricks with imports."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.test_promises import files

ROOT = Path(__file__).parent.parent
#: Where a library offers no other way, and for what. Ruff's SLF001 finds all others.
PRIVATE = {
    "bot/telegram/updates.py": "fetch updates as they came: the public ways parse them",
    "texts/documents/report_docx.py": "reach Word's own elements",
    "texts/documents/report_word_xml.py": "reach Word's own elements",
}
#: Why an import may stand further in than at the top of its file.
REASONS = (
    "# memory: ",  # what it brings along must not stay in a process that does without
    "# circular: ",  # only names for the type checker
    "# missing: ",  # not there on every system
)


def private(tree: ast.Module) -> Iterator[str]:
    """Yield the private names that are asked for by a text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "getattr":
            name = getattr(node.args[1], "value", "")
            if str(name).startswith("_") and not str(name).startswith("__"):
                yield str(name)


def test_private_attributes_of_libraries_only_where_there_is_no_other_way() -> None:
    allowed = {name for name, _, source in files() if "SLF001" in source}
    asked = [f"{name} {attribute}" for name, tree, _ in files() for attribute in private(tree)]

    assert allowed == set(PRIVATE)
    assert asked == []


@pytest.mark.long
def test_nobody_touches_the_table_of_modules() -> None:
    found = [
        f"{name}:{node.lineno}"
        for name, tree, _ in files()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "sys.modules"
    ]

    assert found == []


def unexplained(tree: ast.Module, source: str) -> Iterator[int]:
    """Yield the lines of indented imports with no reason beside or above them.

    One reason is enough for imports that stand together.
    """
    lines = source.splitlines()
    imports = [n for n in ast.walk(tree) if isinstance(n, ast.Import | ast.ImportFrom)]
    explained: set[int] = set()
    for node in sorted(imports, key=lambda n: n.lineno):
        if not node.col_offset:
            continue
        beside = lines[node.lineno - 2 : node.lineno]
        if node.lineno - 1 in explained or any(r in line for line in beside for r in REASONS):
            explained.add(node.end_lineno or node.lineno)
        else:
            yield node.lineno


def test_indented_imports_say_why() -> None:
    found = [
        f"{name}:{line}" for name, tree, source in files() for line in unexplained(tree, source)
    ]

    assert found == []


def decorated(tree: ast.Module) -> Iterator[tuple[ast.ClassDef, list[str]]]:
    """Yield the dataclasses that come from another class, each with the fields it adds."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.ClassDef) or not node.bases:
            continue
        if any("dataclass" in ast.unparse(each) for each in node.decorator_list):
            own = (each for each in node.body if isinstance(each, ast.AnnAssign))
            yield node, [ast.unparse(each) for each in own]


def idle(tree: ast.Module) -> set[str]:
    """Return the dataclasses that add nothing to what they come from."""
    return {node.name for node, own in decorated(tree) if not own}


def alike(tree: ast.Module, shared: Mapping[str, str]) -> set[str]:
    """Return the actions whose one field is that of a class they could come from."""
    return {
        node.name
        for node, own in decorated(tree)
        if [ast.unparse(each) for each in node.bases] == ["Action"]
        and len(own) == 1
        and own[0] in shared
        and node.name != shared[own[0]]
    }


@pytest.mark.long
def test_no_dataclass_is_made_where_nothing_is_added() -> None:
    """Each costs the start of every program nearly a thousandth of a second."""
    trees = [(name, tree) for name, tree, _ in files()]
    actions = dict(trees)["talk/action.py"]
    shared = {own[0]: node.name for node, own in decorated(actions) if len(own) == 1}

    assert shared["training_id: int"] == "OfTraining"
    found = {(name, each) for name, tree in trees for each in idle(tree) | alike(tree, shared)}
    # Migrations stay as they were written.
    assert {name for name, _ in found if not name.startswith("storage/migrations/")} == set()


def test_dataclasses_that_add_nothing_are_seen() -> None:
    tree = ast.parse(
        """
@dataclass(frozen=True)
class Idle(Action):
    CODE = "idle"

@dataclass(frozen=True)
class Alike(Action):
    CODE = "alike"
    training_id: int

@dataclass(frozen=True)
class Own(Action):
    page: int = 0
"""
    )

    assert idle(tree) == {"Idle"}
    assert alike(tree, {"training_id: int": "OfTraining"}) == {"Alike"}


#: What is large, and what a bot on SQLite must not carry along that makes no report, draws no code
#: and has no address.
LARGE = (
    "typst", "vl_convert", "docx", "lxml", "xlsxwriter", "alembic", "psycopg", "bot.demo",
    "numpy", "highspy", "sqlalchemy.dialects.postgresql", "domain.report.build",
    "domain.disclosure.protect", "prometheus_client", "segno",
    "aiohttp.web",
)  # fmt: skip
#: What puts a report together.
REPORT = {"domain.report.build", "domain.disclosure.protect", "numpy", "highspy"}


def loaded_by(module: str) -> set[str]:
    """Return which of the large ones a fresh process has once it imported a module."""
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split()) & set(LARGE)


@pytest.mark.process
@pytest.mark.parametrize("module", ["bot.commands.run", "bot.reports"])
def test_a_bot_does_not_carry_what_makes_reports(module: str) -> None:
    assert loaded_by(module) == set()


@pytest.mark.process
def test_a_bot_does_not_carry_the_other_commands() -> None:
    code = "import sys; from bot import cli; cli.main()"
    told = "import atexit, sys; atexit.register(lambda: print(*sys.modules)); "
    done = subprocess.run(
        [sys.executable, "-c", told + code, "run", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {each for each in done.stdout.split() if each.startswith("bot.commands.")}
    assert loaded == {"bot.commands.common", "bot.commands.run"}


@pytest.mark.process
@pytest.mark.parametrize(
    ("module", "large"),
    [
        ("bot.commands.yearly", {"typst", "vl_convert", "docx", "lxml", "xlsxwriter", *REPORT}),
        ("bot.report_maker", REPORT),
        ("storage.alembic_runs", {"alembic", "sqlalchemy.dialects.postgresql"}),
        ("bot.report_solver", {"numpy", "highspy"}),
        ("bot.web", {"prometheus_client", "aiohttp.web"}),
    ],
)
def test_others_do(module: str, large: set[str]) -> None:
    """The control: what is looked for above is found where it is needed."""
    assert loaded_by(module) == large
