"""Registering, leaving and moving up, case by case: who gets what, who is told why not."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from domain.register import Hall as Numbers
from domain.register import (
    Left,
    NotRegistered,
    Registered,
    Registration,
    Tally,
    Unseen,
    fewest_seats,
    free_for,
    free_seats,
    leave,
    move_up,
    put_back,
    register,
    withdraw,
)
from domain.seats_quota import Division, Share
from domain.training import Closed, Training
from domain.vocabulary import EventStatus, RegistrationStatus, Sector
from tests.domain.shares import shares_of
from tests.domain.test_registration import NOW, START, Hall, person, training

CONFIRMED, WAITLISTED = RegistrationStatus.CONFIRMED, RegistrationStatus.WAITLISTED
GONE, LATE = RegistrationStatus.WITHDRAWN, RegistrationStatus.LATE_WITHDRAWN
LAST_CALL = START - timedelta(days=7)  # from here on it is late to leave


def filled(seats: int | None, people: int) -> Hall:
    """Return a hall that so many people registered for, first 1, then 2, and so on."""
    hall = Hall(seats)

    async def come() -> None:
        for number in range(1, people + 1):
            await register(hall, 1, person(number), NOW)

    asyncio.run(come())
    return hall


def with_status(hall: Hall, status: EventStatus) -> Hall:
    hall.training = replace(hall.training, status=status)
    return hall


def standings(hall: Hall) -> list[RegistrationStatus]:
    return [hall.rows[number].status for number in sorted(hall.rows)]


def tallied(hall: Hall) -> dict[Tally, int]:
    return {kind: n for kind, n in hall.tallies.items() if n}


def test_each_is_told_the_place_in_line_and_a_second_wish_changes_nothing() -> None:
    hall = filled(1, 0)

    async def wish(number: int) -> Registered | NotRegistered:
        return await register(hall, 1, person(number), NOW)

    answers = [asyncio.run(wish(number)) for number in (1, 2, 3, 3, 1)]

    assert [a.place_in_line for a in answers if isinstance(a, Registered)] == [0, 1, 2, 2, 0]
    assert [a.fresh for a in answers if isinstance(a, Registered)] == [True] * 3 + [False] * 2
    assert all(a.training is hall.training for a in answers)
    assert [a.registration for a in answers if isinstance(a, Registered)] == [
        hall.rows[number] for number in (1, 2, 3, 3, 1)
    ]
    assert standings(hall) == [CONFIRMED, WAITLISTED, WAITLISTED]
    assert [hall.rows[n].position for n in (1, 2, 3)] == [1, 2, 3]
    assert tallied(hall) == {Tally.CONFIRMED: 1, Tally.WAITLISTED: 2}


def test_who_may_not_register_is_told_why_and_nothing_is_entered() -> None:
    hall = filled(2, 0)
    police_only = replace(hall.training.plan, sectors=(Sector.POLICE,))

    assert asyncio.run(register(hall, 2, person(1), NOW)) == NotRegistered(None, None)
    assert asyncio.run(register(hall, 1, person(1), START)) == NotRegistered(
        hall.training, Closed.STARTED
    )

    hall.training = replace(hall.training, plan=police_only)

    assert asyncio.run(register(hall, 1, person(1), NOW)) == NotRegistered(
        hall.training, Closed.NOT_FOR_SECTOR
    )
    assert hall.rows == {}
    assert tallied(hall) == {}

    of_police = replace(person(1), sector=Sector.POLICE)

    assert isinstance(asyncio.run(register(hall, 1, of_police, NOW)), Registered)


def test_who_saw_other_facts_neither_comes_nor_goes() -> None:
    hall = filled(2, 1)
    shown, other = hall.training.plan.shown, hall.training.plan.shown + 1
    unseen = Unseen(hall.training, None)

    assert asyncio.run(register(hall, 1, person(2), NOW, shown=other)) == unseen
    assert asyncio.run(withdraw(hall, 1, 1, NOW, shown=other)) == unseen
    assert standings(hall) == [CONFIRMED]

    came = asyncio.run(register(hall, 1, person(2), NOW, shown=shown))
    went = asyncio.run(withdraw(hall, 1, 1, NOW, shown=shown))

    assert isinstance(came, Registered)
    assert isinstance(went, Left)
    assert standings(hall) == [GONE, CONFIRMED]


@pytest.mark.parametrize(
    ("own", "now", "status", "late", "counted"),
    [
        (1, LAST_CALL - timedelta(seconds=1), GONE, False, Tally.WITHDRAWN),
        (1, LAST_CALL, LATE, True, Tally.LATE_WITHDRAWN),
        (2, LAST_CALL, GONE, False, None),  # who waits gives up no seat, and is never late
    ],
)
def test_who_leaves_is_late_or_not_and_the_first_in_line_moves_up(
    own: int, now: datetime, status: RegistrationStatus, late: bool, counted: Tally | None
) -> None:
    hall = filled(1, 3)
    left = asyncio.run(withdraw(hall, 1, own, now, shown=None))
    moved = [hall.rows[2].id] if own == 1 else []
    promoted = {Tally.PROMOTED: 1} if own == 1 else {}

    assert isinstance(left, Left)
    assert (left.training, left.late) == (hall.training, late)
    assert [each.id for each in left.moved_up] == moved
    assert hall.rows[own].status is status
    assert hall.rows[3].status is WAITLISTED
    assert tallied(hall) == {
        Tally.CONFIRMED: 1,
        Tally.WAITLISTED: 2,
        **({counted: 1} if counted else {}),
        **promoted,
    }


def test_nobody_leaves_what_is_not_theirs_or_is_off_or_has_begun() -> None:
    hall = filled(1, 2)

    assert asyncio.run(leave(hall, 2, 1, NOW)) is None
    assert asyncio.run(leave(hall, 1, 3, NOW)) is None
    assert asyncio.run(leave(hall, 1, 1, START)) is None
    assert asyncio.run(leave(with_status(hall, EventStatus.CANCELLED), 1, 1, NOW)) is None
    assert standings(hall) == [CONFIRMED, WAITLISTED]

    left = asyncio.run(leave(with_status(hall, EventStatus.CLOSED), 1, 1, NOW))

    assert isinstance(left, Left)


@pytest.mark.parametrize("off", [EventStatus.CANCELLED, EventStatus.HELD])
def test_nobody_moves_up_into_what_is_off_or_over(off: EventStatus) -> None:
    hall = with_status(filled(1, 2), off)

    assert asyncio.run(move_up(hall, hall.training, [hall.rows[2]], NOW)) == ()
    assert hall.rows[2].status is WAITLISTED

    with_status(hall, EventStatus.PUBLISHED)
    moved = asyncio.run(move_up(hall, hall.training, [hall.rows[2]], START - timedelta(seconds=1)))

    assert [each.id for each in moved] == [2]
    assert hall.rows[2].status is CONFIRMED
    assert tallied(hall)[Tally.PROMOTED] == 1


def test_who_could_not_be_told_of_a_seat_gets_the_old_place_back() -> None:
    hall = filled(2, 3)

    async def back(now: datetime) -> int:
        return await put_back(hall, hall.training, [2, 3, 9], now)

    assert asyncio.run(back(START)) == 0
    assert asyncio.run(back(NOW)) == 1  # 3 has no seat, and 9 is nobody
    assert standings(hall) == [CONFIRMED, WAITLISTED, WAITLISTED]
    assert hall.tallies[Tally.PROMOTED] == -1
    assert asyncio.run(back(NOW)) == 0
    assert hall.tallies[Tally.PROMOTED] == -1

    with_status(hall, EventStatus.CANCELLED)

    assert asyncio.run(put_back(hall, hall.training, [1], NOW)) == 0
    assert hall.rows[1].status is CONFIRMED


def of_seats(seats: int | None, quota: int = 0, block: int = 0) -> Training:
    return replace(training(seats), quota_seats=quota, block_seats=block)


@pytest.mark.parametrize(
    ("of", "taken", "waiting", "free"),
    [
        (of_seats(None), 5, 2, None),
        (of_seats(5), 2, 0, 3),
        (of_seats(5), 2, 1, 0),  # somebody waits although seats are free: those are theirs
        (of_seats(5, quota=2), 2, 1, 2),
        (of_seats(5, quota=2), 3, 0, 2),
        (of_seats(5, quota=2), 4, 3, 0),
        (of_seats(5, block=2), 1, 0, 2),
        (of_seats(2), 3, 0, 0),
    ],
)
def test_free_for_everybody(of: Training, taken: int, waiting: int, free: int | None) -> None:
    assert free_seats(of, taken, waiting) == free
    assert Numbers(taken, waiting + 2, away=2).free(of) == free
    assert Numbers(taken, waiting).free(of) == free


class Divided(Hall):
    """A hall with seats kept for an office until the release."""

    def __init__(self, seats: int, divided: Division) -> None:
        super().__init__(seats)
        self.divided = divided
        plan = replace(self.training.plan, release_at=START - timedelta(days=20))
        self.training = replace(self.training, plan=plan, quota_seats=2)

    async def shares(self, training_id: int) -> list[Share]:
        assert training_id == self.training.id
        return shares_of(self.divided)


KEPT = Division(4, {"rkn-neuss": 2}, {"rkn-kaarst": 2})
BEFORE, AFTER = NOW, START - timedelta(days=20)


def seated(number: int, status: RegistrationStatus = CONFIRMED) -> Registration:
    return Registration(number, 1, number, status, number)


def test_before_the_release_the_division_decides_and_afterwards_the_line() -> None:
    hall: Any = Divided(4, KEPT)
    own = replace(person(1), office="rkn-neuss")

    first = asyncio.run(register(hall, 1, person(2), BEFORE))
    second = asyncio.run(register(hall, 1, own, BEFORE))

    assert isinstance(first, Registered)
    assert isinstance(second, Registered)
    assert (first.registration.status, second.registration.status) == (WAITLISTED, CONFIRMED)
    assert asyncio.run(free_for(hall, hall.training, "rkn-kaarst", BEFORE)) == 0
    assert asyncio.run(free_for(hall, hall.training, "rkn-neuss", BEFORE)) == 2
    assert asyncio.run(free_for(hall, hall.training, "rkn-kaarst", AFTER)) == 2

    hall.divided = Division(4, {}, {"rkn-kaarst": 2}, ((2, "rkn-kaarst"),))
    everyone = [*hall.rows.values(), seated(7, WAITLISTED)]

    assert [r.id for r in asyncio.run(move_up(hall, hall.training, everyone, BEFORE))] == [2]


@pytest.mark.parametrize(
    ("now", "quota", "block", "seats"),
    [
        (BEFORE, 2, 0, 4),  # two are given to one office, two kept for another
        (AFTER, 2, 0, 3),
        (AFTER, 5, 0, 5),
        (AFTER, 2, 3, 6),
        (BEFORE, 2, 3, 6),
    ],
)
def test_a_training_needs_the_seats_given_and_kept(
    now: datetime, quota: int, block: int, seats: int
) -> None:
    hall = Divided(9, KEPT)
    hall.training = replace(hall.training, quota_seats=quota, block_seats=block)
    everyone = [seated(1), seated(2), seated(3), seated(4, WAITLISTED)]

    assert asyncio.run(fewest_seats(hall, hall.training, everyone, now)) == seats


def test_without_a_limit_everybody_in_reach_moves_up() -> None:
    hall = filled(1, 3)
    hall.training = replace(hall.training, plan=replace(hall.training.plan, seats=None))
    hall.rows[2] = replace(hall.rows[2], away=True)
    moved = asyncio.run(move_up(hall, hall.training, hall.rows.values(), NOW))

    assert [each.id for each in moved] == [3]
    assert asyncio.run(free_for(hall, hall.training, "rkn-kaarst", NOW)) is None


def test_seats_that_are_free_are_told_whoever_waits_out_of_reach() -> None:
    hall = filled(1, 2)
    plan = replace(hall.training.plan, seats=3)
    hall.training = replace(hall.training, plan=plan)

    assert asyncio.run(free_for(hall, hall.training, "rkn-kaarst", NOW)) == 0

    hall.rows[2] = replace(hall.rows[2], away=True)

    assert asyncio.run(free_for(hall, hall.training, "rkn-kaarst", NOW)) == 2
