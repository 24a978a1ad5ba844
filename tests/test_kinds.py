"""Kinds of faults that were found once and cannot be written any more, each with an example."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from itertools import product

import pytest

from domain.draft import WAYS_IN, Draft, begun_over
from domain.vocabulary import Role
from handlers import forms, menu, routed
from tests.chat.test_menu import member
from tests.test_promises import files

#: Who keeps or drops a step without what it was begun over, and why.
STEPS = {
    "handlers/context.py": "the one place that begins over another, ends and offers",
    "handlers/resume.py": "goes on with what was kept",
    "handlers/join.py": "who has just come in, and is asked nothing",
}
Trees = Mapping[str, ast.Module]


def house(*rooms: str) -> Trees:
    return {name: tree for name, tree, _ in files(*rooms)}


def calls(trees: Trees) -> Iterator[tuple[str, str]]:
    """Yield what is called, as it is written, with the file."""
    for name, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield ast.unparse(node.func), name


def steps(trees: Trees) -> set[str]:
    """Return the files that keep or drop a step of a dialogue past all others."""
    return {name for call, name in calls(trees) if call.endswith(("drafts.put", "drafts.drop"))}


def appended(trees: Trees) -> set[str]:
    """Return what is done while a file is imported: called for its own sake, or put elsewhere."""
    return {
        f"{name}: {ast.unparse(step)}"
        for name, tree in trees.items()
        for step in tree.body
        if isinstance(step, ast.AugAssign)
        or (isinstance(step, ast.Expr) and isinstance(step.value, ast.Call))
        or (
            isinstance(step, ast.Assign)
            and any(isinstance(to, ast.Subscript | ast.Attribute) for to in step.targets)
        )
    }


def unkept(trees: Trees) -> set[str]:
    """Return the functions that say that a text is not taken and leave it in the chat."""
    return {
        f"{name} {function.name}"
        for name, tree in trees.items()
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        and "menus.safety(" in ast.unparse(function)
        and "visit.unwanted = True" not in ast.unparse(function)
    }


# A dialogue begun over another one keeps the first.


@pytest.mark.parametrize(("one", "other"), list(product(sorted(routed().hosts), repeat=2)))
def test_no_dialogue_throws_another_one_away(one: str, other: str) -> None:
    first = Draft(one, "a", {"said": 1}, 1)
    then = begun_over(first, Draft(other, "b", {}, 2))

    assert then.kind == other
    assert first in then.kept or one == other or one in WAYS_IN


def test_nobody_keeps_a_step_past_the_others() -> None:
    assert steps(house("handlers", "scheduler", "bot")) == set(STEPS)


# What nobody asked for is taken out of the chat.


def test_every_dialogue_hears_by_the_one_engine() -> None:
    heard = {dialogue.typed for dialogue in routed().dialogues.values()}

    assert heard <= {forms._typed, None}


def test_who_says_that_nothing_is_taken_takes_it_out() -> None:
    assert unkept(house("handlers")) == set()
    assert "menus.safety" in {call for call, _ in calls(house("handlers"))}


# The menu has the order of its one table, and nobody adds to a table from elsewhere.


def test_the_menu_of_each_role_is_in_the_order_of_its_table() -> None:
    table = [name for name, _, _ in menu.MENU]
    for role in Role:
        first, rest = menu.entries(member(role))
        shown = [name for name, _ in (*first, *rest)]

        assert shown == sorted(shown, key=table.index)


def test_nothing_is_appended_at_import() -> None:
    rooms = (
        "handlers",
        "scheduler",
        "texts",
        "talk",
        "domain",
    )  # storage tells its library of tables

    assert appended(house(*rooms)) == set()


FAULTY = """
from handlers.menu import MENU
MENU.append(("menu-mine", Mine(), everybody))
MENU[0] = ("menu-new", New(), everybody)
MENU += [("menu-mine", Mine(), everybody)]
async def begin(visit):
    await visit.store.drafts.put(visit.address, Draft("name", "name"), visit.now)
async def heard(visit, text):
    visit.say(menus.safety(visit.texts))
"""


def test_each_kind_is_seen() -> None:
    faulty = {"handlers/faulty.py": ast.parse(FAULTY)}

    assert steps(faulty) == {"handlers/faulty.py"}
    assert unkept(faulty) == {"handlers/faulty.py heard"}
    assert len(appended(faulty)) == 3
