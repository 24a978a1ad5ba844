"""Random lives of what goes to many: announcements, notices, words, drafts, and the mornings."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain import announce as announcing
from domain import plan_change, write
from domain.announce_audience import Among, Audience, Broadcast, BroadcastState
from domain.announce_back import WINDOW, take_back, unsent
from domain.channel import in_chat
from domain.daily import go_ahead
from domain.delivery import TO_MANY, Delivery, Kind, Outcome, Refused, Scope, Sent, State
from domain.ledger.entries import LedgerKind
from domain.message import Message
from domain.person import Newcomer, Place
from domain.vocabulary import EventStatus, RegistrationStatus, Role, Sector
from scheduler import broadcast, daily
from scheduler.outbox import Outbox
from scheduler.tools import Tools
from storage.database import Database
from storage.store import Store
from tests.fixtures.databases import template
from tests.small_world import NETWORK, NOW, TEXTS, VAULT, Gate, plan
from tests.test_lives import often

PEOPLE, COORDINATOR = 4, 4
OFFICES = ("rkn-kaarst", "rkn-neuss")
DRAFT = "Entwurf, den niemand sieht"
#: As long as one may look at a card that says it can be taken back, and longer.
SPANS = [timedelta(), WINDOW / 2, WINDOW, timedelta(hours=1), timedelta(days=1)]

people = st.integers(0, PEOPLE - 1)
#: Mostly the last that was ordered: there is something to take back.
newest = st.sampled_from([0, 0, 1, 2])
audiences = st.builds(
    Audience,
    offices=st.sampled_from([(), OFFICES[:1], OFFICES]),
    sectors=st.sampled_from([(), (Sector.SCHOOL,)]),
    again=st.booleans(),
)
Answer = TypeVar("Answer")


class LivesToMany(RuleBasedStateMachine):
    """A coordinator announces, writes, takes back and plans; people register, block, come back."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = Path(tempfile.mkdtemp(prefix="netzbote-many-"))
        shutil.copy(template(), self.folder / "life.db")
        url = f"sqlite+aiosqlite:///{self.folder / 'life.db'}"
        self.database = Database(url, VAULT, NETWORK.slug)
        self.now: datetime = NOW
        self.blocked: set[int] = set()
        self.sent: list[tuple[Delivery, str, datetime]] = []
        self.made: dict[int, Broadcast] = {}
        self.taken_back: set[int] = set()
        self.tools = self._tools()
        self.outbox = Outbox(self.tools)

    def _tools(self) -> Tools:
        async def handle(_: dict[str, Any]) -> None:
            return

        return Tools(
            database=self.database,
            texts=TEXTS,
            network=NETWORK,
            now=lambda: self.now,
            owner="lives",
            send=self._send,
            gate=Gate(),
            handle=handle,
        )

    async def _send(self, delivery: Delivery, message: Message, deadline: float) -> Outcome:
        if int(delivery.address) in self.blocked:
            return Refused("bot was blocked by the user", Scope.CHAT)
        self.sent.append((delivery, message.text, self.now))
        return Sent(str(len(self.sent)))

    def run(self, step: Callable[[Store], Awaitable[Answer]]) -> Answer:
        """Do one step in one transaction; then the ticks beat, and what is due is sent."""

        async def within() -> Answer:
            async with self.database.transaction() as store:
                answer = await step(store)
            for _ in range(2):
                await broadcast.run(self.tools)
                await daily.run(self.tools)
                await self.outbox.drain()
            return answer

        return self.runner.run(within())

    def look(self, step: Callable[[Store], Awaitable[Answer]]) -> Answer:
        """Read without changing or sending anything."""

        async def within() -> Answer:
            async with self.database.reading() as store:
                return await step(store)

        return self.runner.run(within())

    def teardown(self) -> None:
        self.runner.run(self.database.close())
        self.runner.close()
        shutil.rmtree(self.folder)

    @initialize()
    def begin(self) -> None:
        async def fill(store: Store) -> None:
            for n in range(PEOPLE + 1):
                role = Role.COORDINATOR if n == COORDINATOR else Role.SPECIALIST
                sector = Sector.SCHOOL if n % 2 else Sector.YOUTH_OFFICE
                place = Place(OFFICES[0 if n == COORDINATOR else n % 2], sector)
                await store.persons.add(Newcomer(in_chat(100 + n), role, place), NOW.date())
            await store.trainings.add(plan(12, 2), OFFICES[0], None)

        self.run(fill)
        self.training, self.drafts = 1, list[int]()

    @rule(audience=audiences, hours=st.sampled_from([0, 0, 0, 30]))
    def announces(self, audience: Audience, hours: int) -> None:
        at = self.now + timedelta(hours=hours)

        async def announce(store: Store) -> object:
            return await announcing.announce(
                store, self.training, audience, at, self.now, COORDINATOR + 1
            )

        self._keep(self.run(announce))

    @rule(
        audience=audiences,
        among=st.sampled_from([None, None, *Among]),
        hours=st.sampled_from([0, 0, 0, 30]),
    )
    def writes(self, audience: Audience, among: Among | None, hours: int) -> None:
        to = Audience(audience.offices, audience.sectors, among=among)
        of = None if among is None else self.training
        order = write.Word(of, to, "Die neue Leitlinie gilt.", self.now + timedelta(hours=hours))
        self._keep(
            self.run(lambda store: write.write(store, order, OFFICES[0], self.now, COORDINATOR + 1))
        )

    def _keep(self, made: object) -> None:
        if isinstance(made, Broadcast):
            self.made[made.id] = made

    @rule(which=newest)
    def takes_back(self, which: int) -> None:
        number = max(self.made, default=0) - which

        async def recall(store: Store) -> bool:
            of = await store.broadcasts.get(number)
            return of is not None and await take_back(store, of, self.now)

        if number in self.made and self.run(recall):
            self.taken_back.add(number)

    @rule(which=newest)
    def orders_and_takes_back_while_one_is_in_hand(self, which: int) -> None:
        self.writes(Audience(), None, 0)
        number, soon = max(self.made, default=0) - which, self.now + WINDOW

        async def recall(store: Store) -> tuple[bool, set[int | None]]:
            of = await store.broadcasts.get(number)
            held = await store.deliveries.claim(soon, "other", 2, WINDOW)
            gone = of is not None and await take_back(store, of, self.now)
            for each in held:
                await store.deliveries.give_back(each, each.due_at)
            return gone, {each.broadcast_id for each in held}

        gone, in_hand = self.run(recall)

        assert not (gone and number in in_hand)
        if gone:
            self.taken_back.add(number)

    @rule(crowd=st.lists(people, unique=True, min_size=1), leaves=st.booleans())
    def answers(self, crowd: list[int], leaves: bool) -> None:
        async def stand(store: Store) -> None:
            for number in crowd:
                person = number + 1
                own = await store.registrations.of(self.training, person)
                if own is None:
                    status = RegistrationStatus.CONFIRMED
                    place = number + 1
                    await store.registrations.enter(self.training, person, status, place, self.now)
                elif leaves:
                    await store.registrations.set_status(
                        [own.id], RegistrationStatus.WITHDRAWN, self.now
                    )

        self.run(stand)

    @rule(days=st.integers(1, 12))
    def moves(self, days: int) -> None:
        starts = self.now.replace(minute=0) + timedelta(days=days)
        ends = starts + timedelta(hours=3)
        self.run(
            lambda store: plan_change.move(store, NETWORK, self.training, starts, ends, self.now)
        )

    @rule()
    def drafts_one(self) -> None:
        async def keep(store: Store) -> int:
            made = plan((self.now - NOW).days + 1, 5)
            named = replace(made, title=DRAFT, minimum=4)
            added = await store.trainings.add(named, OFFICES[0], None, EventStatus.DRAFT)
            return added.id

        self.drafts.append(self.run(keep))

    @rule(decides=st.booleans())
    def morning_comes(self, decides: bool) -> None:
        day = (self.now + timedelta(days=1)).replace(hour=7, minute=0)
        self.now = day
        if decides:
            self.run(lambda store: go_ahead(store.trainings, self.training, self.now))
        else:
            self.time_passes(timedelta())

    @rule(by=st.sampled_from(SPANS))
    def time_passes(self, by: timedelta) -> None:
        self.now += by

        async def tick(store: Store) -> None:
            await store.deliveries.expire(self.now)

        self.run(tick)

    @rule(number=people)
    def blocks(self, number: int) -> None:
        self.blocked ^= {100 + number}

    def states(self, number: int) -> tuple[Broadcast, dict[State, int], dict[LedgerKind, int]]:
        async def found(store: Store) -> tuple[Broadcast, dict[State, int], dict[LedgerKind, int]]:
            of = await store.broadcasts.get(number)
            assert of is not None
            counts = await store.broadcasts.counts(number)
            return of, dict(counts.states), dict(await store.ledger.of_notice(number))

        return self.look(found)

    @invariant()
    def everybody_gets_it_once(self) -> None:
        got = Counter(
            (each.broadcast_id, each.person_id) for each, _, _ in self.sent if each.kind in TO_MANY
        )

        assert not got or max(got.values()) == 1

    @invariant()
    def nothing_leaves_within_the_minute_in_which_it_can_be_taken_back(self) -> None:
        for each, _, at in self.sent:
            if each.kind in TO_MANY:
                assert each.broadcast_id is not None
                ordered = self.made[each.broadcast_id]

                assert at >= ordered.send_at
                if ordered.state is BroadcastState.RUNNING:  # at once, when it was ordered
                    assert at >= ordered.send_at + WINDOW

    @invariant()
    def what_is_taken_back_went_to_nobody_and_counts_for_nothing(self) -> None:
        got = {each.broadcast_id for each, _, _ in self.sent if each.kind in TO_MANY}
        for number in self.taken_back:
            of, states, counted = self.states(number)

            assert (of.state, of.total) == (BroadcastState.CANCELLED, 0)
            assert set(states) <= {State.CANCELLED}
            assert number not in got
            assert counted == {}

    @invariant()
    def the_ledger_tells_of_notices_once_they_are_through(self) -> None:
        for number, ordered in self.made.items():
            of, states, counted = self.states(number)
            notice = not ordered.written or ordered.training_id is None
            if of.state is BroadcastState.DONE and notice and of.total:
                sent = states.get(State.SENT, 0)

                assert counted[LedgerKind.NOTICE_PUBLISHED] == 1
                assert counted[LedgerKind.NOTICE_AUDIENCE] == of.total
                assert counted.get(LedgerKind.NOTICE_DELIVERED, 0) == sent
            elif not notice or unsent(states) or not of.total:
                assert counted == {}

    @invariant()
    def a_draft_is_told_to_nobody(self) -> None:
        assert not any(DRAFT in text for _, text, _ in self.sent)

    @invariant()
    def a_morning_is_told_once_and_to_the_coordinator_only(self) -> None:
        told = [
            (each.facts["day"], each.person_id)
            for each, _, _ in self.sent
            if each.kind is Kind.ALERT and each.facts.get("about") == "daily"
        ]

        assert len(set(told)) == len(told)
        assert {person for _, person in told} <= {COORDINATOR + 1}


@pytest.mark.wide
class TestLivesToMany(LivesToMany.TestCase):  # type: ignore[misc,valid-type]  # made at run time
    settings = often(8, 15)


@pytest.mark.soak
@pytest.mark.timeout(1800)
class TestManyLivesToMany(LivesToMany.TestCase):  # type: ignore[misc,valid-type]  # likewise
    settings = often(400, 40)
