"""Noting that somebody attended less than the whole: when, by whom, of whom, and what is kept."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from domain.manage_people import Attendee
from domain.presence import EARLY, Marked, Marks, NotNow
from domain.presence_hours import not_shortened, set_session, set_units
from domain.presence_shortened import WHOLE, Shortened
from domain.register import Registration
from domain.session import Session
from domain.training import CoHost, Training
from domain.vocabulary import EventStatus, RegistrationStatus, Role
from tests.domain.test_broadcast import training
from tests.domain.test_membership import person
from tests.domain.years import NETWORK

MARKING = replace(NETWORK, presence=True)
HOST, CO_HOST = person(1, Role.COORDINATOR, "a"), person(2, Role.COORDINATOR, "b")
OTHER, LEAD = person(3, Role.COORDINATOR, "c"), person(4, Role.LEAD, "c")
SPECIALIST = person(5, Role.SPECIALIST, "a")
NOW = datetime(2027, 3, 12, 9, tzinfo=UTC)


def of_eight_units() -> Training:
    made = training()
    plan = replace(made.plan, starts_at=NOW, units=8, co_hosts=(CoHost("b", after=9),))
    return replace(made, id=6, host="a", plan=plan)


def series() -> Training:
    """Return a training of three sessions."""
    days = [NOW + timedelta(days=7 * n) for n in range(3)]
    sessions = tuple(
        Session(n, day, day + timedelta(hours=3), 4) for n, day in enumerate(days, start=1)
    )
    made = of_eight_units()
    return replace(made, plan=replace(made.plan, units=12, sessions=sessions))


@dataclass
class Desk:
    """A training with one person in it, whose seat has the number 31 and the registration 8."""

    training: Training = field(default_factory=of_eight_units)
    status: RegistrationStatus = RegistrationStatus.CONFIRMED
    came: bool | None = True
    marked: Marks = field(default_factory=lambda: {("a", "school"): Marked(came=1)})
    shortened: Shortened = WHOLE
    done: list[tuple[object, ...]] = field(default_factory=list)

    @property
    def registrations(self) -> Desk:
        return self

    attendees = registrations

    async def lock(self, training_id: int) -> tuple[Training, int] | None:
        assert self.done == []
        self.done.append(("lock", training_id))
        return (self.training, 0) if training_id == 6 else None

    async def by_code(self, training_id: int, seat_code: int) -> Attendee | None:
        assert self.done == [("lock", 6)]
        if (training_id, seat_code) != (6, 31):
            return None
        own = Registration(8, 6, 70, self.status, 3, seat_code=31, came=self.came)
        return Attendee(replace(own, shortened=self.shortened), "a", "school", None)

    async def marks(self, training_id: int) -> Marks:
        assert training_id == 6
        return self.marked

    async def set_shortened(self, registration_id: int, shortened: Shortened) -> None:
        self.done.append(("set", registration_id, shortened))


def noted(after: Shortened) -> list[tuple[object, ...]]:
    """Return what is done where something is noted."""
    return [("lock", 6), ("set", 8, after)]


@pytest.mark.parametrize(("units", "after"), [(1, Shortened(1)), (7, Shortened(7)), (8, WHOLE)])
async def test_units_of_one_date_are_noted(units: int, after: Shortened) -> None:
    desk = Desk(shortened=Shortened(3))

    assert await set_units(desk, MARKING, 6, 31, units, HOST, NOW) is None
    assert desk.done == noted(after)


@pytest.mark.parametrize(
    ("before", "number", "missed", "after"),
    [
        ([], 1, True, [1]),
        ([1], 3, True, [1, 3]),
        ([1, 3], 1, False, [3]),
        ([3], 3, False, []),
        ([3], 3, True, [3]),
    ],
)
async def test_sessions_of_a_series_are_noted_one_by_one(
    before: list[int], number: int, missed: bool, after: list[int]
) -> None:
    desk = Desk(series(), shortened=Shortened(missed=frozenset(before)))

    assert await set_session(desk, MARKING, 6, 31, number, HOST, NOW, missed=missed) is None
    assert desk.done == noted(Shortened(missed=frozenset(after)))


@pytest.mark.parametrize("units", [0, 9])
async def test_of_what_was_attended_something_is_left_and_never_more_than_all(units: int) -> None:
    one, several = Desk(), Desk(series(), shortened=Shortened(missed=frozenset({1, 2})))

    assert await set_units(one, MARKING, 6, 31, units, HOST, NOW) is NotNow.NOTHING_LEFT
    assert (
        await set_session(several, MARKING, 6, 31, 3, HOST, NOW, missed=True) is NotNow.NOTHING_LEFT
    )
    assert one.done == several.done == [("lock", 6)]


async def both(desk: Desk, **changed: Any) -> NotNow | None:
    """Return the answer to both kinds, which must be the same."""
    given: dict[str, Any] = {"network": MARKING, "number": 6, "code": 31, "host": HOST, "now": NOW}
    network, number, code, host, now = (given | changed).values()
    again = replace(desk, done=[], training=replace(desk.training, plan=series().plan))
    of_units = await set_units(desk, network, number, code, 5, host, now)
    of_session = await set_session(again, network, number, code, 1, host, now, missed=True)
    assert of_units is of_session
    assert len(desk.done) == len(again.done)
    return of_units


@pytest.mark.parametrize(
    ("changed", "why", "locked"),
    [
        ({"network": NETWORK}, NotNow.UNKNOWN, False),
        ({"number": 7}, NotNow.UNKNOWN, True),
        ({"host": OTHER}, NotNow.NOT_YOURS, True),
        ({"host": LEAD}, NotNow.NOT_YOURS, True),
        ({"host": SPECIALIST}, NotNow.NOT_YOURS, True),
        ({"now": NOW - EARLY - timedelta(seconds=1)}, NotNow.EARLY, True),
        ({"code": 32}, NotNow.NO_SEAT, True),
    ],
)
async def test_why_nothing_is_noted(changed: dict[str, Any], why: NotNow, locked: bool) -> None:
    desk = Desk()

    assert await both(desk, **changed) is why
    assert [kind for kind, *_ in desk.done] == ["lock"] * locked


@pytest.mark.parametrize("changed", [{}, {"host": CO_HOST}, {"now": NOW - EARLY}])
async def test_hosts_note_it_from_an_hour_before_on(changed: dict[str, Any]) -> None:
    desk = Desk()

    assert await both(desk, **changed) is None
    assert desk.done == noted(Shortened(5))


@pytest.mark.parametrize("status", sorted({*RegistrationStatus} - {RegistrationStatus.CONFIRMED}))
async def test_who_has_no_seat_attended_nothing(status: RegistrationStatus) -> None:
    assert await both(Desk(status=status)) is NotNow.NO_SEAT


CAME, MISSED = {("b", "police"): Marked(came=1)}, {("b", "police"): Marked(missed=1)}


@pytest.mark.parametrize(
    ("came", "marks", "why"),
    [
        (True, CAME, None),
        (None, CAME, NotNow.AWAY),
        (False, CAME, NotNow.AWAY),
        (None, MISSED, None),
        (False, MISSED, NotNow.AWAY),
        (None, {}, None),
    ],
)
async def test_who_did_not_come_by_the_marks_attended_nothing(
    came: bool | None, marks: Marks, why: NotNow | None
) -> None:
    assert await both(Desk(came=came, marked=marks)) is why


@pytest.mark.parametrize(
    ("status", "closed", "why"),
    [
        (EventStatus.PUBLISHED, False, None),
        (EventStatus.CLOSED, False, None),
        (EventStatus.POSTPONED, False, None),
        (EventStatus.HELD, True, None),  # it changes no sum
        (EventStatus.PUBLISHED, True, NotNow.CLOSED),
        (EventStatus.HELD, False, NotNow.OFF),
        (EventStatus.CANCELLED, False, NotNow.OFF),
        (EventStatus.DRAFT, False, NotNow.OFF),
    ],
)
async def test_it_is_noted_after_the_closing_too(
    status: EventStatus, closed: bool, why: NotNow | None
) -> None:
    of = replace(of_eight_units(), status=status, closed_at=NOW if closed else None)

    assert not_shortened(MARKING, of, NOW) is why
    assert await both(Desk(of)) is why


def test_where_no_marks_are_wanted_or_nothing_is_known_nothing_is_noted() -> None:
    assert not_shortened(NETWORK, of_eight_units(), NOW) is NotNow.UNKNOWN
    assert not_shortened(MARKING, None, NOW) is NotNow.UNKNOWN
