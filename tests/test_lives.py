"""Random lives of four people and two trainings: whatever happens, the promises hold."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from domain import plan_change
from domain import seats as use_cases
from domain.channel import in_chat
from domain.delivery import Delivery, Kind, Outcome, Refused, Scope, Sent, State
from domain.letters import to_come
from domain.message import Message
from domain.moveup import REST, ComesNext, comes_next
from domain.person import Newcomer, Place
from domain.plan import STAGES
from domain.plan_hosts import set_hosts
from domain.reach import back_by
from domain.register import Registration, Tally
from domain.rights import Act, NamedOne, may
from domain.session import numbered
from domain.training import Plan, Training, held_on
from domain.vocabulary import (
    EventStatus,
    RegistrationStatus,
    Role,
    Sector,
)
from handlers import moveup as answering
from handlers import register as handling
from handlers.context import Tools, Visit
from handlers.doors import depart
from scheduler import moveup, release
from scheduler.outbox import Outbox
from scheduler.tools import Tools as SchedulerTools
from storage.database import Database
from storage.store import Store
from talk.action import Action
from talk.moveup import LeaveSeat, TakeSeat
from talk.register import Leave, Mute, Register
from tests.domain.test_membership import person
from tests.fixtures.databases import template
from tests.small_world import NETWORK, NOW, TEXTS, VAULT, Gate, plan

PEOPLE = 4
OFFICES = ("rkn-kaarst", "rkn-neuss", "rkn-dormagen")
CONFIRMED, WAITLISTED = RegistrationStatus.CONFIRMED, RegistrationStatus.WAITLISTED
OFFERED = RegistrationStatus.OFFERED
#: Kinds that must never reach somebody who has neither a seat nor a place in the line.
FOR_REGISTERED = {Kind.REMINDER, Kind.MOVED, Kind.CHANGED, Kind.CANCELLED, Kind.MOVED_UP}

people = st.integers(0, PEOPLE - 1)
#: Most happens in the first training: crowded worlds find more.
trainings = st.sampled_from([0, 0, 0, 1])
Answer = TypeVar("Answer")


def series(of: Plan, dates: int) -> Plan:
    """Return a plan on so many dates, five days apart."""
    further = [timedelta(days=5 * n) for n in range(dates)]
    moments = [(of.starts_at + by, of.ends_at + by, of.units) for by in further]
    return held_on(of, numbered(moments), NETWORK.zone) if dates > 1 else of


class Lives(RuleBasedStateMachine):
    """People come, go, mute and block; a coordinator changes everything; time passes."""

    #: What beats after each step.
    ticks: tuple[Callable[[SchedulerTools], Awaitable[None]], ...] = (
        release.run,
        moveup.run,
        moveup.run,
    )

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.left = ExitStack()
        self.database = self.opens()
        self.now = NOW
        #: The chat of each, by their number.
        self.chats = [100 + number for number in range(PEOPLE)]
        self.updates = 0
        self.blocked: set[int] = set()
        self.ever_away: set[int] = set()
        self.ever_silent: set[tuple[int, int]] = set()
        self.left_the_line: Counter[int] = Counter()
        self.raced: set[int] = set()
        #: Which hosts stood on the card beneath which somebody registered.
        self.knew: dict[int, tuple[str, ...]] = {}
        self.sent: list[tuple[Delivery, str]] = []
        #: What was seen of each training since the last step.
        self.read: dict[int, tuple[Training, list[Registration]]] = {}
        self.outbox = Outbox(self._scheduler())

    def opens(self) -> Database:
        """Return an empty database of its own."""
        folder = Path(self.left.enter_context(tempfile.TemporaryDirectory(prefix="netzbote-life-")))
        shutil.copy(template(), folder / "life.db")
        return Database(f"sqlite+aiosqlite:///{folder / 'life.db'}", VAULT, NETWORK.slug)

    def _scheduler(self) -> SchedulerTools:
        async def handle(_: dict[str, Any]) -> None:
            return

        return SchedulerTools(
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
        """Take a message as Telegram does, and note whether its receiver has a place at all."""
        if int(delivery.address) in self.blocked:
            return Refused("bot was blocked by the user", Scope.CHAT)
        status = ""
        if delivery.registration_id is not None:
            async with self.database.reading() as store:
                found = await store.registrations.many([delivery.registration_id])
            status = found[delivery.registration_id].status
        self.sent.append((delivery, status))
        return Sent(str(len(self.sent)))

    def run(self, step: Callable[[Store], Awaitable[Answer]]) -> Answer:
        """Do one step in one transaction, then send what is due."""

        async def within() -> Answer:
            async with self.database.transaction() as store:
                answer = await step(store)
            await self.outbox.drain()
            for tick in self.ticks:
                await tick(self._scheduler())
                await self.outbox.drain()
            return answer

        try:
            return self.runner.run(within())
        finally:
            self.read.clear()

    def look(self, step: Callable[[Store], Awaitable[Answer]]) -> Answer:
        """Read without changing or sending anything."""

        async def within() -> Answer:
            async with self.database.reading() as store:
                return await step(store)

        return self.runner.run(within())

    def teardown(self) -> None:
        self.runner.run(self.database.close())
        self.runner.close()
        self.left.close()

    @initialize(
        first=st.integers(1, 3),
        days=st.sampled_from([2, 6, 25]),
        second=st.integers(1, 2),
        dates=st.integers(1, 3),
        crowd=st.lists(people, unique=True, min_size=2),
    )
    def begin(self, first: int, days: int, second: int, dates: int, crowd: list[int]) -> None:
        async def fill(store: Store) -> tuple[list[int], list[int]]:
            place = Place("rkn-kaarst", Sector.SCHOOL)
            joined = [
                await store.persons.add(
                    Newcomer(in_chat(100 + n), Role.SPECIALIST, place), NOW.date()
                )
                for n in range(PEOPLE)
            ]
            planned = [
                await store.trainings.add(series(plan(days, first), dates), "rkn-kaarst", None),
                await store.trainings.add(plan(60, second), "rkn-neuss", None),
            ]
            return [each.id for each in joined], [each.id for each in planned]

        self.people, self.trainings = self.run(fill)
        self.register(crowd, 0)

    async def visit(self, store: Store, number: int, action: Action) -> None:
        """Let a person press a button, as the door of the chat would."""
        person = await store.persons.get(self.people[number])
        assert person is not None
        self.updates += 1
        tools = Tools(self.database, TEXTS, NETWORK, lambda: self.now, lambda: "bot", str)
        visit = Visit(
            tools, store, self.updates, person.address, self.now, person, TEXTS, "de", "1"
        )
        match action:
            case Register():
                await handling.register_seat(visit, action)
            case Leave():
                await handling.leave(visit, action)
            case Mute():
                await handling.mute(visit, action)
            case TakeSeat():
                await answering.take(visit, action)
            case LeaveSeat():
                await answering.leave(visit, action)
        await depart(visit)

    def shown(self, which: int) -> int:
        """Return what a question that is drawn now shows of a training."""
        return self.seen(which)[0].plan.shown

    def presses(self, number: int, action: Action) -> None:
        if self.chats[number] not in self.blocked:
            self.run(lambda store: self.visit(store, number, action))

    @rule(crowd=st.lists(people, unique=True, min_size=1), which=trainings)
    def register(self, crowd: list[int], which: int) -> None:
        for number in crowd:
            training, before = self.seen(which)
            self.presses(number, Register(training.id, training.plan.offered))
            there = {each.position for each in before}
            new = [each for each in self.seen(which)[1] if each.position not in there]
            self.knew |= {each.id: training.hosts for each in new}

    def stands(self, number: int, which: int) -> RegistrationStatus | None:
        async def found(store: Store) -> RegistrationStatus | None:
            own = await store.registrations.of(self.trainings[which], self.people[number])
            return own.status if own else None

        return self.look(found)

    @rule(number=people, which=trainings, declines=st.booleans())
    def leaves(self, number: int, which: int, declines: bool) -> None:
        of = self.trainings[which]
        before = self.stands(number, which)
        self.presses(number, LeaveSeat(of) if declines else Leave(of, self.shown(which)))
        left = self.stands(number, which) in {RegistrationStatus.WITHDRAWN, None}
        if before in {WAITLISTED, OFFERED} and left:
            self.left_the_line[of] += 1

    @rule(number=people, which=trainings)
    def takes(self, number: int, which: int) -> None:
        before = self.stands(number, which)
        self.presses(number, TakeSeat(self.trainings[which], self.shown(which)))
        if before is WAITLISTED and self.stands(number, which) is CONFIRMED:
            self.raced.add(which)

    @rule(crowd=st.lists(people, unique=True, min_size=1), which=trainings, on=st.integers(0, 1))
    def mutes(self, crowd: list[int], which: int, on: int) -> None:
        for number in crowd:
            self.presses(number, Mute(self.trainings[which], on))

    @rule(
        which=trainings,
        days=st.integers(1, 40),
        length=st.integers(1, 30),
        session=st.integers(0, 3),
    )
    def moves(self, which: int, days: int, length: int, session: int) -> None:
        starts_at = self.now.replace(minute=0) + timedelta(days=days)
        ends_at = starts_at + timedelta(hours=length)
        chosen = self.trainings[which]
        self.run(
            lambda store: plan_change.move(
                store, NETWORK, chosen, starts_at, ends_at, self.now, session
            )
        )

    @rule(which=trainings, session=st.integers(1, 3))
    def drops_a_date(self, which: int, session: int) -> None:
        chosen = self.trainings[which]
        self.run(lambda store: plan_change.drop_session(store, NETWORK, chosen, session, self.now))

    @rule(which=trainings, seats=st.none() | st.integers(1, 4))
    def widens(self, which: int, seats: int | None) -> None:
        chosen = self.trainings[which]
        self.run(lambda store: plan_change.set_seats(store, NETWORK, chosen, seats, self.now))

    @rule(which=trainings, booked=st.integers(0, 3))
    def books_block_seats(self, which: int, booked: int) -> None:
        chosen, place = self.trainings[which], ("county-wide", "police")
        self.run(lambda store: use_cases.book(store, NETWORK, chosen, place, booked, self.now))

    @rule(which=trainings, rules=st.lists(st.sampled_from(STAGES), unique=True))
    def reminds_otherwise(self, which: int, rules: list[Any]) -> None:
        chosen = self.trainings[which]
        self.run(
            lambda store: plan_change.set_reminders(store, NETWORK, chosen, tuple(rules), self.now)
        )

    @rule(
        which=trainings,
        place=st.sampled_from(["Rathaus", "Kreishaus"]),
        on=st.sampled_from([True, True, False]),
    )
    def changes_place_and_door(self, which: int, place: str, on: bool) -> None:
        chosen = self.trainings[which]

        async def both(store: Store) -> None:
            await plan_change.describe(store, NETWORK, chosen, {"place": place}, self.now)
            await plan_change.set_open(store, chosen, self.now, open_=on)

        self.run(both)

    @rule(which=trainings, offices=st.lists(st.sampled_from(OFFICES), unique=True))
    def is_held_by(self, which: int, offices: list[str]) -> None:
        training = self.seen(which)[0]
        first = person(1, Role.COORDINATOR, training.host)
        self.run(
            lambda store: set_hosts(
                store, NETWORK, training.id, first, offices, self.now, tell=bool(offices)
            )
        )

    @precondition(lambda self: self.updates > 5)
    @rule(which=trainings)
    def cancels(self, which: int) -> None:
        chosen = self.trainings[which]
        self.run(lambda store: plan_change.cancel(store, NETWORK, chosen, self.now))

    @rule(hours=st.sampled_from([1, 12, 24, 72]))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

        async def tick(store: Store) -> None:
            await store.deliveries.expire(self.now)

        self.run(tick)

    @rule(number=people, comes_back=st.booleans())
    def blocks(self, number: int, comes_back: bool) -> None:
        self.blocked.add(self.chats[number])
        person = self.people[number]
        self.ever_away.add(person)

        async def unreachable(store: Store) -> None:
            await store.persons.set_unreachable(person, self.now, "telegram")
            await store.plans.end_all(person, State.UNDELIVERABLE, "blocked", self.now)

        self.run(unreachable)
        if comes_back:
            self.returns(number)

    def returns(self, number: int) -> None:
        if self.chats[number] not in self.blocked:
            return
        self.blocked.discard(self.chats[number])

        async def back(store: Store) -> None:
            person = await store.persons.get(self.people[number])
            assert person is not None
            await back_by(store, NETWORK, person.id, "telegram", self.now)

        self.run(back)

    def seen(self, which: int) -> tuple[Training, list[Registration]]:
        """Return a training and its registrations; read once a step, many ask for them."""

        async def found(store: Store) -> tuple[Training, list[Registration]]:
            training = await store.trainings.get(self.trainings[which])
            assert training is not None
            return training, await store.registrations.active(training.id)

        if which not in self.read:
            self.read[which] = self.look(found)
        return self.read[which]

    @invariant()
    def no_seat_is_sold_twice_and_nobody_is_overtaken(self) -> None:
        for which in range(2):
            training, everyone = self.seen(which)
            silent = self.silent(training)
            self.ever_silent |= {(which, r.person_id) for r in everyone if r.id in silent}
            seated = [self.rank(r) for r in everyone if r.status in {CONFIRMED, OFFERED}]
            in_reach = [r for r in everyone if r.status is WAITLISTED and not r.away]
            passed_over = {who for course, who in self.ever_silent if course == which}
            passed_over |= self.ever_away
            steady = [r.position for r in in_reach if r.person_id not in passed_over]
            asked = [r for r in in_reach if r.id not in silent]
            seats = training.seats

            assert seats is None or len(seated) <= seats
            if which not in self.raced:
                assert not (seated and steady) or max(seated) < min(steady)

            on = training.status is not EventStatus.CANCELLED and not training.running(self.now)
            late = comes_next(training, NETWORK, self.now) is ComesNext.FIRST
            if on and (in_reach if late else asked) and len(seated) != seats:
                assert late
                assert {r.id for r in in_reach} <= self.offered(training)

    def rank(self, own: Registration) -> int:
        """Return when the seat of a registration was earned."""
        return own.position

    def silent(self, training: Training) -> set[int]:
        """Return the registrations whose last word was none, less than a week ago."""

        async def found(store: Store) -> set[int]:
            return await store.moveups.unanswered(training.id, self.now - REST)

        return self.look(found)

    def offered(self, training: Training) -> set[int]:
        """Return the registrations to which an offer runs."""

        async def found(store: Store) -> set[int]:
            return {each.own.id for each in await store.moveups.running(training.id)}

        return self.look(found)

    @invariant()
    def who_is_asked_has_an_offer_that_runs(self) -> None:
        for which in range(2):
            training, everyone = self.seen(which)
            asked = {r.id for r in everyone if r.status is OFFERED}

            assert asked <= self.offered(training)

    @invariant()
    def nobody_reads_a_name_whose_owner_did_not_know(self) -> None:
        for which in range(2):
            training, everyone = self.seen(which)
            for own in everyone:
                read = {
                    office
                    for office in OFFICES
                    if may(
                        person(1, Role.COORDINATOR, office),
                        Act.READ_NAME,
                        NamedOne(training, "else", own.came_at),
                    )
                }
                assert read <= set(self.knew[own.id]), own
                assert read <= set(training.hosts)
                assert training.host in read

    @invariant()
    def reminders_wait_exactly_for_who_comes_and_wants_them(self) -> None:
        async def waiting(store: Store) -> set[tuple[int | None, datetime, int]]:
            found = await store.deliveries.listed([State.SCHEDULED], 500)
            return {
                (d.registration_id, d.due_at, d.facts["revision"])
                for d in found
                if d.kind is Kind.REMINDER
            }

        held = self._held()  # what is planned for them is not sent before they are approved
        planned = {each for each in self.look(waiting) if each[0] not in held}

        assert planned == self._wanted()

    def _held(self) -> set[int]:
        """Return the registrations that an office has still to approve."""
        everyone = [own for which in range(2) for own in self.seen(which)[1]]
        return {own.id for own in everyone if own.approve_by is not None}

    def _wanted(self) -> set[tuple[int | None, datetime, int]]:
        wanted: set[tuple[int | None, datetime, int]] = set()
        for which in range(2):
            training, everyone = self.seen(which)
            if training.status is EventStatus.CANCELLED:
                continue
            for own in everyone:
                reached = self.chats[self.people.index(own.person_id)] not in self.blocked
                firm = own.status is CONFIRMED and own.approve_by is None
                if firm and not own.muted and reached:
                    wanted |= {
                        (own.id, one.due_at, training.revision)
                        for one in to_come(training, NETWORK, self.now)
                        if not self._was_sent(own, one.told(training))
                    }
        return wanted

    def _was_sent(self, own: Registration, facts: dict[str, Any]) -> bool:
        """Return whether this very reminder went out before a change planned it later."""
        return any(
            delivery.kind is Kind.REMINDER
            and delivery.registration_id == own.id
            and delivery.facts == facts
            for delivery, _ in self.sent
        )

    @invariant()
    def nobody_who_withdrew_hears_of_it(self) -> None:
        for delivery, status in self.sent:
            if delivery.kind in FOR_REGISTERED:
                assert status in {CONFIRMED, WAITLISTED, OFFERED}, delivery
            if delivery.kind is Kind.SEAT_OFFERED:
                assert status is OFFERED, delivery
            if delivery.kind is Kind.REMINDER:
                assert status is CONFIRMED, delivery

    @invariant()
    def who_moved_up_was_told(self) -> None:
        """Return nobody to a seat of which they cannot know: they keep the place in the line."""

        async def unheard(store: Store) -> list[int]:
            return sorted(await store.plans.unheard(self.now))

        assert self.look(unheard) == []

    @invariant()
    def no_reminder_comes_twice(self) -> None:
        reminders = Counter(
            (d.registration_id, str(d.facts)) for d, _ in self.sent if d.kind is Kind.REMINDER
        )

        assert not reminders or max(reminders.values()) == 1

    @invariant()
    def the_tallies_add_up(self) -> None:
        for which, training_id in enumerate(self.trainings):

            async def counted(store: Store, of: int = training_id) -> dict[Tally, int]:
                return dict(await store.trainings.tallies(of))

            tallies: Counter[Tally] = Counter(self.look(counted))
            _, everyone = self.seen(which)
            seated = sum(r.status is CONFIRMED for r in everyone)
            waiting = sum(r.status in {WAITLISTED, OFFERED} for r in everyone)
            given_up = tallies[Tally.WITHDRAWN] + tallies[Tally.LATE_WITHDRAWN]

            assert tallies[Tally.CONFIRMED] + tallies[Tally.PROMOTED] - given_up == seated
            assert waiting == (
                tallies[Tally.WAITLISTED]
                - tallies[Tally.PROMOTED]
                - self.left_the_line[training_id]
            )


def often(examples: int, steps: int) -> settings:
    """Return how often to live; without shrinking, which would take minutes."""
    return settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.reuse, Phase.generate),
    )


@pytest.mark.wide
class TestLives(Lives.TestCase):  # type: ignore[misc,valid-type]  # made at run time
    settings = often(15, 20)


@pytest.mark.soak
@pytest.mark.timeout(1800)
class TestManyLives(Lives.TestCase):  # type: ignore[misc,valid-type]  # likewise
    settings = often(400, 40)
