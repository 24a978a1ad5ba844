"""A delivery under any order of claims, crashes, answers and presses, beside a truth ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from domain.delivery import Lost, Sent
from storage.crypto import Vault
from storage.outbox import claims
from tests.faults.machine import CardMachine, DeliveryMachine


@pytest.fixture
def world(tmp_path: Path, vault: Vault, sqlite_template: Path) -> None:
    DeliveryMachine.folder, DeliveryMachine.vault = tmp_path, vault
    DeliveryMachine.template = sqlite_template


FEW = settings(
    max_examples=30,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)


@pytest.mark.wide
@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("machine", [DeliveryMachine, CardMachine])
def test_the_ledger_agrees_whatever_happens(machine: type[DeliveryMachine]) -> None:
    run_state_machine_as_test(machine, settings=FEW)


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("fenced", [True, False])
def test_the_ledger_sees_the_repeat_when_the_fence_is_gone(
    monkeypatch: pytest.MonkeyPatch, fenced: bool
) -> None:
    monkeypatch.setattr(DeliveryMachine, "fenced", fenced)
    machine = DeliveryMachine()
    machine.two_messages()
    asleep = machine.claim("a")
    machine.time_passes(91)
    machine.recover()
    for flight in (machine.claim("b"), machine.claim("b"), asleep):
        machine.settle(machine.request(machine.begin(flight), Sent("7"), took=True))
    repeated = max(machine.accepted.values()) > 1
    if repeated:
        with pytest.raises(AssertionError):
            machine.nothing_comes_twice_without_a_record()
    machine.teardown()

    assert repeated is not fenced


def older_is_lost(machine: CardMachine) -> Any:
    """Let the answer to the first change get lost, and the second one be taken in hand."""
    machine.two_messages()
    machine.settle(machine.request(machine.begin(machine.claim("a")), Lost("reset"), took=False))
    machine.the_card_changes()
    return machine.begin(machine.claim("a"))


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("superseded", [True, False])
def test_the_ledger_sees_the_overtaken_change(
    monkeypatch: pytest.MonkeyPatch, superseded: bool
) -> None:
    monkeypatch.setattr(CardMachine, "superseded", superseded)
    monkeypatch.setattr(CardMachine, "again", False)
    machine = CardMachine()
    newer = older_is_lost(machine)
    machine.late.clear()
    machine.settle(machine.request(newer, Sent(), took=True))
    machine.time_passes(91)
    machine.recover()
    older = machine.request(machine.begin(machine.claim("a")), Sent(), took=True)
    machine.settle(older)
    overwritten = machine.card == "alt"
    if overwritten:
        with pytest.raises(AssertionError):
            machine.the_newest_change_is_what_stays()
    else:
        machine.the_newest_change_is_what_stays()
    machine.teardown()

    assert overwritten is not superseded


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("again", [True, False])
def test_the_ledger_sees_the_change_that_comes_late(
    monkeypatch: pytest.MonkeyPatch, again: bool
) -> None:
    monkeypatch.setattr(CardMachine, "again", again)
    machine = CardMachine()
    newer = older_is_lost(machine)
    machine.settle(machine.request(newer, Sent(), took=True))
    machine.one_comes_late()
    seen = [machine.card]
    machine.time_passes(91)
    machine.recover()
    for _ in range(2):  # the older one ends, the newer one may come once more
        machine.settle(machine.request(machine.begin(machine.claim("a")), Sent(), took=True))
    seen.append(machine.card)
    if again:
        machine.the_newest_change_is_what_stays()
    else:
        with pytest.raises(AssertionError):
            machine.the_newest_change_is_what_stays()
    machine.teardown()

    assert seen == ["alt", "neu" if again else "alt"]


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("ordered", [True, False])
def test_the_ledger_sees_the_inversion(monkeypatch: pytest.MonkeyPatch, ordered: bool) -> None:
    if not ordered:
        monkeypatch.setattr(claims, "nothing_ahead", lambda _: sa.true())
        written_anew = claims._claimed.__wrapped__
        monkeypatch.setattr(claims, "_claimed", written_anew)
    machine = DeliveryMachine()
    machine.two_messages()
    first, second = machine.begin(machine.claim("a")), machine.begin(machine.claim("b"))
    machine.settle(machine.request(second, Sent("7"), took=True))
    if ordered:
        machine.settle(machine.request(first, Sent("8"), took=True))
    else:
        with pytest.raises(AssertionError):
            machine.request(first, Sent("8"), took=True)
    machine.teardown()

    assert (second is None) is ordered
