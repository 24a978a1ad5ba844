"""What never stands in the domain: chance, buttons, and sentences that people read."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.test_promises import docstrings, files

#: What makes things up: what comes of it is told to the domain.
CHANCE = {"random", "secrets", "uuid", "numpy", "faker"}
#: Where a button may be spoken of, and why.
BUTTONS = {
    "domain/channel.py": "whether a channel has any",
    "domain/message.py": "what a message consists of, whatever carries it",
    "domain/languages.py": "the language of a stranger travels in the buttons that others made",
}
#: Where a sentence stands in the domain, and why.
SENTENCES = {
    "domain/address.py": "stands in the place of an address that must not be shown",
    "domain/demands.py": "what is wrong with a network's file, for who keeps it",
    "domain/disclosure/cells.py": "what an exception says, which is told in other words",
    "domain/agreements.py": "what is wrong with a title of a network's file, likewise",
    "domain/contacts.py": "what is wrong with an address of it, likewise",
    "domain/measures.py": "what is wrong with a measure of it, likewise",
    "domain/network.py": "what is wrong with a network's file, for who keeps it",
}


def imported(tree: ast.Module) -> Iterator[str]:
    """Yield the packages that a file imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def names(tree: ast.Module) -> set[str]:
    """Return the names and members that a file uses."""
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return used | {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


def sentences(tree: ast.Module) -> Iterator[str]:
    """Yield texts of three words and more, but docstrings and what stands in an exception."""
    apart = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise):
            apart |= {id(each) for each in ast.walk(node)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and id(node) not in apart and len(text.split()) >= 3:
            yield text


def test_there_is_no_chance_in_the_domain() -> None:
    found = [f"{name} {each}" for name, tree, _ in files("domain") for each in imported(tree)]

    assert [each for each in found if each.partition(" ")[2] in CHANCE] == []


def test_there_are_no_buttons_in_the_domain() -> None:
    told = {"Button", "buttons", "Action", "callback_data"}
    found = {name for name, tree, _ in files("domain") if names(tree) & told}

    assert found == set(BUTTONS)


def test_there_are_no_sentences_in_the_domain() -> None:
    found = {name for name, tree, _ in files("domain") if any(sentences(tree))}

    assert found == set(SENTENCES)


def test_what_must_not_stand_there_is_found() -> None:
    wrong = ast.parse(
        "import secrets\nfrom uuid import uuid4\n"
        "def said():\n    'Say it to who asks.'\n    raise ValueError('this is for us only')\n"
        "ROW = Button('Weiter')\nWHY = f'there are {1} of them left'\n"
    )

    assert set(imported(wrong)) & CHANCE == {"secrets", "uuid"}
    assert "Button" in names(wrong)
    assert list(sentences(wrong)) == [" of them left"]
