"""A use case has one home: what it writes is written by the domain, and by nobody else.

Chat, command line, tick and page call the function that stands beside it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.test_promises import files

#: What a use case writes, by shelf and method, and where its home is.
HOMES = {
    "access.take": "domain.access let_in, turn_away",
    "broadcasts.add": "domain.broadcast announce",
    "broadcasts.cancel": "domain.announcing begin, stop",
    "broadcasts.reopen": "domain.delivered send_again, settle, believe",
    "broadcasts.set_running": "domain.announcing begin",
    "broadcasts.set_state": "domain.announcing finish",
    "deliveries.resend": "domain.delivered send_again",
    "deliveries.settle_by_hand": "domain.delivered settle",
    "deliveries.settle_pressed": "domain.delivered believe",
    "exchange.take_due": "domain.exchange count_noted",
    "invitations.add": "domain.invitation invite",
    "invitations.use": "domain.invitation join, change",
    "ledger.note_correction": "domain.correction correct",
    "ledger.write": "domain.correction correct",
    "outcomes.leave": "domain.announcing resolve",
    "persons.add": "domain.invitation join, domain.access let_in",
    "persons.assign": "domain.invitation change",
    "persons.erase": "domain.privacy erase, erase_member",
    "plans.announce": "domain.announcing begin",
    "reports.ask": "domain.reporting order",
    "seals.add": "domain.sealing seal",
    "seals.set_end": "domain.sealing seal",
    "seating.set_block": "domain.seating book",
    "seating.set_quota": "domain.seating set_quota",
    "trainings.add": "domain.publishing publish",
    "trainings.remove": "domain.taking_back take_back",
    "trainings.set_cancelled": "domain.changes cancel",
    "trainings.set_closed": "domain.closing close",
    "trainings.set_plan": "domain.changes",
    "trainings.set_status": "domain.changes set_open",
    "years.add_version": "domain.reporting hand_out",
}
#: Who writes past it, and why.
BESIDE = {
    "bot/reports.py reports.ask": "charts follow the figures that were ordered",
}


def written(tree: ast.Module) -> Iterator[str]:
    """Yield what is called of the shelves of a store, as `shelf.method`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            shelf = node.func.value
            if isinstance(shelf, ast.Attribute):
                yield f"{shelf.attr}.{node.func.attr}"


def test_what_a_use_case_writes_is_written_in_its_home_only() -> None:
    found = {
        f"{name} {call}"
        for name, tree, _ in files("handlers", "scheduler", "bot")
        if not name.startswith("bot/demo/")  # plays years that are over
        for call in written(tree)
        if call in HOMES
    }

    assert found - set(BESIDE) == set()
    assert set(BESIDE) - found == set()


def test_each_home_writes_what_it_is_there_for() -> None:
    called = {
        node.func.attr
        for _, tree, _ in files("domain")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }

    assert {call for call in HOMES if call.partition(".")[2] not in called} == set()
