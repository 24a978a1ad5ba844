"""Booking seats and keeping them, case by case: what is refused, what is kept, who is told when."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

import pytest

from domain import seats as rules
from domain.delivery import Kind
from domain.letters import moved_up_letters
from domain.network import Network
from domain.plan import STAGES
from domain.plan_change import Changed, Reason, Refused
from domain.quiet import next_allowed
from domain.register import register
from domain.seats_quota import Share
from domain.training import MOST_SEATS, Training
from domain.vocabulary import EventStatus, RegistrationStatus
from tests.domain.test_quota import Hall, member
from tests.domain.test_registration import NOW, START

KAARST = ("rkn-kaarst", "police")  # the office of 3, 6, 9
CONFIRMED, WAITLISTED = RegistrationStatus.CONFIRMED, RegistrationStatus.WAITLISTED


def hall_of(seats: int | None, numbers: Sequence[int] = ()) -> Any:
    """Return a hall where these people registered, in this order; all are reminded."""
    hall = Hall(seats)
    plan = replace(hall.training.plan, reminders=STAGES)
    hall.training = replace(hall.training, plan=plan)

    async def come() -> None:
        for number in numbers:
            await register(hall, 1, member(number), NOW)

    asyncio.run(come())
    return hall


def book(hall: Any, network: Network, n: int, now: datetime = NOW) -> Changed | Refused:
    return asyncio.run(rules.book(hall, network, 1, KAARST, n, now))


def keep(hall: Any, network: Network, n: int, now: datetime = NOW) -> Changed | Refused:
    return asyncio.run(rules.set_quota(hall, network, 1, "rkn-kaarst", n, now))


def release(hall: Any, network: Network, now: datetime, unheard: Sequence[int] = ()) -> int:
    return asyncio.run(rules.release(hall, network, 1, now, unheard))


class Desk:
    """A hall as the use cases see it, locked by its number."""

    def __new__(cls, hall: Hall) -> Any:
        return hall.trainings


def test_kept_seats_become_free_when_the_release_day_begins(network: Network) -> None:
    of = hall_of(3).training.plan
    day = (
        of.starts_at.astimezone(network.zone) - timedelta(days=network.defaults.release_days)
    ).date()
    begins = datetime.combine(day, time.min, network.zone)

    assert rules.release_time(of, network) == begins


def test_as_many_seats_are_booked_as_are_free_and_no_more(network: Network) -> None:
    hall = hall_of(5, [1, 2])
    desk = Desk(hall)

    assert book(desk, network, 4) == Refused(Reason.SEATS_FULL, 3)
    assert hall.booked == {}

    done = book(desk, network, 2)

    assert done == Changed(hall.training)
    assert hall.booked == {KAARST: 2}
    assert book(desk, network, 4) == Refused(Reason.SEATS_FULL, 1)
    assert book(desk, network, 3) == Changed(hall.training)
    assert hall.booked == {KAARST: 3}
    assert book(desk, network, -1) == Changed(hall.training)
    assert hall.booked == {KAARST: 0}


def test_seats_kept_for_another_office_are_not_booked(network: Network) -> None:
    hall = hall_of(4)
    desk = Desk(hall)
    asyncio.run(rules.set_quota(desk, network, 1, "rkn-neuss", 3, NOW))

    assert book(desk, network, 2) == Refused(Reason.SEATS_FULL, 1)

    for_neuss = rules.book(desk, network, 1, ("rkn-neuss", "police"), 4, NOW)

    assert isinstance(asyncio.run(for_neuss), Changed)


def test_without_a_limit_there_is_one_still(network: Network) -> None:
    hall = hall_of(None)
    desk = Desk(hall)

    assert book(desk, network, MOST_SEATS + 1) == Refused(Reason.SEATS_FULL, MOST_SEATS)
    assert isinstance(book(desk, network, MOST_SEATS), Changed)
    assert hall.booked == {KAARST: MOST_SEATS}


def test_a_booking_larger_than_what_is_free_now_may_stay_as_it_is(network: Network) -> None:
    hall = hall_of(3, [1, 2, 4])
    hall.booked = {KAARST: 2}
    letters = len(hall.letters)

    assert book(Desk(hall), network, 2) == Changed(hall.training)
    assert len(hall.letters) == letters
    assert book(Desk(hall), network, 3) == Refused(Reason.SEATS_FULL, 0)


def test_seats_given_back_go_to_the_line_which_is_told(network: Network) -> None:
    hall = hall_of(2, [])
    desk = Desk(hall)
    book(desk, network, 2)
    asyncio.run(register(hall, 1, member(1), NOW))
    done = book(desk, network, 1)

    assert done == Changed(hall.training, moved_up=1)
    assert hall.rows[1].status is CONFIRMED
    assert hall.letters == moved_up_letters(network, hall.training, [hall.rows[1]], NOW)
    assert len(hall.letters) > 1
    assert hall.letters[0].due_at == NOW
    assert hall.letters[0].kind is Kind.MOVED_UP


@pytest.mark.parametrize("change", [book, keep])
def test_what_is_off_is_not_booked(network: Network, change: Any) -> None:
    hall = hall_of(4)
    hall.training = replace(hall.training, status=EventStatus.CANCELLED)

    assert change(Desk(hall), network, 1) == Refused(Reason.CANCELLED)
    assert (hall.booked, hall.kept) == ({}, {})


def test_a_quota_needs_a_limit_and_time_and_seats(network: Network) -> None:
    unlimited = hall_of(None)

    assert keep(Desk(unlimited), network, 1) == Refused(Reason.NO_LIMIT)

    hall = hall_of(4, [1])
    desk = Desk(hall)
    at = rules.release_time(hall.training.plan, network)

    assert keep(desk, network, 1, at) == Refused(Reason.RELEASED)
    assert keep(desk, network, 4) == Refused(Reason.QUOTA_FULL, 3)
    assert keep(desk, network, 3, at - timedelta(seconds=1)) == Changed(hall.training)
    assert hall.kept == {"rkn-kaarst": 3}
    assert hall.training.plan.release_at == at


def test_a_quota_that_stays_changes_nothing_and_one_below_nothing_ends_it(
    network: Network,
) -> None:
    hall = hall_of(4)
    desk = Desk(hall)
    keep(desk, network, 2)
    hall.training = replace(
        hall.training, plan=replace(hall.training.plan, release_at=NOW + timedelta(1))
    )
    before = hall.training

    assert keep(desk, network, 2) == Changed(before)
    assert hall.training == before
    assert isinstance(keep(desk, network, -2), Changed)
    assert hall.kept == {"rkn-kaarst": 0}


def test_a_quota_counts_the_seats_that_its_people_have(network: Network) -> None:
    hall = hall_of(4, [3])  # of Kaarst

    assert keep(Desk(hall), network, 1) == Changed(hall.training)
    assert hall.kept == {"rkn-kaarst": 1}
    assert keep(Desk(hall), network, 5) == Refused(Reason.QUOTA_FULL, 4)
    assert keep(Desk(hall), network, 4) == Changed(hall.training)


def test_seats_kept_no_more_go_to_the_line_which_is_told(network: Network) -> None:
    hall = hall_of(2)
    keep(Desk(hall), network, 2)
    asyncio.run(register(hall, 1, member(1), NOW))

    assert hall.rows[1].status is WAITLISTED
    assert keep(Desk(hall), network, 1) == Changed(hall.training, moved_up=1)
    assert hall.letters == moved_up_letters(network, hall.training, [hall.rows[1]], NOW)


def test_a_quota_larger_than_is_possible_now_may_stay(network: Network) -> None:
    hall = hall_of(2, [1, 2])
    hall.kept = {"rkn-kaarst": 1}

    assert keep(Desk(hall), network, 1) == Changed(hall.training)
    assert keep(Desk(hall), network, 2) == Refused(Reason.QUOTA_FULL, 0)


def night_of(network: Network, hall: Hall) -> datetime:
    day = rules.release_time(hall.training.plan, network)
    assert next_allowed(day, network.quiet, network.zone) > day
    return day


def test_at_the_release_the_line_moves_up_and_is_told_in_the_morning(network: Network) -> None:
    hall = hall_of(2, [])
    desk = Desk(hall)
    keep(desk, network, 2)
    asyncio.run(register(hall, 1, member(1), NOW))

    assert hall.rows[1].status is WAITLISTED

    night = night_of(network, hall)
    morning = next_allowed(night, network.quiet, network.zone)

    assert release(desk, network, night) == 1
    assert hall.rows[1].status is CONFIRMED
    assert [(each.kind, each.due_at) for each in hall.letters if each.kind is Kind.MOVED_UP] == [
        (Kind.MOVED_UP, morning)
    ]
    assert [each for each in hall.letters if each.kind is not Kind.MOVED_UP] == [
        each
        for each in moved_up_letters(network, hall.training, [hall.rows[1]], night)
        if each.kind is not Kind.MOVED_UP
    ]
    assert release(desk, network, night) == 0
    assert hall.forgotten == []


def test_the_seat_of_who_never_heard_of_it_goes_to_the_next(network: Network) -> None:
    hall = hall_of(1, [1, 2])
    hall.rows[1] = replace(hall.rows[1], away=True)

    assert release(Desk(hall), network, NOW, [1]) == 1
    assert hall.forgotten == [1]
    assert (hall.rows[1].status, hall.rows[2].status) == (WAITLISTED, CONFIRMED)


def test_nothing_is_released_of_what_has_begun(network: Network) -> None:
    hall = hall_of(1, [1, 2])

    assert release(Desk(hall), network, START, [1]) == 0
    assert hall.rows[1].status is CONFIRMED
    assert hall.forgotten == []


class Loose:
    """A training with one seat that is free, kept for an office or for none."""

    def __init__(self, of: Training | None, *shares: Share) -> None:
        self.of, self.found = of, shares

    @property
    def seating(self) -> Loose:
        return self

    registrations = seating

    async def if_loose(self, training_id: int, now: datetime) -> Training | None:
        assert (training_id, now) == (1, NOW)
        return self.of

    async def shares(self, training_id: int) -> Sequence[Share]:
        assert training_id == 1
        return self.found


def test_who_waits_may_have_a_loose_seat_unless_it_is_kept_or_asked_about() -> None:
    of = hall_of(1).training
    kept = replace(of, quota_seats=1, plan=replace(of.plan, release_at=NOW + timedelta(seconds=1)))
    asking = replace(of, asks_first=True, plan=replace(of.plan, withdraw_by=NOW))
    quota, waits = Share("a", kept=True), Share("b", waits=5)

    def admits(of: Training | None, *shares: Share) -> bool:
        return asyncio.run(rules.admits(Loose(of, *shares), 1, NOW))

    assert not admits(None)
    assert admits(of)
    assert not admits(asking)
    assert not admits(kept, quota, waits)
    assert admits(kept, quota, replace(waits, office="a"))
    assert admits(replace(kept, plan=replace(kept.plan, release_at=NOW)), quota, waits)
