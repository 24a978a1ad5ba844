"""Random lives of seats that change hands, wait for an office, and are marked at the door."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar, TypeVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test

from bot.commands.yearly import WantedReport, figures
from domain import account, feedback, presence_door
from domain import substitute as handing
from domain.approve_answer import decide, mark
from domain.channel import in_chat
from domain.close import Group, NotClosable, close, proposed, seats_of
from domain.delivery import Delivery, Kind, Outcome
from domain.ledger.entries import LedgerKind
from domain.localtime import local_day
from domain.manage_people import RemovalReason, Removed, remove
from domain.message import Message
from domain.person import Newcomer, Person, Place
from domain.presence import EARLY, Mark, Marks, counts_as_there
from domain.presence_door import CheckedIn, FromTheLine
from domain.privacy import erase
from domain.register import Registration
from domain.training import ON_OFFER
from domain.vocabulary import RegistrationStatus, Role, Sector
from scheduler import account as moving
from scheduler import approve
from storage.clock import told
from storage.database import Database
from storage.store import Store
from talk.moveup import LeaveSeat
from talk.register import Leave
from tests.domain.test_membership import person
from tests.fixtures.lent import Lender
from tests.small_world import NETWORK, NOW, VAULT, plan
from tests.test_lives import CONFIRMED, PEOPLE, Lives, often, people, series, trainings

AT_DOOR = replace(NETWORK, presence=True)
COORDINATOR = 900
WAITING = {RegistrationStatus.WAITLISTED, RegistrationStatus.OFFERED}
FIRST, LAST = date(2027, 1, 1), date(2028, 12, 31)
Answer = TypeVar("Answer")
Standings = dict[int, tuple[int, RegistrationStatus]]


class LivesAtTheDoor(Lives):
    """Besides: substitutes, approvals, marks, closings, accounts that move, people taken out."""

    ticks = (approve.run, moving.run, *Lives.ticks)

    def __init__(self) -> None:
        super().__init__()
        #: Whose place a seat took that changed hands: by registration and position.
        self.ranks: dict[tuple[int, int], int] = {}
        #: Who was there when a training was closed, as it was marked.
        self.there: dict[int, set[int]] = {}
        self.moves_made = 0
        self.astray: list[Delivery] = []

    @initialize(
        first=st.integers(1, 3),
        days=st.sampled_from([2, 6, 25]),
        dates=st.integers(1, 2),
        wanted=st.booleans(),
        crowd=st.lists(people, unique=True, min_size=2),
    )
    def begin(self, first: int, days: int, dates: int, wanted: bool, crowd: list[int]) -> None:
        async def fill(store: Store) -> tuple[list[int], list[int], Person]:
            place = Place("rkn-kaarst", Sector.SCHOOL)
            joined = [
                await store.persons.add(Newcomer(in_chat(chat), Role.SPECIALIST, place), NOW.date())
                for chat in self.chats
            ]
            chief = Newcomer(in_chat(COORDINATOR), Role.COORDINATOR, place)
            mine = replace(series(plan(days, first), dates), approval=wanted)
            made = [
                await store.trainings.add(mine, "rkn-kaarst", None),
                await store.trainings.add(
                    replace(plan(3, 2), approval=not wanted), "rkn-neuss", None
                ),
            ]
            return (
                [p.id for p in joined],
                [t.id for t in made],
                await store.persons.add(chief, NOW.date()),
            )

        self.people, self.trainings, self.chief = self.run(fill)
        self.register(crowd, 0)

    def run(self, step: Callable[[Store], Awaitable[Answer]]) -> Answer:
        """Do one step, and count who left the line by it."""
        before = self._standings()
        answer = super().run(step)
        after = self._standings()
        for each, (of, status) in before.items():
            if status in WAITING and each not in after:
                self.left_the_line[of] += 1
        return answer

    def _standings(self) -> Standings:
        """Return of which training each registration is, and where it stands."""
        if not hasattr(self, "trainings"):
            return {}
        return {
            own.id: (of, own.status)
            for which, of in enumerate(self.trainings)
            for own in self.seen(which)[1]
        }

    @rule(number=people, which=trainings, declines=st.booleans())
    def leaves(self, number: int, which: int, declines: bool) -> None:
        of = self.trainings[which]
        self.presses(number, LeaveSeat(of) if declines else Leave(of, self.shown(which)))

    async def _send(self, delivery: Delivery, message: Message, deadline: float) -> Outcome:
        if delivery.person_id is not None:
            async with self.database.reading() as store:
                whose = await store.persons.get(delivery.person_id)
            if whose is None or whose.address.name != delivery.address:
                self.astray.append(delivery)
        return await super()._send(delivery, message, deadline)

    def rank(self, own: Registration) -> int:
        return self.ranks.get((own.id, own.position), own.position)

    async def somebody(self, store: Store, number: int) -> Person:
        found = await store.persons.get(self.people[number])
        assert found is not None
        return found

    @rule(giver=people, taker=people, which=trainings)
    def hands_over(self, giver: int, taker: int, which: int) -> None:
        of, token = self.trainings[which], f"{self.updates:022}"
        waited = self.stands(taker, which) in WAITING
        training, now = self.seen(which)[0], self.now

        async def both(store: Store) -> object:
            one, other = await self.somebody(store, giver), await self.somebody(store, taker)
            await handing.offer(store, of, one, token, now)
            shown = training.plan.shown
            return await handing.take(store, AT_DOOR, token, other, now, shown=shown)

        done = self.run(both)
        self.updates += 1
        if isinstance(done, handing.Handed):
            self.left_the_line[of] += waited
            self.ranks[done.now.id, done.now.position] = self.rank(done.before)
            self.knew[done.now.id] = training.hosts

    @rule(number=people, which=trainings, yes=st.booleans())
    def is_decided_about(self, number: int, which: int, yes: bool) -> None:
        async def rules(store: Store) -> object:
            own = await store.registrations.of(self.trainings[which], self.people[number])
            if own is None or own.approve_by is None:
                return None
            request = mark(own.approve_by)
            return await decide(store, AT_DOOR, self.chief, own.id, request, self.now, yes=yes)

        self.run(rules)

    @rule(number=people, which=trainings, reason=st.sampled_from(list(RemovalReason)))
    def is_taken_out(self, number: int, which: int, reason: RemovalReason) -> None:
        of = self.trainings[which]

        async def out(store: Store) -> object:
            own = await store.registrations.of(of, self.people[number])
            if own is None:
                return None
            return await remove(store, AT_DOOR, of, own.seat_code, reason, self.now)

        if isinstance(self.run(out), Removed):
            assert self.stands(number, which) not in {CONFIRMED, *WAITING}

    @rule(number=people)
    def changes_the_telephone(self, number: int) -> None:
        token, new = f"{self.updates:022}", 1000 + self.updates
        self.updates += 1

        async def begins(store: Store) -> object:
            member = await self.somebody(store, number)
            await account.make(store, self.chief, member, token, self.now)
            return await account.claim(store, token, in_chat(new), "de", self.now)

        assert not isinstance(self.run(begins), account.NotMoved)
        self.now += account.OBJECTION
        self.run(self._nothing)
        old, self.chats[number] = self.chats[number], new

        async def whose(store: Store) -> list[Person | None]:
            return [await store.persons.by_chat(in_chat(chat)) for chat in (old, new)]

        before, after = self.look(whose)

        assert before is None
        assert after is not None
        assert after.id == self.people[number]

    async def _nothing(self, store: Store) -> None:
        """Let the ticks beat."""

    @rule(which=trainings)
    def doors_open(self, which: int) -> None:
        soon = self.seen(which)[0].plan.starts_at - EARLY / 2
        if self.now < soon:
            self.now = soon
            self.time_passes(0)

    @rule(number=people, which=trainings)
    def opens_the_code(self, number: int, which: int) -> None:
        training, stands = self.seen(which)[0], self.stands(number, which)

        async def scans(store: Store) -> object:
            key = await store.proofs.check_in()
            day = local_day(training.plan.starts_at, NETWORK.zone)
            code = presence_door.code_of(key, NETWORK.slug, training.id, day)
            member = await self.somebody(store, number)
            return await presence_door.check_in(store, AT_DOOR, key, code, member, self.now)

        if isinstance(self.run(scans), CheckedIn):
            assert stands is CONFIRMED
            assert training.id not in self.there

    @rule(number=people, which=trainings, said=st.sampled_from(list(Mark)))
    def is_marked(self, number: int, which: int, said: Mark) -> None:
        training = self.seen(which)[0]
        host = person(1, Role.COORDINATOR, training.host)

        async def marked(store: Store) -> object:
            own = await store.registrations.of(training.id, self.people[number])
            code = own.seat_code if own else 0
            return await presence_door.mark(store, AT_DOOR, training.id, code, said, host, self.now)

        if self.run(marked) is None:
            assert training.id not in self.there

    @rule(which=trainings)
    def first_is_let_in(self, which: int) -> None:
        training = self.seen(which)[0]
        host = person(1, Role.COORDINATOR, training.host)

        async def lets(store: Store) -> object:
            return await presence_door.let_in(store, AT_DOOR, training.id, host, self.now)

        done = self.run(lets)
        if isinstance(done, FromTheLine):
            assert self.seen(which)[1]

    @rule(which=trainings, more=st.booleans())
    def is_closed(self, which: int, more: bool) -> None:
        """Close by what was marked; with `more` somebody is marked between looking and closing."""
        training = self.seen(which)[0]
        if self.now < training.plan.ends_at:
            self.now = training.plan.ends_at
            self.time_passes(0)
        day = local_day(training.plan.starts_at, NETWORK.zone)

        async def looks(store: Store) -> tuple[list[Group], Marks]:
            seats, marks = await seats_of(store, training), await store.attendees.marks(training.id)
            return proposed(seats.all, (), seats.came(marks)), marks

        groups, marks = self.look(looks)
        if more:
            self.is_marked(0, which, Mark.CAME)

        async def closes(store: Store) -> tuple[NotClosable | None, Marks]:
            why = await close(store, training.id, groups, day, self.now, marked=marks)
            if why is None:
                await feedback.ask(store, AT_DOOR, training.id, self.now)
            return why, await store.attendees.marks(training.id)

        why, now_marked = self.run(closes)
        if why is None:
            assert now_marked == marks
            counted = counts_as_there(marks)
            own = self.seen(which)[1]
            self.there[training.id] = {
                each.person_id for each in own if each.status is CONFIRMED and each.came in counted
            }
            assert self.attendance(training.id) == sum(each.came for each in groups)

    def attendance(self, of: int) -> int:
        return sum(
            row.n
            for row in self.rows()
            if row.training_id == of
            and row.kind is LedgerKind.ATTENDANCE
            and row.office is row.sector is None
        )

    def rows(self) -> list[Any]:
        async def all_of_them(store: Store) -> list[Any]:
            return list(await store.ledger.between(FIRST, LAST))

        return self.look(all_of_them)

    @invariant()
    def a_mark_stands_only_on_a_seat(self) -> None:
        for which in range(2):
            for own in self.seen(which)[1]:
                assert own.came is None or own.status is CONFIRMED, own

    @invariant()
    def only_who_was_there_is_asked(self) -> None:
        for delivery, _ in self.sent:
            if delivery.kind is Kind.FEEDBACK:
                assert delivery.training_id in self.there
                assert delivery.person_id in self.there[delivery.training_id]

    @invariant()
    def nothing_goes_to_a_telephone_that_was_left(self) -> None:
        assert self.astray == []

    @invariant()
    def nobody_is_held_beyond_the_term(self) -> None:
        for which in range(2):
            training, everyone = self.seen(which)
            if training.status in ON_OFFER and not training.running(self.now):
                held = [own.approve_by for own in everyone if own.approve_by is not None]
                assert all(self.now < until for until in held), held

    def teardown(self) -> None:
        if hasattr(self, "trainings"):
            self._the_report_stays_without_anybody()
        super().teardown()

    def _the_report_stays_without_anybody(self) -> None:
        """Erase all: rows and report are as they were."""
        rows, report = self.rows(), self._report()

        async def all_go(store: Store) -> None:
            for number in range(PEOPLE):
                member = await self.somebody(store, number)
                await erase(store, AT_DOOR, member.address, member, self.now)

        self.run(all_go)

        assert self.rows() == rows
        assert self._report() == report
        assert all(self.seen(which)[1] == [] for which in range(2))

    def _report(self) -> object:
        wanted = WantedReport(2027, local_day(self.now, NETWORK.zone))
        return self.runner.run(figures(self.database, AT_DOOR, wanted))


class OnPostgres(LivesAtTheDoor):
    """The same, each life in a database that was emptied for it."""

    lend: ClassVar[Callable[[], AbstractContextManager[str]]]

    def opens(self) -> Database:
        return Database(self.left.enter_context(type(self).lend()), VAULT, NETWORK.slug, told)


@pytest.mark.wide
class TestLivesAtTheDoor(LivesAtTheDoor.TestCase):  # type: ignore[misc,valid-type]  # at run time
    settings = often(15, 20)


@pytest.mark.wide
@pytest.mark.postgres
@pytest.mark.differs  # seats change hands under locks
def test_lives_at_the_door_on_postgresql(lender: Lender) -> None:
    OnPostgres.lend = lender.lend
    run_state_machine_as_test(OnPostgres, settings=often(5, 20))


@pytest.mark.soak
@pytest.mark.timeout(1800)
class TestManyLivesAtTheDoor(LivesAtTheDoor.TestCase):  # type: ignore[misc,valid-type]  # likewise
    settings = often(300, 40)
