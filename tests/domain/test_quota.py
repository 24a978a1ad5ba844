"""Quotas and block seats in small worlds: never oversold, kept until the release, then for all."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from domain import seats as rules
from domain.delivery import Kind, Letter
from domain.network import Network
from domain.person import Person
from domain.plan_change import Changed, Reason, Refused, set_seats
from domain.register import division as division_of
from domain.register import leave, line, register
from domain.seats_quota import Division, Share
from domain.training import Plan, Training, moved
from domain.vocabulary import RegistrationStatus
from tests.domain import test_registration
from tests.domain.test_registration import NOW, START, person

OFFICES = ("rkn-kaarst", "rkn-neuss", "rkn-kreis")
RELEASED = START - timedelta(days=20)


def office_of(number: int) -> str:
    return OFFICES[number % 3]


def member(number: int) -> Person:
    return replace(person(number), office=office_of(number))


class Hall(test_registration.Hall):
    """One training with everything that changes its seats, in memory."""

    def __init__(self, seats: int | None) -> None:
        super().__init__(seats)
        self.kept: dict[str, int] = {}
        self.booked: dict[tuple[str, str], int] = {}
        self.letters: list[Letter] = []
        self.unreminded: list[int] = []
        self.forgotten: list[int] = []

    registrations = trainings = deliveries = seating = plans = property(lambda self: _Desk(self))

    async def cancel(self, reason: str, kinds: Sequence[Kind], now: datetime, **of: int) -> int:
        assert (reason, *kinds) == ("not-registered", Kind.REMINDER)
        assert isinstance(now, datetime)
        self.unreminded.append(of["registration_id"])
        return 0

    async def free_moving_up(self, registration_ids: Sequence[int]) -> None:
        assert self.unreminded[-len(registration_ids) :] == list(registration_ids)
        self.forgotten += registration_ids

    async def shares(self, training_id: int) -> list[Share]:
        assert training_id == self.training.id
        found = [Share(office, n, kept=True) for office, n in self.kept.items()]
        found += [Share(office, n) for (office, _), n in self.booked.items()]
        everyone = sorted(self.rows.values(), key=lambda r: r.position)
        return found + [
            Share(
                office_of(each.id),
                waits=None if each.status is RegistrationStatus.CONFIRMED else each.id,
            )
            for each in everyone
            if each.active
        ]


class _Desk:
    """The hall as the use cases see it: every part of the store is this one."""

    def __init__(self, hall: Hall) -> None:
        self.hall = hall

    def __getattr__(self, name: str) -> Any:
        return getattr(self.hall, name)

    async def lock(self, training_id: int) -> Training | None:
        return self.hall.training if training_id == 1 else None

    async def get(self, training_id: int) -> Training:
        assert training_id == self.hall.training.id
        return self.hall.training

    async def set_plan(self, training_id: int, plan: Plan, *, moved: bool) -> None:
        assert not moved
        assert training_id == self.hall.training.id
        self.hall.training = replace(self.hall.training, plan=plan)

    async def put(self, *letters: Letter) -> int:
        self.hall.letters += letters
        return len(letters)

    async def block(self, training_id: int, place: tuple[str, str]) -> int:
        assert training_id == self.hall.training.id
        return self.hall.booked.get(place, 0)

    async def set_block(self, training_id: int, place: tuple[str, str], n: int) -> None:
        assert training_id == self.hall.training.id
        self.hall.booked[place] = n
        total = sum(self.hall.booked.values())
        self.hall.training = replace(self.hall.training, block_seats=total)

    async def set_quota(self, training_id: int, office: str, n: int, release_at: datetime) -> None:
        assert training_id == self.hall.training.id
        self.hall.kept = {**self.hall.kept, office: n}
        plan = replace(self.hall.training.plan, release_at=release_at)
        total = sum(self.hall.kept.values())
        self.hall.training = replace(self.hall.training, plan=plan, quota_seats=total)


Act = tuple[str, int, int]
acts: st.SearchStrategy[list[Act]] = st.lists(
    st.tuples(
        st.sampled_from(["register", "register", "leave", "quota", "block", "seats"]),
        st.integers(1, 7),
        st.integers(0, 4),
    ),
    max_size=25,
)


async def act(hall: Hall, network: Network, what: Act, now: datetime) -> None:
    """Do one thing; what is refused changes nothing."""
    name, number, n = what
    desk: Any = hall
    if name == "register":
        await register(hall, 1, member(number), now)
    elif name == "leave":
        await leave(hall, 1, number, now)
    elif name == "quota":
        await rules.set_quota(desk, network, 1, office_of(number), n, now)
    elif name == "block":
        await rules.book(desk, network, 1, (office_of(number), "police"), n, now)
    else:
        await set_seats(desk, network, 1, number, now)


def pools(hall: Hall) -> tuple[Counter[str], int, int]:
    """Count again who sits where: seats by office, those in the common pool, its size."""
    used: Counter[str] = Counter()
    for (office, _), n in hall.booked.items():
        used[office] += n
    for each in hall.rows.values():
        used[office_of(each.id)] += each.status is RegistrationStatus.CONFIRMED
    beyond = sum(max(0, used[office] - hall.kept.get(office, 0)) for office in OFFICES)
    assert hall.training.plan.seats is not None
    return used, beyond, hall.training.plan.seats - sum(hall.kept.values())


def check_kept(hall: Hall) -> None:
    """Before the release: nobody sits on a seat kept for others; nobody waits without need."""
    used, beyond, common = pools(hall)

    assert 0 <= beyond <= common
    for each in line(hall.rows.values()):
        assert used[office_of(each.id)] >= hall.kept.get(office_of(each.id), 0)
        assert beyond == common


def check_released(hall: Hall) -> None:
    used, _, _ = pools(hall)

    assert hall.training.plan.seats is not None
    assert sum(used.values()) <= hall.training.plan.seats
    assert not line(hall.rows.values()) or sum(used.values()) == hall.training.plan.seats


def check_order(hall: Hall) -> None:
    """Of one office, who came first sits first."""
    for office in OFFICES:
        own = [r for r in hall.rows.values() if office_of(r.id) == office]
        seated = [r.position for r in own if r.status is RegistrationStatus.CONFIRMED]
        waiting = [r.position for r in line(own)]

        assert not (seated and waiting) or max(seated) < min(waiting)


@given(seats=st.integers(1, 6), before=acts, after=acts)
def test_kept_until_the_release_and_then_for_all(
    network: Network, seats: int, before: list[Act], after: list[Act]
) -> None:
    hall = Hall(seats)
    hall.training = replace(
        hall.training, plan=replace(hall.training.plan, deadline_at=START - timedelta(days=1))
    )

    async def live() -> None:
        for what in before:
            await act(hall, network, what, NOW)
            check_kept(hall)
            check_order(hall)
        await register(hall, 1, member(8), RELEASED)  # comes before the tick
        waited = line(hall.rows.values())
        desk: Any = hall
        await rules.release(desk, network, 1, RELEASED)
        still = line(hall.rows.values())

        assert waited[len(waited) - len(still) :] == still
        assert await rules.release(desk, network, 1, RELEASED) == 0
        check_released(hall)
        for what in after:
            await act(hall, network, what, RELEASED)
            check_released(hall)

    asyncio.run(live())


@given(seats=st.integers(1, 6), lives=acts, number=st.integers(1, 9))
def test_free_seats_are_those_that_one_gets(
    network: Network, seats: int, lives: list[Act], number: int
) -> None:
    """Whoever comes next has a seat exactly if the card says that one is free."""
    hall = Hall(seats)

    async def live() -> None:
        for what in lives:
            await act(hall, network, what, NOW)
        division = await division_of(hall, hall.training)
        free, most = division.free(office_of(number)), division.most(office_of(number))
        came = 0
        for n in range(3 * 30 + number % 3, 3 * 40, 3):
            await register(hall, 1, member(n + (number - n) % 3), NOW)
            entered = hall.rows[n + (number - n) % 3]
            came += entered.status is RegistrationStatus.CONFIRMED

        assert came == free
        assert division.keeps(office_of(number)) is (not free and division.given < division.seats)
        assert most >= 0

    asyncio.run(live())


def test_who_comes_new_stands_behind_everybody_who_waits() -> None:
    waiting = Division(3, {"a": 1}, {"b": 1}, ((5, "a"), (6, "a")))

    assert waiting.admitted()[0] == [5, 6]
    assert not waiting.seats_newcomer("a")
    assert Division(3, {"a": 1}, {"b": 1}, ((5, "a"),)).seats_newcomer("a")


async def test_a_quota_that_cannot_be_kept_is_refused(network: Network) -> None:
    hall = Hall(5)
    desk: Any = hall
    for number in (1, 4, 7):
        await register(hall, 1, member(number), NOW)
    refused = await rules.set_quota(desk, network, 1, "rkn-kaarst", 3, NOW)
    kept = await rules.set_quota(desk, network, 1, "rkn-kaarst", 2, NOW)

    assert refused == Refused(Reason.QUOTA_FULL, 2)
    assert isinstance(kept, Changed)
    assert hall.training.quota_seats == 2
    assert hall.training.plan.release_at is not None

    late = await rules.set_quota(desk, network, 1, "rkn-kaarst", 1, hall.training.plan.release_at)

    assert late == Refused(Reason.RELEASED)


def test_the_release_moves_with_the_training(network: Network) -> None:
    plan = test_registration.training(5).plan
    plan = replace(plan, release_at=rules.release_time(plan, network))
    later = moved(plan, START + timedelta(days=9), START + timedelta(days=9, hours=1), network.zone)

    assert later.release_at == rules.release_time(later, network)
