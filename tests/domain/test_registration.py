"""Seats: never oversold, nobody overtaken, whatever happens in whatever order."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

import domain.register
from domain.channel import in_chat
from domain.person import Person
from domain.register import (
    Registered,
    Registration,
    Tally,
    in_reach,
    leave,
    line,
    move_up,
    next_in_line,
    put_back,
    register,
    taken,
)
from domain.seats_quota import Share
from domain.training import Plan, Training
from domain.vocabulary import (
    DeliveryMode,
    EventFormat,
    EventStatus,
    RegistrationStatus,
    Role,
    Sector,
    Topic,
)

NOW = datetime(2027, 2, 9, 9, 0, tzinfo=UTC)
START = NOW + timedelta(days=30)


def training(seats: int | None) -> Training:
    plan = Plan(
        title="Schutzkonzepte <entwickeln>",
        topic=Topic.PROTECTION_CONCEPTS,
        format=EventFormat.WORKSHOP,
        mode=DeliveryMode.ONLINE,
        starts_at=START,
        ends_at=START + timedelta(hours=3),
        deadline_at=START - timedelta(days=14),
        withdraw_by=START - timedelta(days=7),
        seats=seats,
        units=4,
    )
    return Training(1, "uid", "rkn-kaarst", plan, EventStatus.PUBLISHED)


def person(number: int) -> Person:
    return Person(
        number,
        in_chat(number),
        Role.SPECIALIST,
        "rkn-kaarst",
        Sector.SCHOOL,
        "de",
        None,
        1,
        date(2027, 1, 1),
        date(2027, 1, 1),
    )


class Hall:
    """The seats of one training, in memory: what the rules need from storage, and no more."""

    def __init__(self, seats: int | None) -> None:
        self.training = training(seats)
        self.rows: dict[int, Registration] = {}
        self.position = 0
        self.tallies: dict[Tally, int] = dict.fromkeys(Tally, 0)

    async def lock(self, training_id: int) -> tuple[Training, int] | None:
        self.position += 1
        return (self.training, self.position) if training_id == 1 else None

    async def hall(self, training_id: int, person_id: int) -> domain.register.Hall:
        assert isinstance(person_id, int)
        everyone = await self.active(training_id)
        own = next((r for r in everyone if r.person_id == person_id), None)
        waiting = line(everyone)
        place = waiting.index(own) + 1 if own in waiting else 0
        away = len(waiting) - len(in_reach(waiting))
        return domain.register.Hall(taken(everyone), len(waiting), own, place, away)

    async def active(self, training_id: int) -> Sequence[Registration]:
        assert training_id == self.training.id
        return [r for r in self.rows.values() if r.active]

    async def enter(
        self,
        training_id: int,
        person_id: int,
        status: RegistrationStatus,
        position: int,
        now: datetime,
        *,
        approve_by: datetime | None = None,
    ) -> Registration:
        assert isinstance(now, datetime)
        assert training_id == self.training.id
        entered = Registration(
            person_id, training_id, person_id, status, position, approve_by=approve_by
        )
        self.rows[person_id] = entered
        return entered

    async def set_status(
        self, registration_ids: Sequence[int], status: RegistrationStatus, now: datetime
    ) -> None:
        assert isinstance(now, datetime)
        for number in registration_ids:
            self.rows[number] = replace(self.rows[number], status=status)

    async def count(self, training_id: int, events: Sequence[tuple[Tally, int]]) -> None:
        assert training_id == self.training.id
        for kind, n in events:
            self.tallies[kind] += n

    async def uncount(self, training_id: int, event: Tally, n: int) -> None:
        assert training_id == self.training.id
        self.tallies[event] -= n

    async def shares(self, training_id: int) -> list[Share]:
        raise NotImplementedError(f"nothing is kept in {training_id}")


acts = st.lists(
    st.tuples(st.sampled_from(["register", "leave", "seats"]), st.integers(1, 6)), max_size=25
)


@given(seats=st.integers(1, 4), lives=acts)
def test_never_oversold_and_nobody_overtaken(seats: int, lives: list[tuple[str, int]]) -> None:
    hall = Hall(seats)

    async def live() -> None:
        for act, number in lives:
            before = line(hall.rows.values())
            if act == "register":
                await register(hall, 1, person(number), NOW)
            elif act == "leave":
                await leave(hall, 1, number, NOW)
            else:
                plan = replace(hall.training.plan, seats=max(number, taken(hall.rows.values()), 1))
                hall.training = replace(hall.training, plan=plan)
                await move_up(hall, hall.training, hall.rows.values(), NOW)
            check(before)

    def check(before: list[Registration]) -> None:
        now_seated = {r.id for r in hall.rows.values() if r.status is RegistrationStatus.CONFIRMED}
        limit = hall.training.plan.seats
        waiting = line(hall.rows.values())

        assert limit is not None
        assert len(now_seated) <= limit
        assert not waiting or len(now_seated) == limit
        assert len({r.position for r in hall.rows.values()}) == len(hall.rows)

        moved = [r.id for r in before if r.id in now_seated]
        still = [r.id for r in before if r.id in {w.id for w in waiting}]

        assert [r.id for r in before if r.id in {*moved, *still}] == [*moved, *still]

    asyncio.run(live())

    confirmed_ever = hall.tallies[Tally.CONFIRMED] + hall.tallies[Tally.PROMOTED]
    gone = hall.tallies[Tally.WITHDRAWN] + hall.tallies[Tally.LATE_WITHDRAWN]

    assert confirmed_ever - gone == taken(hall.rows.values())


lives_with_absence = st.lists(
    st.tuples(
        st.sampled_from(["comes or goes", "goes away", "blocks unseen", "comes back"]),
        st.integers(1, 4),
    ),
    max_size=20,
)


class Reached(Hall):
    """A hall whose people can be out of reach: what they are told of a seat does not arrive."""

    def __init__(self, seats: int) -> None:
        super().__init__(seats)
        self.unseen: set[int] = set()
        self.unheard: list[int] = []

    async def set_status(
        self, registration_ids: Sequence[int], status: RegistrationStatus, now: datetime
    ) -> None:
        await super().set_status(registration_ids, status, now)
        if status is RegistrationStatus.CONFIRMED:
            self.unheard += [number for number in registration_ids if number in self.unseen]

    async def tick(self) -> None:
        """Let the line move up, tell it, and pass on the seats of those whom nothing reaches."""
        for _ in range(len(self.rows) + 1):
            await move_up(self, self.training, self.rows.values(), NOW)
            unheard, self.unheard = self.unheard, []
            for number in unheard:
                self.rows[number] = replace(self.rows[number], away=True)
            await put_back(self, self.training, unheard, NOW)
            if not unheard:
                return
        raise AssertionError("a seat is given again and again to somebody out of reach")

    def sets_away(self, number: int, *, away: bool) -> None:
        self.rows[number] = replace(self.rows[number], away=away)

    async def acts(self, act: str, number: int) -> None:
        """Let somebody come or go who can be reached, or let somebody go out of reach."""
        if act in {"goes away", "blocks unseen"}:
            self.unseen.add(number)
            self.sets_away(number, away=act == "goes away")
        elif act == "comes or goes" and number not in self.unseen:
            if self.rows[number].active:
                await leave(self, 1, number, NOW)
            else:
                await register(self, 1, person(number), NOW)


@given(seats=st.integers(1, 2), lives=lives_with_absence)
def test_who_is_away_is_passed_over_and_keeps_the_place(
    seats: int, lives: list[tuple[str, int]]
) -> None:
    hall = Reached(seats)

    async def live() -> None:
        for number in range(1, 5):
            await register(hall, 1, person(number), NOW)
        for act, number in lives:
            if act == "comes back":
                hall.unseen.discard(number)
                hall.sets_away(number, away=False)
            before = line(hall.rows.values())
            await hall.acts(act, number)
            await hall.tick()
            check(before)

    def check(before: list[Registration]) -> None:
        waiting = line(hall.rows.values())

        assert taken(hall.rows.values()) <= seats
        assert not in_reach(waiting) or taken(hall.rows.values()) == seats
        for own in before:
            if own.away:
                assert hall.rows[own.id].status is RegistrationStatus.WAITLISTED
                assert hall.rows[own.id].position == own.position
        given = hall.tallies[Tally.CONFIRMED] + hall.tallies[Tally.PROMOTED]
        gone = hall.tallies[Tally.WITHDRAWN] + hall.tallies[Tally.LATE_WITHDRAWN]

        assert given - gone == taken(hall.rows.values())

    asyncio.run(live())


@given(st.integers(0, 5), st.lists(st.sampled_from(list(RegistrationStatus)), max_size=8))
def test_the_first_in_line_come_first(seats: int, statuses: list[RegistrationStatus]) -> None:
    everyone = [Registration(n, 1, n, status, 100 - n) for n, status in enumerate(statuses)]

    moved_up = next_in_line(seats, everyone)

    behind = [r for r in line(everyone) if r not in moved_up]

    assert len(moved_up) == min(len(line(everyone)), max(0, seats - taken(everyone)))
    assert all(up.position < left.position for up in moved_up for left in behind)


async def test_without_a_limit_everybody_has_a_seat() -> None:
    hall = Hall(None)
    results = [await register(hall, 1, person(n), NOW) for n in range(1, 6)]

    assert all(isinstance(r, Registered) and r.place_in_line == 0 for r in results)


async def test_leaving_late_is_told_apart() -> None:
    hall = Hall(1)
    await register(hall, 1, person(1), NOW)
    left = await leave(hall, 1, 1, START - timedelta(days=6))

    assert left is not None
    assert left.late
    assert hall.rows[1].status is RegistrationStatus.LATE_WITHDRAWN


async def test_nobody_leaves_or_moves_up_once_it_has_begun() -> None:
    hall = Hall(1)
    await register(hall, 1, person(1), NOW)
    await register(hall, 1, person(2), NOW)

    assert await leave(hall, 1, 1, START) is None
    assert await move_up(hall, hall.training, [hall.rows[2]], START) == ()
