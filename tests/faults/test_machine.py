"""A delivery under any order of claims, crashes, answers and presses, beside a truth ledger."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from domain.delivery import (
    FINAL,
    Delivery,
    Kind,
    Letter,
    Lost,
    NotSent,
    Outcome,
    Refused,
    Scope,
    Sent,
    State,
    UnknownPolicy,
    policy,
    verdict,
)
from domain.message import Message
from domain.person import Newcomer, Person, Place
from domain.vocabulary import Role, Sector
from storage.crypto import Vault
from storage.database import Database
from storage.tables import delivery
from tests.conftest import NETWORK, NOW

LEASE = timedelta(seconds=90)
OUTCOMES: list[Outcome] = [
    Sent(7),
    Lost("reset"),
    NotSent("refused"),
    Refused("can't parse", Scope.MESSAGE),
    Refused("blocked", Scope.CHAT),
]
_OUTCOMES = st.sampled_from(OUTCOMES)


@dataclass
class Flight:
    """A row in the hand of a worker, who may be dead or asleep."""

    held: Delivery
    began: bool = False
    left: bool = False
    outcome: Outcome | None = None


class DeliveryMachine(RuleBasedStateMachine):
    """Two messages, any number of workers; `accepted` is what really arrived."""

    folder: ClassVar[Path]
    vault: ClassVar[Vault]
    template: ClassVar[Path]
    number: ClassVar[int] = 0
    #: Taken out in a test of this test.
    fenced: ClassVar[bool] = True

    claimed = Bundle("claimed")
    begun = Bundle("begun")
    answered = Bundle("answered")

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        DeliveryMachine.number += 1
        path = self.folder / f"{self.number}.db"
        path.write_bytes(self.template.read_bytes())
        self.path = path
        self.database = Database(f"sqlite:///{path}", self.vault, NETWORK)
        self.now = NOW
        self.accepted: dict[int, int] = {}
        self.lost: dict[int, int] = {}
        self.resent_by_hand: dict[int, int] = {}
        self.ended: dict[int, State] = {}

    def teardown(self) -> None:
        self.run(self.database.close())
        self.runner.close()
        for file in self.folder.glob(f"{self.path.name}*"):
            file.unlink()

    def run(self, what: Coroutine[Any, Any, Any]) -> Any:
        return self.runner.run(what)

    @initialize()
    def two_messages(self) -> None:
        async def put() -> None:
            async with self.database.transaction() as store:
                place = Place("rkn-kaarst", Sector.YOUTH_OFFICE)
                anna: Person = await store.persons.add(Newcomer(1, Role.SPECIALIST, place), NOW)
                for kind in (Kind.REMINDER, Kind.ANNOUNCEMENT):
                    letter = Letter(kind, kind, NOW, person_id=anna.id, message=Message("Hallo"))
                    await store.deliveries.put(letter)

        self.run(put())

    @rule(target=claimed, owner=st.sampled_from(["a", "b"]))
    def claim(self, owner: str) -> Any:
        async def take() -> list[Delivery]:
            async with self.database.transaction() as store:
                return await store.deliveries.claim(self.now, owner, 1, LEASE)

        taken = self.run(take())
        return Flight(taken[0]) if taken else None

    @rule(target=begun, flight=consumes(claimed))
    def begin(self, flight: Flight | None) -> Any:
        if flight is None:
            return None

        async def mark() -> bool:
            async with self.database.transaction() as store:
                return bool(await store.deliveries.begin_sending([flight.held], self.now, LEASE))

        flight.began = self.run(mark()) or not self.fenced
        return flight

    @rule(
        target=answered,
        flight=consumes(begun),
        outcome=_OUTCOMES,
        took=st.booleans(),
    )
    def request(self, flight: Flight | None, outcome: Outcome, took: bool) -> Any:
        """Let the request leave, unless it slept over its deadline; `took` is for lost answers."""
        if flight is None or not flight.began:
            return None
        flight.left, flight.outcome = True, outcome
        number = flight.held.id
        if isinstance(outcome, Sent) or (isinstance(outcome, Lost) and took):
            self.accepted[number] = self.accepted.get(number, 0) + 1
        if isinstance(outcome, Lost):
            self.lost[number] = self.lost.get(number, 0) + 1
        return flight

    @rule(flight=consumes(answered))
    def settle(self, flight: Flight | None) -> None:
        if flight is None or flight.outcome is None:
            return
        outcome = flight.outcome

        async def write() -> bool:
            async with self.database.transaction() as store:
                found = verdict(flight.held, outcome, self.now, 0.5)
                return await store.deliveries.settle(flight.held, found, self.now)

        self.run(write())

    @rule(flight=consumes(claimed))
    def dies_with_a_claim(self, flight: Flight | None) -> None:
        """Do nothing more: this worker is dead."""

    @rule(flight=consumes(begun))
    def dies_before_the_request(self, flight: Flight | None) -> None:
        """Do nothing more: this worker is dead."""

    @rule(flight=consumes(answered))
    def dies_before_the_commit(self, flight: Flight | None) -> None:
        """Do nothing more: this worker is dead."""

    @rule(seconds=st.sampled_from([1, 60, 91]))
    def time_passes(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule()
    def recover(self) -> None:
        async def tick() -> None:
            async with self.database.transaction() as store:
                await store.deliveries.recover(self.now)
                await store.deliveries.resend_unknown(self.now)

        self.run(tick())

    @rule(number=st.sampled_from([1, 2]))
    def press(self, number: int) -> None:
        if not self.accepted.get(number):
            return  # nobody can press what did not arrive

        async def prove() -> None:
            async with self.database.transaction() as store:
                await store.deliveries.arrived({number: 1}, self.now)

        self.run(prove())

    @rule(number=st.sampled_from([1, 2]))
    def decide_to_resend(self, number: int) -> None:
        async def decide() -> bool:
            async with self.database.transaction() as store:
                return await store.deliveries.resend(number, self.now)

        if self.run(decide()):
            self.resent_by_hand[number] = self.resent_by_hand.get(number, 0) + 1

    def rows(self) -> list[Any]:
        async def read() -> Any:
            async with self.database.engine.connect() as connection:
                return (await connection.execute(sa.select(delivery))).all()

        return list(self.run(read()))

    @invariant()
    def nothing_comes_twice_without_a_record(self) -> None:
        for row in self.rows():
            assert self.accepted.get(row.id, 0) <= 1 + row.resends, row

    @invariant()
    def nothing_is_resent_more_often_than_the_policy_allows(self) -> None:
        for row in self.rows():
            held = policy(Kind(row.kind), in_place=False) is UnknownPolicy.HOLD
            allowed = (0 if held else 1) + self.resent_by_hand.get(row.id, 0)

            assert row.resends <= allowed, row

    @invariant()
    def sent_is_true_and_unsent_is_open_or_explained(self) -> None:
        for row in self.rows():
            arrived = self.accepted.get(row.id, 0)
            if row.state == State.SENT:
                assert arrived, row
            if not arrived and State(row.state) in FINAL:
                assert row.error, row

    @invariant()
    def what_is_final_stays(self) -> None:
        for row in self.rows():
            state = State(row.state)

            assert self.ended.setdefault(row.id, state) is state or self.ended[row.id] not in FINAL
            self.ended[row.id] = state


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


@pytest.mark.usefixtures("world")
def test_the_ledger_agrees_whatever_happens() -> None:
    run_state_machine_as_test(DeliveryMachine, settings=FEW)


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
        machine.settle(machine.request(machine.begin(flight), Sent(7), took=True))
    repeated = max(machine.accepted.values()) > 1
    if repeated:
        with pytest.raises(AssertionError):
            machine.nothing_comes_twice_without_a_record()
    machine.teardown()

    assert repeated is not fenced
