"""Storage keeps and finds: it asks no rule, measures no time, and a method is one statement."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from inspect import isfunction

from tests.test_promises import files

Tree = tuple[str, ast.Module]

#: What storage calls of the domain: numbers and words that no rule stands in.
ASKED = {
    "current_consent": "which text is shown today: a number, and tests have another one",
    "is_well_formed": "an address of a database, lest a password is shown",
    "nearest": "a page beyond the end, whose number only a second statement finds",
    "secrets_in": "what of an address is never shown",
    "shown": "what of an address is shown",
}
#: Which methods are several statements, and why one would not do.
SEVERAL = {
    "a row and what belongs to it, which the database joins by numbers it gives": {
        "Persons.add", "Claims._set_aside",
    },
    "a row, and the note of what became of it": {
        "Deliveries.settle", "Deliveries.settle_sent", "Unknown.lose_dead", "Unknown._decided",
    },
    "a row, and the sum of such rows where everybody looks": {
        "Seating.set_block", "Seating.set_quota",
    },
    "written, then read as the database has it": {
        "Broadcasts.add", "Broadcasts.write", "Deliveries.expire", "Persons.assign",
        "Persons.renew", "Proofs._made_once", "Trainings.add",
    },
    "to lay down or to take away: another statement, never both": {
        "Persons.subscribe", "Seating._put",
    },
    "a count that may not be there yet, on databases that guard what only grows": {
        "Seals.set_end", "Shelf._grow", "Exchange.add", "Exchange.answer",
    },
    "which ones first, then the one place that reads people": {"Members.page"},
    "once more if the first finds nothing legible, or too far on": {
        "Claims.claim", "Inbox.claim", "Invitations.open", "Persons._read_of", "Shelf._part",
    },
    "two indexes, of which one statement would use none": {
        "Deliveries.follow", "Plans.messages", "Plans.end_all", "SealedValues._rekey_waiting",
        "Dossiers.told", "Dossiers.written",
    },
    "one for each stage of a reminder, each to all who have a seat": {"Plans.remind"},
    "each row has a fence of its own": {"Inbox.release"},
    "the key of an older look-up first": {"Drafts.put"},
    "what the journal outside is told of, before it is gone": {"Persons.erase"},
    "the whole database, table by table": {
        "Guards._odd", "Guards.watch", "Restoring.erased_since", "Restoring.number_on",
        "Restoring._number_from", "SealedValues.chats", "SealedValues.open_everything",
        "SealedValues.reseal", "SealedValues.total",
    },
    "numbers of one moment, for who watches": {"Oversight.inbox", "Oversight.outbox"},
    "what surely never went and what nobody knows end differently": {"Unknown.give_up"},
    "a turn is waited for, and no statement": {"Registrations.lock"},
}  # fmt: skip


def asked(trees: list[Tree]) -> Iterator[tuple[str, str]]:
    """Yield the functions of the domain that these files import, with the file."""
    for name, tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and str(node.module).startswith("domain"):
                home = import_module(str(node.module))
                for each in node.names:
                    if isfunction(getattr(home, each.name)):
                        yield each.name, name


def measured(trees: list[Tree]) -> set[str]:
    """Return where a shelf adds something to a moment it was given, or takes it off."""
    return {
        f"{name} {method.name}: {ast.unparse(node)}"
        for name, tree in trees
        for _, method in shelves(tree)
        for node in ast.walk(method)
        if isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Add | ast.Sub)
        and any(
            isinstance(side, ast.Name) and side.id in MOMENTS for side in (node.left, node.right)
        )
    }


#: What moments are called where they are handed over.
MOMENTS = {"now", "today", "moment", "before", "since", "until"}


def shelves(tree: ast.Module) -> Iterator[tuple[str, ast.AsyncFunctionDef]]:
    """Yield the methods that wait for the database, with their class."""
    for shelf in tree.body:
        if isinstance(shelf, ast.ClassDef):
            for method in shelf.body:
                if isinstance(method, ast.AsyncFunctionDef):
                    yield shelf.name, method


def repeated(method: ast.AsyncFunctionDef) -> bool:
    """Return whether something is awaited again and again, or one thing after the other."""
    waits = [node for node in ast.walk(method) if isinstance(node, ast.Await)]
    again = [
        node
        for loop in ast.walk(method)
        for part in bodies(loop)
        for node in ast.walk(part)
        if isinstance(node, ast.Await)
    ]
    return len(waits) > 1 or bool(again)


def bodies(node: ast.AST) -> list[ast.AST]:
    """Return what a loop does each time; what it goes through is fetched once."""
    match node:
        case ast.For() | ast.AsyncFor():
            return list(node.body)
        case ast.While():
            return [node.test, *node.body]
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp():
            return [node.elt]
    return []


def several(trees: list[Tree]) -> set[str]:
    """Return the methods of shelves that are more than one statement."""
    return {
        f"{shelf}.{method.name}"
        for name, tree in trees
        if name not in {"storage/database.py", "storage/writer.py"}  # which open and close
        for shelf, method in shelves(tree)
        if repeated(method)
    }


def storage() -> list[Tree]:
    return [(name, tree) for name, tree, _ in files("storage") if not name.startswith(MIGRATIONS)]


#: Each is a storage of its own time.
MIGRATIONS = "storage/migrations/"


def test_storage_asks_no_rule() -> None:
    assert {function for function, _ in asked(storage())} == set(ASKED)


def test_storage_measures_no_time() -> None:
    assert measured(storage()) == set()


def test_a_method_is_one_statement() -> None:
    assert several(storage()) == {method for methods in SEVERAL.values() for method in methods}


WRONG = """
from domain.delivery import policy
class Things:
    async def take(self, now):
        for number in await self.numbers(now - HOLD):
            await self.give(number)
    async def two(self):
        await self.one()
        await self.other()
    async def fine(self):
        return [row.id for row in await self._all()]
"""


def test_a_storage_that_decides_is_seen() -> None:
    wrong = [("storage/things.py", ast.parse(WRONG))]

    assert list(asked(wrong)) == [("policy", "storage/things.py")]
    assert measured(wrong) == {"storage/things.py take: now - HOLD"}
    assert several(wrong) == {"Things.take", "Things.two"}
