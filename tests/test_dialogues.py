"""A dialogue is a form: its draft, old buttons, pages and the way back are found at one place."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

HANDLERS = Path(__file__).parent.parent / "handlers"
#: What all dialogues share stands here, and nowhere else.
SHARED = {"context.py", "dialogues.py", "forms.py", "resume.py"}
#: What leading by hand needs: to keep a step, or to be asked again.
LEADS = {"keep", "on_dialogue"}


def leads(tree: ast.Module) -> bool:
    """Return whether a file leads through a dialogue by itself."""
    called = {node.func for node in ast.walk(tree) if isinstance(node, ast.Call)}
    named = {each.id for each in called if isinstance(each, ast.Name)}
    named |= {
        each.attr
        for each in called
        if isinstance(each, ast.Attribute) and ast.unparse(each.value) == "visit"
    }
    return bool(named & LEADS)


@pytest.mark.long
def test_no_feature_leads_through_a_dialogue_by_itself() -> None:
    trees = {path.name: ast.parse(path.read_text()) for path in HANDLERS.glob("*.py")}

    assert {name for name, tree in trees.items() if leads(tree)} - SHARED == set()
