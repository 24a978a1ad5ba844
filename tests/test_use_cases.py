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
    "broadcasts.add": "domain.announce announce",
    "broadcasts.cancel": "domain.announce begin, stop",
    "broadcasts.recall": "domain.announce_back take_back",
    "broadcasts.reopen": "domain.deliveries send_again, settle, believe",
    "broadcasts.set_running": "domain.announce announce, begin",
    "broadcasts.set_state": "domain.announce finish",
    "deliveries.resend": "domain.deliveries send_again",
    "deliveries.settle_by_hand": "domain.deliveries settle",
    "deliveries.settle_pressed": "domain.deliveries believe",
    "exchange.take_due": "domain.exchange count_noted",
    "invitations.add": "domain.invite invite",
    "invitations.use": "domain.invite join, change",
    "ledger.note_correction": "domain.ledger.correction correct",
    "ledger.write": "domain.ledger.correction correct",
    "moveups.end": "domain.moveup_ask attend, domain.moveup_answer accept, decline",
    "moveups.make": "domain.moveup_ask attend",
    "outcomes.leave": "domain.announce resolve",
    "persons.add": "domain.invite join, domain.access let_in",
    "persons.assign": "domain.invite change",
    "persons.erase": "domain.privacy erase, erase_member",
    "plans.announce": "domain.announce announce, begin",
    "regrets.put": "domain.register_regret regret",
    "reports.ask": "domain.report_order order",
    "seals.add": "domain.ledger.sealing seal",
    "seals.set_end": "domain.ledger.sealing seal",
    "seating.set_block": "domain.seats book",
    "seating.set_quota": "domain.seats set_quota",
    "trainings.add": "domain.plan_publish publish",
    "trainings.remove": "domain.plan_back take_back",
    "trainings.set_cancelled": "domain.plan_change cancel",
    "trainings.set_closed": "domain.close close",
    "trainings.set_plan": "domain.plan_change",
    "trainings.set_status": "domain.plan_change set_open",
    "years.add_version": "domain.report_order hand_out",
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


ANEW = """
async def announce(store, training, audience, now):
    if now < training.plan.deadline_at:
        await store.broadcasts.add(training, audience, now, None)
"""


def test_a_rule_that_is_written_a_second_time_is_seen() -> None:
    """Chat and command line once announced by different rules."""
    assert {call for call in written(ast.parse(ANEW)) if call in HOMES} == {"broadcasts.add"}


def test_each_home_writes_what_it_is_there_for() -> None:
    called = {
        node.func.attr
        for _, tree, _ in files("domain")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }

    assert {call for call in HOMES if call.partition(".")[2] not in called} == set()
