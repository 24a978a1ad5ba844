"""The machines of cases: any order of claims, crashes, answers and presses, and what arrived."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    rule,
)

from domain.channel import TELEGRAM, in_chat
from domain.deliveries import believe, recover
from domain.delivery import (
    FINAL,
    MOST_REPEATS,
    UNKNOWN_HOLD,
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
)
from domain.message import Message
from domain.overtaking import overlap
from domain.person import Newcomer, Person, Place
from domain.vocabulary import Role, Sector
from scheduler.settling import Settled, settle
from storage.crypto import Vault
from storage.database import Database
from storage.store import Store
from storage.tables import delivery
from tests.conftest import NETWORK, NOW
from tests.small_world import NETWORK as OURS

LEASE = timedelta(seconds=90)
OUTCOMES: list[Outcome] = [
    Sent("7"),
    Lost("reset"),
    NotSent("refused"),
    Refused("can't parse", Scope.MESSAGE),
    Refused("blocked", Scope.CHAT),
]
_OUTCOMES = st.sampled_from(OUTCOMES)


#: So long after a claim a request may leave, and so long after it was begun it may arrive.
DEADLINE, ON_THE_WAY = timedelta(seconds=45), UNKNOWN_HOLD
ALLOWED = {
    UnknownPolicy.HOLD: 0,
    UnknownPolicy.RESEND_ONCE: 1,
    UnknownPolicy.RESEND: MOST_REPEATS,
}
CARD = "4711"


@dataclass
class Flight:
    """A row in the hand of a worker, who may be dead or asleep."""

    held: Delivery
    claimed_at: datetime
    began_at: datetime | None = None
    left: bool = False
    after_doubt: bool = False
    outcome: Outcome | None = None

    @property
    def said(self) -> str:
        """What the message says."""
        assert self.held.message is not None
        return self.held.message.text


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
        self.late: list[Flight] = []
        self.card = ""
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
                anna: Person = await store.persons.add(
                    Newcomer(in_chat(1), Role.SPECIALIST, place), NOW.date()
                )
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
        return Flight(taken[0], self.now) if taken else None

    @rule(target=begun, flight=consumes(claimed))
    def begin(self, flight: Flight | None) -> Any:
        if flight is None:
            return None

        async def mark() -> bool:
            async with self.database.transaction() as store:
                if await self._overtaken(store, flight):
                    return False
                return bool(await store.deliveries.begin_sending([flight.held], self.now, LEASE))

        if self.run(mark()) or not self.fenced:
            flight.began_at = self.now
        return flight

    async def _overtaken(self, store: Store, flight: Flight) -> bool:
        """Look for other changes of the same message, as the text is made."""
        return False

    @rule(
        target=answered,
        flight=consumes(begun),
        outcome=_OUTCOMES,
        took=st.booleans(),
    )
    def request(self, flight: Flight | None, outcome: Outcome, took: bool) -> Any:
        """Let the request leave, unless it slept over its deadline; `took` is for lost answers."""
        if flight is None or flight.began_at is None:
            return None
        if self.fenced and self.now > flight.claimed_at + DEADLINE:
            flight.outcome = NotSent("deadline")
            return flight
        flight.left, flight.outcome = True, outcome
        number = flight.held.id
        if isinstance(outcome, Sent) or (isinstance(outcome, Lost) and took):
            self._arrives(flight)
        elif isinstance(outcome, Lost):
            self.late.append(flight)
        if isinstance(outcome, Lost):
            self.lost[number] = self.lost.get(number, 0) + 1
        return flight

    def _arrives(self, flight: Flight, *, in_doubt: bool = False) -> None:
        """Let a request reach the channel; what never was in doubt comes in the order of the chat.

        All messages here are as urgent as each other.
        """
        number = flight.held.id
        if self.fenced and not (in_doubt or flight.held.resends):
            assert not [other for other in self.accepted if other > number]
        self.accepted[number] = self.accepted.get(number, 0) + 1
        self.card = flight.said

    @rule()
    def one_comes_late(self) -> None:
        """Let a request arrive whose answer was given up."""
        if not self.late:
            return
        flight = self.late.pop(0)
        assert flight.began_at is not None
        if self.now < flight.began_at + ON_THE_WAY:
            self._arrives(flight, in_doubt=True)

    @rule(flight=consumes(answered))
    def settle(self, flight: Flight | None) -> None:
        if flight is None or flight.outcome is None:
            return
        outcome = flight.outcome

        async def write() -> None:
            async with self.database.transaction() as store:
                result = Settled(flight.held, outcome, after_doubt=flight.after_doubt)
                await settle(store, OURS, result, self.now)

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
                await recover(store.deliveries, self.now)
                await store.deliveries.resend_unknown(self.now)

        self.run(tick())

    @rule(number=st.sampled_from([1, 2]))
    def press(self, number: int) -> None:
        if not self.accepted.get(number):
            return  # nobody can press what did not arrive

        async def prove() -> None:
            async with self.database.transaction() as store:
                await believe(store, {number: in_chat(1)}, self.now)

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
            allowed = ALLOWED[policy(Kind(row.kind), TELEGRAM, in_place=row.in_place)]
            allowed += self.resent_by_hand.get(row.id, 0)

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


class CardMachine(DeliveryMachine):
    """A card that is changed, and changed again at any moment."""

    #: Rules that are taken out in a test of this test.
    superseded: ClassVar[bool] = True
    again: ClassVar[bool] = True

    @initialize()
    def two_messages(self) -> None:
        self.changed = False
        self.run(self._member())
        self._changes("alt")

    async def _member(self) -> None:
        async with self.database.transaction() as store:
            place = Place("rkn-kaarst", Sector.YOUTH_OFFICE)
            await store.persons.add(Newcomer(in_chat(1), Role.SPECIALIST, place), NOW.date())

    def _changes(self, said: str) -> None:
        async def put() -> None:
            async with self.database.transaction() as store:
                message = Message(said, replaces=CARD)
                letter = Letter(said, Kind.ANSWER, self.now, person_id=1, message=message)
                await store.deliveries.put(letter)

        self.run(put())

    @rule()
    def the_card_changes(self) -> None:
        if not self.changed:
            self.changed = True
            self._changes("neu")

    async def _overtaken(self, store: Store, flight: Flight) -> bool:
        held = flight.held
        found = await overlap(store.changes, [held], self.now)
        flight.after_doubt = self.again and held.id in found.after_doubt
        if not self.superseded or held.id not in found.superseded:
            return False
        await store.deliveries.drop(held, State.CANCELLED, "superseded", self.now)
        return True

    @invariant()
    def the_newest_change_is_what_stays(self) -> None:
        """Look once nothing waits, nothing is on its way, and nobody refused anything."""
        rows = self.rows()
        waiting = any(row.settled_at is None or row.state in REFUSED for row in rows)
        if waiting or self.late or not any(row.state == State.SENT for row in rows):
            return
        newest = max(row.id for row in rows if row.state == State.SENT)

        assert self.card == ("alt" if newest == 1 else "neu")


#: After these it does not matter what else might have come.
REFUSED = {State.UNDELIVERABLE, State.FAILED}
