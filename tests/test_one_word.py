"""One word for one thing: a public class has its name for itself in the whole house."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.sources import walk
from tests.test_nothing_dead import house

ROOT = Path(__file__).parent.parent

#: What is called the same as something else for a while, and why: a list that only gets shorter.
TWICE = {
    "Attendance": "a button of a training's list, and the numbers of the ledger",
    "Facts": "what a letter is made of, and the sums of a year: both are said all over their rooms",
    "Form": "a dialogue, and a file that a report comes in",
    "Leave": "the way out of any question, and «Ja, abmelden»",
    "Problem": "of an answer, of a step that is led by hand, and what a command cannot go on with",
    "Reason": "why a date cannot be meant, a training not be changed, and a row is corrected",
    "Refused": "by the channel, and by a training that is not changed like this",
    "Tools": "what a room is given to work with; the two rooms never meet",
    "View": "what a card shows, and what a reader of figures sees",
    "When": "a question of a form, and a day with its times in a sketch",
}


def classes(trees: Mapping[str, ast.Module]) -> Iterator[tuple[str, str]]:
    """Yield the public classes with their files.

    What a rule needs of the storage (a `Protocol`) is called as what is kept there.
    """
    for name, tree in trees.items():
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                port = "Protocol" in {ast.unparse(base) for base in node.bases}
                yield from () if port else [(node.name, name)]


def twice(trees: Mapping[str, ast.Module]) -> set[str]:
    """Return the names that several classes have."""
    found = [name for name, _ in classes(trees)]
    return {name for name in found if found.count(name) > 1}


def test_no_two_classes_have_one_name() -> None:
    own = {name: tree for name, tree in house().items() if not name.startswith("standin.")}

    assert twice(own) == set(TWICE)


def test_what_stands_twice_is_found() -> None:
    there = {
        "a": "class Thing: ...\nclass _Own: ...\nclass Kept(Protocol): ...",
        "b": "class Thing: ...\nclass _Own: ...\nclass Kept: ...",
    }

    assert twice({name: ast.parse(source) for name, source in there.items()}) == {"Thing"}


def glossary() -> list[list[str]]:
    """Return the rows of the glossary in CONTRIBUTING.md, without the headings."""
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    chapter = told.split("## Glossary")[1].split("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in chapter.splitlines() if line[:2] == "| "]
    return [row for row in rows if row[0] not in {"Deutsch", "of the house"}]


def words(tree: ast.Module) -> Iterator[str]:
    """Yield the words that a file defines or says: names, members, and the names of files."""
    for node in walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
        elif isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from node.module.split(".")


def test_the_code_knows_each_word_of_the_glossary() -> None:
    known = {word for tree in house().values() for word in words(tree)}
    rows = glossary()
    coded = {
        part
        for row in rows
        for each in re.findall(r"`([^`]+)`", " ".join(row))
        for part in each.split(".")
    }

    assert len(rows) > 40
    assert coded - known == {"stem"}


def test_the_glossary_has_each_noun_once() -> None:
    nouns = [row[0] for row in glossary()]

    assert sorted(nouns) == sorted(set(nouns))
